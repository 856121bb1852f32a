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
from pipeline.urls import identity

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


@dataclass(frozen=True, slots=True)
class Sought:
    """A listing's first records as REST may know them: by address, id or slug."""

    identities: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    slugs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, reading: Reading | None) -> Sought:
        records = reading.records[:SAMPLE] if reading else ()
        names = [_name(record.url) for record in records]
        numbers = {each.native_id for each in records if each.native_id} | {each for each in names if each.isdigit()}
        return cls(
            frozenset(identity(each.url) for each in records),
            frozenset(numbers),
            frozenset(each for each in names if each and not each.isdigit()),
        )

    def queries(self) -> list[dict[str, str]]:
        """REST queries (WordPress REST API handbook, "Posts") whose answers hold the sought items, if REST has them."""
        fields = {"_fields": "link", "per_page": str(SAMPLE)}
        queries = []
        if self.ids:
            queries.append(fields | {"include": ",".join(sorted(self.ids))})
        if self.slugs:
            queries.append(fields | {"slug": ",".join(sorted(self.slugs))})
        return queries


def _name(url: str) -> str:
    """An item's slug or id by its permalink: "/2026/05/water.html" → "water", "/?p=12" → "12"."""
    parts = urlsplit(url)
    if number := re.search(r"(?:^|&)(?:p|page_id)=(\d+)", parts.query):
        return number.group(1)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]).removesuffix(".html")


def identities_of(items: Any) -> frozenset[str]:
    """The addresses of a REST answer's items, in the form that compares."""
    links = [str(each.get("link") or "") for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    return frozenset(identity(link) for link in links if link.startswith("http"))


def choose(rungs: Sequence[Rung]) -> Rung | None:
    """The best usable rung: they come best first."""
    return next((rung for rung in rungs if rung.usable), None)
