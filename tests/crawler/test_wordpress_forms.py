"""WordPress's REST forms: types, totals, dates, terms, files."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy.http import TextResponse

from crawler.wordpress import fields_of, files_in, origins_of, post_types, rest_url, taxonomies, total_of, with_offset


@pytest.mark.parametrize(
    ("root", "query", "expected"),
    [
        ("https://a.org/wp-json/", None, "https://a.org/wp-json/wp/v2/posts"),
        ("https://a.org/wp-json", {"page": "2"}, "https://a.org/wp-json/wp/v2/posts?page=2"),
        ("https://a.org/?rest_route=/", None, "https://a.org/?rest_route=/wp/v2/posts"),
        (
            "https://a.org/sub/index.php?rest_route=/",
            {"page": "2"},
            "https://a.org/sub/index.php?rest_route=/wp/v2/posts&page=2",
        ),
    ],
)
def test_routes(root: str, query: dict[str, str] | None, expected: str) -> None:
    assert rest_url(root, "wp/v2/posts", query) == expected


TYPES: dict[str, Any] = {
    "post": {"rest_base": "posts", "rest_namespace": "wp/v2"},
    "page": {"rest_base": "pages", "rest_namespace": "wp/v2"},
    "attachment": {"rest_base": "media", "rest_namespace": "wp/v2"},
    "wp_block": {"rest_base": "blocks", "rest_namespace": "wp/v2"},
    "wp_font_face": {"rest_base": "font-families/(?P<font_family_id>[\\d]+)/font-faces"},
    "report": {"rest_base": "reports", "rest_namespace": "acme/v1"},
    "old": {"rest_base": "old"},
    "odd": "not an object",
}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ((), {"post": "wp/v2/posts", "report": "acme/v1/reports", "old": "wp/v2/old"}),
        (("page", "report"), {"page": "wp/v2/pages", "report": "acme/v1/reports"}),
        (("wp_block",), {}),
    ],
)
def test_post_types(wanted: tuple[str, ...], expected: dict[str, str]) -> None:
    assert post_types(TYPES, wanted) == expected


def test_taxonomies_tell_categories_from_tags() -> None:
    assert taxonomies({"topic": {"hierarchical": True}, "region": {"hierarchical": False}, "odd": []}) == {
        "topic": True,
        "region": False,
    }


@pytest.mark.parametrize(("value", "total"), [("300", 300), ("0", 0), ("", None), ("many", None), (None, None)])
def test_total(value: str | None, total: int | None) -> None:
    headers = {} if value is None else {"X-WP-Total": value}
    assert total_of(TextResponse("https://a.org/", headers=headers)) == total


@pytest.mark.parametrize(
    ("local", "gmt", "expected"),
    [
        ("2026-07-01T10:00:00", "2026-07-01T08:00:00", "2026-07-01T10:00:00+02:00"),
        ("2026-01-01T10:00:00", "2026-01-01T09:00:00", "2026-01-01T10:00:00+01:00"),
        ("2026-01-01T10:00:00", "2026-01-01T15:30:00", "2026-01-01T10:00:00-05:30"),
        ("2026-01-01T10:00:00", "2026-01-01T10:00:00", "2026-01-01T10:00:00+00:00"),
        ("2026-01-01T10:00:00", "0000-00-00T00:00:00", "2026-01-01T10:00:00"),
        ("2026-01-01T10:00:00", None, "2026-01-01T10:00:00"),
        (None, None, ""),
        (12, 3, ""),
    ],
)
def test_offset_is_told_by_both_dates(local: Any, gmt: Any, expected: str) -> None:
    assert with_offset(local, gmt) == expected


ITEM: dict[str, Any] = {
    "id": 7,
    "link": "https://a.org/guide/",
    "title": {"rendered": "Guide &#8211; one"},
    "excerpt": {"rendered": "<p>How to begin.</p>", "protected": False},
    "content": {
        "rendered": '<p><a href="/f/guide.pdf">Guide</a> <a href="/f/guide.pdf">again</a> <a href="/x/">x</a></p>'
    },
    "date": "2026-07-01T10:00:00",
    "date_gmt": "2026-07-01T08:00:00",
    "_embedded": {
        "author": [{"name": "Amina Diallo"}],
        "wp:featuredmedia": [{"source_url": "https://a.org/cover.jpg"}],
        "wp:term": [
            [{"taxonomy": "category", "name": "Law &amp; policy"}],
            [{"taxonomy": "post_tag", "name": "Global"}],
            [{"taxonomy": "region", "name": "Asia"}, {"taxonomy": "sector"}],
        ],
    },
}


def test_fields_and_origins_go_together() -> None:
    fields = fields_of(ITEM, {"category": True, "post_tag": False, "region": True})
    assert fields["categories"] == ["Law &amp; policy", "Asia"]
    assert fields["tags"] == ["Global"]
    assert fields["authors"] == ["Amina Diallo"]
    assert fields["image"] == "https://a.org/cover.jpg"
    assert fields["published"] == "2026-07-01T10:00:00+02:00"
    assert fields["files"] == [{"url": "https://a.org/f/guide.pdf", "title": "Guide"}]
    assert set(origins_of(ITEM, {})) == {"url", *fields}


@pytest.mark.parametrize(
    "embedded",
    [{}, {"author": [{"code": "rest_user_invalid_id"}]}, {"author": None, "wp:term": None, "wp:featuredmedia": [None]}],
)
def test_what_a_site_hides_is_not_claimed(embedded: dict[str, Any]) -> None:
    fields = fields_of(ITEM | {"_embedded": embedded}, {})
    assert "authors" not in fields
    assert (fields["categories"], fields["tags"], fields["image"]) == ([], [], "")


def test_a_protected_post_shows_no_text() -> None:
    protected = {"rendered": "There is no excerpt because this is a protected post.", "protected": True}
    fields = fields_of(ITEM | {"excerpt": protected, "content": {"rendered": "", "protected": True}}, {})
    assert fields["teaser"] == ""
    assert "content" not in fields


@pytest.mark.parametrize(
    "markup", ["", "plain", "<a href=", '<a href="javascript:x.pdf">x</a>', '<a href="http://[">x.pdf</a>']
)
def test_odd_markup_has_no_files(markup: str) -> None:
    assert files_in(markup, "https://a.org/") == []


def test_content_stands_in_only_where_a_type_has_no_excerpts() -> None:
    without = {name: value for name, value in ITEM.items() if name != "excerpt"}
    assert "teaser" not in fields_of(without, {})
    assert "content" in fields_of(without, {})
    assert fields_of(ITEM | {"excerpt": {"rendered": ""}}, {})["teaser"] == ""
