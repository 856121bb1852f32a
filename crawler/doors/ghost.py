"""Ghost's Content API, where a page carries its public key."""

from __future__ import annotations

from crawler.doors.visit import Visit
from crawler.ghost import door_of, posts_url, read_posts
from crawler.probe import PREVIEW, Rung
from crawler.values import json_of
from pipeline.model import Channel


async def look(visit: Visit) -> Rung:
    if "ghost" not in visit.cms.lower() and visit.only is not Channel.GHOST:
        return _closed(visit, "the site is not made with Ghost")
    door = door_of(visit.page.body, visit.page.url)
    if door is None:
        return _closed(visit, "the page carries no key of Ghost's Content API")
    answer = await visit.get(posts_url(door.root, door.key, 1, PREVIEW), leave=2)
    read = read_posts(json_of(answer)) if answer is not None else None
    if answer is None or read is None:
        return _closed(visit, f"no Content API: {visit.why('the answer is no list of posts')}")
    items, total, _ = read
    if not total:
        return _closed(visit, "the Content API holds no posts")
    visit.show_items(Channel.GHOST, answer, items)
    return Rung(Channel.GHOST, visit.page.url, True, f"Content API: {total} posts", total)


def _closed(visit: Visit, reason: str) -> Rung:
    return Rung(Channel.GHOST, visit.page.url, usable=False, reason=reason)
