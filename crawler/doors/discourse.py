"""A Discourse forum's own lists, as JSON."""

from __future__ import annotations

from crawler.discourse import list_of, page_url, read_topics
from crawler.doors.visit import Visit
from crawler.probe import Rung
from crawler.values import json_of
from pipeline.model import Channel


async def look(visit: Visit) -> Rung:
    root, address = list_of(visit.url if visit.url.startswith(visit.origin) else visit.page.url, visit.page.body)
    if "discourse" not in visit.cms.lower() and visit.only is not Channel.DISCOURSE:
        return Rung(Channel.DISCOURSE, root, usable=False, reason="the site is no Discourse forum")
    answer = await visit.get(page_url(address, 0), leave=2)
    read = read_topics(json_of(answer), root, {}) if answer is not None else None
    if answer is None or read is None:
        why = visit.why("the answer is no list of topics")
        return Rung(Channel.DISCOURSE, root, usable=False, reason=f"no list of topics: {why}")
    items, more = read
    if not items:
        return Rung(Channel.DISCOURSE, root, usable=False, reason="the forum shows no topics")
    visit.show_items(Channel.DISCOURSE, answer, items)
    said = f"Discourse, {len(items)} topics{' and older ones behind them' if more else ''}"
    return Rung(Channel.DISCOURSE, address, True, said, None if more else len(items), detail={"root": root})
