"""The completeness statement: twenty planted gaps, all named; twenty whole sites, none invented."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, RunReport, Source
from storage.store import Store
from tests.sites.like_model import LikePost, sample_posts
from tests.sites.whole_like import Placed, WholeSite, whole_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


def at(folder: str, posts: list[LikePost], kind: str = "post") -> list[LikePost]:
    """The same posts at addresses under a folder."""
    return [
        Placed(
            **{name: getattr(post, name) for name in post.__dataclass_fields__} | {"type": kind},
            at=f"{folder}item-{post.id}/",
        )
        for post in posts
    ]


def sync(site: WholeSite, folder: Path, channel: Channel, path: str = "/", **options: int) -> RunReport:
    with Store.open(str(folder / "gleanery.db")) as store:
        source = Source("site", site.url + path, channel)
        store.put_source(source)
        return asyncio.run(harvest_source(store, source, HarvestOptions(**options), clock=lambda: NOW))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Case:
    """What is planted in a site, by which channel it is read, and what the statement has to say."""

    name: str
    posts: list[LikePost]
    channel: Channel
    plant: Callable[[WholeSite], None]
    says: tuple[str, ...] = ()
    path: str = "/"


def nothing(_: WholeSite) -> None:
    pass


def of(**values: object) -> Callable[[WholeSite], None]:
    """Sets attributes of the site's shape, its faults, or the site itself."""

    def plant(site: WholeSite) -> None:
        for name, value in values.items():
            holder = next(each for each in (site.shape, site.faults, site) if hasattr(each, name))
            setattr(holder, name, value)

    return plant


def gone(**channels: set[int]) -> Callable[[WholeSite], None]:
    return lambda site: site.gone.update(channels)


POSTS, RESOURCES = sample_posts(25), sample_posts(8, "resource", 50)
REPORTS = at("/report/", sample_posts(6, "post", 80), "report")
REST, FEED, SITEMAP, LISTING = Channel.WORDPRESS, Channel.FEED, Channel.SITEMAP, Channel.LISTING

LIBRARY = at("/library/", sample_posts(12, "resource", 300), "resource")


def library(site: WholeSite) -> None:
    """A page that lists what lies below it, beside the site's posts."""
    site.listings["/library/"] = lambda post: post.type == "resource"


def by_topic(site: WholeSite) -> None:
    """A page that lists the posts of one kind, and a term's own archive; both show some of the posts only."""
    site.listings["/news/"] = lambda post: post.id % 4 == 0
    site.listings["/category/c0/"] = lambda post: post.id % 3 == 0


GAPS = [
    Case("a hidden type", POSTS + REPORTS, REST, of(hidden={"report"}), ("6 under /report/ are in the sitemap and not offered by REST",)),
    Case("a hidden type behind a flat sitemap", POSTS + REPORTS, REST, of(hidden={"report"}, sitemap="flat"), ("6 under /report/",)),
    Case("a type that REST refuses", POSTS + RESOURCES, REST, of(closed_bases={"resources"}), ("1 page could not be read", "8 under /2023/")),
    Case("HTML in place of a type", POSTS + RESOURCES, REST, of(html_for={"resources"}), ("1 page could not be read", "8 under /2023/")),
    Case("posts that a filter hides from REST", POSTS, REST, gone(rest={3, 4, 5}), ("3 under /2023/ are in the sitemap and not offered by REST",)),
    Case("X-WP-Total above what comes", POSTS, REST, of(wrong_total={"posts": 31}), ("25 of 31",)),
    Case("an empty list with a total", POSTS + RESOURCES, REST, of(empty={"resources"}, wrong_total={"resources": 8}), ("25 of 33", "resource 0 of 8")),
    Case("a page of REST that answers 500", sample_posts(250), REST, of(fail_pages={("posts", 2): 500}), ("150 of 250", "1 page could not be read", "100 under /2023/")),
    Case("a language that REST leaves out", POSTS + at("/fr/", sample_posts(9, "post", 60)), REST, gone(rest=set(range(60, 69))), ("9 under /fr/ (language: fr)",)),
    Case("a feed of the newest ten", POSTS, FEED, of(feed_pages=False), ("newest entries only", "10 of 25", "15 under /2023/ are in the sitemap and not in the feed")),
    Case("a feed that breaks off", POSTS, FEED, of(feed_cut=True), ("could not be read", "in the sitemap and were not read")),
    Case("posts that the feed leaves out", POSTS, FEED, gone(feed={7, 8}), ("23 of 25", "2 under /2023/ are in the sitemap and not in the feed")),
    Case("a listing without a way to older pages", POSTS, LISTING, of(pager=False), ("10 of 25", "15 under /2023/ are in the sitemap and in no listing")),
    Case("items that are in no listing", POSTS + at("/archive/", sample_posts(3, "post", 60)), LISTING, gone(listing={60, 61, 62}), ("25 of 28", "3 under /archive/ are in the sitemap and in no listing")),
    Case("one item that is in no listing", POSTS, LISTING, gone(listing={9}), ("24 of 25", "1 under /2023/ is in the sitemap and in no listing")),
    Case("a listing's page that answers 500", POSTS, LISTING, of(broken={"/page/2/": 500}), ("1 page could not be read", "15 under /2023/")),
    Case("addresses in the sitemap that lead nowhere", POSTS, SITEMAP, lambda site: site.shape.broken.update({site.everything[0].path: 404}), ("24 of 24", "1 address leads nowhere (404)")),
    Case("a sitemap that breaks off", POSTS, SITEMAP, of(sitemap_cut=True), ("1 page could not be read",)),
    Case("a page in the sitemap that answers 500", POSTS, SITEMAP, lambda site: site.shape.broken.update({site.everything[0].path: 500}), ("24 of 25", "1 page could not be read")),
    Case("a second inventory that breaks off", POSTS, REST, of(sitemap_cut=True), ("25 of 25", "the sitemap could not be read whole")),
    Case("a section that robots.txt forbids", POSTS + at("/archive/", sample_posts(3, "post", 60)), LISTING, lambda site: (site.gone.update(listing={60, 61, 62}), setattr(site.faults, "robots", "Disallow: /archive/\n"))[0], ("3 under /archive/",)),
    Case("a page below a listing's folder", POSTS + LIBRARY, LISTING, lambda site: (library(site), site.gone.update(listing={303, 304}))[0], ("10 of 12", "2 under /library/ are in the sitemap and in no listing"), "/library/"),
]  # fmt: skip


