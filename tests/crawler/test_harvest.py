"""Whole runs against look-alikes on loopback: what is kept, what is said, what happens on the second visit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crawler import holder
from crawler.progress import HarvestOptions, Progress
from crawler.run import harvest_source
from pipeline.model import Channel, Expectations, OutcomeKind, Policy, Politeness, RunReport, Source, State
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.loopback import Answer, Request, serve
from tests.sites.wordpress_like import LikeSite, wordpress_like

POSTS = [*sample_posts(230), *sample_posts(20, "resource", 500)]
NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[LikeSite]:
    with wordpress_like(POSTS) as served:
        yield served


def sync(
    store: Store, url: str, options: HarvestOptions | None = None, at: datetime = NOW, **more: object
) -> RunReport:
    # Every run reads everything here; those that ask for the news only have tests of their own.
    known = store.find_source(url)
    source = known or Source("site", url, policy=Policy(full_every=1), **more)  # type: ignore[arg-type]
    store.put_source(source)
    return asyncio.run(harvest_source(store, source, options or HarvestOptions(), clock=lambda: at))


def titles(store: Store) -> dict[str, str]:
    return {str(each.resource.native_id): each.resource.title for each in store.resources()}


def test_a_whole_site_then_nothing_new(store: Store, site: LikeSite) -> None:
    first = sync(store, site.url)
    assert (first.outcome.kind, first.tally.new, first.inventory.claimed) == (OutcomeKind.OK, 250, 250)
    assert first.inventory.complete
    assert "250 of 250" in first.inventory.statement
    assert len(titles(store)) == 250
    second = sync(store, site.url)
    assert (second.outcome.kind, second.tally.new, second.tally.changed, second.tally.unchanged) == (
        OutcomeKind.OK,
        0,
        0,
        250,
    )


def test_a_page_of_a_hundred_each(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    before = len(site.targets())
    report = sync(store, site.url)
    # types, three pages of posts, one of resources; robots.txt was read today, and the taxonomies are known
    assert len(site.targets()) - before == 5
    assert report.tally.requests == 5
    assert report.tally.bytes > 0


def test_edits_and_additions_are_told_exactly(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    edited = {7: "Seven, corrected", 130: "One hundred and thirty", 505: "A resource"}
    site.posts = [replace(post, title=edited.get(post.id, post.title)) for post in site.posts] + sample_posts(
        2, first_id=900
    )
    report = sync(store, site.url)
    assert (report.tally.new, report.tally.changed, report.tally.unchanged) == (2, 3, 247)
    versions = store.versions(next(each.key for each in store.resources() if each.resource.native_id == "7"))
    change = versions[-1].changes[0]
    assert (change.field, change.after) == ("title", "Seven, corrected")


def test_what_is_gone_is_missing_and_what_is_back_has_returned(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    everything = site.posts
    site.posts = [post for post in everything if post.id != 7]
    report = sync(store, site.url)
    assert (report.tally.missing, report.tally.removed) == (1, 0)
    states = {str(each.resource.native_id): each.state for each in store.resources()}
    assert states["7"] is State.MISSING
    site.posts = everything
    report = sync(store, site.url)
    assert (report.tally.returned, report.tally.new) == (1, 0)


def test_one_bad_page_loses_nothing_else(store: Store, site: LikeSite) -> None:
    site.faults.fail_pages["posts", 2] = 500
    report = sync(store, site.url)
    assert report.outcome.kind is OutcomeKind.PARTIAL
    assert "page=2" in report.outcome.evidence
    assert report.tally.new == 150
    assert (report.inventory.claimed, report.inventory.read, report.inventory.complete) == (250, 150, False)
    site.faults.fail_pages.clear()
    report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 100)


def test_a_page_that_fails_once_is_asked_again(store: Store, site: LikeSite) -> None:
    site.faults.fail_pages["posts", 2], site.faults.fail_times = 500, 1
    assert sync(store, site.url).outcome.kind is OutcomeKind.OK


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ({"closed": True}, OutcomeKind.BLOCKED),
        ({"html_for": {"types"}}, OutcomeKind.BLOCKED),
        ({"html_for": {"posts", "resources"}}, OutcomeKind.BLOCKED),
        ({"empty": {"posts", "resources"}, "wrong_total": {"posts": 0, "resources": 0}}, OutcomeKind.EMPTY),
        ({"empty": {"posts"}, "wrong_total": {"posts": 0}}, OutcomeKind.COLLAPSED),
        ({"wrong_total": {"posts": 240}}, OutcomeKind.PARTIAL),
    ],
    ids=[
        "closed",
        "types are a challenge",
        "lists are a challenge",
        "emptied",
        "collapsed",
        "wrong total",
    ],
)
def test_a_bad_day_leaves_earlier_data_alone(
    store: Store, site: LikeSite, fault: dict[str, object], kind: OutcomeKind
) -> None:
    sync(store, site.url)
    before = titles(store)
    for name, value in fault.items():
        setattr(site.faults, name, value)
    report = sync(store, site.url)
    assert report.outcome.kind is kind
    assert report.outcome.advice
    assert report.tally.missing == 0
    assert titles(store) == before
    assert {each.state for each in store.resources()} == {State.PRESENT}


def test_robots_is_asked_for_once_a_day(store: Store, site: LikeSite) -> None:
    """RFC 9309, 2.4: what was read is good for 24 hours, for all crawls of all runs."""
    sync(store, site.url)
    assert site.targets().count("/robots.txt") == 1
    sync(store, site.url, at=NOW + timedelta(hours=24))
    assert site.targets().count("/robots.txt") == 1
    site.faults.robots = "User-agent: *\nDisallow: /"
    before = titles(store)
    report = sync(store, site.url, at=NOW + timedelta(hours=24, seconds=1))
    assert (report.outcome.kind, report.tally.missing, titles(store)) == (OutcomeKind.BLOCKED, 0, before)
    assert site.targets().count("/robots.txt") == 2
    site.faults.robots = None
    assert sync(store, site.url, at=NOW + timedelta(hours=25)).outcome.kind is OutcomeKind.BLOCKED
    assert sync(store, site.url, HarvestOptions(full=True), at=NOW + timedelta(hours=25)).outcome.kind is OutcomeKind.OK


def test_a_limit_is_no_inventory(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    report = sync(store, site.url, HarvestOptions(limit=30))
    assert (report.outcome.kind, report.inventory.read, report.tally.missing) == (OutcomeKind.OK, 30, 0)
    assert not report.inventory.complete


def test_a_dry_run_writes_nothing(store: Store, site: LikeSite) -> None:
    report = sync(store, site.url, HarvestOptions(dry_run=True))
    assert report.tally.new == 250
    assert titles(store) == {}
    assert store.last_reports() == []


def test_a_source_that_another_holds(store: Store, site: LikeSite) -> None:
    source = Source("site", site.url)
    store.put_source(source)
    store.acquire_lease("site", "another-host:1:1", NOW, timedelta(minutes=1), holder.is_dead)
    report = sync(store, site.url)
    assert (report.outcome.kind, report.run_id) == (OutcomeKind.BUSY, 0)
    assert "another-host" in report.outcome.evidence


def test_bounds_set_by_hand(store: Store, site: LikeSite) -> None:
    report = sync(store, site.url, expectations=Expectations(min_items=300))
    assert report.outcome.kind is OutcomeKind.COLLAPSED


def test_types_can_be_named(store: Store, site: LikeSite) -> None:
    report = sync(store, site.url, types=("resource",))
    assert (report.tally.new, report.outcome.kind) == (20, OutcomeKind.OK)


def cut_off(store: Store, source: Source, pages: int) -> None:
    """A run of the source that is stopped after so many pages."""

    async def run() -> None:
        def pull_the_plug(progress: Progress) -> None:
            if progress.pages >= pages:  # told more than once, as by a person who is in a hurry
                task.cancel()

        task = asyncio.create_task(harvest_source(store, source, HarvestOptions(), pull_the_plug, lambda: NOW))
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}  # nothing of the crawl is left to go on by itself

    asyncio.run(run())


def test_a_run_that_was_cut_off_goes_on(store: Store, site: LikeSite) -> None:
    """A run is stopped after its second page; the next sync reads the rest, and the end state is that of one run."""
    site.posts = sample_posts(700)
    source = Source("site", site.url)
    store.put_source(source)

    cut_off(store, source, 2)
    read_before = len(titles(store))
    assert 0 < read_before < 700
    seen = len(site.targets())
    report = sync(store, site.url)
    assert (report.outcome.kind, report.inventory.read) == (OutcomeKind.OK, 700)
    assert report.tally.new == 700  # one run, told whole
    asked_again = [each for each in site.targets()[seen:] if "per_page=100" in each]
    assert len(asked_again) <= 7 - read_before // 100 + 1
    assert len(titles(store)) == 700


def test_the_rest_of_a_run_is_not_held_against_the_whole_of_another(store: Store, site: LikeSite) -> None:
    """What was filled on the pages before the cut is not known: a resumed run must not look as if fields were lost."""
    site.posts = sample_posts(700)
    source = Source("site", site.url, policy=Policy(full_every=1), politeness=Politeness(concurrency=1))
    store.put_source(source)
    assert sync(store, site.url).inventory.filled["title"] == 700
    known = store.find_source("site")
    assert known is not None
    cut_off(store, known, 2)
    broken_off = store.unfinished_run("site")
    assert broken_off is not None
    assert 2 <= len(broken_off.pages) < 7
    resumed = sync(store, site.url)
    assert (resumed.outcome.kind, resumed.inventory.read) == (OutcomeKind.OK, 700), resumed.outcome
    assert not resumed.inventory.filled


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer("<h1>Gone</h1>", 404), OutcomeKind.UNREACHABLE),
        (Answer("", 403), OutcomeKind.BLOCKED),
        (Answer("<html><body><h1>Resources</h1><p>Nothing found.</p></body></html>"), OutcomeKind.EMPTY),
        (Answer("<title>Error establishing a database connection</title>"), OutcomeKind.UNREACHABLE),
        (Answer('<form id="loginform"><input name="pwd"></form>'), OutcomeKind.BLOCKED),
        (Answer(b"%PDF-1.7", type="application/pdf"), OutcomeKind.EMPTY),
    ],
    ids=["404", "403", "empty listing", "database error", "login", "a file"],
)
def test_first_visits_that_find_nothing(store: Store, answer: Answer, kind: OutcomeKind) -> None:
    def handle(request: Request) -> Answer:
        return answer if request.target == "/reports/" else Answer("no", 404)

    with serve(handle) as url:
        report = sync(store, f"{url}/reports/")
    assert report.outcome.kind is kind
    assert report.outcome.advice
    assert list(store.resources()) == []


def test_an_item_without_a_usable_address_is_said_and_the_rest_is_kept(store: Store) -> None:
    posts = sample_posts(5)
    posts[2] = replace(posts[2], slug="back\\slash")
    with wordpress_like(posts) as site:
        report = sync(store, site.url)
    assert report.outcome.kind is OutcomeKind.PARTIAL
    assert "Item 3" in report.outcome.evidence
    assert report.tally.new == 4


def test_a_named_channel_that_the_site_does_not_offer(store: Store) -> None:
    with serve(lambda _: Answer("<html><p>A plain page.</p></html>")) as url:
        report = sync(store, url, channel=Channel.WORDPRESS)
    assert report.outcome.kind is OutcomeKind.EMPTY
    assert "REST" in report.outcome.evidence


@pytest.mark.parametrize(("hours", "resumed"), [(1, True), (7, False)])
def test_a_run_that_was_cut_off_long_ago_is_begun_anew(store: Store, site: LikeSite, hours: int, resumed: bool) -> None:
    """Else what was read then would pass for what the site shows now."""
    store.put_source(Source("site", site.url))
    cut_off = store.begin_run("site", Channel.WORDPRESS, NOW - timedelta(hours=hours))
    report = sync(store, site.url)
    assert (report.run_id == cut_off) is resumed
    assert report.tally.new == 250
