"""The listing's own HTML: the door of every site that has no other."""

from __future__ import annotations

from dataclasses import replace

from scrapy.http import Response, TextResponse

from crawler.browser import lacking, render
from crawler.clock import now
from crawler.doors.visit import Visit
from crawler.entrance import Entrance, is_strong, listing_links
from crawler.faults import from_page, is_genuine_page
from crawler.languages import alternates
from crawler.listing.model import Reading
from crawler.listing.observe import observations
from crawler.listing.reader import read_listing
from crawler.probe import MAX_REQUESTS, PREVIEW, Rung
from crawler.scripted import needs_browser
from crawler.spiders.listing import beyond_reach, declared_encoding, stated_next
from pipeline.errors import GleaneryError
from pipeline.model import JSON, Channel


def read(page: Response) -> Reading | None:
    """The listing on a visit's first page; None if it is not HTML or refuses to be read."""
    if not isinstance(page, TextResponse):
        return None
    try:
        return read_listing(page.body, page.url, encoding=declared_encoding(page))
    except GleaneryError:
        return None


# Fewer records are no listing that is worth leaving the named page for.
_LEAST = 3
# How many of the site's pages are looked at that may be the listing, where the one that was named is none.
_MOST = 2


async def look(visit: Visit) -> Rung:
    own = _rung(visit, visit.page, visit.reading, "the page shows no listing")
    if visit.entrance is Entrance.LISTING and own.usable:
        return own
    if visit.entrance is Entrance.HOME and own.usable and is_strong(visit.reading):
        return own
    best, most = (own, len(visit.reading.records)) if own.usable and visit.reading else (own, 0)
    if visit.entrance is Entrance.ARTICLE:
        best, most = Rung(Channel.LISTING, visit.page.url, False, "the page is an article, and leads to no listing"), 0
    for url in listing_links(visit.page.url, visit.page.body, visit.entrance)[:_MOST]:
        page = await visit.get(url)
        reading = read(page) if page is not None else None
        # A listing with a pager goes on; of others the longer one.
        if page is None or reading is None or len(reading.records) < _LEAST:
            continue
        if reading.next_url or len(reading.records) > most:
            visit.previews.pop(Channel.LISTING, None)
            visit.reading, most = reading, len(reading.records)
            best = _rung(visit, page, reading, "")
            if reading.next_url:
                break
    return best if best.usable or not needs_browser(visit.page.body) else await _with_browser(visit)


async def _with_browser(visit: Visit) -> Rung:
    """What a browser would show, where there is one."""
    page = visit.page
    if reason := lacking():
        reason = f"the page is filled by scripts, which needs a browser: {reason}"
        return Rung(Channel.LISTING, page.url, usable=False, reason=reason)
    try:
        shown = await render(page, visit.download, most=max(0, MAX_REQUESTS - visit.spent()), turns=1)
    except OSError as error:
        return Rung(Channel.LISTING, page.url, usable=False, reason=f"the page is filled by scripts, but {error}")
    reading = read(shown)
    rung = _rung(visit, shown, reading, "the page is filled by scripts, and shows no listing in a browser either")
    if not rung.usable:
        return rung
    visit.reading = reading
    reason = f"{rung.reason}; filled by scripts: read with a browser"
    return replace(rung, reason=reason, detail={**rung.detail, "browser": True})


def _rung(visit: Visit, page: Response, reading: Reading | None, otherwise: str) -> Rung:
    if reading is None or not reading.records:
        if not is_genuine_page(page.body):
            failure = from_page(page.url, page.body, "a listing (HTML)")
            visit.failures.append(failure)
            return Rung(Channel.LISTING, page.url, usable=False, reason=failure.message)
        return Rung(Channel.LISTING, page.url, usable=False, reason=otherwise)
    visit.show(Channel.LISTING, observations(reading, source="probe", page_url=page.url, seen_at=now())[:PREVIEW])
    following = reading.next_url or stated_next(page)
    more = ", and a next page" if following else f"; {beyond_reach(reading.unreached)}" if reading.unreached else ""
    detail: dict[str, JSON] = {"wrapper": dict(reading.wrapper)} if reading.wrapper else {}
    if languages := alternates(page.body, page.url):
        detail["languages"] = dict(languages)
        more += f"; in {', '.join(languages)}"
    where = "the page" if page.url == visit.page.url else page.url
    reason = f"{len(reading.records)} records on {where}{more}"
    claimed = None if following or reading.unreached else len(reading.records)
    return Rung(Channel.LISTING, page.url, usable=True, reason=reason, claimed=claimed, detail=detail)
