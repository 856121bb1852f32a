"""WordPress by its REST API: every public post type, a hundred items a page, to the total that the site states.

Rules from the WordPress REST API handbook: "Pagination" (per_page is at most 100; X-WP-Total and X-WP-TotalPages state
the whole), "Linking and Embedding" (`_embed` brings authors, terms and media along), "Post Types".
"""

from __future__ import annotations

from collections.abc import Collection as AbstractCollection
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.faults import from_page
from crawler.items import ReadPage
from crawler.languages import of_post
from crawler.spiders.base import HarvestSpider
from crawler.values import json_of, object_of
from crawler.wordpress import (
    EMBED,
    PER_PAGE,
    items_of,
    modified_of,
    post_types,
    read_item,
    rest_url,
    taxonomies,
    total_of,
)
from crawler.wordpress_discovery import rest_roots
from pipeline.model import Channel, Failure, OutcomeKind

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure

# First pages by the language that was asked for.
Firsts = tuple[tuple[str, Response], ...]
# What a site that shows nobody its list of types has all the same.
_POSTS = {"post": "wp/v2/posts"}
# A site that refuses a hundred items a page gives WordPress's own default.
_DEFAULT_SIZE = 10


@dataclass(frozen=True, slots=True)
class Collection:
    """A list of items: one post type, or what there is of it in one language.

    `size`: items a page; `last`: the last page that the site's total needs; `claimed`: how many items the list adds to
    those of others, where that is not the site's own total.
    """

    part: str
    route: str
    size: int = PER_PAGE
    last: int | None = None
    hierarchical: Mapping[str, bool] = field(default_factory=dict)
    language: str = ""
    claimed: int | None = None


