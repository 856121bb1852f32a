"""Asks the addresses of absent items whether they are gone: a few dozen requests at most, in a crawl of its own.

Beside them a living item and, where it matters, a made-up address are asked, so that it is known what this site's answers
mean.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin, urlsplit

import scrapy
from lxml import html
from lxml.etree import LxmlError
from scrapy.http import Request, Response, TextResponse
from scrapy.http.request import NO_CALLBACK

from crawler.faults import from_exception, from_status
from pipeline.model import Key, Known, Source
from pipeline.removals import Answer, Proof, Site, leads_to, prove

# So many items are asked in one run; the others wait for the next.
MOST = 30
_INVISIBLE = ("script", "style", "noscript", "template", "head")


class ProofSpider(scrapy.Spider):
    """Fills `proofs`. `living` is an item that the run has seen, `entrances` where the site's visitors come in.

    `kept_at` names the resource that is kept at an address and was seen there, if there is one.
    """

    name = "proof"

    def __init__(
        self,
        suspects: Sequence[Known] = (),
        living: Known | None = None,
        entrances: Sequence[str] = (),
        kept_at: Callable[[str], Known | None] = lambda _: None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._kept_at = kept_at
        self._suspects = suspects[:MOST]
        self._living = living
        self._entrances = entrances
        self.proofs: dict[Key, Proof] = {}

    async def start(self) -> AsyncIterator[Any]:
        answers = [(known, await self._ask(known.resource.url)) for known in self._suspects]
        if any(answer.well or answer.status in {404, 410} for _, answer in answers):
            living = await self._ask(self._living.resource.url) if self._living else None
            # Only where an item's address still shows something it has to be known what a missing page looks like: that
            # the site tells 404, or the way home, apart from what is there, the living item says.
            unclear = any(answer.well and not leads_to(answer, self._entrances) for _, answer in answers)
            made_up = await self._ask(made_up_beside(answers[0][0].resource.url)) if unclear else None
            led = {answer.url for _, answer in answers if answer.well}
            kept = {url: known for url in led if (known := self._kept_at(url)) is not None}
            site = Site(made_up, living, self._entrances, kept)
        else:
            site = Site(None, None, self._entrances)
        self.proofs = {known.key: prove(known, answer, site) for known, answer in answers}
        for request in list[Request]():  # Scrapy wants a generator; all was asked for already
            yield request

    async def _ask(self, url: str) -> Answer:
        # 404 is an answer here, and so is what stands at the end of redirects.
        meta = {"handle_httpstatus_list": [404, 410]}
        request = Request(url, callback=NO_CALLBACK, dont_filter=True, meta=meta)
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 - the downloader's errors have no base
            return Answer(url, 0, failure=from_exception(url, error).message)
        well = 200 <= response.status < 300
        failure = "" if well else from_status(url, response).message
        return Answer(url, response.status, response.url, visible_text(response) if well else "", failure)


def entrances_of(source: Source) -> list[str]:
    """Where visitors of the source's site come in: its home page, the listing, where its channel begins."""
    listing = source.plan.entry_url if source.plan else source.url
    return [urljoin(source.url, "/"), source.url, listing]


def made_up_beside(url: str) -> str:
    """An address beside `url` that nobody ever gave out; always the same for one address."""
    name = f"gleanery-asks-{sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
    parts = urlsplit(url)
    if parts.query and parts.path in {"", "/"}:
        return urljoin(url, f"/{name}/")  # "/?p=12": another number might be there
    folder = parts.path.rstrip("/").rpartition("/")[0]
    end = "/" if parts.path.endswith("/") else ""
    return urljoin(url, f"{folder}/{name}{end}")


def visible_text(response: Response) -> str:
    """The text that a visitor sees, in one line; "" for what is no page."""
    if not isinstance(response, TextResponse) or not response.body.strip():
        return ""
    try:
        tree = html.fromstring(response.body)
    except (LxmlError, ValueError):
        return ""
    for element in [each for each in tree.iter() if each.tag in _INVISIBLE]:
        element.drop_tree()
    return " ".join(tree.text_content().split())
