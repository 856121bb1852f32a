"""What a record is compared by, derived once: its words, numbers, names, identifiers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import identifiers
from pipeline.people import Person, Publisher, people, publisher_of
from pipeline.title_numbers import Numbers, pick, spread
from pipeline.title_words import fold, weight, without_offer, words_of
from pipeline.urls import identity
from pipeline.works import Record

# Where a title falls into parts: "Title: subtitle", "Series – title", "Title | Site".
_PARTS = re.compile(r"\s*[:：;|·•]\s+|[：；、。]|\s+[–—-]+\s*|\s*[–—]+\s+|(?<=[a-z)])[.?!]\s+(?=\S)|\s*[()\[\]（）]\s*")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Sites cut their teasers at 55 words (WordPress) or earlier: what stands beyond cannot be compared.
TEASER_WORDS = 60


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a record is compared by.

    `words`: those of the title that are no numbers and do not merely join others, in order; `whole`: all of the title's
    letters and digits without gaps; `parts`: the words of each part of the title; `telling`: how much the title says
    (the sum of its words' weights); `is_cut`: the title ended in "…". `day` is (year, month, day), 0 for what is not
    known. `shingles` are the teaser's sequences of three words.
    """

    id: str
    source: str
    whole: str
    words: tuple[str, ...]
    numbers: Numbers
    parts: tuple[tuple[str, ...], ...]
    telling: float
    is_cut: bool
    authors: tuple[Person, ...]
    publisher: Publisher | None
    day: tuple[int, int, int]
    language: str
    teaser: tuple[str, ...]
    shingles: frozenset[tuple[str, ...]]
    dois: frozenset[str]
    isbns: frozenset[str]
    symbols: frozenset[str]
    url: str
    page: str
    files: frozenset[str]
    stems: frozenset[str]


def fingerprint(record: Record) -> Fingerprint:
    """Derive what a record is compared by."""
    title, is_cut = without_offer(record.title)
    title = spread(title)
    parts = [words_of(fold(part)) for part in _PARTS.split(title)]
    publisher = publisher_of(record.publisher)
    parts = _without_publisher([part for part in parts if part], record)
    all_words = [word for part in parts for word in part]
    kept, numbers = pick(all_words)
    words = tuple(word for word in kept if weight(word)) or tuple(kept)
    teaser = words_of(fold(record.teaser))[:TEASER_WORDS]
    named = f"{record.title} {record.teaser}"
    addresses = " ".join((record.url, *record.files))
    return Fingerprint(
        id=record.id,
        source=record.source,
        whole="".join(all_words),
        words=words,
        numbers=numbers,
        parts=tuple(map(tuple, parts)),
        telling=sum(map(weight, words)),
        is_cut=is_cut,
        authors=people(record.authors),
        publisher=publisher,
        day=_day(record.published),
        language=record.language.partition("-")[0].lower(),
        teaser=tuple(teaser),
        shingles=frozenset(zip(teaser, teaser[1:], teaser[2:], strict=False)),
        dois=identifiers.dois(f"{named} {addresses}"),
        isbns=identifiers.isbns(named),
        symbols=identifiers.symbols(named),
        url=identity(record.url) if record.url else "",
        page=identifiers.without_language(record.url) if record.url else "",
        files=frozenset(map(identity, record.files)),
        stems=frozenset(filter(None, map(identifiers.file_stem, record.files))),
    )


def _without_publisher(parts: Sequence[list[str]], record: Record) -> list[list[str]]:
    """Drop the first or last part of a title that is its publisher's or site's own name."""
    names = {tuple(words_of(fold(record.publisher))), tuple(words_of(fold(record.source)))} - {()}
    kept = list(parts)
    if len(kept) > 1 and tuple(kept[-1]) in names:
        kept.pop()
    if len(kept) > 1 and tuple(kept[0]) in names:
        kept.pop(0)
    return kept


def _day(published: str) -> tuple[int, int, int]:
    found = _DATE.match(published)
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else (0, 0, 0)
