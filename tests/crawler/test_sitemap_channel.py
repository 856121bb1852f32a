"""The sitemap channel: whole runs, what moves with `lastmod`, and what must not be believed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source, probe_site
from pipeline.model import Channel, OutcomeKind, RunReport, Source
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.loopback import Answer, Request, serve
from tests.sites.whole_like import WholeSite, whole_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


def sync(store: Store, url: str, channel: Channel = Channel.SITEMAP, **options: bool) -> RunReport:
    source = store.find_source(url) or Source("site", url, channel)
    store.put_source(source)
    return asyncio.run(harvest_source(store, source, HarvestOptions(**options), clock=lambda: NOW))


def pages_asked(site: WholeSite) -> list[str]:
    return [target for target in site.targets() if target.startswith("/2023/")]


@pytest.mark.parametrize("kind", ["core", "flat", "gzip"])
def test_every_item_and_nothing_else(store: Store, kind: str) -> None:
    with whole_like([*sample_posts(12), *sample_posts(5, "resource", 50)]) as site:
        site.shape.sitemap = kind
        report = sync(store, f"{site.url}/")
    assert (report.outcome.kind, report.tally.new, report.inventory.claimed) == (OutcomeKind.OK, 17, 17)
    assert report.inventory.complete
    known = {each.resource.native_id: each.resource for each in store.resources()}
    first = known["3"]
    assert (first.title, first.authors, first.tags) == ("Item 3 – part & parcel", ("Tadhg O'Brien",), ("Global",))
    assert first.published is not None
    assert first.published.text == "2023-01-01T11:00:00+01:00"
    assert first.origins["title"] == "page: heading"


def test_a_page_whose_lastmod_has_not_moved_is_not_asked_again(store: Store) -> None:
    with whole_like(sample_posts(30)) as site:
        assert sync(store, f"{site.url}/").tally.new == 30
        site.log.clear()
        again = sync(store, f"{site.url}/")
        assert (again.tally.unchanged, again.tally.changed, pages_asked(site)) == (30, 0, [])
        edited = replace(site.everything[3], title="Corrected", modified="2024-06-01T10:00:00")
        site.everything[3] = edited
        site.everything.pop(0)
        site.log.clear()
        third = sync(store, f"{site.url}/")
        assert pages_asked(site) == [edited.path]
        assert (third.tally.changed, third.tally.unchanged, third.tally.missing) == (1, 28, 1)
        full = sync(store, f"{site.url}/", full=True)
    assert (full.tally.changed, full.tally.unchanged) == (0, 29)


def test_without_lastmod_every_page_is_read_again(store: Store) -> None:
    with whole_like(sample_posts(8)) as site:
        site.shape.lastmod = False
        sync(store, f"{site.url}/")
        site.log.clear()
        again = sync(store, f"{site.url}/")
    assert (again.tally.unchanged, len(pages_asked(site))) == (8, 8)


def test_a_sitemap_that_breaks_off_is_partial_and_makes_nothing_missing(store: Store) -> None:
    with whole_like(sample_posts(30)) as site:
        sync(store, f"{site.url}/")
        site.shape.sitemap_cut = True
        report = sync(store, f"{site.url}/")
    assert report.outcome.kind is OutcomeKind.PARTIAL
    assert "breaks off" in report.outcome.evidence
    assert report.tally.missing == 0
    assert report.tally.unchanged > 10


def test_dead_addresses_are_told_and_no_fault(store: Store) -> None:
    with whole_like(sample_posts(9)) as site:
        site.shape.broken = {site.everything[2].path: 404, site.everything[4].path: 410, site.everything[6].path: 500}
        report = sync(store, f"{site.url}/")
        assert report.outcome.kind is OutcomeKind.PARTIAL  # by the 500 alone
        site.shape.broken.popitem()
        report = sync(store, f"{site.url}/")
    assert (report.outcome.kind, report.inventory.claimed) == (OutcomeKind.OK, 7)
    assert "2 addresses lead nowhere (404)" in report.inventory.statement


def site_of_two_forms(request: Request) -> Answer:
    """Three works; the sitemap names the first by two addresses, and a theme's canonical link is wrong on the last."""
    host = f"http://{request.headers['Host']}"
    if request.target == "/sitemap.xml":
        names = ("/texts/wells/?view=print", "/texts/pumps/", "/texts/wells/", "/texts/springs/")
        return Answer(
            "<urlset>" + "".join(f"<url><loc>{host}{name}</loc></url>" for name in names) + "</urlset>",
            type="application/xml",
        )
    if request.target == "/":
        return Answer("<html><body><main><h1>Texts about water</h1></main></body></html>")
    name = request.target.split("/")[2] if request.target.startswith("/texts/") else ""
    if not name:
        return Answer("none", status=404)
    own = "/" if name == "springs" else f"/texts/{name}/"
    body = f"<h1>A text about {name}</h1><p>It was written for those who keep {name}, and for their neighbours.</p>"
    return Answer(
        f'<html><head><title>{name}</title><link rel="canonical" href="{host}{own}"></head><body><main>{body}</main></body></html>'
    )


