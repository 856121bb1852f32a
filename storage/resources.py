"""Reading the resources: a filtered listing as a stream, one of them, its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from pipeline.errors import UsageError
from pipeline.model import DecisionKind, FieldChange, Key, Known, State
from pipeline.urls import identity
from storage import sightings, vocabulary
from storage.columns import bounded
from storage.parts import PART
from storage.rows import folded, knowns, load
from storage.tables import aliases, resource_terms, resources, sources, terms, versions


@dataclass(frozen=True, slots=True)
class Filter:
    """Which resources are meant; None leaves a side open.

    `text`: each of its words stands in the title or teaser; `category` and `tag`: a name; `language`: a tag ("pt" is
    also "pt-BR"); `since`: new, changed, missing or returned at that moment or later. Case does not count. `any_spelling`:
    category and tag are met by whatever means the same (`pipeline.vocabulary`).
    """

    source: str | None = None
    text: str | None = None
    category: str | None = None
    tag: str | None = None
    language: str | None = None
    state: State | None = None
    since: datetime | None = None
    any_spelling: bool = False


class Wanted(TypedDict, total=False):
    """A filter's sides as named arguments."""

    source: str | None
    text: str | None
    category: str | None
    tag: str | None
    language: str | None
    state: State | None
    since: datetime | None
    any_spelling: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One change of a resource, as the run that saw it has recorded it."""

    key: Key
    run_id: int
    at: datetime
    kind: DecisionKind
    changes: tuple[FieldChange, ...]
    reason: str


def stream(connection: Connection, wanted: Filter, limit: int | None) -> Iterator[Known]:
    """The resources that are meant: newest published first, undated last, then by key. A part at a time in memory."""
    columns = resources.c
    # NULLS LAST without saying so in a way that only one database understands
    undated = columns.published_utc.is_(None)
    listed = (
        select(resources)
        .where(_clause(connection, wanted))
        .order_by(undated, columns.published_utc.desc(), columns.key)
    )
    by_source: dict[str, sightings.Sightings] = {}
    with connection.execute(listed.limit(limit), execution_options={"yield_per": PART}) as result:
        for rows in result.mappings().partitions():
            for name in {row["source"] for row in rows} - by_source.keys():
                by_source[name] = sightings.of_source(connection, name)
            yield from knowns(connection, rows, by_source)


def count(connection: Connection, wanted: Filter) -> int:
    """How many resources are meant."""
    return connection.scalar(select(func.count()).select_from(resources).where(_clause(connection, wanted))) or 0


def one(connection: Connection, name: str) -> Known | None:
    """The resource of that key, address or native id. Raises UsageError where several sources know one."""
    columns = resources.c
    found = connection.execute(select(columns.key, columns.source).where(columns.key == name)).all()
    if not found:
        names = (bounded(f"url:{identity(name)}"), bounded(f"id:{name}"))
        # From the sources on, so that the aliases' key (source, alias) can be used.
        of_any = select(aliases.c.resource, aliases.c.source).select_from(sources.join(aliases))
        named = of_any.where(aliases.c.alias.in_(names)).distinct().order_by(aliases.c.resource)
        found = connection.execute(named.limit(5)).all()
    if len(found) > 1:
        keys = ", ".join(key for key, _ in found)
        raise UsageError(f"{name} could be any of {keys}", advice="Say which, by its key.")
    if not found:
        return None
    key, source = found[0]
    return load(connection, [key], sightings.of_source(connection, source)).get(key)


def history(connection: Connection, key: Key) -> list[Version]:
    """The changes of a resource, oldest first."""
    ordered = select(versions).where(versions.c.resource == key).order_by(versions.c.id)
    return [
        Version(
            key=row["resource"],
            run_id=row["run"],
            at=row["at"],
            kind=DecisionKind(row["kind"]),
            changes=tuple(FieldChange(**each) for each in row["changes"]),
            reason=row["reason"],
        )
        for row in connection.execute(ordered).mappings()
    ]


def _clause(connection: Connection, wanted: Filter) -> ColumnElement[bool]:
    columns = resources.c
    clauses: list[ColumnElement[bool]] = []
    if wanted.source is not None:
        clauses.append(columns.source == wanted.source)
    if wanted.state is not None:
        clauses.append(columns.state == wanted.state)
    if wanted.since is not None:
        clauses.append(columns.changed_at >= wanted.since)
    if wanted.language is not None:
        language = func.lower(columns.language)
        tag = wanted.language.lower()
        clauses.append(or_(language == tag, language.startswith(f"{tag}-", autoescape=True)))
    words = (wanted.text or "").split()
    clauses.extend(columns.folded.contains(folded(word), autoescape=True) for word in words)
    for kind, name in (("category", wanted.category), ("tag", wanted.tag)):
        if name is not None:
            named = terms.c.folded == bounded(folded(name))
            if wanted.any_spelling:
                named = vocabulary.means(vocabulary.load(connection), name)
            with_term = select(resource_terms.c.resource).join(terms).where(named & (terms.c.kind == kind))
            clauses.append(columns.key.in_(with_term))
    return and_(true(), *clauses)
