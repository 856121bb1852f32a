"""Sitemaps, read: forms, bounds, what is refused; which of their parts and addresses are resources."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.compression import NotWhole
from crawler.sitemap import Place, read_sitemap, robots_sitemaps, usable_lastmod
from crawler.sitemap_scope import Scope, containers, first_part, holds_resources, scope_of, section_of

URL = "https://w.example/sitemap.xml"
NOW = datetime(2026, 3, 1, tzinfo=UTC)
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*urls: str, space: str = SPACE, lastmod: str = "2024-05-01") -> str:
    places = "".join(f"<url><loc>{url}</loc><lastmod>{lastmod}</lastmod></url>" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {space}>{places}</urlset>'


def index(*urls: str) -> str:
    return f"<sitemapindex {SPACE}>{''.join(f'<sitemap><loc>{url}</loc></sitemap>' for url in urls)}</sitemapindex>"


A, B = "https://w.example/t/1/", "https://w.example/t/2/"
IMAGES = f"""<urlset {SPACE} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image>
<image:loc>https://w.example/i.jpg</image:loc></image:image><loc> {A} </loc></url></urlset>"""
LANGUAGES = f"""<urlset {SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>{A}</loc>
<xhtml:link rel="alternate" hreflang="fr" href="https://w.example/fr/t/1/"/>
<xhtml:link rel="alternate" hreflang="x-default" href="{A}"/></url></urlset>"""


@pytest.mark.parametrize(
    ("body", "is_index", "urls", "whole"),
    [
        (urlset(A, B), False, [A, B], True),
        (index(A, B), True, [A, B], True),
        (urlset(A, B, space=""), False, [A, B], True),
        (urlset(A, space='xmlns="https://sitemaps.org/other"'), False, [A], True),
        (urlset(A).replace("<", "<s:").replace("<s:/", "</s:").replace("<s:?", "<?").replace("xmlns=", "xmlns:s="), False, [A], True),
        (urlset(A) + "\n<!-- made in 0.2 s -->\n", False, [A], True),
        ("\ufeff" + urlset(A), False, [A], True),
        (urlset(A, B)[:-40], False, [A], False),
        (urlset(A, B).replace("</urlset>", ""), False, [A, B], False),
        (urlset("https://w.example/?a=1&b=2"), False, ["https://w.example/?a=1&b=2"], True),
        (urlset("https://w.example/?a=1&amp;b=2"), False, ["https://w.example/?a=1&b=2"], True),
        (IMAGES, False, [A], True),
        (f"{A}\r\n\r\n{B}\n", False, [A, B], True),
        (f"<urlset {SPACE}></urlset>", False, [], True),
    ],
    ids=["set", "index", "no namespace", "other namespace", "prefix", "comment behind", "byte order mark", "cut",
         "no closing tag", "bare ampersand", "entity", "images", "text", "empty"],
)  # fmt: skip
def test_forms(body: str, is_index: bool, urls: list[str], whole: bool) -> None:
    for data in (body.encode(), gzip.compress(body.encode())):
        sitemap = read_sitemap(data, URL)
        assert sitemap is not None
        assert (sitemap.index, sitemap.whole) == (is_index, whole)
        assert [place.url for place in sitemap.places] == urls


@pytest.mark.parametrize("body", ["", "<html><body>no</body></html>", "just words", "{}", "https://other.example/\n"])
def test_what_is_no_sitemap(body: str) -> None:
    assert read_sitemap(body.encode(), URL) is None


def test_translations_and_lastmod_are_read() -> None:
    sitemap = read_sitemap(LANGUAGES.encode(), URL)
    assert sitemap is not None
    assert sitemap.places == (Place(A, "", (("fr", "https://w.example/fr/t/1/"),)),)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "javascript:alert(1)",
        "https://other.example/",
        "https://me:pw@w.example/",
        "ftp://w.example/",
    ],
)
def test_other_schemes_and_hosts_are_refused_and_counted(url: str) -> None:
    sitemap = read_sitemap(urlset(A, url, B).encode(), URL)
    assert sitemap is not None
    assert ([place.url for place in sitemap.places], sitemap.refused) == ([A, B], 1)


def test_a_bomb_a_cut_stream_and_entities_are_refused() -> None:
    with pytest.raises(NotWhole, match="grows past"):
        read_sitemap(gzip.compress(b" " * 2_000_000), URL, most_bytes=1_000_000)
    with pytest.raises(NotWhole, match="ends before"):
        read_sitemap(gzip.compress(urlset(A).encode())[:-20], URL)
    laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>' + urlset("https://w.example/&y;/")
    assert read_sitemap(laughs.encode(), URL) is None


def test_deep_nesting_ends() -> None:
    assert read_sitemap(b"<urlset>" + b"<a>" * 200_000, URL) is not None


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: f"<urlset {SPACE}><url><loc>{t}".encode()))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    try:
        sitemap = read_sitemap(body, URL)
    except NotWhole:
        return
    assert sitemap is None or not sitemap.whole or not body.startswith(b"<urlset")


