"""A feed, page by page as far as it goes back: WordPress's `?paged=N`, RFC 5005's links, JSON Feed's `next_url`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.faults import from_page
from crawler.feed import Entry, Feed, origins_of, page_of, read_feed
from crawler.items import ReadPage
from crawler.spiders.base import HarvestSpider
from pipeline.model import JSON, Channel, Failure, OutcomeKind
from pipeline.urls import identity

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure


class FeedSpider(HarvestSpider):
    """Walks from the newest entries to the oldest that the site gives."""

    name = "feed"
    channel = Channel.FEED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._seen: set[str] = set()
        self._visited: set[str] = set()
        self._unaddressed = 0

    def first_requests(self) -> list[Request]:
        checkpoint = self.harvest.ledger.checkpoint
        if self.harvest.ledger.resumed and isinstance(checkpoint, dict):
            self._visited = {identity(url) for url in self.harvest.ledger.done}
            following, number = checkpoint.get("next"), checkpoint.get("number")
            page = number if isinstance(number, int) else 1
            return [self._page(str(following), page)] if following else []
        return [self._page(self.plan.entry_url, 1)]

    def _page(self, url: str, number: int) -> Request:
        return self.ask_if_changed(url, self.parse_page, number=number)

    def parse_page(self, response: Response, number: int) -> Iterator[Any]:
        before = self.unchanged(response)
        if before is not None:
            self._visited.add(identity(response.url))
            older = str(before.get("next") or "")
            self.harvest.ledger.walk.note(response.url, 0, older)
            if older and identity(older) not in self._visited:
                if not self.has_no_news():
                    yield self._page(older, number + 1)
            elif number > 1:  # a feed of one page may be one that shows its newest entries only
                self.came_to_end()
            return
        feed = self._read(response)
        if feed is None:
            return
        self._visited.add(identity(response.url))
        self._unaddressed += feed.unaddressed
        entries = {identity(entry.url): entry for entry in reversed(feed.entries)}
        fresh = [entry for name, entry in reversed(entries.items()) if name not in self._seen]
        if not fresh and feed.whole:
            self._end(feed, number)
            return
        self._seen |= set(entries)
        following = self._following(feed, response.url, number) if feed.whole else None
        self.harvest.ledger.walk.note(response.url, len(entries), following)
        yield from self.hand_in(self.page_of(response, fresh, {"next": following, "number": number + 1}))
        if not feed.whole:
            # What was sound is kept; the rest, and what lies behind it, is missing.
            self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, "the feed breaks off before its end"))
            return
        self.stop_if_satisfied()
        if not following:
            self._end(feed, number)
        elif not self.has_no_news():
            yield self._page(following, number + 1)

    def _read(self, response: Response) -> Feed | None:
        kind = (response.headers.get("Content-Type") or b"").decode("latin-1")
        feed = read_feed(response.body, response.url, kind)
        if feed is None or feed.comments:
            self.harvest.fail(from_page(response.url, response.body, "a feed of posts (RSS, Atom or JSON Feed)"))
            return None
        return feed

    def page_of(self, response: Response, entries: Sequence[Entry], checkpoint: JSON = None) -> ReadPage:
        """The page as it is committed."""
        observations = tuple(
            self.observe(
                response,
                position,
                url=entry.url,
                fields=dict(entry.fields),
                origins=origins_of(entry),
                native_id=entry.native_id,
            )
            for position, entry in enumerate(entries)
        )
        return ReadPage(response.url, observations, checkpoint=checkpoint, **self.validators(response))

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        """Behind WordPress's last page stands a 404: the end, and no fault."""
        error, request = failure.value, failure.request  # type: ignore[attr-defined]
        if (
            isinstance(error, HttpError)
            and error.response.status in {404, 410}
            and request.cb_kwargs.get("number", 1) > 1
        ):
            self.came_to_end()
            return None
        return super().failed(failure)

    def _following(self, feed: Feed, url: str, number: int) -> str | None:
        following = feed.next_url or (page_of(url, number + 1) if feed.wordpress else None)
        return following if following and identity(following) not in self._visited else None

    def _end(self, feed: Feed, number: int) -> None:
        """A feed that cannot be walked shows a window: what is not in it may still be on the site."""
        self.came_to_end()
        if number == 1 and not feed.wordpress and feed.next_url is None:
            self.harvest.ledger.window = "a feed shows its newest entries only"
        if self._unaddressed:
            entries = "entry has" if self._unaddressed == 1 else "entries have"
            said = f"{self._unaddressed} {entries} no address"
            self.harvest.ledger.window = "; ".join(filter(None, (self.harvest.ledger.window, said)))
