"""How much a set of pieces looks like the page's main listing: general evidence, added up.

A listing's records lead to different pages of the site, bear titles (mostly headings), often dates and text, and stand in
the middle of the page, not in its menu, sidebar or footer. An article's page has long text outside of every such set.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from math import log2

from crawler.listing.addresses import shape_of
from crawler.listing.segments import Candidate, common_ancestor, is_entry
from crawler.listing.tree import Page
from crawler.listing.words import Zone, zone_of
from pipeline.noise import is_read_more
from pipeline.urls import is_file

THRESHOLD = 3.2

DATE_LIKE = re.compile(
    r"(?:19|20)\d\d\s*[-./年]\s*\d|\d[-./]\s?(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.|º|er)?,?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|[^\W\d]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2}\b|^\s*[^\W\d]{3,10}\.?\s+\d{1,2}\s*$|^\s*\d{1,2}\s+[^\W\d]{3,10}\.?\s*$|^\s*\d\d-\d\d\s*$|(?:19|20|25)\d\d\s*$|\d{1,2}\s+[^\W\d]+\.?\s+25\d\d"
)
_FEATURED = re.compile(
    r"(?:^|[\s_-])(?:featured?|lead-?story|top-?story|spotlight|highlight(?:ed)?|hero)(?=$|[\s_-])", re.IGNORECASE
)
_YEARISH = re.compile(r"(?:19|20|25)\d\d|\d[./-]\d")
_DIGIT = re.compile(r"\d")
_AREAS = frozenset("div section ul ol dl nav aside footer header main form table article center details menu".split())
_NAMED_AREAS = frozenset(("nav", "aside", "footer", "header", "main"))
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FACTORS = (
    (Zone.COMMENTS, 0.08), (Zone.NAV, 0.1), (Zone.SIDE, 0.15), (Zone.FOOT, 0.15), (Zone.RELATED, 0.12), (Zone.CLOUD, 0.1),
    (Zone.HEAD, 0.3), (Zone.SLIDER, 0.45),
)  # fmt: skip
_SINGLE_TYPES = frozenset(("Article", "BlogPosting", "NewsArticle", "TechArticle", "ScholarlyArticle", "Report"))
_LIST_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage", "Blog"))
_LIST_BODY = frozenset(
    ("blog", "archive", "category", "tag", "search-results", "author", "date", "post-type-archive", "tax")
)


@dataclass(slots=True)
class Surroundings:
    """What the whole page says, gathered once."""

    zones: dict[int, int]
    dates: list[int]
    prose: int
    single: float
    listing: float
    entries: frozenset[int] = frozenset()
    signs: dict[str, float] = field(default_factory=dict)


def survey(page: Page) -> Surroundings:
    """Find the page's zones and dates, and what speaks for an article and for a listing."""
    zones: dict[int, int] = {}
    total = page.sizes[-1] or 1
    for node, tag in enumerate(page.tags):
        if tag not in _AREAS:
            continue
        element = page.nodes[node]
        names = page.classes[node]
        label = element.get("id")
        role = element.get("role") or ""
        if not names and not label and not role and tag not in _NAMED_AREAS:
            continue
        zone = zone_of(tag, f"{names} {label}" if label else names, role)
        if not zone:
            continue
        if tag in ("body", "html"):
            continue
        if (
            zone & ~(Zone.MAIN | Zone.CONTENT)
            and page.size_of(node) > 0.7 * total
            and tag not in ("nav", "aside", "footer")
        ):
            # "right-sidebar", "has-menu" on a wrapper of everything speak of the layout.
            zone &= Zone.MAIN | Zone.CONTENT
        if (
            tag == "aside"
            and zone & Zone.SIDE
            and (_FEATURED.search(f"{names} {label}") or page.size_of(node) > 0.5 * total)
        ):
            zone &= ~Zone.SIDE
        if zone:
            zones[node] = zone
    dates = []
    for place, text in enumerate(page.texts):
        if (
            4 <= len(text) <= 120
            and (_YEARISH.search(text) or (len(text) <= 16 and _DIGIT.search(text)))
            and DATE_LIKE.search(text)
        ):
            dates.append(page.owners[place])
    dates += page.times
    dates.sort()
    prose = sum(len(text) for text in page.texts if len(text) > 60)
    signs = _signs(page)
    single = sum(value for value in signs.values() if value > 0)
    listing = -sum(value for value in signs.values() if value < 0)
    return Surroundings(zones, dates, prose, single, listing, signs=signs)


def _signs(page: Page) -> dict[str, float]:
    """What speaks for a page of one article (positive) or a listing (negative), wherever it stands."""
    signs: dict[str, float] = {}
    head = page.root.find("head")
    if head is not None:
        for meta in head.iterchildren("meta"):
            if meta.get("property") == "og:type" and (meta.get("content") or "").lower() == "article":
                signs["og:type article"] = 1.0
            elif (meta.get("property") or "").startswith("article:published_time"):
                signs["article:published_time"] = 1.5
    for block in page.data_blocks[:8]:
        found = _types(block)
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


