"""Discourse's topic lists, read (docs.discourse.org: a list answers as JSON at its address with `.json`). No network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from crawler.items import Item
from crawler.values import escaped, object_of, objects, text_of
from pipeline.model import JSON

_BASE = re.compile(r"data-base-(?:uri|url)=[\"']([^\"']*)[\"']")
_PART = re.compile(r"^((?:/[\w-]+)*?)(/(?:c|tag|tags)/.+?)(?:/l/\w+|\.json)?/?$")


def list_of(url: str, body: bytes) -> tuple[str, str]:
    """The site's root, and the list that `url` shows: all topics, or those of a category (`/c/…`) or a tag."""
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}"
    if part := _PART.match(parts.path):
        return f"{origin}{part[1]}/", f"{origin}{part[1]}{part[2]}/l/latest.json"
    base = _BASE.search(body.decode("utf-8", "replace"))
    folder = urlsplit(base[1]).path.strip("/") if base else ""
    root = f"{origin}/{folder}/" if folder else f"{origin}/"
    return root, f"{root}latest.json"


def page_url(address: str, page: int) -> str:
    """A page of a list, newest topics first, without the texts that only explain a category."""
    return f"{address}?{urlencode({'no_definitions': 'true', 'order': 'created', 'page': str(page)})}"


def category_names(answer: Any) -> dict[int, str]:
    """Names of the categories of `/site.json` by their numbers: those that visitors may see."""
    found = objects(object_of(answer).get("categories"))
    return {each["id"]: str(each["name"]) for each in found if isinstance(each.get("id"), int) and each.get("name")}


def read_topics(answer: Any, root: str, categories: Mapping[int, str]) -> tuple[list[Item], bool] | None:
    """Items, and whether older ones follow; None: the answer is no list of topics."""
    listed = object_of(object_of(answer).get("topic_list"))
    if not isinstance(listed.get("topics"), list):
        return None
    people = {text_of(each.get("id")): each for each in objects(answer.get("users"))}
    items = [
        item
        for each in objects(listed["topics"])
        if each.get("visible", True) and each.get("archetype", "regular") != "private_message"
        if (item := _item(each, root, categories, people)) is not None
    ]
    return items, bool(listed.get("more_topics_url"))


def _item(
    topic: Mapping[str, Any], root: str, categories: Mapping[int, str], people: Mapping[Any, Mapping[str, Any]]
) -> Item | None:
    number, title = topic.get("id"), topic.get("title")
    if not isinstance(number, int) or not isinstance(title, str):
        return None
    # The first of the posters is who began the topic.
    began = next((text_of(each.get("user_id")) for each in objects(topic.get("posters"))), "")
    author = people.get(began, {})
    tags = topic.get("tags") if isinstance(topic.get("tags"), list) else []
    placed = topic.get("category_id")
    category = categories.get(placed, "") if isinstance(placed, int) else ""
    fields: dict[str, JSON] = {
        "title": escaped(title),
        "published": text_of(topic.get("created_at")),
        "categories": [escaped(category)] if category else [],
        # Newer versions give tags as objects.
        "tags": [escaped(each.get("name") if isinstance(each, Mapping) else each) for each in tags or ()],
        "image": text_of(topic.get("image_url")),
    }
    if name := text_of(author.get("name")) or text_of(author.get("username")):
        fields["authors"] = [escaped(name)]
    if topic.get("excerpt"):
        fields["teaser"] = text_of(topic["excerpt"])
    url = urljoin(root, f"t/{text_of(topic.get('slug')) or '-'}/{number}")
    return Item(
        url, fields, {"url": "Discourse: id"} | {each: f"Discourse: {_ORIGINS[each]}" for each in fields}, str(number)
    )


_ORIGINS = {
    "title": "title", "published": "created_at", "categories": "category_id", "tags": "tags", "image": "image_url",
    "authors": "posters", "teaser": "excerpt",
}  # fmt: skip
