"""What stands around a date and says what day it is: a label, a column's header, a class name, an icon."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.listing.slots import Row, Table
from crawler.listing.words import ICONS, Part, label_of, parts_of

_POINTS = re.compile(r"[·|•]")
_SAYS_WHEN = frozenset((Part.MODIFIED, Part.PUBLISHED, Part.UNTIL))
_UNTIL_DIGIT = re.compile(r"^[^\d]*")


def part_of_date(table: Table, row: Row, node: int, low: int, names: str, text: str) -> tuple[Part | None, bool]:  # noqa: PLR0917
    """What a date of a record is, and whether words say so (a header, a label) or only a class name or an icon does."""
    said = _said_by_words(table, row, node, low, text)
    if said is not None:
        return said, True
    return _said_by_names(table, row, node, names), False


def _said_by_words(table: Table, row: Row, node: int, low: int, text: str) -> Part | None:
    page = table.page
    if table.headers and (said := table.header_of(row, node)) in _SAYS_WHEN:
        return said
    for stated in (text, page.nodes[node].get("title")):
        if stated and (said := _label_in(stated)) in _SAYS_WHEN:
            return said
    before = low - 1
    if before >= row.low and row.taken.get(before) != "title":
        said = label_of(_POINTS.split(page.texts[before])[-1])
        return said if said in _SAYS_WHEN else None
    return None


@lru_cache(maxsize=4096)
def _label_in(text: str) -> Part | None:
    """What the words in front of a date's first digit say of it."""
    start = _UNTIL_DIGIT.match(text)
    return label_of(start[0]) if start is not None else None


def _said_by_names(table: Table, row: Row, node: int, names: str) -> Part | None:
    page = table.page
    own = parts_of(names)
    if Part.UNTIL in own:
        return Part.UNTIL
    if Part.MODIFIED in own and Part.PUBLISHED not in own - _weak(names):
        return Part.MODIFIED
    if "publish" in names.lower() or "created" in names.lower():
        return Part.PUBLISHED
    icon = _icon(table, row, node)
    if icon is not None:
        return icon
    for _ in range(2):
        node = page.parents[node]
        if node <= row.start:
            break
        around = parts_of(page.classes[node])
        if Part.MODIFIED in around and Part.PUBLISHED not in around:
            return Part.MODIFIED
    return None


def _weak(names: str) -> set[Part]:
    """`time.updated` is a time that was updated: the word for a time alone says nothing of publishing."""
    return set() if "publish" in names.lower() else {Part.PUBLISHED}


def _icon(table: Table, row: Row, node: int) -> Part | None:
    page = table.page
    for at in range(node - 1, max(row.start, node - 3), -1):
        if page.tags[at] in ("i", "span", "svg") and page.size_of(at) == 0 and page.classes[at]:
            match = ICONS.search(page.classes[at])
            if match is not None and match.lastgroup == "modified":
                return Part.MODIFIED
            if match is not None:
                return None
    return None
