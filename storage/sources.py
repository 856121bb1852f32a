"""The sources that are kept, each whole as JSON in its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from pipeline.errors import UnknownSource, UsageError
from pipeline.model import Channel, Enrich, Expectations, Plan, Policy, Politeness, Source
from pipeline.schedule import Alerts, Rhythm, Schedule
from pipeline.urls import identity
from storage import visits
from storage.columns import clean
from storage.tables import notices, sources


def put(connection: Connection, source: Source, now: datetime) -> None:
    """Keep a source, or replace the one of its name; when it was first kept stays. Raises UsageError for a bad name."""
    if not source.name or clean(source.name) != source.name:
        raise UsageError(f"{source.name!r} cannot name a source", advice="Use letters and digits.")
    values = {"url": source.url, "definition": to_json(source)}
    held = select(sources.c.definition).where(sources.c.name == source.name).with_for_update(key_share=True)
    before = connection.scalar(held)
    if before is None:
        connection.execute(insert(sources).values(name=source.name, created=now, **values))
        visits.begin(connection, source)
        return
    connection.execute(update(sources).where(sources.c.name == source.name).values(values))
    known = from_json(before)
    if (known.schedule, known.paused, known.url) != (source.schedule, source.paused, source.url):
        visits.plan_anew(connection, source)


def keep_plan(connection: Connection, name: str, plan: Plan) -> None:
    """Keep what was learnt of how a source is read, and leave all else as people may have set it meanwhile.

    Raises UnknownSource.
    """
    lock(connection, name)
    definition = connection.scalars(select(sources.c.definition).where(sources.c.name == name)).one()
    learnt = to_json(replace(from_json(definition), plan=plan))
    connection.execute(update(sources).where(sources.c.name == name).values(definition=learnt))


def every(connection: Connection) -> list[Source]:
    """All sources, by name."""
    return [from_json(each) for each in connection.scalars(select(sources.c.definition).order_by(sources.c.name))]


def find(connection: Connection, name_or_url: str) -> Source | None:
    """The source of that name; else the one at that address, whatever the scheme and the last slash."""
    by_name = select(sources.c.definition).where(sources.c.name == name_or_url)
    if (definition := connection.scalar(by_name)) is not None:
        return from_json(definition)
    wanted = identity(name_or_url)
    return next((each for each in every(connection) if identity(each.url) == wanted), None)


def remove(connection: Connection, name: str) -> None:
    """Forget a source with all that was read from it. Raises UnknownSource."""
    from storage import comparing  # noqa: PLC0415  what judges takes long to load, and few remove a source

    comparing.forget_source(connection, name)
    if not connection.execute(delete(sources).where(sources.c.name == name)).rowcount:
        raise UnknownSource(f"no source is called {name}", source=name, advice="See `gleanery sources`.")
    connection.execute(delete(notices).where(notices.c.source == name))


def lock(connection: Connection, name: str) -> None:
    """Let no other transaction write to this source until this one ends. Raises UnknownSource.

    SQLite has locked the whole database already. NO KEY: rows that belong to the source can still be inserted.
    """
    held = select(sources.c.name).where(sources.c.name == name).with_for_update(key_share=True)
    if connection.scalar(held) is None:
        raise UnknownSource(f"no source is called {name}", source=name, advice="See `gleanery sources`.")


def to_json(source: Source) -> dict[str, Any]:
    """The JSON form of a source."""
    plan = source.plan and replace(source.plan, detail=dict(source.plan.detail))
    return asdict(replace(source, plan=plan))


def from_json(definition: Mapping[str, Any]) -> Source:
    """The source of that JSON form. What an older Gleanery did not write gets its default."""
    values = _fields(Source, definition)
    plan = values.get("plan")
    return Source(
        **{
            **values,
            "channel": Channel(values["channel"]),
            "types": tuple(values["types"]),
            "enrich": Enrich(values.get("enrich", Enrich.NONE)),
            "politeness": Politeness(**_fields(Politeness, values["politeness"])),
            "expectations": Expectations(**_fields(Expectations, values["expectations"])),
            "policy": Policy(**_fields(Policy, values.get("policy", {}))),
            "plan": plan and Plan(**{**_fields(Plan, plan), "channel": Channel(plan["channel"])}),
            "schedule": _schedule(values.get("schedule", {})),
            "alerts": _alerts(values.get("alerts", {})),
        }
    )


def _schedule(values: Mapping[str, Any]) -> Schedule:
    given = _fields(Schedule, values)
    return Schedule(**{**given, "rhythm": Rhythm(given.get("rhythm", Rhythm.ADAPTIVE))})


def _alerts(values: Mapping[str, Any]) -> Alerts:
    given = _fields(Alerts, values)
    return Alerts(**{**given, "mute": tuple(given.get("mute", ()))})


def _fields(type_: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {each.name: values[each.name] for each in fields(type_) if each.name in values}
