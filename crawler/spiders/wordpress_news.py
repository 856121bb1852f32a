"""WordPress's news: one page of what was modified last, and its totals. What does not agree with them is looked for.

The order of modification (`orderby=modified`; WordPress REST API handbook, "Posts") gives the newest edits, and the total
of the whole in the same answer. Marks are the site's own local times: its clock may be wrong, and be set back in autumn,
hence the overlap. If the total is not what is known, every id is read, a hundred a page without bodies; what is unknown or
another one is then asked for by its id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.faults import from_page
from crawler.items import ReadPage
from crawler.spiders.wordpress import Collection, WordPressSpider
from crawler.values import json_of, object_of
from crawler.wordpress import PER_PAGE, items_of, read_item, rest_url, total_of
from pipeline.model import State
from pipeline.urls import identity

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure

    from storage.memory import Kept

OVERLAP = timedelta(hours=2)
# A day's edits fit on a page; after so many pages that are news throughout, reading everything is no dearer.
NEWS_SIZE = 20
MOST_PAGES = 5


class WordPressNewsSpider(WordPressSpider):
    """Reads what is new since the last good run; finds out by the totals whether that can be all."""

    name = "wordpress-news"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        news = object_of(self.plan.detail.get("news"))
        hierarchical = {name: bool(value) for name, value in object_of(news.get("hierarchical")).items()}
        self._marks = {part: str(object_of(each).get("mark")) for part, each in object_of(news.get("parts")).items()}
        self._parts = {
            part: Collection(part, str(object_of(each).get("route")), NEWS_SIZE, hierarchical=hierarchical)
            for part, each in object_of(news.get("parts")).items()
        }
        self._open = set(self._parts)
        self._wanted: dict[str, list[str]] = {part: [] for part in self._parts}
        self._whole = False

    def first_requests(self) -> list[Request]:
        if self.languages:  # unasked, the totals may be those of one language
            return self._everything()
        return [self._news_page(of, 1) for of in self._parts.values()] or self._everything()

    def _everything(self) -> list[Request]:
        """Reads all, once: something is not as it was when the news were learnt to be asked for."""
        if self._whole:
            return []
        self._whole = True
        self.harvest.become_whole()
        return super().first_requests()

    # -- the news ------------------------------------------------------------------------------------------------------

    def _news_page(self, of: Collection, page: int) -> Request:
        query = {"per_page": str(of.size), "page": str(page), "orderby": "modified", "order": "desc"}
        query["_embed"] = "author,wp:featuredmedia,wp:term"
        return self.ask(rest_url(self.root, of.route, query), self.parse_news, of=of, page=page)

    def parse_news(self, response: Response, of: Collection, page: int) -> Iterator[Any]:
        answer, total = items_of(json_of(response)), total_of(response)
        if self._whole:
            return
        if answer is None:
            self.harvest.fail(from_page(response.url, response.body, "a list of posts (JSON)"))
            return
        times = [_modified(each) for each in answer]
        if total is None or not all(times) or times != sorted(times, reverse=True):
            yield from self._everything()  # no total, or the order was not obeyed
            return
        self.harvest.claim(of.part, total)
        asked = self._news_page(of, page).url
        items = (read_item(each, of.hierarchical) for each in answer)
        self.harvest.take(ReadPage(asked, self.observed(response, items), part=of.part))
        self.stop_if_satisfied()
        self.learn(of, answer)
        news = [each for each in times if each >= _before(self._marks[of.part])]
        if len(news) < len(answer) or page * of.size >= total:
            self._open.discard(of.part)
            if not self._open:
                yield from self._compare()
        elif page < MOST_PAGES:
            yield self._news_page(of, page + 1)
        else:
            yield from self._everything()

    def _compare(self) -> Iterator[Request]:
        """Holds what is known now against what the site says it has."""
        harvest, source = self.harvest, self.harvest.source
        claimed = sum(harvest.ledger.claims.values())
        known = harvest.store.count_resources(source=source.name, state=State.PRESENT)
        if claimed == known and not harvest.store.memory.waiting(source.name, source.policy.absences):
            harvest.ledger.window = "the others are as many as are known"
            return
        harvest.ledger.inventoried = True
        harvest.ledger.remarks["inventory"] = (
            "all were seen by their ids, the texts of those that are known were not read"
        )
        self._open = set(self._parts)
        for of in self._parts.values():
            yield self._ids_page(replace(of, size=PER_PAGE), 1)

    # -- the inventory -------------------------------------------------------------------------------------------------

    def _ids_page(self, of: Collection, page: int) -> Request:
        query = {"per_page": str(of.size), "page": str(page), "orderby": "id", "order": "asc"}
        query["_fields"] = "id,modified,link"
        return self.ask(rest_url(self.root, of.route, query), self.parse_ids, of=of, page=page)

    def parse_ids(self, response: Response, of: Collection, page: int) -> Iterator[Any]:
        """One page after another, so that the last one knows that it is."""
        answer = items_of(json_of(response))
        if answer is None:
            self.harvest.fail(from_page(response.url, response.body, "a list of posts (JSON)"))
            return
        if page == 1:
            of = self._claimed(response, of, len(answer))
        by_id = {str(each.get("id")): each for each in answer}
        known = self.harvest.store.memory.kept(self.harvest.source.name, list(by_id))
        same = {number: known[number] for number in by_id if number in known and _is_same(by_id[number], known[number])}
        self.harvest.sight(self._ids_page(of, page).url, [each.key for each in same.values()], part=of.part)
        self._wanted[of.part] += [number for number in by_id if number not in same]
        # A full last page belies a total that is too small.
        if answer and (page < (of.last or 1) or len(answer) >= of.size):
            yield self._ids_page(of, page + 1)
        else:
            yield from self._included(of)

    def _included(self, of: Collection) -> Iterator[Request]:
        """What the inventory shows and nobody knows, or knows otherwise."""
        wanted, self._wanted[of.part] = self._wanted[of.part], []
        for start in range(0, len(wanted), PER_PAGE):
            query = {"include": ",".join(wanted[start : start + PER_PAGE]), "per_page": str(PER_PAGE)}
            query["_embed"] = "author,wp:featuredmedia,wp:term"
            yield self.ask(rest_url(self.root, of.route, query), self.parse_included, of=of)

    def parse_included(self, response: Response, of: Collection) -> None:
        answer = items_of(json_of(response))
        if answer is None:
            self.harvest.fail(from_page(response.url, response.body, "a list of posts (JSON)"))
            return
        items = (read_item(each, of.hierarchical) for each in answer)
        self.harvest.take(ReadPage(response.url, self.observed(response, items), part=of.part))
        self.learn(of, answer)

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        error, request = failure.value, failure.request  # type: ignore[attr-defined]
        if isinstance(error, HttpError) and error.response.status in {400, 404}:
            if request.callback == self.parse_news:
                return self._everything()  # a type that is gone, or an order that is refused
            code = str(object_of(json_of(error.response)).get("code"))
            if request.callback == self.parse_ids and code == "rest_post_invalid_page_number":
                return list(self._included(request.cb_kwargs["of"]))
        return super().failed(failure)


def _modified(item: Mapping[str, Any]) -> str:
    """When the item was modified, by the site's own clock: "2026-04-03T00:25:34"; "" where it is not said."""
    return str(item.get("modified") or "")[:19]


def _before(mark: str) -> str:
    """A site-local time so much earlier that no change of a clock hides an edit; "" for none."""
    try:
        return (datetime.fromisoformat(mark) - OVERLAP).isoformat()
    except ValueError:
        return ""


def _is_same(item: Mapping[str, Any], known: Kept) -> bool:
    link = str(item.get("link") or "")
    there = known.state is State.PRESENT and known.modified[:19] == _modified(item)
    return there and identity(link) == identity(known.url)
