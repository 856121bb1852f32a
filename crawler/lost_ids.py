"""Which of the ids that a site should have are the ones it has no more? Found on few pages of its list. No network.

The list is in the order of the ids, and how many are lost is known. So a page says by its first and last id how many are
lost before it, on it and behind it; where none is lost nothing is asked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The expected ids from `start` to before `end`: `lost` of them are, and `before` of those that stand before it."""

    start: int
    end: int
    lost: int
    before: int


class LostIds:
    """Looks for `lost` of the `expected` ids (ascending) on pages of `size`. `found` holds them once `page` is None."""

    def __init__(self, expected: Sequence[int], lost: int, size: int) -> None:
        self._expected = expected
        self._size = size
        self._open: list[_Stretch] = []
        self.found: set[int] = set()
        self._add(_Stretch(0, len(expected), lost, 0))

    @property
    def page(self) -> int | None:
        """The number of the page (from 1) to be looked at next; None where all is found."""
        if not self._open:
            return None
        stretch = self._open[-1]
        middle = (stretch.start + stretch.end - stretch.lost) // 2 - stretch.before
        return middle // self._size + 1

    def take(self, page: int, ids: Sequence[int]) -> bool:
        """Take in what that page shows. False if it cannot be: the list has changed meanwhile, or is in another order."""
        stretch = self._open.pop()
        places = [bisect_left(self._expected, each) for each in ids]
        known = all(
            place < len(self._expected) and self._expected[place] == each
            for place, each in zip(places, ids, strict=True)
        )
        if not ids or not known or places != sorted(set(places)):
            return False
        first, last = places[0], places[-1] + 1
        shown = set(ids)
        inside = self._expected[max(first, stretch.start) : min(last, stretch.end)]
        lost = [each for each in inside if each not in shown]
        self.found.update(lost)
        before = first - (page - 1) * self._size
        left = before - stretch.before if first > stretch.start else 0
        right = stretch.lost - len(lost) - left
        through = before + (last - first) - len(ids)
        return self._add(_Stretch(stretch.start, max(stretch.start, first), left, stretch.before)) and self._add(
            _Stretch(min(last, stretch.end), stretch.end, right, through)
        )

    def _add(self, stretch: _Stretch) -> bool:
        """Leave a stretch to be looked at, if something is lost in it. False if that cannot be."""
        length = stretch.end - stretch.start
        if not 0 <= stretch.lost <= length:
            return False
        if stretch.lost == length:
            self.found.update(self._expected[stretch.start : stretch.end])
        elif stretch.lost:
            self._open.append(stretch)
        return True
