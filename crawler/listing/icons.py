"""What an icon in front of a value stands for: a person before a name, a folder before a category."""

from __future__ import annotations

from crawler.listing.slots import Row
from crawler.listing.tree import Page
from crawler.listing.words import ICONS, Part

_ICONS = frozenset(("i", "span", "svg"))


def icon_before(page: Page, row: Row, node: int) -> Part | None:
    """What the icon right before an element stands for."""
    first, last, begin = page.first, page.last, page.first[node]
    for at in range(node - 1, max(row.start, node - 7), -1):
        if page.tags[at] in _ICONS and last[at] == first[at] and page.classes[at]:
            if last[at] != begin:
                return None
            match = ICONS.search(page.classes[at])
            if match is not None:
                return Part(match.lastgroup or "")
    return None


def icon_inside(page: Page, node: int, at: int) -> Part | None:
    """What the icon right before a loose text of an element stands for: "<i class="user"></i> A. Name <i …"."""
    before = -1
    for child in page.children(node):
        if page.first[child] > at:
            break
        before = child
    if before < 0 or page.last[before] != at or page.first[before] != at or page.tags[before] not in _ICONS:
        return None
    match = ICONS.search(page.classes[before])
    return Part(match.lastgroup or "") if match is not None else None
