"""A WordPress site held against what is known of it: first by counting, then by the ids of what does not add up.

A collection's own total and the number of what it has besides the known ids (`exclude`; WordPress REST API handbook,
"Posts", "Search Results") tell exactly whether all that is known is still there: one request, where reading the ids takes
one for each hundred. Of a part that does not add up every id is read; what is unknown or another one is asked for by its id.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection as AbstractCollection
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.faults import from_exception
from crawler.items import ReadPage
from crawler.lost_ids import LostIds
from crawler.middlewares import ForbiddenByRobots
from crawler.spiders.wordpress import Collection, WordPressSpider, is_behind_last
from crawler.values import object_of
from crawler.wordpress import EMBED, PER_PAGE, modified_of, read_item, rest_url, total_of
from pipeline.model import Channel, Key, State
from pipeline.urls import identity

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure

    from storage.memory import Kept, Placed

# What an address may hold of ids. Servers take 8 KiB for the whole of it (Apache's LimitRequestLine, nginx's buffers).
IDS_LENGTH = 7000
# So many ids are read rather than searched, and so many lost ones are looked for.
FEW, MOST_LOST = 2 * PER_PAGE, 4
# A site may refuse what not all offer: the search, a long address.
_REFUSALS = frozenset({400, 401, 403, 404, 405, 410, 413, 414, 501})


class WordPressIdsSpider(WordPressSpider):
    """Finds out what of the known is there, and what there is besides."""

    # Scrapy's own bound is Internet Explorer's.
    custom_settings = {"URLLENGTH_LIMIT": 8000}  # noqa: RUF012 - Scrapy's way

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known: dict[str, dict[str, Key]] = {}
        self._wanted: dict[str, list[str]] = {}

    def compare(self, parts: Sequence[Collection]) -> Iterator[Request]:
        """Holds what is known now against the totals that the site has claimed, and against what it has besides."""
        harvest, source = self.harvest, self.harvest.source
        memory, claims = harvest.store.memory, harvest.ledger.claims
        known = harvest.store.count_resources(source=source.name, state=State.PRESENT)
        self._settled = sum(claims.values()) == known and not memory.waiting(source.name, source.policy.absences)
        if self._settled and memory.saw_all(source.name):
            self._leave()
            return
        self._known = by_part(memory.present_on(source.name, Channel.WORDPRESS), parts)
        countable = [of for of in parts if len(",".join(self._known[of.part])) <= IDS_LENGTH]
        if sum(map(len, self._known.values())) != known:
            countable = []  # of some it is not known where they belong
        if self._settled and len(countable) < len(parts):
            self._leave()
            return
        harvest.ledger.inventoried = True
        harvest.ledger.remarks["inventory"] = "the others are known to be there, their texts were not read"
        # Where there are fewer than known, some are gone: only the ids tell which. Of few ids, all are soon read.
        lacking = {of.part for of in parts if claims[of.part] < len(self._known[of.part])}
        short = [of for of in parts if of not in countable or (of.part in lacking and claims[of.part] <= FEW)]
        for of in short:
            yield self._ids_page(replace(of, size=PER_PAGE), 1)
        searches = object_of(self.plan.detail.get("news")).get("search") is not False
        for group in groups([of for of in countable if of not in short], self._known, together=searches):
            yield self._besides(group)

    def _leave(self) -> None:
        self.harvest.ledger.inventoried = False
        self.harvest.ledger.remarks.pop("inventory", None)
        self.harvest.ledger.window = "the others are as many as are known"

    # -- what there is besides the known -------------------------------------------------------------------------------

    def _besides(self, group: tuple[Collection, ...]) -> Request:
        known = sorted((number for of in group for number in self._known[of.part]), key=_by_number)
        query = {"exclude": ",".join(known), "per_page": str(PER_PAGE)}
        if len(group) == 1:
            url = rest_url(self.root, group[0].route, {**query, "_embed": EMBED})
        else:
            kinds = ",".join(of.part for of in group)
            url = rest_url(self.root, "wp/v2/search", {"subtype": kinds, "_fields": "id,subtype", **query})
        return self.ask(url, self.parse_besides, group=group)

    def parse_besides(self, response: Response, group: tuple[Collection, ...]) -> Iterator[Request]:
        answer, total = self.listed(response, self._place(group)), total_of(response)
        if answer is None:
            return
        known = {number for of in group for number in self._known[of.part]}
        if total != len(answer) or any(str(each["id"]) in known for each in answer):
            yield from self._uncounted(group)  # `exclude` was not obeyed, there are more, or the total is wrong
            return
        for of in group:
            found = [each for each in answer if len(group) == 1 or each.get("subtype") == of.part]
            place, numbers = rest_url(self.root, of.route), self._known[of.part]
            lost = len(numbers) + len(found) - self.harvest.ledger.claims[of.part]
            if lost:
                yield from self._search(of, [str(each["id"]) for each in found], lost)
                continue
            self.harvest.sight(f"{place}#known", numbers.values(), part=of.part)
            if len(group) == 1:
                self._take(response.replace(url=place), of, found)
            else:
                self._wanted[of.part] = [str(each["id"]) for each in found]
                yield from self._included(of)

    def _uncounted(self, group: tuple[Collection, ...]) -> Iterator[Request]:
        """Where the site does not tell what it has besides: each part by its own route, and if that does not, by its ids.

        What adds up as far as it was counted is not worth so many requests.
        """
        if len(group) > 1:
            news = self.harvest.ledger.learnt.get("news")
            if isinstance(news, dict):
                news["search"] = False
            for of in group:
                yield self._besides((of,))
        elif self._settled:
            self._leave()
        else:
            yield self._ids_page(replace(group[0], size=PER_PAGE), 1)

    def _search(self, of: Collection, besides: Sequence[str], lost: int) -> Iterator[Request]:
        """Looks for the `lost` ones of the known among the ids, of which `besides` are unknown; else reads all ids."""
        of, ids = replace(of, size=PER_PAGE), [*self._known[of.part], *besides]
        if 0 < lost <= MOST_LOST and all(each.isdigit() for each in ids):
            yield from self._look_on(of, besides, LostIds(sorted(map(int, ids)), lost, of.size))
        else:
            yield self._ids_page(of, 1)

    def _look_on(self, of: Collection, besides: Sequence[str], search: LostIds) -> Iterator[Request]:
        if search.page is not None:
            request = self._ids_page(of, search.page)
            kept = {"of": of, "page": search.page, "besides": besides, "search": search}
            yield request.replace(callback=self.parse_part_of_ids, cb_kwargs=kept)
            return
        there = [key for number, key in self._known[of.part].items() if int(number) not in search.found]
        self.harvest.sight(f"{rest_url(self.root, of.route)}#known", there, part=of.part)
        self._wanted[of.part] = [each for each in besides if int(each) not in search.found]
        yield from self._included(of)

    def parse_part_of_ids(
        self, response: Response, of: Collection, page: int, besides: Sequence[str], search: LostIds
    ) -> Iterator[Request]:
        answer = self.listed(response)
        if answer is None:
            return
        if search.take(page, [int(each["id"]) for each in answer if str(each["id"]).isdigit()]):
            yield from self._look_on(of, besides, search)
        else:
            yield self._ids_page(of, 1)

    def _place(self, group: tuple[Collection, ...]) -> str:
        """The address for people, without thousands of ids."""
        return rest_url(self.root, group[0].route if len(group) == 1 else "wp/v2/search")

    # -- the ids -------------------------------------------------------------------------------------------------------

    def _ids_page(self, of: Collection, page: int) -> Request:
        query = {"per_page": str(of.size), "page": str(page), "orderby": "id", "order": "asc"}
        query["_fields"] = "id,modified,link"
        return self.ask(rest_url(self.root, of.route, query), self.parse_ids, of=of, page=page)

    def parse_ids(self, response: Response, of: Collection, page: int) -> Iterator[Any]:
        """One page after another, so that the last one knows that it is."""
        answer = self.listed(response)
        if answer is None:
            return
        if page == 1:
            of = self._claimed(response, of, len(answer))
        by_id = {str(each.get("id")): each for each in answer}
        known = self.harvest.store.memory.kept(self.harvest.source.name, list(by_id))
        same = {number: known[number] for number in by_id if number in known and _is_same(by_id[number], known[number])}
        self.harvest.sight(self._ids_page(of, page).url, [each.key for each in same.values()], part=of.part)
        self._wanted.setdefault(of.part, []).extend(number for number in by_id if number not in same)
        # A full last page belies a total that is too small.
        if answer and (page < (of.last or 1) or len(answer) >= of.size):
            yield self._ids_page(of, page + 1)
        else:
            yield from self._included(of)

    def _included(self, of: Collection) -> Iterator[Request]:
        """What the inventory shows and nobody knows, or knows otherwise."""
        wanted = self._wanted.pop(of.part, [])
        for start in range(0, len(wanted), PER_PAGE):
            query = {"include": ",".join(wanted[start : start + PER_PAGE]), "per_page": str(PER_PAGE), "_embed": EMBED}
            yield self.ask(rest_url(self.root, of.route, query), self.parse_included, of=of)

    def parse_included(self, response: Response, of: Collection) -> None:
        answer = self.listed(response)
        if answer is not None:
            self._take(response, of, answer)

    def _take(self, response: Response, of: Collection, answer: Sequence[Mapping[str, Any]]) -> None:
        items = (read_item(each, of.hierarchical) for each in answer)
        self.harvest.take(ReadPage(response.url, self.observed(response, items), part=of.part))
        self.learn(of, answer)

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        error, request = failure.value, failure.request  # type: ignore[attr-defined]
        response = error.response if isinstance(error, HttpError) else None
        if request.callback == self.parse_besides:
            group = request.cb_kwargs["group"]
            if isinstance(error, ForbiddenByRobots) or (response is not None and response.status in _REFUSALS):
                return list(self._uncounted(group))
            if error is not None and not isinstance(error, asyncio.CancelledError):
                self.harvest.fail(from_exception(self._place(group), error))
            return None
        if request.callback == self.parse_ids and response is not None and is_behind_last(response):
            return list(self._included(request.cb_kwargs["of"]))
        if request.callback == self.parse_part_of_ids and response is not None and is_behind_last(response):
            return [self._ids_page(request.cb_kwargs["of"], 1)]
        return super().failed(failure)


def by_part(there: AbstractCollection[Placed], parts: Sequence[Collection]) -> dict[str, dict[str, Key]]:
    """Native id → key of what is known of each part: where an item belongs its last page's route tells."""
    found: dict[str, dict[str, Key]] = {of.part: {} for of in parts}
    for each in there:
        part = next((of.part for of in parts if _is_of(each.page_url, of.route)), None)
        if part is not None:
            found[part][each.native_id] = each.key
    return found


def _is_of(page_url: str, route: str) -> bool:
    """Whether a page is one of that route, in either form of REST addresses."""
    return page_url.endswith(f"/{route}") or f"/{route}?" in page_url or f"/{route}&" in page_url


def groups(
    parts: Sequence[Collection], known: Mapping[str, AbstractCollection[str]], *, together: bool
) -> list[tuple[Collection, ...]]:
    """The parts that can be asked about at once: `together`, as far as their ids go into an address; else each alone."""
    found: list[tuple[Collection, ...]] = []
    lengths: list[int] = []
    for of in sorted(parts, key=lambda each: len(known[each.part])):
        length = len(",".join(known[of.part])) + 1
        if found and together and lengths[-1] + length <= IDS_LENGTH:
            found[-1] = (*found[-1], of)
            lengths[-1] += length
        else:
            found.append((of,))
            lengths.append(length)
    return found


def _by_number(number: str) -> tuple[int, str]:
    return len(number), number


def _is_same(item: Mapping[str, Any], known: Kept) -> bool:
    link = str(item.get("link") or "")
    there = known.state is State.PRESENT and known.modified[:19] == modified_of(item)
    return there and identity(link) == identity(known.url)
