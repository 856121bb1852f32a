"""What is a date and what only looks like one; who is named in a line."""

from __future__ import annotations

import pytest

from crawler.listing.people import people_in
from crawler.listing.texts import is_date, without_size


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published 7 May 2026", True),
        ("Veröffentlicht am 7. Mai 2026", True),
        ("05/2026", True),
        ("CTOC/COP/2026/3", False),
        ("A/RES/79/2025/12", False),
        ("E/2026/34", False),
        ("Annual trends in water quality, 2015–2025", False),
        ("Members elected on 7 May 2026", False),
    ],
)
def test_is_date(text: str, expected: bool) -> None:
    assert is_date(text) is expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Leila Aziz, Policy Officer", ["Leila Aziz"]),
        ("Mara Holt, Head of Programmes, Jonas Eide", ["Mara Holt", "Jonas Eide"]),
        ("Holt, Mara", ["Holt, Mara"]),
        ("Holt, Mara; Eide, Jonas", ["Holt, Mara", "Eide, Jonas"]),
        ("Mara Holt, Jonas Eide and Ana Reyes", ["Mara Holt", "Jonas Eide", "Ana Reyes"]),
    ],
)
def test_people_in(line: str, names: list[str]) -> None:
    assert people_in(line) == names


@pytest.mark.parametrize(
    ("text", "bare", "expected"),
    [
        ("Annual report 2024 (PDF, 1.2 MB)", False, "Annual report 2024"),
        ("Annual report 2024 (Size: 310 KB, Format: PDF, English)", False, "Annual report 2024"),
        ("Annual report 310 KB", False, "Annual report 310 KB"),
        ("Download 310 KB", True, "Download"),
        ("(1.2 MB)", True, "(1.2 MB)"),
        ("Thirty years (1990–2020)", True, "Thirty years (1990–2020)"),
    ],
)
def test_without_size(text: str, bare: bool, expected: str) -> None:
    assert without_size(text, bare=bare) == expected
