"""The same WordPress by its listing pages: found page by page to the end, in three themes."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from tests.e2e.expected import comparable, record_of
from tests.e2e.gleanery import Gleanery

if TYPE_CHECKING:
    from tests.sites.wordpress import WordPress

pytestmark = pytest.mark.wordpress

INTERNAL = (
    "nav_menu_item revision custom_css oembed_cache wp_block wp_template acf-field-group acf-field ai1ec_event".split()
)


def shown_on_pages(url: str) -> set[str]:
    """The posts' addresses on all pages of the front page's listing, by the address form alone (/YYYY/MM/slug/)."""
    found: set[str] = set()
    for number in range(1, 40):
        try:
            with urllib.request.urlopen(f"{url}/page/{number}/", timeout=30) as answer:
                page = answer.read().decode()
        except urllib.error.HTTPError as error:
            error.close()
            break
        found |= {
            unquote(unescape(link)) for link in re.findall(rf'href="({re.escape(url)}/\d{{4}}/\d\d/[^"/]+/)"', page)
        }
    return found


@pytest.fixture
def themed(wordpress: WordPress, request: pytest.FixtureRequest) -> Iterator[WordPress]:
    with wordpress.changes():
        wordpress.set_theme(request.param)
        yield wordpress


@pytest.mark.parametrize("themed", ["twentytwentyone", "twentytwentytwo", "twentytwentythree"], indirect=True)
def test_all_posts_that_the_pages_show(themed: WordPress, tmp_path: Path) -> None:
    truth = {row["url"]: row for row in map(record_of, themed.truth(types=("post",)))}
    assert shown_on_pages(themed.url) >= set(truth), "the site shows all its posts on its pages"
    gleanery = Gleanery(tmp_path)
    report = gleanery.sync(themed.url, "--channel", "listing")
    assert (report["outcome"], report["channel"], report["new"]) == ("ok", "listing", 200)
    got = {row["url"]: row for row in map(comparable, gleanery.resources())}
    assert set(got) == set(truth)
    wrong = [(got[url]["title"], row["title"]) for url, row in truth.items() if got[url]["title"] != row["title"]]
    assert wrong == []
    days = [
        (url, got[url]["published"])
        for url, row in truth.items()
        if got[url]["published"][:10] != row["published"][:10]
    ]
    assert days == []
    again = gleanery.sync(themed.url, "--channel", "listing")
    assert (again["outcome"], again["new"], again["changed"], again["unchanged"]) == ("ok", 0, 0, 200)


def test_twentytwentyone_shows_teasers_and_terms_clean(wordpress: WordPress, tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path)
    gleanery.sync(wordpress.url, "--channel", "listing")
    truth = {row["url"]: row for row in map(record_of, wordpress.truth(types=("post",)))}
    wrong: list[tuple[str, Any, Any]] = []
    for row in map(comparable, gleanery.resources()):
        want = truth[row["url"]]
        names = ("teaser", "teaser_truncated", "categories", "tags", "published")
        wrong += [(name, row[name], want[name]) for name in names if row[name] != want[name]]
    assert wrong == []


def test_a_page_that_prints_type_names_leaks_none(wordpress: WordPress, tmp_path: Path) -> None:
    """/knowledge-hub/: type names above the listing, categories run together, "Read More" tails, 9 pages."""
    gleanery = Gleanery(tmp_path)
    report = gleanery.sync(f"{wordpress.url}/knowledge-hub/", "--channel", "listing")
    shown = [
        row for row in wordpress.truth(types=("resource",)) if not row["protected"]
    ]  # the page leaves that one out
    truth = {row["url"]: row for row in map(record_of, shown)}
    assert (report["outcome"], report["new"]) == ("ok", 99)
    got = {row["url"]: row for row in map(comparable, gleanery.resources())}
    assert set(got) == set(truth)
    for url, row in got.items():
        want = truth[url]
        assert row["title"] == want["title"]
        assert row["categories"] == want["categories"], url
        text = " ".join([row["title"], row["teaser"], *row["categories"], *row["tags"]])
        assert "Read More" not in text, url
        assert not any(name in text for name in INTERNAL), url
