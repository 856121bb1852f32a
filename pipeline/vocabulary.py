"""One vocabulary across sites: which of their categories and tags mean the same. Nothing a site said is changed by it.

Spellings meet by themselves where only case, plurals, hyphens, accents of composition or "&" differ ("COVID-19
resources", "Covid 19 Resources"), and where `common_terms` names them, which reaches over languages. What a person says
(`Edit`) goes before both, and can be taken back: a vocabulary is a pure function of the names and the edits.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from pipeline.common_terms import COMMON_TERMS
from pipeline.errors import UsageError


class EditKind(StrEnum):
    """MERGE: these names mean the target. SPLIT: these names mean what they say. RENAME: a term is called otherwise."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person said of terms. `target` is the term that MERGE and RENAME lead to; SPLIT has none."""

    kind: EditKind
    names: tuple[str, ...]
    target: str = ""


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """An edit as it is kept; `undone` says that it was taken back, `at` is aware, in UTC."""

    number: int
    at: datetime
    edit: Edit
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the vocabulary: its name, the spellings that mean it with their numbers of uses, the most used first."""

    name: str
    spellings: tuple[tuple[str, int], ...]

    @property
    def uses(self) -> int:
        return sum(uses for _, uses in self.spellings)


# Words in -s that are no plurals, or whose plural means another thing.
_SINGULAR = frozenset(
    """news series species means arms customs goods works aids his this thus us always perhaps premises ethics politics
    economics physics mathematics logistics athletics genetics statistics mais pays temps corps fils mois dos pas sous plus
    lunes martes jueves viernes crisis basis analysis thesis virus status campus census corpus bus gas lens atlas paris
    texas wales kansas honduras barbados maldives philippines netherlands laos cyprus mauritius comoros""".split()
)
_JOINING = frozenset("and et und y the".split())


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Give what the spellings of one term share: lower case, words in the singular, no hyphens, no "&", no "and"."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("\u200c", " ").replace("’", "'")
    words = [_singular(word) for word in _words(text) if word not in _JOINING]
    return " ".join(words) or text.strip()


def _words(text: str) -> list[str]:
    parted = "".join(char if char.isalnum() or char == "'" or _is_mark(char) else " " for char in text)
    pieces = (piece.strip("'") for word in parted.split() for piece in _digits_apart(word))
    return [piece for piece in pieces if piece]


def _is_mark(char: str) -> bool:
    """Say whether a character belongs to the letter before it, as the vowels of Indic scripts and of Thai do."""
    return not char.isascii() and unicodedata.category(char)[0] == "M"


def _digits_apart(word: str) -> list[str]:
    return re.findall(r"\d+|\D+", word) if any(map(str.isdigit, word)) else [word]


def _singular(word: str) -> str:
    """Give a word of a Latin script without a plural's ending, as English, French, Spanish and Portuguese write it."""
    if len(word) < 4 or word[-1] != "s" or word in _SINGULAR or any(char >= "\u0250" for char in word):
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _common() -> dict[str, str]:
    concepts: dict[str, str] = {}
    for line in COMMON_TERMS.strip().replace("\n    ", " ").split("\n"):
        name, _, others = line.partition(": ")
        for spelling in (name, *others.split("|")):
            concepts.setdefault(fold(spelling.strip()), name)
    return concepts


_COMMON = _common()


