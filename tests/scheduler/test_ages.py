from __future__ import annotations

from tests.scheduler.ages import compare


def test_adaptive_visits_keep_a_fresher_copy_for_as_many_requests() -> None:
    """`python -m benchmarks.adaptive`, shortened: as many visits as one every twelve hours to each source."""
    found = compare(sources=30, days=60, interval=12 * 3600.0)
    assert found.visits_adaptive <= found.visits_fixed * 1.05
    assert found.adaptive < 0.6 * found.fixed
    assert found.adaptive < 1.25 * found.limit
