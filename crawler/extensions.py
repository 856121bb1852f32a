"""Two companions of a crawl: the throttle that keeps it polite, and the heartbeat that keeps its lease."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.extensions.throttle import AutoThrottle

from crawler.spiders.base import HarvestSpider

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Spider
    from scrapy.crawler import Crawler

HEARTBEAT_SECONDS = 10.0
# A site may ask for more patience than this; then it is simply read less often (Nutch has the same bound).
MAX_CRAWL_DELAY = 30.0


class Throttle(AutoThrottle):
    """AutoThrottle that also obeys robots.txt's Crawl-delay."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings.copy()
        settings.set("AUTOTHROTTLE_ENABLED", value=True)
        self._agent = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self.crawler = crawler
        self.debug = False
        self.target_concurrency = crawler.settings.getfloat("AUTOTHROTTLE_TARGET_CONCURRENCY")
        crawler.signals.connect(self._spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(self._response_downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)

    def _robots_parsed(self, robotparser: Any) -> None:
        wanted = robotparser.rp.crawl_delay(self._agent)
        if wanted:
            self.mindelay = max(self.mindelay, min(float(wanted), MAX_CRAWL_DELAY))
            self.maxdelay = max(self.maxdelay, self.mindelay)
            for slot in self.crawler.engine.downloader.slots.values():
                slot.delay = max(slot.delay, self.mindelay)


class Heartbeat:
    """Renews the run's lease while the crawl goes on; a crawl that has lost it stops before it writes again."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._task: asyncio.Task[None] | None = None
        crawler.signals.connect(self._opened, signal=signals.spider_opened)
        crawler.signals.connect(self._closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def _opened(self, spider: Spider) -> None:
        if isinstance(spider, HarvestSpider) and not spider.refusal:
            self._task = asyncio.get_running_loop().create_task(self._beat(spider))

    async def _beat(self, spider: HarvestSpider) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            if not spider.harvest.renew():
                await self._crawler.engine.close_spider_async(reason="lease lost")
                return

    def _closed(self) -> None:
        if self._task is not None:
            self._task.cancel()
