"""How much a set of pieces looks like the page's main listing: general evidence, added up.

A listing's records lead to different pages of the site, bear titles (mostly headings), often dates and text, and stand in
the middle of the page, not in its menu, sidebar or footer. An article's page has long text outside of every such set.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import chain
from math import log2

from crawler.listing.doubts import doubts
from crawler.listing.entries import is_entry, is_term
from crawler.listing.files import names_an_act
from crawler.listing.runs import Candidate, usual
from crawler.listing.survey import Surroundings, zone_around
from crawler.listing.texts import BRACKETS, length, without_size
from crawler.listing.tree import Page
from crawler.listing.words import Zone
from pipeline.noise import is_read_more
from pipeline.urls import is_file

_SHARED_LONGEST = 200
# DOIs and handles: addresses that outlive the site of their page.
_PERSISTENT = re.compile(r"//[^/]+/(?:10\.\d{4,9}/|handle/\d)")
_FOR_NOTHING_ELSE = 0.6
_FEWEST, _TEXT = 3, 0.6
_FACTORS = (
    (Zone.COMMENTS, 0.08), (Zone.NAV, 0.1), (Zone.SIDE, 0.15), (Zone.FOOT, 0.15), (Zone.RELATED, 0.12), (Zone.CLOUD, 0.1),
    (Zone.HEAD, 0.3), (Zone.SLIDER, 0.45),
)  # fmt: skip


_DATELESS = (Zone.NAV, Zone.CLOUD)

# All evidence of a candidate at its best: what `score` adds up.
_MOST = 0.2 + 1.1 + 0.9 + 1.2 + 1.2 + 0.3 + 1.0 + 0.9


def score(page: Page, around: Surroundings, candidate: Candidate) -> float:  # noqa: PLR0915
    """Score one candidate, and note why."""
    spans, anchors, links = candidate.spans, candidate.anchors, page.links
    count = len(spans)
    headings = dates = hints = images = linked = 0
    title_length = text_length = 0.0
    first, last, sizes = page.first, page.last, page.sizes
    texts: list[str] = []
    kinds: list[tuple[str, int]] = []
    foreign = terms = numbers = 0
    total = 0
    same = _same_text(page, candidate)
    silent = bool(same) or not page.size_of(links[anchors[0]].node)
    shared = _shared(page, candidate) if silent and count > 2 else frozenset()
    for (start, end), anchor in zip(spans, anchors, strict=True):
        link = links[anchor]
        node = link.node
        kinds.append((page.tags[start], page.depths[start]))
        h = bisect_left(page.headings, start)
        has_heading = h < len(page.headings) and page.headings[h] < end
        inside = sizes[last[end - 1] if end - 1 >= start else last[start]] - sizes[first[start]]
        inside = max(inside, page.size_of(start))
        total += inside
        heading = page.headings[h] if has_heading else -1
        headings += has_heading
        linked += has_heading and (heading <= node < page.ends[heading] or node <= heading < page.ends[node])
        text = _title_text(page, (start, end), node, heading, same, shared)
        texts.append(text)
        if text.isdigit():
            numbers += 1
        title_length += min(1.0, length(text) / 28)
        rest = inside - len(text)
        text_length += min(1.0, rest / 120) if rest > 25 else 0.0
        d = bisect_left(around.dates, start)
        dates += d < len(around.dates) and around.dates[d] < end
        i = bisect_left(page.images, start)
        images += i < len(page.images) and page.images[i] < end
        hints += is_entry(page, start) or (
            end - start > 1 and page.tags[start] in ("div", "li") and is_entry(page, start + 1)
        )
        if not link.own and not _PERSISTENT.search(link.url):
            foreign += 1
        elif is_term(page, anchor):
            terms += 1
    said, times = usual(texts)
    alike = usual(kinds)[1] / count
    distinct = 1.0 if count < 3 or times <= max(1, count * 0.4) else (0.25 if said else 0.4)
    why = {
        "headings": 1.1 * headings / count + 0.9 * linked / count, "dates": 1.2 * dates / count,
        "text": 1.2 * text_length / count, "images": 0.3 * images / count,
        "titles": 1.0 * title_length / count, "entries": 0.9 * hints / count,
    }  # fmt: skip
    quality = 0.2 + sum(why.values())
    share = total / max(around.prose[-1], page.sizes[-1] * 0.3, 1)
    factor = zone_factor(page, around, candidate, dated=dates >= 0.8 * count and count > 1)
    factors = {
        "zone": factor, "alike": 0.5 + 0.5 * alike, "distinct": distinct,
        # What leads to other sites is a listing where days stand beside it and the page is for nothing else.
        "own": 1 - (0.4 if share > _FOR_NOTHING_ELSE and dates >= 0.8 * count else 0.7) * foreign / count,
        "lone": 1.0 if count > 1 else _lone(page, candidate, linked > 0, hints > 0),
        "terms": 1 - 0.85 * terms / count, "numbers": 1 - 0.95 * numbers / count, "share": 0.55 + 0.45 * min(1.0, share),
    }  # fmt: skip
    told = headings or dates or hints or (count == _FEWEST and why["text"] >= _TEXT)
    if not told and count <= _FEWEST and around.listing <= 0:
        factors["plain"] = 0.6
    factors |= doubts(page, around, candidate, linked)
    if around.single >= 1:
        factors["beside an article"] = 0.3 + 0.7 * min(1.0, share)
    result = quality * (1 + log2(count))
    for value in factors.values():
        result *= value
    why |= factors | {"records": float(count), "part of the page": share}
    candidate.score, candidate.why = result, why
    return result


def _same_text(page: Page, candidate: Candidate) -> str:
    """What most of the links say ("View"), which then is the template's; "" if they differ."""
    texts = [page.text_of(page.links[anchor].node) for anchor in candidate.anchors]
    text, count = usual(list(map(without_size, texts)) if texts[0][-1:] in BRACKETS else texts)
    return text if count >= max(3, 0.6 * len(candidate.anchors)) else ""


