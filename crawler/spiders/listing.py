"""A listing's HTML, page by page to its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrapy.http import Request, Response, TextResponse

from crawler.faults import from_page, is_genuine_page, page_breaks_off
from crawler.items import ReadPage
from crawler.listing.model import Reading
from crawler.listing.observe import observations
from crawler.listing.reader import read_listing
from crawler.spiders.base import HarvestSpider
from pipeline.errors import NotGenuine
from pipeline.model import Channel, Failure, OutcomeKind
from pipeline.urls import identity


class ListingSpider(HarvestSpider):
    """Walks from the source's listing page to the last one. `wrapper` is what is known of the listing's form."""

    name = "listing"
    channel = Channel.LISTING

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wrapper: Any = self.plan.detail.get("wrapper")
        self._seen: set[str] = set()
        self._visited: set[str] = set()

    def first_requests(self) -> list[Request]:
        checkpoint = self.harvest.ledger.checkpoint
        if self.harvest.ledger.resumed and isinstance(checkpoint, dict):
            self._visited = {identity(url) for url in self.harvest.ledger.done}
            following = checkpoint.get("next")
            return [self.ask(str(following), self.parse_page)] if following else []
        return [self.ask_if_changed(self.plan.entry_url, self.parse_page)]

    def parse_page(self, response: Response) -> Iterator[Any]:
        before = self.unchanged(response)
        if before is not None:
            self._visited.add(identity(response.url))
            yield from self._onward(str(before.get("next") or ""))
            return
        reading = self._read(response)
        if reading is None:
            return
        fresh = {identity(record.url) for record in reading.records} - self._seen
        self._visited.add(identity(response.url))
        if not fresh:
            # No records, or only ones that were read already: the listing's end, or a pager that turns in circles.
            self.came_to_end()
            return
        self._seen |= fresh
        following = self._following(reading)
        page = ReadPage(
            response.url,
            tuple(
                observations(
                    reading, source=self.harvest.source.name, page_url=response.url, seen_at=self.harvest.now()
                )
            ),
            checkpoint={"next": following},
            **self.validators(response),
        )
        self.harvest.take(page)  # at once: whether it held news decides about the next page
        self.stop_if_satisfied()
        yield from self._onward(following)

    def _onward(self, following: str | None) -> Iterator[Request]:
        if not following or identity(following) in self._visited:
            self.came_to_end()
        elif not self.has_no_news():
            yield self.ask_if_changed(following, self.parse_page)

    def _read(self, response: Response) -> Reading | None:
        if not isinstance(response, TextResponse):
            self.harvest.fail(from_page(response.url, response.body, "a listing (HTML)"))
            return None
        try:
            reading = read_listing(
                response.body, response.url, encoding=declared_encoding(response), wrapper=self.wrapper
            )
        except NotGenuine as error:
            self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, str(error)))
            return None
        if not reading.records and not is_genuine_page(response.body):
            self.harvest.fail(from_page(response.url, response.body, "a listing (HTML)"))
            return None
        if page_breaks_off(response.body):
            self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, "the page breaks off before its end"))
            return None
        if reading.drift and not self._visited:
            # Later pages may be of another kind (an archive behind a front page): only the first one's change is a change.
            self._drifted(response, reading)
        if reading.wrapper:
            self.wrapper = reading.wrapper
        return reading

    def _drifted(self, response: Response, reading: Reading) -> None:
        if reading.records:
            self.harvest.ledger.drift = reading.drift
        else:
            self.harvest.fail(Failure(response.url, OutcomeKind.DRIFTED, reading.drift))

    def _following(self, reading: Reading) -> str | None:
        following = reading.next_url
        return following if following and identity(following) not in self._visited else None


def declared_encoding(response: TextResponse) -> str | None:
    """The charset that the Content-Type header states, or None: what stands inside the page is the reader's business."""
    header = (response.headers.get("Content-Type") or b"").decode("latin-1").lower()
    _, found, charset = header.partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None if found else None
