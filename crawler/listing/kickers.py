"""Kickers: a word or two right over the title, in no link and under no telling name, that say what a record is about."""

from __future__ import annotations

import re
from collections import Counter

from crawler.listing.people import is_person
from crawler.listing.slots import Row, Table, says_nothing
from crawler.listing.texts import length

_LONGEST = 30
_MOST_WORDS = 4
_SHORTEST = 3  # "A", "B" are an index's letters
_PLAIN = re.compile(r"[^\W\d_](?:[^\d!?.:;…|]*[^\W\d_])?")


def kicker_records(table: Table) -> list[list[str]]:
    """Give each record's kicker, if most records have one at the same place; take their texts.

    What stands there in all records alike is the template's; names of people are no subjects.
    """
    found = [_over_title(table, row) for row in table.rows]
    slots = Counter(slot for _, slot in found if slot is not None)
    if not slots or len(table.rows) < 3:
        return [[] for _ in table.rows]
    slot, count = slots.most_common(1)[0]
    values = [table.page.lines[at] if its == slot else "" for at, its in found]
    people = sum(is_person(value) and " " in value for value in values)
    if count < 0.6 * len(table.rows) or 2 * people > count:
        return [[] for _ in table.rows]
    for row, (at, its) in zip(table.rows, found, strict=True):
        if its == slot:
            row.take(at, at + 1, "category")
    return [[value] if value else [] for value in values]


def _over_title(table: Table, row: Row) -> tuple[int, tuple[int, str] | None]:
    """The text right before the title and its slot; no slot if it is not of a kicker's form."""
    page = table.page
    if row.title_node < 0:
        return -1, None
    at = page.first[row.title_node] - 1
    while at >= row.low and row.taken.get(at) in {"date", "label"}:
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
    if not form or says_nothing(table, text) or owner <= row.start or page.text_of(owner) != text:
        return -1, None
    return at, (page.paths[owner], page.classes[owner])
