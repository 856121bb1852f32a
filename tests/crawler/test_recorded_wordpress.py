"""A whole WordPress 7.1 site's recorded answers, replayed: every channel against what its database held."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from crawler.sitemap import read_sitemap
from crawler.sitemap_scope import Scope, section_of
from pipeline.decide import to_json
from pipeline.model import Channel, RunReport, Source
from pipeline.urls import identity
from storage.store import Store
from tests.sites.loopback import Answer, Request, serve

pytestmark = pytest.mark.shared
RECORDED = "http://127.0.0.1:8801"
NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)


class Recorded:
    """The site as it answered. REST's pages are given by number, whatever else is asked of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = {
            each["url"].removeprefix(RECORDED): each for each in json.loads((folder / "index.json").read_text())
        }
        self.truth: list[dict[str, Any]] = json.loads((folder / "all_items.json").read_text())
        self.url = ""

    def answer(self, request: Request) -> Answer:
        parts = urlsplit(request.target)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.path.startswith("/wp-json/wp/v2/") and "per_page" in query:
            return self._items(parts.path.rpartition("/")[2], query)
        if any(row["url"] == RECORDED + request.target for row in self.truth):
            return Answer(
                "<title>A page</title><h1>A page</h1><p>Items' pages were not recorded: that they are there counts.</p>"
            )
        entry = self.index.get(request.target)
        return self._file(entry["file"], entry) if entry else Answer("<title>Page not found</title>", status=404)

    def _file(self, name: str, entry: dict[str, Any]) -> Answer:
        return Answer(self._here((self.folder / name).read_text()), entry["status"], entry["headers"]["content-type"])

    def _here(self, text: str) -> str:
        return text.replace("http:\\/\\/127.0.0.1:8801", self.url.replace("/", "\\/")).replace(RECORDED, self.url)

    def _items(self, base: str, query: dict[str, str]) -> Answer:
        embedded = "-embed" if base == "posts" else ""
        files = sorted(self.folder.glob(f"rest-{base}{embedded}-p[0-9].json"))
        rows = [row for file in files for row in json.loads(file.read_text())]
        if base == "resource":
            rows = [row | {"_embedded": self._embedded(row)} for row in rows]
        if "include" in query:
            rows = [row for row in rows if str(row["id"]) in query["include"].split(",")]
        elif "slug" in query:
            rows = [row for row in rows if row["slug"] in query["slug"].split(",")]
        size, page = int(query["per_page"]), int(query.get("page", "1"))
        shown = rows[(page - 1) * size : page * size]
        total = {"X-WP-Total": str(len(rows)), "X-WP-TotalPages": str(-(-len(rows) // size))}
        return Answer(self._here(json.dumps(shown)), type="application/json; charset=UTF-8", headers=total)

    def _embedded(self, row: dict[str, Any]) -> dict[str, Any]:
        """What `_embed` would have brought along: terms and author by the recorded lists of them."""
        terms = [
            [term for term in json.loads((self.folder / f"rest-{base}-p1.json").read_text()) if term["id"] in row[base]]
            for base in ("resource_type", "region")
        ]
        users = json.loads((self.folder / "rest-users-p1.json").read_text())
        return {"author": [each for each in users if each["id"] == row["author"]], "wp:term": terms}


@contextmanager
def replaying(shared: Path) -> Iterator[Recorded]:
    site = Recorded(shared / "corpus" / "wordpress")
    with serve(site.answer) as url:
        site.url = url
        yield site


def sync(
    site: Recorded, folder: Path, channel: Channel, path: str = "/"
) -> tuple[RunReport, dict[str, dict[str, Any]]]:
    with Store.open(str(folder / "gleanery.db")) as store:
        source = Source("site", site.url + path, channel)
        store.put_source(source)
        report = asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOW))
        known = [each.resource for each in store.resources()]
    return report, {
        identity(each.url).partition("/")[2]: to_json(each) | {"native_id": each.native_id} for each in known
    }


def expected(row: dict[str, Any]) -> dict[str, Any]:
    names = [*row["categories"], *row["resource_type"], *row["region"]]  # the hierarchical taxonomies
    return {
        "native_id": str(row["id"]),
        "title": " ".join(row["raw_title" if row["protected"] else "title"].split()),
        "published": row["date"],
        "modified": row["modified"],
        "categories": sorted({unescape(name) for name in names if name != "Uncategorized"}),
        "tags": sorted({unescape(name) for name in row["tags"]}),
        "authors": [row["author"]],
    }


def test_rest_gives_all_items_with_every_field_right(shared: Path, tmp_path: Path) -> None:
    with replaying(shared) as site:
        report, got = sync(site, tmp_path, Channel.WORDPRESS)
    want = {identity(row["url"]).partition("/")[2]: expected(row) for row in site.truth}
    assert set(got) == set(want)
    wrong = []
    for path, row in want.items():
        shown = got[path] | {name: sorted(got[path][name]) for name in ("categories", "tags")}
        wrong += [(path, name, shown[name], value) for name, value in row.items() if shown[name] != value]
    assert wrong == []
    # The sitemap, recorded at the same time, names the same, pages and terms aside.
    second = report.inventory.second
    assert second is not None
    assert (second.kind, second.covered, second.total, second.gaps) == ("sitemap", 300, 300, ())
    assert report.inventory.statement == "300 of 300 resources (post 240 of 240, resource 60 of 60)"


def test_the_feed_gives_what_was_recorded_of_it_and_the_statement_names_the_rest(shared: Path, tmp_path: Path) -> None:
    with replaying(shared) as site:
        report, got = sync(site, tmp_path, Channel.FEED, "/feed/")
    want = {identity(row["url"]).partition("/")[2]: expected(row) for row in site.truth}
    assert len(got) == 20  # two pages of the feed were recorded
    for path, row in got.items():
        meant = want[path]
        assert (row["title"], row["authors"]) == (meant["title"], meant["authors"])
        assert {*row["tags"]} == {*meant["tags"], *meant["categories"]}
    assert report.inventory.statement.startswith("20 of 300 resources; ")
    assert "in the sitemap and not in the feed" in report.inventory.statement


def test_the_sitemap_names_all_items_and_nothing_else_is_taken_of_it(shared: Path) -> None:
    site = Recorded(shared / "corpus" / "wordpress")
    index = read_sitemap((site.folder / "wp-sitemap.xml").read_bytes(), f"{RECORDED}/wp-sitemap.xml")
    assert index is not None
    scope = Scope(f"{RECORDED}/")
    taken = []
    for file in index.places:
        if scope.takes_section(section_of(file.url)):
            part = read_sitemap((site.folder / file.url.rpartition("/")[2]).read_bytes(), file.url)
            assert part is not None
            taken += [place.url for place in part.places if scope.takes(place.url)]
    assert sorted(taken) == sorted(row["url"] for row in site.truth)
