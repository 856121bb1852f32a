"""A Discourse forum by its own lists: topics by the day they were begun, a page after another to the oldest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from scrapy.http import Request, Response

from crawler.discourse import category_names, page_url, read_topics
from crawler.faults import from_page
from crawler.items import ReadPage
from crawler.spiders.base import HarvestSpider
from crawler.values import json_of
from pipeline.model import Channel


class DiscourseSpider(HarvestSpider):
    """Reads all public topics, or those of the category or tag that the source's address shows."""

    name = "discourse"
    channel = Channel.DISCOURSE

    @property
    def root(self) -> str:
        return str(self.plan.detail.get("root") or urljoin(self.plan.entry_url, "/"))

    def first_requests(self) -> list[Request]:
        return [self.ask(urljoin(self.root, "site.json"), self.parse_site)]

    def parse_site(self, response: Response) -> Iterator[Any]:
        yield from self._begin(category_names(json_of(response)))

    def _begin(self, categories: dict[int, str]) -> Iterator[Request]:
        checkpoint = self.harvest.ledger.checkpoint
        page = checkpoint.get("next", 0) if self.harvest.ledger.resumed and isinstance(checkpoint, dict) else 0
        if isinstance(page, int):  # None: the last page had been read
            yield self._page(page, categories)

    def _page(self, number: int, categories: dict[int, str]) -> Request:
        url = page_url(self.plan.entry_url, number)
        return self.ask(url, self.parse_topics, number=number, categories=categories)

    def parse_topics(self, response: Response, number: int, categories: dict[int, str]) -> Iterator[Any]:
        read = read_topics(json_of(response), self.root, categories)
        if read is None:
            self.harvest.fail(from_page(response.url, response.body, "a list of topics (JSON)"))
            return
        items, more = read
        following = number + 1 if more and items else None
        yield ReadPage(response.url, self.observed(response, items), checkpoint={"next": following})
        self.stop_if_satisfied()
        if following is not None:
            yield self._page(following, categories)
