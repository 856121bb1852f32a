"""A visit to a site that finds out how it is best read: a dozen requests at most."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Any

import scrapy
from scrapy.http import Request, Response

from crawler.doors import discourse, drupal, feed, ghost, listing, oai, sitemap, wordpress
from crawler.doors.visit import Visit, get
from crawler.entrance import Entrance, entrance_of, sends_on
from crawler.feed import read_feed
from crawler.probe import ProbeReport, Rung, choose, not_taken, plan_of
from crawler.wordpress_discovery import home_of
from pipeline.model import Channel, Failure

# The ladder, best first.
DOORS: tuple[tuple[Channel, Callable[[Visit], Awaitable[Rung]]], ...] = (
    (Channel.WORDPRESS, wordpress.look),
    (Channel.DRUPAL, drupal.look),
    (Channel.GHOST, ghost.look),
    (Channel.DISCOURSE, discourse.look),
    (Channel.OAI, oai.look),
    (Channel.FEED, feed.look),
    (Channel.SITEMAP, sitemap.look),
    (Channel.LISTING, listing.look),
)

# So many doors one behind the other are gone through, and so many frames looked into.
_DOORS, _FRAMES = 3, 3


class ProbeSpider(scrapy.Spider):
    """Fills `report`. `only` restricts it to one channel, as a person may have chosen it."""

    name = "probe"
    custom_settings: dict[str, Any] | None = {"GLEANERY_PATIENCE": 0.0}  # noqa: RUF012 - Scrapy's; somebody waits for the answer

    def __init__(self, url: str = "", only: Channel = Channel.AUTO, types: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url
        self.only = only
        self.types = types
        self.report = ProbeReport(url)

    async def start(self) -> AsyncIterator[Any]:
        given = await get(self.crawler.engine.download_async, self.url)
        if isinstance(given, Failure):
            self.report = replace(self.report, failures=(given,))
        else:
            await self._look_around(await self._visit(given))
        for request in list[Request]():  # Scrapy wants a generator; all was asked for already
            yield request

    async def _visit(self, given: Response) -> Visit:
        """The visit that begins at the page that was named; where that is for machines, the site's home page beside it."""
        download = self.crawler.engine.download_async
        given, of_frames = await self._behind(given)
        reading = listing.read(given)
        content_type = (given.headers.get("Content-Type") or b"").decode("latin-1")
        entrance = Entrance.HOME if of_frames else entrance_of(given.url, given.body, content_type, reading)
        page = given
        if entrance in {Entrance.FEED, Entrance.DATA}:
            feed = read_feed(given.body, given.url, content_type) if entrance is Entrance.FEED else None
            home = await get(download, (feed.link if feed else "") or home_of(given.url), most=3)
            if isinstance(home, Response):
                page, reading = home, listing.read(home)
        return Visit(
            self.url, given, page, download, self._spent, entrance, reading, self.only, self.types
        )  # fmt: skip

    async def _behind(self, given: Response) -> tuple[Response, bool]:
        """The page that a door without anything on it leads to; of several frames the one with most on it."""
        of_frames = False
        for _ in range(_DOORS):
            kind, targets = sends_on(given.url, given.body)
            answers = [await get(self.crawler.engine.download_async, url, most=2) for url in targets[:_FRAMES]]
            pages = [each for each in answers if isinstance(each, Response)]
            if not pages:
                break
            given = max(pages, key=_records)
            of_frames = of_frames or kind is Entrance.HOME
        return given, of_frames

    def _spent(self) -> int:
        return int(self.crawler.stats.get_value("downloader/request_count", 0))

    async def _look_around(self, visit: Visit) -> None:
        rungs = [await _at(visit, channel, look) for channel, look in DOORS if visit.wants(channel)]
        chosen = choose(rungs)
        self.report = replace(
            self.report,
            cms=visit.cms,
            rungs=tuple(replace(rung, not_taken=not_taken(rung, chosen)) for rung in rungs),
            plan=plan_of(chosen, visit.cms, rungs) if chosen else None,
            preview=tuple(visit.previews.get(chosen.channel, ())) if chosen else (),
            next_url=visit.reading.next_url if visit.reading else None,
            wrapper=visit.reading.wrapper if visit.reading else None,
            failures=tuple(visit.failures),
        )


def _records(page: Response) -> int:
    reading = listing.read(page)
    return len(reading.records) if reading is not None else -1


async def _at(visit: Visit, channel: Channel, look: Callable[[Visit], Awaitable[Rung]]) -> Rung:
    """One door's answer; an error of ours at it is said, and leaves the other doors their turn."""
    try:
        return await look(visit)
    except Exception as error:
        if os.environ.get("GLEANERY_DEBUG"):
            raise
        return Rung(channel, visit.url, usable=False, reason=f"an unexpected error: {error!r}")
