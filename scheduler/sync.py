"""Syncs sources: several sites side by side, one site never twice at a time."""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from urllib.parse import urlsplit

from crawler.clock import Clock, now
from crawler.run import HarvestOptions, Progress, harvest_source
from pipeline.errors import GleaneryError
from pipeline.model import Inventory, Outcome, OutcomeKind, RunReport, Source, Tally
from storage.store import Store

__all__ = ["HarvestOptions", "Progress", "SyncOptions", "sync_sources"]

SyncOptions = HarvestOptions

# Sites are slow, not we: a few at a time keep one process busy without crowding the store.
SIDE_BY_SIDE = 4


def sync_sources(
    store_url: str | None,
    sources: Sequence[Source],
    options: SyncOptions,
    on_progress: Callable[[Progress], None],
    clock: Clock = now,
) -> Iterator[RunReport]:
    """Runs the sources and yields each one's report as it ends. A site's faults are outcomes in its report.

    Raises StoreError where the database cannot be used. Closing the iterator, or Ctrl-C, stops all runs at once: what was
    committed stays, leases are given back, and the next sync goes on where they stopped.
    """
    with Store.open(store_url) as store, asyncio.Runner() as runner:
        reports = _run_all(store, sources, options, on_progress, clock)
        try:
            while (report := runner.run(_next(reports))) is not None:
                yield report
        finally:
            runner.run(reports.aclose())


async def _next(reports: AsyncGenerator[RunReport, None]) -> RunReport | None:
    return await anext(reports, None)


async def _run_all(
    store: Store,
    sources: Sequence[Source],
    options: SyncOptions,
    on_progress: Callable[[Progress], None],
    clock: Clock,
) -> AsyncGenerator[RunReport, None]:
    places = asyncio.Semaphore(SIDE_BY_SIDE)
    hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def run(source: Source) -> RunReport:
        # Two sources of one host wait for each other, else both together would be impolite to it.
        async with hosts[urlsplit(source.url).netloc], places:
            try:
                return await harvest_source(store, source, options, on_progress, clock)
            except GleaneryError:
                raise
            except Exception as error:
                if os.environ.get("GLEANERY_DEBUG"):
                    raise
                return _failed(source, error, clock)

    tasks = [asyncio.create_task(run(source), name=source.name) for source in sources]
    try:
        for ended in asyncio.as_completed(tasks):
            yield await ended
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _failed(source: Source, error: Exception, clock: Clock) -> RunReport:
    """An error of ours in one source's run: said aloud, and no reason to leave the other sources unread."""
    outcome = Outcome(
        OutcomeKind.FAILED,
        f"an unexpected error: {error!r}",
        "Please report it. GLEANERY_DEBUG=1 shows the traceback. Earlier data is untouched.",
    )
    return RunReport(0, source.name, source.channel, outcome, Tally(), Inventory(), clock(), 0.0)
