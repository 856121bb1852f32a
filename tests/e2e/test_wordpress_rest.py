"""A real WordPress, read by REST: all of it, exactly; quiet when nothing changed; exact when something did."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.expected import comparable, record_of
from tests.e2e.gleanery import Gleanery

if TYPE_CHECKING:
    from tests.sites.postgres import PostgreSQL
    from tests.sites.wordpress import WordPress

pytestmark = pytest.mark.wordpress
COUNTS = ("new", "changed", "unchanged", "missing", "removed", "returned", "held")


def counts(report: dict[str, Any]) -> dict[str, int]:
    """The counts of a report that are not zero."""
    return {name: report[name] for name in COUNTS if report[name]}


@pytest.fixture(scope="module")
def first(wordpress: WordPress, tmp_path_factory: pytest.TempPathFactory) -> tuple[Gleanery, dict[str, Any]]:
    """The site, synced once into a database of its own; and the report of that."""
    gleanery = Gleanery(tmp_path_factory.mktemp("first"))
    return gleanery, gleanery.sync(wordpress.url)


@pytest.fixture
def gleanery(first: tuple[Gleanery, dict[str, Any]], tmp_path: Path) -> Gleanery:
    """A copy of the synced database, to go on with."""
    return first[0].copy(tmp_path)


@pytest.fixture
def edited(wordpress: WordPress) -> Iterator[WordPress]:
    """The site, put back as it was after the test."""
    with wordpress.changes():
        yield wordpress


def test_every_field_of_all_300_is_the_databases(first: tuple[Gleanery, dict[str, Any]], wordpress: WordPress) -> None:
    gleanery, report = first
    assert report["outcome"] == "ok"
    assert report["channel"] == "wordpress"
    assert report["inventory"]["complete"]
    assert counts(report) == {"new": 300}
    got = {each["native_id"]: each for each in map(comparable, gleanery.resources())}
    want = {each["native_id"]: each for each in map(record_of, wordpress.truth())}
    assert len(want) == 300
    assert set(got) == set(want)
    wrong = [
        (name, got[key][name], want[key][name])
        for key in want
        for name in want[key]
        if got[key][name] != want[key][name]
    ]
    assert wrong == []


def test_a_second_sync_writes_nothing(gleanery: Gleanery, wordpress: WordPress) -> None:
    before = gleanery.resources()
    gleanery.watch_writes("resources", "versions", "terms", "resource_terms", "files", "aliases", "observations")
    report = gleanery.sync(wordpress.url)
    assert report["outcome"] == "ok"
    assert counts(report) == {"unchanged": 300}
    assert gleanery.query("SELECT what, COUNT(*) FROM noted GROUP BY what") == []
    assert gleanery.resources() == before


def test_three_edits_and_two_additions_are_told_exactly(gleanery: Gleanery, edited: WordPress) -> None:
    truth = edited.truth()
    posts = [row for row in truth if row["type"] == "post"]
    retitled, retold = posts[10], next(row for row in posts if row["excerpt_raw"])
    moved = next(row for row in truth if row["type"] == "resource" and row["tags"])
    edited.edit_post(retitled["id"], post_title='The "whole" story & its end')
    edited.edit_post(retold["id"], post_excerpt="Told anew, and shorter.")
    edited.php(f"wp_set_object_terms({moved['id']}, [], 'post_tag'); return 1;")
    edited.edit_post(moved["id"], post_status="publish")
    added = [
        edited.add_post(post_title="Fresh from the press", post_content="<p>Today's news.</p>", post_type=kind)
        for kind in ("post", "resource")
    ]

    report = gleanery.sync(edited.url)
    assert report["outcome"] == "ok"
    assert counts(report) == {"new": 2, "changed": 3, "unchanged": 297}
    got = {each["native_id"]: each for each in map(comparable, gleanery.resources())}
    want = {each["native_id"]: each for each in map(record_of, edited.truth())}
    assert {str(number) for number in added} <= set(want)
    assert got == want

    after = want[str(retitled["id"])]
    shown = gleanery.run("show", retitled["url"])
    assert shown.code == 0
    assert retitled["title"] in shown.out, "the title before"
    assert after["title"] == "The “whole” story & its end"
    assert after["title"] in shown.out, "the title after"
    told = json.loads(gleanery.run("show", retitled["url"], "--json").out)
    changes = {change["field"]: change for change in told["versions"][-1]["changes"]}
    assert changes["title"] == {"field": "title", "before": retitled["title"], "after": after["title"]}
    gone_tags = json.loads(gleanery.run("show", moved["url"], "--json").out)["versions"][-1]["changes"]
    assert {"tags", "modified"} == {change["field"] for change in gone_tags}


def test_what_was_trashed_is_missing_first_and_returns_as_itself(gleanery: Gleanery, edited: WordPress) -> None:
    row = edited.truth()[42]
    edited.trash_post(row["id"])
    report = gleanery.sync(edited.url)
    assert counts(report) == {"unchanged": 299, "missing": 1}
    states = {each["url"]: each["state"] for each in gleanery.resources()}
    assert [state for state in states.values() if state != "present"] == ["missing"]
    edited.untrash_post(row["id"])
    assert gleanery.sync(edited.url)["outcome"] == "ok"
    assert len(gleanery.resources()) == 300
    assert {each["state"] for each in gleanery.resources()} == {"present"}


def test_its_news_are_found_with_a_request_for_each_type(wordpress: WordPress, tmp_path: Path) -> None:
    """A quiet day, a day of edits, and one on which something went: as users have it, most runs read the news only."""
    gleanery = Gleanery(tmp_path, news=True)
    gleanery.sync(wordpress.url)
    quiet = gleanery.sync(wordpress.url)
    assert (quiet["outcome"], quiet["new"], quiet["changed"], quiet["missing"]) == ("ok", 0, 0, 0)
    assert quiet["requests"] == 2  # robots.txt was read today
    with wordpress.changes():
        posts = [row for row in wordpress.truth() if row["type"] == "post"]
        wordpress.edit_post(posts[10]["id"], post_title="Edited today")
        wordpress.add_post(post_title="Fresh from the press", post_content="<p>News.</p>", post_type="resource")
        news = gleanery.sync(wordpress.url)
        assert (news["outcome"], news["new"], news["changed"]) == ("ok", 1, 1)
        assert news["requests"] == 3  # the last one counts what is known
        assert news["inventory"]["complete"]
        wordpress.trash_post(posts[42]["id"])
        assert counts(gleanery.sync(wordpress.url))["missing"] == 1
        assert counts(gleanery.sync(wordpress.url))["removed"] == 1
        (gone,) = [each for each in gleanery.resources() if each["state"] == "gone"]
        assert gone["url"] == posts[42]["url"]


def test_what_is_not_public_is_nowhere(first: tuple[Gleanery, dict[str, Any]], wordpress: WordPress) -> None:
    hidden = wordpress.php(
        "global $wpdb; return $wpdb->get_col(\"SELECT ID FROM $wpdb->posts WHERE post_type IN ('post', 'resource')"
        " AND post_status <> 'publish'\");"
    )
    assert len(hidden) >= 10
    kept = {str(each["native_id"]).rpartition(":")[2] for each in first[0].resources()}
    assert kept.isdisjoint(hidden)


def test_what_is_behind_a_password_is_told_by_its_title_only(
    first: tuple[Gleanery, dict[str, Any]], wordpress: WordPress
) -> None:
    (behind,) = [row for row in wordpress.truth() if row["protected"]]
    (kept,) = [each for each in first[0].resources() if each["url"] == behind["url"]]
    assert (kept["title"], kept["teaser"], kept["files"]) == (behind["title"], "", [])


@pytest.mark.postgres
def test_postgresql_keeps_the_same(
    first: tuple[Gleanery, dict[str, Any]], wordpress: WordPress, postgres_server: PostgreSQL, tmp_path: Path
) -> None:
    gleanery = Gleanery(tmp_path, postgres_server.create_database())
    assert counts(gleanery.sync(wordpress.url)) == {"new": 300}
    assert counts(gleanery.sync(wordpress.url)) == {"unchanged": 300}
    assert gleanery.resources() == first[0].resources() == first[0].exported()
