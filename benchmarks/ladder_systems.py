"""The ladder's sites of other systems: Drupal, Ghost, Discourse and OAI-PMH, each with as many items as one likes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.sites.loopback import Handler, serve
from tests.sites.shape_pages import home, page, routed
from tests.sites.shape_systems import DISCOURSE_HEAD, DRUPAL_HEAD, discourse, drupal, ghost, ghost_head, oai
from tests.sites.works import Work, works

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

# How many items each system gives a page.
SIZES = {"drupal": 50, "ghost": 100, "discourse": 30, "oai": 100}
# What is asked beside robots.txt and the pages: the index; the site's page, for its key; the categories; the sets.
BESIDE = {"drupal": 1, "ghost": 1, "discourse": 1, "oai": 1}
_DSPACE = '<meta name="Generator" content="DSpace 7.6">'


def _forum(items: list[Work]) -> Handler:
    topics = [replace(each, path=f"/t/{each.path.strip('/').rpartition('/')[2]}/{each.number}") for each in items]
    rows = "".join(f'<tr class="topic-list-item"><td><a href="{w.path}">{w.title}</a></td></tr>' for w in topics[:30])
    front = page("Latest topics", f"<table class='topic-list'>{rows}</table>", head=DISCOURSE_HEAD)
    return routed(discourse(topics), lambda path, _: front if path == "/" else None)


_SITES: dict[str, Callable[[str, list[Work]], Handler]] = {
    "drupal": lambda url, items: routed(drupal(url, {"article": items}), home(head=DRUPAL_HEAD, menu="")),
    "ghost": lambda url, items: routed(ghost(url, items), home(head=ghost_head(url), menu="")),
    "discourse": lambda _, items: _forum(items),
    "oai": lambda url, items: routed(oai(url, items, size=SIZES["oai"]), home(head=_DSPACE, menu="")),
}


def serve_system(name: str, count: int, ready: Queue[int]) -> None:
    """Answers until the process is ended; tells its port first."""
    handlers: list[Handler] = []
    with serve(lambda request: handlers[0](request)) as url:  # noqa: PLW0108 - the site needs the address first
        handlers.append(_SITES[name](url, works(count)))
        ready.put(int(url.rpartition(":")[2]))
        while True:
            time.sleep(60)
