"""Feeds: announced by the page, or the page itself; do they hold what the page lists, and how far back do they go?"""

from __future__ import annotations

from scrapy.http import Response

from crawler.doors.visit import Visit
from crawler.feed import Feed, feed_links, origins_of, read_feed
from crawler.probe import Rung
from pipeline.model import Channel

# Where feeds lie that no page announces; asked only if a person named this channel.
_USUAL = ("feed/", "rss.xml", "atom.xml", "index.xml", "feed.json")
# How many announced feeds are looked at.
_MOST = 2


async def look(visit: Visit) -> Rung:
    own = _read(visit.page)
    if own is not None:
        return _rung(visit, visit.page, own)
    announced = feed_links(visit.page.body, visit.page.url)[:_MOST]
    tried = announced or ([visit.page.urljoin(f"/{path}") for path in _USUAL] if visit.only is Channel.FEED else [])
    last = Rung(Channel.FEED, visit.page.url, usable=False, reason="the page announces no feed")
    for url in tried:
        answer = await visit.get(url)
        feed = _read(answer) if answer is not None else None
        if answer is None or feed is None:
            why = visit.last_failure.message if visit.last_failure else "the answer is no feed"
            last = Rung(Channel.FEED, url, usable=False, reason=f"no feed: {why}")
            continue
        last = _rung(visit, answer, feed)
        if last.usable:
            return last
    return last


def _read(page: Response) -> Feed | None:
    return read_feed(page.body, page.url, (page.headers.get("Content-Type") or b"").decode("latin-1"))


def _rung(visit: Visit, page: Response, feed: Feed) -> Rung:
    said = f"{feed.kind}, {len(feed.entries)} entries"
    if feed.comments:
        return Rung(Channel.FEED, page.url, usable=False, reason=f"{said}, of comments")
    if not feed.entries:
        return Rung(Channel.FEED, page.url, usable=False, reason=f"{feed.kind} without entries")
    if missed := visit.sought.missed(visit.sought.found_in(entry.url for entry in feed.entries)):
        return Rung(Channel.FEED, page.url, usable=False, reason=f"{said}, but {missed}")
    visit.show(
        Channel.FEED,
        (
            visit.observe(
                page,
                position,
                channel=Channel.FEED,
                url=entry.url,
                fields=dict(entry.fields),
                origins=origins_of(entry),
                native_id=entry.native_id,
            )
            for position, entry in enumerate(feed.entries)
        ),
    )
    walks = feed.wordpress or feed.next_url is not None
    more = "and older ones behind them" if walks else "its newest only"
    return Rung(Channel.FEED, page.url, usable=True, reason=f"{said}, {more}", whole=walks)
