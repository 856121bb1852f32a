"""A visit to a site that finds out how it is best read: a dozen requests at most."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import scrapy
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response, TextResponse
from scrapy.http.request import NO_CALLBACK

from crawler.clock import now
from crawler.faults import from_exception, from_page, from_status, is_genuine_page
from crawler.listing.model import Reading
from crawler.listing.observe import observations
from crawler.listing.reader import read_listing
from crawler.probe import (
    MAX_REQUESTS,
    PREVIEW,
    ProbeReport,
    Rung,
    Sought,
    choose,
    cms_of,
    identities_of,
    is_rest_index,
    rest_roots,
)
from crawler.spiders.listing import declared_encoding
from crawler.spiders.wordpress import json_of
from crawler.wordpress import fields_of, origins_of, post_types, rest_url, taxonomies, total_of
from pipeline.errors import GleaneryError
from pipeline.model import Channel, Failure, Observation, Plan, Resource
from pipeline.normalize import normalize


class ProbeSpider(scrapy.Spider):
    """Fills `report`. `only` restricts it to one channel, as a person may have chosen it."""

    name = "probe"

    def __init__(self, url: str = "", only: Channel = Channel.AUTO, types: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url
        self.only = only
        self.types = types
        self.report = ProbeReport(url)
        self._asked = 0
        self._preview: dict[Channel, list[Resource]] = {}

    async def start(self) -> AsyncIterator[Any]:
        page = await self._get(self.url)
        if page is not None:
            await self._look_at(page)
        for request in list[Request]():  # Scrapy wants a generator; all was asked for already
            yield request

    async def _get(self, url: str) -> Response | None:
        """One answer with a 2xx status; anything else is a failure that the report keeps."""
        if self._asked >= MAX_REQUESTS:
            return None
        self._asked += 1
        try:
            response = await self.crawler.engine.download_async(Request(url, callback=NO_CALLBACK, dont_filter=True))
        except (IgnoreRequest, OSError, Exception) as error:  # noqa: BLE001 - the downloader's errors have no base
            self._fail(from_exception(url, error))
            return None
        if not 200 <= response.status < 300:
            self._fail(from_status(url, response))
            return None
        return response

    def _fail(self, failure: Failure) -> None:
        self.report = replace(self.report, failures=(*self.report.failures, failure))

    async def _look_at(self, page: Response) -> None:
        reading = self._listing(page)
        rungs = []
        if self.only in {Channel.AUTO, Channel.WORDPRESS}:
            rungs.append(await self._wordpress(page, reading))
        if self.only in {Channel.AUTO, Channel.LISTING}:
            rungs.append(self._listing_rung(page, reading))
        chosen = choose(rungs)
        cms = cms_of(page.body)
        plan = None
        if chosen:
            detail: dict[str, Any] = {}
            if chosen.channel is Channel.LISTING and reading and reading.wrapper:
                detail["wrapper"] = dict(reading.wrapper)
            if chosen.channel is Channel.WORDPRESS:
                detail["rest_root"] = chosen.entry_url
            plan = Plan(chosen.channel, chosen.entry_url, cms, chosen.reason, detail)
        self.report = replace(
            self.report,
            cms=cms,
            rungs=tuple(rungs),
            plan=plan,
            preview=tuple(self._preview.get(plan.channel, ())[:PREVIEW]) if plan else (),
            next_url=reading.next_url if reading else None,
            wrapper=reading.wrapper if reading else None,
        )

    # -- the listing ---------------------------------------------------------------------------------------------------

    def _listing(self, page: Response) -> Reading | None:
        if not isinstance(page, TextResponse):
            return None
        try:
            reading = read_listing(page.body, page.url, encoding=declared_encoding(page))
        except GleaneryError:
            return None
        seen = observations(reading, source="probe", page_url=page.url, seen_at=now())
        self._preview[Channel.LISTING] = [*_normalized(seen[:PREVIEW])]
        return reading

    def _listing_rung(self, page: Response, reading: Reading | None) -> Rung:
        if reading is None or not reading.records:
            if not is_genuine_page(page.body):
                failure = from_page(page.url, page.body, "a listing (HTML)")
                self._fail(failure)
                return Rung(Channel.LISTING, page.url, usable=False, reason=failure.message)
            return Rung(Channel.LISTING, page.url, usable=False, reason="this page shows no listing")
        more = ", and a next page" if reading.next_url else ""
        return Rung(Channel.LISTING, page.url, usable=True, reason=f"{len(reading.records)} records on the page{more}")

    # -- WordPress -----------------------------------------------------------------------------------------------------

    async def _wordpress(self, page: Response, reading: Reading | None) -> Rung:
        header = ", ".join(value.decode("latin-1") for value in page.headers.getlist("Link"))
        reason, root = "no WordPress REST API answers here", page.url
        for root in rest_roots(page.url, header, page.body):
            before = len(self.report.failures)
            answer = await self._get(root)
            if answer is not None and is_rest_index(json_of(answer)):
                return await self._types(root, reading)
            tried = self.report.failures[before:]
            # What fails here is a reason, not a fault of the site: most sites have no REST API.
            self.report = replace(self.report, failures=self.report.failures[:before])
            reason = f"no WordPress REST API: {tried[0].message if tried else 'the answer is not its index'}"
        return Rung(Channel.WORDPRESS, root, usable=False, reason=reason)

    async def _types(self, root: str, reading: Reading | None) -> Rung:
        answer = await self._get(rest_url(root, "wp/v2/types"))
        listed = json_of(answer) if answer is not None else None
        types = post_types(listed, wanted=self.types) if isinstance(listed, dict) else {}
        if not types:
            return Rung(Channel.WORDPRESS, root, usable=False, reason="the REST API lists no public post type")
        # A person who named the channel or the types knows what they want: no need to compare with the page.
        sought = Sought.of(reading if self.only is Channel.AUTO and not self.types else None)
        totals: dict[str, int] = {}
        found: set[str] = set()
        flat = await self._taxonomies(root)
        for name, route in types.items():
            query = {"per_page": str(PREVIEW), "_embed": "author,wp:featuredmedia,wp:term"}
            page = await self._get(rest_url(root, route, query))
            total = total_of(page) if page is not None else None
            if page is None or total is None:
                continue
            totals[name] = total
            items = json_of(page)
            self._preview_items(page, items, flat)
            found |= sought.identities & identities_of(items)
            if total and 2 * len(found) < len(sought.identities):
                found |= await self._held(root, route, sought)
        if not totals:
            return Rung(Channel.WORDPRESS, root, usable=False, reason="the REST API gives no list of posts")
        words = ", ".join(f"{total} {name}" for name, total in totals.items())
        if 2 * len(found) < len(sought.identities):
            reason = (
                f"the REST API holds {words}, but of this page's first {len(sought.identities)} records {len(found)}"
            )
            return Rung(Channel.WORDPRESS, root, usable=False, reason=reason, claimed=sum(totals.values()))
        return Rung(Channel.WORDPRESS, root, usable=True, reason=f"REST API: {words}", claimed=sum(totals.values()))

    async def _taxonomies(self, root: str) -> dict[str, bool]:
        answer = await self._get(rest_url(root, "wp/v2/taxonomies"))
        listed = json_of(answer) if answer is not None else None
        return taxonomies(listed) if isinstance(listed, dict) else {}

    async def _held(self, root: str, route: str, sought: Sought) -> set[str]:
        """Which of the sought items this post type holds."""
        held: set[str] = set()
        for query in sought.queries():
            answer = await self._get(rest_url(root, route, query))
            if answer is not None:
                held |= sought.identities & identities_of(json_of(answer))
        return held

    def _preview_items(self, page: Response, items: Any, flat: dict[str, bool]) -> None:
        seen = [
            Observation(
                source="probe",
                channel=Channel.WORDPRESS,
                url=str(item.get("link") or ""),
                page_url=page.url,
                position=position,
                seen_at=now(),
                fields=fields_of(item, flat),
                origins=origins_of(item, flat),
                native_id=str(item["id"]),
            )
            for position, item in enumerate(items if isinstance(items, list) else ())
            if isinstance(item, dict) and "id" in item
        ]
        self._preview.setdefault(Channel.WORDPRESS, []).extend(_normalized(seen))


def _normalized(seen: list[Observation]) -> list[Resource]:
    resources = []
    for each in seen:
        try:
            resources.append(normalize(each))
        except GleaneryError:
            continue
    return resources
