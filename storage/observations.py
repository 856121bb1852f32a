"""What was seen, raw: appended, never changed. All resources can be made anew from it without asking a site again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select

from pipeline.model import Channel, Key, Observation
from pipeline.urls import identity
from storage.columns import bounded
from storage.parts import PART, among, in_parts, rows_of
from storage.tables import aliases, observations


def item_name(observation: Observation) -> str:
    """What names the observed item among its source's: as `identify.aliases` would, but before any cleaning."""
    if observation.native_id:
        return bounded(f"id:{observation.native_id}")
    return bounded(f"url:{identity(observation.url)}")


def record(
    connection: Connection,
    run_id: int,
    seen: Sequence[Observation],
    owners: Mapping[str, Key],
    seen_in_run: AbstractSet[Key],
) -> int:
    """Append what differs from the newest observation of the same item in the same channel; give how many rows.

    `owners` maps names of items to the keys of known resources. One that the run has shown already (`seen_in_run`) is
    left out: a sticky post that looks different on each page would be recorded on every run.
    """
    first: dict[tuple[str, Channel], Observation] = {}
    for each in seen:
        name = item_name(each)
        if owners.get(name) not in seen_in_run:
            first.setdefault((name, each.channel), each)
    newest = _newest_hashes(connection, first)
    rows = []
    for (name, channel), each in first.items():
        fields = json.dumps(dict(each.fields), sort_keys=True, separators=(",", ":"))
        digest = _raw_hash(each, fields)
        if newest.get((name, channel)) != digest:
            rows.append(_row(run_id, name, each, fields, digest))
    if rows:
        connection.execute(insert(observations), rows)
    return len(rows)


def of_source(connection: Connection, source: str) -> Iterator[Observation]:
    """All observations of a source, in the order in which they were made, a part at a time."""
    ordered = select(observations).where(observations.c.source == source).order_by(observations.c.id)
    with connection.execute(ordered, execution_options={"yield_per": PART}) as result:
        yield from map(_observation, result.mappings())


def newest(connection: Connection, source: str, channel: Channel, urls: Sequence[str]) -> dict[str, Observation]:
    """What a channel said last of each resource that answers to one of `urls`, by the identity of that address."""
    by_alias = {bounded(f"url:{identity(url)}"): identity(url) for url in urls}
    found: dict[str, Observation] = {}
    for part in in_parts(sorted(by_alias)):
        one, other = aliases.alias(), aliases.alias()
        its_names = (
            select(one.c.alias, other.c.alias)
            .join(other, (other.c.source == one.c.source) & (other.c.resource == one.c.resource))
            .where(one.c.source == source, among(connection, one.c.alias, part))
        )
        names: dict[str, list[str]] = {}
        for alias, name in connection.execute(its_names):
            names.setdefault(name, []).append(alias)
        for row in _newest_rows(connection, source, channel, sorted(names)):
            for alias in names[row["item"]]:
                kept = found.get(by_alias[alias])
                seen = _observation(row)
                if kept is None or kept.seen_at <= seen.seen_at:
                    found[by_alias[alias]] = seen
    return found


def _newest_rows(connection: Connection, source: str, channel: Channel, items: Sequence[str]) -> Iterator[RowMapping]:
    columns = observations.c
    for part in in_parts(items):
        its = (columns.source == source) & (columns.channel == channel)
        last = select(func.max(columns.id)).where(its, among(connection, columns.item, part)).group_by(columns.item)
        yield from connection.execute(select(observations).where(columns.id.in_(last))).mappings()


def _observation(row: RowMapping) -> Observation:
    body = json.loads(zlib.decompress(row["body"]))
    return Observation(
        source=row["source"],
        channel=Channel(row["channel"]),
        url=row["url"],
        page_url=row["page_url"],
        position=row["position"],
        seen_at=row["seen_at"],
        fields=body["fields"],
        origins=body["origins"],
        native_id=row["native_id"],
    )


def _newest_hashes(
    connection: Connection, wanted: Mapping[tuple[str, Channel], Observation]
) -> dict[tuple[str, Channel], str | None]:
    found: dict[tuple[str, Channel], str | None] = {}
    columns = observations.c
    for source, channel in {(each.source, each.channel) for each in wanted.values()}:
        for part in in_parts(name for name, its_channel in wanted if its_channel is channel):
            item = rows_of(connection, part)
            its = select(columns.raw_hash).where(
                columns.source == source, columns.channel == channel, columns.item == item
            )
            newest = its.order_by(columns.id.desc()).limit(1).scalar_subquery()
            found.update({(name, channel): digest for name, digest in connection.execute(select(item, newest))})
    return found


def _raw_hash(observation: Observation, fields: str) -> str:
    """Over what the site said: where on the page it stood, or on which page, does not count."""
    said = "\n".join((fields, observation.native_id or "", observation.url))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _row(run_id: int, name: str, observation: Observation, fields: str, digest: str) -> dict[str, Any]:
    origins = json.dumps(dict(observation.origins), separators=(",", ":"))
    return {
        "source": observation.source,
        "channel": observation.channel,
        "item": name,
        "run": run_id,
        "url": observation.url,
        "page_url": observation.page_url,
        "position": observation.position,
        "native_id": observation.native_id,
        "seen_at": observation.seen_at,
        "raw_hash": digest,
        "body": zlib.compress(f'{{"fields":{fields},"origins":{origins}}}'.encode()),
    }
