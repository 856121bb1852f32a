"""What was learnt of a listing, to be replayed: where its records stand, which link is theirs, what they used to hold.

A wrapper is small JSON that a person can read and edit::

    {"version": 1,
     "records": "/html/body/div/main/ul[contains(concat(' ', @class, ' '), ' list ')]/li",   an XPath, one node per record
     "flat": false,                    whether a record is that element and siblings of it
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
from itertools import chain
from operator import attrgetter
from typing import cast

from crawler.listing.locating import follow, place_of, place_of_records
from crawler.listing.model import Record
from crawler.listing.parsing import Element
from crawler.listing.runs import Candidate
from crawler.listing.slots import Table
from crawler.listing.tree import Page
from pipeline.model import JSON

FIELDS = ("title", "teaser", "published", "modified", "categories", "tags", "authors", "image")
_MOST_SLOTS = 60
_DEEPEST = 5
# So many records tell what a template is made of, and so many whether it still is.
_TELLING = 12
_TOLD = 5
# Two wrappers of one template share more than half of their records' slots.
_ALIKE = 0.4
_ALIKE_ELSEWHERE = 0.5
_BARE = 3


def learn(page: Page, best: Candidate, table: Table, records: Sequence[Record], confidence: float) -> dict[str, JSON]:
    """Give the wrapper of a listing that was just read. "records" is "" where no path tells the records apart."""
    anchors = Counter(
        place_of(page, start, page.links[anchor].node)
        for (start, _), anchor in zip(best.spans, best.anchors, strict=True)
    )
    return {
        "version": 1,
        **place_of_records(page, best),
        "anchors": [place for place, _ in anchors.most_common(4)],
        "slots": cast("JSON", _slots(page, best)),
        "terms": {text: part.value for text, part in sorted(table.used.items())},
        "fields": cast("JSON", fill(records)),
        "count": len(records),
        "confidence": round(confidence, 3),
    }


def fill(records: Sequence[Record]) -> dict[str, float]:
    """The share of records that have a value, for each field that any has."""
    counts = {name: sum(map(bool, map(attrgetter(name), records))) for name in FIELDS}
    return {name: round(count / len(records), 2) for name, count in counts.items() if count}


def locate(root: Element, url: str, wrapper: Mapping[str, JSON]) -> tuple[Page, Candidate] | None:
    """Find the records by their wrapper, and lay out nothing but them; None: they are not where they were."""
    found = follow(root, url, wrapper)
    if found is None:
        return None
    page, candidate = found
    known = {str(slot) for slot in cast("list[JSON]", wrapper.get("slots") or [])}
    now = set(_slots(page, candidate, _TOLD)) if known else known
    return (page, candidate) if len(now & known) >= 0.7 * len(now) else None


def yields_less(records: Sequence[Record], wrapper: Mapping[str, JSON]) -> bool:
    """Whether a field that most records had is gone."""
    before = cast("Mapping[str, float]", wrapper.get("fields") or {})
    usual = [name for name, share in before.items() if share >= 0.8 and name in FIELDS]
    return any(sum(map(bool, map(attrgetter(name), records))) < 0.245 * len(records) for name in usual)


def drift(old: Mapping[str, JSON], new: Mapping[str, JSON] | None, *, first_page: bool) -> str:
    """Say what changed between the wrapper that did not fit and what was learnt instead; "" if it is the same template."""
    if new is None:
        return f"no records where {old.get('count')} stood" if first_page else ""
    before, after = (
        cast("Mapping[str, float]", old.get("fields") or {}),
        cast("Mapping[str, float]", new.get("fields") or {}),
    )
    lost = [name for name in FIELDS if before.get(name, 0) >= 0.5 and after.get(name, 0) < 0.25]
    gained = [name for name in FIELDS if after.get(name, 0) >= 0.5 and before.get(name, 0) < 0.25]
    if _same_template(old, new, lost):
        return ""
    was_at, now_at = (found.get("records") or "no single path" for found in (old, new))
    text = f"records moved: {old.get('count')} at {was_at}, now {new.get('count')} at {now_at}"
    if lost:
        text += f"; without {', '.join(lost)}"
    if gained:
        text += f"; now with {', '.join(gained)}"
    return text


def _same_template(old: Mapping[str, JSON], new: Mapping[str, JSON], lost: Sequence[str]) -> bool:
    """Whether two wrappers are of one template: at the same place a part of the slots tells, elsewhere most, and all fields.

    Two bare lists are no more alike than any two: only where they stand tells them apart.
    """
    was = {str(slot) for slot in cast("list[JSON]", old.get("slots") or [])}
    now = {str(slot) for slot in cast("list[JSON]", new.get("slots") or [])}
    fewest, most, both = min(len(was), len(now)), max(len(was), len(now)), len(was & now)
    one, other = sorted((_tails(was), _tails(now)), key=len)
    if len(one) > _BARE and one <= other:
        return True  # the same records in another box: a list instead of the page, without the featured one
    if old.get("records") == new.get("records"):
        return both >= _ALIKE * fewest
    return fewest >= _BARE and both >= _ALIKE * fewest and both >= _ALIKE_ELSEWHERE * most and not lost


def _tails(slots: set[str]) -> set[str]:
    """Slots by their last two steps, without those of one: they are the same wherever the record begins."""
    return {">".join(slot.split(">")[-2:]) for slot in slots if slot.count(">") > 1}


def _slots(page: Page, candidate: Candidate, telling: int = _TELLING) -> list[str]:
    """The places of elements with text in the records, by tag and first class name, the most frequent first."""
    spans = candidate.spans[:telling]
    tags, depths, classes = page.tags, page.depths, page.classes
    made: dict[tuple[object, ...], dict[str, None]] = {}
    seen: list[dict[str, None]] = []
    for start, end in spans:
        form = (*tags[start:end], *depths[start:end], *classes[start + 1 : end])
        if form not in made:
            made[form] = _places(page, start, end)
        seen.append(made[form])
    least = max(1, len(spans) // 4)
    # All are sorted, though few are kept: that is done in C, a choice of the most frequent is not.
    frequent = Counter(chain.from_iterable(seen)).most_common()[:_MOST_SLOTS]
    return [name for name, count in frequent if count >= least]


def _places(page: Page, start: int, end: int) -> dict[str, None]:
    """The names of the places in a record, in the order of the page: a set's order differs from run to run."""
    found: dict[str, None] = {}
    # What stands right in a record, or beside its first element, and by numbers what stands in that.
    names = {start: page.tags[start], page.parents[start]: "+"}
    for node in range(start + 1, end):
        above = names.get(page.parents[node])
        if above is None:
            continue
        name = f"{above}>{page.tags[node]}{_first_name(page.classes[node])}"
        found[name] = None
        if name.count(">") <= _DEEPEST:
            names[node] = name
    return found


@lru_cache(maxsize=4096)
def _first_name(names: str) -> str:
    first = names.split(None, 1)[0] if names else ""
    return f".{first}" if first and not any(map(str.isdigit, first)) else ""
