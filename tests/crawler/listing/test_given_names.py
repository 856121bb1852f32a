"""Which names begin as people's do."""

from __future__ import annotations

import pytest

from crawler.listing.given_names import is_given


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Leila Aziz", True),
        ("Jean-Baptiste Mukendi", True),
        ("M. Holt", True),
        ("South Sudan", False),
        ("River-Mouth Town", False),
        ("", False),
    ],
)
def test_is_given(name: str, known: bool) -> None:
    assert is_given(name) is known
