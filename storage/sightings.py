"""When was each resource last seen? Derived, so that a run that finds nothing new writes nothing to the resources.

A resource that is present was seen by the source's newest swept run (a complete one: whatever it did not see, it
marked missing), and perhaps by later runs, whose pages name what they showed. See docs/decisions/0003.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from pipeline.model import Key, State
from storage.parts import in_parts
from storage.tables import run_pages, runs


@dataclass(frozen=True, slots=True)
class Sightings:
    """What is known of a source's last sightings beside the resources' own rows.

    `swept` is the beginning of the newest swept run; `since` names what pages of later runs showed, and when.
    """

    swept: datetime | None = None
    since: Mapping[Key, datetime] = field(default_factory=dict)

    def last_seen(self, key: Key, state: str, seen_at: datetime) -> datetime:
        """When the resource was last seen: never later than it was, at most the length of a run earlier."""
        if state != State.PRESENT:
            return seen_at
        latest = max(seen_at, self.swept) if self.swept else seen_at
        return max(latest, self.since.get(key, latest))


def pack(keys: Iterable[Key]) -> bytes:
    """Keys as a page's row holds them."""
    return zlib.compress("\n".join(keys).encode())


def unpack(packed: bytes) -> list[Key]:
    """The keys in a page's row."""
    text = zlib.decompress(packed).decode()
    return text.split("\n") if text else []


def of_source(connection: Connection, source: str) -> Sightings:
    """The sightings of all of a source's resources."""
    swept = select(runs.c.id, runs.c.started).where(runs.c.source == source, runs.c.swept).order_by(runs.c.id.desc())
    newest = connection.execute(swept.limit(1)).one_or_none()
    pages = select(run_pages.c.at, run_pages.c.shown).where(run_pages.c.source == source).order_by(run_pages.c.id)
    since: dict[Key, datetime] = {}
    for at, packed in connection.execute(pages.where(run_pages.c.run > newest.id) if newest else pages):
        since.update(dict.fromkeys(unpack(packed), at))
    return Sightings(newest.started if newest else None, since)


def of_run(connection: Connection, run_id: int) -> set[Key]:
    """The keys that a run's committed pages name."""
    packed = connection.scalars(select(run_pages.c.shown).where(run_pages.c.run == run_id))
    return {key for each in packed for key in unpack(each)}


def add(connection: Connection, run_id: int, source: str, url: str, *, keys: Iterable[Key], at: datetime) -> None:
    """Note that a run has read a page, and which resources that showed for the first time in the run."""
    connection.execute(insert(run_pages).values(run=run_id, source=source, url=url, at=at, shown=pack(keys)))


def forget_older(connection: Connection, source: str, run_id: int, seen: AbstractSet[Key], *, swept: bool) -> None:
    """Drop what the run that ends now has made needless, so that pages do not pile up for ever.

    After a swept run no earlier page is needed; after another one, none that names only what this run has seen too.
    """
    earlier = (run_pages.c.source == source) & (run_pages.c.run < run_id)
    if swept:
        connection.execute(delete(run_pages).where(earlier))
        return
    emptied: list[int] = []
    for page_id, packed in connection.execute(select(run_pages.c.id, run_pages.c.shown).where(earlier)).all():
        keys = unpack(packed)
        left = [key for key in keys if key not in seen]
        if not left:
            emptied.append(page_id)
        elif len(left) < len(keys):
            connection.execute(update(run_pages).where(run_pages.c.id == page_id).values(shown=pack(left)))
    for part in in_parts(emptied):
        connection.execute(delete(run_pages).where(run_pages.c.id.in_(part)))
