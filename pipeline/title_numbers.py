"""Numbers in a title: years, editions, volumes, issues, parts, months. What tells one of a series from the next.

`pick` takes them out of a title's words, so that words are compared with words and numbers with numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.calendar_names import names
from pipeline.title_words import fold, weight, words_of

_DIGITS = re.compile(r"\d+")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|er|ere|e|eme|o|a|te|ter|de)")
_ROMAN = re.compile(r"(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3}|l?x{0,3})")
_QUARTER = re.compile(r"[qthsp][1-4]")
_GROUPED = re.compile(r"(?<=\d)[,.\u00a0\u202f](?=\d{3}(?!\d))")
_SHORT_RANGE = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*(\d\d)(?!\d|[-/.])")
_MARKED_ORDINAL = re.compile(r"(?<!\w)(\d{1,3})(?:\.?\s?[ªº°]|[-‑](?:е|й|я|го|ое|ая|ый|ая))(?!\w)")
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")

_WORDS_OF_EDITION = frozenset(
    words_of(
        fold(
            "edition editions ed edn edición edição édition auflage aufl edizione editie издание utgave upplaga version"
        )
    )
)
_WORDS_OF_REVISION = frozenset(
    words_of(
        fold(
            "revised updated revidierte überarbeitete aktualisierte révisée actualisée revisada actualizada atualizada"
        )
    )
)
# What counts the members of a series, in as many words as there are: these go with their number.
_COUNTING = frozenset(
    words_of(
        fold(
            """part parts vol volume volumes no nr number numbers num núm issue issues tome partie numéro n° parte número
            tomo volumen teil band heft ausgabe nummer deel часть том выпуск номер № الجزء العدد جزء عدد"""
        )
    )
)
_WORDS_OF_PART = _COUNTING | frozenset(
    words_of(
        fold(
            """chapter section phase book module unit lesson episode ep season session round wave chapitre épisode módulo
            capítulo kapitel folge aflevering level step day week annex appendix annexe anexo anhang series paper brief
            report bulletin newsletter update sitrep flash volet capitolo modul group class option schedule figure table"""
        )
    )
)
# Words after which an ordinal counts nothing: "first aid", "second chance".
_FIXED = frozenset(
    words_of(
        fold(
            """aid hand responder responders sector person chance steps language languages party time lady class world
            nations secours auxilios socorros hilfe soccorso generation home birth"""
        )
    )
)
_QUARTERS = frozenset(words_of(fold("quarter trimestre trimester quartal trimestrale kwartaal квартал الربع")))
_ORDINALS = {
    word: number
    for number, group in enumerate(
        """first premier première primer primera primero primeira primeiro erste erster erstes prima primo первый первая
        | second deuxième seconde segundo segunda zweite zweiter zweites seconda secondo второй вторая
        | third troisième tercer tercera tercero terceira terceiro dritte dritter drittes terza terzo третий третья
        | fourth quatrième cuarto cuarta quarto quarta vierte vierter четвертый | fifth cinquième quinto quinta fünfte пятый
        | sixth sixième sexto sexta sechste | seventh septième séptimo séptima siebte | eighth huitième octavo achte
        | ninth neuvième noveno neunte | tenth dixième décimo zehnte | eleventh onzième elfte
        | twelfth douzième zwölfte""".split("|"),
        1,
    )
    for word in words_of(fold(group))
}  # fmt: skip
_CARDINALS = {
    word: number
    for number, group in enumerate(
        "one un uno eins um | two deux zwei dois | three trois tres drei | four quatre cuatro vier | five cinq cinco fünf | "
        "six seis sechs | seven sept siete sieben | eight huit ocho acht | nine neuf nueve neun | ten dix diez zehn".split(
            "|"
        ),
        1,
    )
    for word in words_of(fold(group))
}


_MOST_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a title.

    `edition`: "2" for a second edition, "revised" for one that only says so, "" for none; `others`: everything else
    (parts, issues, days, months as "m3", quarters as "q1"); `codes`: the digits of words such as "TG6071B".
    """

    years: frozenset[int] = frozenset()
    edition: str = ""
    others: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()


def spread(title: str) -> str:
    """Give a title with its numbers in one form: "10,000" → "10000", "2019–20" → "2019 2020", "1.5" → "1_5"."""
    if not _DIGITS.search(title):
        return title
    title = _MARKED_ORDINAL.sub(r"\1", _GROUPED.sub("", title))
    title = _SHORT_RANGE.sub(_whole_range, title)
    return _DECIMAL.sub("p", title)


