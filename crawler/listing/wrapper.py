"""What was learnt of a listing, to be replayed: where its records stand, which link is theirs, what they used to hold.

A wrapper is small JSON that a person can read and edit::

    {"version": 1,
     "records": "/html/body/div/main/ul[contains(concat(' ', @class, ' '), ' list ')]/li",   an XPath, one node per record
     "beside": 0,                      how many siblings of the same tag, with links, are no records
     "anchors": ["h2/a"],              where in a record the link to it stands, by tags, the most frequent first
     "slots": ["h2.title", "p", …],    the places of its elements, by tag and first class name
     "terms": {"Guidance": "category"} names of terms that stand in records without a link
     "fields": {"title": 1.0, …},      the share of records that had each field
     "count": 10, "confidence": 0.93}

Replay reads the fields anew from the records alone, which costs a fraction of finding them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

from lxml import etree, html

from crawler.listing.entries import heading_around
from crawler.listing.model import Record
from crawler.listing.pinned import is_pinned, selected
from crawler.listing.runs import Candidate
from crawler.listing.slots import Table
from crawler.listing.tree import Page, lay_out
from pipeline.model import JSON

FIELDS = ("title", "teaser", "published", "modified", "categories", "tags", "authors", "image")
_MOST_SLOTS = 60
# So many records tell what a template is made of.
_TELLING = 12
# Two wrappers of one template share more than half of their records' slots.
_ALIKE = 0.4
_BARE = 3


def learn(page: Page, best: Candidate, table: Table, records: Sequence[Record], confidence: float) -> dict[str, JSON]:
    """Give the wrapper of a listing that was just read. "records" is "" where no path tells the records apart."""
    anchors = Counter(
        _place(page, start, page.links[anchor].node)
        for (start, _), anchor in zip(best.spans, best.anchors, strict=True)
    )
    return {
        "version": 1,
        "records": _selector(page, best) or "",
        "beside": _beside([page.nodes[start] for start, _ in best.spans]),
        "anchors": [place for place, _ in anchors.most_common(4)],
        "slots": cast("JSON", _slots(page, best)),
        "terms": {text: part.value for text, part in sorted(table.used.items())},
        "fields": cast("JSON", fill(records)),
        "count": len(records),
        "confidence": round(confidence, 3),
    }


def fill(records: Sequence[Record]) -> dict[str, float]:
    """The share of records that have a value, for each field that any has."""
    shares = {name: sum(bool(getattr(record, name)) for record in records) / max(len(records), 1) for name in FIELDS}
    return {name: round(share, 2) for name, share in shares.items() if share}


def locate(root: html.HtmlElement, url: str, wrapper: Mapping[str, JSON]) -> tuple[Page, Candidate] | None:
    """Find the records by their wrapper, and lay out nothing but them; None: they are not where they were."""
    elements = _elements(root, wrapper)
    if not elements:
        return None
    page = lay_out(root, url, elements)
    anchored = _anchored(page, wrapper)
    if not anchored:
        return None
    candidate = Candidate([span for span, _ in anchored], [link for _, link in anchored], anchored[0][0][0], "wrapper")
    known = {str(slot) for slot in cast("list[JSON]", wrapper.get("slots") or [])}
    now = set(_slots(page, candidate)) if known else known
    return (page, candidate) if len(now & known) >= 0.7 * len(now) else None


def _elements(root: html.HtmlElement, wrapper: Mapping[str, JSON]) -> list[html.HtmlElement]:
    """The records' elements; none where others of a kind stand beside them that the first page did not show."""
    path = wrapper.get("records")
    found = selected(path)(root) if path and isinstance(path, str) else []
    if not isinstance(found, list) or not all(isinstance(element, etree._Element) for element in found):  # noqa: SLF001
        return []
    elements = _outermost(cast("list[html.HtmlElement]", found))
    beside = wrapper.get("beside")
    if isinstance(beside, int) and elements and not is_pinned(wrapper) and _beside(elements) > beside:
        return []
    return elements


def _anchored(page: Page, wrapper: Mapping[str, JSON]) -> list[tuple[tuple[int, int], int]]:
    """Each record's span and the link that stands for it; none if one of them has no link of its own.

    Of a pinned wrapper's elements, those without a link are no records.
    """
    places = {str(place): float(n) for n, place in enumerate(cast("list[JSON]", wrapper.get("anchors") or []))}
    found: list[tuple[tuple[int, int], int]] = []
    seen: set[str] = set()
    links = iter(enumerate(page.links))
    number, link = next(links, (-1, None))
    for top in (node for node, parent in enumerate(page.parents) if parent < 0):
        best, rank = -1, len(places) or 1.0
        while link is not None and link.node < page.ends[top]:
            # Without a word on it, the link in a heading counts, else the first.
            place = places.get(_place(page, top, link.node)) if places else 0.5 - bool(heading_around(page, link.node))
            if place is not None and place < rank:
                best, rank = number, place
            number, link = next(links, (-1, None))
        if best >= 0 and page.links[best].target not in seen:
            seen.add(page.links[best].target)
            found.append(((top, page.ends[top]), best))
        elif not is_pinned(wrapper):
            return []
    return found


