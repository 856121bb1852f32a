"""Words in no link and under no telling name that say what a record is about, or what kind of document it is."""

from __future__ import annotations

import re
from collections import Counter

from crawler.listing.kinds import LONGEST as KIND_LONGEST
from crawler.listing.kinds import is_kind
from crawler.listing.people import EDGE, is_person
from crawler.listing.slots import Row, Table
from crawler.listing.texts import length
from pipeline.noise import is_label, is_read_more

_LONGEST = 30
_MOST_WORDS = 4
_SHORTEST = 3  # "A", "B" are an index's letters
_PLAIN = re.compile(r"[^\W\d_](?:[^\d!?.:;…|]*[^\W\d_])?")


def kicker_records(table: Table) -> list[list[str]]:
    """Give each record's kicker, if most records have one at the same place; take their texts.

    What stands there in all records alike is the template's, unless it names a kind of document; people are no subjects.
    Two words with capitals may be either: people write one record each, subjects come again.
    """
    found = [_over_title(table, row) for row in table.rows]
    slots = Counter(slot for _, slot in found if slot is not None)
    if not slots or len(table.rows) < 3:
        return [[] for _ in table.rows]
    slot, count = slots.most_common(1)[0]
    values = [table.page.lines[at] if its == slot else "" for at, its in found]
    distinct = set(filter(None, values))
    people = sum(is_person(value) and " " in value for value in values) if len(distinct) > 0.8 * count else 0
    if count < 0.6 * len(table.rows) or 2 * people > count or (len(distinct) == 1 and not is_kind(*distinct)):
        return [[] for _ in table.rows]
    for row, (at, its) in zip(table.rows, found, strict=True):
        if its == slot:
            row.take(at, at + 1, "category")
    return [[value] if value else [] for value in values]


def _over_title(table: Table, row: Row) -> tuple[int, tuple[int, str] | None]:
    """The text right before a record's title and its slot; no slot if it is not of a kicker's form."""
    page = table.page
    if row.title_node < 0:
        return -1, None
    at = page.first[row.title_node] - 1
    while at >= row.low and (row.taken.get(at) in {"date", "label"} or not any(map(str.isalnum, page.lines[at]))):
        at -= 1
    if at < row.low or at in row.taken:
        return -1, None
    text, owner = page.lines[at], page.owners[at]
    form = (
        length(text) >= _SHORTEST
        and len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and _PLAIN.fullmatch(text) is not None
    )
    if not form or is_label(text) or is_read_more(text) or owner <= row.start or page.text_of(owner) != text:
        return -1, None
    return at, (page.paths[owner], page.classes[owner])


_Slot = tuple[int, str]
_BYLINE: _Slot = (-1, "")
PARTS = re.compile(r"\s*[|·•\0]\s*|\s+[–—-]\s+")


def kind_records(table: Table) -> list[list[str]]:
    """Give each record's kind of document ("Policy brief"), if most records name one at the same place; take their texts."""
    found: list[dict[_Slot, tuple[int, str]]] = []
    cover: Counter[_Slot] = Counter()
    for row in table.rows:
        kinds = _kinds_in(table, row)
        found.append(kinds)
        cover.update(kinds.keys())
    if not cover:
        return [[] for _ in table.rows]
    slot, count = cover.most_common(1)[0]
    if count < 0.5 * len(table.rows):
        return [[] for _ in table.rows]
    values: list[list[str]] = []
    for row, kinds in zip(table.rows, found, strict=True):
        at, value = kinds.get(slot, (-1, ""))
        values.append([value] if value else [])
        if at >= 0:
            row.take(at, at + 1, "category")
    return values


def _kinds_in(table: Table, row: Row) -> dict[_Slot, tuple[int, str]]:
    page = table.page
    kinds: dict[_Slot, tuple[int, str]] = {}
    for at in row.free():
        line = page.lines[at]
        if len(line) <= KIND_LONGEST and is_kind(value := line.strip(EDGE)):
            owner = page.owners[at]
            kinds.setdefault((page.paths[owner], page.classes[owner]), (at, value))
    for line in row.bylines:
        for part in PARTS.split(line):
            if is_kind(value := part.strip(EDGE)):
                kinds.setdefault(_BYLINE, (-1, value))
    return kinds
