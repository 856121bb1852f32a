"""A sitemap, and each page that it names: the page's own metadata and text are the record.

A page whose `lastmod` has not moved since it was read is not asked again: what was seen then stands.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scrapy.http import Request, Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.compression import NotWhole
from crawler.faults import from_page, is_genuine_page
from crawler.items import ReadPage
from crawler.page_metadata import read_page
from crawler.sitemap import MOST_DEEP, Place, Sitemap, is_ours, read_sitemap, usable_lastmod
from crawler.sitemap_scope import Scope, containers, is_root, section_of
from crawler.spiders.base import HarvestSpider
from crawler.spiders.listing import declared_encoding
from pipeline.model import Channel, Failure, Observation, OutcomeKind
from pipeline.urls import identity, settled

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure

# How many pages are waited for at a time: what is still to be asked is kept as addresses, not as requests.
_WINDOW = 16
# How many known pages are looked up, and committed, at a time.
_CHUNK = 200
# How many files an index may lead to.
_MOST_FILES = 500
# So many places with one and the same `lastmod` tell when the sitemap was made, not when the pages changed.
_SAME = 5


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page to be asked for. `modified`: its `lastmod` says when the page was changed."""

    url: str
    section: str
    lastmod: str
    modified: bool


class SitemapSpider(HarvestSpider):
    """Walks a sitemap's parts that hold the source's resources; `plan.detail["scope"]` says which these are."""

    name = "sitemap"
    channel = Channel.SITEMAP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._visited: set[str] = set()
        self._waiting: deque[_Wanted] = deque()
        self._asked = 0
        self._met: set[int] = set()  # hashes: a sitemap may name a million pages
        self._read: set[int] = set()
        self._counts: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()

    @property
    def scope(self) -> Scope:
        stated = self.plan.detail.get("scope")
        kept = stated if isinstance(stated, dict) else {}
        return Scope(
            listing=self.harvest.source.url,
            sections=tuple(map(str, kept.get("sections") or ())),  # type: ignore[arg-type]
            under=str(kept.get("under") or ""),
            types=self.harvest.source.types,
        )

    def first_requests(self) -> list[Request]:
        return [self._file(self.plan.entry_url, 0)]

    def _file(self, url: str, depth: int) -> Request:
        self._visited.add(identity(url))
        return self.ask(url, self.parse_file, priority=10, depth=depth)

    # -- the sitemap's files -------------------------------------------------------------------------------------------

    def parse_file(self, response: Response, depth: int) -> Iterator[Any]:
        try:
            sitemap = read_sitemap(response.body, response.url, most_bytes=self.harvest.source.politeness.max_bytes)
        except NotWhole as error:
            self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, str(error)))
            return
        if sitemap is None:
            self.harvest.fail(from_page(response.url, response.body, "a sitemap (XML or text)"))
            return
        if not sitemap.whole or "partial" in response.flags:
            self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, "the sitemap breaks off before its end"))
        if sitemap.index:
            yield from self._parts(response, sitemap, depth)
        else:
            yield from self._pages(response.url, sitemap)

    def _parts(self, response: Response, sitemap: Sitemap, depth: int) -> Iterator[Request]:
        scope = self.scope
        for place in sitemap.places:
            if identity(place.url) in self._visited or not scope.takes_section(section_of(place.url)):
                continue
            if depth >= MOST_DEEP or len(self._visited) >= _MOST_FILES:
                bound = f"{MOST_DEEP} levels deep" if depth >= MOST_DEEP else f"to {_MOST_FILES} files"
                message = f"its indexes lead further than {bound}: the rest was not read"
                self.harvest.fail(Failure(response.url, OutcomeKind.PARTIAL, message))
                return
            yield self._file(place.url, depth + 1)

    def _pages(self, file: str, sitemap: Sitemap) -> Iterator[Any]:
        scope, section = self.scope, section_of(file)
        above = containers(place.url for place in sitemap.places)
        lastmods = Counter(place.lastmod for place in sitemap.places)
        places = [
            place
            for place in sitemap.places
            if scope.takes(place.url) and identity(place.url) not in above and self._is_first(place.url)
        ]
        made = len(sitemap.places) >= _SAME and len(lastmods) == 1
        for at in range(0, len(places), _CHUNK):
            part = places[at : at + _CHUNK]
            known = self._known(part)
            yield from self._unchanged(f"{file}#{at}", section, part, known)
            for place in part:
                if identity(place.url) not in known and not self.harvest.is_done(place.url):
                    lastmod = usable_lastmod(place.lastmod, self.harvest.now())
                    self._waiting.append(_Wanted(place.url, section, lastmod, bool(lastmod) and not made))
        self._count(section, len(places))
        yield from self._next()

    def _is_first(self, url: str) -> bool:
        name = hash(identity(url))
        if name in self._met:
            return False
        self._met.add(name)
        return True

    def _known(self, places: Iterable[Place]) -> dict[str, Observation]:
        """What was seen of those pages that have not changed since, by their `lastmod`."""
        if self.harvest.options.full:
            return {}
        now = self.harvest.now()
        stated = {identity(each.url): usable_lastmod(each.lastmod, now) for each in places}
        last = self.harvest.store.last_said(self.harvest.source.name, self.channel, [each.url for each in places])
        return {
            name: seen for name, seen in last.items() if stated[name] and seen.fields.get("lastmod") == stated[name]
        }

    def _unchanged(
        self, page: str, section: str, places: Iterable[Place], known: dict[str, Observation]
    ) -> Iterator[ReadPage]:
        seen = tuple(known[name] for place in places if (name := identity(place.url)) in known)
        for each in seen:
            self._read.add(hash(identity(each.url)))
        if seen and not self.harvest.is_done(page):
            yield ReadPage(page, seen, part=section)

    def _count(self, section: str, more: int) -> None:
        self._counts[section] += more
        self.harvest.claim(section, self._counts[section])

    # -- the pages -----------------------------------------------------------------------------------------------------

    def _next(self) -> Iterator[Request]:
        while self._waiting and self._asked < _WINDOW:
            self._asked += 1
            wanted = self._waiting.popleft()
            request = self.ask(wanted.url, self.parse_page, wanted=wanted)
            yield request.replace(errback=self.page_failed)

    def parse_page(self, response: Response, wanted: _Wanted) -> Iterator[Any]:
        self._asked -= 1
        self.stop_if_satisfied()
        yield from self._next()
        if refusal := self._refusal(response, wanted):
            self._leave_out(wanted, refusal)
            return
        if not isinstance(response, TextResponse) or not is_genuine_page(response.body):
            self.harvest.fail(from_page(wanted.url, response.body, "a page (HTML)"))
            return
        tagline = str(self.plan.detail.get("tagline") or "")
        page = read_page(response.body, response.url, encoding=declared_encoding(response), tagline=tagline)
        if page.kind and not self.scope.types:
            self._leave_out(wanted, "overview" if page.kind == "overview" else "plain page")
            return
        fields, origins = dict(page.fields), dict(page.origins)
        if wanted.lastmod:
            fields["lastmod"] = wanted.lastmod
        if wanted.modified and "modified" not in fields:
            fields["modified"], origins["modified"] = wanted.lastmod, "sitemap: lastmod"
        if not fields.get("title"):
            self.harvest.fail(Failure(wanted.url, OutcomeKind.PARTIAL, "the page has no title"))
            return
        url = wanted.url if identity(response.url) == identity(wanted.url) else response.url
        origins["url"] = "sitemap: loc" if url == wanted.url else "sitemap: loc, redirected"
        own = settled(url, page.canonical)
        if own != url:
            if hash(identity(own)) in self._read:
                self._leave_out(wanted, "named twice")
                return
            url, origins["url"] = own, "page: rel=canonical"
        seen = self.observe(response, 0, url=url, fields=fields, origins=origins, native_id=page.native_id)
        self._read.add(hash(identity(url)))
        yield ReadPage(wanted.url, (seen,), part=wanted.section)
        self.stop_if_satisfied()

    def _refusal(self, response: Response, wanted: _Wanted) -> str:
        """Why an answer is no resource of its own: it leads away, to the home page, or to one that was read already."""
        if identity(response.url) == identity(wanted.url):
            return ""
        if not is_ours(response.url, self.harvest.source.url):
            return "leads to another site"
        if is_root(response.url) or identity(response.url) == identity(self.harvest.source.url):
            return "leads nowhere"
        name = hash(identity(response.url))
        return "named twice" if name in self._read or name in self._met else ""

    def _leave_out(self, wanted: _Wanted, why: str) -> None:
        """The sitemap names what is no resource: that is told, and no fault of the reading."""
        self._left_out[why] += 1
        self._count(wanted.section, -1)
        if number := self._left_out["leads nowhere"]:
            some = "address leads" if number == 1 else "addresses lead"
            self.harvest.ledger.remarks["dead"] = f"{number} {some} nowhere (404)"

    def page_failed(self, failure: TwistedFailure) -> Iterator[Any]:
        self._asked -= 1
        error, wanted = failure.value, failure.request.cb_kwargs["wanted"]  # type: ignore[attr-defined]
        if isinstance(error, HttpError) and error.response.status in {404, 410}:
            self._leave_out(wanted, "leads nowhere")
        else:
            self.failed(failure)
        yield from self._next()
