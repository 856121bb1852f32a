"""What may be gone: what was found out about absent resources, what waits for a person, what is removed.

A removed resource is a tombstone: it keeps its last values, and its newest version says why it went.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from pipeline.model import Decision, Key, Known, State
from pipeline.removals import Removals, Suspect, Verdict, removal
from storage import sightings
from storage.apply import write_versions
from storage.engine import Database
from storage.parts import among, in_parts
from storage.rows import load
from storage.tables import removals, resources

HELD, REFUSED = "held", "refused"


@dataclass(frozen=True, slots=True)
class Held:
    """A removal that waits for a person: since when, and what the item's own address said ("" if not asked yet)."""

    known: Known
    since: datetime
    proof: str


def suspects(connection: Connection, source: str, seen: AbstractSet[Key], absences: int) -> list[Suspect]:
    """What would be absent from `absences` complete runs or more if the run that has `seen` these keys is one.

    Those that nothing is known of come first, then the held ones, then the ones whose address answered.
    """
    absent = [
        (key, misses + 1)
        for key, misses in connection.execute(
            select(resources.c.key, resources.c.misses).where(
                resources.c.source == source,
                resources.c.state.in_([State.PRESENT, State.MISSING]),
                resources.c.misses + 1 >= absences,
            )
        )
        if key not in seen
    ]
    verdicts = dict(
        connection.execute(select(removals.c.resource, removals.c.verdict).where(removals.c.source == source)).all()
    )
    misses = {key: count for key, count in absent if verdicts.get(key) != REFUSED}
    found = [
        Suspect(
            replace(known, misses=misses[key]),
            held=verdicts.get(key) == HELD,
            answered=verdicts.get(key) == Verdict.ALIVE,
        )
        for key, known in load(connection, misses, sightings.of_source(connection, source) if misses else _NONE).items()
    ]
    return sorted(found, key=lambda each: (each.answered, each.held, each.known.key))


_NONE = sightings.Sightings()


def settle(connection: Connection, run_id: int, source: str, decided: Removals, now: datetime) -> None:
    """Remove what is decided to be gone, hold what is to be held, and keep what was found of the rest."""
    bury(connection, run_id, decided.gone, now)
    found = dict(decided.found or {})
    verdicts = {key: (proof.verdict.value, proof.reason) for key, proof in found.items()}
    verdicts |= {key: (HELD, found[key].reason if key in found else "") for key in decided.held}
    before = {
        row.resource: row
        for part in in_parts(verdicts)
        for row in connection.execute(select(removals).where(among(connection, removals.c.resource, part)))
    }
    for key, (verdict, proof) in verdicts.items():
        row = before.get(key)
        if row is None:
            values = {"verdict": verdict, "proof": proof, "run": run_id, "at": now}
            connection.execute(insert(removals).values(resource=key, source=source, **values))
        elif (row.verdict, row.proof) != (verdict, proof or row.proof):
            changed = {"verdict": verdict, "proof": proof or row.proof}
            since = {} if row.verdict == verdict else {"run": run_id, "at": now}
            connection.execute(update(removals).where(removals.c.resource == key).values(**changed, **since))


def bury(connection: Connection, run_id: int, gone: Sequence[Decision], now: datetime) -> None:
    """Make tombstones. `seen_at` is what it was: when each had last been seen."""
    keys = [each.key for each in gone]
    for part in in_parts(keys):
        buried = update(resources).where(among(connection, resources.c.key, part))
        connection.execute(buried.values(state=State.GONE, changed_at=now))
    forget(connection, keys)
    write_versions(connection, run_id, now, gone)


def forget(connection: Connection, keys: Iterable[Key]) -> None:
    """Drop what was found of these resources: they are gone, or back."""
    for part in in_parts(keys):
        connection.execute(delete(removals).where(among(connection, removals.c.resource, part)))


def held(connection: Connection, source: str | None = None) -> list[Held]:
    """What waits for a person, of one source or of all: by source, then by key."""
    waiting = select(removals).where(removals.c.verdict == HELD).order_by(removals.c.source, removals.c.resource)
    rows = connection.execute(waiting if source is None else waiting.where(removals.c.source == source)).all()
    seen = {name: sightings.of_source(connection, name) for name in {row.source for row in rows}}
    known: dict[Key, Known] = {}
    for name, its in seen.items():
        known |= load(connection, [row.resource for row in rows if row.source == name], its)
    return [Held(known[row.resource], row.at, row.proof) for row in rows]


def count_held(connection: Connection, source: str) -> int:
    """How many removals of a source wait for a person."""
    waiting = select(func.count()).select_from(removals).where(removals.c.source == source, removals.c.verdict == HELD)
    return connection.scalar(waiting) or 0


def confirm(connection: Connection, waiting: Sequence[Held], now: datetime) -> None:
    """Remove held resources by a person's word: no run's doing, so that the version's run is 0."""
    said = "confirmed by a person"
    gone = [removal(each.known, f"{each.proof}; {said}" if each.proof else said) for each in waiting]
    bury(connection, 0, gone, now)


def refuse(connection: Connection, waiting: Sequence[Held], now: datetime) -> None:
    """Keep held resources, as missing: they are not asked for again until they are back."""
    for part in in_parts([each.known.key for each in waiting]):
        refused = update(removals).where(among(connection, removals.c.resource, part))
        connection.execute(refused.values(verdict=REFUSED, at=now))


class Pending:
    """A store's removals that are not decided yet. Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def suspects(self, source_name: str, run_id: int, absences: int) -> list[Suspect]:
        """What would be absent for `absences` complete runs if this open run is one: may it be gone?"""
        with self._database.reading() as connection:
            return suspects(connection, source_name, sightings.of_run(connection, run_id), absences)

    def held(self, source_name: str | None = None) -> list[Held]:
        """What waits for a person, of one source or of all: by source, then by key."""
        with self._database.reading() as connection:
            return held(connection, source_name)

    def confirm(self, waiting: Sequence[Held], now: datetime) -> None:
        """Remove held resources by a person's word; their last values stay."""
        with self._database.writing() as connection:
            confirm(connection, waiting, now)

    def refuse(self, waiting: Sequence[Held], now: datetime) -> None:
        """Keep held resources as they are, missing; they are not asked for again until they are back."""
        with self._database.writing() as connection:
            refuse(connection, waiting, now)
