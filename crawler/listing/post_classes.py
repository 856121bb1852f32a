"""WordPress core's classes on a record, `post-123 category-x tag-y` (`post_class()`), as evidence of its terms.

They hold slugs, which are no names: a slug counts only where the record, or a link of the page to that term, shows the
name behind it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from crawler.listing.addresses import shape_of
from crawler.listing.parsing import content
from crawler.listing.slots import Row, Table
from crawler.listing.texts import clean
from crawler.listing.tree import Page, in_full
from crawler.listing.words import Part

_POST = re.compile(r"(?:^|\s)(?:post-\d+|hentry)(?=\s|$)")
_TERM = re.compile(r"(?:^|\s)(category|tag)-([\w-]+)(?=\s|$)")
_DEEP = 3


def classed_terms(table: Table, found: dict[Part, list[list[str]]]) -> None:
    """Add the terms that the records' classes name to those records that show none in links; take their texts."""
    names: dict[tuple[Part, str], str] = {}
    for place, row in enumerate(table.rows):
        bare = {part for part in (Part.CATEGORY, Part.TAG) if not found[part][place]}
        for part, slug in _slugs(table, row) if bare else ():
            if part not in bare:
                continue
            shown = _shown(table, row, slug)
            if shown is None:
                shown = names.get((part, slug))
            if shown is None:
                shown = names[part, slug] = _named_by_links(table.page, part, slug)
            if shown:
                found[part][place].append(shown)


def _slugs(table: Table, row: Row) -> list[tuple[Part, str]]:
    for node in range(row.start, min(row.end, row.start + _DEEP)):
        names = table.page.classes[node]
        if ("post-" in names or "hentry" in names) and _POST.search(names):
            if "category-" not in names and "tag-" not in names:
                return []
            return [(Part(kind), slug) for kind, slug in _TERM.findall(names) if not slug.isdigit()]
    return []


def _shown(table: Table, row: Row, slug: str) -> str | None:
    """A text of the record that is the name behind a slug."""
    for at in range(row.low, row.high):
        if at not in row.taken and len(table.page.texts[at]) <= 80:
            text = table.page.lines[at]
            if text and slug_of(text) == slug:
                row.take(at, at + 1, "term")
                return text
    return None


def _named_by_links(page: Page, part: Part, slug: str) -> str:
    """What a link to the page of a term calls it, in menus, widgets, clouds of tags; "" if none does."""
    leads = page.leads
    for link, href in zip(leads.anchors, leads.hrefs, strict=True):
        if slug not in href and ("%" not in href or slug.isascii()):
            continue
        url = in_full(href.strip(), leads.base, leads.origin)
        if shape_of(url).part is part and unquote(url.rstrip("/").rpartition("/")[2]) == slug:
            text = re.sub(r"\s*\(\d+\)$", "", clean(content(link)))
            if text and len(text) <= 80:
                return text
    return ""


@lru_cache(maxsize=4096)
def slug_of(name: str) -> str:
    """A name as WordPress makes a slug of it: lower case, without accents, blanks and signs as hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain.replace("'", "").replace("’", "")).strip("-")
