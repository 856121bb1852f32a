"""A listing's HTML, page by page to its end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from scrapy.http import Request, Response, TextResponse

from crawler.browser import render
from crawler.faults import from_page, is_genuine_page, page_breaks_off
from crawler.items import ReadPage
from crawler.link_header import header_of, linked
from crawler.listing.model import Reading
from crawler.listing.observe import observations
from crawler.listing.pager_links import links_back
from crawler.listing.pager_words import Says, says
from crawler.listing.reader import read_listing
from crawler.listing.vacant import says_nothing_is_there
from crawler.sitemap_scope import is_root
from crawler.spiders.base import HarvestSpider
from pipeline.errors import NotGenuine
from pipeline.model import JSON, Channel, Failure, OutcomeKind
from pipeline.urls import identity, same_site

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure


class ListingSpider(HarvestSpider):
    """Walks from the source's listing page to the last one. `wrapper` is what is known of the listing's form."""

    name = "listing"
    channel = Channel.LISTING

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wrapper: Any = self.plan.detail.get("wrapper")
        self._seen: set[str] = set()
        self._visited: set[str] = set()
        self._cut_short = False  # a language was not read to its end: no news there, or a page that could not be read
        spoken = self.plan.detail.get("languages")
        others = [str(each) for each in spoken.values()] if isinstance(spoken, dict) else []
        self._starts = [each for each in others if identity(each) != identity(self.plan.entry_url)]

    def first_requests(self) -> list[Request]:
        checkpoint = self.harvest.ledger.checkpoint
        if self.harvest.ledger.resumed and isinstance(checkpoint, dict):
            self._visited = {identity(url) for url in self.harvest.ledger.done}
            starts = checkpoint.get("starts")
            self._starts = [str(each) for each in starts] if isinstance(starts, list) else []
            following = checkpoint.get("next")
            return [self.ask(str(following), self.parse_page)] if following else [*self._next_start()]
        return [self._asking(self.plan.entry_url)]

    def _asking(self, url: str) -> Request:
        # What a browser has to show may change while the page around it does not.
        return self.ask(url, self.parse_page) if self._by_browser else self.ask_if_changed(url, self.parse_page)

    @property
    def _by_browser(self) -> bool:
        return bool(self.plan.detail.get("browser"))

    async def parse_page(self, response: Response) -> AsyncIterator[Any]:
        before = self.unchanged(response)
        if before is not None:
            self._visited.add(identity(response.url))
            self._tell_unreached(str(before.get("unreached") or ""))
            self.harvest.ledger.walk.note(response.url, 0, str(before.get("next") or ""))
            for request in self._onward(str(before.get("next") or "")):
                yield request
            return
        shown = await self._rendered(response) if self._has_stayed(response) else None
        reading = self._read(shown) if shown is not None else None
        if reading is not None and not reading.records and not self._may_be_end(response):
            said = "a page of the listing shows none, and does not say that there is nothing"
            self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, said))
            reading = None
        fresh = {identity(record.url) for record in reading.records} - self._seen if reading is not None else set()
        self._visited.add(identity(response.url))
        if reading is None:
            self._cut_short = True
            for request in self._next_start():
                yield request
            return
        if not fresh:
            # No records, or only ones that were read already: the listing's end, or a pager that turns in circles.
            for request in self._at_end():
                yield request
            return
        self._seen |= fresh
        following = self._following(reading, response)
        unreached = "" if following else self._unreached(reading)
        self._tell_unreached(unreached)
        self.harvest.ledger.walk.note(response.url, len(reading.records), following)
        checkpoint: JSON = {"next": following, "starts": [*self._starts], "unreached": unreached}
        for each in self.hand_in(self.page_of(response, reading, checkpoint)):
            yield each
        self.stop_if_satisfied()
        for request in self._onward(following):
            yield request

    def page_of(self, response: Response, reading: Reading, checkpoint: JSON = None) -> ReadPage:
        """The page as it is committed."""
        name, at = self.harvest.source.name, self.harvest.now()
        seen = tuple(observations(reading, source=name, page_url=response.url, seen_at=at))
        return ReadPage(response.url, seen, checkpoint=checkpoint, **self.validators(response))

    def _onward(self, following: str | None) -> Iterator[Request]:
        if not following or identity(following) in self._visited:
            yield from self._at_end()
        elif self.has_no_news():
            self._cut_short = True
            yield from self._next_start()
        else:
            yield self._asking(following)

    def _at_end(self) -> Iterator[Request]:
        """One language is read to its end: on to the next, or all of the listing is."""
        if not self._starts and not self._cut_short:
            self.came_to_end()
        yield from self._next_start()

    def _next_start(self) -> Iterator[Request]:
        """The same listing in the next language, if the site has it in several."""
        if self._starts:
            self.harvest.ledger.quiet = 0  # that there is no news in one language says nothing of the next
            yield self._asking(self._starts.pop(0))

    async def _rendered(self, response: Response) -> Response | None:
        """The page as a browser shows it, where the plan says that it needs one."""
        if not self._by_browser:
            return response
        try:
            return await render(response, self.crawler.engine.download_async)
        except OSError as error:
            self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, f"needs a browser: {error}"))
            return None

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        """A language that cannot be read does not keep the others from it."""
        return [*(super().failed(failure) or ()), *self._next_start()]

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

    def _has_stayed(self, response: Response) -> bool:
        """Whether a page is what was asked for, and not the site's home, to which many send on what they no longer have."""
        asked = next(iter(response.meta.get("redirect_urls") or ()), response.url)
        if not is_root(response.url) or is_root(asked) or identity(asked) == identity(response.url):
            return True
        kind = OutcomeKind.PARTIAL if self._visited else OutcomeKind.DRIFTED
        self.harvest.fail(Failure(asked, kind, f"the site sends on to its home page now ({response.url})"))
        return False

    def _may_be_end(self, response: Response) -> bool:
        """Whether a page without records may be the one behind a listing's last: it says that there is nothing, or its pager
        leads back to a page that was read. A login, or a page that says it is out of order, is none."""
        if not self._visited or self._by_browser or not isinstance(response, TextResponse):
            return True
        encoding = declared_encoding(response)
        if says_nothing_is_there(response.body, response.url, encoding):
            return True
        return any(identity(each) in self._visited for each in links_back(response.body, response.url, encoding))

    def _drifted(self, response: TextResponse, reading: Reading) -> None:
        if reading.records:
            self.harvest.ledger.drift = reading.drift
        elif says_nothing_is_there(response.body, response.url, declared_encoding(response)):
            said = f"{reading.drift}: the page says that there is nothing"
            self.harvest.fail(Failure(response.url, OutcomeKind.EMPTY, said))
        else:
            self.harvest.fail(Failure(response.url, OutcomeKind.DRIFTED, reading.drift))

    def _following(self, reading: Reading, response: Response) -> str | None:
        following = reading.next_url or stated_next(response)
        return following if following and identity(following) not in self._visited else None

    def _unreached(self, reading: Reading) -> str:
        """What says that there is more than addresses lead to. Where addresses have led from page to page, nothing does."""
        pressed = self._by_browser and says(reading.unreached) & Says.MORE
        return "" if reading.next_url or pressed or len(self._visited) > 1 else reading.unreached

    def _tell_unreached(self, said: str) -> None:
        if said:
            self._cut_short = True
            self.harvest.ledger.window = beyond_reach(said)


def beyond_reach(said: str) -> str:
    """In words for people: that a page says of more, as `Reading.unreached` has it, which no address leads to."""
    return f"the page goes on (“{said}”) only by a script or a form that is sent, so that what follows was not read"


def stated_next(response: Response) -> str | None:
    """The next page that the Link header states (RFC 8288), if it is another one of the same site."""
    stated = linked(header_of(response), "next")
    following = urljoin(response.url, stated) if stated is not None else response.url
    return following if same_site(following, response.url) and following != response.url else None


def declared_encoding(response: TextResponse) -> str | None:
    """The charset that the Content-Type header states, or None: what stands inside the page is the reader's business."""
    header = (response.headers.get("Content-Type") or b"").decode("latin-1").lower()
    _, found, charset = header.partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None if found else None
