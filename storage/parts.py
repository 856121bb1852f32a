"""Long lists in parts: a statement takes only so many values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

# SQLite takes 32,766 values, PostgreSQL 65,535; beyond some hundred there is nothing to gain.
PART = 500


def in_parts(items: Iterable[Item], size: int = PART) -> Iterator[list[Item]]:
    """`items` in lists of at most `size`, one after another."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
