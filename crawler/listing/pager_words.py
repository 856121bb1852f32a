"""What the words and signs of a pager's link say: next, older, previous, newer, load more, last."""

from __future__ import annotations

import enum
import re
from functools import lru_cache

from crawler.listing.pager_phrases import PHRASES


class Says(enum.IntFlag):
    """What the words (or the signs) of a link say about where it leads."""

    NOTHING = 0
    NEXT = 1
    OLDER = 2
    PREVIOUS = 4
    NEWER = 8
    MORE = 16
    LAST = 32
    FORWARD_SIGN = 64
    BACK_SIGN = 128


KINDS = (Says.NEXT, Says.OLDER, Says.PREVIOUS, Says.NEWER, Says.MORE, Says.LAST)

FORWARD_SIGNS = frozenset("›»→>▶►⟩❯〉≫⇒⟶➔➜⏵▸▻➝➞➡⟫⯈🡒︎")
BACK_SIGNS = frozenset("‹«←<◀◄⟨❮〈≪⇐⟵⏴◂◅⬅⟪⯇🡐")
SIGNS = FORWARD_SIGNS | BACK_SIGNS

# Scripts that write no spaces (or, like Korean, join particles to words): there a phrase counts wherever it stands.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

_WORD = re.compile(r"\w+")


def _starts() -> dict[str, list[tuple[Says, re.Pattern[str]]]]:
    """Patterns of the spaced phrases by the first three letters of their first word: most texts hold none of these."""
    sorted_out: dict[str, dict[Says, set[str]]] = {}
    for phrases in PHRASES.values():
        for kind, alternatives in zip(KINDS, phrases, strict=True):
            for phrase in alternatives.split("|"):
                if not _UNSPACED.search(phrase) and (first := _WORD.search(phrase)):
                    sorted_out.setdefault(first.group()[:3], {}).setdefault(kind, set()).add(phrase)
    return {
        start: [(kind, _whole_words(found)) for kind, found in kinds.items()] for start, kinds in sorted_out.items()
    }


def _whole_words(phrases: set[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(p).replace(r"\*", r"\w*") for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _anywhere(kind: Says) -> re.Pattern[str]:
    found = {p for phrases in PHRASES.values() for p in phrases[KINDS.index(kind)].split("|") if _UNSPACED.search(p)}
    return re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True))))


_STARTS = _starts()
_ANYWHERE = tuple((kind, _anywhere(kind)) for kind in KINDS)


@lru_cache(maxsize=4096)
def says(text: str) -> Says:
    """What a link's text says. Long texts (more than 60 characters) are titles or sentences and say nothing."""
    if not text or len(text) > 60:
        return Says.NOTHING
    said = Says.NOTHING
    for sign in SIGNS.intersection(text):
        said |= Says.FORWARD_SIGN if sign in FORWARD_SIGNS else Says.BACK_SIGN
    words = text.casefold()
    for word in _WORD.findall(words):
        for kind, pattern in _STARTS.get(word[:3], ()):
            if pattern.search(words):
                said |= kind
    if _UNSPACED.search(words):
        for kind, pattern in _ANYWHERE:
            if pattern.search(words):
                said |= kind
    return said


@lru_cache(maxsize=4096)
def heading(text: str) -> tuple[float, float]:
    """Where a text's words lead, and where its signs do: above 0 on, below 0 back; 2 in size where the words speak of age.

    "Older" and "newer" count for more than "next" and "previous", which some languages' templates use for either: the
    Russian for "older posts" reads "previous posts".
    """
    said = says(text)
    sign = 0.5 * (bool(said & Says.FORWARD_SIGN) - bool(said & Says.BACK_SIGN))
    older, newer = bool(said & Says.OLDER), bool(said & Says.NEWER)
    if older != newer:
        return (2.0 if older else -2.0), sign
    if said & Says.LAST:
        return 0.0, 0.0
    return float(bool(said & (Says.NEXT | Says.MORE)) - bool(said & Says.PREVIOUS)), sign
