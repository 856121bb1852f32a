"""Shapes of sites: how a site may offer its listing, and what the best channel of that shape can give.

Each shape is a site on loopback that answers in the exact forms of the systems it stands for. `measure` reads it as a
person would: by its address alone, into a new database.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source, probe_site
from pipeline.model import Channel, Known, Source
from storage.store import Store
from tests.sites.loopback import Answer, Handler, Request, serve
from tests.sites.works import Work

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
Expected = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """`site` makes the handler for an address; `entry` is the path that a person gives.

    `channel` is the right rung; `items` are what it can give, each as the fields that it can give: see `fields_of`.
    """

    name: str
    site: Callable[[str], Handler]
    channel: Channel
    items: tuple[Expected, ...]
    entry: str = "/"


@dataclass(frozen=True, slots=True)
class Measured:
    """How a shape was read. `right` of `asked` fields are as they should be; `wrong` tells the first of the others."""

    name: str
    named: str
    expected: str
    found: int
    possible: int
    extra: int
    right: int
    asked: int
    requests: int
    outcome: str
    wrong: tuple[str, ...] = field(default_factory=tuple)

    @property
    def share(self) -> float:
        return self.found / self.possible if self.possible else 1.0

    @property
    def perfect(self) -> bool:
        return (
            self.named == self.expected
            and self.found == self.possible
            and not self.extra
            and self.right == self.asked
            and self.requests <= 12
        )


def measure(shape: Shape) -> Measured:
    """Probe the site once for the rung and its cost, then sync it, and compare what the store holds with the truth."""
    handle: list[Handler] = []

    def answer(request: Request) -> Answer:
        return handle[0](request)

    with serve(answer) as url, tempfile.TemporaryDirectory() as folder:
        handle.append(shape.site(url))
        probed = probe_site(url + shape.entry)
        with Store.open(str(Path(folder) / "gleanery.db")) as store:
            source = Source("site", url + shape.entry)
            store.put_source(source)
            report = asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))
            known = {urlsplit(each.resource.url).path + _query(each): each for each in store.resources()}
    wanted = {str(each["path"]): each for each in shape.items}
    wrong = [
        f"{path}: {name} is {got!r}, not {value!r}"
        for path, each in wanted.items()
        if path in known
        for name, value in each.items()
        if (got := fields_of(known[path]).get(name)) != value
    ]
    asked = sum(len(each) for path, each in wanted.items() if path in known)
    return Measured(
        name=shape.name,
        named=str(probed.plan.channel) if probed.plan else "none",
        expected=str(shape.channel),
        found=len(wanted.keys() & known.keys()),
        possible=len(wanted),
        extra=len(known.keys() - wanted.keys()),
        right=asked - len(wrong),
        asked=asked,
        requests=probed.requests,
        outcome=f"{report.outcome.kind}: {report.outcome.evidence}",
        wrong=tuple(wrong[:3]) + tuple(f"not wanted: {path}" for path in sorted(known.keys() - wanted.keys())[:3]),
    )


def _query(known: Known) -> str:
    query = urlsplit(known.resource.url).query
    return f"?{query}" if query else ""


def fields_of(known: Known) -> dict[str, Any]:
    """What the store holds of an item, in the form in which shapes expect it."""
    resource = known.resource
    parts = urlsplit(resource.url)
    return {
        "path": parts.path + (f"?{parts.query}" if parts.query else ""),
        "title": resource.title,
        "teaser": resource.teaser,
        "published": resource.published.utc if resource.published else None,
        "day": resource.published.text[:10] if resource.published else "",
        "categories": sorted(resource.categories),
        "tags": sorted(resource.tags),
        "authors": list(resource.authors),
        "files": [urlsplit(each.url).path for each in resource.files],
        "language": resource.language,
    }


def of_page(works: Iterable[Work]) -> tuple[Expected, ...]:
    """What a listing's HTML gives: a day rather than a moment, no terms that it does not show."""
    return tuple(
        {"path": w.path, "title": w.title, "teaser": w.teaser, "day": w.stamp[:10], "authors": [w.author]}
        for w in works
    )


def of_feed(works: Iterable[Work]) -> tuple[Expected, ...]:
    """What a feed gives: all its terms are tags (docs/decisions/0006)."""
    return tuple(
        {
            "path": w.path,
            "title": w.title,
            "teaser": w.teaser,
            "published": w.published,
            "tags": sorted({w.category, *w.tags}),
            "authors": [w.author],
        }
        for w in works
    )


def of_api(works: Iterable[Work]) -> tuple[Expected, ...]:
    """What a system's own API gives."""
    return tuple(
        {
            "path": w.path,
            "title": w.title,
            "teaser": w.teaser,
            "published": w.published,
            "categories": [w.category],
            "tags": sorted(w.tags),
            "authors": [w.author],
        }
        for w in works
    )
