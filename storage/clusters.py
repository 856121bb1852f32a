"""Clusters: the resources that are one work, by what was judged and what people have said; each with its golden record."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select

from pipeline.dedupe import clusters as grouped
from pipeline.golden import golden
from pipeline.model import Key
from pipeline.works import Judgement, Relation
from storage.duplicate_tables import cluster_members, clusters, judgements, verdicts
from storage.parts import among, in_parts
from storage.rows import load
from storage.tables import resources


def renew(connection: Connection, touched: Collection[Key]) -> None:
    """Build the clusters anew of all that may hang together with the resources in `touched`, and their golden records."""
    concerned = _component(connection, set(touched) | companions(connection, touched))
    groups = grouped(*_said_of(connection, concerned))
    old = _clusters_of(connection, concerned)
    for part in in_parts(sorted(old)):
        connection.execute(delete(clusters).where(among(connection, clusters.c.id, part)))
    _write(connection, groups)


def companions(connection: Connection, keys: Collection[Key]) -> set[Key]:
    """Who shares a cluster with one of `keys`, themselves included."""
    found: set[Key] = set()
    for part in in_parts(sorted(_clusters_of(connection, keys))):
        found.update(
            connection.scalars(
                select(cluster_members.c.resource).where(among(connection, cluster_members.c.cluster, part))
            )
        )
    return found


def dissolve(connection: Connection, source: str) -> None:
    """Delete the clusters that hold resources of a source which is to be removed."""
    its = (
        select(cluster_members.c.cluster)
        .join(resources, resources.c.key == cluster_members.c.resource)
        .where(resources.c.source == source)
    )
    connection.execute(delete(clusters).where(clusters.c.id.in_(its)))


def _clusters_of(connection: Connection, keys: Collection[Key]) -> set[str]:
    found: set[str] = set()
    for part in in_parts(sorted(keys)):
        found.update(
            connection.scalars(
                select(cluster_members.c.cluster).where(among(connection, cluster_members.c.resource, part))
            )
        )
    return found


def _component(connection: Connection, keys: set[Key]) -> set[Key]:
    """`keys`, and all that hangs together with them by pairs that are one work."""
    found, frontier = set(keys), sorted(keys)
    while frontier:
        reached: set[Key] = set()
        for table in (judgements, verdicts):
            for part in in_parts(frontier):
                for side, other in ((table.c.a, table.c.b), (table.c.b, table.c.a)):
                    same = select(other).where(table.c.relation == Relation.SAME, among(connection, side, part))
                    reached.update(connection.scalars(same))
        frontier = sorted(reached - found)
        found |= reached
    return found


def _said_of(connection: Connection, keys: Collection[Key]) -> tuple[list[Judgement], dict[tuple[Key, Key], Relation]]:
    """What rules and people say of the pairs within `keys`."""
    judged: list[Judgement] = []
    fixed: dict[tuple[Key, Key], Relation] = {}
    for part in in_parts(sorted(keys)):
        columns = judgements.c
        rows = connection.execute(select(judgements).where(among(connection, columns.a, part)))
        judged += [
            Judgement(row.a, row.b, Relation(row.relation), row.score, row.reason) for row in rows if row.b in keys
        ]
        for row in connection.execute(select(verdicts).where(among(connection, verdicts.c.a, part))):
            if row.b in keys:
                fixed[row.a, row.b] = Relation(row.relation)
    return judged, fixed


def _write(connection: Connection, groups: Sequence[tuple[Key, ...]]) -> None:
    for part in in_parts(groups):
        known = load(connection, sorted({key for group in part for key in group}))
        made = [(group, golden([known[key] for key in group])) for group in part]
        connection.execute(
            insert(clusters),
            [
                {
                    "id": group[0],
                    "size": len(group),
                    "golden": dict(best.fields),
                    "origins": {field: list(keys) for field, keys in best.origins.items()},
                }
                for group, best in made
            ],
        )
        connection.execute(
            insert(cluster_members), [{"resource": key, "cluster": group[0]} for group in part for key in group]
        )
