"""When everything is to be read again: the fewer edits are found that nothing told of, the later."""

from __future__ import annotations

import pytest

from pipeline.model import Decision, DecisionKind, FieldChange, Policy, Resource
from pipeline.wholes import WholeRun, renamings, whole_every


@pytest.mark.parametrize(
    ("newest", "every"),
    [
        ([], 7),
        ([WholeRun(7, 75, 0)], 14),
        ([WholeRun(14, 75, 0), WholeRun(7, 75, 0)], 28),
        ([WholeRun(28, 900, 0), WholeRun(28, 900, 0)], 28),
        ([WholeRun(7, 9, 1), WholeRun(7, 9, 2), WholeRun(7, 9, 1)], 12),
        ([WholeRun(14, 75, 9), WholeRun(14, 75, 8), WholeRun(7, 75, 4)], 21),
        ([WholeRun(7, 75, 60), WholeRun(14, 75, 2), WholeRun(14, 75, 1)], 12),
        ([WholeRun(7, 9, 60), WholeRun(14, 9, 2), WholeRun(14, 9, 1)], 7),
        ([WholeRun(14, 9, 1), WholeRun(7, 9, 60), WholeRun(14, 9, 1)], 7),
        ([WholeRun(7, 1, 1)], 7),
        ([WholeRun(0, 9, 0)], 7),
    ],
    ids=["nothing read yet", "nothing found once", "nor twice", "never more than a month of days", "cheap, and a few found",
         "dear, and some found", "dear, and many found", "cheap, and many found", "not long ago", "one page", "twice in one day"],
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
