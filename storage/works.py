"""What is one work: compared, listed, and decided by people. `Store.works` leads here; each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, delete, func, insert, or_, select, true

from pipeline.candidates import CROWD
from pipeline.errors import UsageError
from pipeline.model import Key
from pipeline.works import Golden, Relation
from storage import clusters as clustering
from storage import comparing, waiting
from storage.duplicate_tables import cluster_members, clusters, fingerprints, judgements, unjudged, verdicts
from storage.engine import Database
from storage.parts import PART, among
from storage.tables import resources


@dataclass(frozen=True, slots=True)
class Member:
    """A resource of a cluster, as a list shows it."""

    key: Key
    source: str
    title: str
    url: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """One work: its resources by key, and its golden record. `id` is the first of their keys."""

    id: str
    members: tuple[Member, ...]
    golden: Golden


@dataclass(frozen=True, slots=True)
class PairJudged:
    """Two resources and what they are to each other: `relation` is what counts, `ruled` what the rules say.

    `by_person`: the relation is a person's. Without `ruled` the rules have never compared the two; `score` is then None.
    """

    a: Member
    b: Member
    relation: Relation
    by_person: bool
    ruled: Relation | None
    score: float | None
    reason: str
    at: datetime


class Works:
    """The duplicates in a database. Every method raises StoreError where the database cannot be used."""

    def __init__(self, database: Database, crowd: int = CROWD) -> None:
        self._database = database
        self._crowd = crowd

    def compare(
        self, now: datetime | None = None, on_progress: Callable[[comparing.Compared], None] | None = None
    ) -> comparing.Compared:
        """Compare all that waits, a part at a time; what is done stays done if it is broken off."""
        done = comparing.Compared(0, 0, 0)
        while True:
            with self._database.writing() as connection:
                part = comparing.compare_part(connection, now or datetime.now(UTC), self._crowd)
            if not part.resources:
                return done
            done = comparing.Compared(done.resources + part.resources, done.pairs + part.pairs, part.waiting)
            if on_progress is not None:
                on_progress(done)

    def compare_anew(self) -> None:
        """Note every resource as to be compared: after an upgrade that judges better. What people have said stays."""
        with self._database.writing() as connection:
            waiting.put_off_all(connection)

    def waiting(self) -> int:
        """How many resources wait to be compared."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(unjudged)) or 0

    def compared(self) -> int:
        """How many resources have been compared."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(fingerprints)) or 0

    def clusters(
        self, *, source: str | None = None, key: Key | None = None, limit: int | None = None
    ) -> Iterator[Cluster]:
        """The works that have two resources and more, by id; those with a resource of `source`, or the one of `key`."""
        wanted = select(clusters).where(_holding(source, key)).order_by(clusters.c.id).limit(limit)
        with (
            self._database.reading() as connection,
            connection.execute(wanted, execution_options={"yield_per": PART}) as result,
        ):
            for rows in result.mappings().partitions():
                yield from _clusters(connection, rows)

    def count_clusters(self, *, source: str | None = None, key: Key | None = None) -> int:
        """How many works have two resources and more."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(clusters).where(_holding(source, key))) or 0

    def pairs(
        self,
        *,
        relation: Relation | None = None,
        source: str | None = None,
        key: Key | None = None,
        by_person: bool = False,
        limit: int | None = None,
    ) -> Iterator[PairJudged]:
        """The pairs that were judged, by people first, then the surest first."""
        wanted = _pairs(relation, source, key, by_person=by_person).limit(limit)
        with (
            self._database.reading() as connection,
            connection.execute(wanted, execution_options={"yield_per": PART}) as result,
        ):
            for rows in result.mappings().partitions():
                members = _members(connection, {name for row in rows for name in (row["a"], row["b"])})
                yield from (_pair(row, members) for row in rows)

    def count_pairs(
        self,
        *,
        relation: Relation | None = None,
        source: str | None = None,
        key: Key | None = None,
        by_person: bool = False,
    ) -> int:
        """How many pairs fit."""
        wanted = _pairs(relation, source, key, by_person=by_person).order_by(None).subquery()
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(wanted)) or 0

    def decide(self, one: Key, other: Key, relation: Relation, now: datetime | None = None) -> None:
        """Keep what a person says of two resources; it stands above the rules until it is undone.

        Raises UsageError for a resource with itself, and for keys that nothing is known of.
        """
        a, b = _in_order(one, other)
        with self._database.writing() as connection:
            known = set(connection.scalars(select(resources.c.key).where(resources.c.key.in_((a, b)))))
            if missing := sorted({a, b} - known):
                raise UsageError(f"No resource has the key {missing[0]}.", advice="See: gleanery resources")
            _undo(connection, a, b)
            values = {"a": a, "b": b, "relation": relation, "at": now or datetime.now(UTC)}
            connection.execute(insert(verdicts).values(values))
            clustering.renew(connection, {a, b})

    def undo(self, one: Key, other: Key) -> bool:
        """Take back what a person has said of two resources: the rules count again. False if nobody has said anything."""
        a, b = _in_order(one, other)
        with self._database.writing() as connection:
            undone = _undo(connection, a, b)
            if undone:
                clustering.renew(connection, {a, b})
        return undone


