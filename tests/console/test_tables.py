"""Small objects for people."""

from __future__ import annotations

import pytest

from console.commands.sync import counts, size
from console.tables import outline
from pipeline.model import JSON, Tally


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({}, []),
        ({"record": "article.post", "next": None}, ["record: article.post", "next: –"]),
        ({"roles": {"title": "h2 > a", "tags": ["a", "b"]}}, ["roles:", "  title: h2 > a", "  tags: a; b"]),
        (
            {"candidates": [{"score": 2.5, "evidence": {"dates": 1.2, "text": 0.8}}]},
            ["candidates:", "  score 2.5, evidence (dates 1.2, text 0.8)"],
        ),
        ({"empty": []}, ["empty: none"]),
    ],
)
def test_an_object_is_outlined(values: dict[str, JSON], lines: list[str]) -> None:
    assert outline(values) == lines


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(), "nothing read"),
        (Tally(new=12, changed=3, unchanged=225), "12 new, 3 changed, 225 unchanged"),
        (
            Tally(unchanged=4, missing=1, removed=2, returned=3, held=5),
            "3 returned, 4 unchanged, 1 missing, 2 removed, 5 held",
        ),
    ],
)
def test_counts_leave_out_what_is_zero(tally: Tally, said: str) -> None:
    assert counts(tally).plain == said


@pytest.mark.parametrize(("count", "said"), [(0, "0 B"), (999, "999 B"), (48_200, "48 kB"), (1_250_000, "1.2 MB")])
def test_sizes_are_short(count: int, said: str) -> None:
    assert size(count) == said
