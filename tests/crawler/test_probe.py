"""What the probe finds, at sites of many shapes."""

from __future__ import annotations

import pytest

from crawler.run import probe_site
from crawler.wordpress_discovery import is_rest_index, rest_roots
from pipeline.errors import BadUrl
from pipeline.model import Channel, OutcomeKind
from tests.sites.like_model import Faults, sample_posts
from tests.sites.loopback import Answer, Request, serve
from tests.sites.wordpress_like import wordpress_like

PAGE = b'<html><head><link rel="https://api.w.org/" href="https://a.org/sub/wp-json/" /></head></html>'
PLAIN = b"<link href='https://a.org/?rest_route=/&amp;x=1' rel='https://api.w.org/'>"
ASSETS = b'<link rel="stylesheet" href="https://a.org/blog/wp-content/themes/any/style.css">'


@pytest.mark.parametrize(
    ("header", "body", "expected"),
    [
        ('<https://a.org/wp-json/>; rel="https://api.w.org/"', b"", ["https://a.org/wp-json/"]),
        (
            '<https://a.org/?p=1>; rel=shortlink, </?rest_route=/>; rel="https://api.w.org/"',
            b"",
            ["https://a.org/?rest_route=/"],
        ),
        ("", PAGE, ["https://a.org/sub/wp-json/"]),
        ("", PLAIN, ["https://a.org/?rest_route=/&x=1"]),
        (
            "",
            ASSETS,
            [
                "https://a.org/blog/wp-json/",
                "https://a.org/blog/?rest_route=/",
                "https://a.org/wp-json/",
                "https://a.org/?rest_route=/",
            ],
        ),
        ("", b"", ["https://a.org/wp-json/", "https://a.org/?rest_route=/"]),
        (
            "",
            b'<img src="https://cdn.other/wp-content/a.png">',
            ["https://a.org/wp-json/", "https://a.org/?rest_route=/"],
        ),
    ],
)
def test_where_rest_may_be(header: str, body: bytes, expected: list[str]) -> None:
    assert rest_roots("https://a.org/news/", header, body) == expected


@pytest.mark.parametrize(
    ("answer", "is_index"),
    [
        ({"namespaces": ["oembed/1.0", "wp/v2"]}, True),
        ({"namespaces": []}, False),
        ([], False),
        (None, False),
        ({}, False),
    ],
)
def test_rest_index(answer: object, is_index: bool) -> None:
    assert is_rest_index(answer) is is_index


@pytest.mark.parametrize(
    "faults",
    [
        Faults(),
        Faults(no_advertisement=True),
        Faults(plain_permalinks=True),
        Faults(closed_bases={"users", "taxonomies"}),
    ],
    ids=["advertised", "not advertised", "plain permalinks", "users closed"],
)
def test_rest_is_found(faults: Faults) -> None:
    with wordpress_like([*sample_posts(12), *sample_posts(3, "resource", 100)]) as site:
        site.faults = faults
        report = probe_site(site.url)
    assert report.plan is not None
    assert report.plan.channel is Channel.WORDPRESS
    assert report.rungs[0].claimed == 15
    assert report.preview
    assert report.requests <= 13


@pytest.mark.parametrize("faults", [Faults(closed=True), Faults(html_for={"types"})], ids=["401", "HTML at 200"])
def test_a_closed_rest_is_not_taken(faults: Faults) -> None:
    with wordpress_like(sample_posts(12)) as site:
        site.faults = faults
        report = probe_site(site.url)
    assert not report.rungs[0].usable
    assert report.rungs[0].reason


@pytest.mark.parametrize("url", ["ftp://example.org/", "not a url", "https://user:pass@example.org/"])
def test_a_url_that_cannot_be_asked_for(url: str) -> None:
    with pytest.raises(BadUrl):
        probe_site(url)


ITEM = '<article><h2><a href="/{n}/">Report number {n} on water</a></h2><p>What was found in district {n} this year.</p></article>'


def test_a_listing_beside_a_rest_that_does_not_hold_it() -> None:
    """REST may hold the blog, and not the resources that the page lists: then the page itself is read."""
    listing = "<html><body><main>" + "".join(ITEM.format(n=n) for n in range(6)) + "</main></body></html>"
    with wordpress_like(sample_posts(5)) as site:

        def handle(request: Request) -> Answer:
            if request.target == "/resources/":
                return Answer(listing)
            return site.handle(request)

        with serve(handle) as url:
            report = probe_site(f"{url}/resources/")
    assert report.plan is not None
    assert report.plan.channel is Channel.LISTING
    assert "first 5 records 0" in report.rungs[0].reason
    assert len(report.preview) == 6


def test_a_site_that_is_down() -> None:
    with serve(lambda _: Answer()) as url:
        pass
    report = probe_site(url)
    assert report.plan is None
    assert [each.kind for each in report.failures] == [OutcomeKind.UNREACHABLE]
