"""The same WordPress by its listing pages: found page by page to the end, in three themes."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
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


@pytest.fixture(scope="module")
def first(wordpress: WordPress, tmp_path_factory: pytest.TempPathFactory) -> tuple[Gleanery, dict[str, Any]]:
    """The front page's listing in twentytwentyone, synced once; and the report of that."""
    gleanery = Gleanery(tmp_path_factory.mktemp("listing"))
    return gleanery, gleanery.sync(wordpress.url, "--channel", "listing")


@pytest.fixture(scope="module")
def posts(wordpress: WordPress) -> dict[str, dict[str, Any]]:
    """What the listing's records must be, by address."""
    return {row["url"]: row for row in map(record_of, wordpress.truth(types=("post",)))}


def differences(gleanery: Gleanery, want: dict[str, dict[str, Any]], *names: str) -> list[tuple[str, Any, Any]]:
    """Field, value kept and value wanted, wherever they differ in the fields `names`."""
    got = {row["url"]: row for row in map(comparable, gleanery.resources())}
    assert set(got) == set(want)
    return [
        (name, got[url][name], row[name]) for url, row in want.items() for name in names if got[url][name] != row[name]
    ]


def test_all_posts_that_the_pages_show(
    first: tuple[Gleanery, dict[str, Any]], posts: dict[str, dict[str, Any]], wordpress: WordPress, tmp_path: Path
) -> None:
    gleanery, report = first
    assert shown_on_pages(wordpress.url) >= set(posts), "the site shows all its posts on its pages"
    assert (report["outcome"], report["channel"], report["new"]) == ("ok", "listing", 200)
    assert report["inventory"]["pages_read"] == 20
    assert differences(gleanery, posts, "title") == []
    later = gleanery.copy(tmp_path)
    again = later.sync(wordpress.url, "--channel", "listing", "--full")
    assert (again["outcome"], again["new"], again["changed"], again["unchanged"]) == ("ok", 0, 0, 200)


def test_teasers_terms_and_dates_are_clean(
    first: tuple[Gleanery, dict[str, Any]], posts: dict[str, dict[str, Any]]
) -> None:
    wrong = differences(first[0], posts, "teaser", "teaser_truncated", "categories", "tags", "published")
    assert wrong == []


@pytest.mark.parametrize("theme", ["twentytwentytwo", "twentytwentythree"])
def test_block_themes_are_read_to_the_end(
    wordpress: WordPress, posts: dict[str, dict[str, Any]], tmp_path: Path, theme: str
) -> None:
    with wordpress.changes():
        wordpress.set_theme(theme)
        gleanery = Gleanery(tmp_path)
        report = gleanery.sync(wordpress.url, "--channel", "listing")
    assert (report["outcome"], report["new"]) == ("ok", 200)
    assert differences(gleanery, posts, "title") == []
    days = [{**row, "published": row["published"][:10]} for row in map(comparable, gleanery.resources())]
    assert {row["url"]: row["published"] for row in days} == {url: row["published"][:10] for url, row in posts.items()}


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
