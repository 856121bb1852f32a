"""Which of a record's dates says when it was published, and which when it was changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from crawler.listing.date_signs import part_of_date
from crawler.listing.slots import Row, Table
from crawler.listing.spanning import Spanned, headed
from crawler.listing.texts import clean, date_like, has_digit
from crawler.listing.tree import Page
from crawler.listing.words import Part, label_of, parts_of
from pipeline import dates

_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_YEAR = re.compile(r"\D{0,3}(?:(?:1[5-9]|20)\d\d\s?[–—/-]\s?)?(?:19|20)\d\d\D{0,3}")
_ONLY_NUMBERS = re.compile(r"[\d\s.–-]+")
_HOLDS_YEAR = re.compile(r"\d{4}")
_NUMBERS = re.compile(r"\d+")
_NUMERIC = re.compile(r"(?<![\d./-])\d{1,4}([./-])\d{1,2}\1\d{1,4}(?![\d/-])")
_POINTS = re.compile(r"[·|•]")
_TITLE_END = re.compile(r"[(\[]([^()\[\]]{6,30})[)\]]\s*$")
_TITLE_START = re.compile(r"(?=.{0,4}\d)([^:|]{6,30}?)\s*(?::|\s[–—|-]\s)\s*\S")
_MOST_TITLES = 0.8
_LONGEST = 90
_LEAD = re.compile(r"(?=.{0,24}\d)([^—–|:]{6,32}?)\s*(?:[—–|:]|\s-)\s+")
_LEAD_LETTERS = 20
_AGO_LONGEST = 48
_UNTIL_DIGIT = re.compile(r"^[^\d]*")


class Dated(NamedTuple):
    """A date that stands in a record: where, what it says, and what its surroundings say it is."""

    slot: tuple[int, str]
    value: str
    part: Part | None
    sure: bool
    low: int
    high: int
    strong: bool
    alone: bool = True


def date_records(table: Table) -> tuple[list[str | None], list[str | None], dict[str, str]]:
    """Give the records' published and modified dates as the page states them, and take their texts.

    None stands for a field without a slot on this page, "" for an empty slot.
    """
    found = [_dates_of(table, row) for row in table.rows]
    total = len(found)
    cover: Counter[tuple[int, str]] = Counter()
    votes: dict[tuple[int, str], Counter[Part | None]] = defaultdict(Counter)
    strong: Counter[tuple[int, str]] = Counter()
    for dateds in found:
        for dated in {dated.slot: dated for dated in reversed(dateds)}.values():
            cover[dated.slot] += 1
            strong[dated.slot] += dated.strong
            votes[dated.slot][dated.part] += 1
    parts = {slot: _majority(votes[slot]) for slot in votes}
    published: list[str | None] = []
    modified: list[str | None] = []
    spanned = Spanned(table.page)
    for row, dateds in zip(table.rows, found, strict=True):
        usable = [d for d in dateds if cover[d.slot] * 2 >= total or strong[d.slot] or total < 3]
        if not usable:
            # A record of another shape (a featured one) has slots of its own: a date that stands alone is its date.
            usable = [d for d in dateds if d.alone][:2]
        old = _pick(usable, parts, Part.PUBLISHED, cover)
        new = _pick(usable, parts, Part.MODIFIED, cover)
        published.append(spanned.by(row, old.low, old.value) if old else spanned.over())
        modified.append(new.value if new else None)
        for dated in usable:
            row.take(dated.low, dated.high, "date")
    if not any(published) and any(modified) and not any(d.sure for dateds in found for d in dateds):
        # The only date of a record, called "updated" by no more than a class name or an icon, is when it was published.
        published, modified = modified, published
    if not all(published):
        published = _beside_slots(table, published)
    origins = {}
    for name, values in (("published", published), ("modified", modified)):
        if any(value is not None for value in values):
            values[:] = [value or "" for value in values]
            origins[name] = "date slot"
    return published, modified, origins


def _beside_slots(table: Table, published: list[str | None]) -> list[str | None]:
    """The dates of records that have none of their own: those in titles, and in headings over several records."""
    if not any(published):
        titled = [_in_title(row) for row in table.rows]
        if sum(map(bool, titled)) >= _MOST_TITLES * len(titled):
            return titled
    headed(table.page, table.rows, published)
    return published


def _majority(votes: Counter[Part | None]) -> Part | None:
    known = [(count, part) for part, count in votes.items() if part is not None]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def _pick(
    usable: Sequence[Dated], parts: dict[tuple[int, str], Part | None], part: Part, cover: Counter[tuple[int, str]]
) -> Dated | None:
    if len(usable) == 1:
        said = usable[0].part or parts[usable[0].slot]
        return usable[0] if said is part or (said is None and part is Part.PUBLISHED) else None
    fitting = [d for d in usable if (d.part or parts[d.slot]) is part]
    if not fitting and part is Part.PUBLISHED:
        fitting = [d for d in usable if (d.part or parts[d.slot]) is None]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return max(
        fitting,
        key=lambda d: (
            d.strong,
            _is_full(d.value),
            cover[d.slot],
            "T" in d.value and d.value[:2].isdigit(),
            len(_NUMBERS.findall(d.value)) > 1,
            -d.low,
        ),
    )


def _in_title(row: Row) -> str | None:
    """The day in brackets at a title's end, or before a dash or colon at its beginning: "Holt v Board (3 July 2025)"."""
    for found in (_TITLE_END.search(row.title), _TITLE_START.match(row.title)):
        if found is not None and (dates.find(found[1]) or _NUMERIC.fullmatch(found[1])):
            return found[1]
    return None


