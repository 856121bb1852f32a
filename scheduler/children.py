"""Has a visit's run made by a process of its own (`scheduler.watched`), from any of a scheduler's threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from crawler.clock import Clock
from crawler.progress import HarvestOptions, ignore_progress
from pipeline.model import RunReport, Source
from scheduler.watched import Limits, WatchedRun

_TICK = 0.25
# A run closes its connections in five seconds; one that has not is killed, so that the whole program ends within ten.
_STOP_SECONDS = 6.0
# A process is begun by one thread at a time: the beginning looks at the whole program.
_beginning = threading.Lock()


def run_in_child(
    store_url: str | None,
    source: Source,
    options: HarvestOptions,
    clock: Clock,
    *,
    stopping: Callable[[], bool],
    alive: Callable[[], None],
) -> RunReport | None:
    """Runs a source to its end (`visiting.Runner`). Told to stop, it ends at its next checkpoint within seconds."""
    with _beginning:
        run = WatchedRun(store_url, source, options, clock, Limits())
    deadline = None
    try:
        while True:
            run.pipe.poll(_TICK)
            if report := run.hear(ignore_progress):
                return report
            if stopping() and deadline is None:
                run.stop()
                deadline = time.monotonic() + _STOP_SECONDS
            if deadline is not None and time.monotonic() > deadline:
                return None
            run.watch()
            alive()
    finally:
        run.close(deadline or time.monotonic() + _STOP_SECONDS)
