"""Elements that say by themselves that they are entries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import lru_cache

from crawler.listing.addresses import shape_of
from crawler.listing.pager_words import heading
from crawler.listing.runs import Candidate, common_ancestor, flat_spans
from crawler.listing.texts import has_digit
from crawler.listing.tree import HEADINGS, Link, Page
from crawler.listing.words import Zone, zone_of
from pipeline.noise import is_read_more

_ENTRY = re.compile(r"(?:^|\s)(?:post-\d+|h-entry|hentry|type-[a-z][\w-]*|h-event)(?=\s|$)")
_ENTRY_TYPE = re.compile(
    r"schema\.org/(?:\w*Article|BlogPosting|Report|CreativeWork|Book|DigitalDocument|ScholarlyArticle|Event|PublicationIssue|Dataset|ListItem)$"
)
_NO_ENTRIES = frozenset("html body main a time ul ol span img svg path br hr b i em strong button input".split())
_NO_ANCHOR = frozenset(("tag", "category", "author", "prev", "next", "nofollow"))
# The name of an archive of a year is short, or holds the year; "Archive of all May" is somewhat longer.
_TITLED, _LONGER, _LONGEST_NAME, _PHRASE = 16, 25, 200, 26
_ARROWS = frozenset("←«‹<⟵→»›>⟶")


@lru_cache(maxsize=16_384)
def _is_entry_name(names: str) -> bool:
    return _ENTRY.search(names) is not None


@lru_cache(maxsize=4096)
def _is_entry_type(kind: str) -> bool:
    return _ENTRY_TYPE.search(kind) is not None


def is_entry(page: Page, node: int) -> bool:
    """Whether an element says by itself that it is an entry: `article`, h-entry, WordPress's post classes, schema.org."""
    if page.tags[node] == "article" or (page.classes[node] and _is_entry_name(page.classes[node])):
        return True
    kind = page.nodes[node].get("itemtype")
    return kind is not None and _is_entry_type(kind)


def may_head_record(page: Page, link: Link) -> bool:
    """Whether a link may lead to a record, by its address; what looks like an archive's may, if its text is a title."""
    shape = shape_of(link.url)
    return shape.record or (bool(shape.year) and _is_titled(page, link, shape.year))


def _is_titled(page: Page, link: Link, year: str) -> bool:
    """Whether a link to what looks like an archive ("/reports/2024", "/acts/2010/3") is called by more than its time."""
    size = page.size_of(link.node)
    ends_in_year = link.url.endswith(f"/{year}")
    if not (_TITLED if ends_in_year else _LONGER) <= size <= _LONGEST_NAME:
        return False
    text = page.text_of(link.node)
    if (has_digit(text) if ends_in_year else year in text) or is_read_more(text):
        return False
    return not (len(text) < _PHRASE and heading(text)[0])


def is_term(page: Page, number: int) -> bool:
    """Whether a link leads to a category, a tag or an author, by its address or its `rel`.

    What the heading of an entry links to is the entry, whatever its address: sites keep articles below /topic/ too.
    """
    known = page.terms.get(number)
    if known is None:
        link = page.links[number]
        rel = page.nodes[link.node].get("rel")
        known = page.terms[number] = (
            rel is not None and not {"tag", "author", "category"}.isdisjoint(rel.lower().split())
        ) or (shape_of(link.url).part is not None and not _heads_entry(page, link.node))
    return known


def _heads_entry(page: Page, node: int) -> bool:
    if not heading_around(page, node):
        return False
    for level, above in enumerate(page.ancestors(node)):
        if level > 5:
            break
        if is_entry(page, above):
            return True
    return False


def _entries(page: Page) -> list[int]:
    """The elements that say by themselves that they are entries, and stand in none; of an entry of entries, those."""
    entries: list[int] = []
    covered = 0
    nodes = page.nodes
    for node, (tag, names) in enumerate(zip(page.tags, page.classes, strict=True)):
        if node < covered or tag in _NO_ENTRIES:
            continue
        # What `is_entry` says: this is asked of nearly all elements of a page.
        if (
            tag == "article"
            or (names and _is_entry_name(names))
            or ((kind := nodes[node].get("itemtype")) is not None and _is_entry_type(kind))
        ):
            entries += _inner_entries(page, node) or [node]
            covered = page.ends[node]
    return entries


def from_entries(page: Page, links: list[int]) -> list[Candidate]:
    """Sets of elements that say by themselves that they are entries, where they stand beside each other."""
    entries = _entries(page)
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
        level = Counter(heading_around(page, page.links[anchor].node) for _, anchor in main).most_common(1)[0][0]
        every = sorted(
            pair
            for group in groups.values()
            for pair in group
            if heading_around(page, page.links[pair[1]].node) == level
        )
        if level and len(every) > len(main):
            groups["every", -1] = every
    for group in groups.values():
        spans = [(node, page.ends[node]) for node, _ in group]
        container = common_ancestor(page, group[0][0], group[-1][0]) if len(group) > 1 else page.parents[group[0][0]]
        tops = [node for node, _ in group]
        if len(tops) > 1 and all(page.parents[top] == page.parents[tops[0]] for top in tops):
            spans = flat_spans(page, tops)
        found.append(Candidate(spans, [anchor for _, anchor in group], container, "entries"))
    return found


def heading_around(page: Page, node: int) -> str:
    """The heading's tag that a link stands in or around, or ""."""
    for above in (page.parents[node], page.parents[page.parents[node]]):
        if page.tags[above] in HEADINGS:
            return page.tags[above]
    first = bisect_left(page.headings, node)
    inside = first < len(page.headings) and page.headings[first] < page.ends[node]
    return page.tags[page.headings[first]] if inside else ""


def _entry_kind(page: Page, node: int) -> str:
    names = page.classes[node]
    if names and _is_entry_name(names):
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
        heading = page.tags[parent] in HEADINGS
        first = bisect_left(page.headings, node)
        around = first < len(page.headings) and page.headings[first] < page.ends[node]
        rel = page.nodes[node].get("rel") or ""
        if rel and not _NO_ANCHOR.isdisjoint(rel.lower().split()):
            continue
        term = shape_of(page.links[number].url).part is not None
        if term and not (heading or around):
            continue
        if zone_of(page.tags[parent], page.classes[parent]) & Zone.NAV or page.text_of(node)[:1] in _ARROWS:
            continue
        rank = (
            6 * heading
            + 5 * around
            + 3 * ("bookmark" in rel.lower())
            + 3 * ("u-url" in page.classes[node])
            + 1
            - 4 * term
        )
        if rank > best_rank:
            best, best_rank = number, rank
    return best
