"""Runs that ask for the news only: few requests, nothing missing by them, and everything found in the end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from crawler.progress import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, OutcomeKind, Plan, Policy, RunReport, Source, State
from storage.store import Store
from tests.sites.loopback import Answer, Request, serve

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
ITEM = '<article><h2><a href="/item-{n}/">{title}</a></h2><p>What district {n} found this year, and why.</p></article>'
ENTRY = "<item><title>{title}</title><link>{url}/item-{n}/</link><guid>{n}</guid><description>Found {n}.</description></item>"


class Site:
    """A listing and a feed of `titles`, newest first, five a page; `etags`: whether its pages can be asked by them."""

    def __init__(self, count: int, *, etags: bool) -> None:
        self.titles = {n: f"Report {n} on water" for n in range(count, 0, -1)}
        self.etags = etags
        self.asked: list[str] = []
        self.url = ""

    def handle(self, request: Request) -> Answer:
        path = request.target.strip("/")
        self.asked.append(path)
        kind, _, page = path.partition("/page/")
        if kind.startswith("item-"):
            return Answer("<h1>There</h1>", 200 if int(kind[5:]) in self.titles else 404)
        number = int(page or 1)
        shown = [*self.titles.items()][5 * number - 5 : 5 * number]
        if kind not in {"reports", "feed"} or not shown:
            return Answer("", 404)
        further = f"/{kind}/page/{number + 1}/" if 5 * number < len(self.titles) else ""
        answer = self._feed(shown, further) if kind == "feed" else self._listing(shown, further)
        etag = f'"{sha256(str(answer.body).encode()).hexdigest()[:12]}"'
        if not self.etags:
            return answer
        if request.headers.get("If-None-Match", request.headers.get("if-none-match")) == etag:
            return Answer("", 304, headers={"ETag": etag})
        return Answer(answer.body, type=answer.type, headers={"ETag": etag})

    @staticmethod
    def _listing(shown: list[tuple[int, str]], further: str) -> Answer:
        items = "".join(ITEM.format(n=n, title=title) for n, title in shown)
        more = f'<nav class="pagination"><a rel="next" href="{further}">Next</a></nav>' if further else ""
        return Answer(f"<html><body><main>{items}</main>{more}</body></html>")

    def _feed(self, shown: list[tuple[int, str]], further: str) -> Answer:
        items = "".join(ENTRY.format(n=n, title=title, url=self.url) for n, title in shown)
        link = f'<atom:link rel="next" href="{self.url}{further}"/>' if further else ""
        head = (
            '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>R</title>'
        )
        return Answer(f"{head}{link}{items}</channel></rss>", type="application/rss+xml")

    def visits(self) -> list[str]:
        """The pages asked since this was last asked; where a sitemap might lie is not one of them."""
        asked, self.asked = [each for each in self.asked if each != "robots.txt" and "sitemap" not in each], []
        return asked


@pytest.fixture(params=["reports", "feed"])
def entry(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[False, True], ids=["plain", "etags"])
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    made = Site(60, etags=request.param)
    with serve(made.handle) as url:
        made.url = url
        yield made


def sync(store: Store, site: Site, entry: str, full_every: int = 4) -> RunReport:
    channel = Channel.FEED if entry == "feed" else Channel.LISTING
    plan = Plan(channel, f"{site.url}/{entry}/")
    source = store.find_source("site") or Source(
        "site", f"{site.url}/reports/", channel, plan=plan, policy=Policy(full_every=full_every)
    )
    store.put_source(source, NOW)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


@pytest.mark.sampled(2)
def test_news_are_found_on_few_pages_and_a_whole_run_comes_in_time(store: Store, site: Site, entry: str) -> None:
    assert sync(store, site, entry).tally.new == 60
    assert len(site.visits()) == 12
    quiet = sync(store, site, entry)
    assert site.visits() == [entry, f"{entry}/page/2"]
    assert (quiet.outcome.kind, quiet.inventory.complete, quiet.inventory.news) == (OutcomeKind.OK, False, True)
    assert (quiet.tally.unchanged, quiet.tally.missing) == (10, 0)
    site.titles = {62: "Report 62", 61: "Report 61", **site.titles}
    assert sync(store, site, entry).tally.new == 2
    assert len(site.visits()) == 3
    sync(store, site, entry)
    assert len(site.visits()) == 2
    whole = sync(store, site, entry)
    assert len(site.visits()) == 13
    assert (whole.inventory.complete, whole.tally.unchanged) == (True, 62)


@pytest.mark.sampled(2)
def test_a_silent_edit_far_down_is_found_by_the_whole_run(store: Store, site: Site, entry: str) -> None:
    sync(store, site, entry)
    site.titles[2] = "Report 2, corrected"
    assert [sync(store, site, entry).tally.changed for _ in range(4)] == [0, 0, 0, 1]


@pytest.mark.sampled(2)
def test_what_is_missing_makes_the_next_runs_whole_until_it_is_settled(store: Store, site: Site, entry: str) -> None:
    sync(store, site, entry)
    del site.titles[20]
    reports = [sync(store, site, entry) for _ in range(6)]
    assert [each.inventory.news for each in reports] == [True, True, True, False, False, True]
    assert [each.tally.removed for each in reports] == [0, 0, 0, 0, 1, 0]
    assert [each.resource.title for each in store.resources(state=State.GONE)] == ["Report 20 on water"]


def test_an_unchanged_page_is_not_sent_again(store: Store, entry: str) -> None:
    site = Site(60, etags=True)
    with serve(site.handle) as url:
        site.url = url
        whole = sync(store, site, entry)
        news = sync(store, site, entry)
    assert news.tally.bytes < whole.tally.bytes / 9
    assert news.tally.unchanged == 10


@pytest.mark.sampled(2)
def test_a_full_run_by_hand_reads_everything(store: Store, site: Site, entry: str) -> None:
    sync(store, site, entry)
    site.visits()
    source = store.find_source("site")
    assert source is not None
    report = asyncio.run(harvest_source(store, source, HarvestOptions(full=True), clock=lambda: NOW))
    assert not report.inventory.news
    assert report.tally.unchanged == 60


def test_a_small_one_is_read_to_its_end_each_time(store: Store, entry: str) -> None:
    site = Site(40, etags=False)
    with serve(site.handle) as url:
        site.url = url
        sync(store, site, entry)
        del site.titles[20]
        site.titles[3] = "Report 3, corrected"
        reports = [sync(store, site, entry) for _ in range(3)]
    assert [each.inventory.complete for each in reports] == [True, True, True]
    assert [each.tally.changed for each in reports] == [1, 0, 0]
    assert [each.tally.removed for each in reports] == [0, 1, 0]


def test_of_a_small_one_only_what_has_changed_is_sent(store: Store, entry: str) -> None:
    site = Site(40, etags=True)
    with serve(site.handle) as url:
        site.url = url
        whole = sync(store, site, entry)
        site.visits()
        quiet = sync(store, site, entry)
        assert len(site.visits()) == 8
        assert quiet.tally.bytes < whole.tally.bytes / 5  # headers
        assert (quiet.inventory.complete, quiet.tally.unchanged, quiet.inventory.news) == (True, 40, True)
        assert "was not read again" in quiet.inventory.statement
        site.titles[3] = "Report 3, corrected"
        assert sync(store, site, entry).tally.changed == 1


def test_who_comes_to_the_end_has_read_everything(store: Store, entry: str) -> None:
    """A listing that has shrunk to a page is no quiet day."""
    site = Site(40, etags=False)
    with serve(site.handle) as url:
        site.url = url
        sync(store, site, entry)
        site.titles = dict([*site.titles.items()][:4])
        report = sync(store, site, entry)
    assert (report.outcome.kind, report.inventory.news, report.tally.missing) == (OutcomeKind.COLLAPSED, False, 0)


def whole_runs(store: Store, site: Site, count: int) -> list[RunReport]:
    return [sync(store, site, "reports", full_every=1) for _ in range(count)]


def test_a_field_that_changes_on_every_run_counts_no_more_and_is_said_once(store: Store) -> None:
    site = Site(40, etags=False)
    visits = iter(range(1, 10**6))
    plain = site.handle

    def counting(request: Request) -> Answer:
        answer = plain(request)
        body = str(answer.body).replace("found this year", f"found this year, read {next(visits)} times")
        return Answer(body, answer.status, answer.type, answer.headers)

    with serve(counting) as url:
        site.url = url
        reports = whole_runs(store, site, 6)
        site.titles[3] = "Report 3, corrected"
        last = sync(store, site, "reports", full_every=1)
    said = [report for report in reports if "no longer counts" in report.outcome.evidence]
    assert said == [reports[3]]
    assert "teaser" in said[0].outcome.evidence
    assert [report.tally.changed for report in reports] == [0, 40, 40, 40, 0, 0]
    assert last.tally.changed == 1
    assert {report.outcome.kind for report in reports} == {OutcomeKind.OK}


def test_a_redesign_that_loses_a_field_is_said_and_keeps_what_is_known(store: Store) -> None:
    site = Site(40, etags=False)
    plain, redesigned = site.handle, False

    def handle(request: Request) -> Answer:
        answer = plain(request)
        if not redesigned:
            return answer
        return Answer(
            str(answer.body).replace("What district", "").replace("found this year, and why.", ""), answer.status
        )

    with serve(handle) as url:
        site.url = url
        whole_runs(store, site, 2)
        before = {each.key: each.resource.teaser for each in store.resources()}
        assert all(before.values())
        redesigned = True
        (report,) = whole_runs(store, site, 1)
    assert report.tally.changed == 0
    assert {each.key: each.resource.teaser for each in store.resources()} == before


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("<p>Nothing found. Try another search.</p>", OutcomeKind.EMPTY),
        ("<div><p>Sin resultados</p></div>", OutcomeKind.EMPTY),
        (
            "<p>Nothing found its way into the harbour that year, says the keeper of the archive.</p>",
            OutcomeKind.DRIFTED,
        ),
        ("<p>Welcome to our new site.</p>", OutcomeKind.DRIFTED),
    ],
)
def test_a_listing_that_says_it_is_empty_has_not_drifted(store: Store, said: str, kind: OutcomeKind) -> None:
    site = Site(40, etags=False)
    emptied = False

    def handle(request: Request) -> Answer:
        bare = emptied and request.target.startswith("/reports")
        return Answer(f"<html><body><main>{said}</main></body></html>") if bare else site.handle(request)

    with serve(handle) as url:
        site.url = url
        sync(store, site, "reports")
        emptied = True
        report = sync(store, site, "reports")
    assert (report.outcome.kind, report.tally.missing) == (kind, 0)
    assert len([*store.resources(state=State.PRESENT)]) == 40