def _whole_range(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[1][:2] + match[2])
    return f"{first} {last}" if first < last <= first + 10 else match[0]


def pick(words: Sequence[str]) -> tuple[list[str], Numbers]:
    """Give the words that are no numbers, and the numbers."""
    kept: list[str] = []
    years: set[int] = set()
    others: set[str] = set()
    editions: set[str] = set()
    codes: set[str] = set()
    revised = False
    count = len(words)
    joining = [not weight(word) and len(word) > 1 for word in words]
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < count else ""
        if 0 < at < count - 2 and joining[at + 1] and word in _months():
            after = words[at + 2]  # "junio de 2016"
        if word in _WORDS_OF_REVISION:
            revised = True
            continue
        number = _number(word, before, after)
        if not number:
            if not _goes_with_a_number(word, before, after):
                kept.append(word)
                if code := _code(word):
                    codes.add(code)
        elif after in _WORDS_OF_EDITION or (before in _WORDS_OF_EDITION and not _is_year(number)):
            (years.add(int(number)) if _is_year(number) else editions.add(number))
            revised = revised or _is_year(number)
        elif _is_year(number):
            years.add(int(number))
        else:
            others.add(number)
    edition = min(editions) if editions else "revised" if revised else ""
    return kept, Numbers(frozenset(years), edition, frozenset(others), frozenset(codes))


def _goes_with_a_number(word: str, before: str, after: str) -> bool:
    if word in _COUNTING:
        return bool(_number(after, word, "") if after else "") or bool(before and _number(before, "", word))
    if word not in _WORDS_OF_EDITION:
        return False
    beside = {before, after} & _WORDS_OF_REVISION
    return bool(beside or (before and _number(before, "", word)) or _DIGITS.match(after))


def _code(word: str) -> str:
    """Give the digits of a word of letters and digits that names one of many: "TG6071B" → "6071"; "" for "H1N1", "MP3"."""
    runs = _DIGITS.findall(word) if len(word) > 2 and not word.isalpha() else []
    return "-".join(runs) if any(len(run) > 1 for run in runs) else ""


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdecimal() and 1900 <= int(number) < 2100


@lru_cache(maxsize=65536)
def _number(word: str, before: str, after: str) -> str:  # noqa: PLR0911  one for each kind of number
    """Give the number that a word stands for between its neighbours; "" if it is a word."""
    if word.isdecimal():
        return str(int(word)) if len(word) <= _MOST_DIGITS else word
    if word[0].isdecimal():
        if ordinal := _ORDINAL.fullmatch(word):
            return str(int(ordinal[1]))
        return word if "p" in word and word.replace("p", "").isdecimal() else ""
    if word in _ORDINALS:
        return "" if after in _FIXED else f"q{_ORDINALS[word]}" if after in _QUARTERS else str(_ORDINALS[word])
    if word in _CARDINALS:
        return str(_CARDINALS[word]) if _CARDINALS[word] > 1 or before in _WORDS_OF_PART else ""
    if len(word) == 1 and before in _WORDS_OF_PART and word not in "ivxl":
        return word  # "Annex B"
    if _QUARTER.fullmatch(word):
        return word
    if len(word) <= 5 and _ROMAN.fullmatch(word):
        return _roman(word, before, after)
    month = _months().get(word)
    if month and (_is_beside(before) or _is_beside(after) or (not before and not after)):
        return f"m{month}"
    return ""


def _is_beside(word: str) -> bool:
    return word.isdecimal() or word in _months() or bool(word and _ORDINAL.fullmatch(word))


def _roman(word: str, before: str, after: str) -> str:
    """A Roman numeral counts after "part" and, of two letters and more, where it can be no name ("Xi") or word."""
    if before not in _WORDS_OF_PART and (len(word) == 1 or (after and word in {"vi", "xi", "xx"})):
        return ""
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    total = 0
    for char, following in zip(word, (*word[1:], "i"), strict=True):
        total += values[char] if values[char] >= values[following] else -values[char]
    return str(total)


def is_month(word: str) -> bool:
    """Say whether a folded word is a month's name."""
    return word in _months()


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The names of the months, folded, of three letters and more, that are one month's in every language."""
    found: dict[str, set[int]] = {}
    for name, months in names().months.items():
        for word in [fold(name)]:
            if len(word) >= 3 and " " not in word:
                found.setdefault(word, set()).update(months)
    return {word: min(months) for word, months in found.items() if len(months) == 1}
