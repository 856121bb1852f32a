"""Where a record begins and ends: the largest piece around its link, and the siblings that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from crawler.listing.tree import Link, Page

# Numbers of posts, not of a grid's columns.
_NUMBER = re.compile(r"\d{3,}|(?<=[a-z][-_])\d+$|^(?:category|tag)-.+")
_T = TypeVar("_T")
_NODE = attrgetter("node")
_SEPARATORS = frozenset(("hr", "br", "script", "style", "ins", "noscript"))


@dataclass(slots=True)
class Candidate:
    """A set of pieces: the first element and the end of each one, the link that stands for it, and their container."""

    spans: list[tuple[int, int]]
    anchors: list[int]
    container: int
    kind: str
    score: float = 0.0
    why: dict[str, float] | None = None


def common_ancestor(page: Page, low: int, high: int) -> int:
    """The lowest element that holds two elements, of which `low` comes first; never one of the two."""
    node = page.parents[low]
    while node >= 0 and page.ends[node] <= high:
        node = page.parents[node]
    return max(node, 0)


def links_within(page: Page, start: int, end: int) -> list[Link]:
    """The links from one element to before another, in the order of the page."""
    first = bisect_left(page.links, start, key=_NODE)
    return page.links[first : bisect_left(page.links, end, first, key=_NODE)]


def is_row_of_links(page: Page, node: int) -> bool:
    """Whether a piece is nothing but several links to different pages: a menu, if it stands among records."""
    inside = links_within(page, node, page.ends[node])
    words = sum(page.size_of(link.node) for link in inside)
    return len({link.target for link in inside}) > 1 and words >= 0.9 * page.size_of(node)


def usual(values: Iterable[_T]) -> tuple[_T, int]:
    """The most frequent of some values, of which there is one, the first of several; and how often it is there.

    For a handful of values, a Counter takes longer to be made than they take to be counted.
    """
    counts: dict[_T, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    best = max(counts, key=counts.__getitem__)
    return best, counts[best]


@lru_cache(maxsize=4096)
def stem(names: str) -> str:
    """Class names without what differs from one piece to the next."""
    return " ".join(sorted({_NUMBER.sub("", name) for name in names.split()[:12]}))


def tops_of(page: Page, nodes: list[int], container: int) -> list[int]:
    parents, ends, depths = page.parents, page.ends, page.depths
    tops = []
    last = len(nodes) - 1
    for place, node in enumerate(nodes):
        before = nodes[place - 1] if place else -1
        after = nodes[place + 1] if place < last else 1 << 60
        top = node
        above = parents[top]
        while above != container and above > before and ends[above] <= after:
            top = above
            above = parents[top]
        tops.append(top)
    depth, tag = usual([(depths[top], page.tags[top]) for top in tops])[0]
    for place, top in enumerate(tops):
        if depths[top] >= depth:
            continue
        node = nodes[place]
        while depths[node] > depth:
            node = parents[node]
        if page.tags[node] == tag:
            tops[place] = node
    return tops


def flat_spans(page: Page, tops: list[int]) -> list[tuple[int, int]]:  # noqa: C901
    """Extend each piece by the siblings that belong to it: `dd` to `dt`, `p` to `h3`, a second row to a row."""
    ends = page.ends
    spans = [(top, ends[top]) for top in tops]
    gaps: list[list[int]] = []
    gaps_before: dict[int, list[int]] = {}
    for one, two in pairwise(tops):
        if page.parents[one] != page.parents[two]:
            continue
        gap: list[int] = []
        node = ends[one]
        while node < two and len(gap) < 40:
            gap.append(node)
            node = ends[node]
        gaps.append(gap)
        gaps_before[two] = gap[::-1]
    filled = [gap for gap in gaps if any(_carries(page, node) for node in gap) or _words_in(page, gap)]
    if not gaps or len(filled) * 2 < len(gaps):
        return spans
    # An element belongs to the records if its kind stands in at least half of the gaps; year headings do not.
    kinds = Counter(kind for gap in gaps for kind in {_kind(page, node) for node in gap})
    frequent = {kind for kind, count in kinds.items() if count * 2 >= len(gaps)}
    loose = {
        _kind(page, node)
        for gap in gaps
        for node in gap
        if page.tags[node] in ("p", "ul", "ol", "blockquote", "div", "figure", "pre", "table", "dd")
    }
    lead = _lead(page, tops, frequent)
    starts = {top: top for top in tops}
    if lead:
        for top in tops:
            before = gaps_before[top] if top in gaps_before else _before(page, top, len(lead))
            for node in before[: len(lead)]:
                if _kind(page, node) in lead:
                    starts[top] = node
    result = []
    longest = max(len(gap) for gap in gaps)
    for place, top in enumerate(tops):
        stop = (
            starts[tops[place + 1]]
            if place + 1 < len(tops) and page.parents[tops[place + 1]] == page.parents[top]
            else page.ends[page.parents[top]]
        )
        end, node, taken = ends[top], ends[top], 0
        final = place + 1 == len(tops) or page.parents[tops[place + 1]] != page.parents[top]
        while node < stop and taken < longest:
            kind = _kind(page, node)
            if kind not in frequent and (final or kind not in loose):
                if page.tags[node] in _SEPARATORS:
                    node = ends[node]
                    taken += 1
                    continue
                break
            end = node = ends[node]
            taken += 1
        result.append((starts[top], end))
    return result


def _carries(page: Page, node: int) -> bool:
    return page.size_of(node) > 0 or page.ends[node] > node + 1


def _words_in(page: Page, gap: list[int]) -> bool:
    """Whether words stand loose in front of a gap's first element: "<a>Title</a> (18 November 2024)<br>"."""
    if not gap:
        return False
    at = page.first[gap[0]] - 1
    return at >= 0 and page.owners[at] == page.parents[gap[0]] and sum(map(str.isalnum, page.texts[at])) >= 4


def _kind(page: Page, node: int) -> tuple[str, str]:
    return page.tags[node], stem(page.classes[node])


def _before(page: Page, top: int, count: int) -> list[int]:
    """Up to `count` siblings before an element, nearest first."""
    siblings = []
    for node in page.children(page.parents[top]):
        if node >= top:
            break
        siblings.append(node)
    return siblings[::-1][:count]


def _lead(page: Page, tops: list[int], usual: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The kinds of siblings that stand before their heading (a date, an image), nearest first.

    They are known by the edges: what stands before the first heading but not behind the last belongs to what follows it.
    """
    lead: list[tuple[str, str]] = []
    behind = page.ends[tops[-1]]
    after: set[tuple[str, str]] = set()
    stop = page.ends[page.parents[tops[-1]]]
    while behind < stop and len(after) < 12:
        kind = _kind(page, behind)
        if kind not in usual and page.tags[behind] not in _SEPARATORS:
            break
        after.add(kind)
        behind = page.ends[behind]
    separators: list[tuple[str, str]] = []
    for node in _before(page, tops[0], 4):
        kind = _kind(page, node)
        if page.tags[node] in _SEPARATORS and not separators:
            separators.append(kind)  # counts only if something stands before it
            continue
        if kind not in usual or kind in after:
            break
        lead += [*separators, kind]
        separators.clear()
    return lead
