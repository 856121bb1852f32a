"""The one bridge between Scrapy and the pipeline's functions: a page that was read is committed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypedDict

from crawler.items import ReadPage
from crawler.spiders.base import HarvestSpider
from crawler.verdict import verdict_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


class StorePipeline:
    """Hands each page to the run's `Harvest`. A store that cannot be written ends the crawl, and is told at its end."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_item(self, item: Any) -> Any:
        spider = self._crawler.spider
        if isinstance(item, ReadPage) and isinstance(spider, HarvestSpider):
            spider.harvest.take(item)
        return item

    async def close_spider(self) -> None:
        """`scrapy crawl` has nobody else who would close the run."""
        spider = self._crawler.spider
        if isinstance(spider, HarvestSpider) and not spider.refusal and spider.harvest.standalone:
            end = ending(self._crawler)
            spider.harvest.spend(end["requests"], end["received"])
            report = spider.harvest.close(verdict_of(spider.harvest, finished=end["finished"]))
            spider.harvest.release()
            logger.warning("%s: %s, %s", report.source, report.outcome.kind, report.outcome.evidence)


class Ending(TypedDict):
    """How a crawl ended: by itself or not, after so many requests and received bytes."""

    finished: bool
    requests: int
    received: int


def ending(crawler: Crawler) -> Ending:
    """Read from Scrapy's statistics: did the crawl come to its own end, how many requests and bytes did it take?"""
    stats = crawler.stats
    return {
        "finished": stats.get_value("finish_reason", "finished") == "finished",
        "requests": stats.get_value("downloader/request_count", 0),
        "received": stats.get_value("downloader/response_bytes", 0),
    }
