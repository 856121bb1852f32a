"""A simulated month, lived by two sites: the store is true on every day that was read whole, and honest on the others.

`python -m benchmarks.timeline` runs years.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.timeline.keeper import Keeper, live
from tests.sites.timeline.site import Timeline

DAYS, ITEMS = 25, (60, 60)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("channel", ["wordpress"])
def test_a_month_is_kept_true(seed: int, channel: str, tmp_path: Path) -> None:
    with Timeline(seed, DAYS, ITEMS) as site:
        keeper = Keeper(site, tmp_path, channel)
        marks = live(site, keeper, channel).marks
        keeper.close()
    assert marks.complete > DAYS / 2, marks.notes
    assert marks.equal == marks.complete, marks.notes
    assert marks.untrue == marks.wrongly_removed == marks.false_changes == 0, marks.notes
    assert marks.alarms == 0, marks.notes
    assert marks.changes > 10