class Vocabulary:
    """The terms that the names of all sites mean.

    `names` maps each spelling to how many resources carry it; `edits` are a person's, oldest first, without what was
    undone.
    """

    def __init__(self, names: Mapping[str, int], edits: Iterable[Edit] = ()) -> None:
        self._leads: dict[str, str] = {}  # from one group to the one that it was merged into
        self._labels: dict[str, str] = {}
        self._alone: dict[str, str] = {}  # spellings that a person has taken out of their groups
        self._groups: dict[str, Counter[str]] = {}
        self._names = names
        for edit in edits:
            self._apply(edit)
        for name, uses in names.items():
            self._groups.setdefault(self._group(name), Counter())[name] += uses

    def term(self, name: str) -> str:
        """The term that a spelling means; itself where no site and no person has said anything else."""
        group = self._group(name)
        # A name that a person has taken out of a group is no longer what the group is called.
        label = self._labels.get(group) or _COMMON.get(group)
        if label is not None and self._group(label) == group:
            return label
        spellings = self._groups.get(group)
        return _most_used(spellings) if spellings else name

    def mapped(self, names: Sequence[str]) -> tuple[str, ...]:
        """The terms that a resource's names mean, each once, in the order of the names."""
        return tuple(dict.fromkeys(map(self.term, names)))

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every spelling that means the same as `name`, itself among them."""
        return tuple(dict.fromkeys((name, *self._groups.get(self._group(name), ()))))

    def terms(self) -> list[Term]:
        """All terms that resources carry, the most used first, then by name."""
        made = [
            Term(self.term(next(iter(found))), tuple(sorted(found.items(), key=lambda each: (-each[1], each[0]))))
            for found in self._groups.values()
        ]
        return sorted(made, key=lambda term: (-term.uses, term.name.casefold(), term.name))

    def check(self, edit: Edit) -> None:
        """Raise UsageError for an edit that would change nothing, or more than it says."""
        if edit.kind is not EditKind.MERGE:
            unknown = next((name for name in edit.names if not self._is_known(name)), None)
            if unknown is not None:
                raise UsageError(f"No resource has the term {unknown}.", advice="gleanery terms lists them.")
        if edit.kind is EditKind.SPLIT:
            alone = next(
                (name for name in edit.names if len(self.spellings(name)) < 2 and self.term(name) == name), None
            )
            if alone is not None:
                raise UsageError(f"{alone} stands alone already.", advice="gleanery terms shows what is merged.")
            return
        if not any(map(str.isalnum, edit.target)):
            raise UsageError("A term needs a name with at least one letter or digit.", advice="Say another name.")
        target = self._group(edit.target)
        if edit.kind is EditKind.MERGE and all(self._group(name) == target for name in edit.names):
            raise UsageError(f"All of these mean {self.term(edit.target)} already.", advice="gleanery terms shows it.")
        if edit.kind is EditKind.RENAME and self._is_known(edit.target) and target != self._group(edit.names[0]):
            raise UsageError(
                f"{edit.target} is another term already.",
                advice=f'To make them one: gleanery terms merge "{edit.names[0]}" --into "{edit.target}"',
            )

    def _is_known(self, name: str) -> bool:
        group = self._group(name)
        return group in self._groups or group in self._labels

    def _apply(self, edit: Edit) -> None:
        if edit.kind is EditKind.SPLIT:
            for name in edit.names:
                self._alone[name.casefold()] = f"={name.casefold()}"
                self._leads.pop(f"={name.casefold()}", None)
                self._labels.pop(f"={name.casefold()}", None)
            return
        target = self._group(edit.target)
        if edit.kind is EditKind.RENAME:
            old = self._group(edit.names[0])
            if target != old:
                self._leads[target] = old
            self._labels[old] = edit.target
            return
        for name in edit.names:
            group = self._group(name)
            if group != target:
                self._leads[group] = target
                self._labels.pop(group, None)
        self._labels.setdefault(target, edit.target)

    def _group(self, name: str) -> str:
        """What a name belongs to; edits lead from group to group, and never in a circle."""
        group = self._alone.get(name.casefold()) if self._alone else None
        if group is None:
            folded = fold(name)
            group = fold(_COMMON[folded]) if folded in _COMMON else folded
        while group in self._leads:
            group = self._leads[group]
        return group


def _most_used(spellings: Counter[str]) -> str:
    """The spelling that most resources carry; of equals the one with fewest capitals after the first, then by alphabet."""
    return min(spellings, key=lambda name: (-spellings[name], sum(map(str.isupper, name[1:])), name))
