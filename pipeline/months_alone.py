"""A month and its year with no day beside them: "June 2025", "2025-06", "juin 2025", "2025年6月"."""

from __future__ import annotations

import re

from pipeline.calendar_names import fold
from pipeline.calendars import buddhist, is_buddhist
from pipeline.date_tokens import Token, split

_LONGEST = 60
_YEARS = range(1900, 2101)
_NUMBERS = re.compile(r"(\d{4})\s?[-/.]\s?(\d\d)|(\d\d?)\s?/\s?(\d{4})|(\d{4})\s?[年년]\s?(\d\d?)\s?[月월]")
_LABEL = re.compile(r"[^:\d]{1,30}:\s*")
_THAI = frozenset({"th", "lo", "km"})


def read(text: str, languages: frozenset[str]) -> tuple[int, int] | None:
    """Give year and month of a text that names these and nothing else but a label; None for any other text, and where
    the name may be of two months (`languages`: BCP 47 tags without a region that are known of the site)."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    folded = folded[label.end() :] if (label := _LABEL.match(folded)) else folded
    folded = folded.strip(" ()[].,")
    if found := _NUMBERS.fullmatch(folded):
        first, second, month, year, eastern, of_eastern = found.groups()
        return _in_range(int(first or year or eastern), int(second or month or of_eastern))
    tokens = [token for token in split(folded) if token.kind != "l"]
    if len(tokens) != 2 or sorted(token.kind for token in tokens) != ["m", "n"]:
        return None
    name, number = tokens if tokens[0].kind == "m" else tokens[::-1]
    if name.calendar or number.digits != 4:
        return None
    return _in_range(_year(name, number.number), _month(name, languages))


def _month(name: Token, languages: frozenset[str]) -> int:
    meanings = name.meanings or {}
    meant = [month for month, tags in meanings.items() if tags & languages] or list(meanings)
    return meant[0] if len(meant) == 1 else 0


def _year(name: Token, year: int) -> int:
    tags = frozenset[str]().union(*(name.meanings or {}).values())
    return buddhist(year) if is_buddhist(year) and tags & _THAI else year


def _in_range(year: int, month: int) -> tuple[int, int] | None:
    return (year, month) if year in _YEARS and 1 <= month <= 12 else None
