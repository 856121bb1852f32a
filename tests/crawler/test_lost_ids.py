"""Lost ids are found on few pages, whichever they are; what does not fit is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.lost_ids import LostIds

SIZE = 10


def looked_for(expected: list[int], there: list[int], page_of: Callable[[int], list[int]]) -> tuple[set[int], int]:
    """What is found to be lost, and on how many pages."""
    search, pages = LostIds(expected, len(expected) - len(there), SIZE), 0
    while (number := search.page) is not None:
        pages += 1
        assert pages <= len(there) // SIZE + 1
        assert search.take(number, page_of(number))
    return search.found, pages


@given(st.sets(st.integers(1, 400), min_size=1, max_size=150), st.data())
def test_all_that_is_lost_is_found_and_nothing_else(ids: set[int], data: st.DataObject) -> None:
    expected = sorted(ids)
    lost = data.draw(st.sets(st.sampled_from(expected), max_size=min(8, len(expected))))
    there = [each for each in expected if each not in lost]
    found, _ = looked_for(expected, there, lambda number: there[(number - 1) * SIZE : number * SIZE])
    assert found == lost


def test_one_of_many_takes_few_pages() -> None:
    expected = list(range(0, 3200, 10))
    counts = []
    for lost in expected:
        there = [each for each in expected if each != lost]
        found, pages = looked_for(
            expected, there, lambda number, there=there: there[(number - 1) * SIZE : number * SIZE]
        )  # type: ignore[misc]
        assert found == {lost}
        counts.append(pages)
    assert max(counts) <= 6
    assert sum(counts) / len(counts) < 5


@pytest.mark.parametrize("shown", [[], [7], [5, 3], [1, 2, 3, 4, 5, 6]], ids=["none", "unknown", "order", "too many"])
def test_a_page_that_cannot_be_is_told(shown: list[int]) -> None:
    search = LostIds([1, 2, 3, 4, 5, 6], 1, SIZE)
    assert search.page == 1
    assert not search.take(1, shown)
