"""What goes wrong on a site: each fault has its own outcome, says what to do, and leaves earlier data as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.gleanery import Gleanery
from tests.sites import behaviours
from tests.sites.like_model import Faults, sample_posts
from tests.sites.misbehaving import Behaviour, Misbehaving
from tests.sites.wordpress_like import LikeSite, wordpress_like

POSTS = 240


def listing(first: int, last: int, following: str = "") -> str:
    """A listing page of items `first` to `last`, with a link to the following page."""
    items = "".join(
        f'<article><h2><a href="/item/{n}/">Item number {n}</a></h2><time datetime="2024-01-{n:02d}">{n} January 2024</time>'
        f"<p>What item {n} is about, in a sentence or two.</p></article>"
        for n in range(first, last + 1)
    )
    more = f'<nav><a rel="next" href="{following}">Older posts</a></nav>' if following else ""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>News</title></head><body><main>{items}{more}</main></body></html>"
    )


# -- a WordPress that was read well before -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def well(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LikeSite, Gleanery]]:
    """A site with REST, and the database of a first sync while all was well."""
    with wordpress_like(sample_posts(POSTS)) as site:
        gleanery = Gleanery(tmp_path_factory.mktemp("well"))
        assert gleanery.sync(site.url)["new"] == POSTS
        yield site, gleanery


def _set(**faults: Any) -> Callable[[LikeSite], None]:
    def apply(site: LikeSite) -> None:
        site.faults = replace(site.faults, **faults)

    return apply


def _lose_most(site: LikeSite) -> None:
    site.posts = site.posts[:12]


def _lose_all(site: LikeSite) -> None:
    site.posts = []


@pytest.mark.parametrize(
    ("fault", "outcomes", "said"),
    [
        (_set(closed=True), {"blocked"}, "401"),
        (_set(html_for={"posts"}, html_page=listing(1, 9)), {"partial", "drifted"}, "HTML"),
        (_set(html_for={"posts"}), {"blocked"}, "challenge"),
        (_set(fail_pages={("posts", 2): 500}), {"partial"}, "500"),
        (_set(fail_pages={("posts", 1): 503, ("posts", 2): 503, ("posts", 3): 503}), {"unreachable", "blocked"}, "503"),
        (_set(wrong_total={"posts": 260}), {"partial"}, "260"),
        (_set(empty={"posts"}), {"empty"}, ""),
        (_lose_all, {"empty"}, ""),
        (_lose_most, {"collapsed"}, "12"),
    ],
    ids=["closed", "html-for-json", "challenge-for-json", "500-in-the-middle", "503-everywhere", "fewer-than-claimed", "empty-array", "no-posts", "collapse"],
)  # fmt: skip
@pytest.mark.sampled(2)
def test_a_fault_of_a_known_site_is_told_and_takes_nothing_away(
    well: tuple[LikeSite, Gleanery],
    tmp_path: Path,
    fault: Callable[[LikeSite], None],
    outcomes: set[str],
    said: str,
) -> None:
    site, before = well
    gleanery, posts = before.copy(tmp_path), list(site.posts)
    try:
        fault(site)
        report = gleanery.sync(site.url, code=3)
    finally:
        site.faults, site.posts = Faults(), posts
    assert report["outcome"] in outcomes, report
    assert said in report["evidence"], report
    assert report["advice"], report
    assert not report["inventory"]["complete"] or report["outcome"] == "collapsed"
    assert (report["changed"], report["missing"], report["removed"]) == (0, 0, 0)
    assert gleanery.resources() == before.resources()
    assert gleanery.sync(site.url)["unchanged"] == POSTS, "and when the site is well again, so are we"


def test_a_site_that_is_down_is_unreachable_and_takes_nothing_away(tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path)
    with wordpress_like(sample_posts(30)) as site:
        gleanery.sync(site.url)
        port = int(site.url.rpartition(":")[2])
    before = gleanery.resources()
    report = gleanery.sync(site.url, code=3)
    assert report["outcome"] == "unreachable"
    assert "no connection" in report["evidence"]
    assert report["advice"]
    assert gleanery.resources() == before
    with wordpress_like(sample_posts(30), port=port):
        assert gleanery.sync(site.url)["unchanged"] == 30


# -- an address that is asked for the first time ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("behaviour", "outcomes", "said"),
    [
        (behaviours.status(403), {"blocked"}, "403"),
        (behaviours.status(401), {"blocked"}, "401"),
        (behaviours.status(429, {"Retry-After": "3600"}), {"blocked"}, "429"),
        (behaviours.status(404), {"unreachable", "empty", "blocked"}, "404"),
        (behaviours.status(410), {"unreachable", "empty", "blocked"}, "410"),
        (behaviours.status(500), {"unreachable"}, "500"),
        (behaviours.answer(""), {"empty", "unreachable"}, ""),
        (behaviours.no_content(), {"empty", "unreachable"}, ""),
        (behaviours.login_page(), {"blocked"}, "log"),
        (behaviours.database_error(), {"unreachable"}, "error page"),
        (behaviours.challenge(), {"blocked", "empty"}, ""),
        (behaviours.reset(), {"unreachable"}, ""),
        (behaviours.truncated_gzip(listing(1, 9)), {"partial", "unreachable"}, ""),
        (behaviours.wrong_length(listing(1, 9), claimed=90_000), {"partial", "unreachable"}, ""),
        (behaviours.page("<h1>Nothing found</h1><p>Sorry, no posts matched.</p>"), {"empty"}, ""),
        (behaviours.page("<h1>One story</h1>" + "<p>A long tale of a town and its river.</p>" * 20), {"empty"}, ""),
        (behaviours.redirect("file:///etc/passwd"), {"blocked", "unreachable"}, ""),
        (behaviours.redirect("http://169.254.169.254/latest/meta-data/"), {"blocked", "unreachable"}, ""),
        (behaviours.redirect("/"), {"unreachable", "blocked"}, "redirect"),
    ],
    ids=["403", "401", "429", "404", "410", "500", "empty-body", "204", "login", "database-error", "challenge", "reset",
         "truncated-gzip", "wrong-length", "no-hits", "article", "to-file", "to-metadata", "loop"],
)  # fmt: skip
@pytest.mark.sampled(3)
def test_a_first_look_that_fails_says_why(
    misbehaving: Misbehaving, tmp_path: Path, behaviour: Behaviour, outcomes: set[str], said: str
) -> None:
    misbehaving.route("/", behaviour)
    gleanery = Gleanery(tmp_path)
    report = gleanery.sync(f"{misbehaving.url}/", code=3)
    assert report["outcome"] in outcomes, report
    assert said in report["evidence"].lower(), report
    assert report["advice"], report
    assert report["new"] == 0
    assert gleanery.resources() == []


def test_no_robot_may_enter_and_none_does(misbehaving: Misbehaving, tmp_path: Path) -> None:
    misbehaving.route("/robots.txt", behaviours.robots("User-agent: *\nDisallow: /\n"))
    misbehaving.route("/", behaviours.page(listing(1, 9)))
    report = Gleanery(tmp_path).sync(f"{misbehaving.url}/", code=3)
    assert report["outcome"] == "blocked"
    assert "robots.txt" in report["evidence"]
    assert misbehaving.asked("/") == []


def test_a_listing_with_a_broken_page_is_partial_and_keeps_the_rest(misbehaving: Misbehaving, tmp_path: Path) -> None:
    misbehaving.route("/", behaviours.page(listing(1, 9, "/page/2/")))
    misbehaving.route("/page/2/", behaviours.status(500))
    gleanery = Gleanery(tmp_path)
    report = gleanery.sync(f"{misbehaving.url}/", code=3)
    assert (report["outcome"], report["new"]) == ("partial", 9)
    assert report["inventory"]["pages_failed"] == [f"{misbehaving.url}/page/2/"]
    assert "/page/2/" in report["evidence"]
    misbehaving.route("/page/2/", behaviours.page(listing(10, 14)))
    again = gleanery.sync(f"{misbehaving.url}/")
    assert (again["outcome"], again["new"], again["unchanged"]) == ("ok", 5, 9)


def test_a_self_signed_certificate_is_refused_unless_a_person_says_so(misbehaving: Misbehaving, tmp_path: Path) -> None:
    misbehaving.route("/", behaviours.page(listing(1, 9)))
    gleanery = Gleanery(tmp_path)
    report = gleanery.sync(f"{misbehaving.tls_url}/", code=3)
    assert report["outcome"] == "unreachable"
    assert "certificate" in report["evidence"].lower()
    assert misbehaving.log == [], "nothing is asked over a line that is not trusted"
    assert gleanery.run("add", f"{misbehaving.tls_url}/", "--insecure").code == 0
    assert gleanery.sync(f"{misbehaving.tls_url}/")["new"] == 9


@pytest.mark.parametrize(
    "address", ["htp://example.org/", "https://", "http://[::1/", "file:///etc/passwd", "nobody-knows-me"]
)
@pytest.mark.sampled(2)
def test_a_wrong_address_is_wrong_usage(tmp_path: Path, address: str) -> None:
    ended = Gleanery(tmp_path).run("sync", address)
    assert ended.code == 2, (ended.out, ended.err)
    assert ended.err.startswith("gleanery: ")
    assert not (tmp_path / "gleanery.db").exists() or Gleanery(tmp_path).query("SELECT name FROM sources") == []


def test_a_database_that_cannot_be_used_is_told(tmp_path: Path, misbehaving: Misbehaving) -> None:
    (tmp_path / "gleanery.db").write_bytes(b"this is no database, but somebody's diary" * 100)
    ended = Gleanery(tmp_path).run("sync", misbehaving.url)
    assert ended.code == 4, (ended.out, ended.err)
    assert "gleanery.db" in ended.err
    assert (tmp_path / "gleanery.db").read_bytes().startswith(b"this is no database")
