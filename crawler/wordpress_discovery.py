"""Where a WordPress site's REST API is (WordPress REST API handbook, "Discovery"). No network."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

_API_LINK_TAG = re.compile(rb"<link[^>]+rel=[\"']https://api\.w\.org/[\"'][^>]*>", re.IGNORECASE)
_API_LINK_HEADER = re.compile(r"<([^>]+)>\s*;[^,]*rel=\"?https://api\.w\.org/\"?")
_HREF = re.compile(rb"href=[\"']([^\"']+)[\"']", re.IGNORECASE)
_ASSET = re.compile(rb"[\"'](https?://[^\"'\s]+?|/[^\"'\s]*?|)/wp-(?:content|includes)/", re.IGNORECASE)


def rest_roots(url: str, link_header: str, body: bytes) -> list[str]:
    """Where WordPress's REST API may be, likeliest first: stated in the Link header or by `<link>` (WordPress REST API
    handbook, "Discovery"), then beside the assets (installs in a sub-folder), then at the usual places of the site's root.
    """
    found: list[str] = []
    if stated := _API_LINK_HEADER.search(link_header):
        found.append(stated.group(1))
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
