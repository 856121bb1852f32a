"""What a reader sees on one listing page. Raw: cleaning is `pipeline.normalize`'s."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model import JSON


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a listing. None: the page has no slot for the field; "" or (): it has one, and it is empty here.

    `published` and `modified` are strings as the page states them (a `datetime` attribute before visible text).
    Addresses are absolute. `origins` says for each field which slot or evidence it came from, for people to read.
    """

    url: str
    title: str
    teaser: str | None = None
    published: str | None = None
    modified: str | None = None
    categories: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    authors: tuple[str, ...] | None = None
    image: str | None = None
    files: tuple[tuple[str, str], ...] = ()
    native_id: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One page, read. No records: the page has no listing, and `confidence` (0 to 1) says how sure the reader is of it.

    `page_files` are files that the page links to outside of its records, as (address, title). `date_order` is "DMY",
    "MDY" or "YMD" as inferred from all dates of the page, or None. `wrapper` is what was learnt, as JSON (see `wrapper`).
    `drift` says what changed since the wrapper was learnt, "" if nothing did. `explanation` is filled on request: the
    candidates with their scores and evidence. `unreached`: what says that there are further records to which no address
    leads ("2", "Load more", "1–10 / 57"), "" if nothing does.
    """

    url: str
    records: tuple[Record, ...] = ()
    next_url: str | None = None
    confidence: float = 0.0
    language: str | None = None
    date_order: str | None = None
    page_files: tuple[tuple[str, str], ...] = ()
    wrapper: Mapping[str, JSON] | None = None
    explanation: Mapping[str, JSON] | None = None
    drift: str = ""
    unreached: str = ""
