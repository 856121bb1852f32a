"""A source as people write it down (YAML), and the JSON Schema of that form: both read off `Source` and its parts.

    name: example.org
    url: https://example.org/resources/
    channel: wordpress
    politeness: {delay: 2}

What is left out has its default; `write` leaves out what is at its default.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin

from pipeline.errors import BadUrl, UsageError
from pipeline.model import Plan, Politeness, Source
from pipeline.sources import name_for
from pipeline.urls import canonical

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"
# A name stands before a slash in each of its resources' keys, and in file names.
NAME = re.compile(r"[\w][\w.-]{0,99}")

# What the types do not say, by the name of the type and of its field.
_BOUNDS: Mapping[str, Mapping[str, Any]] = {
    "Politeness.concurrency": {"minimum": 1, "maximum": 16},
    "Politeness.delay": {"minimum": 0},
    "Politeness.timeout": {"exclusiveMinimum": 0},
    "Politeness.max_bytes": {"minimum": 1},
    "Politeness.max_requests": {"minimum": 1},
    "Expectations.min_items": {"minimum": 0},
    "Expectations.max_items": {"minimum": 1},
    "Policy.absences": {"minimum": 1},
    "Policy.removal_share": {"minimum": 0, "maximum": 1},
    "Policy.full_every": {"minimum": 0},
    "Policy.keep_runs": {"minimum": 0},
    "Source.name": {"pattern": f"^{NAME.pattern}$"},
    "Source.url": {"format": "uri", "pattern": "^https?://"},
    "Plan.entry_url": {"format": "uri", "pattern": "^https?://"},
}
_MEANINGS: Mapping[str, str] = {
    "Source.name": "What the source is called; its host if not given.",
    "Source.url": "The page that lists the resources.",
    "Source.channel": "How the site is read; auto leaves it to the probe.",
    "Source.types": "Only these post or node types; every one but pages if none is named.",
    "Source.enrich": "Whether items are completed from their own pages: none, missing (where fields lack), all.",
    "Source.file_sizes": "Whether linked files are asked for their size and type (HEAD); nothing is downloaded.",
    "Source.politeness": "How the site may be asked. Seconds and bytes.",
    "Source.expectations": "Bounds for the number of resources; outside of them a run needs attention.",
    "Source.policy": "When what is absent is removed, how often everything is read, how long runs are kept.",
    "Source.plan": "What a probe found: the channel, where it starts, and what it needs to know.",
    "Source.paused": "Not read until this is false again.",
    "Source.schedule": "When the source is visited.",
    "Source.alerts": "Who is told of what.",
    "Politeness.delay": "Least time between two requests, in seconds.",
    "Politeness.concurrency": "Requests at a time.",
    "Politeness.contact": "A mail address or page by which the site can reach you; it is sent along.",
}
# What may be left out although the type has no default: it follows from the rest.
_FOLLOWS = {"Source.name"}

T = TypeVar("T")


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a source as it is written down, or of several under `sources`."""
    one = _schema_of(Source)
    several = {"type": "object", "properties": {"sources": {"type": "array", "items": {"$ref": "#/$defs/source"}}}}
    return {
        "$schema": SCHEMA_ID,
        "title": "A source of Gleanery, or several",
        "$defs": {"source": one},
        "oneOf": [{"$ref": "#/$defs/source"}, {**several, "required": ["sources"], "additionalProperties": False}],
    }


def read(document: object, taken: tuple[str, ...] = ()) -> list[Source]:
    """The sources of a document as YAML gives it. Raises UsageError that names every fault and where it is.

    `taken` are names that a source without one must not get.
    """
    several = isinstance(document, Mapping) and "sources" in document
    listed = document["sources"] if several and isinstance(document, Mapping) else [document]
    faults: list[str] = []
    if not isinstance(listed, list):
        faults.append("sources: is not a list")
        listed = []
    found: list[Source] = []
    for number, each in enumerate(listed):
        place = f"sources[{number}]" if several else ""
        source = _source(each, place, faults, (*taken, *(known.name for known in found)))
        if source is not None:
            found.append(source)
    if faults:
        raise UsageError("; ".join(faults), advice="`gleanery schema` prints what may stand where.")
    return found


def write(source: Source) -> dict[str, Any]:
    """A source as it is written down: without what is at its default, and without what a run learns again."""
    plain: dict[str, Any] = _plain(source)
    plan = plain.get("plan")
    if isinstance(plan, dict) and isinstance(plan.get("detail"), dict):
        plan["detail"] = {name: value for name, value in plan["detail"].items() if name != "wrapper"}
        if not plan["detail"]:
            del plan["detail"]
    return plain


def _source(value: object, place: str, faults: list[str], taken: tuple[str, ...]) -> Source | None:
    before = len(faults)
    if isinstance(value, Mapping) and isinstance(value.get("url"), str):
        try:
            address = canonical(value["url"])
        except BadUrl as error:
            faults.append(f"{_at(place, 'url')}: {error}")
            return None
        value = {"name": name_for(address, taken), **value, "url": address}
    made = _made(Source, value, place, faults)
    if made is None or len(faults) > before:
        return None
    if not NAME.fullmatch(made.name):
        faults.append(f"{_at(place, 'name')}: {made.name!r} cannot be a name: use letters, digits, dots and dashes")
    return made


