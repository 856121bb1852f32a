"""Drupal's JSON:API, read (drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module; jsonapi.org). No network.

Of a site's many resource types only nodes are content; the rest are its parts (blocks, menus, comments, users).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

from crawler.items import Item
from crawler.values import escaped, object_of, objects, text_of
from crawler.wordpress import files_in
from pipeline.model import JSON
from pipeline.urls import is_file

PER_PAGE = 50  # the most that Drupal gives

# Basic pages are a site's furniture, like WordPress's (docs/decisions/0004): read only when asked for.
FURNITURE_TYPES = frozenset({"page", "webform", "landing_page", "homepage"})
# What may be brought along, by the kind of the thing that a relationship leads to.
_BROUGHT = ("taxonomy_term--", "user--", "file--", "media--")
_FLAT = re.compile(r"tag|keyword", re.IGNORECASE)
_APPEARED = re.compile(
    r"^(?:published_at|field_(?:\w+_)?(?:publication|published|publish|release|issue)\w*|field_date)$"
)
_AUTHOR = re.compile(r"^field_(?:\w+_)?authors?(?:_\w+)?$|^field_byline$")


@dataclass(frozen=True, slots=True)
class NodePage:
    """One page of nodes. `lacking` are relationships that were not brought along: asked again with them, it is whole."""

    items: tuple[Item, ...]
    lacking: frozenset[str]
    next_url: str | None
    total: int | None


def node_types(answer: Any, wanted: Collection[str] = ()) -> dict[str, str]:
    """Node type → address, from the API's index: the `wanted` ones, or every one that holds resources."""
    found = {}
    for name, link in object_of(object_of(answer).get("links")).items():
        kind = name.removeprefix("node--")
        href = object_of(link).get("href") if isinstance(link, Mapping) else link
        if kind == name or not isinstance(href, str):
            continue
        if kind in wanted if wanted else kind not in FURNITURE_TYPES:
            found[kind] = href
    return found


def is_index(answer: Any) -> bool:
    """True for the index of a JSON:API with nodes."""
    links = object_of(object_of(answer).get("links"))
    return "jsonapi" in object_of(answer) and any(name.startswith("node--") for name in links)


def page_url(address: str, include: Iterable[str], limit: int = PER_PAGE) -> str:
    """The first page of a type: published nodes only, oldest first."""
    query = {"filter[status]": "1", "sort": "drupal_internal__nid", "page[limit]": str(limit)}
    return _with(address, query, include)


def with_include(url: str, include: Iterable[str]) -> str:
    """The same page with more relationships brought along; it may be one that a `next` link has named."""
    return _with(url, {}, include)


def _with(url: str, query: Mapping[str, str], include: Iterable[str]) -> str:
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith("include=")]
    added = dict(query) | ({"include": ",".join(sorted(include))} if include else {})
    return urlunsplit(parts._replace(query="&".join([*kept, *([urlencode(added, safe=",[]")] if added else [])])))


def read_nodes(answer: Any, url: str, root: str, included: Collection[str]) -> NodePage | None:
    """Read a page of nodes; None: it is no JSON:API collection. `root` is the index's address, `url` the page's own."""
    if not isinstance(object_of(answer).get("data"), list):
        return None
    known = {_named(each): each for each in objects(answer.get("included"))}
    nodes = [each for each in objects(answer["data"]) if str(each.get("type")).startswith("node--")]
    following = object_of(answer.get("links")).get("next")
    href = following.get("href") if isinstance(following, Mapping) else following
    count = object_of(answer.get("meta")).get("count")
    return NodePage(
        items=tuple(item for each in nodes if (item := _item(each, known, root)) is not None),
        lacking=frozenset(_wanted(nodes, known) - set(included)),
        next_url=urljoin(url, href) if isinstance(href, str) and href else None,
        total=int(count) if isinstance(count, int | str) and str(count).isdigit() else None,
    )


def _named(thing: Mapping[str, Any]) -> tuple[str, str]:
    """What names a resource object, and what refers to it (jsonapi.org, "Resource Identifier Objects")."""
    return text_of(thing.get("type")), text_of(thing.get("id"))


def _targets(relationship: Any) -> list[Mapping[str, Any]]:
    return objects(object_of(relationship).get("data"))


def _wanted(nodes: Iterable[Mapping[str, Any]], known: Mapping[Any, Mapping[str, Any]]) -> set[str]:
    """Relationships that lead to terms, people and files, also through media."""
    wanted = set()
    for node in nodes:
        for name, relationship in object_of(node.get("relationships")).items():
            if name in {"node_type", "revision_uid", "menu_link"}:
                continue
            for target in _targets(relationship):
                kind = str(target.get("type"))
                if not kind.startswith(_BROUGHT):
                    continue
                wanted.add(name)
                media = known.get(_named(target), {})
                if kind.startswith("media--"):
                    inner = object_of(media.get("relationships"))
                    wanted |= {f"{name}.{each}" for each in inner if each.startswith("field_media_")}
    return wanted


