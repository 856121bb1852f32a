"""Where a WordPress site's REST API is (WordPress REST API handbook, "Discovery"). No network."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

from crawler.link_header import linked

_API = "https://api.w.org/"
_API_LINK_TAG = re.compile(rb"<link[^>]+rel=[\"']https://api\.w\.org/[\"'][^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"href=[\"']([^\"']+)[\"']", re.IGNORECASE)
_ASSET = re.compile(rb"[\"'](https?://[^\"'\s]+?|/[^\"'\s]*?|)/wp-(?:content|includes)/", re.IGNORECASE)


_REST_PATH = re.compile(r"^(.*?/wp-json)(?:/(.*))?$")
_FEED_PATH = re.compile(
    r"(?:/feed(?:/(?:rss2?|atom|rdf))?/?|/[\w-]*(?:rss|atom|feed|index)[\w-]*\.(?:xml|rss|atom|json|rdf))$"
)


def rest_address(url: str) -> tuple[str, str] | None:
    """The root and the route, if `url` is an address of a REST API: ("https://a.org/wp-json/", "wp/v2/posts"), else None."""
    parts = urlsplit(url)
    if found := _REST_PATH.match(parts.path):
        return urlunsplit(parts._replace(path=found[1] + "/", query="", fragment="")), (found[2] or "").strip("/")
    route = dict(parse_qsl(parts.query)).get("rest_route")
    if route is None:
        return None
    return urlunsplit(parts._replace(query="rest_route=/", fragment="")), route.strip("/")


def home_of(url: str) -> str:
    """The page for people that an address for machines belongs to: its install's home, or the folder that a feed is of."""
    if found := rest_address(url):
        return urljoin(found[0].partition("?")[0], ".." if "/wp-json" in found[0] else ".")
    parts = urlsplit(url)
    path = _FEED_PATH.sub("/", parts.path)
    return urlunsplit(parts._replace(path=path if path != parts.path else "/", query="", fragment=""))


def rest_roots(url: str, link_header: str, body: bytes) -> list[str]:
    """Where WordPress's REST API may be, likeliest first: stated in the Link header or by `<link>` (WordPress REST API
    handbook, "Discovery"), then beside the assets (installs in a sub-folder), then at the usual places of the site's root.
    """
    found: list[str] = []
    if own := rest_address(url):
        return [own[0]]
    if stated := linked(link_header, _API):
        found.append(stated)
    if (tag := _API_LINK_TAG.search(body)) and (href := _HREF.search(tag.group(0))):
        found.append(href.group(1).decode("utf-8", "replace"))
    if found:
        return list(dict.fromkeys(urljoin(url, each.replace("&amp;", "&")) for each in found))
    asset = _ASSET.search(body)
    for base in (asset.group(1).decode("utf-8", "replace") if asset else "", ""):
        folder = urljoin(url, base + "/")
        if urlsplit(folder).netloc == urlsplit(url).netloc:
            found += [folder + "wp-json/", folder + "?rest_route=/"]
    return list(dict.fromkeys(found))


def is_rest_index(answer: Any) -> bool:
    """True if the parsed answer is the index of a WordPress REST API with the routes that a harvest needs."""
    return isinstance(answer, dict) and "wp/v2" in (answer.get("namespaces") or ())