def _types(block: str) -> set[str]:
    if len(block) > 400_000:
        return set()
    try:
        data = json.loads(block)
    except (ValueError, RecursionError):
        return set(re.findall(r'"@type"\s*:\s*"(\w+)"', block)[:1])
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


def length(text: str) -> float:
    """How long a text is for a reader: a character of a dense script counts for two and a half."""
    if text.isascii():
        return len(text)
    return len(text) + 1.5 * len(_WIDE.findall(text)) if text else 0.0


def score(page: Page, around: Surroundings, candidate: Candidate) -> float:
    """Score one candidate, and note why."""
    spans, anchors, links = candidate.spans, candidate.anchors, page.links
    count = len(spans)
    headings = dates = hints = images = linked = 0
    title_length = text_length = 0.0
    first, last, sizes = page.first, page.last, page.sizes
    texts: Counter[str] = Counter()
    kinds: Counter[tuple[str, int]] = Counter()
    foreign = terms = numbers = 0
    total = 0
    for (start, end), anchor in zip(spans, anchors, strict=True):
        link = links[anchor]
        node = link.node
        kinds[page.tags[start], page.depths[start]] += 1
        h = bisect_left(page.headings, start)
        has_heading = h < len(page.headings) and page.headings[h] < end
        inside = sizes[last[end - 1] if end - 1 >= start else last[start]] - sizes[first[start]]
        inside = max(inside, page.size_of(start))
        total += inside
        text = page.text_of(node)
        if has_heading:
            heading = page.headings[h]
            headings += 1
            if heading <= node < page.ends[heading] or node <= heading < page.ends[node]:
                linked += 1
            if not text or is_read_more(text):
                text = page.text_of(heading)
        elif text and len(text) < 40 and is_read_more(text):
            text = ""
        texts[text] += 1
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
        if not link.own:
            foreign += 1
        elif shape_of(link.url).part:
            terms += 1
    usual, usual_count = texts.most_common(1)[0]
    alike = kinds.most_common(1)[0][1] / count
    distinct = 1.0 if count < 3 or usual_count <= max(1, count * 0.4) else (0.25 if usual else 0.4)
    why = {
        "headings": 1.1 * headings / count + 0.9 * linked / count, "dates": 1.2 * dates / count, "text": 1.2 * text_length / count,
        "images": 0.3 * images / count, "titles": 1.0 * title_length / count, "entries": 0.9 * hints / count,
    }  # fmt: skip
    quality = 0.2 + sum(why.values())
    share = total / max(around.prose, page.sizes[-1] * 0.3, 1)
    factor = _factor(page, around, candidate, dated=dates >= 0.8 * count and count > 1)
    factors = {
        "zone": factor, "alike": 0.5 + 0.5 * alike, "distinct": distinct, "own": 1 - 0.7 * foreign / count,
        "lone": 1.0 if count > 1 else _lone(page, candidate, linked > 0, hints > 0),
        "terms": 1 - 0.85 * terms / count, "numbers": 1 - 0.95 * numbers / count, "share": 0.55 + 0.45 * min(1.0, share),
    }  # fmt: skip
    if not headings and not dates and not hints and count < 4 and around.listing <= 0:
        factors["plain"] = 0.6
    if linked * 2 < count and _beside_main_matter(page, around, candidate):
        factors["beside the matter"] = 0.4
    if around.single >= 1:
        factors["beside an article"] = 0.3 + 0.7 * min(1.0, share)
    result = quality * (1 + log2(count))
    for value in factors.values():
        result *= value
    why |= factors | {"records": float(count), "part of the page": share}
    candidate.score, candidate.why = result, why
    return result


def _beside_main_matter(page: Page, around: Surroundings, candidate: Candidate) -> bool:
    """Whether the page's own heading stands with most of the page's text in an element that does not hold the list."""
    first, last = candidate.spans[0][0], candidate.spans[-1][1]
    for heading in page.headings:
        if page.tags[heading] != "h1" or first <= heading < last:
            continue
        if any(page.tags[node] == "a" for node in range(heading + 1, page.ends[heading])):
            continue
        area = heading
        while page.parents[area] >= 0 and not page.parents[area] <= first < page.ends[page.parents[area]]:
            area = page.parents[area]
        prose = sum(len(text) for text in page.texts[page.first[area] : page.last[area]] if len(text) > 60)
        if prose > 500 and prose > 0.45 * around.prose:
            return True
    return False


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


