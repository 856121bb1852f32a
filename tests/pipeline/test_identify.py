"""Identity: native id, then address, never title alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.identify import aliases, match, new_key
from pipeline.model import Known, Resource, State
from pipeline.sources import name_for

DAY = datetime(2026, 3, 1, tzinfo=UTC)
SEEN = Resource("s", "https://example.org/guide/", title="A guide", native_id="7")


def table(*resources: Resource) -> dict[str, Known]:
    return {
        alias: Known(f"s/{number}", each, "", State.PRESENT, DAY, DAY)
        for number, each in enumerate(resources)
        for alias in aliases(each)
    }


@pytest.mark.parametrize(
    ("seen", "known", "is_same"),
    [
        (SEEN, SEEN, True),
        (SEEN, replace(SEEN, url="https://example.org/old-guide/"), True),
        (SEEN, replace(SEEN, native_id=None, url="http://www.example.org/guide"), True),
        (replace(SEEN, native_id=None), SEEN, True),
        (SEEN, replace(SEEN, native_id="3"), True),
        (SEEN, replace(SEEN, native_id="3", title="Another work"), False),
        (SEEN, replace(SEEN, native_id="3", url="https://example.org/other/"), False),
        (replace(SEEN, native_id=None), replace(SEEN, native_id=None, url="https://example.org/guide/2/"), False),
        (replace(SEEN, native_id=None, url="https://example.org/?p=7"), SEEN, True),
        (SEEN, replace(SEEN, native_id=None, url="https://example.org/?p=7"), True),
        (replace(SEEN, native_id=None, url="https://example.org/?p=8"), SEEN, False),
    ],
    ids=[
        "itself", "new permalink", "scheme and www", "channel without ids", "site moved, ids anew",
        "address given to another work", "same title only", "another address, same title", "short link", "known by its short link", "another's short link",
    ],
)  # fmt: skip
def test_match(seen: Resource, known: Resource, is_same: bool) -> None:
    assert (match(seen, table(known)) is not None) is is_same


def test_native_id_wins_over_address() -> None:
    moved, newcomer = replace(SEEN, url="https://example.org/guide-old/"), replace(SEEN, native_id="8", title="B")
    found = match(SEEN, table(newcomer, moved))
    assert found is not None
    assert found.resource == moved


def test_keys_are_stable_readable_and_distinct() -> None:
    key = new_key(SEEN, ())
    assert key == new_key(replace(SEEN, url="http://www.example.org/guide", title="B"), ())
    assert key.startswith("s/")
    assert new_key(SEEN, {key}) != key


@pytest.mark.parametrize(
    ("url", "taken", "name"),
    [
        ("https://www.example.org/", (), "example.org"),
        ("https://example.org/resources/", ("example.org",), "example.org-resources"),
        ("https://example.org/resources/", ("example.org", "example.org-resources"), "example.org-resources-2"),
        ("http://127.0.0.1:8080/", (), "127.0.0.1-8080"),
    ],
)
def test_names(url: str, taken: tuple[str, ...], name: str) -> None:
    assert name_for(url, taken) == name
