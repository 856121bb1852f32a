"""The feed channel: forms, discovery, walks to the end, and what must not be believed."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.feed import feed_links, page_of, read_feed
from crawler.progress import HarvestOptions
from crawler.run import harvest_source, probe_site
from pipeline.model import Channel, OutcomeKind, RunReport, Source, State
from storage.store import Store
from tests.sites.loopback import Answer, Request, serve

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
URL = "https://w.example/feed/"
ITEM = """<item><title>Wells &amp;amp; springs {n}</title><link>https://w.example/t/{n}/</link>
<dc:creator><![CDATA[Mara Holt]]></dc:creator><pubDate>Mon, 0{n} Jan 2024 10:00:00 +0000</pubDate>
<category><![CDATA[Water]]></category><category><![CDATA[Law & order]]></category>
<guid isPermaLink="false">https://w.example/?p={n}</guid><description><![CDATA[<p>About wells {n}.</p>]]></description>
<content:encoded><![CDATA[<p>All of it. <a href="/f/{n}.pdf">The file</a></p>]]></content:encoded>
<enclosure url="https://w.example/i/{n}.jpg" type="image/jpeg" length="1"/></item>"""
NAMESPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss(numbers: range, more: str = "", generator: str = "") -> str:
    items = "".join(ITEM.replace("{n}", str(n)) for n in numbers)
    return (
        f'<?xml version="1.0"?><rss version="2.0" {NAMESPACES} xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>Wells</title><language>en-GB</language><generator>{generator}</generator>{more}{items}</channel></rss>"
    )


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Puits</title>
<link rel="next" href="?page=2"/><entry><title type="html">L&amp;#8217;eau &amp;lt;em&amp;gt;claire&amp;lt;/em&amp;gt;</title>
<link href="https://w.example/t/1/"/><id>tag:w.example,2024:1</id><published>2024-01-02T03:04:05+02:00</published>
<updated>2024-02-03T04:05:06Z</updated><author><name>Jonas Eide</name></author><category term="eau" label="Eau"/>
<summary>Un résumé.</summary></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {NAMESPACES}>
<channel rdf:about="https://w.example/"><title>Wells</title></channel><item rdf:about="https://w.example/t/1/">
<title>Old wells</title><link>https://w.example/t/1/</link><dc:date>2024-01-02T03:04:05Z</dc:date><dc:creator>Ana Reis</dc:creator>
<dc:subject>Water</dc:subject></item></rdf:RDF>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Wells",
    "language": "de",
    "next_url": "/feed.json?page=2",
    "items": [
        {
            "id": "1",
            "url": "/t/1/",
            "title": "Brunnen & Quellen",
            "summary": "Kurz.",
            "date_published": "2024-01-02T03:04:05+01:00",
            "date_modified": "2024-01-03T03:04:05+01:00",
            "authors": [{"name": "Eva Lind"}],
            "tags": ["Wasser"],
            "image": "https://w.example/i.jpg",
        }
    ],
}


def first(body: str) -> dict[str, Any]:
    feed = read_feed(body.encode(), URL)
    assert feed is not None
    return {"url": feed.entries[0].url, "native_id": feed.entries[0].native_id, **feed.entries[0].fields}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            rss(range(1, 2)),
            {
                "url": "https://w.example/t/1/",
                "native_id": "1",
                "title": "Wells &amp; springs 1",
                "teaser": "<p>About wells 1.</p>",
                "published": "Mon, 01 Jan 2024 10:00:00 +0000",
                "tags": ["Water", "Law & order"],
                "authors": ["Mara Holt"],
                "image": "https://w.example/i/1.jpg",
                "files": [{"url": "https://w.example/f/1.pdf", "title": "The file"}],
                "page_language": "en-GB",
            },
        ),
        (
            ATOM,
            {
                "url": "https://w.example/t/1/",
                "published": "2024-01-02T03:04:05+02:00",
                "modified": "2024-02-03T04:05:06Z",
                "teaser": "Un résumé.",
                "tags": ["Eau"],
                "authors": ["Jonas Eide"],
                "page_language": "fr",
            },
        ),
        (
            RDF,
            {"title": "Old wells", "published": "2024-01-02T03:04:05Z", "authors": ["Ana Reis"], "tags": ["Water"]},
        ),
        (
            json.dumps(JSON_FEED),
            {
                "url": "https://w.example/t/1/",
                "title": "Brunnen &amp; Quellen",
                "published": "2024-01-02T03:04:05+01:00",
                "modified": "2024-01-03T03:04:05+01:00",
                "tags": ["Wasser"],
                "authors": ["Eva Lind"],
                "image": "https://w.example/i.jpg",
                "page_language": "de",
            },
        ),
    ],
    ids=["RSS 2.0", "Atom", "RSS 1.0", "JSON Feed"],
)
def test_forms(body: str, expected: dict[str, Any]) -> None:
    got = first(body)
    assert {name: got.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("body", "kind", "entries", "whole"),
    [
        (rss(range(1, 4)), "RSS", 3, True),
        (rss(range(1, 4))[:-40], "RSS", 2, False),
        (rss(range(1, 4)).replace("<description>", "<b>&nbsp;&bogus;<description>"), "RSS", 3, True),
        (ATOM + "\n<!-- made in 3 s -->\n", "Atom", 1, True),
        (json.dumps(JSON_FEED)[:-30], "JSON Feed", 0, False),
        ("\ufeff" + rss(range(1, 2)), "RSS", 1, True),
    ],
    ids=["whole", "cut", "ill-formed", "comment behind", "cut JSON", "byte order mark"],
)
def test_wholeness_needs_the_proper_end(body: str, kind: str, entries: int, whole: bool) -> None:
    feed = read_feed(body.encode(), URL)
    assert feed is not None
    assert (feed.kind, len(feed.entries), feed.whole) == (kind, entries, whole)


@pytest.mark.parametrize("body", ["", "<html><body>no</body></html>", "{}", "[1]", '{"version": 1}', "just text"])
def test_what_is_no_feed(body: str) -> None:
    assert read_feed(body.encode(), URL) is None


@settings(deadline=None)  # on a busy machine the first parse takes long
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda t: f"<rss version='2.0'><channel>{t}".encode()))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    feed = read_feed(body, URL)
    assert feed is None or not feed.whole or feed.entries is not None


def test_comments_are_not_posts() -> None:
    of_comments = rss(range(1, 3)).replace("/t/1/", "/t/1/#comment-7").replace("/t/2/", "/t/1/#comment-8")
    feed = read_feed(of_comments.encode(), URL)
    assert feed is not None
    assert feed.comments


HEAD = b"""<link rel="alternate" type="application/rss+xml" title="Site" href="/feed/" />
<link rel='alternate' type='application/rss+xml' title='Site Comments Feed' href='/comments/feed/'>
<link rel="alternate" type="application/rss+xml" href="/topic/water/feed/"><link rel="stylesheet" href="/a.css">
<link rel="alternate" hreflang="fr" href="/fr/"><link rel=alternate type=application/atom+xml href=/atom.xml>"""


def test_discovery_prefers_what_is_near_and_leaves_comments_out() -> None:
    at = [link.removeprefix("https://w.example") for link in feed_links(HEAD, "https://w.example/topic/water/")]
    assert at == ["/topic/water/feed/", "/feed/", "/atom.xml"]


@pytest.mark.parametrize(
    ("url", "number", "expected"),
    [
        ("https://w.example/feed/", 3, "https://w.example/feed/?paged=3"),
        ("https://w.example/?feed=rss2&paged=2", 3, "https://w.example/?feed=rss2&paged=3"),
        ("https://w.example/feed/?paged=2", 1, "https://w.example/feed/"),
    ],
)
def test_pages_of_wordpress(url: str, number: int, expected: str) -> None:
    assert page_of(url, number) == expected


# -- whole runs --------------------------------------------------------------------------------------------------------


def sync(store: Store, url: str, channel: Channel = Channel.FEED) -> RunReport:
    source = store.find_source(url) or Source("site", url, channel)
    store.put_source(source)
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))


class Site:
    """A feed of 9 entries, 3 a page, that is walked in one of the known ways; and a home page that announces it."""

    def __init__(self, way: str) -> None:
        self.way = way
        self.asked: list[str] = []

    def answer(self, request: Request) -> Answer:
        self.asked.append(request.target)
        path, _, query = request.target.partition("?")
        if path == "/":
            return Answer('<link rel="alternate" type="application/rss+xml" href="/feed/"><p>Welcome.</p>')
        if path != "/feed/":
            return Answer("none", status=404)
        page = int(query.partition("=")[2] or 1)
        return self.page(page) if page <= 3 else Answer("none", status=404)

    def page(self, page: int) -> Answer:
        numbers = range(10 - 3 * page, 13 - 3 * page)
        more = f'<atom:link rel="next" href="?page={page + 1}"/>' if self.way == "links" and page < 3 else ""
        body = rss(numbers, more, "https://wordpress.org/?v=7.1" if self.way == "wordpress" else "")
        if self.way == "cut" and page == 1:
            body = body[:-200]
        return Answer(body, type="application/rss+xml")


@pytest.mark.parametrize(("way", "pages"), [("wordpress", 3), ("links", 3)])
def test_walks_to_the_end(store: Store, way: str, pages: int) -> None:
    site = Site(way)
    with serve(site.answer) as url:
        report = sync(store, f"{url}/")
        assert (report.outcome.kind, report.tally.new, report.inventory.pages_read) == (OutcomeKind.OK, 9, pages)
        assert report.inventory.complete
        again = sync(store, f"{url}/")
    assert (again.tally.new, again.tally.changed, again.tally.unchanged) == (0, 0, 9)


def test_a_window_never_makes_anything_missing(store: Store) -> None:
    site = Site("window")
    with serve(site.answer) as url:
        report = sync(store, f"{url}/")
        assert (report.outcome.kind, report.tally.new) == (OutcomeKind.OK, 3)
        assert not report.inventory.complete
        assert "newest entries only" in report.inventory.statement
        site.page = lambda _: Answer(rss(range(1, 3)), type="application/rss+xml")  # type: ignore[method-assign]
        later = sync(store, f"{url}/")
    assert (later.tally.new, later.tally.missing) == (2, 0)
    assert {known.state for known in store.resources()} == {State.PRESENT}


def test_a_feed_that_breaks_off_is_partial_and_keeps_what_was_sound(store: Store) -> None:
    with serve(Site("cut").answer) as url:
        report = sync(store, f"{url}/feed/")
    assert report.outcome.kind is OutcomeKind.PARTIAL
    assert "breaks off" in report.outcome.evidence
    assert len(list(store.resources())) >= 2


def test_html_in_place_of_the_feed_is_said(store: Store) -> None:
    site = Site("wordpress")
    with serve(site.answer) as url:
        assert sync(store, f"{url}/").outcome.kind is OutcomeKind.OK
        site.page = lambda _: Answer("<html><body>Soon back.</body></html>")  # type: ignore[method-assign]
        report = sync(store, f"{url}/")
    assert report.outcome.needs_attention
    assert report.tally.missing == 0


def test_the_probe_takes_a_feed_that_goes_back_before_the_page() -> None:
    with serve(Site("wordpress").answer) as url:
        found = probe_site(f"{url}/")
    assert found.plan is not None
    assert (found.plan.channel, found.plan.entry_url) == (Channel.FEED, f"{url}/feed/")
    assert [each.title for each in found.preview] == [f"Wells & springs {n}" for n in (7, 8, 9)]


def test_a_listing_that_goes_on_is_better_than_a_feed_of_the_newest() -> None:
    records = "".join(
        f'<li><h2><a href="/t/{n}/">Wells and springs {n}</a></h2><p>About the wells of district {n}.</p></li>'
        for n in range(1, 8)
    )

    def answer(request: Request) -> Answer:
        if request.target == "/":
            return Answer(
                f'<head><link rel="alternate" type="application/rss+xml" href="/feed/"></head><main><ul>{records}</ul></main>'
            )
        if request.target == "/feed/":
            return Answer(rss(range(1, 8)).replace("https://w.example", f"http://{request.headers['Host']}"))
        return Answer("none", status=404)

    with serve(answer) as url:
        found = probe_site(f"{url}/")
    usable = {rung.channel: rung.usable for rung in found.rungs}
    assert usable[Channel.FEED]
    assert found.plan is not None
    assert found.plan.channel is Channel.LISTING
