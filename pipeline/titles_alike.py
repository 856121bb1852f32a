"""How alike two titles are: which words they share, which stand in one of them only, and why that may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.fingerprints import Fingerprint
from pipeline.places import is_place
from pipeline.title_numbers import is_month
from pipeline.title_words import fold, weight, words_of

# Real words at a letter or two from each other: never taken for a slip of the pen.
_CONFUSABLE = frozenset(
    frozenset(words_of(fold(pair)))
    for pair in """austria australia | gambia zambia | iran iraq | slovakia slovenia | niger nigeria | mali malawi |
    mali bali | guinea guyana | mauritius mauritania | dominica dominican | ghana guyana | togo tonga | chad child |
    benin berlin | sudan jordan | angola mongolia | cuba aruba | latvia lithuania | sweden switzerland |
    north south | northern southern | east west | eastern western | nord sud | est ouest | norte sur | este oeste |
    maternal paternal | male female | man woman | men women | boys toys | mother father | son daughter | child children |
    inclusion exclusion | internal external | import export | formal informal | legal illegal | input output |
    macro micro | intra inter | pre post | affect effect | prevention protection | mitigation migration |
    adaptation adoption | immigration emigration | conservation conversation | emission mission | public republic |
    marital martial | policy police | policies polices | health wealth | health heath | water waste | food foot |
    rights nights | mine wine | hosts costs | causes courses | training raining | trade grade | primary preliminary |
    rural mural | urban turban | aids aid | land sand | kinder rinder | salud saludo | sante saute""".split("|")
)


@dataclass(frozen=True, slots=True)
class TitlesAlike:
    """What two titles have in common, by the weight of words.

    `ours` and `theirs` are the words that stand in one title only; `slips` how many words differ in a letter or two
    (short ones count more).
    `form`: "equal" (all words), "part" (one is a whole part of the other, or its beginning), "cut" (one was cut short),
    "within" (one holds all of the other's words), "other".
    """

    form: str
    common: float
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    slips: float = 0.0

    @property
    def swapped(self) -> float:
        """The weight of the words that were replaced by others."""
        return min(_heavy(self.ours), _heavy(self.theirs))

    @property
    def share(self) -> float:
        """How much of the longer title both share: 0 to 1."""
        longer = self.common + max(_heavy(self.ours), _heavy(self.theirs))
        return self.common / longer if longer else 0.0


def _heavy(words: Iterable[str]) -> float:
    return sum(map(weight, words))


def compare(a: Fingerprint, b: Fingerprint) -> TitlesAlike:
    """Compare two titles, without their numbers."""
    if a.words == b.words or (len(a.whole) > 3 and a.whole == b.whole):
        return TitlesAlike("equal", min(a.telling, b.telling))
    if not a.words or not b.words:
        return TitlesAlike("other", 0.0, a.words, b.words)
    cut = _cut(a, b)
    if cut is not None:
        return cut
    our_words, their_words = _joined(a.words, b.words), _joined(b.words, a.words)
    both = Counter(our_words) & Counter(their_words)
    ours, theirs = _left(our_words, both), _left(their_words, both)
    names = _names(a, b)
    if ours and theirs and names:
        ours, theirs = [word for word in ours if word not in names], [word for word in theirs if word not in names]
    common, slips = sum(weight(word) * count for word, count in both.items()), 0.0
    if ours and theirs:
        ours, theirs, run_together = _pair_run_together(ours, theirs)
        theirs, ours, more_of_them = _pair_run_together(theirs, ours)
        ours, theirs, more, slips = _pair_slips(ours, theirs, sure=common >= 3)
        slips += len(run_together) + len(more_of_them)
        common += more + _heavy(run_together) + _heavy(more_of_them)
    if not _heavy(ours) and not _heavy(theirs):
        return TitlesAlike("equal", common, slips=slips)
    form = "other"
    if not ours or not theirs:
        short, long = (a, b) if not ours else (b, a)
        form = "part" if _is_part(short, long) else "within"
    return TitlesAlike(form, common, tuple(ours), tuple(theirs), slips)


def _names(a: Fingerprint, b: Fingerprint) -> set[str]:
    """What may stand in a title for who published it; no places, which tell the members of a series apart."""
    found = {word for each in (a.publisher, b.publisher) if each for word in (*each.words, each.initials)}
    return {word for word in found if not is_place(word)}


def _cut(a: Fingerprint, b: Fingerprint) -> TitlesAlike | None:
    """One title ends in "…" and begins as the other does."""
    for short, long in ((a, b), (b, a)):
        if (
            short.is_cut
            and len(short.whole) >= 12
            and len(short.whole) < len(long.whole)
            and long.whole.startswith(short.whole)
        ):
            rest = long.words[len(short.words) :]
            return TitlesAlike("cut", short.telling, rest if long is a else (), rest if long is b else ())
    return None


def _left(words: Sequence[str], common: Counter[str]) -> list[str]:
    taken = Counter(common)
    left = []
    for word in words:
        if taken[word] > 0:
            taken[word] -= 1
        else:
            left.append(word)
    return left


def _pair_slips(ours: Sequence[str], theirs: Sequence[str], *, sure: bool) -> tuple[list[str], list[str], float, float]:
    """Take out words that are one word with a slip of the pen, or in singular and plural.

    Short words count only where all else is `sure` to agree: one alone differs, and much of the title does not.
    """
    left, rest = [], list(theirs)
    common, slips = 0.0, 0.0
    alone = sure and len(ours) == len(theirs) == 1
    for word in ours:
        match = next((other for other in rest if is_slip(word, other) or (alone and is_short_slip(word, other))), None)
        if match is None:
            left.append(word)
            continue
        rest.remove(match)
        common += min(weight(word), weight(match))
        slips += 0.0 if _is_inflected(word, match) else 1.0 if is_slip(word, match) else 2.5
    return left, rest, common, slips


@lru_cache(maxsize=262144)
def is_slip(a: str, b: str) -> bool:
    """Say whether two words are one word, differently spelled."""
    shorter = min(len(a), len(b))
    if shorter < 4 or abs(len(a) - len(b)) > 2:
        return False
    if frozenset((a, b)) in _CONFUSABLE or (is_month(a) and is_month(b)):
        return False
    if _is_inflected(a, b):
        return True
    most = 2 if shorter >= 9 else 1
    return bool(DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most) and not (shorter == 4 and a[0] != b[0])


def is_short_slip(a: str, b: str) -> bool:
    """Say whether two words of three letters and more may be one, with a letter missing, too many or at another place."""
    if min(len(a), len(b)) < 3 or frozenset((a, b)) in _CONFUSABLE or is_place(a) or is_place(b):
        return False
    near = len(a) + len(b) > 6 and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
    return bool(near) or sorted(a) == sorted(b)


def _is_inflected(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long in {f"{short}s", f"{short}es", f"{short}n", f"{short}en"} or (
        short.endswith("y") and long == f"{short[:-1]}ies"
    )


def _joined(words: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """Join neighbours that the other title writes as one word: "data base" against "database"."""
    wanted = set(others)
    found = [first + second in wanted for first, second in pairwise(words)]
    if not any(found):
        return words
    joined: list[str] = []
    for at, word in enumerate(words):
        if at and found[at - 1] and joined[-1] == words[at - 1]:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


_LONG_ENOUGH = 8


def _pair_run_together(words: Sequence[str], others: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Take out words that are two neighbours of the other title with a slip where the gap was: "valuedbattributes".

    Gives what is left of both, and the others' words that were meant.
    """
    left, rest, meant = [], list(others), list[str]()
    for word in words:
        most = 2 if len(word) >= 2 * _LONG_ENOUGH else 1
        match = next(
            (
                at
                for at, (first, second) in enumerate(pairwise(rest))
                if len(word) >= _LONG_ENOUGH
                and DamerauLevenshtein.distance(word, first + second, score_cutoff=most) <= most
            ),
            None,
        )
        if match is None:
            left.append(word)
        else:
            meant += rest[match : match + 2]
            del rest[match : match + 2]
    return left, rest, meant


def _is_part(short: Fingerprint, long: Fingerprint) -> bool:
    """Whether the shorter title is a whole part of the longer (a subtitle was dropped), or its beginning."""
    words = [word for part in short.parts for word in part]
    if any(list(part) == words for part in long.parts):
        return True
    at_start = [word for part in long.parts for word in part][: len(words)] == words
    ends_a_part = len(words) in _ends(long.parts)
    return at_start and (ends_a_part or len(short.words) >= 5)


def _ends(parts: Sequence[Sequence[str]]) -> set[int]:
    total, ends = 0, set()
    for part in parts:
        total += len(part)
        ends.add(total)
    return ends