@pytest.mark.parametrize(
    ("stated", "usable"),
    [
        ("2024-05-01", True), ("2024-05-01T10:00:00+02:00", True), ("2024-05", True), ("2024", True),
        ("2024-05-01T10:00:00Z", True), ("1970-01-01T00:00:00+00:00", False), ("0000-00-00", False), ("", False),
        ("2031-01-01", False), ("yesterday", False), ("-0001-11-30T00:00:00+00:00", False),
    ],
)  # fmt: skip
def test_lastmod_of_1970_and_other_nonsense_is_none(stated: str, usable: bool) -> None:
    assert usable_lastmod(stated, NOW) == (stated if usable else "")


def test_robots_names_sitemaps() -> None:
    robots = "User-agent: *\nDisallow: /x\nSitemap: https://w.example/a.xml\n sitemap:https://w.example/b.xml\r\n"
    robots += "Sitemap: file:///etc/passwd\nSitemap: https://other.example/c.xml\nSitemap: https://w.example/a.xml\n"
    assert robots_sitemaps(robots, URL) == ["https://w.example/a.xml", "https://w.example/b.xml"]


@pytest.mark.parametrize(
    ("name", "section", "resources"),
    [
        ("wp-sitemap-posts-resource-1.xml", "resource", True), ("wp-sitemap-posts-post-12.xml", "post", True),
        ("wp-sitemap-posts-page-1.xml", "page", False), ("wp-sitemap-posts-case-study-1.xml", "case-study", True),
        ("wp-sitemap-taxonomies-region-1.xml", "taxonomies", False), ("wp-sitemap-users-1.xml", "users", False),
        ("post-sitemap.xml", "post", True), ("resource-sitemap3.xml", "resource", True), ("page-sitemap.xml", "page", False),
        ("category-sitemap.xml", "category", False), ("post_tag-sitemap.xml", "post_tag", False),
        ("author-sitemap.xml", "author", False), ("product_cat-sitemap.xml", "product_cat", False),
        ("sitemap-posts.xml", "posts", True), ("sitemap-pages.xml", "pages", False), ("sitemap-tags.xml", "tags", False),
        ("sitemap-authors.xml", "authors", False), ("image-sitemap-1.xml", "image", False),
        ("sitemap-1.xml", "", True), ("sitemap.xml.gz", "", True), ("wp-sitemap.xml", "", True), ("post-sitemap2.xml.gz", "post", True),
    ],
)  # fmt: skip
def test_parts_of_a_sitemap(name: str, section: str, resources: bool) -> None:
    assert section_of(f"https://w.example/{name}") == section
    assert holds_resources(section) is resources


HOME = "https://w.example/"


@pytest.mark.parametrize(
    ("listing", "url", "taken"),
    [
        (HOME, "t/1/", True), (HOME, "category/x/", False), (HOME, "tag/y/", False), (HOME, "author/z/", False),
        (HOME, "about/", False), (HOME, "page/2/", False), (HOME, "", False), (HOME, "f/report.pdf", False),
        (HOME, "2024/05/", False), (HOME, "2024/05/a-post/", True), (HOME, "?p=12", True),
        ("https://w.example/resources/", "resources/a/", True), ("https://w.example/resources/", "news/a/", False),
        ("https://w.example/resources/", "resources/", False), ("https://w.example/en/library", "en/library/a", True),
        ("https://w.example/en/library", "en/news/a", False),
    ],
)  # fmt: skip
def test_what_a_source_takes(listing: str, url: str, taken: bool) -> None:
    shown = [f"{listing.rstrip('/')}/one/", f"{listing.rstrip('/')}/two/"]
    scope = scope_of(listing, shown, ())
    assert scope.takes(HOME + url) is taken


def test_a_listing_of_what_lies_elsewhere_takes_its_part_of_the_sitemap() -> None:
    scope = scope_of(f"{HOME}resources/", [f"{HOME}2024/05/a/", f"{HOME}2023/01/b/"], ["resource"])
    assert scope == Scope(f"{HOME}resources/", ("resource",), "/#/")
    assert scope.takes(f"{HOME}1999/12/old/")
    assert not scope.takes(f"{HOME}shop/a/")
    assert (scope.takes_section("resource"), scope.takes_section("post")) == (True, False)


def test_pages_and_types_only_where_they_are_named() -> None:
    assert not Scope().takes_section("page")
    assert Scope(types=("page",)).takes_section("page")
    assert Scope(types=("page",)).takes(f"{HOME}about/")
    assert not Scope(types=("resource",)).takes_section("post")


def test_what_others_lie_below_is_a_listing() -> None:
    urls = [f"{HOME}{path}" for path in ("", "news/", "news/a/", "news/b/", "x/", "x/y/")]
    assert containers(urls) == {"w.example", "w.example/news"}


@pytest.mark.parametrize(
    ("url", "part"),
    [("archive/a/", "/archive/"), ("a/", "/"), ("?report=a", "/?report="), ("2024/05/a/", "/2024/"), ("fr/a/", "/fr/")],
)
def test_first_part_of_the_path(url: str, part: str) -> None:
    assert first_part(HOME + url) == part
