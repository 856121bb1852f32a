"""A scheduler as its own process, whose runs only write to the store what a run writes: `python -m tests.scheduler.quick URL`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from crawler import holder
from crawler.clock import Clock
from crawler.progress import HarvestOptions
from pipeline.errors import SourceBusy
from pipeline.model import Channel, Inventory, Outcome, OutcomeKind, RunReport, Source, Tally
from scheduler.service import Audience, ServeOptions, serve
from scheduler.visiting import CLAIM
from storage.store import Store

_SECONDS = 0.05
_stores: dict[str | None, Store] = {}


def quick_run(
    store_url: str | None,
    source: Source,
    options: HarvestOptions,
    clock: Clock,
    *,
    stopping: Callable[[], bool],
    alive: Callable[[], None],
) -> RunReport | None:
    """A run of a twentieth of a second, with its lease, its beginning and its end."""
    store = _stores.setdefault(store_url, Store.open(store_url)) if store_url not in _stores else _stores[store_url]
    started = clock()
    outcome = Outcome(OutcomeKind.OK, "made up")
    try:
        lease = store.acquire_lease(
            source.name, holder.this_process(), started, CLAIM, holder.is_dead, turn=options.turn
        )
    except SourceBusy as busy:
        outcome = Outcome(OutcomeKind.BUSY, str(busy))
        return RunReport(0, source.name, Channel.FEED, outcome, Tally(), Inventory(), started, 0.0)
    left = store.unfinished_run(source.name)
    run = left.run_id if left else store.begin_run(source, Channel.FEED, started)
    time.sleep(_SECONDS)
    report = RunReport(run, source.name, Channel.FEED, outcome, Tally(requests=1), Inventory(read=1), started, _SECONDS)
    store.close_run(report, lease=lease, absent=False)
    store.release_lease(lease)
    return report


def main() -> None:
    told = Audience(lambda _: None, lambda what: sys.stderr.write(f"{what}\n"))
    serve(sys.argv[1], ServeOptions(slots=4, queue=False, digest="never"), told, runner=quick_run)


if __name__ == "__main__":
    main()
