"""Every set of repeated pieces on a page that could be its listing.

Records are told apart by where they lead. Links that stand at the same place of the tree and lead to different pages are
one cluster; the record of a link is the largest piece of the page around it that holds no other link of the cluster.
Where that piece is a mere heading among its siblings, the siblings up to the next one belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from crawler.listing.addresses import shape_of
from crawler.listing.tree import HEADINGS, Page
from crawler.listing.words import Zone, zone_of
from pipeline.noise import is_read_more

_ENTRY = re.compile(r"(?:^|\s)(?:post-\d+|h-entry|hentry|type-[a-z][\w-]*|h-event)(?=\s|$)")
_ENTRY_TYPE = re.compile(
    r"schema\.org/(?:\w*Article|BlogPosting|Report|CreativeWork|Book|DigitalDocument|ScholarlyArticle|Event|PublicationIssue|Dataset|ListItem)$"
)
# Numbers of posts, not of a grid's columns.
_NUMBER = re.compile(r"\d{3,}|(?<=[a-z][-_])\d+$|^(?:category|tag)-.+")
_ARROWS = frozenset("←«‹<⟵→»›>⟶")
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


def record_links(page: Page) -> list[int]:
    """The links that may lead to a record: not to the page itself, the home page, a pager's page, an archive, a feed."""
    own = page.url.split("#", 1)[0].rstrip("/")
    own_path = own[own.find("://") + 3 :].partition("/")[2]
    found = []
    verdicts: dict[str, bool] = {}
    for number, link in enumerate(page.links):
        target = link.target
        verdict = verdicts.get(target)
        if verdict is None:
            # A relative address that its page resolves wrongly ("./posts/a/" on the page /posts/a/) is the page itself.
            verdict = verdicts[target] = not (
                target == own
                or own.startswith(target + "/")
                or (own_path and target.endswith("/" + own_path))
                or not shape_of(link.url).record
            )
        if verdict:
            found.append(number)
    return found


def candidates(page: Page) -> list[Candidate]:
    """Give every set of pieces that could be a listing."""
    links = record_links(page)
    terms = {number for number in links if is_term(page, number)}
    clusters: dict[int, list[int]] = defaultdict(list)
    for number in links:
        clusters[page.paths[page.links[number].node]].append(number)
    found: list[Candidate] = []
    seen: set[tuple[tuple[int, int], ...]] = set()
    for every in clusters.values():
        members = [number for number in every if number not in terms]
        if not members:
            continue
        for group in _partitions(page, members):
            candidate = _from_links(page, group)
            if candidate is not None:
                key = (*candidate.spans, (candidate.anchors[0], candidate.anchors[-1]))
                if key not in seen:
                    seen.add(key)
                    found.append(candidate)
    found += _from_entries(page, [number for number in links if number not in terms])
    return found


def is_term(page: Page, number: int) -> bool:
    """Whether a link leads to a category, a tag or an author, by its address or its `rel`."""
    link = page.links[number]
    if shape_of(link.url).part is not None:
        return True
    rel = page.nodes[link.node].get("rel")
    return rel is not None and not {"tag", "author", "category"}.isdisjoint(rel.lower().split())


def _distinct(page: Page, numbers: Sequence[int]) -> list[int]:
    seen: set[str] = set()
    kept = []
    for number in numbers:
        target = page.links[number].target
        if target not in seen:
            seen.add(target)
            kept.append(number)
    return kept


def common_ancestor(page: Page, low: int, high: int) -> int:
    """The lowest element that holds two elements, of which `low` comes first; never one of the two."""
    node = page.parents[low]
    while node >= 0 and page.ends[node] <= high:
        node = page.parents[node]
    return max(node, 0)


