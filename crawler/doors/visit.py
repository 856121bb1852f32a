"""A visit to a site: the page that a person named, and the few more requests that the doors may spend."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK

from crawler.clock import now
from crawler.entrance import Entrance, is_strong
from crawler.faults import from_exception, from_status
from crawler.feed import read_feed
from crawler.items import Item
from crawler.listing.model import Reading
from crawler.probe import MAX_REQUESTS, PREVIEW, Sought
from crawler.systems import cms_of
from pipeline.errors import GleaneryError
from pipeline.model import JSON, Channel, Failure, Observation, Resource
from pipeline.normalize import normalize


@dataclass(slots=True)
class Visit:
    """What a door has to work with.

    `given` is the answer to `url`, `page` a page of that site for people: the same one, or the home page where `url` is a
    feed or an API. `reading` is the listing on `page`, None if it is no HTML. `spent` counts all requests so far, also
    those for robots.txt and redirects.

    `only` and `types` are a person's choice: a door that was named need not hold the page's records. `failures` are the
    site's faults; a door that is not there is none. `settled`: a better door gives everything, and the others only say
    what they would give.
    """

    url: str
    given: Response
    page: Response
    download: Callable[[Request], Awaitable[Response]]
    spent: Callable[[], int]
    entrance: Entrance = Entrance.LISTING
    reading: Reading | None = None
    only: Channel = Channel.AUTO
    types: tuple[str, ...] = ()
    settled: bool = False
    last_failure: Failure | None = None
    failures: list[Failure] = field(default_factory=list)
    previews: dict[Channel, list[Resource]] = field(default_factory=dict)

    @property
    def cms(self) -> str:
        """What the site is made with, as far as its page tells; "" if it does not."""
        return cms_of(self.page.body, (self.page.headers.get("X-Generator") or b"").decode("latin-1"))

    @property
    def origin(self) -> str:
        """Scheme and host of the site, without a closing slash."""
        parts = urlsplit(self.page.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def sought(self) -> Sought:
        """The first items of what was named, which a channel must hold to be this listing's.

        None where a person has chosen, or has named a whole site: a home page shows many things that are no resources,
        unless its records are clearly its main matter.
        """
        if self.only is not Channel.AUTO or self.types:
            return Sought()
        if self.entrance is Entrance.FEED:
            feed = read_feed(self.given.body, self.given.url)
            return Sought.of_urls([each.url for each in feed.entries] if feed and not feed.comments else [])
        if self.entrance is Entrance.ARTICLE:
            return Sought.of_urls([self.page.url])
        if self.entrance is Entrance.DATA or (self.entrance is Entrance.HOME and not is_strong(self.reading)):
            return Sought()
        return Sought.of(self.reading)

    def wants(self, channel: Channel) -> bool:
        return self.only in {Channel.AUTO, channel}

    async def get(self, url: str, *, leave: int = 0) -> Response | None:
        """One answer with a 2xx status, or None: `last_failure` says why, or is None where no more may be asked.

        `leave`: so many requests must remain for others, or this one is not made.
        """
        self.last_failure = None
        remaining = MAX_REQUESTS - self.spent() - leave
        if remaining <= 0:
            return None
        answer = await get(self.download, url, most=remaining)
        if isinstance(answer, Failure):
            self.last_failure = answer
            return None
        return answer

    def blame(self) -> None:
        """What failed last is the site's fault, and counts if nothing else can be read."""
        if self.last_failure is not None:
            self.failures.append(self.last_failure)

    def why(self, otherwise: str) -> str:
        """Why the last request gave nothing usable: what failed, or `otherwise`."""
        return self.last_failure.message if self.last_failure else otherwise

    def observe(
        self,
        response: Response,
        position: int,
        *,
        channel: Channel,
        url: str,
        fields: dict[str, JSON],
        origins: dict[str, str],
        native_id: str | None,
    ) -> Observation:
        """An observation for the preview."""
        return Observation(
            source="probe",
            channel=channel,
            url=url,
            page_url=response.url,
            position=position,
            seen_at=now(),
            fields=fields,
            origins=origins,
            native_id=native_id,
        )

    def show(self, channel: Channel, seen: Iterable[Observation]) -> None:
        """Add to a channel's preview; what cannot be normalised is left out."""
        shown = self.previews.setdefault(channel, [])
        for each in seen:
            if len(shown) >= PREVIEW:
                return
            try:
                shown.append(normalize(each))
            except GleaneryError:
                continue

    def show_items(self, channel: Channel, response: Response, items: Iterable[Item]) -> None:
        """Add a page's items to a channel's preview."""
        self.show(
            channel,
            (
                self.observe(
                    response,
                    position,
                    channel=channel,
                    url=item.url,
                    fields=dict(item.fields),
                    origins=dict(item.origins),
                    native_id=item.native_id,
                )
                for position, item in enumerate(items)
            ),
        )


async def get(
    download: Callable[[Request], Awaitable[Response]], url: str, *, most: int = MAX_REQUESTS
) -> Response | Failure:
    """One answer with a 2xx status, or what kept it from coming, at the cost of `most` requests."""
    meta = {"max_retry_times": min(1, most - 1), "redirect_ttl": min(5, most - 1)}
    try:
        response = await download(Request(url, callback=NO_CALLBACK, dont_filter=True, meta=meta))
    except (IgnoreRequest, OSError, Exception) as error:  # noqa: BLE001 - the downloader's errors have no base
        return from_exception(url, error)
    return response if 200 <= response.status < 300 else from_status(url, response)
