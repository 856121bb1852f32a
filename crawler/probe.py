"""Which channels does a site offer, and which of them is best? The questions and their answers; asking is the spider's.

A `Rung` is one channel of the ladder (docs: how a site is read): tried, and usable or not, with the reason in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from crawler.listing.model import Reading
from pipeline.model import JSON, Channel, Failure, Plan, Resource

# A probe is a visit, not a harvest.
MAX_REQUESTS = 12
PREVIEW = 10
# How many of the listing's records are looked up to see whether REST holds them.
SAMPLE = 5


@dataclass(frozen=True, slots=True)
class Rung:
    """One channel of a site: where it starts, whether it can be used, why (not), and how many items it claims."""

    channel: Channel
    entry_url: str
    usable: bool
    reason: str
    claimed: int | None = None


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """What a probe found. `plan` is None where no channel can be used; `failures` then say why."""

    url: str
    cms: str = ""
    rungs: tuple[Rung, ...] = ()
    plan: Plan | None = None
    preview: tuple[Resource, ...] = ()
    next_url: str | None = None
    wrapper: Mapping[str, JSON] | None = None
    requests: int = 0
    bytes: int = 0
    failures: tuple[Failure, ...] = field(default_factory=tuple)


_API_LINK_TAG = re.compile(rb"<link[^>]+rel=[\"']https://api\.w\.org/[\"'][^>]*>", re.IGNORECASE)
_API_LINK_HEADER = re.compile(r"<([^>]+)>\s*;[^,]*rel=\"?https://api\.w\.org/\"?")
_HREF = re.compile(rb"href=[\"']([^\"']+)[\"']", re.IGNORECASE)
_GENERATOR = re.compile(rb"<meta[^>]+name=[\"']generator[\"'][^>]*content=[\"']([^\"']+)[\"']", re.IGNORECASE)
_ASSET = re.compile(rb"[\"'](https?://[^\"'\s]+?|/[^\"'\s]*?|)/wp-(?:content|includes)/", re.IGNORECASE)


def cms_of(body: bytes) -> str:
    """What the page says that it is made with ("WordPress 7.1"), or what its assets tell; "" if neither does."""
    if found := _GENERATOR.search(body):
        return found.group(1).decode("utf-8", "replace").strip()
    return "WordPress" if _ASSET.search(body) else ""


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


def slugs(reading: Reading) -> list[str]:
    """The slugs of the first records of a listing: the last part of each permalink's path."""
    parts = (urlsplit(record.url).path.rstrip("/").rpartition("/")[2] for record in reading.records[:SAMPLE])
    return [unquote(part) for part in parts if part]


def choose(rungs: Sequence[Rung]) -> Rung | None:
    """The best usable rung: they come best first."""
    return next((rung for rung in rungs if rung.usable), None)
