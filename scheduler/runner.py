"""One source's run, for whoever decides when it is due."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from typing import cast

from crawler.clock import Clock, now
from crawler.progress import HarvestOptions, Progress, ignore_progress
from pipeline.errors import UnknownSource
from pipeline.model import RunReport
from scheduler.sync import sync_sources
from scheduler.watched import Limits
from storage.store import Store


def run_source(  # noqa: PLR0917 - as `sync_sources`, which it is one run of
    store_url: str | None,
    name: str,
    options: HarvestOptions = HarvestOptions(),  # noqa: B008 - frozen
    on_progress: Callable[[Progress], None] = ignore_progress,
    clock: Clock = now,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> RunReport:
    """Runs the kept source of that name (or address) to its end, in a process of its own; gives its report.

    Raises UnknownSource, and StoreError where the database cannot be used; a site's faults are outcomes. An exception in
    `on_progress`, or KeyboardInterrupt, stops the run between two pages.
    """
    with Store.open(store_url) as store:
        source = store.find_source(name)
    if source is None:
        raise UnknownSource(f"no source is called {name}", source=name, advice="See `gleanery sources`.")
    running = cast("Generator[RunReport]", sync_sources(store_url, [source], options, on_progress, clock, limits))
    with closing(running):
        (report,) = running  # to its end, which is more than the report: what is new is compared
        return report
