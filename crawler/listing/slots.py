"""A record's texts, one by one, and what the records of a listing have in common.

Every text stands in a slot: its place in the record's tree. What stands in (nearly) all records is the template's; what
differs is data.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from crawler.listing.addresses import shape_of
from crawler.listing.parsing import Element, content, hides
from crawler.listing.runs import Candidate
from crawler.listing.texts import BRACKETS, clean, has_digit, without_size
from crawler.listing.tree import Page, parts_lines
from crawler.listing.words import Part, name_of
from pipeline.noise import is_label, is_read_more
from pipeline.urls import is_format

_TEMPLATE_LENGTH = 80
_KNOWN_NAMES = 2
_COLUMN_NAMES = ("data-label", "data-title", "data-th", "data-header", "data-heading", "data-column")
_CLOCK = re.compile(r"\d{1,2}\s?[:h.]\s?\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """One record while it is being read: its elements and texts, and which texts are taken by which field."""

    start: int
    end: int
    low: int
    high: int
    anchor: int
    target: str
    links: list[int]
    taken: dict[int, str] = field(default_factory=dict)
    bylines: list[str] = field(default_factory=list)
    title: str = ""
    title_node: int = -1
    lead: str = ""  # a day and a dash that a text begins with: they are no part of it

    def take(self, low: int, high: int, by: str) -> None:
        """Take texts for a field; what is taken stays with its first taker."""
        low = max(self.low, low)
        high = min(self.high, high)
        taken = self.taken
        while low < high:
            taken.setdefault(low, by)
            low += 1

    def free(self) -> list[int]:
        """The texts that no field has taken."""
        return [place for place in range(self.low, self.high) if place not in self.taken]


@dataclass(slots=True)
class Table:
    """All records of a listing, and the texts that most of them share."""

    page: Page
    rows: list[Row]
    template: frozenset[str]
    vocabulary: dict[str, Part] | None = None
    generic: dict[str, bool] = field(default_factory=dict)
    used: dict[str, Part] = field(default_factory=dict)
    headers: tuple[Part | None, ...] = ()
    facts: frozenset[str] = frozenset()
    lengths: dict[tuple[int, str, int], float] | None = None

    def header_of(self, row: Row, node: int) -> Part | None:
        """What the header of the column says in which an element of the record stands."""
        if not self.headers:
            return None
        while node > row.start and self.page.parents[node] != row.start:
            node = self.page.parents[node]
        if node <= row.start or self.page.tags[node] not in ("td", "th"):
            return None
        place = sum(1 for cell in self.page.children(row.start) if cell < node)
        return self.headers[place] if place < len(self.headers) else None

    def named(self, text: str) -> Part | None:
        """What a text is that names a category, a tag or an author to which the page links somewhere else."""
        if self.vocabulary is None:
            parts = [(shape_of(url).part, node) for node, url, _, _, _ in self.page.links]
            self.vocabulary = vocabulary((part, self.page.text_of(node)) for part, node in parts if part is not None)
        known = self.vocabulary.get(text.lower()) if len(text) > 2 else None
        if known is not None:
            self.used[text.lower()] = known
        return known


def vocabulary(links: Iterable[tuple[Part, str]]) -> dict[str, Part]:
    """What the names of terms and authors are of, by the links with these names."""
    found: dict[str, Part] = {}
    for part, text in links:
        found.setdefault(text.strip(" #@[]").lower(), part)
    return found


def tabulate(page: Page, candidate: Candidate) -> Table:
    """Lay a candidate's pieces out as rows."""
    starts = [link.node for link in page.links]
    rows = []
    for (start, end), anchor in zip(candidate.spans, candidate.anchors, strict=True):
        low, high = _text_start(page, start), _text_end(page, start, end)
        inside = list(range(bisect_left(starts, start), bisect_left(starts, end)))
        row = Row(start, end, low, high, anchor, page.links[anchor].target, inside)
        rows.append(row)
    return Table(page, rows, _template(page, rows), headers=_headers(page, rows[0].start))


def _headers(page: Page, start: int) -> tuple[Part | None, ...]:
    """What the columns hold, by the first row of header cells of the table that a record is a row of."""
    if page.tags[start] != "tr":
        return ()
    # By the tree, since a replayed page is laid out without the table's head.
    table = next(page.nodes[start].iterancestors("table"), None)
    first = next(table.iter("th"), None) if table is not None else None
    found: list[Part | None] = []
    head = first.getparent() if first is not None else _plain_head(table, page.nodes[start])
    for cell in head.iterchildren("th", "td") if head is not None else ():
        span = cell.get("colspan") or ""
        part = name_of(clean(content(cell)), header=True)
        found += [part] * (int(span) if span.isdigit() and int(span) < 20 else 1)
    if not found:
        found = [name_of(_column_of(page, cell), header=True) for cell in page.children(start)]
    return tuple(found) if any(found) else ()


