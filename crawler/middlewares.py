"""Manners on the wire: robots.txt as RFC 9309 means it, and retries that wait when they are told to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.internet.defer import Deferred

from crawler import robots_memory
from crawler.clock import now
from crawler.politeness import retry_after

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.robotstxt import RobotParser
    from scrapy.settings import BaseSettings

# Seconds that one Retry-After may ask for; all of a run together: GLEANERY_PATIENCE.
LONGEST_WAIT = 120.0
_DISALLOW_ALL = b"User-agent: *\nDisallow: /\n"


class ForbiddenByRobots(IgnoreRequest):
    """robots.txt forbids this address to us."""


class RobotsUnreachable(IgnoreRequest):
    """robots.txt could not be read, so nothing may be (RFC 9309, 2.3.1.4)."""


class Robots(RobotsTxtMiddleware):
    """As Scrapy's, but a robots.txt that answers 5xx or 429, or not at all, forbids everything (RFC 9309, 2.3.1.4)."""

    def __init__(self, crawler: object) -> None:
        super().__init__(crawler)  # type: ignore[arg-type]
        self._unreachable: dict[str, Exception] = {}

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self.robot_parser(request)
        netloc = _netloc(request.url)
        if netloc in self._unreachable:
            # The site's own fault, as it would be told for the page itself; asking again would not mend it.
            request.meta["dont_retry"] = True
            raise self._unreachable[netloc]
        if rules is not None:
            self.process_request_2(rules, request)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise ForbiddenByRobots("robots.txt forbids it") from error

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules for the request's site: as they were last read, where that is not long ago."""
        netloc, memory = _netloc(request.url), robots_memory.of_run.get()
        if memory is not None and netloc not in self._parsers:
            kept = memory.recall(_site(request.url))
            if kept is not None:
                self._parsers[netloc] = Deferred()
                await super()._parse_robots(Response(f"{_site(request.url)}/robots.txt", body=kept), netloc, request)
        return await super().robot_parser(request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            message = f"robots.txt answers {response.status}, so nothing may be read now"
            self._unreachable[netloc] = RobotsUnreachable(message)
            response = response.replace(body=_DISALLOW_ALL)
        elif response.status >= 400:
            # "Unavailable": no rules (RFC 9309, 2.3.1.3). The error page's text is not a rule book.
            response = response.replace(body=b"")
        memory = robots_memory.of_run.get()
        if memory is not None and netloc not in self._unreachable:
            memory.keep(_site(request.url), response.body)
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._unreachable[netloc] = exc
        super()._robots_error(exc, netloc)


def _netloc(url: str) -> str:
    return url.split("/", 3)[2]


def _site(url: str) -> str:
    return "/".join(url.split("/", 3)[:3])


class PatientRetry(RetryMiddleware):
    """As Scrapy's, but an answer with Retry-After (RFC 9110, 10.2.3) is asked again once that has passed, where it is short.

    Until then the site is asked for nothing else. What would take longer than `LONGEST_WAIT`, or than a crawl's patience in
    all (the setting GLEANERY_PATIENCE), is left for the next run.
    """

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._until: dict[str, float] = {}  # by site: the event loop's time
        self._patience = settings.getfloat("GLEANERY_PATIENCE")

    async def process_request(self, request: Request) -> None:
        left = self._until.get(_netloc(request.url), 0.0) - asyncio.get_running_loop().time()
        if left > 0:
            await asyncio.sleep(left)

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        stated = response.headers.get("Retry-After") if response.status in {429, 503} else None
        if not stated:
            return super().process_response(request, response)
        return (
            self._retry(request, "Retry-After") if self._may_wait(request, stated.decode("latin-1")) else None
        ) or response

    def _may_wait(self, request: Request, stated: str) -> bool:
        moment = retry_after(stated, now())
        seconds = max(0.0, (moment - now()).total_seconds()) if moment is not None else LONGEST_WAIT + 1
        if seconds > LONGEST_WAIT or request.meta.get("dont_retry"):
            return False
        site, here = _netloc(request.url), asyncio.get_running_loop().time()
        further = max(0.0, here + seconds - max(self._until.get(site, 0.0), here))
        if further > self._patience:
            return False
        self._patience -= further
        self._until[site] = max(self._until.get(site, 0.0), here + seconds)
        return True