@lru_cache(maxsize=4096)
def _is_full(value: str) -> bool:
    """Whether a value is known to name a day: "3 of 2025" has the form of one, and is an act's number."""
    return bool(dates.find(value)) or _NUMERIC.search(value) is not None


def _dates_of(table: Table, row: Row) -> list[Dated]:
    page = table.page
    found: list[Dated] = []
    times = page.times[bisect_left(page.times, row.start) : bisect_left(page.times, row.end)]
    covered: set[int] = set()
    for node in times:
        low, high = page.first[node], page.last[node]
        stated = page.attribute(node, "datetime").strip()
        text = page.text_of(node)
        value = stated if has_digit(stated) else text
        if not has_digit(value):
            continue
        names = page.names(node)
        part, sure = part_of_date(table, row, node, low, names, text)
        found.append(Dated((page.paths[node], _stem(names)), value, part, sure, low, high, strong=bool(stated)))
        covered.update(range(low, high))
    found += _stated(table, row, covered)
    for place in range(row.low, row.high):
        if place in covered or place in row.taken:
            continue
        text = page.texts[place]
        if len(text) > _LONGEST and (len(text) > 400 or len(page.lines[place]) > _LONGEST):
            if (dated := _leading(table, row, place)) is not None:
                found.append(dated)
            continue
        if not has_digit(text):
            continue
        dated = _from_text(table, row, place, covered)
        if dated is not None:
            found.append(dated)
            covered.update(range(dated.low, dated.high))
    return found


def _leading(table: Table, row: Row, place: int) -> Dated | None:
    """The day that a long text begins with: "3 July 2025 — Needs have outpaced …". The rest stays free for the teaser."""
    page = table.page
    match = _LEAD.match(page.lines[place])
    if match is None or not dates.find(match[1]) or sum(map(str.isalpha, match[1])) > _LEAD_LETTERS:
        return None
    row.lead = match[0]
    node = page.owners[place]
    names = page.names(node)
    return Dated((page.paths[node], _stem(names)), match[1], None, False, place, place, strong=False)


_SILENT = frozenset(("abbr", "meta", "data"))


def _stated(table: Table, row: Row, covered: set[int]) -> list[Dated]:
    """Dates that an attribute states: microdata's `meta` and `data`, classic hAtom's `abbr` (value class pattern)."""
    page = table.page
    if _SILENT.isdisjoint(page.tags[row.start : row.end]):
        return []
    found = []
    for node in range(row.start, row.end):
        if page.tags[node] not in _SILENT:
            continue
        value = page.attribute(node, "content") or page.attribute(node, "value") or page.attribute(node, "title")
        names = page.names(node)
        if not _ISO.match(value) or not parts_of(names) & {Part.PUBLISHED, Part.MODIFIED}:
            continue
        low, high = page.first[node], page.last[node]
        part, sure = part_of_date(table, row, node, low, names, page.text_of(node))
        found.append(Dated((page.paths[node], _stem(names)), value, part, sure, low, high, strong=True))
        covered.update(range(low, high))
    return found


