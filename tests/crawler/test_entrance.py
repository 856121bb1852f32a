"""Which page was named, where the listing is from there, what the site is made with, and which page belongs to an API."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.entrance import Entrance, entrance_of, listing_links, sends_on
from crawler.listing.model import Reading, Record
from crawler.systems import cms_of
from crawler.wordpress_discovery import home_of, rest_address

URL = "https://w.example/news/2026/wells/"
LD = '<script type="application/ld+json">{}</script>'


def reading(count: int = 0, *, following: str | None = None) -> Reading:
    return Reading(URL, tuple(Record(f"https://w.example/{n}/", f"Title {n}") for n in range(count)), following)


@pytest.mark.parametrize(
    ("url", "body", "seen", "expected"),
    [
        ("https://w.example/", "<html><p>Hello.</p></html>", reading(), Entrance.HOME),
        ("https://w.example/en/", "<html><p>Hello.</p></html>", reading(12), Entrance.HOME),
        ("https://w.example/index.php", "<html><p>Hello.</p></html>", reading(), Entrance.HOME),
        ("https://w.example/?cat=3", "<html><p>Hello.</p></html>", reading(8), Entrance.LISTING),
        (
            URL,
            '<html><body class="post-template single single-post"><p>A</p></body></html>',
            reading(3),
            Entrance.ARTICLE,
        ),
        (URL, LD.format('{"@type": "NewsArticle"}'), reading(0), Entrance.ARTICLE),
        (URL, LD.format('{"@graph": [{"@type": ["WebPage"]}, {"@type": "Report"}]}'), reading(6), Entrance.ARTICLE),
        (URL, '<meta property="og:type" content="article"><p>A</p>', reading(3), Entrance.ARTICLE),
        # Yoast calls every page an article, also one that lists.
        (URL, '<meta property="og:type" content="article"><p>A</p>', reading(10), Entrance.LISTING),
        (URL, LD.format('{"@type": "Article"}'), reading(3, following="https://w.example/page/2/"), Entrance.LISTING),
        (URL, LD.format("not json") + "<p>A</p>", reading(10), Entrance.LISTING),
        (URL, '<rss version="2.0"><channel><title>W</title></channel></rss>', None, Entrance.FEED),
        (URL, '{"namespaces": ["wp/v2"]}', reading(), Entrance.DATA),
        (URL, '<?xml version="1.0"?><urlset></urlset>', reading(), Entrance.DATA),
        (
            URL,
            '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
            reading(9),
            Entrance.LISTING,
        ),
        (URL, "%PDF-1.4", None, Entrance.DATA),
    ],
)
def test_entrance(url: str, body: str, seen: Reading | None, expected: Entrance) -> None:
    assert entrance_of(url, body.encode(), "", seen) is expected


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ('<meta http-equiv="refresh" content="0; url=/en/index.html">', Entrance.LISTING, ["/en/index.html"]),
        ("<META HTTP-EQUIV=REFRESH CONTENT='3;URL=\"start.php\"'>", Entrance.LISTING, ["/news/2026/wells/start.php"]),
        ('<meta http-equiv="refresh" content="0;/home">', Entrance.LISTING, ["/home"]),
        ('<frameset cols="180,*"><frame src="menu.html"><frame src="/main.html"></frameset>', Entrance.HOME, ["/news/2026/wells/menu.html", "/main.html"]),
        # A page that is shown anew, or sends on those who have read it, or to another site.
        ('<meta http-equiv="refresh" content="600">', Entrance.LISTING, []),
        ('<meta http-equiv="refresh" content="0; url=">', Entrance.LISTING, []),
        (f'<meta http-equiv="refresh" content="5; url={URL}#top">', Entrance.LISTING, []),
        ('<meta http-equiv="refresh" content="60; url=/next">', Entrance.LISTING, []),
        ('<meta http-equiv="refresh" content="0; url=https://other.example/">', Entrance.LISTING, []),
        ('<p>About <code>http-equiv="refresh"</code></p>', Entrance.LISTING, []),
        ('<noscript><meta http-equiv="refresh" content="0; url=/without-scripts"></noscript>', Entrance.LISTING, []),
        (f'<meta http-equiv="refresh" content="5; url=/next"><p>{"A page of its own. " * 40}</p>', Entrance.LISTING, []),
    ],
)  # fmt: skip
def test_where_a_door_leads(body: str, kind: Entrance, expected: list[str]) -> None:
    assert sends_on(URL, f"<html>{body}</html>".encode()) == (kind, [f"https://w.example{path}" for path in expected])


MENU = (
    '<nav><a href="/about/">About</a><a href="/news/">News</a><a href="/publications/">All publications</a>'
    '<a href="/publications/annual-report-on-wells-2025/">Annual report on wells 2025</a><a href="/contact/">Contact</a>'
    '<a href="/login?to=/library/">Library</a><a href="https://other.example/reports/">Reports</a><a href="/report.pdf">Report</a>'
    '<a href="#resources">Resources</a></nav>'
)


@pytest.mark.parametrize(
    ("url", "body", "kind", "expected"),
    [
        ("https://w.example/", MENU, Entrance.HOME, ["/publications/", "/news/"]),
        (URL, MENU, Entrance.ARTICLE, ["/news/", "/publications/"]),
        (
            URL,
            f'<div class="breadcrumbs"><a href="/">Home</a><a href="/topics/">Topics</a><a href="/topics/water/">Water</a></div>{MENU}',
            Entrance.ARTICLE,
            ["/topics/water/", "/topics/", "/news/", "/publications/"],
        ),
        (
            URL,
            LD.format(
                '{"@type": "BreadcrumbList", "itemListElement": [{"item": "https://w.example/x/"}, {"item": {"@id": "https://w.example/x/y/"}}]}'
            ),
            Entrance.ARTICLE,
            ["/x/y/", "/x/"],
        ),
        (URL, '<a href="/news/2026/">2026</a><a href="/news/">Back</a>', Entrance.ARTICLE, ["/news/", "/news/2026/"]),
        (
            "https://w.example/",
            '<a href="/actualites/">Actualités</a><a href="/ressources/">Ressources</a>',
            Entrance.HOME,
            ["/ressources/", "/actualites/"],
        ),
        ("https://w.example/", '<a href="/новости/">Новости</a>', Entrance.HOME, ["/новости/"]),
        ("https://w.example/", "", Entrance.HOME, []),
    ],
)
def test_listing_links(url: str, body: str, kind: Entrance, expected: list[str]) -> None:
    got = [
        each.removeprefix("https://w.example")
        for each in listing_links(url, f"<html><body>{body}</body></html>".encode(), kind)
    ]
    assert got == expected


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from(Entrance))
def test_no_page_breaks_the_look_for_links(text: str, kind: Entrance) -> None:
    assert isinstance(listing_links(URL, f'<a href="{text}">{text}</a>{text}'.encode("utf-8", "replace"), kind), list)


@pytest.mark.parametrize(
    ("body", "header", "expected"),
    [
        ('<meta name="generator" content="WordPress 7.1">', "", "WordPress 7.1"),
        (
            "<meta content='Drupal 10 (https://www.drupal.org)' name=Generator />",
            "",
            "Drupal 10 (https://www.drupal.org)",
        ),
        (
            '<meta name="generator" content="Powered by a builder"><meta name="generator" content="WordPress 7.1">',
            "",
            "WordPress 7.1",
        ),
        ("", "Drupal 9", "Drupal 9"),
        ('<link href="/wp-content/themes/x.css">', "", "WordPress"),
        ('<link href="/sites/default/files/css/x.css">', "", "Drupal"),
        ('<script data-api="https://x.example/ghost/api/content/"></script>', "", "Ghost"),
        ('<meta id="data-discourse-setup" data-base-uri="">', "", "Discourse"),
        ("<ds-app></ds-app>", "", "DSpace"),
        ('<meta name="generator" content="Hugo 0.150">', "", "Hugo 0.150"),
        ("<p>WordPress and Drupal compared</p>", "", ""),
    ],
)
def test_what_a_site_is_made_with(body: str, header: str, expected: str) -> None:
    assert cms_of(body.encode(), header) == expected


@pytest.mark.parametrize(
    ("url", "root", "route", "home"),
    [
        ("https://a.org/wp-json/", "https://a.org/wp-json/", "", "https://a.org/"),
        ("https://a.org/wp-json", "https://a.org/wp-json/", "", "https://a.org/"),
        (
            "https://a.org/blog/wp-json/wp/v2/posts?per_page=5",
            "https://a.org/blog/wp-json/",
            "wp/v2/posts",
            "https://a.org/blog/",
        ),
        ("https://a.org/?rest_route=/wp/v2/posts", "https://a.org/?rest_route=/", "wp/v2/posts", "https://a.org/"),
        (
            "https://a.org/blog/index.php?rest_route=/",
            "https://a.org/blog/index.php?rest_route=/",
            "",
            "https://a.org/blog/",
        ),
    ],
)
def test_addresses_of_a_rest_api(url: str, root: str, route: str, home: str) -> None:
    assert rest_address(url) == (root, route)
    assert home_of(url) == home


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://a.org/feed/", "https://a.org/"),
        ("https://a.org/topic/water/feed/", "https://a.org/topic/water/"),
        ("https://a.org/news/rss.xml", "https://a.org/news/"),
        ("https://a.org/blog/feed/atom/", "https://a.org/blog/"),
        ("https://a.org/api/items?x=1", "https://a.org/"),
    ],
)
def test_the_page_beside_a_feed(url: str, home: str) -> None:
    assert rest_address(url) is None
    assert home_of(url) == home
