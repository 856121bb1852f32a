from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import UsageError
from pipeline.model import Channel, Resource, State
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START, read, resource, resources


@pytest.fixture
def source(store: Store) -> Store:
    store.put_source(SOURCE, START)
    return store


def titles(store: Store, **wanted: object) -> list[str]:
    found = [each.resource.title for each in store.resources(**wanted)]  # type: ignore[arg-type]
    assert store.count_resources(**wanted) == len(found)  # type: ignore[arg-type]
    return found


def named(number: int, title: str, **changes: object) -> Resource:
    return resource(number, title=title, **changes)


def test_the_newest_come_first_and_the_undated_last(source: Store) -> None:
    undated = [resource(number, published=None) for number in (10, 11)]
    read(source, [undated[0], *resources(3), undated[1]], START)
    listed = list(source.resources())
    assert [each.resource.native_id for each in listed[:3]] == ["3", "2", "1"]
    assert [each.key for each in listed[3:]] == sorted(each.key for each in listed[3:])
    assert [each.key for each in source.resources(limit=2)] == [each.key for each in listed[:2]]
    assert list(source.resources(limit=0)) == []


def test_each_item_of_a_long_listing_comes_once(source: Store) -> None:
    read(source, resources(1203), START, per_page=1203)
    listed = list(source.resources())
    assert len({each.key for each in listed}) == 1203
    assert [each.resource for each in listed] == resources(1203)[::-1]


def test_search_knows_no_case_and_no_wildcard(source: Store) -> None:
    written = ["Tide 100%", "TIDE_TABLE", "Back\\slash", "Les écluses", "STRASSE am Kai", "Κόσμος"]
    read(source, [named(9 - place, title, teaser="") for place, title in enumerate(written)], START)
    expected = {
        "tide": ["Tide 100%", "TIDE_TABLE"],
        "TABLE tide": ["TIDE_TABLE"],
        "100%": ["Tide 100%"],
        "0%": ["Tide 100%"],
        "%": ["Tide 100%"],
        "e_t": ["TIDE_TABLE"],
        "_": ["TIDE_TABLE"],
        "back\\slash": ["Back\\slash"],
        "ÉCLUSE": ["Les écluses"],
        "straße": ["STRASSE am Kai"],
        "κόσμοσ": ["Κόσμος"],
        "nothing such": [],
        "": written,
    }
    assert {text: titles(source, text=text) for text in expected} == expected


def test_search_looks_into_the_teaser(source: Store) -> None:
    read(source, resources(12), START)
    assert titles(source, text="BERTH 11") == ["Tide table 11"]
    assert titles(source, text="tide heights 12.") == ["Tide table 12"]


def test_filters(source: Store) -> None:
    source.put_source(replace(SOURCE, name="quay"), START)
    read(
        source,
        [
            named(1, "A", categories=("Guides",), tags=("Übung", "sea"), language="pt-BR"),
            named(2, "B", categories=("Tables", "guides"), tags=("Sea",), language="pt"),
            named(3, "C", categories=(), tags=(), language="", authors=("sea",)),
        ],
        START,
    )
    assert titles(source, category="GUIDES") == ["B", "A"]
    assert titles(source, category="Guide") == []
    assert titles(source, tag="sea") == ["B", "A"]
    assert titles(source, tag="übung") == ["A"]
    assert titles(source, category="sea") == []
    assert titles(source, language="pt") == ["B", "A"]
    assert titles(source, language="PT-br") == ["A"]
    assert titles(source, language="p") == []
    assert titles(source, source="harbour", tag="sea", category="tables") == ["B"]
    assert titles(source, source="quay") == []


def test_state_and_since(source: Store) -> None:
    read(source, resources(3), START)
    read(source, [resource(1), resource(2, title="New title")], START + DAY)
    assert titles(source, state=State.MISSING) == ["Tide table 3"]
    assert titles(source, state=State.PRESENT) == ["New title", "Tide table 1"]
    assert titles(source, since=START + DAY) == ["Tide table 3", "New title"]
    assert len(titles(source, since=START)) == 3
    assert titles(source, since=START + 2 * DAY) == []


def test_a_resource_is_found_by_key_address_and_native_id(source: Store) -> None:
    read(source, [resource(1), replace(resource(2), native_id=None)], START)
    first, second = sorted(source.resources(), key=lambda each: each.resource.title)
    assert source.resource(first.key) == first
    assert source.resource("1") == first
    assert source.resource("http://www.harbour.example/resources/2") == second
    assert source.resource("2") is None
    assert source.resource("harbour/000000000000") is None


def test_a_name_that_two_sources_use_is_asked_back(source: Store) -> None:
    quay = replace(SOURCE, name="quay")
    source.put_source(quay, START)
    read(source, resources(2), START)
    run_id = source.begin_run(quay, Channel.WORDPRESS, START)
    (decision,) = source.commit_page(run_id, quay.url, [], [resource(1, source="quay")], None, START)
    with pytest.raises(UsageError, match=decision.key):
        source.resource("1")
    known = source.resource(decision.key)
    assert known is not None
    assert known.resource.source == "quay"


def test_the_store_can_be_written_to_while_a_listing_is_read(source: Store) -> None:
    read(source, resources(600), START, per_page=300)
    listing = source.resources()
    first = next(listing)
    read(source, [resource(1), resource(601)], START + DAY, complete=False)
    rest = list(listing)
    assert len({each.key for each in (first, *rest)}) == 600


def test_no_history_of_what_is_not_there(source: Store) -> None:
    assert source.versions("harbour/000000000000") == []
    assert list(source.observations("harbour")) == []
