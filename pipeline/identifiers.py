"""What names a work outright: DOI, ISBN, a document's symbol, the file itself.

DOI: the DOI Handbook, 2.2. ISBN: ISO 2108, compared in its form of 13 digits. Symbols such as "A/HRC/43/12": how the
United Nations and many others number their documents.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.title_words import fold, weight, words_of
from pipeline.urls import identity

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>|{}]+", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?[:\s]*((?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx])\b", re.IGNORECASE)
_SYMBOL = re.compile(r"(?<![\w/.:])[A-Z][A-Za-z]{0,9}(?:/[A-Za-z0-9][A-Za-z0-9.()-]{0,14}){1,6}(?![\w/])")
_LANGUAGES = (
    "en|fr|es|ar|ru|zh|pt|de|it|nl|sw|hi|bn|ur|fa|tr|uk|pl|ro|vi|id|th|my|km|lo|ne|si|ta|am|so|ha|ja|ko|el|he|"
    "eng|fra|fre|spa|esp|ara|rus|chi|zho|por|deu|ger|ita|swa|english|french|francais|spanish|espanol|arabic|russian|"
    "chinese|portuguese|portugues|german|deutsch|pt-br|zh-hans|zh-cn|en-us|en-gb|es-es|fr-fr"
)
_LANGUAGE_PART = re.compile(rf"(?:^|/)(?:{_LANGUAGES})(?=/|$)", re.IGNORECASE)
_LANGUAGE_HOST = re.compile(rf"^(?:{_LANGUAGES})\.(?=[^/]*\.)", re.IGNORECASE)
_LANGUAGE_QUERY = re.compile(rf"(?<=[?&])(?:lang|language|locale|hl)=(?:{_LANGUAGES})(?:&|$)", re.IGNORECASE)
_LANGUAGE_IN_NAME = re.compile(rf"(?:^(?:{_LANGUAGES})[-_.])|(?:[-_. (]+(?:{_LANGUAGES})\)?(?=$|[-_.]))", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{2,5}$")
_COPY = re.compile(r"(?:[-_ ]?\(\d\)|[-_](?:web|final|copy|\d))+$", re.IGNORECASE)


def dois(text: str) -> frozenset[str]:
    """Give the DOIs in a text or address, in lower case."""
    if "10." not in text:
        return frozenset()
    return frozenset(found.rstrip(".,;)]'").lower() for found in _DOI.findall(text.replace("%2F", "/")))


def isbns(text: str) -> frozenset[str]:
    """Give the ISBNs in a text, each as 13 digits; one whose check digit is wrong is none."""
    if "isbn" not in text.casefold():
        return frozenset()
    found = (_isbn13(re.sub(r"[\s-]", "", each)) for each in _ISBN.findall(text))
    return frozenset(each for each in found if each)


def _isbn13(digits: str) -> str:
    if len(digits) == 10:
        if sum((10 - at) * (10 if char in "Xx" else int(char)) for at, char in enumerate(digits)) % 11:
            return ""
        digits = "978" + digits[:9]
        return digits + str(-sum(int(char) * (1 + 2 * (at % 2)) for at, char in enumerate(digits)) % 10)
    if not digits.isdecimal() or sum(int(char) * (1 + 2 * (at % 2)) for at, char in enumerate(digits)) % 10:
        return ""
    return digits


def symbols(text: str) -> frozenset[str]:
    """Give the document symbols in a text: "A/HRC/43/12". One without a digit is none ("and/or", "N/A")."""
    if "/" not in text:
        return frozenset()
    return frozenset(each.rstrip(".)").upper() for each in _SYMBOL.findall(text) if _is_symbol(each))


def _is_symbol(text: str) -> bool:
    head, _, rest = text.partition("/")
    # "COVID/2020" may be two words; a symbol has a head of capitals and a number in a later part.
    return (
        head.isupper() and any(char.isdigit() for char in rest) and (text.count("/") > 1 or "-" in rest or "." in rest)
    )


@lru_cache(maxsize=65536)
def without_language(address: str) -> str:
    """Give an address's `identity` without what names a language in it: the same for all translations of a page."""
    bare = identity(address)
    bare = _LANGUAGE_HOST.sub("", bare)
    bare = _LANGUAGE_PART.sub("", bare)
    return _LANGUAGE_QUERY.sub("", bare).rstrip("?&/") if "?" in bare else bare


@lru_cache(maxsize=65536)
def file_stem(address: str) -> str:
    """Give a file's name without suffix and language; "" if it is too common a name to say anything ("report-2.pdf")."""
    name = _SUFFIX.sub("", address.partition("?")[0].rstrip("/").rpartition("/")[2])
    name = _LANGUAGE_IN_NAME.sub("", _COPY.sub("", name.replace("%20", " ")))
    stem = fold(name)
    words = words_of(stem.replace("_", " "))
    telling = sum(weight(word) for word in words if not word.isdigit())
    return " ".join(words) if telling >= 2 or (len(stem) >= 10 and any(map(str.isdigit, stem)) and telling >= 1) else ""
