"""What became of each resource between two moments, from its versions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model import DecisionKind, FieldChange


class DifferenceKind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    MISSING = "missing"
    REMOVED = "removed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Difference:
    """The sum of a resource's versions: each field from before the first of them to after the last."""

    kind: DifferenceKind
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""


def sum_of(versions: Sequence[tuple[DecisionKind, Sequence[FieldChange], str]]) -> Difference | None:
    """The difference that versions make, oldest first; None if in the end there is none."""
    kinds = [kind for kind, _, _ in versions]
    if not kinds:
        return None
    last, reason = kinds[-1], versions[-1][2]
    changes = net_changes(change for _, its, _ in versions for change in its)
    if DecisionKind.NEW in kinds:
        # What came and went in between was never there for who looks before and after.
        return None if last is DecisionKind.GONE else Difference(DifferenceKind.ADDED, reason=reason)
    if last is DecisionKind.GONE:
        return Difference(DifferenceKind.REMOVED, changes, reason)
    if last is DecisionKind.MISSING:
        return Difference(DifferenceKind.MISSING, changes, reason)
    if DecisionKind.RETURNED in kinds and kinds[0] is DecisionKind.RETURNED:
        return Difference(DifferenceKind.RETURNED, changes, reason)
    return Difference(DifferenceKind.CHANGED, changes, reason) if changes else None


def net_changes(changes: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """One change for each field, from its first value to its last; none for a field that is as it was."""
    summed: dict[str, FieldChange] = {}
    for each in changes:
        first = summed.get(each.field, each)
        summed[each.field] = FieldChange(each.field, first.before, each.after)
    return tuple(each for each in summed.values() if each.before != each.after)
