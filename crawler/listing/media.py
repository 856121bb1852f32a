"""A record's picture and its files."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from crawler.listing.slots import Row, Table, says_nothing
from crawler.listing.tree import Page, join
from pipeline.urls import is_file


def images_in(page: Page, row: Row) -> Iterable[int]:
    return page.images[bisect_left(page.images, row.start) : bisect_left(page.images, row.end)]


def image_of(table: Table, row: Row) -> str:
    """The address of a record's first picture that is no avatar, icon or placeholder."""
    page = table.page
    for image in images_in(page, row):
        names = page.classes[image].lower()
        if "avatar" in names or "emoji" in names or "icon" in names:
            continue
        width = page.attribute(image, "width")
        if width.isdigit() and int(width) < 40:
            continue
        for name in ("data-src", "data-lazy-src", "data-original", "src"):
            source = page.attribute(image, name).strip()
            if source and not source.startswith("data:"):
                return join(page.url, source)
        first = page.attribute(image, "srcset").split(",")[0].split()
        if first and not first[0].startswith("data:"):
            return join(page.url, first[0])
    return ""


def files_of(table: Table, row: Row) -> tuple[tuple[str, str], ...]:
    """The files that a record links to, with what they are called."""
    page = table.page
    found: dict[str, str] = {}
    for number in row.links:
        link = page.links[number]
        if is_file(link.url):
            text = page.text_of(link.node)
            found.setdefault(link.url, row.title if says_nothing(table, text) else text)
    return tuple(found.items())
