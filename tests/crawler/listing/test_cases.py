"""Listing pages of many shapes, each a folder of `page.html` and `expected.json`. The text is the project's own.

Only fields that `expected.json` gives are compared: a page that shows no date has none there. `terms` are categories and tags
taken together, where a page does not tell them apart.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from crawler.listing.model import Reading, Record
from crawler.listing.reader import read_listing
from pipeline import dates

CASES = sorted(p.parent for p in (Path(__file__).parent / "cases").glob("*/expected.json"))


def words(text: str) -> list[str]:
    return re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+", text.lower())


def alike(expected: str, given: str | None) -> bool:
    """At least nine in ten words are the same: a teaser may be cut short by an ellipsis, but by no more."""
    left, right = Counter(words(expected)), Counter(words(given or ""))
    return bool(right) and 2 * sum((left & right).values()) >= 0.9 * (sum(left.values()) + sum(right.values()))


def names(values: tuple[str, ...] | list[str] | None) -> set[str]:
    return {value.casefold() for value in values or ()}


def differences(expected: dict[str, Any], record: Record, reading: Reading) -> list[str]:
    found = []
    if record.title != expected["title"]:
        found.append(f"title {record.title!r}, not {expected['title']!r}")
    if "published" in expected:
        languages = (reading.language,) if reading.language else ()
        stamp = dates.parse(record.published or "", order=reading.date_order, languages=languages)
        if stamp is None or stamp.text[:10] != expected["published"]:
            found.append(f"published {record.published!r}, not {expected['published']}")
    if "teaser" in expected and not alike(expected["teaser"], record.teaser):
        found.append(f"teaser {record.teaser!r}, not {expected['teaser']!r}")
    found += [
        f"{field} {getattr(record, field)}, not {expected[field]}"
        for field in ("categories", "tags", "authors")
        if field in expected and names(getattr(record, field)) != names(expected[field])
    ]
    if "terms" in expected and names(record.categories) | names(record.tags) != names(expected["terms"]):
        found.append(f"terms {record.categories} {record.tags}, not {expected['terms']}")
    return [f"{record.url}: {difference}" for difference in found]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    reading = read_listing((folder / "page.html").read_bytes(), expected["url"])
    assert [r.url for r in reading.records] == [r["url"] for r in expected["records"]]
    found = [
        difference
        for want, record in zip(expected["records"], reading.records, strict=True)
        for difference in differences(want, record, reading)
    ]
    assert not found
    assert reading.next_url == expected["next"]
