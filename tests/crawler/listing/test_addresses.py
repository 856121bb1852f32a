"""What an address says of its page: a year is an archive, a number that looks like one is an item's."""

from __future__ import annotations

import pytest

from crawler.listing.addresses import shape_of


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("/2019/", False),
        ("/2019/05/", False),
        ("/news/2019/", False),
        ("/publications/2019", False),
        ("/archives/2019/05/12/", False),
        ("/2019/05/12/a-title/", True),
        ("/node/2003", True),
        ("/item/1999/", True),
        ("/en/article/2016", True),
        ("/node/12345", True),
        ("/document/2024.html", True),
    ],
)
def test_years_and_numbers(path: str, record: bool) -> None:
    assert shape_of(f"https://library.example{path}").record is record
