"""The tokens of a written date: numbers, months, weekdays, the small words between them, and all that is none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.calendar_names import names

# Words that stand inside a written date, with the languages that they betray ("" for none in particular).
LINKS: dict[str, str] = {
    word: language
    for language, words in {
        "": "d de del dal den the of la le el year a o u on e",
        "ru": "г года год", "uk": "р року рік", "bg": "година", "de": "uhr den", "hr": "u", "lt": "m d",
        "lv": "gada", "pt": "do da dia", "es": "de del", "cs": "roku", "sk": "roku", "pl": "r roku", "nl": "jaar",
        "vi": "năm ngày", "id": "tahun tanggal", "my": "ခုနှစ် ခု ရက်", "th": "ที่ วันที่ พ.ศ ค.ศ ปี เมื่อวันที่ เวลา", "km": "ថ្ងៃទី ឆ្នាំ ខែ",
        "lo": "ວັນທີ ປີ", "ka": "წლის წ", "kk": "ж жылғы", "hi": "सन् साल को", "bn": "সাল সালের", "mn": "оны",
        "ar": "م لعام سنه", "fa": "سال", "he": "ב", "tr": "yılı", "be": "года", "hu": "év", "eu": "ko", "ro": "anul",
        "fil": "ng", "am": "ቀን ዓ.ም ዓም እለት",
    }.items()
    for word in words.split()
}  # fmt: skip
# What is written right after a number and makes no other number of it.
_ORDINALS = frozenset(
    """st nd rd th er re ère e º ª ° o a de te ste η ης ος го й е г р ж . ের লা রা ঠা শে ই ші шы ე ն ին
    án én jén ján i m -é d""".split()
)
# Before a number these say that it counts issues, not days.
COUNTS = frozenset(
    "no nr vol volume issue number num part chapter page pages p pp art article № #  n band heft ausgabe".split()
)
_MONTH_WORDS = frozenset({"tháng", "thg", "th"})  # Vietnamese: the month's number follows
_MONTH_AFTER = frozenset({"сарын", "сар", "сард"})  # Mongolian: the month's number stands before
_ROMAN = {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)}
_TOKEN = re.compile(r"\d+|[^\W\d_](?:[^\s\d,;:/()\[\]|·•\"«»“”„+*<>=…_.-]|\.(?=[^\W\d_]))*|#")


@dataclass(slots=True)
class Token:
    """One token from `start` to `end` of the folded text.

    `number` and `digits` are a number's value and length; `meanings` are the months or weekdays that a name may mean,
    each with its languages; `calendar` is "" for the Gregorian.
    """

    kind: str  # n number, m month, w weekday, l link, u unknown
    start: int
    end: int
    number: int = 0
    digits: int = 0
    calendar: str = ""
    meanings: Mapping[int, frozenset[str]] | None = None
    word: str = ""


def split(text: str) -> Iterator[Token]:
    """Give the tokens of a folded text, in order."""
    index = names()
    found = list(_TOKEN.finditer(text))
    at = 0
    while at < len(found):
        match = found[at]
        word, start, end = match[0], match.start(), match.end()
        at += 1
        if word[0].isdecimal():
            token = Token("n", start, end, int(word) if len(word) < 9 else 0, len(word))
            if at < len(found) and found[at].start() == end and found[at][0] in _ORDINALS:
                token.end = found[at].end()
                at += 1
            elif at < len(found) and found[at][0] in _MONTH_AFTER and 1 <= token.number <= 12:
                token = Token("m", start, found[at].end(), meanings={token.number: frozenset({"mn"})}, word="сар")
                at += 1
            yield token
            continue
        if word in _ROMAN and _is_roman_month(text, start, end):
            yield Token("m", start, end, meanings={_ROMAN[word]: frozenset({"pl", "hu"})}, word=word)
            continue
        if word in index.openings:
            longer = _longest_name(text, found, at - 1, index.openings[word])
            if longer:
                word, end, at = longer
        if word in _MONTH_WORDS and at < len(found) and found[at][0].isdecimal() and 1 <= int(found[at][0][:4]) <= 12:
            number, end = int(found[at][0]), found[at].end()
            at += 1
            yield Token("m", start, end, meanings={number: frozenset({"vi"})}, word=word)
            continue
        yield _word(word, start, end)


def _is_roman_month(text: str, start: int, end: int) -> bool:
    """Say whether a Roman number stands between a day and a year: "3.IV.2024", "3 IV 2024"."""
    return bool(
        re.search(r"(?<!\d)\d{1,2}[. /-]{1,2}$", text[:start]) and re.match(r"[. /-]{1,2}\d{4}(?!\d)", text[end:])
    )


def _longest_name(text: str, found: list[re.Match[str]], at: int, most: int) -> tuple[str, int, int] | None:
    index = names()
    for last in range(min(at + most, len(found)) - 1, at, -1):
        name = " ".join(text[found[at].start() : found[last].end()].replace("-", " ").split())
        exact = text[found[at].start() : found[last].end()]
        for form in (exact, name):
            if form in index.months or form in index.persian or form in index.islamic:
                return form, found[last].end(), last + 1
    return None


def _word(word: str, start: int, end: int) -> Token:
    index = names()
    months = (
        ("", index.months),
        ("persian", index.persian),
        ("islamic", index.islamic),
        ("ethiopian", index.ethiopian),
    )
    for form in _forms(word):
        for calendar, table in months:
            if form in table:
                return Token("m", start, end, calendar=calendar, meanings=table[form], word=form)
        if form in index.weekdays:
            return Token("w", start, end, meanings=index.weekdays[form], word=form)
    if word in LINKS:
        return Token("l", start, end, word=word)
    return Token("u", start, end, word=word)


def _forms(word: str) -> Iterator[str]:
    """Give the word, and what is left of it without the small words that some languages write on to it."""
    yield word
    if "." in word:
        yield word.replace(".", "")
    if "'" in word:
        yield word.rpartition("'")[2]
    for prefix in ("เดือน", "ខែ", "ב", "ል"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            yield word[len(prefix) :]
    for suffix in ("လ", "ий", "да", "и"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            yield word[: -len(suffix)]
