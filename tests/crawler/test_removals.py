"""Removals in whole runs against look-alikes: with proof, in two complete runs, few at a time; what is back is the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.progress import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, Known, OutcomeKind, Plan, Policy, RunReport, Source, State
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.loopback import Answer, Request, serve
from tests.sites.wordpress_like import LikeSite, wordpress_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
FULL = HarvestOptions(full=True)


@pytest.fixture
def site() -> Iterator[LikeSite]:
    with wordpress_like(sample_posts(60)) as served:
        yield served


def sync(store: Store, url: str, **more: object) -> RunReport:
    source = store.find_source(url) or Source("site", url, policy=Policy(full_every=1), **more)  # type: ignore[arg-type]
    store.put_source(source, NOW)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


def by_id(store: Store) -> dict[str, Known]:
    return {str(each.resource.native_id): each for each in store.resources()}


def test_absent_twice_and_not_at_its_address_it_is_gone_and_keeps_its_values(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    everything = site.posts
    site.posts = [post for post in everything if post.id not in {7, 8}]
    first, second, third = (sync(store, site.url) for _ in range(3))
    assert [(each.tally.missing, each.tally.removed, each.tally.held) for each in (first, second, third)] == [
        (2, 0, 0),
        (0, 2, 0),
        (0, 0, 0),
    ]
    gone = by_id(store)["7"]
    assert gone.state is State.GONE
    assert gone.resource.title == "Item 7 – part & parcel"
    last = store.versions(gone.key)[-1]
    assert last.reason == "not in 2 complete runs; 404 at its own address"
    site.posts = everything
    back = sync(store, site.url)
    assert (back.tally.returned, back.tally.new) == (2, 0)
    assert by_id(store)["7"].key == gone.key
    assert by_id(store)["7"].state is State.PRESENT


def test_what_still_answers_is_missing_never_gone(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    hidden = next(post for post in site.posts if post.id == 7)
    site.hidden = [hidden]
    site.posts = [post for post in site.posts if post is not hidden]
    reports = [sync(store, site.url) for _ in range(4)]
    assert [each.tally.removed for each in reports] == [0] * 4
    assert by_id(store)["7"].state is State.MISSING
    site.hidden = []
    assert sync(store, site.url).tally.removed == 1


def test_many_at_a_time_wait_for_a_person(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    site.posts = site.posts[10:]
    sync(store, site.url)
    report = sync(store, site.url)
    assert (report.outcome.kind, report.tally.removed, report.tally.held) == (OutcomeKind.OK, 0, 10)
    held = store.removals.held("site")
    assert {each.proof for each in held} == {"404 at its own address"}
    store.removals.refuse(held[:4], NOW)
    store.removals.confirm(held[4:6], NOW)
    assert by_id(store)[str(held[4].known.resource.native_id)].state is State.GONE
    assert "confirmed by a person" in store.versions(held[4].known.key)[-1].reason
    assert sync(store, site.url).tally.held == 4
    # A small one goes its way meanwhile.
    site.posts = site.posts[1:]
    assert [sync(store, site.url).tally.removed for _ in range(2)] == [0, 1]


def test_a_site_whose_living_items_answer_404_proves_nothing(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    site.posts = site.posts[1:]
    site.faults.no_pages = True
    assert [sync(store, site.url).tally.removed for _ in range(3)] == [0, 0, 0]


def test_where_404_tells_all_nothing_is_made_up(store: Store, site: LikeSite) -> None:
    sync(store, site.url)
    site.posts = [post for post in site.posts if post.id != 7]
    sync(store, site.url)
    before = len(site.targets())
    assert sync(store, site.url).tally.removed == 1
    pages = [each for each in site.targets()[before:] if "wp-json" not in each and each != "/robots.txt"]
    assert len(pages) == 2  # its own, and that of one that is there


@pytest.mark.parametrize("soft", ["page", "home"])
def test_soft_404_is_learnt_from_a_made_up_address(store: Store, soft: str) -> None:
    items = list(range(1, 31))

    def handle(request: Request) -> Answer:
        path = request.target.strip("/")
        if path == "reports":
            listed = "".join(
                f'<article><h2><a href="/item-{n}/">Report {n} on water</a></h2><p>What district {n} found.</p></article>'
                for n in items
            )
            return Answer(f"<html><body><main>{listed}</main></body></html>")
        if path.startswith("item-") and int(path[5:]) in items:
            text = f"Report {path[5:]} on water. " + "What the district found this year, and why. " * 5
            return Answer(f"<html><title>Report</title><body><h1>{text}</h1></body></html>")
        if path == "robots.txt":
            return Answer("", 404)
        if soft == "home" and path:
            return Answer("", 302, headers={"Location": "/"})
        return Answer("<html><title>A site</title><body>Sorry, there is nothing here. Use our search.</body></html>")

    with serve(handle) as url:
        plan = Plan(Channel.LISTING, f"{url}/reports/")
        sync(store, f"{url}/reports/", plan=plan)
        items.remove(12)
        reports = [sync(store, f"{url}/reports/") for _ in range(2)]
        assert [each.tally.removed for each in reports] == [0, 1]
        (gone,) = store.resources(state=State.GONE)
        assert gone.resource.title == "Report 12 on water"
        said = "leads to" if soft == "home" else "the site's page for what is not found"
        assert said in store.versions(gone.key)[-1].reason


@pytest.mark.parametrize(
    "fault", [{"closed": True}, {"fail_pages": {("posts", 1): 503}}, {"wrong_total": {"posts": 70}}]
)
def test_a_bad_day_between_counts_for_nothing(store: Store, site: LikeSite, fault: dict[str, object]) -> None:
    sync(store, site.url)
    site.posts = site.posts[1:]
    sync(store, site.url)
    well = site.faults
    site.faults = replace(well, **fault)
    bad = sync(store, site.url)
    assert (bad.outcome.needs_attention, bad.tally.removed) == (True, 0)
    site.faults = well
    assert sync(store, site.url).tally.removed == 1


def test_more_absences_can_be_asked_for(store: Store, site: LikeSite) -> None:
    source = Source("site", site.url, policy=Policy(absences=3, full_every=1))
    store.put_source(source, NOW)
    sync(store, site.url)
    site.posts = site.posts[1:]
    assert [sync(store, site.url).tally.removed for _ in range(3)] == [0, 0, 1]
