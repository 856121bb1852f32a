"""What a listing states of its records as JSON-LD: ItemList, Blog, CollectionPage and the articles in them (schema.org).

It is matched to the records by address and only fills what the page does not show: people see the page, few see this.
What is broken, or not of these forms, is left out without a word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from crawler.listing.model import Record
from crawler.listing.parsing import Element
from crawler.listing.tree import join
from pipeline.urls import identity

_MOST_BYTES = 2 * 2**20
_DEEPEST = 8
# Where articles hang in what a page states of itself.
_HOLDERS = ("@graph", "itemListElement", "blogPost", "blogPosts", "hasPart", "mainEntity", "item", "about")
_NONE: Mapping[str, Mapping[str, Any]] = {}


def stated(blocks: Iterable[Any], url: str) -> Mapping[str, Mapping[str, Any]]:
    """JSON-LD objects of the page that have an address and a title, by the identity of the address."""
    found: dict[str, Mapping[str, Any]] = {}
    for block in blocks:
        for thing in _things(block, 0):
            address = _address(thing)
            if address and (target := join(url, address)).startswith("http"):
                found.setdefault(identity(target), thing)
    return found or _NONE


def blocks_of(root: Element) -> Iterator[Any]:
    """What each block of a page's JSON-LD holds; None: it is broken, or too large."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            yield parsed(script.text)


def parsed(text: str) -> Any:
    """What a block of JSON-LD holds; None: it is broken, or too large."""
    if len(text) > _MOST_BYTES:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def complete(records: tuple[Record, ...], things: Mapping[str, Mapping[str, Any]]) -> tuple[Record, ...]:
    """The records with the fields filled that the page shows of none of them, and the page's JSON-LD states."""
    if not things:
        return records
    matched = [things.get(identity(record.url)) for record in records]
    if not any(matched):
        return records
    bare = {
        name
        for name in ("published", "modified", "authors", "image", "teaser")
        if not any(getattr(r, name) for r in records)
    }
    return tuple(
        _filled(record, thing, bare) if thing is not None else record
        for record, thing in zip(records, matched, strict=True)
    )


def _filled(record: Record, thing: Mapping[str, Any], bare: set[str]) -> Record:
    values: dict[str, Any] = {
        "published": _text(thing.get("datePublished")),
        "modified": _text(thing.get("dateModified")),
        "authors": tuple(_names(thing.get("author"))),
        "image": _image(thing.get("image")),
        "teaser": _text(thing.get("description") or thing.get("abstract")),
    }
    new = {name: value for name, value in values.items() if value and name in bare}
    return replace(record, **new, origins={**record.origins, **dict.fromkeys(new, "JSON-LD")}) if new else record


def _things(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:1000]:
            yield from _things(each, depth + 1)
    elif isinstance(value, dict):
        if (value.get("headline") or value.get("name")) and (value.get("datePublished") or value.get("description")):
            yield value
        for holder in _HOLDERS:
            if holder in value:
                yield from _things(value[holder], depth + 1)


def _address(thing: Mapping[str, Any]) -> str:
    for name in ("url", "mainEntityOfPage", "@id"):
        value = thing.get(name)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and value.strip():
            return value.strip().partition("#")[0]
    return ""


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for each in value[:20] for name in _names(each)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [name] if (name := _text(value)) and not name.startswith("http") else []


def _image(value: Any) -> str:
    if isinstance(value, list):
        return _image(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("url") or value.get("contentUrl"))
    return _text(value)
