"""What it costs to compare 1,000 more resources with a store of many that were compared."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.dedupe_records import Maker
from pipeline.candidates import bands
from pipeline.fingerprints import fingerprint
from pipeline.model import Channel, Observation, Resource, Source, Stamp
from pipeline.records import record_of
from storage import duplicate_tables, tables
from storage.bands import pack
from storage.engine import Database, resolve
from storage.parts import in_parts
from storage.rows import content_row
from storage.store import Store

AT = datetime(2026, 1, 1, tzinfo=UTC)
# What a resource's row holds beside what the site says.
FILLED = {
    "source": "measured", "content_hash": "", "state": "present", "misses": 0, "first_seen": AT, "first_run": 1,
    "changed_at": AT, "seen_at": AT,
}  # fmt: skip


def resource(record: dict[str, Any]) -> Resource:
    stamp = (
        Stamp(record["published"], datetime.fromisoformat(record["published"]).replace(tzinfo=UTC))
        if record["published"]
        else None
    )
    return Resource(
        "measured", record["url"], record["title"], record["teaser"], authors=tuple(record["authors"]),
        published=stamp, native_id=record["id"], origins={"title": "measured"},
    )  # fmt: skip


def cost(size: int, folder: Path) -> None:
    """Fill a store with `size` resources that were compared, add 1,000, and say what comparing them took."""
    path, source = folder / f"cost-{size}.db", Source("measured", "https://measured.example/")
    made = Maker(size + 1000).records()
    with Store.open(str(path)) as store:
        store.put_source(source, AT)
        fill(path, (resource(next(made)[0]) for _ in range(size)))
        more = [resource({**record, "url": f"{record['url']}new/", "id": f"n{record['id']}"}) for record, _ in made]
        run_id = store.begin_run(source, Channel.LISTING, AT)
        for start in range(0, 1000, 100):
            page = more[start : start + 100]
            raw = [
                Observation(
                    "measured", Channel.LISTING, each.url, source.url, 0, AT, {"title": each.title}, {}, each.native_id
                )
                for each in page
            ]
            store.commit_page(run_id, f"{source.url}{start}", raw, page, None, AT)
        begun, cpu = time.perf_counter(), time.process_time()
        done = store.works.compare(AT)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(
        f"1,000 more at {size:>9,}: {seconds:6.2f} s, processor {cpu:6.2f} s, {done.pairs} pairs judged, "
        f"database {path.stat().st_size / 2**20:,.0f} MiB",
        flush=True,
    )
    path.unlink()


def fill(path: Path, made: Iterator[Resource]) -> None:
    """Write rows as the store has them after comparing; in bulk, as no run would."""
    database = Database(resolve(str(path)))
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TEMPORARY TABLE unsorted (band INTEGER, fingerprint INTEGER)")
        for part in in_parts(enumerate(made, 1), 10_000):
            keyed = [(number, f"measured/{number:012x}", each) for number, each in part]
            rows = [{"key": key, **content_row(each), **FILLED} for _, key, each in keyed]
            connection.execute(insert(tables.resources), rows)
            has = {number: bands(fingerprint(record_of(key, each))) for number, key, each in keyed}
            prints = [{"id": number, "resource": key, "bands": pack(has[number])} for number, key, _ in keyed]
            connection.execute(insert(duplicate_tables.fingerprints), prints)
            pairs = [(band, number) for number, its in has.items() for band in its]
            connection.exec_driver_sql("INSERT INTO unsorted VALUES (?, ?)", pairs)
        connection.exec_driver_sql(
            "INSERT INTO bands SELECT band, fingerprint FROM unsorted ORDER BY band, fingerprint"
        )
    database.close()
