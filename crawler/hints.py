"""Hears what a site says of when it wants to be asked again: Retry-After, Cache-Control, a feed's ttl, Crawl-delay."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scrapy import signals

from crawler.politeness import retry_after
from crawler.spiders.base import HarvestSpider

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
# In minutes (RSS 2.0, "<ttl> sub-element of <channel>").
_TTL = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_FEED_HEAD = 8192


class Listener:
    """Keeps what it hears with the run."""

    def __init__(self, crawler: Crawler) -> None:
        self._agent = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._crawler = crawler
        crawler.signals.connect(self._response_received, signal=signals.response_received)
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def _response_received(self, response: Response, request: Request, spider: Spider) -> None:
        if not isinstance(spider, HarvestSpider) or spider.refusal:
            return
        ledger, hints = spider.harvest.ledger, spider.harvest.ledger.hints
        asked = retry_after(_header(response, "Retry-After"), spider.harvest.now())
        if asked is not None and response.status in {429, 503}:
            hints = replace(hints, not_before=max(asked, hints.not_before or asked))
        if response.status == 200 and request.url == spider.plan.entry_url:
            fresh = fresh_for(_header(response, "Cache-Control"), _header(response, "Age"))
            fresh = max(fresh, ttl(response.body))
            hints = replace(hints, fresh_for=fresh or hints.fresh_for)
        ledger.hints = hints

    def _robots_parsed(self, robotparser: Any) -> None:
        spider = self._crawler.spider
        delay = robotparser.rp.crawl_delay(self._agent)
        if delay and isinstance(spider, HarvestSpider) and not spider.refusal:
            ledger = spider.harvest.ledger
            ledger.hints = replace(ledger.hints, crawl_delay=float(delay))


def _header(response: Response, name: str) -> str:
    return (response.headers.get(name) or b"").decode("latin-1").strip()


def fresh_for(control: str, age: str = "") -> int:
    """For how many seconds an answer stays fresh (RFC 9111, 4.2): Cache-Control's max-age less its Age; 0: no telling."""
    found = _MAX_AGE.search(control)
    if found is None or "no-cache" in control.lower() or "no-store" in control.lower():
        return 0
    return max(0, int(found[1]) - (int(age) if age.isascii() and age.isdigit() else 0))


def ttl(body: bytes) -> int:
    """For how many seconds a feed says that it may be kept; 0 if it does not say."""
    found = _TTL.search(body[:_FEED_HEAD])
    return int(found[1]) * 60 if found else 0