def _plain_head(table: Element | None, record: Element) -> Element | None:
    """A table's first row, or the one above the records, if its plain cells name columns: two names that are known."""
    for row in (next(table.iter("tr"), None) if table is not None else None, record.getprevious()):
        if row is None or row is record or any(_leads(anchor) for anchor in row.iter("a")):
            continue
        names = [name_of(clean(content(cell)), header=True) for cell in row.iterchildren("td")]
        if len(names) - names.count(None) >= _KNOWN_NAMES:
            return row
    return None


def _leads(anchor: Element) -> bool:
    """Whether a link leads somewhere else than to the same table in another order."""
    href = (anchor.get("href") or "").strip().lower()
    return not href.startswith(("#", "javascript:", "?"))


def _column_of(page: Page, cell: int) -> str:
    """What a cell says of its column: tables that turn into cards on a telephone state it in each cell."""
    return next(filter(None, (page.attribute(cell, name) for name in _COLUMN_NAMES)), "")


_HIDING = frozenset(("style", "hidden"))


def take_hidden(page: Page, row: Row) -> None:
    """Take texts that no visitor sees: `hidden`, `display: none`. Only what stands around a free text is looked at."""
    parents, nodes = page.parents, page.nodes
    seen = {row.start, parents[row.start]}
    for at in range(row.low, row.high):
        node = page.owners[at]
        if at in row.taken:
            continue
        while node not in seen:
            seen.add(node)
            if not _HIDING.isdisjoint(nodes[node].keys()) and hides(nodes[node]):
                row.take(page.first[node], page.last[node], "hidden")
            node = parents[node]


_BREAKS = frozenset(("br", "hr"))


def _text_start(page: Page, start: int) -> int:
    """Where a piece's texts begin: with its first element, or, on a line of its own, with the words before that."""
    parent, low = page.parents[start], page.first[start]
    if parent < 0 or low == page.first[parent] or page.owners[low - 1] != parent or parts_lines(page.tags[start]):
        return low
    before = -1
    for child in page.children(parent):
        if child >= start:
            break
        before = child
    if before >= 0 and not parts_lines(page.tags[before]):
        return low
    while low > page.first[parent] and page.owners[low - 1] == parent and (before < 0 or low > page.last[before]):
        low -= 1
    return low


def _text_end(page: Page, start: int, end: int) -> int:
    """Where a piece's texts end: with its last element, or, for loose siblings, with the text behind that."""
    if page.ends[start] == end:
        return page.last[start]
    parent = page.parents[start]
    top = start
    while page.ends[top] < end:
        top = page.ends[top]
    high = page.last[top]
    if page.tags[top] in _BREAKS:
        return high
    limit = page.last[parent]
    while high < limit and page.owners[high] == parent:
        high += 1
    return high


def _template(page: Page, rows: Sequence[Row]) -> frozenset[str]:
    """Short texts that stand in at least 60 of 100 records (and in three)."""
    if len(rows) < 3:
        return frozenset()
    shown: list[set[str]] = []
    for row in rows:
        # Blanks of the source's layout count nothing: a longer raw text may be a short one.
        texts, lines = page.texts[row.low : row.high], page.lines[row.low : row.high]
        shown.append(
            {line.lower() for line, text in zip(lines, texts, strict=True) if len(text) <= 2 * _TEMPLATE_LENGTH}
        )
    for said in shown:  # "View (512 KB)", "View (1 MB)"
        if sized := [line for line in said if line[-1:] in BRACKETS]:
            said.update(map(without_size, sized))
    seen = Counter(chain.from_iterable(shown))
    least = max(3, 0.6 * len(rows))
    return frozenset(text for text, count in seen.items() if count >= least)


def says_nothing(table: Table, text: str) -> bool:
    """Whether a text says nothing of its record: no text, "Read more", a label, what stands in all records."""
    if len(text) > 80:
        return False
    known = table.generic.get(text)
    if known is None:
        bare = without_size(text, bare=True) if has_digit(text) else text
        known = table.generic[text] = (
            not text
            or is_read_more(bare)
            or bare.lower() in table.template
            or is_label(bare)
            or is_format(bare)
            or _CLOCK.fullmatch(text) is not None
        )
    return known