@pytest.mark.parametrize("case", GAPS, ids=lambda case: case.name)
@pytest.mark.sampled(3)
def test_planted_gaps_are_named(case: Case, tmp_path: Path) -> None:
    with whole_like(case.posts) as site:
        case.plant(site)
        report = sync(site, tmp_path, case.channel, case.path)
    assert [words for words in case.says if words not in report.inventory.statement] == [], report.inventory.statement


MOVED = [replace(post, slug=f"caf%C3%A9-{post.id}") for post in sample_posts(6, "post", 200)]

WHOLE = [
    Case("posts by REST", POSTS, REST, nothing),
    Case("posts and resources by REST", POSTS + RESOURCES, REST, nothing),
    Case("plain permalinks of REST", POSTS, REST, of(plain_permalinks=True)),
    Case("a flat sitemap with all sorts of pages", POSTS, REST, of(sitemap="flat")),
    Case("a gzip sitemap", POSTS, REST, of(sitemap="gzip")),
    Case("a sitemap in many files", POSTS, REST, of(sitemap_size=4)),
    Case("a sitemap without lastmod", POSTS, REST, of(lastmod=False)),
    Case("no sitemap", POSTS, REST, of(sitemap="")),
    Case("a sitemap that lacks some", POSTS, REST, gone(sitemap={1, 2, 3})),
    Case("a sitemap with addresses that are gone", POSTS, REST, of(sitemap_extra=("/2019/gone/", "/2019/gone-too/"))),
    Case("a sitemap with files and archives", POSTS, REST, of(sitemap_extra=("/2023/report.pdf", "/tag/x/", "/2023/01/", "/category/a/b/"))),
    Case("a sitemap with plain pages", POSTS, REST, of(sitemap="flat", sitemap_extra=("/where-we-work/", "/our-story/", "/contact-us/"))),
    Case("a feed that goes back", POSTS, FEED, nothing),
    Case("a feed and a flat sitemap", POSTS, FEED, of(sitemap="flat")),
    Case("a listing", POSTS, LISTING, nothing),
    Case("a listing and a flat sitemap", POSTS, LISTING, of(sitemap="flat")),
    Case("two folders of posts in one listing", POSTS + at("/archive/", sample_posts(3, "post", 60)), LISTING, nothing),
    Case("letters beyond ASCII in the addresses", MOVED, REST, nothing),
    Case("pages by the sitemap", POSTS, SITEMAP, nothing),
    Case("pages by a flat sitemap", POSTS + RESOURCES, SITEMAP, of(sitemap="flat")),
    Case("a listing of one folder", POSTS + LIBRARY, LISTING, library, path="/library/"),
    Case("a listing of some posts", POSTS, LISTING, by_topic, path="/news/"),
    Case("a listing of a term's posts", POSTS, LISTING, by_topic, path="/category/c0/"),
]  # fmt: skip


@pytest.mark.parametrize("case", WHOLE, ids=lambda case: case.name)
@pytest.mark.sampled(3)
def test_nothing_is_invented_on_whole_sites(case: Case, tmp_path: Path) -> None:
    with whole_like(case.posts) as site:
        case.plant(site)
        report = sync(site, tmp_path, case.channel, case.path)
    second = report.inventory.second
    assert second is None or second.gaps == (), second
    assert report.inventory.complete, report.inventory.statement
    count = report.inventory.read
    assert count == len(case.posts) or case.path != "/"
    assert report.inventory.statement.startswith((f"{count} of {count} resources", f"{count} resources on"))
    assert ";" not in report.inventory.statement
