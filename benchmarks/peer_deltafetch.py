"""A Scrapy spider with scrapy-deltafetch: listing pages, then each item's page; one crawl per line that comes in.

As its README sets it up: requests whose items were seen are skipped. Items are kept by address, the newest stands. Its
selectors know all three designs of the site, as if somebody mended the spider on the day of each redesign. Release 2.1
does not start under Scrapy 2.19, which wants middlewares that are asynchronous: `Delta` gives it that form.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterator
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Response
from scrapy_deltafetch import DeltaFetch

kept: dict[str, dict[str, Any]] = {}
changed: list[str] = []


class Library(scrapy.Spider):
    name = "library"

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url

    async def start(self) -> AsyncIterator[scrapy.Request]:
        yield scrapy.Request(self.url)

    def parse(self, response: Response) -> Iterator[scrapy.Request]:
        for record in response.css("article.hentry, div.card, li.entry"):
            link = record.css("h2 a, h3 a, a.what")[0]
            text = record.css(".entry-summary p, .card-text p, .about p").xpath("string()").get("")
            date = record.css(".entry-date, .card-date, .when").xpath("string()").get("")
            yield response.follow(link, self.parse_item, cb_kwargs={"teaser": text, "published": date})
        yield from response.follow_all(css="a.next", callback=self.parse)

    def parse_item(self, response: Response, teaser: str, published: str) -> Iterator[dict[str, Any]]:
        yield {
            "url": response.url,
            "title": response.css("h1").xpath("string()").get(""),
            "teaser": teaser,
            "published": published,
        }


class Delta(DeltaFetch):
    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for each in result:
            for passed in super().process_spider_output(response, [each], None):
                yield passed


class Keep:
    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        if item["url"] in kept and kept[item["url"]] != item:
            changed.append(item["url"])
        kept[item["url"]] = item
        return item


async def main(folder: str) -> None:
    answers, sys.stdout = sys.stdout, sys.stderr
    settings = {
        "TWISTED_REACTOR_ENABLED": False, "LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False, "DELTAFETCH_ENABLED": True, "DELTAFETCH_DIR": folder,
        "SPIDER_MIDDLEWARES": {Delta: 100}, "ITEM_PIPELINES": {Keep: 300},
        "DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "ROBOTSTXT_OBEY": True,
    }  # fmt: skip
    for line in sys.stdin:
        changed.clear()
        runner = AsyncCrawlerRunner(settings)
        crawler = runner.create_crawler(Library)
        await runner.crawl(crawler, url=json.loads(line)["listing"])
        reason = crawler.stats.get_value("finish_reason")
        outcome = "ok" if reason == "finished" else str(reason)
        print(
            json.dumps({"outcome": outcome, "items": list(kept.values()), "changed": changed}), file=answers, flush=True
        )


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
