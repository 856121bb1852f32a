"""What a complete run has not seen is missing: counted, and said once. That alone removes nothing."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from pipeline import decide
from pipeline.model import Key, State
from storage import sightings
from storage.apply import write_versions
from storage.parts import among, in_parts
from storage.rows import load
from storage.tables import resources


def mark(connection: Connection, source: str, run_id: int, seen: AbstractSet[Key], now: datetime) -> int:
    """Mark what `seen` lacks of a source as missing; give how many resources are missing now.

    A version is kept only of the change from present to missing.
    """
    listed = select(resources.c.key, resources.c.state).where(resources.c.source == source)
    absent: dict[str, list[Key]] = {State.PRESENT: [], State.MISSING: []}
    for key, state in connection.execute(listed.where(resources.c.state.in_(list(absent)))):
        if key not in seen:
            absent[state].append(key)
    before = sightings.of_source(connection, source) if absent[State.PRESENT] else sightings.Sightings()
    for part in in_parts(absent[State.PRESENT]):
        _first_miss(connection, run_id, part, before, now)
    for part in in_parts(absent[State.MISSING]):
        again = update(resources).where(among(connection, resources.c.key, part))
        connection.execute(again.values(misses=resources.c.misses + 1))
    return sum(map(len, absent.values()))


def _first_miss(
    connection: Connection, run_id: int, keys: list[Key], before: sightings.Sightings, now: datetime
) -> None:
    """From present to missing. `seen_at` takes over what the runs' pages, soon to be forgotten, say."""
    known = load(connection, keys, before)
    missed = update(resources).where(resources.c.key == bindparam("its_key"))
    connection.execute(
        missed.values(
            state=State.MISSING, misses=resources.c.misses + 1, changed_at=now, seen_at=bindparam("last_seen")
        ),
        [{"its_key": key, "last_seen": each.last_seen} for key, each in known.items()],
    )
    write_versions(connection, run_id, now, [decide.decide_absent(each) for each in known.values()])