def test_a_pages_own_address_is_its_key_where_it_can_be_believed(store: Store) -> None:
    with serve(site_of_two_forms) as url:
        report = sync(store, f"{url}/")
        found = {each.resource.url.removeprefix(url): each.resource.origins["url"] for each in store.resources()}
    assert set(found) == {"/texts/wells/", "/texts/pumps/", "/texts/springs/"}
    assert found["/texts/wells/"] in {"page: rel=canonical", "sitemap: loc"}  # whichever form was answered first
    assert found["/texts/springs/"] == "sitemap: loc"
    assert report.tally.new == 3


def test_files_of_other_schemes_and_hosts_are_never_asked(store: Store) -> None:
    with whole_like(sample_posts(4)) as site:
        site.shape.sitemap_extra = ("/f/report.pdf", "/where/", "/tag/t0/")
        report = sync(store, f"{site.url}/")
    assert report.tally.new == 4
    assert not [target for target in site.targets() if target.startswith(("/f/", "/tag/"))]


def index_chain(request: Request) -> Answer:
    """Each index leads to the next, without end; the first one to itself as well."""
    if request.target == "/robots.txt":
        return Answer("none", status=404)
    number = int(request.target.rpartition("-")[2].partition(".")[0] or 0) if "-" in request.target else 0
    host = f"http://{request.headers['Host']}"
    files = (f"{host}/sitemap.xml", f"{host}/s-{number + 1}.xml")
    places = "".join(f"<sitemap><loc>{file}</loc></sitemap>" for file in files)
    return Answer(f"<sitemapindex>{places}</sitemapindex>", type="application/xml")


def test_indexes_without_end_are_left_after_ten_levels(store: Store) -> None:
    with serve(index_chain) as url:
        report = sync(store, f"{url}/sitemap.xml")
    assert report.outcome.needs_attention
    assert "10 levels deep" in report.outcome.evidence
    assert report.tally.requests < 30


def test_the_probe_takes_the_sitemap_where_rest_is_closed(store: Store) -> None:
    with whole_like(sample_posts(25)) as site:
        site.faults.closed = True
        site.shape.feed_pages = False
        report = probe_site(f"{site.url}/")
    assert report.plan is not None
    assert (report.plan.channel, report.plan.entry_url) == (Channel.SITEMAP, f"{site.url}/wp-sitemap.xml")
    assert report.requests <= 13  # twelve, and robots.txt
    assert [each.title for each in report.preview] == ["Item 1 – part & parcel", "Item 2 – part & parcel"]
    rung = next(each for each in report.rungs if each.channel is Channel.SITEMAP)
    assert "with lastmod" in rung.reason


def test_a_listing_is_better_than_a_sitemap_without_lastmod() -> None:
    with whole_like(sample_posts(25)) as site:
        site.faults.closed = True
        site.shape.feed_pages = False
        site.shape.lastmod = False
        report = probe_site(f"{site.url}/")
    assert report.plan is not None
    assert report.plan.channel is Channel.LISTING