def _factor(page: Page, around: Surroundings, candidate: Candidate, *, dated: bool) -> float:
    middle = candidate.anchors[len(candidate.anchors) // 2]
    node = page.links[middle].node
    start = candidate.spans[len(candidate.spans) // 2][0]
    # Inside the record its own header, footer and nav count for nothing, unless the record is all there is of a zone.
    zone = zone_around(page, around, page.parents[start] if page.parents[start] >= 0 else start)
    own = around.zones.get(start, Zone.NONE)
    zone |= own & (Zone.NAV | Zone.COMMENTS | Zone.RELATED | Zone.SLIDER)
    if page.tags[start] == "aside" or own & Zone.SIDE:
        zone |= Zone.SIDE
    if node != start and page.tags[page.parents[node]] == "nav":
        zone |= Zone.NAV
    result = 1.0
    for kind, factor in _FACTORS:
        if zone & kind:
            # A menu has no dates: a list with them is only called one.
            named_only = (
                len(candidate.spans) > 2
                and kind is Zone.NAV
                and dated
                and not any(page.tags[above] == "nav" for above in page.ancestors(start))
            )
            result *= 0.6 if named_only else factor
    if zone & Zone.MAIN:
        result *= 1.2
    return result


def choose(page: Page, around: Surroundings, found: list[Candidate]) -> tuple[Candidate | None, float]:
    """Give the candidate that is the page's listing, if there is one, and how sure that is (0 to 1)."""
    if not found:
        return None, 0.95
    for candidate in found:
        score(page, around, candidate)
    best = max(found, key=lambda candidate: candidate.score)
    best = _widest(page, best, found)
    certain = around.single - around.listing
    # Where nearly all of the page is the list, its claim to be an article weighs little.
    weight = (0.9 if certain >= 2.5 else 0.45) * (1 - 0.75 * min(1.0, (best.why or {}).get("part of the page", 0.0)))
    needed = THRESHOLD * (1 + weight * max(0.0, certain)) / (1 + 0.2 * max(0.0, -certain))
    ratio = best.score / needed
    if ratio < 1:
        return None, 1 - 0.5 * ratio
    if around.single <= around.listing + 0.5:
        best = _joined(page, best, found)
    return best, 1 - 0.5 / ratio


def _shape(url: str) -> str:
    """The directory that an address stands in, its numbers masked: addresses of one kind of pages share it."""
    path = url[url.find("://") + 3 :].partition("/")[2].partition("?")[0].rstrip("/")
    return re.sub(r"\d+", "0", path.rpartition("/")[0])


def _joined(page: Page, best: Candidate, found: list[Candidate]) -> Candidate:
    """Join pieces of another shape that belong to the listing: a featured first record, a shorter list of the older ones.

    They lead to addresses of the same kind, in headings of their own, and stand before or behind in the same area.
    """
    own = set(targets(page, best))
    shapes = Counter(_shape(target) for target in own)
    shape, count = shapes.most_common(1)[0]
    if count < 0.6 * len(own):
        return best
    parts = [best]
    for other in sorted(found, key=lambda candidate: -candidate.score):
        if other is best or not _belongs(page, best, other, shape):
            continue
        theirs = targets(page, other)
        overlaps = any(
            start < end2 and start2 < end for part in parts for start, end in part.spans for start2, end2 in other.spans
        )
        if overlaps or not own.isdisjoint(theirs):
            continue
        parts.append(other)
        own.update(theirs)
        if len(parts) > 3:
            break
    if len(parts) == 1:
        return best
    pairs = sorted((span, anchor) for part in parts for span, anchor in zip(part.spans, part.anchors, strict=True))
    container = common_ancestor(page, pairs[0][0][0], pairs[-1][0][0])
    return Candidate(
        [span for span, _ in pairs], [anchor for _, anchor in pairs], container, "joined", best.score, best.why
    )


def _belongs(page: Page, best: Candidate, other: Candidate, shape: str) -> bool:
    why, mine = other.why or {}, best.why or {}
    if any(_shape(target) != shape for target in targets(page, other)) or why["distinct"] < 1 or why["own"] < 1:
        return False
    before = other.spans[-1][1] <= best.spans[0][0]
    behind = other.spans[0][0] >= best.spans[-1][1]
    linked = why["headings"] >= 1.9
    if len(other.spans) == 1 and before and linked:
        substance = why["dates"] >= 1 or why["text"] >= 0.8
        return why["zone"] >= 0.25 and (bool(shape) or (substance and why["zone"] >= 1))
    near = (
        page.depths[common_ancestor(page, *sorted((best.container, other.container)))]
        >= page.depths[best.container] - 2
    )
    if not (before or behind) or not shape or not near or why["zone"] < 1:
        return False
    if mine["records"] == 1:
        return behind and len(other.spans) > 1 and why["titles"] >= 0.5
    return behind and linked and mine["headings"] >= 1.9


def _widest(page: Page, best: Candidate, found: list[Candidate]) -> Candidate:
    """Of candidates that are nearly as good, the one that holds all records of the best and more: the odd ones, too."""
    own = set(targets(page, best))
    for candidate in found:
        if (
            len(candidate.anchors) > len(own)
            and candidate.score >= 0.93 * best.score
            and own < set(targets(page, candidate))
        ):
            best, own = candidate, set(targets(page, candidate))
    return best


def targets(page: Page, candidate: Candidate) -> list[str]:
    """Where a candidate's records lead."""
    return [page.links[anchor].target for anchor in candidate.anchors]
