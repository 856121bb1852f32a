"""WordPress's news: few requests on quiet days, and nothing that the totals tell is overlooked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.progress import HarvestOptions
from crawler.run import harvest_source
from crawler.spiders.wordpress import Collection
from crawler.wordpress_ids import groups
from pipeline.model import OutcomeKind, Policy, RunReport, Source, State
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.wordpress_like import LikeSite, wordpress_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
LATER = "2026-02-01T10:00:00"


@pytest.fixture
def site() -> Iterator[LikeSite]:
    with wordpress_like([*sample_posts(350), *sample_posts(20, "resource", 500)]) as served:
        yield served


def sync(store: Store, site: LikeSite, full_every: int = 100) -> RunReport:
    source = store.find_source(site.url) or Source("site", site.url, policy=Policy(full_every=full_every))
    store.put_source(source, NOW)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


def by_id(store: Store) -> dict[str, tuple[str, State]]:
    return {str(each.resource.native_id): (each.resource.title, each.state) for each in store.resources()}


def edited(site: LikeSite, number: int, **changes: object) -> None:
    site.posts = [replace(post, **changes) if post.id == number else post for post in site.posts]  # type: ignore[arg-type]


def test_a_quiet_day_costs_a_request_for_each_type(store: Store, site: LikeSite) -> None:
    sync(store, site)
    report = sync(store, site)
    assert (report.outcome.kind, report.inventory.news, report.inventory.claimed) == (OutcomeKind.OK, True, 370)
    assert report.tally.requests == 2  # posts, resources; robots.txt was read today
    assert (report.tally.new, report.tally.changed, report.tally.missing) == (0, 0, 0)


def test_news_and_edits_are_found_at_once(store: Store, site: LikeSite) -> None:
    sync(store, site)
    site.posts += sample_posts(2, first_id=900)
    edited(site, 7, title="Seven, corrected", modified=LATER)
    edited(site, 505, title="A resource, corrected", modified=LATER)
    report = sync(store, site)
    assert (report.tally.new, report.tally.changed, report.outcome.kind) == (2, 2, OutcomeKind.OK)
    assert report.tally.requests == 2
    assert by_id(store)["7"][0] == "Seven, corrected"


def test_many_edits_are_walked_through_or_all_is_read(store: Store, site: LikeSite) -> None:
    sync(store, site)
    site.posts = [replace(post, title=f"New {post.id}", modified=LATER) for post in site.posts]
    report = sync(store, site)
    assert (report.tally.changed, report.outcome.kind) == (370, OutcomeKind.OK)
    assert not report.inventory.news


def test_a_removal_shows_in_the_total_and_is_settled_by_inventories(store: Store, site: LikeSite) -> None:
    sync(store, site)
    site.posts = [post for post in site.posts if post.id not in {7, 505}]
    before = len(site.targets())
    reports = [sync(store, site) for _ in range(3)]
    assert [(each.tally.missing, each.tally.removed) for each in reports] == [(2, 0), (0, 2), (0, 0)]
    assert [each.inventory.complete for each in reports] == [True, True, False]
    assert reports[0].inventory.read == 368
    assert all("_fields" in each for each in site.targets()[before:] if "orderby=id" in each)
    assert by_id(store)["7"][1] is State.GONE


def test_which_one_is_gone_is_found_on_few_pages_of_ids(store: Store, site: LikeSite) -> None:
    sync(store, site)
    site.posts = [post for post in site.posts if post.id != 7] + sample_posts(1, first_id=900)
    before = len(site.targets())
    report = sync(store, site)
    assert (report.tally.new, report.tally.missing, report.inventory.complete) == (1, 1, True)
    assert len([each for each in site.targets()[before:] if "_fields=id,modified" in each]) == 2  # of four
    assert by_id(store)["7"][1] is State.MISSING


def test_a_back_dated_post_shows_in_the_total(store: Store, site: LikeSite) -> None:
    sync(store, site)
    site.posts += [replace(sample_posts(1, first_id=950)[0], date="2019-05-01T10:00:00")]
    report = sync(store, site)
    assert (report.tally.new, report.outcome.kind) == (1, OutcomeKind.OK)


def test_a_post_that_comes_back_is_the_same_one(store: Store, site: LikeSite) -> None:
    sync(store, site)
    everything = site.posts
    site.posts = [post for post in everything if post.id != 7]
    sync(store, site), sync(store, site)
    site.posts = everything
    report = sync(store, site)
    assert (report.tally.returned, report.tally.new) == (1, 0)


def test_a_silent_edit_is_found_by_the_whole_run(store: Store, site: LikeSite) -> None:
    sync(store, site, full_every=3)
    edited(site, 7, title="Seven, in silence")
    assert [sync(store, site).tally.changed for _ in range(3)] == [0, 0, 1]


def test_a_site_that_does_not_obey_the_order_is_read_whole(
    store: Store, site: LikeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(store, site)
    rest = site._rest

    def by_id_only(route: str, query: dict[str, str]) -> object:
        return rest(route, {**query, "orderby": "id", "order": "asc"} if "orderby" in query else query)

    monkeypatch.setattr(site, "_rest", by_id_only)
    edited(site, 340, title="Changed", modified=LATER)
    edited(site, 2, modified="2026-01-01T10:00:00")
    report = sync(store, site)
    assert (report.tally.changed, report.inventory.news, report.inventory.complete) == (2, False, True)


@pytest.mark.parametrize("fault", [{"fail_pages": {("posts", 1): 503}}, {"closed": True}, {"html_for": {"posts"}}])
def test_a_bad_day_is_made_up_for_on_the_next(store: Store, site: LikeSite, fault: dict[str, object]) -> None:
    sync(store, site)
    site.posts += sample_posts(2, first_id=900)
    well = site.faults
    site.faults = replace(well, **fault)
    bad = sync(store, site)
    assert (bad.outcome.needs_attention, bad.tally.new, bad.tally.missing) == (True, 0, 0)
    site.faults = well
    assert sync(store, site).tally.new == 2


def test_a_total_that_lies_makes_nothing_missing(store: Store, site: LikeSite) -> None:
    sync(store, site)
    site.faults.wrong_total = {"posts": 300}
    report = sync(store, site)
    assert report.tally.missing == 0
    site.faults.wrong_total = {"posts": 400}
    report = sync(store, site)
    assert (report.outcome.kind, report.tally.missing) == (OutcomeKind.PARTIAL, 0)


def asked(site: LikeSite, since: int) -> list[str]:
    """What was asked for in brief: the route, and what sets it apart."""
    marks = ("exclude", "include", "_fields=id,modified", "orderby=modified")
    return [
        f"{target.partition('?')[0].rpartition('/')[2]} {next((mark for mark in marks if mark in target), '')}"
        for target in site.targets()[since:]
    ]


def test_what_the_total_hides_is_counted_in_the_next_run(store: Store, site: LikeSite) -> None:
    """A deletion, and on the same day a post that comes with old dates: the total is as it was, and nothing is new."""
    sync(store, site)
    came = replace(sample_posts(1, first_id=950)[0], date="2019-05-01T10:00:00")
    site.posts = [post for post in site.posts if post.id != 7] + [came]
    reports = [sync(store, site) for _ in range(3)]
    assert [(each.tally.new, each.tally.missing, each.tally.removed) for each in reports] == [
        (0, 0, 0),
        (1, 1, 0),
        (0, 0, 1),
    ]
    assert [each.inventory.complete for each in reports] == [False, True, True]
    assert reports[1].inventory.claimed == reports[1].inventory.read == 370


def test_every_second_run_counts_what_is_known_by_one_request(store: Store, site: LikeSite) -> None:
    sync(store, site)
    before = len(site.targets())
    reports = [sync(store, site) for _ in range(4)]
    assert [each for each in asked(site, before) if "orderby" not in each] == ["search exclude"] * 2
    assert [each.tally.requests for each in reports] == [2, 3, 2, 3]
    assert [each.inventory.complete for each in reports] == [False, True, False, True]
    assert reports[1].inventory.news
    assert reports[1].tally.unchanged == 370


def test_only_the_type_that_lacks_something_is_read_by_its_ids(store: Store, site: LikeSite) -> None:
    sync(store, site)
    site.posts = [post for post in site.posts if post.id != 505]
    before = len(site.targets())
    report = sync(store, site)
    assert {*asked(site, before)[2:]} == {"resources _fields=id,modified", "posts exclude"}
    assert (report.tally.missing, report.inventory.complete) == (1, True)


@pytest.mark.parametrize("status", [401, 404])
def test_a_site_without_search_is_asked_type_by_type(store: Store, site: LikeSite, status: int) -> None:
    site.faults.fail_pages["search", 1] = status
    sync(store, site)
    site.posts = [post for post in site.posts if post.id != 7]
    site.posts += [replace(sample_posts(1, first_id=950)[0], date="2019-05-01T10:00:00")]
    before = len(site.targets())
    reports = [sync(store, site) for _ in range(3)]
    assert asked(site, before).count("search exclude") == 1  # once is enough to know
    assert [(each.tally.new, each.tally.missing, each.tally.removed) for each in reports] == [
        (0, 0, 0),
        (1, 1, 0),
        (0, 0, 1),
    ]


def test_a_site_that_does_not_leave_out_what_it_is_asked_to_is_read_by_its_ids(
    store: Store, site: LikeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = site._rest

    def without_exclude(route: str, query: dict[str, str]) -> object:
        return rest(route, {name: value for name, value in query.items() if name != "exclude"})

    monkeypatch.setattr(site, "_rest", without_exclude)
    sync(store, site)
    quiet = [sync(store, site) for _ in range(2)]
    assert [each.inventory.complete for each in quiet] == [False, False]
    assert [each.outcome.kind for each in quiet] == [OutcomeKind.OK, OutcomeKind.OK]
    site.posts = [post for post in site.posts if post.id != 7]
    reports = [sync(store, site) for _ in range(2)]
    assert [(each.tally.missing, each.tally.removed) for each in reports] == [(1, 0), (0, 1)]


def test_types_are_asked_about_together_as_far_as_their_ids_go_into_an_address() -> None:
    known = {"small": ["1"], "other": ["2", "3"], "great": [str(number) for number in range(10_000, 11_166)]}
    parts = [Collection(part, f"wp/v2/{part}") for part in known]
    together = [[of.part for of in group] for group in groups(parts, known, together=True)]
    assert together == [["small", "other"], ["great"]]
    assert [len(group) for group in groups(parts, known, together=False)] == [1, 1, 1]


def test_a_term_that_has_got_another_name_is_found_on_all_items_at_once(store: Store, site: LikeSite) -> None:
    site.posts = [replace(post, categories=("Water",)) for post in site.posts if post.type == "post"]
    sync(store, site)
    edited(site, 350, categories=("Soil",), modified=LATER)
    edited(site, 349, categories=("Air",))
    assert sync(store, site).inventory.news
    site.posts = [replace(post, categories=("Waters",)) if "Water" in post.categories else post for post in site.posts]
    report = sync(store, site)
    assert (report.inventory.news, report.inventory.complete, report.tally.changed) == (False, True, 348)
    assert report.inventory.restless == {}  # nothing of it was overlooked, so the next whole run is no sooner due


def test_taxonomies_are_asked_for_again_only_where_one_is_new(store: Store, site: LikeSite) -> None:
    sync(store, site, full_every=1)
    before = len(site.targets())
    sync(store, site, full_every=1)
    assert [each for each in site.targets()[before:] if "orderby" not in each] == ["/wp-json/wp/v2/types"]
    source = store.find_source(site.url)
    assert source is not None
    assert source.plan is not None
    news = {**source.plan.detail["news"], "hierarchical": {"category": True}}  # type: ignore[dict-item]
    store.keep_plan(source.name, replace(source.plan, detail={**source.plan.detail, "news": news}))
    before = len(site.targets())
    sync(store, site, full_every=1)
    assert sum("/taxonomies" in each for each in site.targets()[before:]) == 1
