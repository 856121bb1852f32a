"""Which channels does a site offer, and which of them is best? The questions and their answers; asking is the spider's.

A `Rung` is one channel of the ladder (docs: how a site is read): tried, and usable or not, with the reason in words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from crawler.listing.model import Reading
from pipeline.model import JSON, Channel, Failure, Plan, Resource
from pipeline.urls import identity

# A probe is a visit, not a harvest: so many requests in all, those for robots.txt and redirects among them.
MAX_REQUESTS = 12
PREVIEW = 10
# How many of the listing's records are looked up to see whether REST holds them.
SAMPLE = 5


@dataclass(frozen=True, slots=True)
class Rung:
    """One channel of a site: where it starts, whether it can be used, why (not), and how many items it claims.

    `whole`: as far as can be seen it gives every item; a feed of the newest ten does not. `detail` is what the channel's
    spider needs to know beside `entry_url`. `not_taken`: why a usable one was not chosen.
    """

    channel: Channel
    entry_url: str
    usable: bool
    reason: str
    claimed: int | None = None
    whole: bool = True
    detail: Mapping[str, JSON] = field(default_factory=dict)
    not_taken: str = ""


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


@dataclass(frozen=True, slots=True)
class Sought:
    """A listing's first records as REST may know them: by address, id or slug."""

    identities: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    slugs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, reading: Reading | None) -> Sought:
        records = reading.records[:SAMPLE] if reading else ()
        return cls.of_urls([each.url for each in records], [each.native_id for each in records if each.native_id])

    @classmethod
    def of_urls(cls, urls: Sequence[str], ids: Iterable[str] = ()) -> Sought:
        """The first items at these addresses."""
        names = [_name(url) for url in urls[:SAMPLE]]
        return cls(
            frozenset(identity(url) for url in urls[:SAMPLE]),
            frozenset(ids) | {each for each in names if each.isdigit()},
            frozenset(each for each in names if each and not each.isdigit()),
        )

    def found_in(self, urls: Iterable[str]) -> frozenset[str]:
        """Which of the sought items are among these addresses, as identities."""
        return self.identities & {identity(url) for url in urls if url.startswith("http")}

    def missed(self, found: Collection[str]) -> str:
        """How many of the sought items were found, in words, if that is less than half: the channel holds other things."""
        if 2 * len(found) >= len(self.identities):
            return ""
        return f"of this page's first {len(self.identities)} records {len(found)}"

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


def choose(rungs: Sequence[Rung]) -> Rung | None:
    """The best usable rung that gives everything, else the best usable one: they come best first."""
    usable = [rung for rung in rungs if rung.usable]
    return next((rung for rung in usable if rung.whole), usable[0] if usable else None)


def not_taken(rung: Rung, chosen: Rung | None) -> str:
    """Why this usable rung was not chosen; "" for the chosen one, and for one whose `reason` says why it cannot be used."""
    if chosen is None or rung is chosen or not rung.usable:
        return ""
    if not rung.whole:
        return f"{chosen.channel.value} goes back further"
    return f"{chosen.channel.value} gives more of each item"


def plan_of(rung: Rung, cms: str, rungs: Sequence[Rung] = ()) -> Plan:
    """The plan that takes `rung`. Where the site's sitemap lies is noted beside it, whatever channel is read."""
    sitemap = next((each.detail["sitemap"] for each in rungs if "sitemap" in each.detail), None)
    detail = dict(rung.detail) if sitemap is None else {**rung.detail, "sitemap": sitemap}
    return Plan(rung.channel, rung.entry_url, cms, rung.reason, detail)
