"""Dates that stand once for several records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crawler.listing.parsing import Element, content
from crawler.listing.slots import Row
from crawler.listing.texts import clean
from crawler.listing.tree import HEADINGS, Page
from pipeline import dates, months_alone

_LONGEST = 60
_MORE_LETTERS = 14
_STEPS = 30


@dataclass(slots=True)
class Spanned:
    """The date in a cell that spans rows: it is that of the rows below, too, where they have none of their own."""

    page: Page
    value: str = ""
    rows: int = 0

    def by(self, row: Row, low: int, value: str) -> str:
        """Note a record's own date, which begins with the text `low`, and give it."""
        self.value, self.rows = value, 0
        if self.page.tags[row.start] == "tr":
            cell = next((cell for cell in self.page.children(row.start) if low < self.page.last[cell]), -1)
            span = self.page.attribute(cell, "rowspan") if cell >= 0 else ""
            self.rows = int(span) - 1 if span.isdigit() and len(span) < 4 else 0
        return value

    def over(self) -> str | None:
        """The date over a next record that has none of its own."""
        self.rows -= 1
        return self.value if self.rows >= 0 else None


def headed(page: Page, rows: Sequence[Row], published: list[str | None]) -> None:
    """Give records without a date that of the heading which they stand under, as in "3 July 2025" over a day's releases.

    By the tree, since a replayed page is laid out without what stands between the records.
    """
    starts = [page.nodes[row.start] for row in rows]
    top = _common(starts)
    if top is None:
        return
    last_in: dict[Element, int] = {}  # the last record in each element between the records and what holds all of them
    over: list[str] = []
    for place, start in enumerate(starts):
        value = _heading_over(start, top, last_in, over)
        if not value and published[place] and rows[place].end > page.ends[rows[place].start]:
            value = _date_of_heading(clean(content(start)))  # a heading that was taken into the first record under it
        over.append(value)
        if value and not published[place]:
            published[place] = value
        part, behind = rows[place].start, rows[place + 1].start if place + 1 < len(rows) else rows[place].end
        while part < rows[place].end and page.ends[part] <= max(behind, rows[place].start + 1):
            last_in[page.nodes[part]] = place
            part = page.ends[part]
        node: Element | None = start
        while node is not None and node is not top:
            last_in[node] = place
            node = node.getparent()


def _common(starts: Sequence[Element]) -> Element | None:
    """The lowest element that holds all records."""
    last = set(starts[-1].iterancestors())
    return next((above for above in starts[0].iterancestors() if above in last), None)


def _heading_over(start: Element, top: Element, last_in: dict[Element, int], over: Sequence[str]) -> str:
    node = start
    for _ in range(_STEPS):
        before = node.getprevious()
        if before is None:
            above = node.getparent()
            if above is None or node is top or above.tag in ("body", "main"):
                return ""
            node = above
            continue
        if before in last_in:
            own = _date_of_heading(clean(content(before))) if before.tag in HEADINGS else ""
            return own or over[last_in[before]]
        text = clean(content(before)) if isinstance(before.tag, str) else ""
        if text:
            return _date_of_heading(text) if node is not top or before.tag in HEADINGS else ""
        node = before
    return ""


def _date_of_heading(text: str) -> str:
    """The date that a heading is, or the month: "June 2025" over a month's bulletins; else ""."""
    found = dates.find(text) if len(text) <= _LONGEST else []
    if not found and months_alone.read(text, frozenset()) is not None:
        return text
    if not found or sum(map(str.isalpha, text[: found[0][0]] + text[found[0][1] :])) > _MORE_LETTERS:
        return ""
    return text[found[0][0] : found[0][1]]