def _outermost(elements: list[html.HtmlElement]) -> list[html.HtmlElement]:
    every = set(elements)
    return [each for each in elements if every.isdisjoint(each.iterancestors())]


def _beside(records: Sequence[html.HtmlElement]) -> int:
    """How many siblings of the records have their tag and a link, and are no records."""
    own = set(records)
    parents = dict.fromkeys(record.getparent() for record in records)
    beside = [each for parent in parents if parent is not None for each in parent.iterchildren(str(records[0].tag))]
    return sum(next(each.iter("a"), None) is not None for each in beside if each not in own)


def yields_less(records: Sequence[Record], wrapper: Mapping[str, JSON]) -> bool:
    """Whether a field that most records had is gone."""
    before = cast("Mapping[str, float]", wrapper.get("fields") or {})
    now = fill(records)
    return any(share >= 0.8 and now.get(name, 0.0) < 0.25 for name, share in before.items())


def drift(old: Mapping[str, JSON], new: Mapping[str, JSON] | None, *, first_page: bool) -> str:
    """Say what changed between the wrapper that did not fit and what was learnt instead; "" if it is the same template."""
    if new is None:
        return f"no records where {old.get('count')} stood" if first_page else ""
    was = {str(slot) for slot in cast("list[JSON]", old.get("slots") or [])}
    now = {str(slot) for slot in cast("list[JSON]", new.get("slots") or [])}
    fewest = min(len(was), len(now))
    # Two bare lists are no more alike than any two: only where they stand tells them apart.
    if len(was & now) >= _ALIKE * fewest and (fewest >= _BARE or old.get("records") == new.get("records")):
        return ""
    before, after = (
        cast("Mapping[str, float]", old.get("fields") or {}),
        cast("Mapping[str, float]", new.get("fields") or {}),
    )
    lost = [name for name in FIELDS if before.get(name, 0) >= 0.5 and after.get(name, 0) < 0.25]
    gained = [name for name in FIELDS if after.get(name, 0) >= 0.5 and before.get(name, 0) < 0.25]
    was_at, now_at = (found.get("records") or "no single path" for found in (old, new))
    text = f"records moved: {old.get('count')} at {was_at}, now {new.get('count')} at {now_at}"
    if lost:
        text += f"; without {', '.join(lost)}"
    if gained:
        text += f"; now with {', '.join(gained)}"
    return text


def _place(page: Page, top: int, node: int) -> str:
    """Where an element stands in its record, by tags."""
    tags = []
    while node > top:
        tags.append(page.tags[node])
        node = page.parents[node]
    return "/".join(reversed(tags))


def _slots(page: Page, candidate: Candidate) -> list[str]:
    """The places of elements with text in the records, by tag and first class name, the most frequent first."""
    seen: Counter[str] = Counter()
    names: dict[int, str] = {}
    spans = candidate.spans[:_TELLING]
    for start, end in spans:
        inside = set()
        names[start] = page.tags[start]
        for node in range(start + 1, end):
            above = names.get(page.parents[node])
            if above is None or above.count(">") > 5:
                continue
            name = names[node] = f"{above}>{page.tags[node]}{_first_name(page.classes[node])}"
            inside.add(name)
        seen.update(inside)
    least = max(1, len(spans) // 4)
    return [name for name, count in seen.most_common(_MOST_SLOTS) if count >= least]


@lru_cache(maxsize=4096)
def _first_name(names: str) -> str:
    first = names.split(None, 1)[0] if names else ""
    return f".{first}" if first and not any(map(str.isdigit, first)) else ""


def _selector(page: Page, best: Candidate) -> str | None:
    """An XPath that gives exactly the records' elements: tags from the root, class names where tags do not suffice."""
    tops = [start for start, _ in best.spans]
    if any(page.ends[start] != end for start, end in best.spans) or len({page.paths[top] for top in tops}) > 1:
        return None
    if len({page.depths[top] for top in tops}) > 1:
        return None
    steps = [page.tags[tops[0]], *(page.tags[above] for above in page.ancestors(tops[0]))]
    tests: list[str] = [""] * len(steps)
    rest = {node: node for node, path in enumerate(page.paths) if path == page.paths[tops[0]]}
    wanted = set(tops)
    level: dict[int, int] = {top: top for top in tops}
    for step in range(len(steps)):
        if set(rest) == wanted:
            break
        common = set.intersection(*(_names(page, level[top]) for top in tops))
        keep = {node: at for node, at in rest.items() if common <= _names(page, at)}
        if len(keep) < len(rest) and common:
            telling = [name for name in sorted(common) if any(name not in _names(page, at) for at in rest.values())]
            tests[step] = "".join(_test(name) for name in telling[:3])
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
