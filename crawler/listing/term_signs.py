"""What a text, a link, or an element's names say alone of being a term or an author: each is judged once."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from crawler.listing.people import is_person, without_label
from crawler.listing.texts import is_date
from crawler.listing.words import Part, label_of, name_of, parts_of
from pipeline.noise import is_label

TERM_LONGEST = 80
FIELDS = (Part.CATEGORY, Part.TAG, Part.AUTHOR)
# What an author is, not who.
_ROLE = re.compile(
    r"(?:^|[\s_-])(?:roles?|positions?|jobs?|bio|biography|affiliations?|occupation|company|organi[sz]ation|desc(?:ription)?)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NO_TERM = frozenset((Part.COMMENTS, Part.COUNT, Part.PUBLISHED, Part.TITLE, Part.TEASER, Part.MORE))


@lru_cache(maxsize=8192)
def weigh(  # noqa: C901
    rel: str, part: Part | None, names: tuple[str, ...], label: Part | None, icon: Part | None
) -> Part | None:
    """What a link is of, by its `rel`, its address's part, the names around it from the inside out, its label and icon."""
    points: dict[Part, float] = defaultdict(float)
    said = rel.lower().split()
    if "author" in said:
        points[Part.AUTHOR] += 5
    if "category" in said:
        points[Part.CATEGORY] += 4
    elif "tag" in said:
        points[Part.TAG] += 1.6
        points[Part.CATEGORY] += 0.8
    if part is not None:
        # Some sites keep their tags under /categories/, none its categories under /tags/.
        points[part] += 2 if part is Part.CATEGORY else 4
    weight = 3.0
    for around in names:
        named = _said_of_link(around) if around else ()
        if len(named) == 1:
            points[named[0]] += weight
            break
        for each in named:
            points[each] += weight / 3
        weight -= 0.5
    if label in FIELDS:
        points[label] += 2.5
    if icon in FIELDS or icon is Part.COMMENTS:
        points[icon] += 1.5
    if not points:
        return None
    best = max(points, key=lambda p: points[p])
    return best if points[best] >= 1.5 else None


@lru_cache(maxsize=4096)
def _said_of_link(names: str) -> tuple[Part, ...]:
    """Which fields' words stand in an element's names; the comments' count as one."""
    parts = parts_of(names)
    return tuple(part for part in (*FIELDS, Part.COMMENTS) if part in parts)


OPEN, NO_VALUE, NO_NAME = range(3)


@lru_cache(maxsize=4096)
def by_itself(text: str) -> tuple[Part | None, str, int]:
    """What a text says alone: "Category: Law" names a value; else whether it is no value at all, or none but in a column."""
    head, colon, tail = text.replace("：", ":").partition(":")
    if colon:
        part = name_of(head + ":")
        if part in FIELDS and tail and len(tail) <= 100:
            return part, tail.strip(), OPEN
    if label_of(text) is not None or is_label(text) or text.endswith((":", "：")):
        return None, "", NO_VALUE
    return None, "", NO_NAME if len(text) > TERM_LONGEST or is_date(text) else OPEN


@lru_cache(maxsize=4096)
def said_of_text(names: str) -> tuple[Part | None, bool]:
    """Which one field's words stand in an element's names, and whether these names decide it."""
    parts = parts_of(names)
    said = [part for part in FIELDS if part in parts]
    if len(said) == 1 and _NO_TERM.isdisjoint(parts):
        return (None, True) if said[0] is Part.AUTHOR and _ROLE.search(names) else (said[0], True)
    return None, bool(said or parts - {Part.COUNT})


@lru_cache(maxsize=4096)
def byline_of(text: str) -> tuple[str, bool]:
    """The names, or "", and whether they count only in front of a date or terms."""
    if (names := without_label(text)) != text:
        return names, False
    name, _, last = text.rpartition(" ")
    return (name, True) if is_person(name) and label_of(last) is not None else ("", False)