class WordPressSpider(HarvestSpider):
    """Reads a WordPress site through `/wp-json/` (or wherever the plan says that its REST root is)."""

    name = "wordpress"
    channel = Channel.WORDPRESS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._shown: set[str] = set()

    @property
    def root(self) -> str:
        return str(self.plan.detail.get("rest_root") or rest_roots(self.plan.entry_url, "", b"")[0])

    @property
    def wanted(self) -> tuple[str, ...]:
        """The post types that a person has named, or the one whose list was given as the source's address."""
        named = self.plan.detail.get("types")
        return self.harvest.source.types or tuple(map(str, named if isinstance(named, list) else ()))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the probe has found the site to have, its page's own first; none where it has one."""
        found = self.plan.detail.get("languages")
        return tuple(found) if isinstance(found, dict) else ()

    def _is_in(self, tag: str, item: Mapping[str, Any]) -> bool:
        """Whether an item is in this language, by its own statement or by the folder that it lies in."""
        if (stated := of_post(item)[0]) and stated.partition("-")[0] == tag.partition("-")[0]:
            return True
        folder = self._folder(tag)
        return bool(folder) and str(item.get("link")).startswith(folder)

    def _folder(self, tag: str) -> str:
        """The address below which the site keeps a language, "" if it is none of its own."""
        spoken = self.plan.detail.get("languages")
        address = str(spoken.get(tag) or "") if isinstance(spoken, dict) else ""
        first = urlsplit(address).path.strip("/").partition("/")[0]
        return urljoin(address, f"/{first}/") if first.partition("-")[0].lower() == tag.partition("-")[0] else ""

    def closed(self, reason: str) -> None:
        """REST gives the default language only, where it is not asked in the site's own way: then the others are missing."""
        if self.refusal or reason != "finished":
            return
        if hidden := [tag for tag in self.languages if self._folder(tag) and tag not in self._shown]:
            self.harvest.ledger.window = f"nothing was shown in {', '.join(hidden)}, which the site is in as well"

    def first_requests(self) -> list[Request]:
        return [self.ask(rest_url(self.root, "wp/v2/types"), self.parse_types)]

    def parse_types(self, response: Response) -> Iterator[Any]:
        answer = json_of(response)
        if not isinstance(answer, dict):
            self.harvest.fail(from_page(response.url, response.body, "WordPress's list of post types (JSON)"))
            return
        types = post_types(answer, wanted=self.wanted)
        if not types:
            self.harvest.fail(Failure(response.url, OutcomeKind.DRIFTED, "no public post type is offered by REST"))
            return
        known = self._known_taxonomies(answer, types)
        yield from self._collections(types, known) if known else [self._taxonomies(types)]

    def _known_taxonomies(self, answer: Mapping[str, Any], types: AbstractCollection[str]) -> dict[str, bool]:
        """What earlier runs know of taxonomies, where it is all that these types have; else nothing."""
        known = object_of(object_of(self.plan.detail.get("news")).get("hierarchical"))
        named = [object_of(answer.get(each)).get("taxonomies") for each in types]
        if not all(isinstance(each, list) and known.keys() >= set(map(str, each)) for each in named):
            return {}
        return {name: bool(value) for name, value in known.items()}

    def _taxonomies(self, types: dict[str, str]) -> Request:
        return self.ask(rest_url(self.root, "wp/v2/taxonomies"), self.parse_taxonomies, types=types)

    def parse_taxonomies(self, response: Response, types: dict[str, str]) -> Iterator[Any]:
        yield from self._collections(types, taxonomies(object_of(json_of(response))))

    def _collections(self, types: dict[str, str], hierarchical: dict[str, bool]) -> Iterator[Request]:
        for name, route in types.items():
            of = Collection(name, route, hierarchical=hierarchical)
            yield self._look(of, ("", *self.languages), ()) if self.languages else self.items_page(of, 1)

    def _look(self, of: Collection, remaining: tuple[str, ...], firsts: Firsts) -> Request:
        """Asks for the first page in the next language, "" being whatever the site gives unasked."""
        request = self.items_page(replace(of, language=remaining[0]), 1)
        kept = {"of": of, "remaining": remaining, "firsts": firsts}
        return request.replace(callback=self.parse_language, cb_kwargs=kept)

    def parse_language(
        self, response: Response, of: Collection, remaining: tuple[str, ...], firsts: Firsts
    ) -> Iterator[Any]:
        yield from self._next_language(of, remaining[1:], (*firsts, (remaining[0], response)))

    def _next_language(self, of: Collection, remaining: tuple[str, ...], firsts: Firsts) -> Iterator[Any]:
        if remaining:
            yield self._look(of, remaining, firsts)
        else:
            yield from self._in_languages(of, dict(firsts))

    def _in_languages(self, of: Collection, firsts: dict[str, Response]) -> Iterator[Any]:
        """Reads each language's list. Unasked, WPML and Polylang give the default language only, or all of them."""
        unasked = firsts.pop("", None)
        lists = {tag: in_brief(answer) for tag, answer in firsts.items()}
        whole = in_brief(unasked) if unasked is not None else None
        if unasked is not None and all(each == whole for each in lists.values()):
            # The site does not sort by language when it is asked to: one list holds what there is.
            yield from self.parse_items(unasked, of, 1)
            return
        for tag, answer in firsts.items():
            self._shown.add(tag)
            yield from self.parse_items(answer, replace(of, part=f"{of.part} ({tag})", language=tag), 1)
        read, total = sum(each[0] for each in lists.values()), whole[0] if whole else 0
        if unasked is not None and total > read:
            yield from self.parse_items(unasked, replace(of, claimed=total - read), 1)

    def items_page(self, of: Collection, page: int) -> Request:
        # Oldest first: what is added while we read comes at the end, and moves nothing that was read already.
        query = {"per_page": str(of.size), "page": str(page), "orderby": "id", "order": "asc"}
        query["_embed"] = EMBED
        if of.language:
            query["lang"] = of.language
        return self.ask(rest_url(self.root, of.route, query), self.parse_items, of=of, page=page)

    def listed(self, response: Response, place: str = "") -> list[Mapping[str, Any]] | None:
        """The items of a list's page; None if it is no list, which has then failed (by the name of `place`, if given)."""
        found = items_of(json_of(response))
        if found is None:
            self.harvest.fail(from_page(place or response.url, response.body, "a list of posts (JSON)"))
        return found

    def parse_items(self, response: Response, of: Collection, page: int) -> Iterator[Any]:
        answer = self.listed(response)
        if answer is None:
            return
        if page == 1:
            of = self._claimed(response, of, len(answer))
            for number in range(2, (of.last or 1) + 1):
                request = self.items_page(of, number)
                if not self.harvest.is_done(request.url):
                    yield request
        self._shown.update(tag for tag in self.languages if any(self._is_in(tag, each) for each in answer))
        asked = self.items_page(of, page).url  # what a redirect may have hidden
        if not self.harvest.is_done(asked):
            yield ReadPage(
                asked,
                self.observed(response, (read_item(each, of.hierarchical, of.language) for each in answer)),
                part=of.part,
            )
        self.stop_if_satisfied()
        self.learn(of, answer)
        # A full last page belies a total that is too small. Without any total only an empty page is the end: one that is
        # short may have been thinned out by a filter.
        if len(answer) >= (of.size if of.last else 1) and page >= (of.last or 1):
            yield self.items_page(of, page + 1)

    def learn(self, of: Collection, answer: Sequence[Mapping[str, Any]]) -> None:
        """Notes what the next run needs for asking for the news only: how far the site's own clock had come.

        A resumed run has not seen all of it: what was known before stands.
        """
        if self.harvest.ledger.resumed:
            return
        before = object_of(self.plan.detail.get("news")) if self.harvest.ledger.news else {}
        news = self.harvest.ledger.learnt.setdefault("news", {**before})
        if not isinstance(news, dict):
            return
        parts = dict(object_of(news.get("parts")))
        mark = str(object_of(parts.get(of.part)).get("mark") or "")
        newest = max([mark, *(modified_of(each) for each in answer)])
        news["parts"] = {**parts, of.part: {"route": of.route, "mark": newest}}
        news["hierarchical"] = dict(of.hierarchical)

    def _claimed(self, response: Response, of: Collection, got: int) -> Collection:
        """The collection with its last page by the total that the site states; a site may also cut its pages shorter."""
        total = total_of(response)
        if total is None:
            return of
        self.harvest.claim(of.part, total if of.claimed is None else of.claimed)
        size = got if 0 < got < min(of.size, total) else of.size
        return replace(of, last=max(1, -(-total // size)))

    def failed(self, failure: TwistedFailure) -> list[Request] | None:
        """What a side table's refusal, or a page behind the last one, leave to be read."""
        error, request = failure.value, failure.request  # type: ignore[attr-defined]
        if isinstance(error, HttpError):
            if request.callback == self.parse_taxonomies:
                # Taxonomies only say which terms are categories and which are tags.
                return list(self._collections(request.cb_kwargs["types"], {}))
            if request.callback == self.parse_types and error.response.status in {401, 403, 404} and not self.wanted:
                return [self._taxonomies(_POSTS)]
            if request.callback == self.parse_language:
                # A language that the site does not offer here; what fails on it fails once.
                kept = request.cb_kwargs
                if kept["firsts"] or kept["remaining"][1:]:
                    return list(self._next_language(kept["of"], kept["remaining"][1:], kept["firsts"]))
            if request.callback == self.parse_items:
                instead = self._instead(error.response, request.cb_kwargs["of"], request.cb_kwargs["page"])
                if instead is not None:
                    return instead
        return super().failed(failure)

    def _instead(self, response: Response, of: Collection, page: int) -> list[Request] | None:
        """What to ask for in place of a page that was refused; None: it has failed."""
        code = str(object_of(json_of(response)).get("code"))
        if is_behind_last(response):
            return []
        if response.status == 400 and code == "rest_invalid_param" and of.size > _DEFAULT_SIZE:
            return [self.items_page(replace(of, size=_DEFAULT_SIZE), page)] if page == 1 else None
        return None


def is_behind_last(response: Response) -> bool:
    """Whether there is no such page any more: no other 400 says so."""
    return response.status == 400 and object_of(json_of(response)).get("code") == "rest_post_invalid_page_number"


def in_brief(response: Response) -> tuple[int, tuple[str, ...]]:
    """What tells two lists apart: how many items they claim, and the ids of the first ones."""
    ids = tuple(str(each["id"]) for each in items_of(json_of(response)) or ())
    total = total_of(response)
    return (len(ids) if total is None else total), ids
