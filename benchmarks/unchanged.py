"""The second sync of a source that has not changed: how many rows does it write, how often does it ask the site?

    python -m benchmarks.unchanged [--items 10000]

Rows are counted by triggers on every table of an SQLite database. What the run writes of itself (its row, its pages, the
source's lease and timetable) is told apart from what it writes of the resources, where nothing may be written.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import RunReport, Source
from storage.store import Store
from tests.sites.like_model import LikePost, sample_posts
from tests.sites.loopback import serve
from tests.sites.wordpress_like import LikeSite

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
# What is the site's, not the run's.
OF_THE_RESOURCES = ("resources", "versions", "observations", "terms", "resource_terms", "files", "aliases")


class Cached(LikeSite):
    """The look-alike, with its rows made once."""

    def __init__(self, posts: Iterable[LikePost]) -> None:
        super().__init__(posts)
        self._rows: dict[str, list[dict[str, Any]]] = {}

    def _collection(self, base: str) -> list[dict[str, Any]]:
        if base not in self._rows:
            self._rows[base] = super()._collection(base)
        return self._rows[base]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=10_000)
    count = parser.parse_args().items
    site = Cached(sample_posts(count))
    with serve(site.handle) as site.url, tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "gleanery.db")
        with Store.open(file) as store:
            store.put_source(Source("site", site.url), NOW)
            _sync(store, "first", NOW)
            _watch(file)
            report = _sync(store, "second", NOW + timedelta(days=1))
        written = _written(file)
    ours = sum(rows for table, rows in written.items() if table in OF_THE_RESOURCES)
    own = {table: rows for table, rows in written.items() if table not in OF_THE_RESOURCES}
    print(f"rows written by the second sync: {ours} of the resources, {sum(own.values())} of its own {own}")
    return 1 if ours or report.tally.requests > 3 else 0


def _sync(store: Store, name: str, moment: datetime) -> RunReport:
    source, began = store.find_source("site"), time.monotonic()
    assert source is not None
    report = asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: moment))
    tally = report.tally
    print(
        f"{name:6} sync: {report.outcome.kind}, {report.inventory.statement}; new {tally.new}, changed {tally.changed}, "
        f"{tally.requests} requests, {tally.bytes:,} bytes, {time.monotonic() - began:.1f} s",
        flush=True,
    )
    return report


def _watch(file: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        connection.execute("CREATE TABLE noted (what TEXT)")
        for table in tables:
            if not table.startswith("sqlite_"):
                for event in ("INSERT", "UPDATE", "DELETE"):
                    connection.execute(
                        f"CREATE TRIGGER noted_{table}_{event} AFTER {event} ON {table} "
                        f"BEGIN INSERT INTO noted VALUES ('{table}'); END"
                    )
        connection.commit()


def _written(file: str) -> Counter[str]:
    with closing(sqlite3.connect(file)) as connection:
        return Counter(what for (what,) in connection.execute("SELECT what FROM noted"))


if __name__ == "__main__":
    sys.exit(main())
