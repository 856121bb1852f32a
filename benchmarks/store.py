"""How fast the store is: new, unchanged and changed resources, listing, search, export; and what they weigh on disk.

    python -m benchmarks.store [--items 10000] [DATABASE_URL]

Without a URL an SQLite file in a temporary folder. Resources have 300 characters of teaser, 2 categories, 3 tags, an
author and, every third, a file; pages hold 100. Prints what it measured, one line each; where other programs keep the
machine busy, the processor time of this one is the better figure (with PostgreSQL the server's comes on top).
"""

from __future__ import annotations

import argparse
import resource as process
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.model import (
    CONTENT_FIELDS,
    Channel,
    FileLink,
    Inventory,
    Observation,
    Outcome,
    OutcomeKind,
    Resource,
    RunReport,
    Source,
    Stamp,
    Tally,
)
from storage.export import export
from storage.store import Store

PER_PAGE = 100
SOURCE = Source("measured", "https://measured.example/")
START = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = "port tide berth quay crane cargo ferry buoy chart pilot anchor lock basin mooring vessel harbour".split()
ORIGINS = dict.fromkeys(CONTENT_FIELDS, "wordpress")


def made(number: int) -> Resource:
    """The resource of that number."""
    published = START - timedelta(hours=number)
    teaser = " ".join(WORDS[(number * step) % len(WORDS)] for step in range(1, 50))
    return Resource(
        source=SOURCE.name,
        url=f"https://measured.example/resources/{number}/",
        title=f"{WORDS[number % 16].title()} {WORDS[number * 7 % 16]} {number}",
        teaser=teaser,
        categories=(WORDS[number % 16], WORDS[number % 11]),
        tags=(WORDS[number % 13], WORDS[number % 7], f"tag {number % 200}"),
        authors=(f"Author {number % 40}",),
        language="en",
        published=Stamp(published.isoformat(), published),
        modified=Stamp(published.isoformat(), published),
        image=f"https://measured.example/{number}.jpg",
        files=(FileLink(f"https://measured.example/{number}.pdf", "A file"),) if number % 3 == 0 else (),
        native_id=str(number),
        origins=ORIGINS,
    )


def seen_raw(seen: Resource, at: datetime) -> Observation:
    """What a channel may have seen of it."""
    fields = {
        "title": seen.title,
        "teaser": f"<p>{seen.teaser}</p>",
        "categories": list(seen.categories),
        "tags": list(seen.tags),
        "published": seen.published.text if seen.published else "",
    }
    return Observation(SOURCE.name, Channel.WORDPRESS, seen.url, SOURCE.url, 1, at, fields, ORIGINS, seen.native_id)


def read(store: Store, items: Sequence[Resource], day: int) -> None:
    """Read all items as one complete run."""
    at = START + timedelta(days=day)
    run_id = store.begin_run(SOURCE, Channel.WORDPRESS, at)
    for start in range(0, len(items), PER_PAGE):
        page = items[start : start + PER_PAGE]
        store.commit_page(run_id, f"{SOURCE.url}?page={start}", [seen_raw(each, at) for each in page], page, start, at)
    inventory = Inventory(len(items), len(items), complete=True)
    report = RunReport(run_id, SOURCE.name, Channel.WORDPRESS, Outcome(OutcomeKind.OK, ""), Tally(), inventory, at, 1.0)
    store.close_run(report, absent=True)


def timed(what: str, items: int, act: Callable[[], object]) -> None:
    """Do it, and say how long it took."""
    begun, begun_cpu = time.perf_counter(), time.process_time()
    act()
    seconds, cpu = time.perf_counter() - begun, time.process_time() - begun_cpu
    rate, cpu_rate = items / seconds, items / cpu
    print(f"{what:24} {items:8,} in {seconds:6.2f} s {rate:10,.0f}/s   processor {cpu:6.2f} s {cpu_rate:10,.0f}/s")


def measure(store: Store, count: int, folder: Path) -> None:
    """Print each figure as it is known."""
    store.put_source(SOURCE, START)
    items = [made(number) for number in range(count)]
    timed("new", count, lambda: read(store, items, 0))
    timed("unchanged", count, lambda: read(store, items, 1))
    timed("unchanged again", count, lambda: read(store, items, 2))
    edited = [replace(each, title=f"{each.title}, edited") for each in items]
    timed("changed", count, lambda: read(store, edited, 3))
    half = edited[: count // 2]
    timed("half of them missing", count, lambda: read(store, half, 4))
    timed("half of them back", count, lambda: read(store, edited, 5))
    timed("listed", count, lambda: sum(1 for _ in store.resources()))
    timed("first 20 listed", 20, lambda: list(store.resources(limit=20)))
    timed("found by two words", count, lambda: store.count_resources(text="Mooring 99"))
    timed("found by tag", count // 200, lambda: sum(1 for _ in store.resources(tag="TAG 7")))
    keys = [each.key for each in store.resources(limit=200)]
    timed("looked up by key", len(keys), lambda: [store.resource(key) for key in keys])
    for name in ("csv", "jsonl"):
        timed(f"exported as {name}", count, lambda name=name: export(store.resources(), str(folder / f"out.{name}")))
    print(f"peak memory {process.getrusage(process.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


def main() -> None:
    """Measure as the command line says."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("url", nargs="?", help="a database that may be written to; else a temporary SQLite file")
    options.add_argument("--items", type=int, default=10_000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "measured.db"
        with Store.open(chosen.url or str(path)) as store:
            print(store.shown)
            measure(store, chosen.items, folder)
        if path.exists():
            size = path.stat().st_size
            print(
                f"database {size / 2**20:,.1f} MiB: {size / chosen.items:,.0f} bytes for each resource and its history"
            )


if __name__ == "__main__":
    main()
