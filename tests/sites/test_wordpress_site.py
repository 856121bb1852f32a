"""The real WordPress site itself: what it shows agrees with what its database holds."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.sites.wordpress import WordPress

pytestmark = pytest.mark.wordpress


def get(url: str) -> tuple[str, dict[str, str]]:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode(), dict(answer.headers)


def test_public_resources_are_300_and_rest_states_them(wordpress: WordPress) -> None:
    truth = wordpress.truth()
    assert len(truth) == 300
    stated = {}
    for base in ("posts", "resources"):
        _, headers = get(f"{wordpress.url}/wp-json/wp/v2/{base}?per_page=1")
        stated[base] = int(headers["X-WP-Total"])
    assert stated == {"posts": 200, "resources": 100}


def test_truth_shows_text_as_a_reader_sees_it(wordpress: WordPress) -> None:
    truth: list[dict[str, Any]] = wordpress.truth()
    ornate = [row for row in truth if any(mark in row["title_raw"] for mark in ('"', "&", "<", "--", "  "))]
    assert len(ornate) > 100
    for row in truth:
        assert row["title"], row["id"]
        assert "  " not in row["title"] + row["teaser"], row["id"]
        assert "&amp;" not in row["title"] + row["teaser"] + "".join(row["categories"]), row["id"]
        assert row["teaser_truncated"] == row["teaser"].endswith("…"), row["id"]
        assert row["published"][-6:] in {"+01:00", "+02:00"}, row["id"]
    assert {row["published"][-6:] for row in truth} == {"+01:00", "+02:00"}
    assert any(" < " in row["title"] for row in truth)
    assert sum(row["sticky"] for row in truth) == 3
    assert sum(bool(row["pdfs"]) for row in truth) > 100


def test_listing_pages_are_of_every_noise(wordpress: WordPress) -> None:
    page, _ = get(f"{wordpress.url}/knowledge-hub/")
    for noise in ("<p>nav_menu_item</p>", "<p>acf-field-group</p>", "Read More</a>", "TAGS: ", "DOWNLOAD</a>"):
        assert noise in page, noise
    assert '/knowledge-hub/page/2/"' in page


def test_edits_are_seen(wordpress: WordPress) -> None:
    before = {row["id"]: row for row in wordpress.truth()}
    added = wordpress.add_post(post_title="A sudden note", post_content="<p>Costs $5 & \"more\" than 'before'.</p>")
    try:
        now = {row["id"]: row for row in wordpress.truth()}
        assert set(now) - set(before) == {added}
        assert now[added]["teaser"] == "Costs $5 & “more” than ‘before’."
        wordpress.edit_post(added, post_title="A sudden note, revised")
        shown = json.loads(get(f"{wordpress.url}/wp-json/wp/v2/posts/{added}")[0])
        assert shown["title"]["rendered"] == "A sudden note, revised"
    finally:
        wordpress.php(f"wp_delete_post({added}, true); return 1;")
    assert {row["id"] for row in wordpress.truth()} == set(before)