def _title_text(  # noqa: PLR0917
    page: Page, span: tuple[int, int], node: int, heading: int, same: str, shared: frozenset[str]
) -> str:
    """What a piece would be called: by its link, or by its heading where the link says nothing of it."""
    text = page.text_of(node)
    if same and text[-1:] in BRACKETS:
        text = without_size(text)
    if heading >= 0:
        return page.text_of(heading) if not text or text == same or is_read_more(text) else text
    if not text or text == same:
        return _longest(page, *span, same, shared)
    return "" if text and len(text) < 40 and (is_read_more(text) or names_an_act(text)) else text


def _shared(page: Page, candidate: Candidate) -> frozenset[str]:
    """The texts that stand in more than one of the pieces: a court, a kind, a place, but no titles."""
    inside: list[set[str]] = []
    for start, end in candidate.spans:
        low, high = page.first[start], page.last[end - 1] if end > start else page.last[start]
        inside.append({page.lines[at] for at in range(low, high) if len(page.texts[at]) <= _SHARED_LONGEST})
    seen = Counter(chain.from_iterable(inside))
    return frozenset(text for text, count in seen.items() if count > 1)


def _longest(page: Page, start: int, end: int, same: str, shared: frozenset[str]) -> str:
    """The longest text of a piece whose link says what all links say: "A circular on wells | 2 May 2024 | Download"."""
    low, high = page.first[start], page.last[end - 1] if end > start else page.last[start]
    lines = [page.lines[at] for at in range(low, high) if not same or same not in page.texts[at]]
    return max([line for line in lines if line not in shared] or lines, key=len, default="")


def _lone(page: Page, candidate: Candidate, linked: bool, hinted: bool) -> float:
    """How well one piece alone can be told from an article: its heading leads elsewhere, or its link says "read more"."""
    link = page.links[candidate.anchors[0]]
    if is_file(link.url):
        return 0.1
    if linked:
        return 1.0
    text = page.text_of(link.node)
    if is_read_more(text):
        return 0.8
    start, end = candidate.spans[0]
    heading = bisect_left(page.headings, start)
    if heading < len(page.headings) and page.headings[heading] < end:
        # Its heading leads nowhere, and the link stands somewhere else: an article that mentions another.
        return 0.2
    if page.tags[start] in ("li", "tr", "dt") or end - start < 25:
        return 0.6 if text else 0.3
    return 0.35 if hinted and len(text) > 15 else 0.25


def most(candidate: Candidate, zone: float) -> float:
    """The most that a candidate can score in a zone that counts for so much."""
    return _MOST * (1 + log2(len(candidate.spans))) * zone


def zone_factor(page: Page, around: Surroundings, candidate: Candidate, *, dated: bool) -> float:
    """What the zones of the page count for in which a candidate stands: on average, where it is spread over several."""
    count = len(candidate.spans)
    if count < 3 or page.parents[candidate.spans[0][0]] == page.parents[candidate.spans[-1][0]]:
        return _zone_at(page, around, candidate, count // 2, dated=dated)
    places = sorted({0, count // 4, count // 2, (3 * count) // 4, count - 1})
    return sum(_zone_at(page, around, candidate, place, dated=dated) for place in places) / len(places)


def _zone_at(page: Page, around: Surroundings, candidate: Candidate, place: int, *, dated: bool) -> float:
    node = page.links[candidate.anchors[place]].node
    start = candidate.spans[place][0]
    # Inside the record its own header, footer and nav count for nothing, unless the record is all there is of a zone.
    zone = zone_around(page, around, page.parents[start] if page.parents[start] >= 0 else start)
    own = around.zones.get(start, Zone.NONE)
    zone |= own & (Zone.NAV | Zone.COMMENTS | Zone.RELATED | Zone.SLIDER)
    if page.tags[start] == "aside" or own & Zone.SIDE:
        zone |= Zone.SIDE
    inner = node
    while inner > start:
        zone |= around.zones.get(inner, Zone.NONE) & Zone.RELATED
        inner = page.parents[inner]
    if node != start and page.tags[page.parents[node]] == "nav":
        zone |= Zone.NAV
    result = 1.0
    for kind, factor in _FACTORS:
        if zone & kind:
            # A menu, a cloud of terms has no dates: a list with them is only called one.
            named_only = (
                len(candidate.spans) > 2
                and kind in _DATELESS
                and dated
                and not any(page.tags[above] == "nav" for above in page.ancestors(start))
            )
            result *= 0.6 if named_only else factor
    if zone & Zone.MAIN:
        result *= 1.2
    return result
