"""When is everything to be read again, beside what is new? Pure: (what whole runs have found) → after how many runs.

A run that reads the news only cannot see an edit which the site does not date. How many of them there are, the whole runs
tell: what they find changed though the site does not say so had been missed since the last one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from pipeline.model import Decision, DecisionKind, Policy

# What it is worth, in requests, that one resource is not out of date from one run to the next.
WORTH = 0.5
# However little changes unseen: never more than so many times the usual number of runs, and twice as many as last time.
LONGEST, STEP = 4, 2
# A name's change for another in so many items at once is the name's own.
ALIKE = 2

Renaming = tuple[str, str, str]  # field, former name, new name

_NAMED = frozenset({"categories", "tags", "authors"})


@dataclass(frozen=True, slots=True)
class WholeRun:
    """A good run that read everything: so many runs `after` the one before, on so many `pages`.

    `missed`: so many resources had changed without the site saying so.
    """

    after: int
    pages: int
    missed: int


def whole_every(policy: Policy, newest: Sequence[WholeRun]) -> int:
    """Every how many runs one reads everything. `newest`: the last whole runs, newest first.

    Every n-th run costs `pages / n` requests a run and leaves `missed a run × n / 2` resources out of date, on average:
    their sum is least where n is the root of `2 × pages / (WORTH × missed a run)`. The usual number is where it begins; any
    other that a person has set is kept to.
    """
    usual = policy.full_every
    if usual != Policy().full_every or not newest:
        return usual
    runs = sum(each.after for each in newest)
    # One more than were found: few runs prove little.
    a_run = (sum(each.missed for each in newest) + 1) / max(1, runs)
    best = int(sqrt(2 * newest[0].pages / (WORTH * a_run)))
    return max(usual, min(best, LONGEST * usual, STEP * max(each.after for each in newest)))


def is_renamed(counts: Mapping[Renaming, int]) -> bool:
    """Whether a term or an author has another name, by how many items show it: then older ones show it as well."""
    return max(counts.values(), default=0) >= ALIKE


def renamed_fields(counts: Mapping[Renaming, int]) -> Counter[str]:
    """In how many items a field shows a new name of a term or an author."""
    found: Counter[str] = Counter()
    for (field, _, _), count in counts.items():
        if count >= ALIKE:
            found[field] += count
    return found


def renamings(decision: Decision) -> frozenset[Renaming]:
    """Which names an item shows in place of others, though it is not said to have been modified."""
    if decision.kind is not DecisionKind.CHANGED or any(each.field == "modified" for each in decision.changes):
        return frozenset()
    found = set()
    for change in decision.changes:
        if change.field in _NAMED and isinstance(change.before, list) and isinstance(change.after, list):
            before, after = set(map(str, change.before)), set(map(str, change.after))
            gone, come = before - after, after - before
            if len(gone) == len(come) == 1:
                found.add((change.field, gone.pop(), come.pop()))
    return frozenset(found)
