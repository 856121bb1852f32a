"""What several versions of a resource come to."""

from __future__ import annotations

import pytest

from pipeline.difference import DifferenceKind, net_changes, sum_of
from pipeline.model import DecisionKind, FieldChange

NEW, CHANGED, MISSING = DecisionKind.NEW, DecisionKind.CHANGED, DecisionKind.MISSING
GONE, RETURNED = DecisionKind.GONE, DecisionKind.RETURNED


def change(before: str, after: str, field: str = "title") -> FieldChange:
    return FieldChange(field, before, after)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], None),
        ([NEW], "added"),
        ([NEW, CHANGED], "added"),
        ([NEW, MISSING, GONE], None),
        ([MISSING], "missing"),
        ([MISSING, GONE], "removed"),
        ([GONE], "removed"),
        ([RETURNED], "returned"),
        ([RETURNED, MISSING, GONE], "removed"),
        ([MISSING, RETURNED], None),
        ([CHANGED], None),  # without a change in the end
    ],
)
def test_kinds(kinds: list[DecisionKind], expected: str | None) -> None:
    difference = sum_of([(kind, (), "") for kind in kinds])
    assert (difference.kind.value if difference else None) == expected


def test_fields_go_from_first_to_last() -> None:
    steps = [change("a", "b"), change("x", "y", "teaser"), change("b", "c"), change("y", "x", "teaser")]
    assert net_changes(steps) == (change("a", "c"),)
    difference = sum_of([(CHANGED, [each], "the site changed it") for each in steps])
    assert difference is not None
    assert (difference.kind, difference.changes) == (DifferenceKind.CHANGED, (change("a", "c"),))
