"""The timeline is what it says: seeded, complete, in WordPress's forms, and faulty only where it should be."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.sites.timeline import faces
from tests.sites.timeline.faults import NAMED, FaultKind
from tests.sites.timeline.history import EventKind, History
from tests.sites.timeline.site import Timeline


@pytest.fixture(scope="module")
def year() -> History:
    return History(3, days=365, items=(50, 60))


@pytest.fixture(scope="module")
def site() -> Iterator[Timeline]:
    with Timeline(3, days=200, items=(130, 130)) as running:
        yield running


def get(url: str) -> tuple[int, bytes, str]:
    """Status, body and the address that answered."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read(), answer.url
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), error.url


def test_the_same_seed_gives_the_same_year(year: History) -> None:
    again, other = History(3, days=365, items=(50, 60)), History(4, days=365, items=(50, 60))
    assert again.days == year.days
    assert other.days[-1].posts != year.days[-1].posts


def test_a_year_has_every_kind_of_event_and_fault(year: History) -> None:
    assert {event.kind for day in year.days for event in day.events} == set(EventKind)
    assert {day.fault for day in year.days} == {*FaultKind, None}
    assert sum(day.redesigned for day in year.days) == 2
    assert set(NAMED) == set(FaultKind)


def test_every_event_shows_and_nothing_else_changes(year: History) -> None:
    for before, after in zip(year.days, year.days[1:], strict=False):
        kinds = {event.kind for event in after.events}
        touched = {event.post for event in after.events}
        differing = {n for n in before.posts.keys() | after.posts.keys() if before.posts.get(n) != after.posts.get(n)}
        if EventKind.TERM_RENAMED not in kinds:
            assert differing <= touched, after.number


def test_silent_events_leave_modified_alone(year: History) -> None:
    silent = {EventKind.RETAGGED, EventKind.TOUCHED_UP}
    found = 0
    for before, after in zip(year.days, year.days[1:], strict=False):
        for event in after.events:
            once = sum(other.post == event.post for other in after.events) == 1
            if event.kind in silent and once and EventKind.TERM_RENAMED not in {each.kind for each in after.events}:
                old, new = before.posts[event.post], after.posts[event.post]
                assert old != new
                assert old.modified == new.modified
                found += 1
    assert found > 10


def test_every_channel_shows_the_same_posts(site: Timeline) -> None:
    day = site.day(0)
    paths = {post.path for post in day.posts.values()}
    listed, fed = set(), set()
    for number in range(1, 14):
        _, body, _ = get(f"{site.listing_url}{f'page/{number}/' if number > 1 else ''}")
        listed |= set(
            re.findall(
                rf"<h\d[^>]*><a href=\"{site.url}([^\"]+)\"|class=\"what\" href=\"{site.url}([^\"]+)\"", body.decode()
            )
        )
        _, body, _ = get(f"{site.url}/feed/?paged={number}")
        fed |= {
            link.text.removeprefix(site.url) for link in ET.fromstring(body).findall("channel/item/link") if link.text
        }
    mapped = set()
    for kind in ("post", "resource"):
        _, body, _ = get(f"{site.url}/wp-sitemap-posts-{kind}-1.xml")
        mapped |= set(re.findall(rf"<loc>{site.url}([^<]+)</loc>", body.decode()))
    assert {one or other for one, other in listed} == fed == mapped == paths
    assert get(f"{site.listing_url}page/14/")[0] == get(f"{site.url}/feed/?paged=14")[0] == 404


def test_addresses_of_moved_and_deleted_posts(site: Timeline) -> None:
    moves = [(day, event.post) for day in site.history.days for event in day.events if event.kind is EventKind.MOVED]
    day, number = next((day, number) for day, number in moves if number in day.posts)
    old = next(path for path, moved in day.moved.items() if moved == number)
    site.day(day.number)
    assert get(site.url + old)[2] == site.url + day.posts[number].path
    habits = {}
    for habit in ("404", "410", "home", "soft"):
        site.habit = habit
        status, _, where = get(f"{site.url}/nothing-of-the-kind/")
        habits[habit] = (status, where == f"{site.url}/")
    assert habits == {"404": (404, False), "410": (410, False), "home": (200, True), "soft": (200, False)}


@pytest.mark.parametrize("kind", list(FaultKind))
def test_each_fault_is_met_by_who_reads_all(site: Timeline, kind: FaultKind) -> None:
    day = next(day for day in site.history.days if day.fault is kind)
    site.day(day.number)
    for number in (1, 2):
        try:
            get(f"{site.url}/wp-json/wp/v2/posts?per_page=50&page={number}")
        except (urllib.error.URLError, OSError):
            assert kind is FaultKind.OUTAGE
    assert site.fault.met


def test_a_sound_day_meets_no_fault(site: Timeline) -> None:
    site.day(0)
    get(site.listing_url)
    assert site.fault.met == 0


@pytest.mark.shared
def test_feed_and_sitemap_have_wordpress_s_form(site: Timeline, shared: Path) -> None:
    def names(body: bytes) -> set[str]:
        return {element.tag for element in ET.fromstring(body).iter()}

    site.day(0)
    saved = shared / "corpus" / "wordpress"
    assert names(get(f"{site.url}/feed/")[1]) <= names((saved / "feed.rss").read_bytes())
    assert names(get(f"{site.url}/wp-sitemap.xml")[1]) == names((saved / "wp-sitemap.xml").read_bytes())
    posts = names((saved / "wp-sitemap-posts-post-1.xml").read_bytes())
    assert names(get(f"{site.url}/wp-sitemap-posts-post-1.xml")[1]) == posts
    assert faces.PER_PAGE == 10
