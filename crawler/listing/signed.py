"""People that sign a record without a word or a name that says so."""

from __future__ import annotations

from crawler.listing.given_names import is_given
from crawler.listing.kickers import PARTS
from crawler.listing.kinds import is_kind
from crawler.listing.people import EDGE, is_cased, is_person
from crawler.listing.slots import Row, Table

_LONGEST = 80


def signed_records(table: Table) -> list[list[str]]:
    """Give the people that stand without a label in the line of a record's date: "3 July 2025 · 2 min · Leila Aziz"."""
    found = [_signed(table, row) for row in table.rows]
    people = {name for _, name in found if name}
    if sum(bool(name) for _, name in found) < 0.6 * len(found) or 2 * sum(map(is_given, people)) < len(people):
        return [[] for _ in table.rows]
    for row, (at, name) in zip(table.rows, found, strict=True):
        if name and at >= 0:
            row.take(at, at + 1, "author")
    return [[name] if name else [] for _, name in found]


def _signed(table: Table, row: Row) -> tuple[int, str]:
    page = table.page
    dated = next((at for at in range(row.low, row.high) if row.taken.get(at) == "date"), -1)
    if dated < 0:
        return -1, ""
    block = page.parents[page.owners[dated]]
    near = [at for at in row.free() if page.first[block] <= at < page.last[block]] if block > row.start else []
    beside = [(at, page.lines[at]) for at in near if len(page.texts[at]) <= _LONGEST]
    for at, line in [*((-1, line) for line in row.bylines), *beside]:
        for part in PARTS.split(line):
            name = part.strip(EDGE)
            if is_person(name) and is_cased(name) and not is_kind(name) and name.lower() not in table.template:
                return at, name
    return -1, ""
