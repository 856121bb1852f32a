from __future__ import annotations

import pytest

from tests.scheduler.crowd import race
from tests.storage.conftest import EITHER, empty_url

__all__ = ["empty_url"]


@pytest.mark.parametrize("empty_url", EITHER, indirect=True)
@pytest.mark.sampled(2)
def test_schedulers_that_are_killed_neither_double_nor_lose_a_visit(empty_url: str) -> None:
    """`python -m benchmarks.crowd`, shortened: three schedulers, 40 due visits, a kill every three seconds."""
    command = ["-m", "tests.scheduler.quick", empty_url]
    found = race(empty_url, command, count=40, processes=3, kill_every=3.0, most_seconds=90)
    assert (found.runs, found.doubled, found.lost) == (40, 0, 0)
