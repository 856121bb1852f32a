"""The days that a text names, read from its words and numbers; only those that can be one day alone.

The way: fold | take out times | tokens | triples of day, month and year | a day of the right calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline import clock
from pipeline.calendar_names import fold, names
from pipeline.calendars import ERAS, minguo
from pipeline.date_tokens import LINKS, Token, split
from pipeline.date_triples import Context, Day, Hints, gregorian, is_taiwanese

_FINNISH = frozenset({"ip", "ap", "klo"})  # beside a time
# "5 min read" beside a date is no part of it.
_DURATION = re.compile(
    r"(?<![\d.])\d{1,3}\+?\s?(?:min\b\.?|mins\b|minut\w*|dakika|perc\b|мин\w*|хв\w*|دقيق\w*|دقائق|دقیقه|分钟|分鐘|分で|분|นาที|phút|menit)"
)
_FILIPINO = re.compile(r"\bika-(?=\d)")  # an ordinal's
_CJK = re.compile(
    r"(?:(?P<era>令和|平成|昭和|(?:中華)?民[國国])\s*(?P<era_year>\d{1,3}|元)|(?<!\d)(?P<year>\d{3,4}))\s*[年년]\s*"
    r"(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*(?:[日일號号]|(?=\d{1,2}:\d\d)|(?!\d))(?:에)?"
)
_KOREAN = re.compile(r"(?<![\d.])(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?!\d|\.\d)")
_BRACKETED_WEEKDAY = re.compile(r"[(（]\s*(?:[월화수목금토일日月火水木金土一二三四五六](?:曜日?|요일)?)\s*[)）]")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read: the days, the first time of day, and whether numbers or months are left over beside them.

    `rest` is the folded text without the times of day.
    """

    days: tuple[Day, ...]
    clock: clock.Clock | None
    leftover: bool
    rest: str = ""


def read(text: str, hints: Hints) -> Reading:
    """Read the days and the time of day in a text of some hundred characters at most."""
    folded = fold(text)
    days: list[Day] = []
    folded = _DURATION.sub(lambda found: " " * len(found[0]), folded) if "20" in folded or "19" in folded else folded
    folded = _FILIPINO.sub("    ", folded) if "ika-" in folded else folded
    folded = _take_east_asian(folded, days, is_taiwanese(folded, hints))
    folded, time, betrayed = _take_times(folded)
    tokens = _merge_doubled(list(split(folded)), folded)
    _tell_weekdays(tokens)
    core = [index for index, token in enumerate(tokens) if token.kind in "nm"]
    used: set[int] = set()
    context = Context(folded, tokens, hints, betrayed or _languages(tokens, hints))
    at = 0
    while at + 2 < len(core):
        triple = core[at : at + 3]
        day = context.read(triple, core[at - 1] if at else None, core[at + 3] if at + 3 < len(core) else None)
        if day is None:
            at += 1
        else:
            days.append(day)
            used.update(triple)
            at += 3
    if time is None and days:
        ending = clock.trailing(folded[days[-1].end :])
        if ending is not None:
            time = ending[0]
            cut = days[-1].end + ending[1]
            core = [index for index in core if tokens[index].start < cut]
    leftover = any(context.matters(index) for index in core if index not in used)
    return Reading(tuple(days), time, leftover, folded)


def _take_east_asian(text: str, days: list[Day], taiwanese: bool) -> str:
    """Read dates whose numbers carry their own names (年月日, 년월일), and Korean ones; blank them out."""
    if "年" not in text and "년" not in text and "." not in text:
        return text
    for found in _CJK.finditer(text):
        if found["era"]:
            year = ERAS[found["era"]] + (1 if found["era_year"] == "元" else int(found["era_year"]))
        elif len(found["year"]) == 3:
            if not taiwanese:
                continue
            year = minguo(int(found["year"]))
        else:
            year = int(found["year"])
        day = gregorian(year, int(found["month"]), int(found["day"]))
        if day:
            days.append(Day(found.start(), found.end(), day))
            text = _blank(text, found.start(), found.end())
    if days:
        return _BRACKETED_WEEKDAY.sub(lambda found: " " * len(found[0]), text)
    for found in _KOREAN.finditer(text):
        day = gregorian(int(found[1]), int(found[2]), int(found[3]))
        if day:
            days.append(Day(found.start(), found.end(), day))
            text = _blank(text, found.start(), found.end())
    return text


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _merge_doubled(tokens: list[Token], text: str) -> list[Token]:
    """Make one of a month that is named twice, as Arabic texts of international bodies do: "كانون الثاني/يناير"."""
    merged: list[Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if last is not None and last.kind == token.kind == "m" and last.calendar == token.calendar:
            first, second = last.meanings or {}, token.meanings or {}
            common = {month: first[month] | second[month] for month in first.keys() & second.keys()}
            if common and text[last.end : token.start].strip() in {"/", "("}:
                last.end, last.meanings = token.end, common
                continue
        merged.append(token)
    return merged


def _tell_weekdays(tokens: list[Token]) -> None:
    """Make a weekday of a name that may also be a month's, where a month follows: "mar 5 abr 2024", "Mar, Apr 5"."""
    index = names()
    for at, token in enumerate(tokens):
        meanings = index.weekdays.get(token.word) if token.kind == "m" else None
        if not meanings:
            continue
        kinds = [other.kind for other in tokens[at + 1 : at + 4] if other.kind != "l"]
        if kinds[:1] == ["m"] or (kinds[:2] == ["n", "m"] and tokens[at + 1].digits <= 2):
            token.kind, token.meanings = "w", meanings


def _take_times(text: str) -> tuple[str, clock.Clock | None, frozenset[str]]:
    """Read the first time of day, blank out all, and say which language their words betray."""
    first: clock.Clock | None = None
    betrayed: frozenset[str] = frozenset()
    for found in clock.TIME.finditer(text):
        if first is None:
            first = clock.read(found)
        start = found.start("before") if found["before"] else found.start("hour")
        lead = clock.LEAD.search(text[:start])
        if (found["meridiem"] or "").strip(". ") in _FINNISH or (lead and lead[0].strip(". ") in _FINNISH):
            betrayed = frozenset({"fi"})
        text = _blank(text, lead.start() if lead else start, found.end())
    return text, first, betrayed


def _languages(tokens: list[Token], hints: Hints) -> frozenset[str]:
    """Give the languages that the words of the text betray, else those that are known of the site."""
    found: set[str] = set()
    for token in tokens:
        if token.kind == "w" and token.meanings:
            tags = frozenset().union(*token.meanings.values())
            found = found & tags or set(tags)
        elif token.kind == "l" and LINKS[token.word]:
            found.add(LINKS[token.word])
    return frozenset(found) if found else frozenset(hints.languages)