def _made(kind: type[T], value: object, place: str, faults: list[str]) -> T | None:
    """An instance of a dataclass, or None and faults."""
    if not isinstance(value, Mapping):
        faults.append(f"{place or 'the document'}: is not a list of names with values")
        return None
    known = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]
    before = len(faults)
    for name in value:
        if name not in known:
            near = [each for each in known if each.startswith(str(name)[:3])]
            hint = f"; do you mean {near[0]}?" if near else ""
            faults.append(f"{_at(place, str(name))}: is not known{hint}")
    missing = [each for each in known.values() if _is_needed(each) and each.name not in value]
    faults += [f"{_at(place, each.name)}: is missing" for each in missing]
    hints = typing.get_type_hints(kind)
    made = {
        name: _value(hints[name], given, _at(place, name), faults, _BOUNDS.get(f"{kind.__name__}.{name}", {}))
        for name, given in value.items()
        if name in known
    }
    return kind(**made) if len(faults) == before else None


def _value(hint: Any, given: object, place: str, faults: list[str], bounds: Mapping[str, Any]) -> Any:
    options = get_args(hint) if get_origin(hint) in {Union, types.UnionType} else (hint,)
    if given is None and type(None) in options:
        return None
    hint = next(each for each in options if each is not type(None))
    if is_dataclass(hint) and isinstance(hint, type):
        return _made(hint, given, place, faults)
    if get_origin(hint) is tuple and isinstance(given, list):
        inner = get_args(hint)[0]
        return tuple(_value(inner, each, f"{place}[{n}]", faults, {}) for n, each in enumerate(given))
    if isinstance(hint, type) and issubclass(hint, StrEnum) and given in [each.value for each in hint]:
        return hint(given)
    return _plain_value(hint, given, place, faults, bounds)


def _plain_value(hint: Any, given: object, place: str, faults: list[str], bounds: Mapping[str, Any]) -> Any:
    if get_origin(hint) is tuple:
        faults.append(f"{place}: is not a list")
        return None
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        faults.append(f"{place}: {given!r} is none of {', '.join(each.value for each in hint)}")
        return None
    wanted = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
    if hint not in wanted:
        return dict(given) if isinstance(given, Mapping) else given
    fits = isinstance(given, hint) or (hint is float and isinstance(given, int))
    if not fits or (isinstance(given, bool) and hint is not bool):
        faults.append(f"{place}: {given!r} is not {wanted[hint]}")
        return None
    if isinstance(given, int | float) and not isinstance(given, bool):
        least, most = bounds.get("minimum"), bounds.get("maximum")
        if (least is not None and given < least) or given <= bounds.get("exclusiveMinimum", given - 1):
            faults.append(f"{place}: {given} is too small")
        if most is not None and given > most:
            faults.append(f"{place}: {given} is more than {most}")
    return hint(given)


def _is_needed(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _plain(value: Any) -> Any:
    """A dataclass's values as YAML takes them, without those at their defaults."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = {}
        for each in fields(value):
            own = getattr(value, each.name)
            default = each.default_factory() if each.default_factory is not MISSING else each.default
            if own != default:
                kept[each.name] = _plain(own)
        return kept
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def _schema_of(kind: type[Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    properties = {}
    for each in fields(kind):
        name = f"{kind.__name__}.{each.name}"
        one = {**_type_schema(hints[each.name]), **_BOUNDS.get(name, {})}
        if name in _MEANINGS:
            one["description"] = _MEANINGS[name]
        if each.default is not MISSING and not isinstance(each.default, tuple) and each.default is not None:
            one["default"] = each.default.value if isinstance(each.default, StrEnum) else each.default
        properties[each.name] = one
    needed = [each.name for each in fields(kind) if _is_needed(each) and f"{kind.__name__}.{each.name}" not in _FOLLOWS]
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _type_schema(hint: Any) -> dict[str, Any]:
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [each for each in get_args(hint) if each is not type(None)]
        schema = _type_schema(inner[0])
        return {"anyOf": [schema, {"type": "null"}]} if len(inner) < len(get_args(hint)) else schema
    if is_dataclass(hint) and isinstance(hint, type):
        return _schema_of(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [each.value for each in hint]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type_schema(get_args(hint)[0])}
    plain = {str: "string", bool: "boolean", int: "integer", float: "number"}
    return {"type": plain[hint]} if hint in plain else {"type": "object"}


def planned(url: str, plan: Plan, politeness: Politeness = Politeness()) -> Source:  # noqa: B008 - frozen
    """The source that a probe of `url` proposes."""
    address = canonical(url)
    return Source(name_for(address), address, channel=plan.channel, politeness=politeness, plan=plan)
