"""What changed: by run, or between two moments; and all resources made anew from what was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, and_, select

from pipeline import decide
from pipeline.difference import Difference, sum_of
from pipeline.model import Decision, DecisionKind, FieldChange, Key, Known, Resource, State
from storage import observations, runs
from storage.apply import rewrite
from storage.engine import Database
from storage.parts import in_parts, rows_of
from storage.rows import load
from storage.tables import aliases, resources, versions

REPLAYED = "read anew from what was recorded"


@dataclass(frozen=True, slots=True)
class Changed:
    """A resource, and what became of it."""

    key: Key
    source: str
    url: str
    title: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay came to: how many observations were read, of how many resources, how many are others now."""

    observations: int = 0
    resources: int = 0
    changed: int = 0


class Changes:
    """A store's changes. Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_run(self, run_id: int) -> Iterator[Changed]:
        """What a run changed, by key."""
        yield from self._where(versions.c.run == run_id)

    def between(self, since: datetime | None, until: datetime | None, source_name: str | None) -> Iterator[Changed]:
        """What changed from `since` on and before `until`, of one source or of all, by key."""
        bounds: list[ColumnElement[bool]] = []
        if since is not None:
            bounds.append(versions.c.at >= since)
        if until is not None:
            bounds.append(versions.c.at < until)
        if source_name is not None:
            bounds.append(resources.c.source == source_name)
        yield from self._where(and_(True, *bounds))

    def newest_runs(self, source_name: str | None) -> list[int]:
        """The newest run that has ended of each source, or of one."""
        with self._database.reading() as connection:
            found: Sequence[int | None] = connection.scalars(runs.newest(source_name)).all()
        return sorted(each for each in found if each is not None)

    def _where(self, condition: ColumnElement[bool]) -> Iterator[Changed]:
        columns = (resources.c.key, resources.c.source, resources.c.url, resources.c.title)
        listed = select(*columns, versions.c.kind, versions.c.changes, versions.c.reason).join(
            resources, versions.c.resource == resources.c.key
        )
        ordered = listed.where(condition).order_by(resources.c.key, versions.c.id)
        with self._database.reading() as connection:
            for _, group in groupby(connection.execute(ordered), key=lambda row: row.key):
                rows = list(group)
                its = [
                    (DecisionKind(row.kind), tuple(FieldChange(**each) for each in row.changes), row.reason)
                    for row in rows
                ]
                if (difference := sum_of(its)) is not None:
                    yield Changed(rows[0].key, rows[0].source, rows[0].url, rows[0].title, difference)

    def replay(self, source_name: str, now: datetime) -> Replayed:
        """Makes a source's resources anew from its recorded observations; one that comes out otherwise is changed.

        States stay: nothing is known of the site that was not known before. All of it in one transaction.
        """
        with self._database.writing() as connection:
            rebuilt, count = _rebuilt(connection, source_name)
            changed = 0
            for part in in_parts(rebuilt):
                known = load(connection, part)
                decisions = [
                    decision
                    for key, each in known.items()
                    if (decision := _decided(rebuilt[key], key, replace(each, state=State.PRESENT))) is not None
                ]
                rewrite(connection, source_name, decisions, now)
                changed += len(decisions)
        return Replayed(count, len(rebuilt), changed)


def _decided(anew: Resource, key: Key, known: Known) -> Decision | None:
    decision = decide.decide_seen(anew, known, key)
    return replace(decision, reason=REPLAYED) if decision.kind is DecisionKind.CHANGED else None


def _rebuilt(connection: Connection, source: str) -> tuple[dict[Key, Resource], int]:
    """Each resource as its observations tell it, one over the other in the order in which they were made."""
    from pipeline.normalize import normalize  # noqa: PLC0415  it takes long to load, and only a replay cleans again

    anew: dict[Key, Resource] = {}
    count = 0
    for part in in_parts(observations.of_source(connection, source)):
        names = {observations.item_name(each) for each in part}
        wanted = rows_of(connection, sorted(names))
        owner = select(aliases.c.resource).where(aliases.c.source == source, aliases.c.alias == wanted)
        owners = {name: key for name, key in connection.execute(select(wanted, owner.scalar_subquery())) if key}
        for each in part:
            count += 1
            if key := owners.get(observations.item_name(each)):
                seen = normalize(each)
                anew[key] = decide.merge(seen, anew[key]) if key in anew else seen
    return anew, count
