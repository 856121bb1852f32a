"""A look into the site's sitemap after a run: does it name what the run has not read? A bounded number of requests."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from scrapy.http import Request, Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.compression import NotWhole
from crawler.faults import is_genuine_page
from crawler.page_metadata import read_page
from crawler.roll_call import Roll
from crawler.second_inventory import Comparison, Group, is_comparable
from crawler.sitemap import COMMON_PATHS, is_ours, read_sitemap
from crawler.sitemap_scope import is_root
from crawler.spiders.base import HarvestSpider
from crawler.spiders.listing import declared_encoding
from pipeline.model import Channel, Gap, SecondInventory
from pipeline.urls import identity

if TYPE_CHECKING:
    from twisted.python.failure import Failure as TwistedFailure

    from crawler.harvest import Harvest

# So many files of the sitemap are read, and so many pages of suspected gaps: all together few beside any harvest. Of a
# small group each address is asked, of a great one some.
_MOST_FILES, _MOST_PROOFS, _SMALL, _SOME = 40, 24, 8, 3
_MOST_DEEP = 3
_TRIES = 3


def wants_second_inventory(harvest: Harvest, *, fresh: bool) -> bool:
    """Whether what a run has read is to be held against the site's sitemap: if all was read, and now and then only.

    `fresh`: how the site is read was found out in this very run.
    """
    ledger = harvest.ledger
    if harvest.channel is Channel.SITEMAP or harvest.satisfied or ledger.resumed or ledger.news or not ledger.seen:
        return False
    return is_comparable(harvest.source) and (fresh or harvest.options.full or last_second(harvest) is None)


def last_second(harvest: Harvest) -> SecondInventory | None:
    """The second inventory of the source's last run by this channel that has one. Raises StoreError."""
    reports = harvest.store.last_reports(harvest.source.name, limit=5)
    its = (each.inventory.second for each in reports if each.channel is harvest.channel)
    return next((each for each in its if each is not None), None)


@dataclass(frozen=True, slots=True)
class _Proof:
    """What a suspected gap's page proved to be. `dated`: it says when it was published."""

    resource: bool
    dated: bool = True


