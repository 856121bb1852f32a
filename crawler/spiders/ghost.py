"""Ghost by its Content API: all public posts, a hundred a page (docs.ghost.org/content-api)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrapy.http import Request, Response

from crawler.faults import from_page
from crawler.ghost import Door, door_of, posts_url, read_posts
from crawler.items import ReadPage
from crawler.spiders.base import HarvestSpider
from crawler.values import json_of
from pipeline.model import Channel, Failure, OutcomeKind


class GhostSpider(HarvestSpider):
    """Begins at the site's page, for the key that stands there may have been changed since the last visit."""

    name = "ghost"
    channel = Channel.GHOST

    def first_requests(self) -> list[Request]:
        return [self.ask(self.plan.entry_url, self.parse_door)]

    def parse_door(self, response: Response) -> Iterator[Any]:
        door = door_of(response.body, response.url)
        if door is None:
            message = "the page no longer carries the key of Ghost's Content API"
            self.harvest.fail(Failure(response.url, OutcomeKind.DRIFTED, message))
            return
        yield self._page(door, 1)

    def _page(self, door: Door, number: int) -> Request:
        return self.ask(posts_url(door.root, door.key, number), self.parse_posts, door=door, number=number)

    def parse_posts(self, response: Response, door: Door, number: int) -> Iterator[Any]:
        read = read_posts(json_of(response))
        if read is None:
            self.harvest.fail(from_page(response.url, response.body, "a list of posts of Ghost's Content API (JSON)"))
            return
        items, total, pages = read
        if number == 1:
            self.harvest.claim("", total)
            for further in range(2, pages + 1):
                request = self._page(door, further)
                if not self.harvest.is_done(request.url):
                    yield request
        if not self.harvest.is_done(response.url):
            yield ReadPage(response.url, self.observed(response, items))
        self.stop_if_satisfied()