@lru_cache(maxsize=4096)
def _stem(names: str) -> str:
    return " ".join(sorted(name for name in names.split()[:6] if not any(map(str.isdigit, name))))


def _from_text(table: Table, row: Row, place: int, covered: set[int]) -> Dated | None:
    page = table.page
    around = _piece(table, row, place, covered)
    if around is None:
        return _from_title(table, row, place)
    node, low, high = around
    text = _joined(page, low, high)
    names = page.names(node)
    if Part.COUNT in parts_of(names) and _ONLY_NUMBERS.fullmatch(text):
        return None  # pages 11-19
    stated = page.attribute(node, "title") or page.attribute(node, "content") or page.attribute(node, "data-date")
    value = stated if stated and _says_more(stated, text) else _value(text)
    if value == text and _POINTS.search(text):  # "Fonds · 1901-1950": of words in a line, one is the date
        value = next((part for part in map(str.strip, _POINTS.split(text)) if date_like(part)), "")
    if len(text) - len(value) > 45 or not value or _YEAR.fullmatch(value):
        return None
    rest = text.replace(value, "\0", 1)
    if len(rest) > 4:
        row.bylines.append(rest)
    part, sure = part_of_date(table, row, node, low, names, text)
    alone = len(text) - len(value) <= 16
    return Dated((page.paths[node], _stem(names)), value, part, sure, low, high, strong=False, alone=alone)


def _says_more(stated: str, text: str) -> bool:
    """Whether an attribute states the date in full: in ISO 8601, or with the year that the text leaves out ("18 May")."""
    if _ISO.match(stated):
        return True
    return (
        len(stated) <= _AGO_LONGEST
        and _HOLDS_YEAR.search(stated) is not None
        and _HOLDS_YEAR.search(text) is None
        and bool(dates.find(stated))
    )


def _from_title(table: Table, row: Row, place: int) -> Dated | None:
    """The date that an element's title states, where its text says how long ago that was: "2 months ago"."""
    page = table.page
    node = page.owners[place]
    stated = page.attribute(node, "title") if len(page.texts[place]) <= _AGO_LONGEST else ""
    if not stated or len(stated) > _AGO_LONGEST or not dates.find(stated):
        return None
    names = page.names(node)
    part, sure = part_of_date(table, row, node, place, names, page.lines[place])
    return Dated((page.paths[node], _stem(names)), stated, part, sure, place, place + 1, strong=True)


def _piece(table: Table, row: Row, place: int, covered: set[int]) -> tuple[int, int, int] | None:
    """The element that holds a date, and its texts: one, or several (<span>12</span> <span>Nov</span> <span>2024</span>)."""
    page = table.page
    node, text = page.owners[place], page.lines[place]
    if date_like(text):
        return node, place, place + 1
    if len(text) > 12:
        return None
    while True:
        above = page.parents[node]
        if above <= row.start or page.size_of(above) > 40:
            break
        node = above
    low, high = page.first[node], page.last[node]
    if high - low < 2 or any(at in covered or at in row.taken for at in range(low, high)):
        return None
    return (node, low, high) if date_like(_joined(page, low, high)) else None


def _joined(page: Page, low: int, high: int) -> str:
    """The texts of a date: where they stand in elements of their own, a blank parts them (<b>18</b><i>Nov</i>)."""
    if high == low + 1:
        return page.lines[low]
    parted = clean(" ".join(page.texts[low:high]))
    return parted if dates.find(parted) else clean("".join(page.texts[low:high]))


@lru_cache(maxsize=4096)
def _value(text: str) -> str:
    """What of a text that looks like a date is the date."""
    if spans := dates.find(text):
        return text[spans[0][0] : spans[0][1]]
    if (numbers := _NUMERIC.search(text)) is not None:
        return numbers[0]  # 10/02/2024 by Jonas Eide: which number is the month shows only all of them together
    head = _UNTIL_DIGIT.match(text)
    return text[head.end() :] if head is not None and label_of(head[0]) is not None else text
