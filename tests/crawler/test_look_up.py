"""What a sitemap says is new or modified is looked up where it stands; the rest of a long listing is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from crawler.look_up import Walk, is_since, page_address, pages_for
from crawler.progress import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, OutcomeKind, Plan, Policy, RunReport, Source, State
from storage.store import Store
from tests.sites.loopback import Answer, Request, serve

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
ITEM = (
    '<article><h2><a href="/item-{n}/">{title}</a></h2><time datetime="{date}">{date}</time>'
    "<p>What district {n} found this year, and why.</p></article>"
)
ENTRY = (
    "<item><title>{title}</title><link>{url}/item-{n}/</link><guid>{n}</guid><pubDate>{written}</pubDate>"
    "<description>Found {n}.</description><category>{term}</category></item>"
)


class Site:
    """A listing and a feed of dated items, newest first, five a page, and a sitemap with `lastmod`."""

    def __init__(self, count: int) -> None:
        first = NOW - timedelta(days=10 * count + 10)
        self.dates = {n: first + timedelta(days=10 * n) for n in range(1, count + 1)}
        self.titles = {n: f"Report {n} on water" for n in self.dates}
        self.modified = dict(self.dates)
        self.placed: dict[int, datetime] = {}
        self.terms: dict[int, str] = {}
        self.says_modified = True
        self.broken = False  # all pages but the first
        self.asked: list[str] = []
        self.url = ""

    def add(self, number: int, date: datetime, modified: datetime) -> None:
        self.dates[number], self.titles[number] = date, f"Report {number} on water"
        self.modified[number] = modified

    def edit(self, number: int, now: datetime) -> None:
        self.titles[number] += ", corrected"
        self.modified[number] = now

    def handle(self, request: Request) -> Answer:
        path = request.target.strip("/")
        if path == "robots.txt":
            return Answer(f"User-agent: *\nSitemap: {self.url}/sitemap.xml\n", type="text/plain")
        if path == "sitemap.xml":
            return self._sitemap()
        self.asked.append(path)
        kind, _, page = path.partition("/page/")
        if kind.startswith("item-"):
            number = int(kind[5:])
            if number not in self.dates:
                return Answer("<h1>Not found</h1>", 404)
            day = f'<time class="published" datetime="{self.dates[number].isoformat()}">then</time>'
            return Answer(
                f"<html><body><main><article><h1>{self.titles[number]}</h1>{day}</article></main></body></html>"
            )
        number = int(page or 1)
        order = sorted(self.dates, key=lambda n: self.placed.get(n, self.dates[n]), reverse=True)
        shown = order[5 * number - 5 : 5 * number]
        if kind not in {"reports", "feed"} or not shown or (self.broken and number > 1):
            return Answer("", 500 if self.broken else 404)
        further = f"/{kind}/page/{number + 1}/" if 5 * number < len(order) else ""
        return self._feed(shown, further) if kind == "feed" else self._listing(shown, further)

    def _sitemap(self) -> Answer:
        stated = {
            n: f"<lastmod>{self.modified[n].isoformat()}</lastmod>" if self.says_modified else "" for n in self.dates
        }
        places = "".join(f"<url><loc>{self.url}/item-{n}/</loc>{stated[n]}</url>" for n in self.dates)
        head = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        return Answer(f"{head}{places}</urlset>", type="application/xml")

    def _listing(self, shown: list[int], further: str) -> Answer:
        items = "".join(ITEM.format(n=n, title=self.titles[n], date=self.dates[n].date()) for n in shown)
        more = f'<nav class="pagination"><a rel="next" href="{further}">Next</a></nav>' if further else ""
        return Answer(f"<html><body><main>{items}</main>{more}</body></html>")

    def _feed(self, shown: list[int], further: str) -> Answer:
        items = "".join(
            ENTRY.format(
                n=n,
                title=self.titles[n],
                url=self.url,
                written=format_datetime(self.dates[n]),
                term=self.terms.get(n, "Soil"),
            )
            for n in shown
        )
        link = f'<atom:link rel="next" href="{self.url}{further}"/>' if further else ""
        head = (
            '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>R</title>'
        )
        return Answer(f"{head}{link}{items}</channel></rss>", type="application/rss+xml")


class Days:
    """A source that is read once a day, of which the first run has read everything."""

    def __init__(self, store: Store, site: Site, kind: str) -> None:
        self.store, self.site, self.now = store, site, NOW
        channel = Channel.FEED if kind == "feed" else Channel.LISTING
        plan = Plan(channel, f"{site.url}/{kind}/")
        store.put_source(Source("site", f"{site.url}/reports/", channel, plan=plan, policy=Policy(full_every=30)), NOW)
        self.sync()
        self.sync()

    def sync(self) -> RunReport:
        self.now += timedelta(days=1)
        self.site.asked.clear()
        source = self.store.find_source("site")
        assert source is not None
        return asyncio.run(harvest_source(self.store, source, HarvestOptions(), clock=lambda: self.now))

    def title(self, number: int) -> str:
        found = self.store.resource(f"{self.site.url}/item-{number}/")
        return found.resource.title if found is not None else ""


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site(80)
    with serve(made.handle) as url:
        made.url = url
        yield made


@pytest.fixture(params=["reports", "feed"])
def days(request: pytest.FixtureRequest, store: Store, site: Site) -> Days:
    return Days(store, site, str(request.param))


def test_an_old_item_that_was_modified_is_read_where_it_stands(days: Days, site: Site) -> None:
    site.edit(20, days.now)
    report = days.sync()
    assert (report.inventory.news, report.inventory.complete, report.tally.changed) == (True, True, 1)
    assert days.title(20) == "Report 20 on water, corrected"
    assert [each.rpartition("/")[2] for each in site.asked[1:]] == ["13"]
    assert len(days.sync().inventory.statement) > 0
    assert len(site.asked) == 1  # it is known by now


def test_an_item_that_comes_with_an_old_date_is_read_where_it_stands(days: Days, site: Site) -> None:
    site.add(500, site.dates[31] + timedelta(days=1), site.dates[31])
    report = days.sync()
    assert (report.inventory.news, report.inventory.complete, report.tally.new) == (True, True, 1)
    assert days.title(500) == "Report 500 on water"
    assert len(site.asked) <= 1 + 1 + 2


def test_what_is_not_found_where_it_should_be_makes_the_run_whole(days: Days, site: Site) -> None:
    site.add(500, site.dates[31], site.dates[31])
    site.placed[500] = site.dates[60]  # its page states the one date, the listing sorts by another
    report = days.sync()
    assert (report.inventory.news, report.inventory.complete, report.tally.new) == (False, True, 1)


@pytest.mark.parametrize("what", ["modified", "new"])
def test_a_page_that_fails_when_it_is_looked_up_is_told(days: Days, site: Site, what: str) -> None:
    if what == "modified":
        site.edit(20, days.now)
    else:
        site.add(500, site.dates[31] + timedelta(days=1), site.dates[31])
    site.broken = True
    report = days.sync()
    assert (report.outcome.kind, report.inventory.complete) == (OutcomeKind.PARTIAL, False)
    assert "is broken" in report.outcome.evidence
    site.broken = False
    report = days.sync()
    assert (report.outcome.kind, report.tally.changed + report.tally.new) == (OutcomeKind.OK, 1)


def test_many_that_were_modified_are_few_pages(store: Store) -> None:
    site = Site(200)
    with serve(site.handle) as url:
        site.url = url
        days = Days(store, site, "reports")
        for number in range(51, 61):
            site.edit(number, days.now)
        report = days.sync()
    assert (report.inventory.news, report.tally.changed) == (True, 10)
    assert len(site.asked) == 1 + 2


def test_a_listing_in_another_order_is_not_searched_for_long(store: Store, site: Site) -> None:
    days = Days(store, site, "reports")
    for number in (20, 30, 40, 50):
        site.edit(number, days.now)
        site.placed[number] = site.dates[number] - timedelta(days=300)
    assert days.sync().inventory.news
    assert len(site.asked) <= 1 + 2 * 3
    assert days.sync().inventory.complete


def test_a_renamed_term_is_found_on_all_items_at_once(store: Store, site: Site) -> None:
    site.terms = dict.fromkeys(site.dates, "Water")
    days = Days(store, site, "feed")
    site.terms = dict.fromkeys(site.dates, "Waters")
    report = days.sync()
    assert (report.inventory.news, report.inventory.complete, report.tally.changed) == (False, True, 80)
    assert days.sync().inventory.news


@pytest.mark.parametrize("says", [True, False], ids=["all on one day", "never"])
def test_a_sitemap_that_tells_no_edits_costs_nothing(store: Store, site: Site, says: bool) -> None:
    days = Days(store, site, "reports")
    site.says_modified = says
    site.modified = dict.fromkeys(site.modified, days.now)
    site.titles[20] = "In silence"
    assert days.sync().inventory.complete
    assert len(site.asked) == 1


def test_an_item_that_moved_is_looked_up_and_its_old_address_goes(days: Days, site: Site) -> None:
    site.add(501, site.dates[31], days.now)
    site.titles[501] = site.titles[31]
    del site.dates[31]
    reports = [days.sync() for _ in range(2)]
    assert [each.inventory.news for each in reports] == [True, True]
    assert [(each.tally.new, each.tally.missing, each.tally.removed) for each in reports] == [(1, 1, 0), (0, 0, 1)]
    assert days.store.count_resources(state=State.PRESENT) == 80


@pytest.mark.parametrize(
    ("addresses", "following", "number", "address"),
    [
        (["/r/", "/r/page/2/"], "/r/page/3/", 40, "/r/page/40/"),
        (["/r/", "/r/?paged=2"], "/r/?paged=3", 7, "/r/?paged=7"),
        (["/r/2026/", "/r/2026/page/2/"], "/r/2026/page/3/", 4, "/r/2026/page/4/"),
        (["/r", "/r?start=20"], "/r?start=40", 5, "/r?start=80"),
        (["/r", "/r?page=1", "/r?page=2"], "/r?page=3", 9, "/r?page=8"),
        (["/r", "/r?page=2"], "/r?page=3", 1, "/r"),
        (["/r", "/r?after=a7f3"], "/r?after=b9c2", 5, None),
        (["/r", "/r?page=2&of=9"], "/r?page=3&of=8", 5, None),
        (["/r", "/r?page=2"], "", 5, None),
        (["/r"], "/r?page=2", 5, "/r?page=5"),
        (["/r/2026/"], "/r/2026/page/2/", 31, "/r/2026/page/31/"),
        (["/r/2/"], "/r/2/page/2/", 31, None),
        (["/r"], "/r?start=20", 31, None),
        (["/r"], "/r/2/2/", 31, None),
        (["/r"], "", 31, None),
        (["/r", "/r?page=73"], "/r?page=72", 5, "/r?page=70"),
        (["/r", "/r?page=3"], "/r?page=2", 9, None),
    ],
)
def test_the_address_of_a_page(addresses: list[str], following: str, number: int, address: str | None) -> None:
    assert page_address(Walk(addresses, following, 10), number) == address


def test_the_pages_on_which_something_may_stand() -> None:
    walk = Walk(["/", "/2"], "/3", 10)
    assert list(pages_for(55, walk)) == [6, 7, 5]
    assert list(pages_for(20, walk)) == [3, 4]
    assert list(pages_for(5, walk)) == []


@pytest.mark.parametrize(
    ("lastmod", "so"),
    [("2026-03-01T07:00:00+01:00", True), ("2026-03-01T06:30:00+01:00", False), ("2026-03-01", True),
     ("2026-02-28", False), ("2026-03-01T06:00:00Z", True), ("", False), ("today", False)],
)  # fmt: skip
def test_whether_a_page_was_modified_since(lastmod: str, so: bool) -> None:
    assert is_since(lastmod, NOW) is so
