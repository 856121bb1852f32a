"""When everything is to be read again: the fewer edits are found that nothing told of, the later."""

from __future__ import annotations

import pytest

from pipeline.model import Decision, DecisionKind, FieldChange, Policy, Resource
from pipeline.wholes import WholeRun, renamings, whole_every


@pytest.mark.parametrize(
    ("newest", "every"),
    [
        ([], 7),
        ([WholeRun(7, 2000, 0)], 14),
        ([WholeRun(14, 2000, 0), WholeRun(7, 2000, 0)], 28),
        ([WholeRun(28, 9000, 0), WholeRun(28, 9000, 0)], 28),
        ([WholeRun(7, 700, 1), WholeRun(7, 690, 2), WholeRun(7, 690, 1)], 14),
        ([WholeRun(14, 700, 9), WholeRun(14, 700, 8), WholeRun(7, 690, 4)], 11),
        ([WholeRun(7, 700, 60), WholeRun(14, 700, 2), WholeRun(14, 690, 1)], 7),
        ([WholeRun(14, 700, 1), WholeRun(7, 700, 60), WholeRun(14, 690, 1)], 7),
        ([WholeRun(7, 60, 0)], 7),
        ([WholeRun(0, 700, 0)], 7),
    ],
    ids=["nothing read yet", "nothing found once", "nor twice", "never more than a month of days", "a few",
         "as many as may be out of date", "many at once", "many not long ago", "a small site is soon read", "twice in one day"],
)  # fmt: skip
def test_whole_runs_come_as_often_as_they_find_something(newest: list[WholeRun], every: int) -> None:
    assert whole_every(Policy(), newest) == every


def test_what_a_person_has_set_is_kept_to() -> None:
    assert whole_every(Policy(full_every=10), [WholeRun(10, 9000, 0)]) == 10
    assert whole_every(Policy(full_every=1), [WholeRun(1, 9000, 0)]) == 1


def changed(*changes: FieldChange) -> Decision:
    return Decision(DecisionKind.CHANGED, "s/1", Resource("s", "https://example.org/1"), "", changes)


def test_a_name_in_place_of_another_is_a_renaming_unless_the_item_was_modified() -> None:
    tags = FieldChange("tags", ["Water", "Soil"], ["Soil", "Water and more"])
    assert renamings(changed(tags)) == {("tags", "Water", "Water and more")}
    assert not renamings(changed(tags, FieldChange("modified", "2026-01-01", "2026-02-01")))
    assert not renamings(changed(FieldChange("tags", ["Water"], ["Water", "Soil"])))
    assert not renamings(changed(FieldChange("title", "Water", "Soil")))
