"""What the whole page says: its zones, its dates, whether it is an article or a listing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Any

from crawler.listing.addresses import shape_of
from crawler.listing.headings import says_other, says_related
from crawler.listing.structured import parsed
from crawler.listing.texts import date_like, has_digit
from crawler.listing.tree import HEADINGS, Page
from crawler.listing.words import Zone, at_side, zone_of

_FEATURED = re.compile(
    r"(?:^|[\s_-])(?:featured?|lead-?story|top-?story|spotlight|highlight(?:ed)?|hero)(?=$|[\s_-])", re.IGNORECASE
)
_YEARISH = re.compile(r"\d{4}|\d[./-]\d|年")
_PROSE = 60
_SIDE_LARGEST = 0.4
_ARTICLE = 600
_NEARLY_ALL = 0.8
_AREAS = frozenset("div section ul ol dl nav aside footer header main form table article center details menu".split())
_NAMED_ASIDE = frozenset(("nav", "aside", "footer"))
_NAMED_AREAS = frozenset(("nav", "aside", "footer", "header", "main"))
_SINGLE_TYPES = frozenset(("Article", "BlogPosting", "NewsArticle", "TechArticle", "ScholarlyArticle", "Report"))
_LIST_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "Blog"))
_LIST_BODY = frozenset(
    ("blog", "archive", "category", "tag", "search-results", "author", "date", "post-type-archive", "tax")
)


@dataclass(slots=True)
class Surroundings:
    """What the whole page says, gathered once.

    `prose` are the characters in long texts before each text, and in all; `blocks` is what its JSON-LD holds, one by one.
    """

    zones: dict[int, int]
    dates: list[int]
    prose: list[int]
    single: float
    listing: float
    entries: frozenset[int] = frozenset()
    signs: dict[str, float] = field(default_factory=dict)
    blocks: list[Any] = field(default_factory=list)


def survey(page: Page) -> Surroundings:
    """Find the page's zones and dates, and what speaks for an article and for a listing."""
    zones: dict[int, int] = {}
    total = page.sizes[-1] or 1
    nodes, classes = page.nodes, page.classes
    for node, tag in enumerate(page.tags):
        if tag not in _AREAS:
            continue
        names = classes[node]
        label = nodes[node].get("id")
        role = nodes[node].get("role")
        if not (names or label or role or tag in _NAMED_AREAS):
            continue
        zone = zone_of(tag, f"{names} {label}" if label else names, role or "")
        if not zone and not at_side(names):
            continue
        if zone & ~(Zone.MAIN | Zone.CONTENT) and tag not in _NAMED_ASIDE and page.size_of(node) > 0.7 * total:
            # "right-sidebar", "has-menu" on a wrapper of everything speak of the layout.
            zone &= Zone.MAIN | Zone.CONTENT
        if (
            tag == "aside"
            and zone & Zone.SIDE
            and (_FEATURED.search(f"{names} {label}") or page.size_of(node) > 0.5 * total)
        ):
            zone &= ~Zone.SIDE
        if (
            not zone & Zone.SIDE
            and at_side(names)
            and page.size_of(node) < _SIDE_LARGEST * total
            and not _heads(page, node)
        ):
            zone |= Zone.SIDE
        if zone:
            zones[node] = zone
    prose = list(accumulate([len(text) if len(text) > _PROSE else 0 for text in page.texts], initial=0))
    for node in _related(page, prose):
        zones[node] = zones.get(node, Zone.NONE) | Zone.RELATED
    dates = [
        owner
        for text, owner in zip(page.texts, page.owners, strict=True)
        if 4 <= len(text) <= 120 and _may_be_date(text)
    ]
    dates += page.times
    dates.sort()
    blocks = list(map(parsed, page.data_blocks))
    signs = _signs(page, blocks)
    single = sum(value for value in signs.values() if value > 0)
    listing = -sum(value for value in signs.values() if value < 0)
    return Surroundings(zones, dates, prose, single, listing, signs=signs, blocks=blocks)


