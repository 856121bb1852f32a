"""Before a page is committed: items that lack fields are completed from their own pages, files asked for their sizes.

All at a bounded cost: so many requests a run, and none for what an earlier run has filled and the channel has not changed.
"""

from __future__ import annotations

import asyncio
import mimetypes
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scrapy.http import Request, Response, TextResponse
from scrapy.http.request import NO_CALLBACK

from crawler.faults import is_genuine_page
from crawler.items import ReadPage
from crawler.page_metadata import read_page
from crawler.sitemap import is_ours
from crawler.spiders.base import HarvestSpider
from crawler.spiders.listing import declared_encoding
from pipeline.completing import carried, completed, lacks
from pipeline.errors import GleaneryError
from pipeline.model import JSON, Observation
from pipeline.urls import identity

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

# So many pages of items, and so many files, are asked for in one run; what is left over is the next runs'.
MOST_PAGES, MOST_FILES = 500, 500


class CompletePipeline:
    """Completes one page after another, so that pages are committed in the order in which they were read."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._turn = asyncio.Lock()
        self._pages = self._files = self._left = 0
        self._tagline: str | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_item(self, item: Any) -> Any:
        spider = self._crawler.spider
        if not isinstance(item, ReadPage) or not isinstance(spider, HarvestSpider):
            return item
        harvest = spider.harvest
        if not harvest.completes:
            return item
        async with self._turn:
            if harvest.broken is not None:
                return item
            try:
                return replace(item, observations=await self._completed(spider, item))
            except GleaneryError as error:
                harvest.broken = error
                return item

    async def _completed(self, spider: HarvestSpider, page: ReadPage) -> tuple[Observation, ...]:
        harvest = spider.harvest
        wanted = lacks(page.observations, harvest.enrich)
        asked = [
            each.url
            for each, lacking in zip(page.observations, wanted, strict=True)
            if lacking or (harvest.file_sizes and each.fields.get("files"))
        ]
        known = harvest.store.last_said(harvest.source.name, spider.channel, asked) if asked else {}
        before = {} if harvest.options.full else known
        waiting = [
            self._one(spider, each, before.get(identity(each.url)), lacking=lacking)
            for each, lacking in zip(page.observations, wanted, strict=True)
        ]
        done = tuple(await asyncio.gather(*waiting))
        if self._left:
            harvest.ledger.remarks["enrich"] = f"{self._left} items are to be completed from their pages by later runs"
        return done

    async def _one(
        self, spider: HarvestSpider, seen: Observation, before: Observation | None, *, lacking: bool
    ) -> Observation:
        if lacking:
            seen = carried(seen, before) or await self._from_page(spider, seen)
        if spider.harvest.file_sizes:
            seen = await self._sized(seen, before)
        return seen

    async def _from_page(self, spider: HarvestSpider, seen: Observation) -> Observation:
        if not is_ours(seen.url, spider.harvest.source.url):
            return seen
        if self._pages >= MOST_PAGES:
            self._left += 1
            return seen
        self._pages += 1
        answer = await self._answer(Request(seen.url, callback=NO_CALLBACK, dont_filter=True))
        if answer is None or answer.status >= 500 or answer.status == 429:
            return seen  # the next run asks again
        if answer.status >= 300 or not isinstance(answer, TextResponse) or not is_genuine_page(answer.body):
            return completed(seen, {}, {})
        tagline = str(spider.plan.detail.get("tagline") or "")
        page = read_page(answer.body, answer.url, encoding=declared_encoding(answer), tagline=tagline)
        return completed(seen, page.fields, page.origins)

    async def _sized(self, seen: Observation, before: Observation | None) -> Observation:
        """`seen` with the sizes and types of its files, asked by HEAD (RFC 9110, 9.3.2); nothing is downloaded."""
        files = seen.fields.get("files")
        if not isinstance(files, list) or not files:
            return seen
        told = before.fields.get("files") if before is not None else None
        known = {
            str(each.get("url")): each
            for each in (told if isinstance(told, list) else [])
            if isinstance(each, dict) and "size" in each
        }
        sized = [
            await self._size(each, known.get(str(each.get("url")))) if isinstance(each, dict) else each
            for each in files
        ]
        return replace(seen, fields={**seen.fields, "files": sized})

    async def _size(self, file: dict[str, JSON], known: dict[str, JSON] | None) -> JSON:
        if known is not None:
            return {**file, **{name: known[name] for name in ("size", "type") if name in known}}
        if self._files >= MOST_FILES or not file.get("url"):
            return file
        self._files += 1
        # What is only asked about may be as large as it likes.
        head = Request(
            str(file["url"]),
            method="HEAD",
            callback=NO_CALLBACK,
            dont_filter=True,
            headers={"Accept-Encoding": "identity"},
            meta={"download_maxsize": 0},
        )
        answer = await self._answer(head)
        if answer is None or answer.status >= 300:
            return file
        length = (answer.headers.get("Content-Length") or b"").decode("latin-1")
        kind = (answer.headers.get("Content-Type") or b"").decode("latin-1").partition(";")[0].strip().lower()
        found: dict[str, JSON] = {"size": int(length)} if length.isdigit() else {}
        if kind and mimetypes.guess_extension(kind) is not None and not kind.startswith("text/html"):
            found["type"] = kind
        return {**file, **found}

    async def _answer(self, request: Request) -> Response | None:
        try:
            return await self._crawler.engine.download_async(request)
        except Exception:  # noqa: BLE001 - the downloader's errors have no base; what lacks still lacks, and is no fault
            return None
