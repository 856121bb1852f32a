"""Feeds: announced by the page, or the page itself; do they hold what the page lists, and how far back do they go?"""

from __future__ import annotations

from scrapy.http import Response

from crawler.doors.visit import Visit
from crawler.feed import Feed, feed_links, linked_feeds, origins_of, read_feed
from crawler.probe import Rung
from pipeline.model import Channel

# Where feeds lie that no page announces, from the page's folder or the site's root; by what the site is made with.
_USUAL = {
    "wordpress": ("feed/",),
    "ghost": ("rss/",),
    "drupal": ("rss.xml",),
    "hugo": ("index.xml",),
    "jekyll": ("feed.xml", "atom.xml"),
    "joomla": ("?format=feed&type=rss",),
}
_ANY = ("feed/", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "rss/")
# How many announced feeds are looked at, and how many guesses are made unless a person has named this channel.
_MOST, _GUESSES = 2, 3
# Left for the doors behind this one.
_LEAVE = 2


async def look(visit: Visit) -> Rung:
    own = _read(visit.given)
    if own is not None:
        return _rung(visit, visit.given, own)
    announced = feed_links(visit.page.body, visit.page.url)[:_MOST]
    last = Rung(Channel.FEED, visit.page.url, usable=False, reason="the site announces no feed")
    for url in announced or _guesses(visit):
        answer = await visit.get(url, leave=_LEAVE)
        feed = _read(answer) if answer is not None else None
        if answer is None or feed is None:
            if announced:
                last = Rung(Channel.FEED, url, usable=False, reason=f"no feed: {visit.why('the answer is none')}")
            continue
        last = _rung(visit, answer, feed)
        if last.usable:
            return last
    return last


def _guesses(visit: Visit) -> list[str]:
    """Addresses at which the site may have a feed that its page does not announce."""
    linked = linked_feeds(visit.page.body, visit.page.url)
    cms = visit.cms.lower()
    paths = next((paths for name, paths in _USUAL.items() if cms.startswith(name)), _ANY)
    folder = visit.page.url.partition("?")[0].rpartition("/")[0]
    at = [f"{base}/{path}" for path in paths for base in dict.fromkeys((folder, visit.origin))]
    return list(dict.fromkeys([*linked, *at]))[: None if visit.only is Channel.FEED else _GUESSES]


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
    claimed = None if walks else len(feed.entries)
    return Rung(Channel.FEED, page.url, usable=True, reason=f"{said}, {more}", claimed=claimed, whole=walks)
