"""A wrapper that a person has written or edited, and pinned: it is replayed as it is and never learnt anew.

All that it needs is where the records stand; each selector is CSS, or an XPath where it begins with "/", "." or "(" ::

    {"pinned": true,
     "records": "ul.results > li",           one element per record
     "fields": {"teaser": "p.lead",          inside a record: its text; of terms and authors, the text of each match
                "published": "time::attr(datetime)"},
     "flat": true,                           a record is that element and its siblings up to the next one
     "next": "a.older"}                      the link to the next page; null: there is none

Fields that are not named are read as on any listing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from lxml import etree

from crawler.listing.model import Record
from crawler.listing.parsing import Element
from crawler.listing.tree import join
from pipeline.errors import UsageError
from pipeline.model import JSON

ONE = ("title", "teaser", "published", "modified", "image")
MANY = ("categories", "tags", "authors")


def is_pinned(wrapper: Mapping[str, JSON]) -> bool:
    return wrapper.get("pinned") is True


def pinned(value: Any) -> dict[str, JSON]:
    """A person's wrapper, checked, and marked as pinned.

    Raises:
        UsageError: not an object, without records, a field that is none, a selector that cannot be read.
    """
    if not isinstance(value, dict):
        raise UsageError("A wrapper is a JSON object.", advice='The least of one: {"records": "ul.results > li"}')
    if not isinstance(value.get("records"), str) or not value["records"]:
        raise UsageError(
            'The wrapper does not say where the records are ("records").',
            advice='Give a CSS selector or an XPath of one element per record, such as "ul.results > li".',
        )
    fields = value.get("fields")
    chosen = {name: each for name, each in fields.items() if isinstance(each, str)} if isinstance(fields, dict) else {}
    if unknown := sorted(set(chosen) - {*ONE, *MANY}):
        raise UsageError(f"A record has no field {unknown[0]!r}.", advice=f"The fields are {', '.join((*ONE, *MANY))}.")
    for selector in (value["records"], *chosen.values(), value.get("next") or "a"):
        selected(selector)
    # What was learnt of the template belongs to the old selectors: a person's word needs no such check.
    kept: dict[str, JSON] = {"version": 1, "pinned": True, "records": value["records"], "fields": cast("JSON", chosen)}
    return kept | {name: value[name] for name in ("next", "anchors", "terms", "flat") if name in value}


@lru_cache(maxsize=256)
def selected(selector: str) -> etree.XPath:
    """A selector, compiled. Raises UsageError."""
    try:
        if selector.startswith(("/", ".//", "./", "(")):
            return etree.XPath(selector)
        from parsel import css2xpath  # noqa: PLC0415 - learnt wrappers hold none: reading saved pages starts without it

        return etree.XPath(css2xpath(selector))
    except Exception as error:
        raise UsageError(f"{selector!r} is neither CSS nor XPath: {error}", advice="Mend the selector.") from error


def with_fields(
    records: Sequence[Record], elements: Sequence[Element], wrapper: Mapping[str, JSON], url: str
) -> tuple[Record, ...]:
    """The records, with the fields read by the person's selectors in place of those that the reader found."""
    fields = wrapper.get("fields")
    chosen = {name: str(each) for name, each in fields.items()} if isinstance(fields, dict) else {}
    return tuple(_read(record, element, chosen, url) for record, element in zip(records, elements, strict=True))


def next_by(root: Element, url: str, selector: JSON) -> str | None:
    """Where the pinned link to the next page leads, if it stands on this page."""
    for link in _found(selected(selector), root) if isinstance(selector, str) else ():
        href = link if isinstance(link, str) else link.get("href")
        if href and (target := join(url, href.strip()).partition("#")[0]).startswith("http") and target != url:
            return target
    return None


def _read(record: Record, element: Element, chosen: Mapping[str, str], url: str) -> Record:
    values: dict[str, Any] = {}
    for name, selector in chosen.items():
        texts = [_text(each) for each in _found(selected(selector), element)]
        if name in MANY:
            values[name] = tuple(dict.fromkeys(filter(None, texts)))
        elif name == "image":
            images = [
                each if isinstance(each, str) else each.get("src") for each in _found(selected(selector), element)
            ]
            values[name] = join(url, next(filter(None, images), "")) if any(images) else ""
        else:
            values[name] = next(filter(None, texts), "")
    return replace(record, **values, origins={**record.origins, **dict.fromkeys(values, "pinned selector")})


def _found(path: etree.XPath, element: Element) -> list[Any]:
    found = path(element)
    return found if isinstance(found, list) else [str(found)]


def _text(match: Any) -> str:
    return " ".join((match if isinstance(match, str) else "".join(match.itertext())).split())
