"""What all channels' spiders share: the run they work for, how they ask, and what becomes of a failed request."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import scrapy
from scrapy import signals
from scrapy.exceptions import CloseSpider
from scrapy.http import Request, Response

from crawler.faults import from_exception
from crawler.items import Item, ReadPage
from crawler.news import QUIET_BEFORE_A_ROLL, QUIET_PAGES, ROLL_CALL
from crawler.politeness import lay_over
from pipeline.errors import GleaneryError
from pipeline.model import JSON, Channel, Failure, Observation, OutcomeKind, Plan

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure as TwistedFailure

    from crawler.harvest import Harvest
    from storage.memory import Validator


class HarvestSpider(scrapy.Spider):
    """A spider that reads one source by one channel. `plan` says where it starts.

    From a checkout: `scrapy crawl wordpress -a url=https://example.org/` harvests into the default database.
    """

    channel: ClassVar[Channel]

    def __init__(
        self, *args: Any, harvest: Harvest | None = None, plan: Plan | None = None, url: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.refusal = ""
        self._took_over = False  # some page was not read, but taken for what it showed before
        if harvest is None:
            from crawler.standalone import open_harvest  # noqa: PLC0415 - only `scrapy crawl` comes without a run

            try:
                harvest = open_harvest(url, self.channel)
            except GleaneryError as error:
                self.refusal = f"{error}. {error.advice}"
                return
        self.harvest = harvest
        self.plan = plan or harvest.source.plan or Plan(self.channel, harvest.source.url)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        if not spider.refusal and spider.harvest.standalone:  # a run of ours has brought its source's settings along
            lay_over(crawler.settings, spider.harvest.source)
        crawler.signals.connect(spider.robots_read, signal=signals.robots_parsed)
        crawler.signals.connect(spider.callback_failed, signal=signals.spider_error)
        crawler.signals.connect(spider.item_failed, signal=signals.item_error)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        if self.refusal:
            # Scrapy has no way to end a crawl before it begins but a traceback: end it here, with words.
            self.logger.error(self.refusal)
            return
        for request in self.first_requests():
            yield request

    def first_requests(self) -> list[Request]:
        raise NotImplementedError

    def ask(self, url: str, callback: Callable[..., Any], *, priority: int = 0, **cb_kwargs: Any) -> Request:
        """A request whose failure, after the retries, is the page's. Never filtered: spiders know their pages."""
        return Request(
            url,
            callback=callback,
            errback=self.failed,
            dont_filter=True,
            priority=priority,
            cb_kwargs=cb_kwargs,
        )

    def ask_if_changed(self, url: str, callback: Callable[..., Any], **cb_kwargs: Any) -> Request:
        """As `ask`; but where only the news are read, a page may say that it has not changed (304; RFC 9110, 13.1)."""
        request = self.ask(url, callback, **cb_kwargs)
        kept = self._validator(url) if self.harvest.ledger.news else None
        if kept is not None:
            if kept.etag:
                request.headers["If-None-Match"] = kept.etag
            if kept.modified:
                request.headers["If-Modified-Since"] = kept.modified
            request.meta["handle_httpstatus_list"] = [304]
        return request

    def unchanged(self, response: Response) -> Mapping[str, JSON] | None:
        """For a page that says it has not changed: the checkpoint that was kept after it. None for one that was read.

        What it showed when it was read counts as seen.
        """
        if response.status != 304:
            return None
        kept = self._validator(response.url)
        if kept is None:
            self.harvest.fail(
                Failure(response.url, OutcomeKind.PARTIAL, "304 to what was never asked (RFC 9110, 15.4.5)")
            )
            return {}
        self._took_over = True
        self.harvest.sight(response.url, kept.shown, checkpoint=kept.checkpoint)
        return kept.checkpoint if isinstance(kept.checkpoint, dict) else {}

    def _validator(self, url: str) -> Validator | None:
        return self.harvest.store.memory.validator(self.harvest.source.name, url)

    def hand_in(self, page: ReadPage) -> Iterator[ReadPage]:
        """Commits a page at once, for whether it held news decides about the next one; one to be completed goes first."""
        if self.harvest.completes:
            yield page
        else:
            self.harvest.take(page)

    def has_no_news(self) -> bool:
        """True if only the news are read, and the last pages had none: what lies behind them is not asked for."""
        ledger = self.harvest.ledger
        enough = QUIET_BEFORE_A_ROLL if self.plan.detail.get(ROLL_CALL) else QUIET_PAGES
        if not ledger.news or ledger.thorough or ledger.quiet < enough:
            return False
        ledger.window = "nothing new on its newest pages, older ones were not asked for"
        return True

    def came_to_end(self) -> None:
        """What was to read the news only, and left no page out, has read everything, or was told that it is as it was."""
        ledger = self.harvest.ledger
        if ledger.news and not self._took_over:
            self.harvest.become_whole()
        elif ledger.news:
            ledger.inventoried = True
            ledger.remarks["inventory"] = "what the site says has not changed was not read again"

    def robots_read(self, robotparser: Any) -> None:
        """What robots.txt says of sitemaps is noted for the second inventory."""
        self.harvest.ledger.sitemaps += [str(each) for each in robotparser.rp.sitemaps]

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        """Counts the page as failed. A channel may give requests that take its place."""
        request: Request = failure.request  # type: ignore[attr-defined]
        error = failure.value
        if error is not None and not isinstance(error, asyncio.CancelledError):  # that is us, told to stop
            self.harvest.fail(from_exception(request.url, error))
        return None

    def callback_failed(self, failure: TwistedFailure, response: Response) -> None:
        """An exception while a page was read: Scrapy would only log it, and call the run finished."""
        self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, f"could not be read: {failure.value!r}"))

    def item_failed(self, item: Any, failure: TwistedFailure) -> None:
        """An exception while a page was committed."""
        url = item.url if isinstance(item, ReadPage) else self.plan.entry_url
        self.harvest.fail(Failure(url, OutcomeKind.PARTIAL, f"could not be stored: {failure.value!r}"))

    @staticmethod
    def validators(response: Response) -> dict[str, str]:
        """What a page gives to be asked with next time, as fields of a `ReadPage`."""
        names = {"etag": "ETag", "modified": "Last-Modified"}
        return {name: (response.headers.get(header) or b"").decode("latin-1") for name, header in names.items()}

    def stop_if_satisfied(self) -> None:
        """Raises CloseSpider when the limit is reached or nothing can be written any more."""
        if self.harvest.satisfied:
            raise CloseSpider("satisfied")

    def observe(
        self,
        response: Response,
        position: int,
        *,
        url: str,
        fields: dict[str, Any],
        origins: dict[str, str],
        native_id: str | None,
    ) -> Observation:
        """An observation of this source, made from `response` now."""
        return Observation(
            source=self.harvest.source.name,
            channel=self.channel,
            url=url,
            page_url=response.url,
            position=position,
            seen_at=self.harvest.now(),
            fields=fields,
            origins=origins,
            native_id=native_id,
        )

    def observed(self, response: Response, items: Iterable[Item]) -> tuple[Observation, ...]:
        """The observations of a page's items, in its order."""
        return tuple(
            self.observe(
                response,
                position,
                url=item.url,
                fields=dict(item.fields),
                origins=dict(item.origins),
                native_id=item.native_id,
            )
            for position, item in enumerate(items)
        )
