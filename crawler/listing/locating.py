"""Where a listing's records stand, as a path that is learnt once and followed on the next page.

A path is an XPath of the elements that records begin with: tags from the root, with class names, or with the place of the
link that a record holds, where tags do not suffice; several are joined by "|" where records are of several kinds. Records
of several elements side by side (`h3 + p + p`) are "flat": the path gives what each is known by, and its siblings are taken
anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from lxml import etree

from crawler.listing.entries import heading_around, may_head_record
from crawler.listing.parsing import Element
from crawler.listing.pinned import is_pinned, selected
from crawler.listing.runs import Candidate, flat_spans
from crawler.listing.tree import Page, lay_out
from pipeline.model import JSON

_MOST_KINDS = 3

# Learning


def place_of_records(page: Page, best: Candidate) -> dict[str, JSON]:
    """What a wrapper says of where records stand. "records" is "" where no path tells the records apart."""
    tops = [
        _top(page, start, page.links[anchor].node) for (start, _), anchor in zip(best.spans, best.anchors, strict=True)
    ]
    flat = any(page.ends[top] != end or top != start for top, (start, end) in zip(tops, best.spans, strict=True))
    beside = _beside([page.nodes[top] for top in tops])
    path = _paths(page, tops, set())
    if path is None and not beside:
        # The place of a link in the element that its record is known by tells a record from what holds no link.
        places = {place_of(page, top, page.links[anchor].node) for top, anchor in zip(tops, best.anchors, strict=True)}
        path = _paths(page, tops, places) if "" not in places else None
    return {"records": path or "", "flat": flat, "beside": beside}


def _top(page: Page, start: int, anchor: int) -> int:
    """The element that a record is known by: of those side by side, the one with its link."""
    while page.parents[anchor] != page.parents[start] and page.parents[anchor] > page.parents[start]:
        anchor = page.parents[anchor]
    return anchor if page.parents[anchor] == page.parents[start] else start


def _paths(page: Page, tops: list[int], places: set[str]) -> str | None:
    """The path of elements of one kind, or the paths of a few kinds, that give them and nothing else."""
    kinds: dict[tuple[int, int], list[int]] = {}
    for top in tops:
        kinds.setdefault((page.paths[top], page.depths[top]), []).append(top)
    # Elements of one tag that stand ever deeper are of a page that closes nothing: the next page's go deeper still.
    deeper = len({page.tags[group[0]] for group in kinds.values()}) < len({depth for _, depth in kinds})
    if len(kinds) > _MOST_KINDS or (deeper and (len(kinds) == len(tops) or any(_nests(page, top) for top in tops))):
        return None
    found = [_path(page, group, places) for group in kinds.values()]
    return None if None in found else "|".join(cast("list[str]", found))


def _nests(page: Page, node: int) -> bool:
    """Whether an element stands in two elements of one tag and class: the first was not closed before the second."""
    above = [(page.tags[at], page.classes[at]) for at in page.ancestors(node) if page.classes[at]]
    return len(set(above)) < len(above)


def _path(page: Page, tops: list[int], places: set[str]) -> str | None:
    """A path of tags, with class names where these do not suffice; `places`: where records hold a link, and others none."""
    steps = [page.tags[tops[0]], *(page.tags[above] for above in page.ancestors(tops[0]))]
    tests: list[str] = [""] * len(steps)
    rest = {node: node for node, path in enumerate(page.paths) if path == page.paths[tops[0]]}
    wanted = set(tops)
    if places:
        linked = {
            at
            for link in page.links
            for at in page.ancestors(link.node)
            if at in rest and place_of(page, at, link.node) in places
        }
        rest = {node: at for node, at in rest.items() if node in linked}
        tests[0] = f"[{' or '.join(sorted(places))}]"
    level: dict[int, int] = {top: top for top in tops}
    for step in range(len(steps)):
        if set(rest) == wanted:
            break
        common = set.intersection(*(_names(page, level[top]) for top in tops))
        keep = {node: at for node, at in rest.items() if common <= _names(page, at)}
        if len(keep) < len(rest) and common:
            telling = [name for name in sorted(common) if any(name not in _names(page, at) for at in rest.values())]
            tests[step] += "".join(_test(name) for name in telling[:3])
            rest = {node: at for node, at in rest.items() if set(telling[:3]) <= _names(page, at)}
        rest = {node: page.parents[at] for node, at in rest.items()}
        level = {top: page.parents[at] for top, at in level.items()}
    if set(rest) != wanted:
        return None
    return "/" + "/".join(tag + test for tag, test in zip(reversed(steps), reversed(tests), strict=True))


def _names(page: Page, node: int) -> set[str]:
    if node < 0:
        return set()
    names = {name for name in page.classes[node].split() if not any(map(str.isdigit, name)) and "'" not in name}
    label = page.nodes[node].get("id")
    if label and not any(map(str.isdigit, label)) and "'" not in label:
        names.add("#" + label)
    return names


def _test(name: str) -> str:
    if name.startswith("#"):
        return f"[@id='{name[1:]}']"
    return f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


# Following


def follow(root: Element, url: str, wrapper: Mapping[str, JSON]) -> tuple[Page, Candidate] | None:
    """The records where the wrapper says they stand, laid out without the rest of the page; None: they are not there."""
    elements = _elements(root, wrapper)
    if not elements:
        return None
    if wrapper.get("flat") is True:
        holders = list(dict.fromkeys(element.getparent() for element in elements))
        page = lay_out(root, url, _outermost(cast("list[Element]", holders)))
        numbers = {element: number for number, element in enumerate(page.nodes)}
        spans = flat_spans(page, [numbers[element] for element in elements])
    else:
        page = lay_out(root, url, elements)
        spans = [(top, page.ends[top]) for top, parent in enumerate(page.parents) if parent < 0]
    anchored = _anchored(page, spans, wrapper)
    if not anchored:
        return None
    return page, Candidate([span for span, _ in anchored], [link for _, link in anchored], anchored[0][0][0], "wrapper")


def _elements(root: Element, wrapper: Mapping[str, JSON]) -> list[Element]:
    """The records' elements; none where others of a kind stand beside them that the first page did not show."""
    path = wrapper.get("records")
    found = selected(path)(root) if path and isinstance(path, str) else []
    if not isinstance(found, list) or not all(isinstance(element, etree._Element) for element in found):  # noqa: SLF001
        return []
    elements = _outermost(cast("list[Element]", found))
    beside = wrapper.get("beside")
    if isinstance(beside, int) and elements and not is_pinned(wrapper) and _beside(elements) > beside:
        return []
    return elements


