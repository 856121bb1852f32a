"""Asks for the pages of a listing or feed on which something should stand (`crawler.look_up`)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from scrapy.http import Request, Response, TextResponse
from scrapy.http.request import NO_CALLBACK

from crawler.faults import REFUSALS, from_exception, from_status, is_genuine_page
from crawler.items import ReadPage
from crawler.look_up import MOST, MOST_VAIN, Sought, page_address, pages_for
from crawler.page_metadata import read_page
from crawler.spiders.base import HarvestSpider
from crawler.spiders.feed import FeedSpider
from crawler.spiders.listing import ListingSpider, declared_encoding
from pipeline import dates
from pipeline.model import Failure
from pipeline.urls import identity

OK = 200


class LookUp(HarvestSpider):
    """One thing after another: its own page for its date, if that is not known, then the page that it should be on.

    What the pages show is committed as ever. A page that is not there is none of the run's failures. Where two in a row are
    not where they should be, the pages are sorted otherwise, and the others are not looked for.
    """

    def __init__(self, *args: Any, sought: Sequence[Sought] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sought = sought
        self._met: set[int] = set()
        self._looked: set[int] = set()

    async def start(self) -> AsyncIterator[Any]:
        vain = 0
        for each in self._sought:
            if vain >= MOST_VAIN or len(self._looked) >= MOST:
                return
            published = each.published or await self._published(each.url)
            if each.name in self._met or published is None:
                continue
            newer = self.harvest.store.memory.newer_than(self.harvest.source.name, published)
            for number in pages_for(newer, self.harvest.ledger.walk):
                if each.name in self._met:
                    break
                page = await self._look(number)
                for item in self.hand_in(page) if page is not None else ():
                    yield item
            vain = 0 if each.name in self._met else vain + 1

    async def _published(self, url: str) -> datetime | None:
        """When an item was published by its own page; whose faults are its own, the listing may show it all the same."""
        response = await self._answer(url)
        if not isinstance(response, TextResponse) or response.status != OK or not is_genuine_page(response.body):
            return None
        stated = read_page(response.body, response.url, encoding=declared_encoding(response)).fields.get("published")
        stamp = dates.parse(str(stated)) if stated else None
        return stamp.utc if stamp is not None else None

    async def _look(self, number: int) -> ReadPage | None:
        url = page_address(self.harvest.ledger.walk, number)
        if url is None or number in self._looked:
            return None
        self._looked.add(number)
        response = await self._answer(url)
        if isinstance(response, Failure):
            self.harvest.fail(response)
            return None
        page = self.read(response) if response.status == OK else None
        if page is None:
            return None
        self._met.update(hash(identity(each.url)) for each in page.observations)
        # Where the walk is to go on after this page is not known: nobody shall ask only whether it has changed.
        return replace(page, checkpoint=None, etag="", modified="")

    async def _answer(self, url: str) -> Response | Failure:
        """What the site answers; a failure also where it is broken, or refuses."""
        try:
            response = await self.crawler.engine.download_async(Request(url, callback=NO_CALLBACK, dont_filter=True))
        except Exception as error:  # noqa: BLE001 - the downloader's errors have no base
            return from_exception(url, error)
        broken = response.status >= 500 or response.status in REFUSALS
        return from_status(url, response) if broken else response

    def read(self, response: Response) -> ReadPage | None:
        """What the page shows, or None if it cannot be read."""
        raise NotImplementedError


class ListingLookUp(LookUp, ListingSpider):
    name = "listing-look-up"

    def read(self, response: Response) -> ReadPage | None:
        # Whether the first page has changed its form, others have seen.
        self._visited.add(identity(self.plan.entry_url))
        reading = self._read(response)
        return self.page_of(response, reading) if reading is not None and reading.records else None


class FeedLookUp(LookUp, FeedSpider):
    name = "feed-look-up"

    def read(self, response: Response) -> ReadPage | None:
        feed = self._read(response)
        return self.page_of(response, feed.entries) if feed is not None and feed.whole else None
