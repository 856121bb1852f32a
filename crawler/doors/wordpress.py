"""WordPress's REST API: there, open, and holding what the page shows?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrapy.http import Response

from crawler.doors.visit import Visit
from crawler.probe import PREVIEW, Rung, Sought
from crawler.spiders.wordpress import json_of
from crawler.wordpress import fields_of, origins_of, post_types, rest_url, taxonomies, total_of
from crawler.wordpress_discovery import is_rest_index, rest_roots
from pipeline.model import JSON, Channel, Observation


async def look(visit: Visit) -> Rung:
    header = ", ".join(value.decode("latin-1") for value in visit.page.headers.getlist("Link"))
    reason, root = "no WordPress REST API answers here", visit.page.url
    for root in rest_roots(visit.page.url, header, visit.page.body):
        answer = await visit.get(root)
        if answer is not None and is_rest_index(json_of(answer)):
            return await _types(visit, root)
        # What fails here is a reason, not a fault of the site: most sites have no REST API.
        why = visit.last_failure.message if visit.last_failure else "the answer is not its index"
        reason = f"no WordPress REST API: {why}"
    return _closed(root, reason)


def _closed(root: str, reason: str, claimed: int | None = None) -> Rung:
    return Rung(Channel.WORDPRESS, root, usable=False, reason=reason, claimed=claimed)


async def _types(visit: Visit, root: str) -> Rung:
    listed = await _object(visit, rest_url(root, "wp/v2/types"))
    types = post_types(listed, wanted=visit.types)
    if not types:
        return _closed(root, "the REST API lists no public post type")
    flat = taxonomies(await _object(visit, rest_url(root, "wp/v2/taxonomies")))
    sought = visit.sought
    totals: dict[str, int] = {}
    found: set[str] = set()
    for name, route in types.items():
        query = {"per_page": str(PREVIEW), "_embed": "author,wp:featuredmedia,wp:term"}
        page = await visit.get(rest_url(root, route, query))
        if page is None:
            visit.blame()
            continue
        total = total_of(page)
        if total is None:
            continue
        totals[name] = total
        items = json_of(page)
        visit.show(Channel.WORDPRESS, _observations(visit, page, items, flat))
        found |= sought.found_in(_links(items))
        if total and sought.missed(found):
            found |= await _held(visit, root, route, sought)
    if not totals:
        return _closed(root, "the REST API gives no list of posts")
    words = ", ".join(f"{total} {name}" for name, total in totals.items())
    if missed := sought.missed(found):
        return _closed(root, f"the REST API holds {words}, but {missed}", sum(totals.values()))
    detail: Mapping[str, JSON] = {"rest_root": root}
    return Rung(Channel.WORDPRESS, root, True, f"REST API: {words}", sum(totals.values()), detail=detail)


async def _object(visit: Visit, url: str) -> dict[str, Any]:
    answer = await visit.get(url)
    if answer is None:
        visit.blame()
    parsed = json_of(answer) if answer is not None else None
    return parsed if isinstance(parsed, dict) else {}


async def _held(visit: Visit, root: str, route: str, sought: Sought) -> frozenset[str]:
    """Which of the sought items this post type holds."""
    held: frozenset[str] = frozenset()
    for query in sought.queries():
        answer = await visit.get(rest_url(root, route, query))
        if answer is not None:
            held |= sought.found_in(_links(json_of(answer)))
    return held


def _links(items: Any) -> list[str]:
    return [str(each.get("link") or "") for each in items if isinstance(each, dict)] if isinstance(items, list) else []


def _observations(visit: Visit, page: Response, items: Any, flat: dict[str, bool]) -> list[Observation]:
    return [
        visit.observe(
            page,
            position,
            channel=Channel.WORDPRESS,
            url=str(item.get("link") or ""),
            fields=fields_of(item, flat),
            origins=origins_of(item, flat),
            native_id=str(item["id"]),
        )
        for position, item in enumerate(items if isinstance(items, list) else ())
        if isinstance(item, dict) and "id" in item
    ]
