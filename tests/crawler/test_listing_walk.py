"""Walks of a listing's HTML: from page to page to its end, and what is said of pages that cannot be walked to."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from crawler.progress import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, OutcomeKind, Policy, RunReport, Source
from storage.store import Store
from tests.sites.loopback import Answer, Handler, Request, serve

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


def sync(store: Store, url: str, channel: Channel = Channel.LISTING) -> RunReport:
    source = store.find_source(url) or Source("site", url, channel, policy=Policy(full_every=1))
    store.put_source(source)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


ITEM = '<article><h2><a href="/{n}/">Report {n} on water</a></h2><p>What district {n} found this year, and why.</p></article>'


def listing_site(pages: int, per_page: int = 5) -> Handler:
    def handle(request: Request) -> Answer:
        path = request.target.strip("/")
        number = int(path.rpartition("/")[2]) if path.startswith("reports/page/") else 1 if path == "reports" else 0
        if not 1 <= number <= pages:
            return Answer("<h1>Not found</h1>", 404)
        items = "".join(ITEM.format(n=n) for n in range((number - 1) * per_page, number * per_page))
        more = f'<nav class="pagination"><a rel="next" href="/reports/page/{number + 1}/">Next</a></nav>'
        return Answer(f"<html><body><main>{items}</main>{more if number < pages else ''}</body></html>")

    return handle


def test_a_listing_to_its_last_page(store: Store) -> None:
    with serve(listing_site(7)) as url:
        first = sync(store, f"{url}/reports/")
        second = sync(store, f"{url}/reports/")
    assert (first.channel, first.outcome.kind, first.tally.new) == (Channel.LISTING, OutcomeKind.OK, 35)
    assert first.inventory.pages_read == 7
    assert (second.tally.new, second.tally.changed, second.tally.unchanged) == (0, 0, 35)


def test_a_pager_that_turns_in_circles_ends(store: Store) -> None:
    def handle(request: Request) -> Answer:
        items = "".join(ITEM.format(n=n) for n in range(5))
        here = int(request.target.rpartition("=")[2]) if "=" in request.target else 1
        return Answer(f'<main>{items}</main><a rel="next" href="/reports/?page={here + 1}">Next</a>')

    with serve(handle) as url:
        report = sync(store, f"{url}/reports/")
    assert report.tally.new == 5
    assert report.tally.requests < 8


def test_a_pager_that_only_a_header_states_is_followed(store: Store) -> None:
    def handle(request: Request) -> Answer:
        here = int(request.target.rpartition("=")[2]) if "=" in request.target else 0
        items = "".join(ITEM.format(n=n) for n in range(here * 5, here * 5 + 5))
        more = {"Link": f'</reports/?from={here + 1}>; rel="next", </reports/>; rel=first'} if here < 2 else {}
        return Answer(f"<main>{items}</main>", headers=more)

    with serve(handle) as url:
        report = sync(store, f"{url}/reports/")
    assert (report.tally.new, report.inventory.complete) == (15, True)


def test_pages_that_only_a_form_turns_are_said_and_nothing_is_missing(store: Store) -> None:
    newest = [5]

    def handle(request: Request) -> Answer:
        if not request.target.startswith("/reports/"):
            return Answer("no", 404)
        items = "".join(ITEM.format(n=n) for n in range(newest[0], newest[0] - 5, -1))
        return Answer(
            f"""<main>{items}</main><div class="pager"><span>1</span><a href="javascript:go('Page$2')">2</a></div>""",
            headers={"ETag": f'"{newest[0]}"'},
        )

    with serve(handle) as url:
        first = sync(store, f"{url}/reports/")
        newest[0] = 8  # three have moved to the second page
        second = sync(store, f"{url}/reports/")
    for report in (first, second):
        assert (report.outcome.kind, report.inventory.complete) == (OutcomeKind.OK, False)
        assert "goes on (“2”) only by a script or a form" in report.outcome.evidence
    assert (second.tally.new, second.tally.missing) == (3, 0)


def test_a_site_that_asks_for_a_little_patience_is_read_whole(store: Store) -> None:
    asked: list[float] = []

    def handle(request: Request) -> Answer:
        asked.append(request.at)
        if len(asked) % 8 == 0:
            return Answer("slow down", 429, headers={"Retry-After": "1"})
        return listing_site(9)(request)

    with serve(handle) as url:
        report = sync(store, f"{url}/reports/")
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 45)
    assert asked[8] - asked[7] >= 1


@pytest.mark.parametrize("after", ["3600", "soon", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_what_asks_for_more_patience_is_left_for_the_next_run(store: Store, after: str) -> None:
    def handle(request: Request) -> Answer:
        second = request.target.endswith("/page/2/")
        return Answer("slow down", 429, headers={"Retry-After": after}) if second else listing_site(3)(request)

    with serve(handle) as url:
        report = sync(store, f"{url}/reports/")
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.PARTIAL, 5)


def test_a_listing_in_a_frame_behind_a_refresh(store: Store) -> None:
    items = "".join(ITEM.format(n=n) for n in range(6))
    pages = {
        "/": '<html><head><meta http-equiv="refresh" content="0; url=/en/"></head><body></body></html>',
        "/en/": '<html><frameset cols="180,*"><frame src="menu.html"><frame src="main.html"></frameset></html>',
        "/en/menu.html": '<a href="main.html">Bulletins</a><br><a href="staff.html">Staff</a><br><a href="links.html">Links</a>',
        "/en/main.html": f"<html><body><h1>Bulletins</h1>{items}</body></html>",
    }

    def handle(request: Request) -> Answer:
        return Answer(pages[request.target]) if request.target in pages else Answer("no", 404)

    with serve(handle) as url:
        first = sync(store, f"{url}/", Channel.AUTO)
        second = sync(store, f"{url}/")
    assert (first.outcome.kind, first.tally.new, first.inventory.complete) == (OutcomeKind.OK, 6, True)
    assert (second.tally.new, second.tally.unchanged, second.tally.requests) == (0, 6, 1)


OFFLINE = (
    "<html><head><title>Offline</title></head><body><h1>Site offline</h1><p>Please try again later.</p></body></html>"
)
SIGN_IN = '<header><a href="/reports/">Reports</a></header><h1>Sign in</h1><form><input type="password"></form>'


@pytest.mark.parametrize(
    ("beyond", "kind"),
    [
        (OFFLINE, OutcomeKind.PARTIAL),
        (SIGN_IN, OutcomeKind.PARTIAL),
        ("<main><h1>Reports</h1><p>No results found.</p></main>", OutcomeKind.OK),
        (
            '<main><h1>Reports</h1><div class="pager"><a href="/reports/page/2/">Previous</a></div></main>',
            OutcomeKind.OK,
        ),
    ],
    ids=["offline", "login", "no results", "a pager that leads back"],
)
def test_a_next_page_without_a_listing_is_the_end_only_if_it_is_one(
    store: Store, beyond: str, kind: OutcomeKind
) -> None:
    def handle(request: Request) -> Answer:
        return Answer(beyond) if request.target.endswith("/page/3/") else listing_site(5)(request)

    with serve(handle) as url:
        report = sync(store, f"{url}/reports/")
    assert (report.outcome.kind, report.inventory.complete) == (kind, kind is OutcomeKind.OK)
    assert report.tally.new == 10


def test_a_listing_that_is_sent_on_to_the_home_page_is_not_read_there(store: Store) -> None:
    moved = False

    def handle(request: Request) -> Answer:
        if request.target == "/":
            return Answer(f"<main>{''.join(ITEM.format(n=n) for n in range(100, 108))}</main>")
        return Answer("", 302, headers={"Location": "/"}) if moved else listing_site(1)(request)

    with serve(handle) as url:
        sync(store, f"{url}/reports/")
        moved = True
        report = sync(store, f"{url}/reports/")
    assert (report.outcome.kind, report.tally.new, report.tally.missing) == (OutcomeKind.DRIFTED, 0, 0)
    assert "sends on to its home page" in report.outcome.evidence
