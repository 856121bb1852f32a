from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.scheduler.year import Life, live


@pytest.mark.parametrize(
    ("begin", "seed"),
    [
        (datetime(2026, 3, 5, tzinfo=UTC), 1),  # the clocks go forward: New York on the 8th, Berlin on the 29th
        (datetime(2026, 10, 20, tzinfo=UTC), 2),  # and back: Berlin on the 25th, New York on 1 November
        (datetime(2026, 3, 31, tzinfo=UTC), 3),  # back in Sydney, on 5 April
    ],
)
@pytest.mark.sampled(3)
def test_every_visit_is_made_once_whatever_clocks_and_processes_do(tmp_path: Path, begin: datetime, seed: int) -> None:
    """The year of `python -m benchmarks.schedule`, shortened to four weeks around each change of the clocks."""
    found = live(tmp_path, Life(begin, days=21, sources=10, steps=6, restarts=8, outages=3, seed=seed))
    assert found.runs > 150
    assert found.kills
    assert (found.twice, found.lost, found.unasked, found.uneven) == (0, 0, 0, 0), found.late
