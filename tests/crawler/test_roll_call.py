"""Between whole runs a sitemap that names all of a listing tells who is still there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from crawler.progress import HarvestOptions
from crawler.roll_call import Known, Roll, learnt, present
from crawler.run import harvest_source
from pipeline.model import Channel, OutcomeKind, Plan, Policy, RunReport, Source, State
from pipeline.urls import identity
from storage.store import Store
from tests.crawler.test_news import NOW, Site
from tests.sites.loopback import Answer, Request, serve


class SiteWithSitemap(Site):
    """Also names its items in a sitemap: all but those `left_out`, and those that are `beside`; `down`: it fails."""

    def __init__(self, count: int) -> None:
        super().__init__(count, etags=False)
        self.left_out: set[int] = set()
        self.beside: set[int] = set()
        self.down = False

    def handle(self, request: Request) -> Answer:
        path = request.target.strip("/")
        if path == "robots.txt":
            return Answer(f"User-agent: *\nSitemap: {self.url}/sitemap.xml\n", type="text/plain")
        if path == "sitemap.xml":
            self.asked.append(path)
            named = [*(self.titles.keys() - self.left_out), *self.beside]
            places = "".join(f"<url><loc>{self.url}/item-{n}/</loc></url>" for n in named)
            head = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            return Answer("", 500) if self.down else Answer(f"{head}{places}</urlset>", type="application/xml")
        return super().handle(request)


@pytest.fixture
def site() -> Iterator[SiteWithSitemap]:
    made = SiteWithSitemap(80)
    with serve(made.handle) as url:
        made.url = url
        yield made


def sync(store: Store, site: Site) -> RunReport:
    plan = Plan(Channel.LISTING, f"{site.url}/reports/")
    policy = Policy(full_every=8)
    source = store.find_source("site") or Source(
        "site", f"{site.url}/reports/", Channel.LISTING, plan=plan, policy=policy
    )
    store.put_source(source, NOW)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


def gone(store: Store) -> list[str]:
    return [each.resource.title for each in store.resources(state=State.GONE)]


def test_a_removal_far_down_is_noticed_by_runs_that_read_the_news_only(store: Store, site: SiteWithSitemap) -> None:
    sync(store, site)
    del site.titles[20]
    site.titles = {81: "Report 81", **site.titles}
    site.visits()
    reports = [sync(store, site) for _ in range(3)]
    assert [each.inventory.news for each in reports] == [True, True, True]
    assert [each.inventory.complete for each in reports] == [True, True, True]
    assert [(each.tally.new, each.tally.missing, each.tally.removed) for each in reports] == [
        (1, 1, 0), (0, 0, 1), (0, 0, 0),
    ]  # fmt: skip
    assert gone(store) == ["Report 20 on water"]
    assert "by the sitemap" in reports[0].inventory.statement
    assert len([each for each in site.visits() if each.startswith("reports")]) == 2 + 1 + 1


def test_what_lives_is_not_removed_because_the_sitemap_left_it_out(store: Store, site: SiteWithSitemap) -> None:
    sync(store, site)
    site.left_out = {20, 21}
    reports = [sync(store, site) for _ in range(5)]
    assert {each.outcome.kind for each in reports} == {OutcomeKind.OK}
    assert [each.inventory.news for each in reports] == [True, True, False, True, True]
    assert [each.inventory.complete for each in reports] == [True, True, True, False, False]
    assert [each.tally.returned for each in reports] == [0, 0, 2, 0, 0]
    assert sum(each.tally.removed for each in reports) == 0
    assert {each.state for each in store.resources()} == {State.PRESENT}


@pytest.mark.parametrize("change", ["imported", "shrunk"])
def test_everything_is_read_at_once_where_the_sitemap_does_not_agree(
    store: Store, site: SiteWithSitemap, change: str
) -> None:
    sync(store, site)
    if change == "imported":  # with an old date, far from the newest page
        site.titles = dict(
            sorted({**site.titles, 1000: "Report from the archive"}.items(), key=lambda each: each[0] % 977)
        )
        site.titles = {n: site.titles[n] for n in [*range(80, 30, -1), 1000, *range(30, 0, -1)]}
        report = sync(store, site)
        assert (report.tally.new, report.inventory.news, report.inventory.complete) == (1, False, True)
        assert sync(store, site).inventory.news
    else:
        site.titles = {n: site.titles[n] for n in range(80, 60, -1)}
        report = sync(store, site)
        assert (report.outcome.kind, report.tally.missing) == (OutcomeKind.COLLAPSED, 0)


def test_a_page_that_no_listing_shows_is_no_reason_to_read_everything_twice(
    store: Store, site: SiteWithSitemap
) -> None:
    sync(store, site)
    site.beside = {500}
    assert [sync(store, site).inventory.news for _ in range(3)] == [False, True, True]


def test_a_sitemap_that_fails_leaves_a_run_of_news(store: Store, site: SiteWithSitemap) -> None:
    sync(store, site)
    site.down = True
    report = sync(store, site)
    assert (report.outcome.kind, report.inventory.news, report.inventory.complete) == (OutcomeKind.OK, True, False)


def test_a_sitemap_that_lacks_some_of_the_listing_is_not_used(store: Store, site: SiteWithSitemap) -> None:
    site.left_out = {40}
    sync(store, site)
    site.asked.clear()
    assert not sync(store, site).inventory.complete
    assert "sitemap.xml" not in site.asked


def names(*numbers: int) -> frozenset[int]:
    return frozenset(hash(identity(f"https://water.example/{n}/")) for n in numbers)


def known(*numbers: int, state: State = State.PRESENT) -> dict[str, Known]:
    return {str(n): Known(state, hash(identity(f"https://water.example/{n}/"))) for n in numbers}


def test_only_a_whole_sitemap_that_names_all_is_learnt_of() -> None:
    assert learnt(Roll("", names(1, 2, 3), 1, whole=True), names(1, 2)) == {"beside": 1}
    assert learnt(Roll("", names(1, 2, 3), 1, whole=False), names(1, 2)) is None
    assert learnt(Roll("", names(1), 0, whole=True), names(1, 2)) is None
    assert learnt(Roll("", names(1), 0, whole=True), names()) is None


def test_who_is_there_by_the_sitemap() -> None:
    roll = Roll("", names(1, 2, 3), 1, whole=True)
    assert present(roll, known(1, 2, 3), {"1"}, 1, Policy()) == ["2", "3"]
    assert present(roll, known(1, 2, 3, 4), set(), 1, Policy()) == ["1", "2", "3"]  # one may be gone
    assert present(roll, known(1, 2, 3, 4, 5), set(), 1, Policy()) is None  # two of five are many
    assert present(roll, known(1, 2), set(), 0, Policy()) is None  # there is something new
    assert present(roll, known(1) | known(2, state=State.MISSING), set(), 1, Policy()) is None
    assert present(roll, known(1) | known(4, state=State.MISSING), set(), 1, Policy()) == ["1"]
    assert present(roll, known(1), set(), None, Policy()) is None
