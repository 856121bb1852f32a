"""WordPress by its REST API: every public post type, a hundred items a page, to the total that the site states.

Rules from the WordPress REST API handbook: "Pagination" (per_page is at most 100; X-WP-Total and X-WP-TotalPages state
the whole), "Linking and Embedding" (`_embed` brings authors, terms and media along), "Post Types".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scrapy.http import Request, Response

from crawler.faults import from_page
from crawler.items import ReadPage
from crawler.spiders.base import HarvestSpider
from crawler.wordpress import PER_PAGE, fields_of, origins_of, post_types, rest_url, taxonomies, total_of
from crawler.wordpress_discovery import rest_roots
from pipeline.model import Channel, Failure, OutcomeKind


class WordPressSpider(HarvestSpider):
    """Reads a WordPress site through `/wp-json/` (or wherever the plan says that its REST root is)."""

    name = "wordpress"
    channel = Channel.WORDPRESS

    @property
    def root(self) -> str:
        return str(self.plan.detail.get("rest_root") or rest_roots(self.plan.entry_url, "", b"")[0])

    def first_requests(self) -> list[Request]:
        return [self.ask(rest_url(self.root, "wp/v2/types"), self.parse_types)]

    def parse_types(self, response: Response) -> Iterator[Any]:
        answer = json_of(response)
        if not isinstance(answer, dict):
            self.harvest.fail(from_page(response.url, response.body, "WordPress's list of post types (JSON)"))
            return
        types = post_types(answer, wanted=self.harvest.source.types)
        if not types:
            self.harvest.fail(Failure(response.url, OutcomeKind.DRIFTED, "no public post type is offered by REST"))
            return
        yield self.ask(rest_url(self.root, "wp/v2/taxonomies"), self.parse_taxonomies, types=types)

    def parse_taxonomies(self, response: Response, types: dict[str, str]) -> Iterator[Any]:
        """Taxonomies only say which terms are categories and which are tags: without an answer the rest still stands."""
        answer = json_of(response)
        hierarchical = taxonomies(answer) if isinstance(answer, dict) else {}
        for name, route in types.items():
            yield self.items_page(name, route, 1, hierarchical)

    def items_page(self, part: str, route: str, page: int, hierarchical: dict[str, bool]) -> Request:
        # Oldest first: what is added while we read comes at the end, and moves nothing that was read already.
        query = {"per_page": str(PER_PAGE), "page": str(page), "orderby": "id", "order": "asc"}
        query["_embed"] = "author,wp:featuredmedia,wp:term"
        url = rest_url(self.root, route, query)
        return self.ask(url, self.parse_items, part=part, route=route, page=page, hierarchical=hierarchical)

    def parse_items(
        self, response: Response, part: str, route: str, page: int, hierarchical: dict[str, bool]
    ) -> Iterator[Any]:
        answer = json_of(response)
        total = total_of(response)
        if not isinstance(answer, list) or total is None:
            wanted = "a list of posts with its total (JSON)"
            self.harvest.fail(from_page(response.url, response.body, wanted))
            return
        if page == 1:
            self.harvest.claim(part, total)
            last = -(-total // PER_PAGE)
            for number in range(2, last + 1):
                request = self.items_page(part, route, number, hierarchical)
                if not self.harvest.is_done(request.url):
                    yield request
        asked = self.items_page(part, route, page, hierarchical).url  # what a redirect may have hidden
        if self.harvest.is_done(asked):
            return
        observations = tuple(
            self.observe(
                response,
                position,
                url=str(item.get("link") or ""),
                fields=fields_of(item, hierarchical),
                origins=origins_of(item, hierarchical),
                native_id=str(item["id"]),
            )
            for position, item in enumerate(answer)
            if isinstance(item, dict) and "id" in item
        )
        yield ReadPage(asked, observations, part=part)
        self.stop_if_satisfied()


def json_of(response: Response) -> Any:
    """The parsed JSON body, or None where it is none."""
    try:
        return json.loads(response.body)
    except ValueError:
        return None
