"""Killed in mid-sync, and synced again: the same end state. Two syncs of one source at once: one of them says so."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.e2e.gleanery import Gleanery, Running, wait_for
from tests.sites.like_model import sample_posts
from tests.sites.wordpress_like import LikeSite, wordpress_like

POSTS, RESOURCES = 540, 130


@pytest.fixture(scope="module")
def site() -> Iterator[LikeSite]:
    """Eight pages of 100 and less."""
    with wordpress_like([*sample_posts(POSTS), *sample_posts(RESOURCES, "resource", 5_000)]) as running:
        yield running


@pytest.fixture(scope="module")
def unbroken(site: LikeSite, tmp_path_factory: pytest.TempPathFactory) -> Gleanery:
    """The site, synced without a break."""
    gleanery = Gleanery(tmp_path_factory.mktemp("unbroken"), in_process=False)
    assert gleanery.sync(site.url)["new"] == POSTS + RESOURCES
    return gleanery


def pages_committed(gleanery: Gleanery) -> int:
    """Pages that the newest run has committed."""
    sql = "SELECT COUNT(*) FROM run_pages WHERE run = (SELECT MAX(id) FROM runs WHERE outcome IS NULL)"
    try:
        return int(gleanery.query(sql)[0][0]) if gleanery.file.exists() else 0
    except sqlite3.OperationalError:
        return 0  # the tables are not made yet


@contextmanager
def stuck(gleanery: Gleanery, site: LikeSite, pages: int) -> Iterator[Running]:
    """A sync that was given `pages` pages, has committed some, and waits for the next one."""
    with site.holding(after=pages), gleanery.running("sync", "--json", site.url) as process:
        wait_for(lambda: (site.is_holding() and pages_committed(gleanery) > 0) or process.ended())
        assert not process.ended()
        yield process


def kill_after(gleanery: Gleanery, site: LikeSite, pages: int) -> None:
    with stuck(gleanery, site, pages) as process:
        process.signal(signal.SIGKILL)


@pytest.mark.parametrize("pages", [1, 5])
@pytest.mark.sampled(2)
def test_killed_and_synced_again_is_as_if_unbroken(
    site: LikeSite, unbroken: Gleanery, tmp_path: Path, pages: int
) -> None:
    gleanery = Gleanery(tmp_path, in_process=False)
    kill_after(gleanery, site, pages)
    assert 0 < len(gleanery.resources()) < POSTS + RESOURCES
    report = gleanery.sync(site.url)
    assert report["outcome"] == "ok"
    assert report["inventory"]["complete"]
    assert gleanery.resources() == unbroken.resources()
    again = gleanery.sync(site.url)
    assert (again["new"], again["changed"], again["missing"]) == (0, 0, 0)
    assert again["unchanged"] == POSTS + RESOURCES


def test_killed_in_the_second_sync_too(site: LikeSite, unbroken: Gleanery, tmp_path: Path) -> None:
    gleanery = unbroken.copy(tmp_path)
    kill_after(gleanery, site, 2)
    kill_after(gleanery, site, 3)
    report = gleanery.sync(site.url)
    assert (report["outcome"], report["new"], report["changed"], report["missing"]) == ("ok", 0, 0, 0)
    assert gleanery.resources() == unbroken.resources()


def test_the_second_of_two_syncs_says_who_holds_the_source(site: LikeSite, unbroken: Gleanery, tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path, in_process=False)
    with ExitStack() as stack:
        with site.holding(after=1):
            holder = stack.enter_context(gleanery.running("sync", "--json", site.url))
            wait_for(lambda: pages_committed(gleanery) >= 1)
            second = gleanery.sync(site.url, code=3)
        assert second["outcome"] == "busy"
        assert "already being synced" in second["evidence"]
        assert str(gleanery.query("SELECT holder FROM leases")[0][0]) in second["evidence"], "it says who"
        assert second["advice"]
        assert holder.wait(60).code == 0
    assert gleanery.resources() == unbroken.resources()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.sampled(2)
def test_told_to_stop_it_keeps_what_was_read_and_gives_the_source_back(
    site: LikeSite, unbroken: Gleanery, tmp_path: Path, number: signal.Signals
) -> None:
    gleanery = Gleanery(tmp_path, in_process=False)
    with stuck(gleanery, site, 2) as process:
        process.signal(number)
        assert process.wait(15).code == 130
    assert 0 < len(gleanery.resources()) < POSTS + RESOURCES
    assert gleanery.sync(site.url)["outcome"] == "ok"
    assert gleanery.resources() == unbroken.resources()
