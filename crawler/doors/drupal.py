"""Drupal's JSON:API: there, open, and with node types that are content?"""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from crawler.doors.visit import Visit
from crawler.drupal import is_index, node_types, page_url, read_nodes, with_include
from crawler.probe import PREVIEW, Rung
from crawler.values import json_of
from pipeline.model import Channel

# So many node types are looked at; more are read all the same.
_MOST = 3


async def look(visit: Visit) -> Rung:
    root = _root(visit)
    given = "/jsonapi" in urlsplit(visit.given.url).path
    if not given and "drupal" not in visit.cms.lower() and visit.only is not Channel.DRUPAL:
        return _closed(root, "the site is not made with Drupal")
    answer = await visit.get(root, leave=2)
    index = json_of(answer) if answer is not None else None
    if not is_index(index):
        return _closed(root, f"no JSON:API: {visit.why('the answer is not its index')}")
    types = node_types(index, wanted=visit.types)
    if not types:
        return _closed(root, "JSON:API offers no node type that holds resources")
    return await _nodes(visit, root, types)


def _root(visit: Visit) -> str:
    path = urlsplit(visit.given.url).path
    if "/jsonapi" in path:
        return visit.origin + path.partition("/jsonapi")[0] + "/jsonapi"
    return urljoin(visit.page.url, "/jsonapi")


async def _nodes(visit: Visit, root: str, types: dict[str, str]) -> Rung:
    sought = visit.sought
    found: set[str] = set()
    said: list[str] = []
    totals: list[int | None] = []
    for name, address in list(types.items())[:_MOST]:
        # Newest first: what the page shows is among them.
        url = page_url(address, ("uid",), PREVIEW).replace("sort=drupal_internal__nid", "sort=-created")
        answer = await visit.get(url, leave=2) or await visit.get(with_include(url, ()), leave=2)
        page = read_nodes(json_of(answer), url, root, ("uid",)) if answer is not None else None
        if answer is None or page is None:
            visit.blame()
            continue
        visit.show_items(Channel.DRUPAL, answer, page.items)
        found |= sought.found_in(each.url for each in page.items)
        totals.append(page.total if page.total is not None or page.next_url else len(page.items))
        more = "" if totals[-1] is not None else " and more"
        said.append(f"{totals[-1] if totals[-1] is not None else len(page.items)}{more} {name}")
    if not said:
        return _closed(root, f"JSON:API gives no list of nodes: {visit.why('the answers are none')}")
    known = [each for each in totals if each is not None]
    claimed = sum(known) if len(known) == len(types) else None
    words = f"JSON:API: {', '.join(said)}" + (
        f", {len(types) - len(said)} more types" if len(types) > len(said) else ""
    )
    if claimed is not None and (missed := sought.missed(found)):
        return Rung(Channel.DRUPAL, root, usable=False, reason=f"{words}, but {missed}", claimed=claimed)
    return Rung(Channel.DRUPAL, root, True, words, claimed)


def _closed(root: str, reason: str) -> Rung:
    return Rung(Channel.DRUPAL, root, usable=False, reason=reason)