def _partitions(page: Page, members: list[int]) -> list[list[int]]:
    """A cluster as a whole, and its parts where it spans areas of the page that bear different class names."""
    members = _distinct(page, members)
    groups = [members]
    if len(members) < 3:
        return groups
    container = common_ancestor(page, page.links[members[0]].node, page.links[members[-1]].node)
    for _ in range(3):
        areas: dict[int, list[int]] = defaultdict(list)
        for number in members:
            node = page.links[number].node
            while page.parents[node] != container:
                node = page.parents[node]
            areas[node].append(number)
        if all(len(part) == 1 for part in areas.values()) or len(areas) > 12:
            break
        kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
        for node, part in areas.items():
            kinds[page.tags[node], _stem(page.classes[node])] += part
        if len(kinds) > 1:
            groups += [part for part in kinds.values() if len(part) < len(members)]
        if len(areas) > 1:
            groups += [part for part in areas.values() if 1 < len(part) < len(members)]
        largest = max(areas.values(), key=len)
        if len(largest) < 3 or len(largest) == len(members):
            break
        members = largest
        container = common_ancestor(page, page.links[members[0]].node, page.links[members[-1]].node)
    return groups


def _stem(names: str) -> str:
    """Class names without what differs from one piece to the next."""
    return " ".join(sorted({_NUMBER.sub("", name) for name in names.split()[:12]}))


def _from_links(page: Page, members: list[int]) -> Candidate | None:
    nodes = [page.links[number].node for number in members]
    if len(nodes) == 1:
        top = _single_top(page, nodes[0])
        if top is None or not _may_stand_alone(page, nodes[0], top):
            return None
        return Candidate([(top, page.ends[top])], members, page.parents[top], "link")
    container = common_ancestor(page, nodes[0], nodes[-1])
    tops = _tops(page, nodes, container)
    spans = _flat_spans(page, tops)
    return Candidate(spans, members, container, "links")


def _may_stand_alone(page: Page, node: int, top: int) -> bool:
    """Whether one link alone may be a record's: in or around a heading, "read more", in a list's or table's item."""
    if page.tags[top] in ("li", "tr", "dt", "dd") or _heading_around(page, node):
        return True
    text = page.text_of(node)
    return 0 < len(text) <= 60 and is_read_more(text)


def _single_top(page: Page, node: int) -> int | None:
    """The piece around a lone link: its entry, or the largest element around it without another record's heading."""
    top = node
    for above in page.ancestors(node):
        if page.tags[above] in ("body", "html", "main") or page.size_of(above) > 30_000:
            break
        inside = bisect_left(page.headings, page.ends[above]) - bisect_left(page.headings, above)
        if inside > 1:
            break
        top = above
        if is_entry(page, above) or page.tags[above] in ("li", "tr"):
            break
    return top if top != node else None


def _tops(page: Page, nodes: list[int], container: int) -> list[int]:
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
    usual = Counter((depths[top], page.tags[top]) for top in tops).most_common(1)[0][0]
    for place, top in enumerate(tops):
        if depths[top] >= usual[0]:
            continue
        node = nodes[place]
        while depths[node] > usual[0]:
            node = parents[node]
        if page.tags[node] == usual[1]:
            tops[place] = node
    return tops


def _flat_spans(page: Page, tops: list[int]) -> list[tuple[int, int]]:
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
    filled = [gap for gap in gaps if any(_carries(page, node) for node in gap)]
    if not gaps or len(filled) * 2 < len(gaps):
        return spans
    # An element belongs to the records if its kind stands in at least half of the gaps; year headings do not.
    kinds = Counter(kind for gap in gaps for kind in {_kind(page, node) for node in gap})
    usual = {kind for kind, count in kinds.items() if count * 2 >= len(gaps)}
    loose = {
        _kind(page, node)
        for gap in gaps
        for node in gap
        if page.tags[node] in ("p", "ul", "ol", "blockquote", "div", "figure", "pre", "table", "dd")
    }
    lead = _lead(page, tops, usual)
    starts = {top: top for top in tops}
    if lead:
        for place, top in enumerate(tops):
            before = gaps_before.get(top, []) if place else _before(page, top, len(lead))
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
            if kind not in usual and (final or kind not in loose):
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


def _kind(page: Page, node: int) -> tuple[str, str]:
    return page.tags[node], _stem(page.classes[node])


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
    for node in _before(page, tops[0], 4):
        kind = _kind(page, node)
        if kind not in usual or kind in after:
            break
        lead.append(kind)
    return lead


@lru_cache(maxsize=16_384)
def _is_entry_name(names: str) -> bool:
    return _ENTRY.search(names) is not None