def _in_order(one: Key, other: Key) -> tuple[Key, Key]:
    if one == other:
        raise UsageError(f"{one} cannot be compared with itself.", advice="Name two resources.")
    return min(one, other), max(one, other)


def _undo(connection: Connection, a: Key, b: Key) -> bool:
    return bool(connection.execute(delete(verdicts).where(verdicts.c.a == a, verdicts.c.b == b)).rowcount)


def _holding(source: str | None, key: Key | None) -> ColumnElement[bool]:
    held = select(cluster_members.c.cluster)
    if source is not None:
        held = held.join(resources, resources.c.key == cluster_members.c.resource).where(resources.c.source == source)
    if key is not None:
        held = held.where(cluster_members.c.resource == key)
    return true() if source is None and key is None else clusters.c.id.in_(held)


def _clusters(connection: Connection, rows: Sequence[RowMapping]) -> list[Cluster]:
    columns = cluster_members.c
    of: dict[str, list[Key]] = {row["id"]: [] for row in rows}
    ordered = select(columns.cluster, columns.resource).order_by(columns.resource)
    for cluster, key in connection.execute(ordered.where(among(connection, columns.cluster, list(of)))):
        of[cluster].append(key)
    members = _members(connection, {key for keys in of.values() for key in keys})
    return [
        Cluster(
            row["id"],
            tuple(members[key] for key in of[row["id"]]),
            Golden(row["golden"], {field: tuple(keys) for field, keys in row["origins"].items()}),
        )
        for row in rows
    ]


def _members(connection: Connection, keys: set[Key]) -> dict[Key, Member]:
    columns = resources.c
    shown = select(columns.key, columns.source, columns.title, columns.url, columns.published)
    found = connection.execute(shown.where(among(connection, columns.key, sorted(keys))))
    return {row.key: Member(row.key, row.source, row.title, row.url, row.published) for row in found}


def _pairs(
    relation: Relation | None, source: str | None, key: Key | None, *, by_person: bool
) -> Select[tuple[object, ...]]:
    """The pairs of both tables; of one that stands in both a row that has what each says."""
    said, ruled = verdicts.c, judgements.c
    both = judgements.outerjoin(verdicts, and_(said.a == ruled.a, said.b == ruled.b))
    ruled_columns = (ruled.a, ruled.b, ruled.relation.label("ruled"), ruled.score, ruled.reason, ruled.at)
    by_rules = select(*ruled_columns, said.relation.label("said"), said.at.label("said_at")).select_from(both)
    alone = verdicts.outerjoin(judgements, and_(said.a == ruled.a, said.b == ruled.b))
    nobody = (said.a, said.b, ruled.relation.label("ruled"), ruled.score, ruled.reason, ruled.at)
    by_people = select(*nobody, said.relation.label("said"), said.at.label("said_at")).select_from(alone)
    rows = by_rules.union_all(by_people.where(ruled.a.is_(None))).subquery()
    columns = rows.c
    counts = func.coalesce(columns.said, columns.ruled)
    wanted = select(rows).order_by(columns.said.is_(None), columns.score.desc(), columns.a, columns.b)
    if relation is not None:
        wanted = wanted.where(counts == relation)
    if by_person:
        wanted = wanted.where(columns.said.is_not(None))
    if key is not None:
        wanted = wanted.where(or_(columns.a == key, columns.b == key))
    if source is not None:
        its = select(resources.c.key).where(resources.c.source == source)
        wanted = wanted.where(or_(columns.a.in_(its), columns.b.in_(its)))
    return wanted


def _pair(row: RowMapping, members: dict[Key, Member]) -> PairJudged:
    said, ruled = row["said"], row["ruled"]
    return PairJudged(
        a=members[row["a"]],
        b=members[row["b"]],
        relation=Relation(said or ruled),
        by_person=said is not None,
        ruled=Relation(ruled) if ruled else None,
        score=row["score"],
        reason=row["reason"] or "",
        at=row["said_at"] or row["at"],
    )
