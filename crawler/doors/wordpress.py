"""WordPress's REST API: there, open, and holding what the page shows?"""

from __future__ import annotations

from typing import Any

from crawler.doors.visit import Visit
from crawler.languages import alternates
from crawler.link_header import header_of
from crawler.probe import PREVIEW, Rung, Sought
from crawler.values import json_of, objects
from crawler.wordpress import items_of, post_types, read_item, rest_url, taxonomies, total_of
from crawler.wordpress_discovery import is_rest_index, rest_address, rest_roots
from pipeline.model import JSON, Channel

# Left for the doors behind this one.
_LEAVE = 3
# Made with one of these, a site has no WordPress API to be asked for.
_OTHERS = ("drupal", "ghost", "discourse", "dspace", "eprints", "open journal", "joomla", "typo3", "hugo", "jekyll")


async def look(visit: Visit) -> Rung:
    roots = rest_roots(visit.page.url, header_of(visit.page), visit.page.body)
    if own := rest_address(visit.given.url):
        roots = [own[0]]
    elif visit.cms.lower().startswith(_OTHERS) and visit.only is not Channel.WORDPRESS:
        return _closed(visit.page.url, f"the site is made with {visit.cms}")
    reason, root = "no WordPress REST API answers here", visit.page.url
    for root in roots:
        answer = await visit.get(root, leave=_LEAVE)
        if answer is not None and is_rest_index(json_of(answer)):
            return await _types(visit, root)
        # What fails here is a reason, not a fault of the site: most sites have no REST API.
        reason = f"no WordPress REST API: {visit.why('the answer is not its index')}"
    return _closed(root, reason)


def _closed(root: str, reason: str, claimed: int | None = None) -> Rung:
    return Rung(Channel.WORDPRESS, root, usable=False, reason=reason, claimed=claimed)


async def _types(visit: Visit, root: str) -> Rung:
    listed = await _object(visit, rest_url(root, "wp/v2/types"))
    # A site that refuses to show its list of types has posts all the same.
    refused = visit.last_failure is not None and not visit.types
    types = {"post": "wp/v2/posts"} if refused else post_types(listed, wanted=visit.types)
    if own := rest_address(visit.given.url):
        # Whoever gives the address of one type's list means that type, be it pages.
        named = {name: route for name, route in post_types(listed, wanted=tuple(listed)).items() if route == own[1]}
        types = named or types
    if not types:
        return _closed(root, "the REST API lists no public post type")
    flat = taxonomies(await _object(visit, rest_url(root, "wp/v2/taxonomies")))
    sought = visit.sought
    totals: dict[str, int | None] = {}
    found: set[str] = set()
    for name, route in types.items():
        query = {"per_page": str(PREVIEW), "_embed": "author,wp:featuredmedia,wp:term"}
        page = await visit.get(rest_url(root, route, query), leave=_LEAVE)
        if page is None:
            visit.blame()
            continue
        items = items_of(json_of(page))
        if items is None:
            continue
        total = total_of(page)
        totals[name] = total if total is not None or len(items) >= PREVIEW else len(items)
        visit.show_items(Channel.WORDPRESS, page, (read_item(each, flat) for each in items))
        found |= sought.found_in(_links(items))
        if items and sought.missed(found):
            found |= await _held(visit, root, route, sought)
    if not totals:
        return _closed(root, f"the REST API gives no list of posts: {visit.why('the answers are none')}")
    detail: dict[str, JSON] = {"rest_root": root}
    if own and listed and types.keys() != post_types(listed, wanted=visit.types).keys():
        detail["types"] = [*types]
    unseen = len(types) - len(totals)
    return _rung(visit, root, totals, unseen=unseen, missed=sought.missed(found), detail=detail)


def _rung(
    visit: Visit, root: str, totals: dict[str, int | None], *, unseen: int, missed: str, detail: dict[str, JSON]
) -> Rung:
    """What the looked at types hold; `unseen` is how many were not, `missed` what of the sought items is in none."""
    words = ", ".join(f"{'many' if total is None else total} {name}" for name, total in totals.items())
    known = [total for total in totals.values() if total is not None]
    claimed = sum(known) if len(known) == len(totals) + unseen else None
    if missed:
        return _closed(root, f"the REST API holds {words}, but {missed}", claimed)
    if languages := alternates(visit.page.body, visit.page.url):
        detail["languages"] = dict(languages)
        words += f", in {', '.join(languages)}"
        claimed = None  # unasked, many a site gives one language only
    more = f", {unseen} more type{'s' if unseen > 1 else ''}" if unseen else ""
    return Rung(Channel.WORDPRESS, root, True, f"REST API: {words}{more}", claimed, detail=detail)


async def _object(visit: Visit, url: str) -> dict[str, Any]:
    answer = await visit.get(url, leave=_LEAVE)
    if answer is None:
        visit.blame()
    parsed = json_of(answer) if answer is not None else None
    return parsed if isinstance(parsed, dict) else {}


async def _held(visit: Visit, root: str, route: str, sought: Sought) -> frozenset[str]:
    """Which of the sought items this post type holds."""
    held: frozenset[str] = frozenset()
    for query in sought.queries():
        answer = await visit.get(rest_url(root, route, query), leave=_LEAVE)
        if answer is not None:
            held |= sought.found_in(_links(json_of(answer)))
    return held


def _links(items: object) -> list[str]:
    return [str(each.get("link") or "") for each in objects(items)]
