"""A visit to a site: its first page, and the few more requests that the doors may spend."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK

from crawler.clock import now
from crawler.faults import from_exception, from_status
from crawler.listing.model import Reading
from crawler.probe import MAX_REQUESTS, PREVIEW, Sought
from pipeline.errors import GleaneryError
from pipeline.model import JSON, Channel, Failure, Observation, Resource
from pipeline.normalize import normalize


@dataclass(slots=True)
class Visit:
    """What a door has to work with. `page` is the answer to `url`, `reading` the listing on it, None if it is no HTML.

    `only` and `types` are a person's choice: a door that was named need not hold the page's records. `failures` are the
    site's faults; a door that is not there is none.
    """

    url: str
    page: Response
    download: Callable[[Request], Awaitable[Response]]
    reading: Reading | None = None
    only: Channel = Channel.AUTO
    types: tuple[str, ...] = ()
    asked: int = 1
    last_failure: Failure | None = None
    failures: list[Failure] = field(default_factory=list)
    previews: dict[Channel, list[Resource]] = field(default_factory=dict)

    @property
    def sought(self) -> Sought:
        """The page's first records, which a channel must hold to be this listing's. None where a person has chosen."""
        return Sought.of(self.reading if self.only is Channel.AUTO and not self.types else None)

    def wants(self, channel: Channel) -> bool:
        return self.only in {Channel.AUTO, channel}

    async def get(self, url: str) -> Response | None:
        """One answer with a 2xx status, or None: `last_failure` says why, or is None where no more may be asked."""
        self.last_failure = None
        if self.asked >= MAX_REQUESTS:
            return None
        self.asked += 1
        answer = await get(self.download, url)
        if isinstance(answer, Failure):
            self.last_failure = answer
            return None
        return answer

    def blame(self) -> None:
        """What failed last is the site's fault, and counts if nothing else can be read."""
        if self.last_failure is not None:
            self.failures.append(self.last_failure)

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


async def get(download: Callable[[Request], Awaitable[Response]], url: str) -> Response | Failure:
    """One answer with a 2xx status, or what kept it from coming."""
    try:
        response = await download(Request(url, callback=NO_CALLBACK, dont_filter=True))
    except (IgnoreRequest, OSError, Exception) as error:  # noqa: BLE001 - the downloader's errors have no base
        return from_exception(url, error)
    return response if 200 <= response.status < 300 else from_status(url, response)