def _item(node: Mapping[str, Any], known: Mapping[Any, Mapping[str, Any]], root: str) -> Item | None:
    attributes = object_of(node.get("attributes"))
    number = text_of(attributes.get("drupal_internal__nid"))
    if not number or attributes.get("status") is False:
        return None
    path = object_of(attributes.get("path"))
    home = root.removesuffix("/").rpartition("/")[0]
    url = f"{home}{text_of(path.get('alias')) or f'/node/{number}'}"
    language = text_of(attributes.get("langcode"))
    translated = attributes.get("default_langcode") is False
    body = _body(attributes)
    fields: dict[str, JSON] = {
        "title": escaped(attributes.get("title")),
        "published": _published(attributes),
        "modified": text_of(attributes.get("changed")),
        **_linked(node, known, url, files_in(text_of(body.get("processed") or body.get("value")), url)),
    }
    fields["teaser" if body.get("summary") else "content"] = text_of(
        body.get("summary") or body.get("processed") or body.get("value")
    )
    if language not in {"", "und", "zxx"}:
        fields["language"] = language
    origins = {"url": "JSON:API: path"} | {name: f"JSON:API: {_ORIGINS[name]}" for name in fields}
    return Item(url, fields, origins, f"{number}:{language}" if translated else number)


_ORIGINS = {
    "title": "title", "published": "created", "modified": "changed", "files": "links in the body, files",
    "teaser": "summary", "content": "body", "language": "langcode", "categories": "taxonomy terms", "tags": "taxonomy terms",
    "authors": "uid, author fields", "image": "image files",
}  # fmt: skip


def _body(attributes: Mapping[str, Any]) -> Mapping[str, Any]:
    """The formatted text that is the node's body: the field of that name, else the longest one."""
    texts = {name: each for name, each in attributes.items() if isinstance(each, Mapping) and "processed" in each}
    if "body" in texts:
        return texts["body"]
    return max(texts.values(), key=lambda each: len(text_of(each.get("processed"))), default={})


def _published(attributes: Mapping[str, Any]) -> str:
    """A date of its own that says when the work appeared, else when the node was made."""
    stated = (text_of(each) for name, each in attributes.items() if _APPEARED.match(name))
    return next((each for each in stated if re.match(r"\d{4}-\d\d", each)), "") or text_of(attributes.get("created"))


def _linked(
    node: Mapping[str, Any], known: Mapping[Any, Mapping[str, Any]], url: str, in_body: Iterable[Mapping[str, JSON]]
) -> dict[str, JSON]:
    """Terms, people and files by their names, from what was brought along; files also from the body's links."""
    pairs = [
        (name, target, known[_named(target)])
        for name, relationship in object_of(node.get("relationships")).items()
        for target in _targets(relationship)
        if _named(target) in known
    ]
    linked: dict[str, JSON] = {"categories": [], "tags": []}
    for name, _, term in pairs:
        kind = str(term.get("type"))
        if kind.startswith("taxonomy_term--"):
            named = linked["tags" if _FLAT.search(kind) or _FLAT.search(name) else "categories"]
            if isinstance(named, list):
                named.append(_label(term))
    # Who wrote it, rather than whose account made the node.
    own = [value for name, value in object_of(node.get("attributes")).items() if _AUTHOR.match(name)]
    authors = [escaped(each) for value in own for each in (value if isinstance(value, list) else [value])]
    authors += [_label(each) for name, _, each in pairs if _AUTHOR.match(name)]
    accounts = [_label(each) for name, _, each in pairs if name == "uid"]
    if names := [each for each in authors if each] or [each for each in accounts if each]:
        linked["authors"] = [*dict.fromkeys(names)]
    return linked | _attached(pairs, known, url, in_body)


def _label(thing: Mapping[str, Any]) -> str:
    its = object_of(thing.get("attributes"))
    return escaped(its.get("display_name") or its.get("name") or its.get("title"))


def _attached(
    pairs: Iterable[tuple[str, Mapping[str, Any], Mapping[str, Any]]],
    known: Mapping[Any, Mapping[str, Any]],
    url: str,
    in_body: Iterable[Mapping[str, JSON]],
) -> dict[str, JSON]:
    """The first image, and the files that are linked or attached, each once."""
    files: dict[str, JSON] = {str(each["url"]): dict(each) for each in in_body}
    image = ""
    for _, target, thing in pairs:
        for file in _files(thing, known):
            its = object_of(file.get("attributes"))
            address = urljoin(url, text_of(object_of(its.get("uri")).get("url")))
            if is_file(address):
                title = text_of(object_of(target.get("meta")).get("description")) or text_of(its.get("filename"))
                files.setdefault(address, {"url": address, "title": escaped(title)})
            elif str(its.get("filemime")).startswith("image/"):
                image = image or address
    return {"image": image, "files": [*files.values()]}


def _files(thing: Mapping[str, Any], known: Mapping[Any, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The files that a file or a media entity stands for."""
    if str(thing.get("type")).startswith("file--"):
        return [thing]
    if not str(thing.get("type")).startswith("media--"):
        return []
    targets = [
        target
        for name, relationship in object_of(thing.get("relationships")).items()
        if name.startswith("field_media_")
        for target in _targets(relationship)
    ]
    return [known[_named(each)] for each in targets if _named(each) in known]
