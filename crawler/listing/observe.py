"""A page as it was read → one observation per record, ready to be normalised. No network."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from crawler.listing.model import Reading, Record
from pipeline.model import JSON, Channel, Observation
from pipeline.terms import split_run_together


def observations(reading: Reading, *, source: str, page_url: str, seen_at: datetime) -> list[Observation]:
    """The records of `reading`, in the page's order, as what the listing channel saw of `source` at `page_url`.

    A field that the page has no slot for (None) is left out: it says nothing of the site. The page's language and its
    order of day and month stand beside the fields, for the dates' sake. `seen_at` is aware, in UTC.
    """
    shows_files = any(record.files for record in reading.records)
    terms = frozenset(name for record in reading.records for name in (*(record.categories or ()), *(record.tags or ())))
    return [
        Observation(
            source=source,
            channel=Channel.LISTING,
            url=record.url,
            page_url=page_url,
            position=position,
            seen_at=seen_at,
            fields=_fields(record, reading, terms, shows_files=shows_files),
            origins=dict(record.origins),
            native_id=record.native_id,
        )
        for position, record in enumerate(reading.records)
    ]


def _fields(record: Record, reading: Reading, terms: frozenset[str], *, shows_files: bool) -> dict[str, JSON]:
    slots: dict[str, JSON] = {
        "title": record.title,
        "teaser": record.teaser,
        "published": record.published,
        "modified": record.modified,
        "categories": _apart(record.categories, terms),
        "tags": _apart(record.tags, terms),
        "authors": _names(record.authors),
        "image": record.image,
        # A listing without a single file has no slot for files, rather than resources without any.
        "files": [{"url": url, "title": title} for url, title in record.files] if shows_files else None,
        "page_language": reading.language,
        "date_order": reading.date_order,
    }
    return {name: value for name, value in slots.items() if value is not None}


def _apart(names: tuple[str, ...] | None, terms: frozenset[str]) -> JSON:
    """Terms that a template printed without a gap ("GuidancePublications") are told apart by the page's other terms.

    Only a capital right after a small letter shows that a gap is missing: "Health Education" may be one term.
    """
    if names is None:
        return None
    return [part for name in names for part in _parts(name, terms - {name})]


def _parts(name: str, others: frozenset[str]) -> tuple[str, ...]:
    parts = split_run_together(name, others)
    joints = pairwise(parts)
    together = "".join(parts) == name and all(left[-1:].islower() and right[:1].isupper() for left, right in joints)
    return parts if together else (name,)


def _names(names: tuple[str, ...] | None) -> JSON:
    return None if names is None else [*names]
