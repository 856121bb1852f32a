"""The bundled demo site: it shows what its truth says, with the noise that a harvest has to leave behind."""

from __future__ import annotations

import html
import re
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from console.demo.pages import LEAKED_TYPES
from console.demo.site import DemoSite, serve


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with serve() as running:
        yield running


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return str(answer.read().decode())


def listing_pages(site: DemoSite) -> list[str]:
    return [read(site.url), read(f"{site.url}page/2/"), read(f"{site.url}page/3/")]


def test_every_resource_of_the_truth_is_listed_in_order(site: DemoSite) -> None:
    listed = [url for page in listing_pages(site) for url in re.findall(r'<h4><a href="([^"]+)">', page)]
    assert len(site.truth) == 24
    assert listed == [row["url"] for row in site.truth]


def test_truth_is_what_a_reader_sees(site: DemoSite) -> None:
    text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", " ".join(listing_pages(site)))))
    for row in site.truth:
        teaser = row["teaser"]
        shown = f"{teaser[:-1]}...Read More" if row["teaser_truncated"] else f"{teaser} Read More"
        assert shown in text, row["url"]
        assert f"{row['title']}{''.join(row['categories'])}" in text, row["url"]
        if row["tags"]:
            assert f"TAGS: {', '.join(row['tags'])}" in text, row["url"]


def test_every_link_of_a_record_answers(site: DemoSite) -> None:
    for row in site.truth:
        for url in [row["url"], *row["files"], *([row["image"]] if row["image"] else [])]:
            assert read(url), url


def test_noise_is_there(site: DemoSite) -> None:
    first, *_ = listing_pages(site)
    for noise in ("nav_menu_item", "DOWNLOAD", "Read More", "TAGS:", "&nbsp;", "&#8217;", "Previous", " views"):
        assert noise in " ".join(listing_pages(site)), noise
    assert all(f"<p>{name}</p>" in first for name in LEAKED_TYPES)
    assert first != read(site.url), "a counter ticks on every visit"


@pytest.mark.parametrize(
    "path", ["/wp-json/", "/?rest_route=/wp/v2/types", "/feed/", "/wp-sitemap.xml", "/resources/page/4/"]
)
def test_nothing_but_the_listing_answers(site: DemoSite, path: str) -> None:
    base = site.url.removesuffix("/resources/")
    if path.startswith("/?"):
        assert "wp/v2" not in read(base + path)
        return
    with pytest.raises(urllib.error.HTTPError) as refused:
        read(base + path)
    refused.value.close()
    assert refused.value.code == 404
