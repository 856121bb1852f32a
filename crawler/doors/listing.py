"""The listing's own HTML: the door of every site that has no other."""

from __future__ import annotations

from scrapy.http import Response, TextResponse

from crawler.clock import now
from crawler.doors.visit import Visit
from crawler.faults import from_page, is_genuine_page
from crawler.listing.model import Reading
from crawler.listing.observe import observations
from crawler.listing.reader import read_listing
from crawler.probe import PREVIEW, Rung
from crawler.spiders.listing import declared_encoding
from pipeline.errors import GleaneryError
from pipeline.model import Channel


def read(page: Response) -> Reading | None:
    """The listing on a visit's first page; None if it is not HTML or refuses to be read."""
    if not isinstance(page, TextResponse):
        return None
    try:
        return read_listing(page.body, page.url, encoding=declared_encoding(page))
    except GleaneryError:
        return None


async def look(visit: Visit) -> Rung:
    page, reading = visit.page, visit.reading
    if reading is None or not reading.records:
        if not is_genuine_page(page.body):
            failure = from_page(page.url, page.body, "a listing (HTML)")
            visit.failures.append(failure)
            return Rung(Channel.LISTING, page.url, usable=False, reason=failure.message)
        return Rung(Channel.LISTING, page.url, usable=False, reason="this page shows no listing")
    visit.show(Channel.LISTING, observations(reading, source="probe", page_url=page.url, seen_at=now())[:PREVIEW])
    more = ", and a next page" if reading.next_url else ""
    detail = {"wrapper": dict(reading.wrapper)} if reading.wrapper else {}
    reason = f"{len(reading.records)} records on the page{more}"
    return Rung(Channel.LISTING, page.url, usable=True, reason=reason, detail=detail)