class InventorySpider(HarvestSpider):
    """What fails here is no failure of the run: the second inventory is then not whole.

    `conclude` gives what came of it. With `read`, the hashes of what the sitemap at `root` should name, no gap is asked
    after: `roll` gives what it names.
    """

    name = "inventory"
    channel = Channel.SITEMAP

    def __init__(
        self,
        *args: Any,
        of: Channel = Channel.AUTO,
        read: AbstractSet[int] | None = None,
        root: str = "",
        since: datetime | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        addresses = self.harvest.ledger.addresses if read is None else read
        self._comparison = Comparison(self.harvest.source, of, addresses, since)
        self._proves = not root
        self._asked: set[str] = set()
        self._open = 0
        self._whole = True
        self._root = root
        self._untold: list[str] = []
        self._proofs: dict[str, list[_Proof]] = {}  # by group; "" for a page that was read, to compare with
        self._groups: list[Group] = []

    def first_requests(self) -> list[Request]:
        known = self._root or self.plan.detail.get("sitemap")
        if isinstance(known, str):
            self._root = known
            return [self._file(known, 0)] if known else []
        home = self.harvest.source.url
        told = [url for url in dict.fromkeys(self.harvest.ledger.sitemaps) if is_ours(url, home)]
        return [self._file(url, 0) for url in told[:_TRIES]] or [*self._usual_place()]

    def _get(self, url: str, callback: Any, **kwargs: Any) -> Request:
        self._open += 1
        return self.ask(url, callback, **kwargs).replace(errback=self.not_there)

    def _file(self, url: str, depth: int) -> Request:
        self._asked.add(identity(url))
        return self._get(url, self.parse_file, depth=depth)

    # -- the sitemap ---------------------------------------------------------------------------------------------------

    def _usual_place(self) -> Iterator[Request]:
        """Where sitemaps lie that nobody tells of: one after another."""
        tried = len(self._untold)
        if tried < _TRIES:
            self._untold.append(urljoin(self.harvest.source.url, f"/{COMMON_PATHS[tried]}"))
            yield self._file(self._untold[-1], 0)

    def parse_file(self, response: Response, depth: int) -> Iterator[Request]:
        self._open -= 1
        try:
            sitemap = read_sitemap(response.body, response.url, most_bytes=self.harvest.source.politeness.max_bytes)
        except NotWhole:
            sitemap = None
        if sitemap is None:
            # A site that answers with a page here does so anywhere.
            self._whole = False
        else:
            self._root = self._root or response.url
            self._whole &= sitemap.whole
            if sitemap.index:
                yield from self._parts([place.url for place in sitemap.places], depth)
            else:
                self._comparison.add(response.url, sitemap.places)
        yield from self._prove_if_done()

    def _parts(self, urls: list[str], depth: int) -> Iterator[Request]:
        for url in urls:
            if identity(url) in self._asked or not self._comparison.takes_file(url):
                continue
            if depth >= _MOST_DEEP or len(self._asked) >= _MOST_FILES:
                self._whole = False
                return
            yield self._file(url, depth + 1)

    # -- the proofs ----------------------------------------------------------------------------------------------------

    def _prove_if_done(self) -> Iterator[Request]:
        """Once all files are read: a gap is one only if its addresses lead to pages that are resources."""
        if self._open or self._proofs:
            return
        self._groups = self._comparison.groups()
        if not self._proves:
            return
        self._proofs = {group.under: [] for group in self._groups}
        asked = 0
        for group in self._groups:
            examples = group.examples if group.count <= _SMALL else group.examples[:_SOME]
            for url in examples[: _MOST_PROOFS - asked]:
                asked += 1
                yield self._get(url, self.parse_proof, under=group.under)
        if asked and self._comparison.control:
            yield self._get(self._comparison.control, self.parse_proof, under="")

    def parse_proof(self, response: Response, under: str) -> None:
        self._open -= 1
        self._proofs.setdefault(under, []).append(self._proof(response, under))

    def _proof(self, response: Response, under: str) -> _Proof:
        if not isinstance(response, TextResponse) or not is_genuine_page(response.body):
            return _Proof(resource=False)
        home = self.harvest.source.url
        away = not is_ours(response.url, home) or is_root(response.url) or identity(response.url) == identity(home)
        # Also an old address of what was read is no gap.
        if under and (away or hash(identity(response.url)) in self.harvest.ledger.addresses):
            return _Proof(resource=False)
        page = read_page(response.body, response.url, encoding=declared_encoding(response))
        return _Proof(resource=not page.kind, dated="published" in page.fields)

    def conclude(self) -> SecondInventory:
        """What came of it, once the crawl has ended."""
        if not self._root:
            return SecondInventory()
        control = self._proofs.get("", [])
        dates_wanted = any(each.dated for each in control)
        gaps: list[Gap] = []
        for group in self._groups:
            proofs = self._proofs[group.under]
            proved = sum(each.resource and (each.dated or not dates_wanted) for each in proofs)
            # Groups beyond those that were asked are believed: nothing speaks against them.
            if proved or not proofs:
                gaps.append(self._comparison.gap(group, proved if group.count == len(proofs) else group.count))
        compared = self.harvest.now().isoformat(timespec="seconds")
        return self._comparison.result(self._root, gaps, whole=self._whole, compared=compared)

    def roll(self) -> Roll:
        """What the sitemap names, without asking after gaps."""
        names, beside = self._comparison.names, sum(group.count for group in self._groups)
        unknown = tuple(url for group in self._groups for url in group.examples)
        return Roll(self._root, names, beside, self._whole and bool(names), unknown, self._comparison.modified)

    # -- faults --------------------------------------------------------------------------------------------------------

    def not_there(self, failure: TwistedFailure) -> Iterator[Request]:
        request = failure.request  # type: ignore[attr-defined]
        self._open -= 1
        under = request.cb_kwargs.get("under")
        if under is not None:
            # 403 and 500 say that there is something: only what is not there proves that there is no gap.
            error = failure.value
            gone = isinstance(error, HttpError) and error.response.status in {404, 410}
            self._proofs.setdefault(under, []).append(_Proof(resource=not gone))
            return
        if self._untold and not self._root:
            yield from self._usual_place()
        else:
            self._whole = False
        yield from self._prove_if_done()

    def callback_failed(self, failure: TwistedFailure, response: Response) -> None:  # noqa: ARG002
        """Nothing that fails here is the run's."""
        self._whole = False