def _anchored(
    page: Page, spans: Sequence[tuple[int, int]], wrapper: Mapping[str, JSON]
) -> list[tuple[tuple[int, int], int]]:
    """Each record's span and the link that stands for it; none if one of them has no link of its own.

    Of a pinned wrapper's elements, those without a link are no records.
    """
    pinned = is_pinned(wrapper)
    places = {str(place): float(n) for n, place in enumerate(cast("list[JSON]", wrapper.get("anchors") or []))}
    found: list[tuple[tuple[int, int], int]] = []
    seen: set[str] = set()
    links = iter(enumerate(page.links))
    number, link = next(links, (-1, None))
    ranks: dict[
        tuple[int, int, int], float | None
    ] = {}  # by where a link stands below its record, which its path tells
    for start, end in spans:
        best, rank = -1, len(places) or 1.0
        while link is not None and link.node < end:
            if link.node >= start and rank > 0 and (pinned or may_head_record(page, link)):
                # Without a word on it, the link in a heading counts, else the first.
                if places:
                    key = page.paths[start], page.paths[link.node], page.depths[link.node] - page.depths[start]
                    if key not in ranks:
                        ranks[key] = places.get(place_of(page, start, link.node))
                    place = ranks[key]
                else:
                    place = 0.5 - bool(heading_around(page, link.node))
                if place is not None and place < rank:
                    best, rank = number, place
            number, link = next(links, (-1, None))
        if best >= 0 and page.links[best].target not in seen:
            seen.add(page.links[best].target)
            found.append(((start, end), best))
        elif not pinned:
            return []
    return found


def place_of(page: Page, start: int, node: int) -> str:
    """Where an element stands in its record, by tags; in a record of several elements, that which holds it comes first."""
    tags = []
    while node > start and page.parents[node] >= page.parents[start]:
        tags.append(page.tags[node])
        if page.parents[node] == page.parents[start]:
            break
        node = page.parents[node]
    return "/".join(reversed(tags))


def _outermost(elements: list[Element]) -> list[Element]:
    every = set(elements)
    return [each for each in elements if every.isdisjoint(each.iterancestors())]


def _beside(records: Sequence[Element]) -> int:
    """How many siblings of the records have their tag and a link, and are no records."""
    own = set(records)
    parents = dict.fromkeys(record.getparent() for record in records)
    beside = [each for parent in parents if parent is not None for each in parent.iterchildren(str(records[0].tag))]
    return sum(next(each.iter("a"), None) is not None for each in beside if each not in own)
