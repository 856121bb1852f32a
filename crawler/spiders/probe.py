"""A visit to a site that finds out how it is best read: a dozen requests at most."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Any

import scrapy
from scrapy.http import Request, Response

from crawler.doors import feed, listing, sitemap, wordpress
from crawler.doors.visit import Visit, get
from crawler.probe import ProbeReport, Rung, choose, cms_of, plan_of
from pipeline.model import Channel, Failure

# The ladder, best first.
DOORS: tuple[tuple[Channel, Callable[[Visit], Awaitable[Rung]]], ...] = (
    (Channel.WORDPRESS, wordpress.look),
    (Channel.FEED, feed.look),
    (Channel.SITEMAP, sitemap.look),
    (Channel.LISTING, listing.look),
)


class ProbeSpider(scrapy.Spider):
    """Fills `report`. `only` restricts it to one channel, as a person may have chosen it."""

    name = "probe"

    def __init__(self, url: str = "", only: Channel = Channel.AUTO, types: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url
        self.only = only
        self.types = types
        self.report = ProbeReport(url)

    async def start(self) -> AsyncIterator[Any]:
        page = await get(self.crawler.engine.download_async, self.url)
        if isinstance(page, Failure):
            self.report = replace(self.report, failures=(page,))
        else:
            await self._look_at(page)
        for request in list[Request]():  # Scrapy wants a generator; all was asked for already
            yield request

    async def _look_at(self, page: Response) -> None:
        download = self.crawler.engine.download_async
        visit = Visit(self.url, page, download, listing.read(page), self.only, self.types)
        rungs = [await _at(visit, channel, look) for channel, look in DOORS if visit.wants(channel)]
        cms = cms_of(page.body)
        chosen = choose(rungs)
        self.report = replace(
            self.report,
            cms=cms,
            rungs=tuple(rungs),
            plan=plan_of(chosen, cms) if chosen else None,
            preview=tuple(visit.previews.get(chosen.channel, ())) if chosen else (),
            next_url=visit.reading.next_url if visit.reading else None,
            wrapper=visit.reading.wrapper if visit.reading else None,
            failures=tuple(visit.failures),
        )


async def _at(visit: Visit, channel: Channel, look: Callable[[Visit], Awaitable[Rung]]) -> Rung:
    """One door's answer; an error of ours at it is said, and leaves the other doors their turn."""
    try:
        return await look(visit)
    except Exception as error:
        if os.environ.get("GLEANERY_DEBUG"):
            raise
        return Rung(channel, visit.url, usable=False, reason=f"an unexpected error: {error!r}")
