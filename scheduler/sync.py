"""Syncs sources: several sites side by side, one site never twice at a time, each run in a process of its own."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait
from urllib.parse import urlsplit

from crawler.clock import Clock, now
from crawler.progress import HarvestOptions, Progress
from pipeline.errors import GleaneryError
from pipeline.model import RunReport, Source
from scheduler.watched import STOP_SECONDS, Limits, WatchedRun, unexpected, unfinished_report
from storage.store import Store

__all__ = ["HarvestOptions", "Progress", "SyncOptions", "sync_sources"]

SyncOptions = HarvestOptions

# Sites are slow, not we: a few at a time keep one machine busy without crowding the store.
SIDE_BY_SIDE = 4
# How often runs are looked at that tell nothing, in seconds.
_TICK = 0.5


def sync_sources(  # noqa: PLR0917 - what, how, who watches, and by which clock and bounds
    store_url: str | None,
    sources: Sequence[Source],
    options: SyncOptions,
    on_progress: Callable[[Progress], None],
    clock: Clock = now,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Iterator[RunReport]:
    """Runs the sources and yields each one's report as it ends. A site's faults are outcomes in its report.

    Raises StoreError where the database cannot be used. Closing the iterator, or Ctrl-C, stops all runs at once: what was
    committed stays, leases are given back, and the next sync goes on where they stopped. In the end, what is new or has
    changed is compared with what it may be a duplicate of. Only if GLEANERY_IN_PROCESS is
    set, runs have no processes of their own: for a debugger's sake, and one after another.
    """
    with Store.open(store_url):
        pass  # a database that cannot be used is said once; its tables are in their newest form for all runs
    if os.environ.get("GLEANERY_IN_PROCESS"):
        yield from _in_this_process(store_url, sources, options, on_progress, clock)
    else:
        yield from _in_processes(store_url, sources, options, on_progress, clock, limits)
    if not options.dry_run:
        # A sync that is stopped leaves that to the next one: what is to be compared is noted with the resources.
        with Store.open(store_url) as store:
            store.works.compare(clock())


def _in_processes(  # noqa: PLR0917  as `sync_sources`
    store_url: str | None,
    sources: Sequence[Source],
    options: SyncOptions,
    on_progress: Callable[[Progress], None],
    clock: Clock,
    limits: Limits,
) -> Iterator[RunReport]:
    waiting, running = list(sources), list[WatchedRun]()
    try:
        while waiting or running:
            for source in _next(waiting, running):
                waiting.remove(source)
                running.append(WatchedRun(store_url, source, options, clock, limits))
            heard = wait([each.pipe for each in running], timeout=_TICK)
            for run in [each for each in running if each.pipe in heard]:
                if report := run.hear(on_progress):
                    running.remove(run)
                    run.close(time.monotonic() + STOP_SECONDS)
                    yield report
            for run in running:
                run.watch()
    finally:
        for run in running:
            run.stop()
        deadline = time.monotonic() + STOP_SECONDS
        for run in running:
            run.close(deadline)


def _next(waiting: Sequence[Source], running: Sequence[WatchedRun]) -> list[Source]:
    """Which of the waiting sources may begin. Two of one host wait for each other: together they would be impolite."""
    hosts = {_host(each.source) for each in running}
    chosen: list[Source] = []
    for source in waiting:
        if len(running) + len(chosen) < SIDE_BY_SIDE and _host(source) not in hosts:
            hosts.add(_host(source))
            chosen.append(source)
    return chosen


def _host(source: Source) -> str:
    return urlsplit(source.url).netloc


def _in_this_process(
    store_url: str | None,
    sources: Sequence[Source],
    options: SyncOptions,
    on_progress: Callable[[Progress], None],
    clock: Clock,
) -> Iterator[RunReport]:
    from crawler.run import harvest_source

    with Store.open(store_url) as store:
        for source in sources:
            started, ticks = clock(), time.monotonic()
            try:
                report = asyncio.run(harvest_source(store, source, options, on_progress, clock))
            except GleaneryError:
                raise
            except Exception as error:
                if os.environ.get("GLEANERY_DEBUG"):
                    raise
                report = unfinished_report(store, source, unexpected(repr(error)), started, ticks)
            yield report