@lru_cache(maxsize=8192)
def _may_be_date(text: str) -> bool:
    likely = _YEARISH.search(text) or (len(text) <= 16 and has_digit(text))
    return bool(likely) and date_like(text) is not None


def _related(page: Page, prose: list[int]) -> Iterator[int]:
    """The elements under headings that say "Related", "You might also like", up to the next heading of their area.

    "Other news" says so only below nearly all of the page's text.
    """
    for heading in page.headings:
        if (
            page.tags[heading] == "h1"
            or not 4 <= page.size_of(heading) <= 60
            or not (
                says_related(text := page.text_of(heading)) or (says_other(text) and _ends_text(page, prose, heading))
            )
        ):
            continue
        top = heading
        while page.parents[top] > 0 and page.size_of(page.parents[top]) <= page.size_of(heading) + 12:
            top = page.parents[top]
        parent = page.parents[top]
        if parent < 0:
            continue
        node = page.ends[top]
        while node < page.ends[parent] and page.tags[node] not in HEADINGS:
            yield node
            node = page.ends[node]


def _heads(page: Page, node: int) -> bool:
    """Whether an element holds a heading of the first level: the page's own."""
    inside = page.headings[bisect_left(page.headings, node) : bisect_left(page.headings, page.ends[node])]
    return any(page.tags[heading] == "h1" for heading in inside)


def _ends_text(page: Page, prose: list[int], heading: int) -> bool:
    above = prose[page.first[heading]]
    return above > _ARTICLE and above > _NEARLY_ALL * prose[-1]


def _signs(page: Page, blocks: Sequence[Any]) -> dict[str, float]:  # noqa: C901
    """What speaks for a page of one article (positive) or a listing (negative), wherever it stands."""
    signs: dict[str, float] = {}
    head = page.root.find("head")
    if head is not None:
        for meta in head.iterchildren("meta"):
            if meta.get("property") == "og:type" and (meta.get("content") or "").lower() == "article":
                signs["og:type article"] = 1.0
            elif (meta.get("property") or "").startswith("article:published_time"):
                signs["article:published_time"] = 1.5
    for text, block in list(zip(page.data_blocks, blocks, strict=True))[:8]:
        found = _types(text, block)
        if found & _LIST_TYPES - {"Blog"}:
            signs["JSON-LD list"] = -1.0
        elif found & _SINGLE_TYPES:
            signs["JSON-LD article"] = 1.5
    body = next((node for node, tag in enumerate(page.tags[:20]) if tag == "body"), None)
    if body is not None:
        names = set(page.classes[body].split())
        if "single" in names or "single-post" in names or "singular" in names:
            signs["body class single"] = 2.0
        elif names & _LIST_BODY:
            signs["body class of a list"] = -1.5
    part = shape_of(page.url).part
    if part is not None:
        signs["address of a term"] = -0.8
    return signs


def _types(text: str, data: Any) -> set[str]:
    if len(text) > 400_000:
        return set()
    if data is None:
        return set(re.findall(r'"@type"\s*:\s*"(\w+)"', text)[:1])
    if isinstance(data, dict) and isinstance(data.get("@graph"), list):
        data = data["@graph"]
    found = set()
    for item in data if isinstance(data, list) else [data]:
        kind = item.get("@type") if isinstance(item, dict) else None
        found |= {kind} if isinstance(kind, str) else {k for k in kind or () if isinstance(k, str)}
    return found


def zone_around(page: Page, around: Surroundings, node: int) -> int:
    """The zones that an element stands in. A header, footer or nav of an entry is the entry's own."""
    zone, entry = Zone.NONE, False
    zones = around.zones
    while node >= 0:
        own = zones.get(node, Zone.NONE)
        if own:
            if page.tags[node] in ("header", "footer") and not entry:
                entry = any(page.tags[above] in ("article", "main", "section") for above in page.ancestors(node))
                if entry:
                    own &= ~(Zone.HEAD | Zone.FOOT)
            zone |= own
        node = page.parents[node]
    return zone
