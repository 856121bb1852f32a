"""The look-alike's forms are the real WordPress's."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.sites.like_model import sample_posts
from tests.sites.wordpress_like import LikeSite, wordpress_like

if TYPE_CHECKING:
    from tests.sites.wordpress import WordPress


def ask(url: str) -> tuple[int, Any, dict[str, str]]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, json.load(answer), dict(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error), dict(error.headers)


@pytest.fixture
def site() -> Iterator[LikeSite]:
    with wordpress_like([*sample_posts(120), *sample_posts(5, "resource", 500)]) as running:
        yield running


def test_pages_lead_to_the_stated_total(site: LikeSite) -> None:
    api = f"{site.url}/wp-json/wp/v2/posts"
    _, first, headers = ask(f"{api}?per_page=100")
    _, second, _ = ask(f"{api}?per_page=100&page=2")
    assert (headers["X-WP-Total"], headers["X-WP-TotalPages"]) == ("120", "2")
    assert [row["id"] for row in first + second] == list(range(120, 0, -1))
    assert f"{api}?per_page=100&page=2" in headers["Link"]
    assert ask(f"{site.url}/?rest_route=/wp/v2/posts&per_page=100&page=2")[1] == second


def test_modified_after_counts_in_site_local_time(site: LikeSite) -> None:
    api = f"{site.url}/wp-json/wp/v2/posts"
    last = site.posts[119].date
    assert ask(f"{api}?modified_after={last}")[1] == []
    assert len(ask(f"{api}?modified_after={site.posts[117].date}")[1]) == 2
    assert len(ask(f"{api}?modified_after={site.posts[117].date}%2B01:00")[1]) == 2
    assert len(ask(f"{api}?modified_after={site.posts[117].date}Z")[1]) == 1


def test_faults_show(site: LikeSite) -> None:
    api = f"{site.url}/wp-json/wp/v2/posts"
    site.faults.fail_pages["posts", 2] = 500
    assert ask(f"{api}?per_page=100&page=2")[0] == 500
    assert ask(f"{api}?per_page=100&page=1")[0] == 200
    site.faults.closed = True
    assert ask(f"{site.url}/wp-json/")[:2] == (
        401,
        {"code": "rest_not_logged_in", "message": "You are not currently logged in.", "data": {"status": 401}},
    )


def shape(value: Any) -> Any:
    """A JSON value with its texts and numbers left out: names and kinds only; links and meta differ freely."""
    if isinstance(value, dict):
        return {name: shape(part) for name, part in value.items() if name not in {"_links", "meta", "media_details"}}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


@pytest.mark.wordpress
@pytest.mark.parametrize(
    "route",
    [
        "posts?per_page=1",
        "resources?per_page=1",
        "posts?per_page=101",
        "posts?page=500",
        "nosuch",
        "posts/99999",
        "users?per_page=1&_fields=id,name,slug,link",
        "categories?per_page=1",
        "types/resource",
        "taxonomies/region",
        "posts?modified_after=bogus",
        "posts?per_page=1&_fields=id,title",
        "posts?per_page=1&exclude=1,2,3",
        "search?per_page=1&subtype=post,resource&exclude=1,2,3",
        "search?per_page=1&subtype=post,nosuch",
    ],
)
def test_forms_are_the_real_ones(route: str, site: LikeSite, wordpress: WordPress) -> None:
    status, body, headers = ask(f"{site.url}/wp-json/wp/v2/{route}")
    real_status, real_body, real_headers = ask(f"{wordpress.url}/wp-json/wp/v2/{route}")
    assert status == real_status
    for part in (body, real_body):
        if isinstance(part, dict) and isinstance(part.get("data"), dict):
            part["data"].pop("details", None)
        for row in part if isinstance(part, list) else [part]:
            for name in ("tags", "categories", "region", "resource_type", "taxonomies", "icon"):
                if isinstance(row, dict):
                    row.pop(name, None)
    assert shape(body) == shape(real_body)
    assert ("X-WP-Total" in headers) == ("X-WP-Total" in real_headers)
    assert headers["Content-Type"] == real_headers["Content-Type"]
