from __future__ import annotations

import pytest

from pipeline.errors import UnknownSource
from pipeline.model import Channel, Expectations, Plan, Politeness, Source
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START, read, resources

WHOLE = Source(
    "museum",
    "https://museum.example/library/",
    Channel.LISTING,
    types=("post", "report"),
    politeness=Politeness(concurrency=1, delay=2.5, contact="keeper@museum.example"),
    expectations=Expectations(min_items=3),
    plan=Plan(
        Channel.LISTING, "https://museum.example/library/?p=1", "wordpress", "why", {"wrapper": ["li", {"a": 1}]}
    ),
    paused=True,
)


def test_a_source_comes_back_as_it_was(store: Store) -> None:
    store.put_source(WHOLE, START)
    store.put_source(SOURCE, START)
    assert store.sources() == [SOURCE, WHOLE]


def test_putting_a_source_again_replaces_it(store: Store) -> None:
    store.put_source(SOURCE, START)
    paused = Source(SOURCE.name, "https://harbour.example/new/", paused=True)
    store.put_source(paused, START + DAY)
    assert store.sources() == [paused]


@pytest.mark.parametrize(
    "asked",
    [
        "museum",
        "https://museum.example/library/",
        "http://museum.example/library",
        "https://www.museum.example/library",
    ],
)
def test_a_source_is_found_by_name_and_by_address(store: Store, asked: str) -> None:
    store.put_source(SOURCE, START)
    store.put_source(WHOLE, START)
    assert store.find_source(asked) == WHOLE


def test_what_is_not_there_is_not_found(store: Store) -> None:
    store.put_source(WHOLE, START)
    assert store.find_source("https://museum.example/") is None
    assert store.find_source("Museum") is None


def test_a_removed_source_leaves_nothing(store: Store) -> None:
    store.put_source(SOURCE, START)
    store.put_source(WHOLE, START)
    read(store, resources(6), START)
    store.remove_source(SOURCE.name)
    assert store.sources() == [WHOLE]
    assert store.count_resources() == 0
    assert list(store.observations(SOURCE.name)) == []
    assert store.last_reports() == []
    assert store.resource("https://harbour.example/resources/1/") is None


def test_removing_what_is_not_there_says_so(store: Store) -> None:
    with pytest.raises(UnknownSource, match="nowhere"):
        store.remove_source("nowhere")
