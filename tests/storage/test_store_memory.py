"""What earlier runs leave for the next one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.model import Channel, Inventory
from pipeline.wholes import WholeRun
from storage.memory import Placed
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START, observation, read, report, resources

SITE = "https://harbour.example"


@pytest.fixture
def source(store: Store) -> Store:
    store.put_source(SOURCE, START)
    return store


def test_the_newest_run_that_has_ended_says_whether_all_was_seen(source: Store) -> None:
    assert not source.memory.saw_all(SOURCE.name)
    read(source, resources(3), START)
    assert source.memory.saw_all(SOURCE.name)
    news = source.begin_run(SOURCE, Channel.WORDPRESS, START + DAY, full=False)
    assert source.memory.saw_all(SOURCE.name)  # the open one says nothing yet
    source.close_run(report(news, START + DAY), absent=False)
    assert not source.memory.saw_all(SOURCE.name)


def test_what_is_present_has_the_page_that_showed_it_last(source: Store) -> None:
    _, second, third = seen = resources(3)
    run = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    pages = {"1": f"{SITE}/wp/v2/posts?page=1", "2": f"{SITE}/wp/v2/posts?page=1", "3": ""}
    shown = [observation(each, START, page_url=pages[str(each.native_id)]) for each in seen[:2]]
    source.commit_page(run, "one", shown, seen[:2], None, START)
    moved = observation(second, START + DAY, page_url=f"{SITE}/wp/v2/guides", fields={"title": "Another"})
    feed = observation(third, START, channel=Channel.FEED, page_url=f"{SITE}/feed/")
    source.commit_page(run, "two", [feed], [third], None, START)
    source.close_run(report(run, START), absent=True)
    later = source.begin_run(SOURCE, Channel.WORDPRESS, START + DAY)
    source.commit_page(later, "three", [moved], [second], None, START + DAY)
    source.close_run(report(later, START + DAY), absent=True)  # the first and the third are missing now
    keys = {each.resource.native_id: each.key for each in source.resources()}
    assert source.memory.present_on(SOURCE.name, Channel.WORDPRESS) == [Placed("2", keys["2"], f"{SITE}/wp/v2/guides")]
    assert source.memory.present_on(SOURCE.name, Channel.FEED) == [Placed("2", keys["2"], "")]


def test_whole_runs_tell_how_far_apart_they_were_and_what_they_had_to_find(source: Store) -> None:
    assert source.memory.whole_runs(SOURCE.name) == []
    read(source, resources(4), START)
    assert source.memory.whole_runs(SOURCE.name) == []  # the first one has nothing to be compared with
    for day in (1, 2):
        news = source.begin_run(SOURCE, Channel.WORDPRESS, START + day * DAY, full=False)
        source.close_run(report(news, START + day * DAY), absent=False)
    whole = source.begin_run(SOURCE, Channel.WORDPRESS, START + 3 * DAY)
    inventory = Inventory(read=4, pages_read=2, complete=True, restless={"title": 1, "tags": 3})
    source.close_run(report(whole, START + 3 * DAY, inventory=inventory), absent=True)
    read(source, resources(4), START + 4 * DAY, complete=False)
    assert source.memory.whole_runs(SOURCE.name) == [WholeRun(after=3, pages=2, missed=3)]
    read(source, resources(4), START + 5 * DAY)
    assert source.memory.whole_runs(SOURCE.name) == [WholeRun(2, 0, 0), WholeRun(3, 2, 3)]
    assert source.memory.whole_runs(SOURCE.name, 1) == [WholeRun(2, 0, 0)]


def test_how_many_of_what_is_there_are_newer(source: Store) -> None:
    seen = resources(6)
    read(source, seen, START)
    published = seen[2].published
    assert published is not None
    assert source.memory.newer_than(SOURCE.name, published.utc) == 3
    read(source, seen[:5], START + DAY)  # the newest is missing now
    assert source.memory.newer_than(SOURCE.name, published.utc) == 2


def test_robots_are_kept_by_site_as_they_were_last_read(store: Store) -> None:
    memory = store.memory
    assert memory.robots(SITE, START - DAY) is None
    memory.keep_robots(SITE, b"User-agent: *\nDisallow: /a\n\xff", START)
    memory.keep_robots(f"{SITE}:8080", b"", START)
    assert memory.robots(SITE, START) == b"User-agent: *\nDisallow: /a\n\xff"
    assert memory.robots(f"{SITE}:8080", START) == b""  # there is none
    assert memory.robots(SITE, START + timedelta(seconds=1)) is None
    memory.keep_robots(SITE, b"", START + DAY)
    assert memory.robots(SITE, START + DAY) == b""
