"""People that sign a record without a word or a name that says so."""

from __future__ import annotations

from crawler.listing.given_names import is_given
from crawler.listing.kickers import PARTS
from crawler.listing.kinds import is_kind
from crawler.listing.people import EDGE, is_cased, is_person, people_in
from crawler.listing.slots import Row, Table
from crawler.listing.tree import parts_lines

_LONGEST = 80
_MOST_BARE = 0.4


def signed_records(table: Table) -> list[list[str]]:
    """Give the people that stand without a label in the line of a record's date: "3 July 2025 · 2 min · Leila Aziz"."""
    found: list[tuple[int, list[str]]] = []
    bare = 0
    for row in table.rows:
        found.append(_signed(table, row))
        bare += not found[-1][1]
        if bare > _MOST_BARE * len(table.rows):
            return [[] for _ in table.rows]
    people = {name for _, names in found for name in names}
    if 2 * sum(map(is_given, people)) < len(people):
        return [[] for _ in table.rows]
    for row, (at, names) in zip(table.rows, found, strict=True):
        if names and at >= 0:
            row.take(at, at + 1, "author")
    return [names for _, names in found]


def _signed(table: Table, row: Row) -> tuple[int, list[str]]:
    page = table.page
    dated = next((at for at in range(row.low, row.high) if row.taken.get(at) == "date"), -1)
    if dated < 0:
        return -1, []
    block = page.parents[page.owners[dated]]
    while block > row.start and not parts_lines(page.tags[block]):
        block = page.parents[block]
    near = [at for at in row.free() if page.first[block] <= at < page.last[block]] if block > row.start else []
    beside = [(at, page.lines[at]) for at in near if len(page.texts[at]) <= _LONGEST]
    for at, line in [*((-1, line) for line in row.bylines), *beside]:
        for part in PARTS.split(line):
            whole = part.strip(EDGE)
            names = people_in(whole)
            if whole.lower() not in table.template and names and all(map(_is_name, names)):
                return at, names
    return -1, []


def _is_name(text: str) -> bool:
    return is_person(text) and is_cased(text) and not is_kind(text)
