"""The constants that docs/scale.md reckons with, measured: bytes a resource, and what scheduling costs a database.

python -m benchmarks.scale [RESOURCES [SOURCES]]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, insert, select, text

from pipeline.model import Channel, Source
from pipeline.schedule import Rhythm, Schedule
from scheduler.planner import Planner
from scheduler.queue import Queue
from storage.engine import Database, resolve
from storage.store import Store
from storage.tables import runs
from tests.sites import postgres
from tests.storage.reading import SOURCE, START, observation, report, resource

TTL = timedelta(minutes=1)
PER_PAGE = 100


def main() -> int:
    resources = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    sources = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scale.db"
        _measure("SQLite", str(file), resources, sources, lambda: file.stat().st_size, queue=False)
    if lacks := postgres.missing():
        print(f"PostgreSQL: left out, this machine lacks {lacks}")
        return 0
    with postgres.running() as server:
        url = server.create_database()
        name = server.name_in(url)
        size = lambda: int(server.execute(f"SELECT pg_database_size('{name}')"))  # noqa: E731
        _measure("PostgreSQL", url, resources, sources, size, queue=True)
    return 0


def _measure(name: str, url: str, resources: int, sources: int, size: Callable[[], int], *, queue: bool) -> None:
    with Store.open(url) as store:
        empty = size()
        began = time.perf_counter()
        _fill(store, resources)
        seconds = time.perf_counter() - began
        print(
            f"{name}: {(size() - empty) / resources:.0f} bytes a resource ({resources} of them, first reading), ",
            end="",
        )
        print(f"{resources / seconds:.0f} resources/s written")
        _visits(name, store, url, sources, queue=queue)


def _fill(store: Store, count: int) -> None:
    store.put_source(SOURCE, START)
    run = store.begin_run(SOURCE, Channel.WORDPRESS, START)
    for first in range(0, count, PER_PAGE):
        page = [resource(number) for number in range(first, first + PER_PAGE)]
        raw = [observation(each, START) for each in page]
        store.commit_page(run, f"https://harbour.example/?page={first}", raw, page, first, START)
    store.close_run(report(run, START), absent=False)


def _visits(name: str, store: Store, url: str, count: int, *, queue: bool) -> None:
    """What a visit costs beside its reading: planned, (deferred,) claimed, leased, begun, closed, planned anew."""
    store.remove_source(SOURCE.name)
    hourly = Schedule(Rhythm.INTERVAL, every=3600)
    for number in range(count):
        made = Source(f"s{number}", f"https://s{number}.example/", schedule=hourly)
        store.put_source(made, START)
    agenda, clock = store.agenda, lambda: START
    planner = Planner(agenda, clock)
    _timed(f"{name}: sources planned", count, lambda: planner.plan(count))
    due = agenda.due(START, START, count)
    if queue:
        with Queue(agenda, clock) as waiting:
            _timed(f"{name}: visits deferred to the queue", count, lambda: [waiting.defer(each) for each in due])
    _timed(
        f"{name}: visits claimed",
        count,
        lambda: [agenda.claim(each, "bench:1:1", START, TTL, lambda _: True) for each in due],
    )

    def run() -> None:
        for each in due:
            lease = store.acquire_lease(each.source, "bench:1:1", START, TTL, lambda _: True, turn=each.turn)
            number = store.begin_run(each.source, Channel.FEED, START)
            store.close_run(replace(report(number, START), source=each.source), lease=lease, absent=False)
            store.release_lease(lease)

    _timed(f"{name}: runs leased, begun, closed", count, run)
    _timed(f"{name}: sources planned from their history", count, lambda: planner.plan(count))
    _timed(f"{name}: looks at the table", 50, lambda: [agenda.due(START, START, 16) for _ in range(50)])
    overviews = lambda: [agenda.overview(START, 10) for _ in range(20)]  # noqa: E731
    _timed(f"{name}: status overviews", 20, overviews)
    history = _double_the_runs(url, times=7)
    _timed(f"{name}: status overviews with {history} runs of {count} sources", 20, overviews)


def _double_the_runs(url: str, times: int) -> int:
    """Writes down all runs once more, so many times; gives how many there are then."""
    columns = [each for each in runs.c if each is not runs.c.id]
    database = Database(resolve(url))
    with database.writing() as connection:
        for _ in range(times):
            connection.execute(insert(runs).from_select(columns, select(*columns)))
        total = connection.scalar(select(func.count()).select_from(runs)) or 0
        if not database.is_sqlite:
            connection.execute(text("ANALYZE runs"))
    database.close()
    return total


def _timed(what: str, count: int, act: Callable[[], object]) -> None:
    """Prints how many a second; and the processor's time of this process alone, which other work here does not lengthen."""
    began, used = time.perf_counter(), time.process_time()
    act()
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    print(f"{what}: {count / seconds:.0f}/s; {cpu / count * 1000:.2f} ms of processor time each", flush=True)


if __name__ == "__main__":
    sys.exit(main())
