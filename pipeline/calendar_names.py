"""The names of months and weekdays, folded and indexed for reading dates."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.calendars import ETHIOPIAN_MONTHS, ISLAMIC_MONTHS, PERSIAN_MONTHS
from pipeline.months import MONTHS
from pipeline.weekdays import WEEKDAYS

# One character for one, so that positions in the folded text are those in the text itself: the Arabic script's spelling
# variants, dashes, quotes, full-width forms, exotic spaces, and the digits of all scripts that have them.
_VARIANTS = (
    ("أإآٱىيكةۀہھİ", "ااااییکههههi"),
    ("’‘´`–—−‐‑‒―", "\x27\x27\x27\x27-------"),
    ("／．，、：；（）［］،؛٫٬۔", "/.,,:;()[],;.,."),
    ("\u00a0\u202f\u2009\u3000\t\n\r", "       "),
)
_ZEROS = (
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
)  # fmt: skip
_TRANSLATION = {ord(char): plain for many, plains in _VARIANTS for char, plain in zip(many, plains, strict=True)} | {
    zero + digit: str(digit) for zero in _ZEROS for digit in range(10)
}


def fold(text: str) -> str:
    """Give text in lower case with plain digits, spaces and dashes; every character keeps its position."""
    if text.isascii():
        return text.lower().replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text.translate(_TRANSLATION).lower()


def _bare(name: str) -> str:
    """Give a name without accents, as people type it on plain keyboards."""
    plain = unicodedata.normalize("NFD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(char for char in plain if not "\u0300" <= char <= "\u036f")


@dataclass(frozen=True, slots=True)
class Names:
    """Months by calendar and weekdays, each name with what it may mean and in which languages."""

    months: Mapping[str, Mapping[int, frozenset[str]]]
    persian: Mapping[str, Mapping[int, frozenset[str]]]
    islamic: Mapping[str, Mapping[int, frozenset[str]]]
    ethiopian: Mapping[str, Mapping[int, frozenset[str]]]
    weekdays: Mapping[str, Mapping[int, frozenset[str]]]
    # The first words of names of several words, to the number of words of the longest.
    openings: Mapping[str, int]


@lru_cache(maxsize=1)
def names() -> Names:
    """Give the index; it is built once."""
    months, persian, islamic = _index(MONTHS), _index(PERSIAN_MONTHS), _index(ISLAMIC_MONTHS)
    openings: dict[str, int] = {}
    for table in (months, persian, islamic):
        for name in table:
            words = name.split()
            if len(words) > 1:
                openings[words[0]] = max(openings.get(words[0], 0), len(words))
    return Names(months, persian, islamic, _index(ETHIOPIAN_MONTHS), _index(WEEKDAYS), openings)


def _index(table: str) -> dict[str, dict[int, frozenset[str]]]:
    found: dict[str, dict[int, set[str]]] = {}
    plain: dict[str, dict[int, set[str]]] = {}
    for language, groups in _entries(table):
        for number, group in enumerate(groups, start=1):
            for name in group:
                key = fold(unicodedata.normalize("NFC", name))
                found.setdefault(key, {}).setdefault(number, set()).add(language)
                plain.setdefault(_bare(key), {}).setdefault(number, set()).add(language)
    # A name without its accents counts only where no language writes it so in earnest.
    both = plain | found
    return {name: {number: frozenset(tags) for number, tags in meant.items()} for name, meant in both.items()}


def _entries(table: str) -> Iterator[tuple[str, list[list[str]]]]:
    joined = table.strip().replace("\n    ", " ")
    for line in joined.split("\n"):
        language, _, rest = line.partition(": ")
        yield language, [[name.strip() for name in group.split("/")] for group in rest.split(",")]
