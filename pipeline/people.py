"""Names of authors and of publishers, compared as people would: "M. J. Carey" is "Carey, Michael"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.title_words import fold, words_of

_SEVERAL = re.compile(r"\s*(?:;|&|\band\b|\bund\b|\bet\b(?!\s+al)|\by\b)\s*")
_REST = re.compile(r"[,;]?\s*(?:\bet\s+al\b\.?|…|\.\.\.|\band others\b)\s*$", re.IGNORECASE)
_BODY = frozenset(
    """university univ universite universidad universitat institute institut instituto team group corporation inc ltd llc
    ministry ministere ministerio department committee council commission network foundation association agency organization
    organisation organizacion centre center centro programme program project office bureau secretariat society union
    alliance coalition unit fund bank corporate company staff government united international national""".split()
)
_LONGEST_NAME = 80
_SUFFIXES = frozenset("jr sr ii iii iv phd md dr prof mr mrs ms".split())
_NOBODY = frozenset("admin administrator editor webmaster staff guest anonymous unknown team communications".split())
# A letter that a careless converter has lost: "?etintemel", "Fern?ndez".
_LOST = re.compile(r"[?\ufffd]")


@dataclass(frozen=True, slots=True)
class Person:
    """A name: family name and the initials of the others, folded; `words` is the whole of it, sorted."""

    family: str
    initials: str
    words: tuple[str, ...]

    @property
    def is_body(self) -> bool:
        """An organisation rather than a person."""
        return len(self.words) > 4 or not _BODY.isdisjoint(self.words)


def people(names: Iterable[str]) -> tuple[Person, ...]:
    """Give the persons (or bodies) of a list of names; a list that was written as one text is split."""
    found: dict[tuple[str, ...], Person] = {}
    for each in names:
        for name in _split(_REST.sub("", each)):
            person = _person(name)
            if person is not None:
                found.setdefault(person.words, person)
    return tuple(found.values())


def _split(names: str) -> Sequence[str]:
    parts = [part for part in _SEVERAL.split(names) if part]
    split: list[str] = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        whole = all(len(piece.split()) > 1 for piece in pieces)
        split += pieces if len(pieces) > 1 and (whole or len(pieces) > 2) else [part]
    return split


@lru_cache(maxsize=65536)
def _person(name: str) -> Person | None:
    if len(name) > _LONGEST_NAME or not any(map(str.isalpha, name)):
        return None  # a converter's accident, not a name
    lost = _LOST.sub("_", name)
    family_first = [part for part in lost.split(",") if part.strip()]
    parts = [_name_words(part) for part in family_first] if len(family_first) == 2 else [_name_words(lost)]
    parts = [part for part in parts if part]
    if not parts:
        return None
    if len(parts) == 2:
        family, given = parts[0], parts[1]
    else:
        family, given = parts[0][-1:], parts[0][:-1]
        if (
            len(family[0]) <= 2
            and given
            and len(given[0]) > 2
            and name.isascii()
            and name.rsplit(maxsplit=1)[-1].isupper()
        ):
            family, given = given[:1], [*given[1:], *family]  # "Carey MJ"
    if set(family) | set(given) <= _NOBODY:
        return None
    initials = "".join(word if _are_initials(word, name) else word[0] for word in given)
    return Person(family[-1], initials, tuple(sorted((*family, *given))))


def _name_words(text: str) -> list[str]:
    words = [word for word in re.findall(r"[^\W\d]+", fold(text).replace("-", " ")) if word not in _SUFFIXES]
    return words or words_of(fold(text))[:1]


def _are_initials(word: str, name: str) -> bool:
    """Say whether "mj" was written "MJ": two initials without their stops."""
    return len(word) in {2, 3} and word.upper() in name and not name.isupper()


@lru_cache(maxsize=65536)
def is_same_person(a: Person, b: Person) -> bool:
    """Say whether two names may be one person's: family names alike, initials that do not contradict."""
    long, short = (a, b) if len(a.words) >= len(b.words) else (b, a)
    # also "Han Jiawei", and a family name of two parts of which one was dropped
    if a.words == b.words or (len(short.words) > 1 and set(short.words) <= set(long.words)):
        return True
    if not _is_alike(a.family, b.family):
        return False
    if not a.initials or not b.initials:
        return True
    first = a.initials[0] == b.initials[0] or "_" in {a.initials[0], b.initials[0]}
    return first or (len(a.family) > 4 and (a.initials[0] in b.initials or b.initials[0] in a.initials))


def _is_alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if "_" in a or "_" in b:
        return len(a) == len(b) and all(x == y or "_" in {x, y} for x, y in zip(a, b, strict=True))
    return min(len(a), len(b)) >= 5 and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def shared(ours: Sequence[Person], theirs: Sequence[Person]) -> int:
    """Give how many persons stand in both lists; each counts once."""
    left = list(theirs)
    count = 0
    for person in ours:
        match = next((each for each in left if is_same_person(person, each)), None)
        if match is not None:
            left.remove(match)
            count += 1
    return count


_JOURNAL = frozenset(
    """journal j transactions trans record rec magazine mag letters review rev revue revista zeitschrift annals
    zhurnal quarterly lancet""".split()
)
_CONFERENCE = frozenset(
    """conference conf proceedings proc symposium symp workshop congress colloquium kongress tagung meeting
    conferencia""".split()
)
_EMPTY_WORDS = frozenset(
    """the of on for and in de la le et der die das und international intl int national acm ieee inc ltd foundation
    organization organisation ngo http https www org com net publishing press publications series""".split()
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published: the words of the name, and whether it is a journal or a conference ("both" for one named like both)."""

    words: tuple[str, ...]
    kind: str

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.words)


@lru_cache(maxsize=16384)
def publisher_of(name: str) -> Publisher | None:
    """Give what a publisher's name says; None for an empty one."""
    words = [word for word in words_of(fold(name)) if not word.isdigit()]
    if not words:
        return None
    kinds = {"journal"} if _JOURNAL & set(words) else set()
    kinds |= {"conference"} if _CONFERENCE & set(words) else set()
    telling = tuple(word for word in words if word not in _EMPTY_WORDS | _JOURNAL | _CONFERENCE)
    return Publisher(telling or tuple(words), "both" if len(kinds) == 2 else kinds.pop() if kinds else "")


@lru_cache(maxsize=65536)
def compare_publishers(a: Publisher, b: Publisher) -> str:
    """Give "same", "other" or "kind" (a journal against a conference); abbreviations and acronyms are the same."""
    kinds = {a.kind, b.kind}
    if kinds == {"journal", "conference"}:
        return "kind"
    if not _have_a_name_in_common(a, b):
        return "other"
    return "kind?" if kinds == {"journal", ""} else "same"


def _have_a_name_in_common(a: Publisher, b: Publisher) -> bool:
    if set(a.words) & set(b.words):
        return True
    for short, long in ((a, b), (b, a)):
        for word in short.words:
            if len(word) >= 3 and (word == long.initials or word in long.initials):
                return True
            if len(word) >= 4 and any(each.startswith(word) for each in long.words):
                return True
    return False
