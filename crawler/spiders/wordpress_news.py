"""WordPress's news: one page of what was modified last, and its totals. What does not agree with them is looked for.

The order of modification (`orderby=modified`; WordPress REST API handbook, "Posts") gives the newest edits, and the total
of the whole in the same answer. Marks are the site's own local times: its clock may be wrong, and be set back in autumn,
hence the overlap. If the totals are not what is known, and in every second run, what is known is counted (`wordpress_ids`):
totals alone would not tell of a deletion on the same day as a post that comes with an old date of modification.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.items import ReadPage
from crawler.spiders.wordpress import Collection
from crawler.values import object_of
from crawler.wordpress import EMBED, modified_of, read_item, rest_url, total_of
from crawler.wordpress_ids import WordPressIdsSpider
from pipeline.wholes import is_renamed

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure

OVERLAP = timedelta(hours=2)
# A day's edits fit on a page; after so many pages that are news throughout, reading everything is no dearer.
NEWS_SIZE = 20
MOST_PAGES = 5


class WordPressNewsSpider(WordPressIdsSpider):
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
        query["_embed"] = EMBED
        return self.ask(rest_url(self.root, of.route, query), self.parse_news, of=of, page=page)

    def parse_news(self, response: Response, of: Collection, page: int) -> Iterator[Any]:
        if self._whole:
            return
        answer, total = self.listed(response), total_of(response)
        if answer is None:
            return
        times = [modified_of(each) for each in answer]
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
            if self._open:
                return
            if is_renamed(self.harvest.ledger.renamed):
                self.harvest.ledger.alerted = True
                yield from self._everything()
            else:
                yield from self.compare([*self._parts.values()])
        elif page < MOST_PAGES:
            yield self._news_page(of, page + 1)
        else:
            yield from self._everything()

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        error, request = failure.value, failure.request  # type: ignore[attr-defined]
        gone = isinstance(error, HttpError) and error.response.status in {400, 404}
        if gone and request.callback == self.parse_news:
            return self._everything()  # a type that is gone, or an order that is refused
        return super().failed(failure)


def _before(mark: str) -> str:
    """A site-local time so much earlier that no change of a clock hides an edit; "" for none."""
    try:
        return (datetime.fromisoformat(mark) - OVERLAP).isoformat()
    except ValueError:
        return ""
