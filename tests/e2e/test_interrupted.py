"""Killed in mid-sync, and synced again: the same end state. Two syncs of one source at once: one of them says so."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.gleanery import Gleanery, wait_for
from tests.sites.like_model import sample_posts
from tests.sites.wordpress_like import LikeSite, wordpress_like

POSTS, RESOURCES = 540, 130
DELAY = 0.2  # seconds for a page


@pytest.fixture(scope="module")
def site() -> Iterator[LikeSite]:
    """Eight pages of 100 and less; each takes its time, so that there is a middle to be killed in."""
    with wordpress_like([*sample_posts(POSTS), *sample_posts(RESOURCES, "resource", 5_000)]) as running:
        running.faults.delay = DELAY
        yield running


@pytest.fixture(scope="module")
def unbroken(site: LikeSite, tmp_path_factory: pytest.TempPathFactory) -> Gleanery:
    """The site, synced without a break."""
    gleanery = Gleanery(tmp_path_factory.mktemp("unbroken"))
    assert gleanery.sync(site.url)["new"] == POSTS + RESOURCES
    return gleanery


def pages_committed(gleanery: Gleanery) -> int:
    try:
        return int(gleanery.query("SELECT COUNT(*) FROM run_pages")[0][0]) if gleanery.file.exists() else 0
    except sqlite3.OperationalError:
        return 0  # the tables are not made yet


def kill_after(gleanery: Gleanery, url: str, pages: int) -> None:
    """Start a sync, and kill -9 it as soon as `pages` pages have been committed."""
    with gleanery.running("sync", url) as process:
        wait_for(lambda: pages_committed(gleanery) >= pages or process.ended())
        assert not process.ended(), "killed in the middle, not after the end"
        process.signal(signal.SIGKILL)


@pytest.mark.parametrize("pages", [1, 5])
def test_killed_and_synced_again_is_as_if_unbroken(
    site: LikeSite, unbroken: Gleanery, tmp_path: Path, pages: int
) -> None:
    gleanery = Gleanery(tmp_path)
    kill_after(gleanery, site.url, pages)
    held = len(gleanery.resources())
    assert 0 < held < POSTS + RESOURCES
    report = gleanery.sync(site.url)
    assert report["outcome"] == "ok"
    assert report["inventory"]["complete"]
    assert gleanery.resources() == unbroken.resources()
    again = gleanery.sync(site.url)
    assert (again["new"], again["changed"], again["missing"]) == (0, 0, 0)
    assert again["unchanged"] == POSTS + RESOURCES


def test_killed_in_the_second_sync_too(site: LikeSite, unbroken: Gleanery, tmp_path: Path) -> None:
    gleanery = unbroken.copy(tmp_path)
    kill_after(gleanery, site.url, pages_committed(gleanery) + 2)
    kill_after(gleanery, site.url, pages_committed(gleanery) + 2)
    report = gleanery.sync(site.url)
    assert (report["outcome"], report["new"], report["changed"], report["missing"]) == ("ok", 0, 0, 0)
    assert gleanery.resources() == unbroken.resources()


@pytest.fixture
def slow(site: LikeSite, unbroken: Gleanery) -> Iterator[LikeSite]:
    """The site on a bad day: some four seconds for its eight pages, two at a time."""
    site.faults.delay = 0.8
    yield site
    site.faults.delay = DELAY


def test_the_second_of_two_syncs_says_who_holds_the_source(slow: LikeSite, unbroken: Gleanery, tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path)
    with gleanery.running("sync", "--json", slow.url) as holder:
        wait_for(lambda: pages_committed(gleanery) >= 1)
        second = gleanery.sync(slow.url, code=3)
        assert second["outcome"] == "busy"
        assert "already being synced" in second["evidence"]
        assert str(holder.pid) in second["evidence"], "it says who"
        assert second["advice"]
        assert holder.wait(60).code == 0
    assert gleanery.resources() == unbroken.resources()


def test_ctrl_c_keeps_what_was_read_and_gives_the_source_back(
    slow: LikeSite, unbroken: Gleanery, tmp_path: Path
) -> None:
    gleanery = Gleanery(tmp_path)
    with gleanery.running("sync", slow.url) as process:
        wait_for(lambda: pages_committed(gleanery) >= 1)
        process.signal(signal.SIGINT)
        assert process.wait(20).code == 130
    assert 0 < len(gleanery.resources()) < POSTS + RESOURCES
    slow.faults.delay = 0
    assert gleanery.sync(slow.url)["outcome"] == "ok"
    assert gleanery.resources() == unbroken.resources()
