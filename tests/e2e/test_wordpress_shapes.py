"""A real WordPress in its shapes: from any of its pages, open, with plain permalinks, and closed in five ways."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.probe import ProbeReport
from crawler.run import probe_site
from pipeline.model import Channel
from tests.e2e.expected import comparable, record_of
from tests.e2e.gleanery import Gleanery

if TYPE_CHECKING:
    from tests.sites.wordpress import WordPress

pytestmark = pytest.mark.wordpress


@contextmanager
def option(wordpress: WordPress, name: str, value: str, after: str) -> Iterator[None]:
    wordpress.set_option(name, value)
    try:
        yield
    finally:
        wordpress.set_option(name, after)


def rungs(report: ProbeReport) -> dict[Channel, bool]:
    return {rung.channel: rung.usable for rung in report.rungs}


@pytest.mark.parametrize(
    ("entry", "claimed"),
    [
        ("/", 300),
        ("ARTICLE", 300),
        ("/feed/", 300),
        ("/wp-json/", 300),
        ("/resources/", 300),
        ("/wp-json/wp/v2/resources", None),
    ],
)
@pytest.mark.sampled(2)
def test_from_any_page_of_an_open_site(wordpress: WordPress, entry: str, claimed: int | None) -> None:
    rows = wordpress.truth()
    address = rows[5]["url"] if entry == "ARTICLE" else wordpress.url + entry
    report = probe_site(address)
    assert report.plan is not None
    assert report.plan.channel is Channel.WORDPRESS
    assert report.cms.startswith("WordPress 6")
    assert report.requests <= 12
    own = sum(row["type"] == "resource" for row in rows)
    assert next(rung.claimed for rung in report.rungs if rung.channel is Channel.WORDPRESS) == (claimed or own)
    assert len(report.preview) == 10
    assert all(rung.reason for rung in report.rungs)


def test_plain_permalinks(wordpress: WordPress, tmp_path: Path) -> None:
    with option(wordpress, "permalink_structure", "", "/%year%/%monthnum%/%postname%/"):
        report = Gleanery(tmp_path).sync(wordpress.url)
    assert (report["outcome"], report["channel"], report["new"]) == ("ok", "wordpress", 300)
    assert report["inventory"]["complete"]


@pytest.mark.parametrize("how", ["401", "403", "404", "html"])
def test_rest_closed_leaves_the_feed(wordpress: WordPress, how: str) -> None:
    with option(wordpress, "rest_closed", how, ""):
        report = probe_site(wordpress.url)
    assert report.plan is not None
    assert report.plan.channel is Channel.FEED, report.rungs
    assert report.requests <= 12
    assert not rungs(report)[Channel.WORDPRESS]


def test_rest_closed_gives_every_post_by_the_feed(wordpress: WordPress, tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path)
    with option(wordpress, "rest_closed", "401", ""):
        report = gleanery.sync(wordpress.url)
    want = {row["url"]: row for row in map(record_of, wordpress.truth(types=("post",)))}
    got = {row["url"]: row for row in map(comparable, gleanery.resources())}
    assert (report["outcome"], report["channel"], set(got)) == ("ok", "feed", set(want))
    assert [url for url, row in want.items() if got[url]["title"] != row["title"]] == []


def test_a_custom_type_that_rest_hides_is_read_from_its_listing(wordpress: WordPress, tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path)
    with option(wordpress, "rest_closed", "resource", ""):
        report = gleanery.sync(f"{wordpress.url}/resources/")
    assert (report["outcome"], report["channel"]) != ("ok", "wordpress")
    want = {row["url"] for row in map(record_of, wordpress.truth(types=("resource",)))}
    assert {row["url"] for row in map(comparable, gleanery.resources())} == want
