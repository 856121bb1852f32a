"""Drupal by JSON:API: every node type that is content, fifty a page, by the API's own `next` links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.drupal import node_types, page_url, read_nodes, with_include
from crawler.faults import from_page
from crawler.items import ReadPage
from crawler.spiders.base import HarvestSpider
from crawler.values import json_of
from pipeline.model import JSON, Channel, Failure, OutcomeKind

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure

# Terms, people and files, files of media: a page is asked again with what it lacks, this often at most.
MOST_ROUNDS = 3


class DrupalSpider(HarvestSpider):
    """Reads published nodes only; what they lead to (terms, authors, files) comes along with them."""

    name = "drupal"
    channel = Channel.DRUPAL

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reached: dict[str, JSON] = {}  # where each type goes on, "" at its end

    def first_requests(self) -> list[Request]:
        return [self.ask(self.plan.entry_url, self.parse_index)]

    def parse_index(self, response: Response) -> Iterator[Any]:
        answer = json_of(response)
        if not isinstance(answer, dict):
            self.harvest.fail(from_page(response.url, response.body, "the index of a JSON:API"))
            return
        types = node_types(answer, wanted=self.harvest.source.types)
        if not types:
            self.harvest.fail(Failure(response.url, OutcomeKind.DRIFTED, "JSON:API offers no node type"))
            return
        checkpoint = self.harvest.ledger.checkpoint
        if self.harvest.ledger.resumed and isinstance(checkpoint, dict):
            self._reached = dict(checkpoint)
        for name, address in types.items():
            if url := self._reached.get(name, page_url(address, ())):
                yield self._page(str(url), name, frozenset())

    def _page(self, url: str, part: str, include: frozenset[str], rounds: int = 0) -> Request:
        return self.ask(with_include(url, include), self.parse_nodes, part=part, include=include, rounds=rounds)

    def parse_nodes(self, response: Response, part: str, include: frozenset[str], rounds: int) -> Iterator[Any]:
        page = read_nodes(json_of(response), response.url, self.plan.entry_url, include)
        if page is None:
            self.harvest.fail(from_page(response.url, response.body, "a page of nodes (JSON:API)"))
            return
        if page.lacking and rounds < MOST_ROUNDS:
            yield self._page(response.url, part, include | page.lacking, rounds + 1)
            return
        if page.total is not None:
            self.harvest.claim(part, page.total)
        self._reached = {**self._reached, part: page.next_url or ""}
        yield ReadPage(response.url, self.observed(response, page.items), part=part, checkpoint=self._reached)
        self.stop_if_satisfied()
        if page.next_url:
            yield self._page(page.next_url, part, include)

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        """A page that is refused for what is to come along with it is taken without."""
        error, request = failure.value, failure.request  # type: ignore[attr-defined]
        if isinstance(error, HttpError) and error.response.status == 400 and request.cb_kwargs.get("include"):
            return [self._page(request.url, request.cb_kwargs["part"], frozenset(), MOST_ROUNDS)]
        return super().failed(failure)