def is_entry(page: Page, node: int) -> bool:
    """Whether an element says by itself that it is an entry: `article`, h-entry, WordPress's post classes, schema.org."""
    if page.tags[node] == "article" or (page.classes[node] and _is_entry_name(page.classes[node])):
        return True
    kind = page.nodes[node].get("itemtype")
    return kind is not None and _ENTRY_TYPE.search(kind) is not None


def _from_entries(page: Page, links: list[int]) -> list[Candidate]:
    """Sets of elements that say by themselves that they are entries, where they stand beside each other."""
    entries: list[int] = []
    covered = 0
    for node, tag in enumerate(page.tags):
        if node < covered:
            continue
        if tag in ("html", "body", "main", "a", "time", "ul", "ol", "span"):
            continue
        if is_entry(page, node):
            inner = _inner_entries(page, node)
            entries += inner or [node]
            covered = page.ends[node]
    if not entries:
        return []
    starts = [page.links[number].node for number in links]
    groups: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for node in entries:
        inside = links[bisect_left(starts, node) : bisect_left(starts, page.ends[node])]
        anchor = _anchor(page, inside)
        if anchor is not None:
            groups[_entry_kind(page, node), page.depths[node]].append((node, anchor))
    found = []
    if len(groups) > 1:
        main = max(groups.values(), key=len)
        level = Counter(_heading_around(page, page.links[anchor].node) for _, anchor in main).most_common(1)[0][0]
        every = sorted(
            pair
            for group in groups.values()
            for pair in group
            if _heading_around(page, page.links[pair[1]].node) == level
        )
        if level and len(every) > len(main):
            groups["every", -1] = every
    for group in groups.values():
        spans = [(node, page.ends[node]) for node, _ in group]
        container = common_ancestor(page, group[0][0], group[-1][0]) if len(group) > 1 else page.parents[group[0][0]]
        tops = [node for node, _ in group]
        if len(tops) > 1 and all(page.parents[top] == page.parents[tops[0]] for top in tops):
            spans = _flat_spans(page, tops)
        found.append(Candidate(spans, [anchor for _, anchor in group], container, "entries"))
    return found


def _heading_around(page: Page, node: int) -> str:
    """The heading's tag that a link stands in or around, or ""."""
    for above in (page.parents[node], page.parents[page.parents[node]]):
        if page.tags[above] in HEADINGS:
            return page.tags[above]
    first = bisect_left(page.headings, node)
    inside = first < len(page.headings) and page.headings[first] < page.ends[node]
    return page.tags[page.headings[first]] if inside else ""


def _entry_kind(page: Page, node: int) -> str:
    names = page.classes[node]
    if _ENTRY.search(names):
        return "entry"
    return f"{page.tags[node]}.{names.split()[0] if names else ''}"


def _inner_entries(page: Page, node: int) -> list[int]:
    """Entries inside an entry (a page that is marked as an article and holds a listing)."""
    inner, child, end = [], node + 1, page.ends[node]
    while child < end:
        if page.tags[child] in ("article", "div", "li", "section") and is_entry(page, child):
            inner.append(child)
            child = page.ends[child]
        else:
            child += 1
    return inner if len(inner) > 1 else []


def _anchor(page: Page, inside: list[int]) -> int | None:
    """The link that stands for an entry: in a heading, around a heading, marked as its own address, or the first."""
    best, best_rank = None, -1
    for number in inside:
        node = page.links[number].node
        parent = page.parents[node]
        heading = page.tags[parent][:1] == "h" and page.tags[parent][1:].isdigit()
        first = bisect_left(page.headings, node)
        around = first < len(page.headings) and page.headings[first] < page.ends[node]
        element = page.nodes[node]
        rel = (element.get("rel") or "").lower().split()
        if not {"tag", "author", "prev", "next", "nofollow"}.isdisjoint(rel) or shape_of(page.links[number].url).part:
            continue
        if zone_of(page.tags[parent], page.classes[parent]) & Zone.NAV or page.text_of(node)[:1] in _ARROWS:
            continue
        rank = 6 * heading + 5 * around + 3 * ("bookmark" in rel) + 3 * ("u-url" in page.classes[node]) + 1
        if rank > best_rank:
            best, best_rank = number, rank
    return best
