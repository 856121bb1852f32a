"""What an icon in front of a value stands for: a person before a name, a folder before a category."""

from __future__ import annotations

from crawler.listing.slots import Row
from crawler.listing.tree import Page
from crawler.listing.words import ICONS, Part


def icon_before(page: Page, row: Row, node: int) -> Part | None:
    """What the icon right before an element stands for."""
    at = node - 1
    for _ in range(6):
        if at <= row.start:
            return None
        if page.tags[at] in ("i", "span", "svg") and page.classes[at] and page.last[at] == page.first[at]:
            if page.last[at] != page.first[node]:
                return None
            match = ICONS.search(page.classes[at])
            if match is not None:
                return Part(match.lastgroup or "")
        at -= 1
    return None


def icon_inside(page: Page, node: int, at: int) -> Part | None:
    """What the icon right before a loose text of an element stands for: "<i class="user"></i> A. Name <i …"."""
    before = -1
    for child in page.children(node):
        if page.first[child] > at:
            break
        before = child
    if (
        before < 0
        or page.last[before] != at
        or page.first[before] != at
        or page.tags[before] not in ("i", "span", "svg")
    ):
        return None
    match = ICONS.search(page.classes[before])
    return Part(match.lastgroup or "") if match is not None else None
