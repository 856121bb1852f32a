"""What a complete run has not seen is missing: counted, and said once. That alone removes nothing.

Also a few that a run has not seen which found the site in another form: in doubt, but not counted.
"""

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
    absent = _absent(connection, source, seen)
    _miss(connection, source, run_id, absent[State.PRESENT], now, counts=True)
    missed = [key for keys in absent.values() for key in keys]
    for part in in_parts(missed):
        again = update(resources).where(among(connection, resources.c.key, part))
        connection.execute(again.values(misses=resources.c.misses + 1))
    return len(missed)


def doubt(connection: Connection, source: str, run_id: int, seen: AbstractSet[Key], now: datetime, *, most: int) -> int:
    """Mark what `seen` lacks as missing, if it is not more than `most`; no absence is counted. Give how many are now."""
    absent = _absent(connection, source, seen)
    if len(absent[State.PRESENT]) > most:
        return len(absent[State.MISSING])
    _miss(connection, source, run_id, absent[State.PRESENT], now, counts=False)
    return sum(map(len, absent.values()))


def _absent(connection: Connection, source: str, seen: AbstractSet[Key]) -> dict[str, list[Key]]:
    """By state: what of a source is not gone, and not among `seen`."""
    listed = select(resources.c.key, resources.c.state).where(resources.c.source == source)
    absent: dict[str, list[Key]] = {State.PRESENT: [], State.MISSING: []}
    for key, state in connection.execute(listed.where(resources.c.state.in_(list(absent)))):
        if key not in seen:
            absent[state].append(key)
    return absent


def _miss(connection: Connection, source: str, run_id: int, keys: list[Key], now: datetime, *, counts: bool) -> None:
    """From present to missing. `seen_at` takes over what the runs' pages, soon to be forgotten, say."""
    before = sightings.of_source(connection, source) if keys else sightings.Sightings()
    for part in in_parts(keys):
        known = load(connection, part, before)
        missed = update(resources).where(resources.c.key == bindparam("its_key"))
        connection.execute(
            missed.values(state=State.MISSING, changed_at=now, seen_at=bindparam("last_seen")),
            [{"its_key": key, "last_seen": each.last_seen} for key, each in known.items()],
        )
        write_versions(connection, run_id, now, [decide.decide_absent(each, counts=counts) for each in known.values()])
