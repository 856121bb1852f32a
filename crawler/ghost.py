"""Ghost's Content API, read (docs.ghost.org/content-api). No network.

The key is public: Ghost prints it into each page for its own search and sign-up boxes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

from crawler.items import Item
from crawler.values import escaped, object_of, objects, text_of
from crawler.wordpress import files_in
from pipeline.model import JSON

PER_PAGE = 100  # the most that Ghost 6 gives

_KEY = re.compile(r"data-key=[\"']([0-9a-f]{26})[\"']")
_API = re.compile(r"data-api=[\"']([^\"']+/ghost/api/[^\"']*)[\"']")


@dataclass(frozen=True, slots=True)
class Door:
    """Where a site's Content API is, and the key that its pages carry."""

    root: str
    key: str


def door_of(body: bytes, url: str) -> Door | None:
    """The Content API that a page names, or None if it carries no key."""
    text = body.decode("utf-8", "replace")
    key = _KEY.search(text)
    if key is None:
        return None
    api = _API.search(text)
    root = api[1] if api else "/ghost/api/content/"
    return Door(urljoin(url, root.replace("&amp;", "&")).rstrip("/") + "/", key[1])


def posts_url(root: str, key: str, page: int, limit: int = PER_PAGE) -> str:
    """The address of a page of posts, oldest first: what is added while we read comes at the end."""
    query = {"key": key, "include": "tags,authors", "limit": str(limit), "page": str(page), "order": "published_at asc"}
    return f"{root}posts/?{urlencode(query, safe=',')}"


def read_posts(answer: Any) -> tuple[list[Item], int, int] | None:
    """Items, the total that the site states, and the number of pages; None: the answer is none of the Content API."""
    pagination = object_of(object_of(object_of(answer).get("meta")).get("pagination"))
    total, pages = pagination.get("total"), pagination.get("pages")
    if not isinstance(total, int) or not isinstance(pages, int) or not isinstance(answer.get("posts"), list):
        return None
    return [item for each in objects(answer["posts"]) if (item := _item(each)) is not None], total, pages


def _item(post: Mapping[str, Any]) -> Item | None:
    url, number = text_of(post.get("url")), text_of(post.get("id"))
    if not url or not number:
        return None
    tags = [each for each in objects(post.get("tags")) if each.get("visibility", "public") == "public"]
    fields: dict[str, JSON] = {
        "title": escaped(post.get("title")),
        "teaser": escaped(post.get("custom_excerpt") or post.get("excerpt")),
        "published": text_of(post.get("published_at")),
        "modified": text_of(post.get("updated_at")),
        "tags": [escaped(each["name"]) for each in tags if each.get("name")],
        "authors": [escaped(each["name"]) for each in objects(post.get("authors")) if each.get("name")],
        "image": text_of(post.get("feature_image")),
        "files": [dict(each) for each in files_in(text_of(post.get("html")), url)],
    }
    return Item(url, fields, {"url": "Ghost: url"} | {name: f"Ghost: {_ORIGINS[name]}" for name in fields}, number)


_ORIGINS = {
    "title": "title", "teaser": "custom_excerpt, excerpt", "published": "published_at", "modified": "updated_at",
    "tags": "tags", "authors": "authors", "image": "feature_image", "files": "links in html",
}  # fmt: skip
