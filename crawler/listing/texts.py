"""What a text looks like by its characters: a date, a long text, a text in a dense script."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from crawler.listing.words import Part, label_of
from pipeline import dates

# What a date looks like from one of its numbers on, from the month's name before it on, and as a whole text.
_FROM_NUMBER = re.compile(
    r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}(?!\d)|\d+[-./]\s?(?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th|\.|º|er)?,?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2}\b|(?:19|20|25)\d\d\s*$|\d{1,2}\s+[^\W\d]+\.?\s+25\d\d"
    # Solar Hijri and Hijri years: 28 Aban 1403, 1403/08/28.
    r"|\d{1,2}\s+[^\W\d]{2,12}\s+1[34]\d\d|1[34]\d\d/\d{1,2}/\d{1,2}"
    # Taiwan's years: 114-05-29.
    r"|1[01]\d([-./])[01]\d\1[0-3]\d(?!\d)"
)
_MONTH_BEFORE = re.compile(r"[^\W\d]{3,12}\.?\s+$")
_FROM_MONTH = re.compile(r"[^\W\d]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d")
_WHOLE = re.compile(r"\s*(?:[^\W\d]{3,10}\.?\s+\d{1,2}|\d{1,2}\s+[^\W\d]{3,10}\.?|\d\d-\d\d)\s*")
_NUMBER = re.compile(r"\d+")
# A document's symbol, though it holds a year: "A/RES/79/2025/12", "E/2026/34".
_SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Z.]*(?:/[A-Z0-9][\w.()-]*){2,}")
# "Published on 7 May 2026" is a date; so much may stand in front of it.
_LABEL_LONGEST = 30
_OF_DATES = (Part.PUBLISHED, Part.MODIFIED, Part.UNTIL)
_MOST_NUMBERS = 12
# A text of a record is asked about by one field after the other; longer ones are rarely, and are not worth the memory.
_ASKED_AGAIN = 120
_WHOLE_LONGEST = 40
_FOUND_LONGEST = 60
_LONG_NUMBER = re.compile(r"\d{4}|年")
_DIGIT = re.compile(r"\d")
_DIGIT_BYTES = b"0123456789"
_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "๐๑๒๓๔๕๖๗๘๙")
_ASCII_DIGITS = {ord(digit): str(value) for row in _DIGITS for value, digit in enumerate(row)}
_NAME_AND_NUMBER = re.compile(r"\s*[^\W\d]{3,10}\.?\s+\d{1,2}\s*")
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def clean(text: str) -> str:
    """Blanks collapsed. Most texts hold none to collapse: to look for them costs less than to part all words."""
    text = text.strip()
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        return " ".join(text.split())
    return text if text.isascii() or text.isprintable() else " ".join(text.split())


BRACKETS = frozenset((")", "]"))
# What the text of a link to a file says of the file's size: "Annual report 2024 (PDF, 1.2 MB)", "Download 310 KB".
_BYTES = r"\d+(?:[.,]\d+)?\s?(?:[kKmMgG]i?[bBoO]|[Bb]ytes)\b"
_SIZE = re.compile(rf"(?<=\S)\s*[(\[][^()\[\]]{{0,40}}?\b{_BYTES}[^()\[\]]{{0,60}}[)\]]\Z")
_BARE_SIZE = re.compile(rf"(?<=\S)[\s,:–-]+{_BYTES}\Z")


def without_size(text: str, *, bare: bool = False) -> str:
    """A link's text without the note of its file's size in brackets; with `bare`, also without one in none."""
    text = _SIZE.sub("", text)
    return _BARE_SIZE.sub("", text) if bare else text


def has_digit(text: str) -> bool:
    """Whether a text holds a digit of any script. In ASCII, bytes are looked through much faster than by a pattern."""
    if text.isascii():
        return len(text.encode().translate(None, _DIGIT_BYTES)) < len(text)
    return _DIGIT.search(text) is not None


def length(text: str) -> float:
    """How long a text is for a reader: a character of a dense script counts for two and a half."""
    if text.isascii():
        return len(text)
    return len(text) + 1.5 * len(_WIDE.findall(text)) if text else 0.0


def date_like(text: str) -> str | None:
    """The first part of a text that looks like a date, in whatever digits."""
    return _short_date_like(text) if len(text) <= _ASKED_AGAIN else _date_in(text)


def _date_in(text: str) -> str | None:
    if not has_digit(text):
        return None
    if not text.isascii():
        text = text.translate(_ASCII_DIGITS)
    if "/" in text:
        text = _SYMBOL.sub(" ", text)
    for number in islice(_NUMBER.finditer(text), _MOST_NUMBERS):
        start = number.start()
        if number.end() - start <= 2 and (before := _MONTH_BEFORE.search(text, max(0, start - 16), start)) is not None:
            found = _FROM_MONTH.match(text, before.start())
            if found is not None:
                return found[0]
        found = _FROM_NUMBER.match(text, start)
        if found is not None:
            return found[0]
    if len(text) < _WHOLE_LONGEST and (whole := _WHOLE.fullmatch(text)) is not None:
        return whole[0]
    # The order of year, month and day, and the words between them, are other languages' own.
    if len(text) <= _FOUND_LONGEST and _LONG_NUMBER.search(text) is not None and (spans := dates.find(text)):
        return text[spans[0][0] : spans[0][1]]
    return None


_short_date_like = lru_cache(maxsize=4096)(_date_in)


def is_date(text: str) -> bool:
    """Whether a text is a date and little else."""
    return _is_short_date(text) if len(text) <= _ASKED_AGAIN else _is_date(text)


def _is_date(text: str) -> bool:
    match = date_like(text)
    if match is None:
        return False
    if _NAME_AND_NUMBER.fullmatch(text) and not dates.names_month(text):
        return False  # "Issue 60" has the form of "November 18"
    if len(match) * 2 > len(text) or sum(map(str.isalpha, text)) * 3 < len(text):
        return True
    before = text.partition(match)[0]
    return text.endswith(match) and len(before) <= _LABEL_LONGEST and label_of(before) in _OF_DATES


_is_short_date = lru_cache(maxsize=8192)(_is_date)
