"""Completing from items' own pages, and sizes of files: whole runs, their cost, and that they stay quiet."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler import completing
from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, Enrich, OutcomeKind, RunReport, Source
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.loopback import Answer, Request, serve
from tests.sites.whole_like import WholeSite, whole_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
MISSING = HarvestOptions(enrich=Enrich.MISSING)


def sync(store: Store, url: str, channel: Channel, options: HarvestOptions = MISSING) -> RunReport:
    source = store.find_source(url) or Source("site", url, channel)
    store.put_source(source, NOW)
    return asyncio.run(harvest_source(store, source, options, clock=lambda: NOW))


def pages_asked(site: WholeSite) -> int:
    return sum(target.startswith("/2023/") for target in site.targets())


def test_a_listing_without_terms_and_authors_is_completed_once(store: Store) -> None:
    with whole_like(sample_posts(25)) as site:
        site.shape.sitemap = ""
        plain = sync(store, f"{site.url}/", Channel.LISTING, HarvestOptions())
        assert (plain.tally.new, pages_asked(site)) == (25, 0)
        report = sync(store, f"{site.url}/", Channel.LISTING)
        assert (report.outcome.kind, report.tally.changed, pages_asked(site)) == (OutcomeKind.OK, 25, 25)
        known = store.resource(site.url + site.everything[2].path)
        assert known is not None
        assert (known.resource.authors, known.resource.tags) == (("Tadhg O'Brien",), ("Global",))
        assert known.resource.origins["authors"] == "page: byline"
        assert known.resource.title == "Item 3 – part & parcel"
        site.log.clear()
        again = sync(store, f"{site.url}/", Channel.LISTING)
        assert (again.tally.unchanged, again.tally.changed, pages_asked(site)) == (25, 0, 0)
        site.everything[2] = replace(site.everything[2], title="Corrected")
        edited = sync(store, f"{site.url}/", Channel.LISTING)
    assert (edited.tally.changed, pages_asked(site)) == (1, 1)


def test_a_body_that_a_page_builder_emptied_is_taken_from_the_page(store: Store) -> None:
    posts = [replace(post, excerpt="", content="") for post in sample_posts(3)]
    with whole_like([*posts, *sample_posts(4, first_id=10)]) as site:
        page = site.page
        site.page = lambda post: page(replace(post, content="<p>What the builder shows of it, in a sentence.</p>"))  # type: ignore[method-assign]
        report = sync(store, f"{site.url}/", Channel.WORDPRESS)
        assert (report.tally.new, pages_asked(site)) == (7, 3)
        teasers = {each.resource.native_id: each.resource.teaser for each in store.resources()}
        again = sync(store, f"{site.url}/", Channel.WORDPRESS)
    assert teasers["2"] == "What the builder shows of it, in a sentence."
    assert teasers["11"].startswith("Teaser of 11")
    assert (again.tally.unchanged, pages_asked(site)) == (7, 3)


def test_the_cost_is_bounded_and_what_is_left_over_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completing, "MOST_PAGES", 10)
    with whole_like(sample_posts(25)) as site:
        site.shape.sitemap = ""
        first = sync(store, f"{site.url}/", Channel.LISTING)
        assert pages_asked(site) == 10
        assert "15 items are to be completed from their pages by later runs" in first.inventory.statement
        second = sync(store, f"{site.url}/", Channel.LISTING)
        assert (pages_asked(site), second.tally.changed) == (20, 10)
        third = sync(store, f"{site.url}/", Channel.LISTING)
    assert (pages_asked(site), third.tally.changed) == (25, 5)
    assert "later runs" not in third.inventory.statement


def test_pages_that_fail_are_no_fault_of_the_run(store: Store) -> None:
    with whole_like(sample_posts(8)) as site:
        site.shape.sitemap = ""
        site.shape.broken = {site.everything[0].path: 500, site.everything[1].path: 404}
        report = sync(store, f"{site.url}/", Channel.LISTING)
    assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 8)


PDF = b"%PDF-1.7 " + b"x" * 12_000_000


class Files:
    """A listing of two items with a file each; one of the files is larger than may be downloaded."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.small = 3210

    def answer(self, request: Request) -> Answer:
        self.asked.append((request.method, request.target))
        if request.target.endswith(".pdf"):
            return Answer(PDF if "large" in request.target else b"x" * self.small, type="application/pdf")
        if request.target != "/":
            return Answer("none", status=404)
        items = "".join(
            f'<li><h3><a href="/r/{name}/">A report, {name} and plain</a></h3><p>What it says of {name} things.</p>'
            f'<a href="/f/{name}.pdf">Download the {name} report</a></li>'
            for name in ("small", "large", "other")
        )
        return Answer(f"<main><ul>{items}</ul></main>")

    def of(self, method: str) -> list[str]:
        return [target for asked, target in self.asked if asked == method and target.endswith(".pdf")]


def test_files_are_asked_for_their_sizes_once_and_never_downloaded(store: Store) -> None:
    site = Files()
    sized = HarvestOptions(file_sizes=True)
    with serve(site.answer) as url:
        assert sync(store, f"{url}/", Channel.LISTING, HarvestOptions()).tally.new == 3
        assert site.of("HEAD") == []
        report = sync(store, f"{url}/", Channel.LISTING, sized)
        assert (report.tally.changed, len(site.of("HEAD")), site.of("GET")) == (3, 3, [])
        files = {file.url.rpartition("/")[2]: file for each in store.resources() for file in each.resource.files}
        assert (files["small.pdf"].size, files["large.pdf"].size) == (3210, len(PDF))
        assert files["small.pdf"].media_type == "application/pdf"
        again = sync(store, f"{url}/", Channel.LISTING, sized)
        assert (again.tally.unchanged, len(site.of("HEAD"))) == (3, 3)
        # A run that does not ask leaves what is known.
        plain = sync(store, f"{url}/", Channel.LISTING, HarvestOptions())
        assert (plain.tally.changed, plain.tally.unchanged) == (0, 3)
        site.small = 4000
        full = sync(store, f"{url}/", Channel.LISTING, replace(sized, full=True))
    assert full.tally.changed == 2  # the small one, and the other of its size
    change = next(
        version.changes
        for each in store.resources()
        for version in store.versions(each.key)[-1:]
        if "small" in each.resource.url
    )
    assert [each.field for each in change] == ["files"]
