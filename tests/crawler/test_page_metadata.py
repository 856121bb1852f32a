"""An item's own page, read: structured data, what people see, and which of them is believed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.page_metadata import read_page, tagline_of
from pipeline.model import Channel, Observation
from pipeline.normalize import normalize

URL = "https://w.example/2024/05/wells-and-springs/"
ARTICLE = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "@id": "#site", "name": "The Well", "description": "All of water"},
        {"@type": "Person", "@id": "#mara", "name": "Mara Holt"},
        {
            "@type": "NewsArticle", "headline": "Wells & springs", "datePublished": "2024-05-01T10:00:00+02:00",
            "dateModified": "2024-05-02", "author": {"@id": "#mara"}, "articleSection": ["Water"], "inLanguage": "en-GB",
            "keywords": "wells, springs, Water", "image": {"@type": "ImageObject", "url": "https://w.example/i.jpg"},
            "description": "What wells tell.", "mainEntityOfPage": {"@id": URL},
        },
    ],
}  # fmt: skip
LD = f'<script type="application/ld+json">{json.dumps(ARTICLE)}</script>'
BROKEN = '<script type="application/ld+json">{"@type": "Article", "headline": </script>'
OG = """<meta property="og:title" content="Wells &amp; springs"><meta property="og:type" content="article">
<meta property="og:description" content="What wells tell."><meta property="article:published_time" content="2024-05-01">
<meta property="article:tag" content="wells"><meta property="article:tag" content="springs">
<meta property="article:section" content="Water"><meta property="og:image" content="https://w.example/i.jpg">"""
BODY = """<nav><h2>Menu</h2><a href="/category/other/">Other</a></nav><main><article><h1>Wells &amp; springs</h1>
<p class="meta">Posted on 1 May 2024 by <a href="/author/mara/">Mara Holt</a></p><div class="entry">
<p>Wells are dug, and springs are found: this report tells of both, in two chapters of equal length.</p>
<p>The second chapter is the longer one. <a href="/f/wells.pdf">The report (PDF)</a></p></div>
<p>Filed under <a href="/category/water/" rel="category tag">Water</a>, <a href="/tag/wells/" rel="tag">wells</a></p></article>
<aside class="related"><time datetime="2020-01-01">old</time><a rel="tag" href="/tag/no/">no</a></aside></main>
<footer><a href="/f/terms.pdf">Terms</a></footer>"""
MICRODATA = """<div itemscope itemtype="https://schema.org/Article"><h2 itemprop="headline">Wells &amp; springs</h2>
<time itemprop="datePublished" datetime="2024-05-01">1 May</time><span itemprop="author">Mara Holt</span></div>"""


def page(head: str = "", body: str = "", title: str = "Wells &amp; springs | The Well") -> bytes:
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>'.encode()
    )


CASES: list[tuple[str, bytes, dict[str, Any]]] = [
    ("JSON-LD with a graph", page(LD), {
        "title": "Wells & springs", "teaser": "What wells tell.", "published": "2024-05-01T10:00:00+02:00",
        "modified": "2024-05-02", "authors": ["Mara Holt"], "categories": ["Water"], "tags": ["wells", "springs"],
        "image": "https://w.example/i.jpg", "language": "en-GB", "page_language": "en"}),
    ("a broken script beside a sound one", page(BROKEN + LD), {"published": "2024-05-01T10:00:00+02:00"}),
    ("OpenGraph", page(OG), {
        "title": "Wells & springs", "teaser": "What wells tell.", "published": "2024-05-01", "tags": ["wells", "springs"],
        "categories": ["Water"], "image": "https://w.example/i.jpg"}),
    ("microdata", page(body=MICRODATA, title="x"), {"title": "Wells & springs", "published": "2024-05-01", "authors": ["Mara Holt"]}),
    ("the page alone", page(body=BODY), {
        "title": "Wells &amp; springs", "published": "1 May 2024", "authors": ["Mara Holt"], "categories": ["Water"],
        "tags": ["wells"], "files": [{"url": "https://w.example/f/wells.pdf", "title": "The report (PDF)"}]}),
    ("meta of scholars", page('<meta name="citation_title" content="Wells"><meta name="citation_author" content="Holt, Mara">'
        '<meta name="citation_publication_date" content="2024/05/01"><meta name="description" content="Dug and found.">', title=""),
        {"title": "Wells", "authors": ["Holt, Mara"], "published": "2024/05/01", "teaser": "Dug and found."}),
    ("a title behind the site's name", page(title="The Well : Wells and springs"), {"title": "Wells and springs"}),
    ("a date that is no ISO date in <time>", page(body="<h1>Wells and springs</h1><time datetime='05.08.2026'>August 5, 2026</time>"),
        {"published": "August 5, 2026"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fields(body: bytes, expected: dict[str, Any]) -> None:
    got = read_page(body, URL)
    assert {name: got.fields.get(name) for name in expected} == expected
    assert set(got.fields) == set(got.origins)
    assert all(origin.startswith("page: ") for origin in got.origins.values())


def test_the_pages_own_text_becomes_the_teaser_and_its_frame_does_not() -> None:
    got = read_page(page(body=BODY), URL)
    text = str(got.fields["content"])
    assert text.startswith("<p>Wells are dug")
    assert "Menu" not in text
    assert "teaser" not in got.fields
    resource = normalize(
        Observation("s", Channel.SITEMAP, URL, URL, 0, datetime(2026, 3, 1, tzinfo=UTC), got.fields, got.origins)
    )
    assert resource.teaser.startswith("Wells are dug, and springs are found")
    assert resource.origins["teaser"] == "page: text"


def test_a_description_that_the_whole_site_shares_says_nothing() -> None:
    head = '<meta name="description" content="All of  water">'
    assert tagline_of(page(head)) == "All of  water"
    assert read_page(page(head), URL).fields["teaser"] == "All of  water"
    assert "teaser" not in read_page(page(head, BODY), URL, tagline="All of water").fields


def test_a_text_behind_a_password_is_no_teaser_and_its_title_is_its_own() -> None:
    body = """<main><h1 class="entry-title">Protected: Wells and springs</h1><form class="post-password-form">
    <p>This content is password protected. To view it please enter your password below.</p></form></main>"""
    got = read_page(page(body=body, title="Protected: Wells and springs – The Well"), URL)
    assert got.fields["title"] == "Wells and springs"
    assert "content" not in got.fields


@pytest.mark.parametrize(
    ("head", "classes", "kind"),
    [
        ("", "archive category category-water", "overview"),
        ("", "page-template page page-id-2", "plain"),
        ("", "single single-post postid-17", ""),
        (OG, "archive", ""),
        ('<script type="application/ld+json">{"@type": "CollectionPage", "name": "Water"}</script>', "", "overview"),
        (LD, "", ""),
        ("", "home", ""),
    ],
)
def test_overviews_and_plain_pages_say_that_they_are(head: str, classes: str, kind: str) -> None:
    body = page(head, "<h1>Water</h1>").replace(b"<body>", f'<body class="{classes}">'.encode())
    assert read_page(body, URL).kind == kind


def test_the_number_of_a_post_is_read() -> None:
    assert read_page(page('<link rel="shortlink" href="https://w.example/?p=17">'), URL).native_id == "17"
    assert read_page(page().replace(b"<body>", b'<body class="postid-18">'), URL).native_id == "18"
    assert read_page(page(), URL).native_id is None


@given(
    st.binary(max_size=400)
    | st.text(max_size=300).map(lambda t: f"<html>{LD}<body itemscope itemtype='Article'>{t}".encode())
)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    got = read_page(body, URL)
    assert set(got.fields) == set(got.origins)


@pytest.mark.parametrize(
    "script",
    [
        "[" * 3000,
        '{"@type": ["Article", 7, null], "author": {"name": {"name": []}}}',
        '{"@graph": "x"}',
        "null",
        '{"@type": {}}',
    ],
)
def test_odd_structured_data_breaks_nothing(script: str) -> None:
    got = read_page(page(f'<script type="application/ld+json">{script}</script>', BODY), URL)
    assert got.fields["title"] == "Wells &amp; springs"


@pytest.mark.shared
def test_pages_of_many_systems(shared: Path) -> None:
    """288 articles of 146 sites against what their sites' listings say of them."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for site in sorted((shared / "corpus" / "listings").glob("*/site.json")):
        truth: dict[str, dict[str, Any]] = {}
        pages = json.loads(site.read_text())["pages"]
        for item in (item for each in pages for item in each.get("items") or ()):
            known = truth.setdefault(unquote(item["url"]).rstrip("/"), {})
            known.update({name: value for name, value in item.items() if value not in (None, []) and name not in known})
        for single in (each for each in pages if each["kind"] == "single"):
            want = truth.get(unquote(single["url"]).rstrip("/"), {})
            got = read_page((site.parent / single["file"]).read_bytes(), single["url"])
            seen = Observation(
                "s", Channel.SITEMAP, single["url"], "", 0, datetime(2026, 11, 25, tzinfo=UTC), got.fields, got.origins
            )
            resource = normalize(seen)
            found = {
                "title": resource.title, "published": resource.published and resource.published.text[:10],
                "authors": [*resource.authors], "categories": sorted(resource.categories), "tags": sorted(resource.tags),
            }  # fmt: skip
            for name, value in found.items():
                if name in want and not (name == "title" and want.get("title_cut")):
                    expected = want[name][:10] if name == "published" else want[name]
                    total[name] += 1
                    right[name] += value == (sorted(expected) if name in {"categories", "tags"} else expected)
    shares = {name: round(right[name] / total[name], 3) for name in total}
    assert shares["title"] >= 0.96
    assert shares["published"] >= 0.93
    assert min(shares[name] for name in ("authors", "categories", "tags")) >= 0.84
