"""Dates that stand once for several records."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.listing.slots import Row
from crawler.listing.tree import Page


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
