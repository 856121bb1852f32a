"""Pages that only a browser can show, rendered by an installed Chromium that reaches nothing but through the gate.

Chromium has no way to the network of its own: each request that a page makes is answered by Scrapy's downloader, so that
private addresses, robots.txt, sizes, TLS and pauses hold for it as for every other one (docs/decisions/0020). Needs the
extra `browser` (playwright) and a Chromium on the PATH, or at GLEANERY_BROWSER; none is ever downloaded.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from scrapy.http import HtmlResponse, Request, Response
from scrapy.http.request import NO_CALLBACK

from crawler.listing.pager_words import Says, says

if TYPE_CHECKING:
    from playwright.async_api import Page, Route

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_ARGUMENTS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Whatever is not answered by the gate ends at a door behind which nothing listens.
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
)  # fmt: skip
# What a listing may need to show itself; pictures, fonts, styles and films it does not.
_NEEDED = frozenset({"script", "xhr", "fetch"})
_KEPT_HEADERS = (
    "content-type",
    "access-control-allow-origin",
    "access-control-allow-credentials",
    "link",
    "x-wp-total",
)
# Bounds in seconds, requests and turns of "load more".
MOST_SECONDS, MOST_REQUESTS, MOST_TURNS = 60.0, 120, 100
_QUIET = 0.4
_PATIENCE = 8.0


def executable() -> str | None:
    """The browser that is installed here, or None."""
    named = os.environ.get("GLEANERY_BROWSER")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)


def lacking() -> str:
    """What keeps pages from being rendered here, in words; "" if nothing does."""
    if find_spec("playwright") is None:
        return "the extra is not installed: pip install 'gleanery[browser]'"
    return "" if executable() else "no Chromium is installed"


async def render(
    response: Response,
    download: Callable[[Request], Awaitable[Response]],
    *,
    most: int = MOST_REQUESTS,
    turns: int = MOST_TURNS,
) -> HtmlResponse:
    """The page as it is once its scripts have run, with all that its "load more" brings, `turns` times at most.

    `download` answers each of the page's own requests, `most` of them at most; the page itself is not asked for again.
    Raises OSError where no browser can be run.
    """
    if reason := lacking():
        raise OSError(reason)
    from playwright.async_api import Error, async_playwright  # noqa: PLC0415 - an extra

    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=executable(), headless=True, args=arguments)
            try:
                context = await browser.new_context(service_workers="block", accept_downloads=False)
                page = await context.new_page()
                rendering = _Rendering(page, response, download, most)
                await context.route("**/*", rendering.answer)
                await context.route_web_socket("**/*", lambda socket: socket.close())
                async with asyncio.timeout(MOST_SECONDS):
                    body = await rendering.run(turns)
            finally:
                await browser.close()
    except (Error, TimeoutError) as error:
        raise OSError(
            f"the browser failed: {str(error).splitlines()[0] if str(error) else 'no end in time'}"
        ) from error
    return HtmlResponse(
        response.url,
        headers={"Content-Type": "text/html; charset=utf-8"},
        body=body,
        encoding="utf-8",
        request=response.request,
    )


class _Rendering:
    """One page in the browser, and the requests that it makes."""

    def __init__(
        self, page: Page, response: Response, download: Callable[[Request], Awaitable[Response]], most: int
    ) -> None:
        self._page = page
        self._response = response
        self._download = download
        self._left = most
        self._open = 0

    async def run(self, turns: int) -> bytes:
        await self._page.goto(self._response.url, wait_until="domcontentloaded", timeout=MOST_SECONDS * 1000)
        await self._settle()
        count = await self._links()
        for _ in range(turns):
            await self._go_on()
            await self._settle()
            before, count = count, await self._links()
            if count <= before:
                break
        return (await self._page.content()).encode("utf-8", "replace")

    async def answer(self, route: Route) -> None:
        """Answers a request of the page through the gate, or turns it away."""
        asked = route.request
        main = asked.is_navigation_request() and asked.frame == self._page.main_frame
        if main and asked.url.partition("#")[0] == self._response.url.partition("#")[0]:
            await route.fulfill(status=200, content_type="text/html; charset=utf-8", body=_as_text(self._response))
            return
        reads = asked.method in {"GET", "HEAD"} or (asked.method == "POST" and asked.resource_type in {"xhr", "fetch"})
        if main or asked.resource_type not in _NEEDED or not reads or self._left <= 0:
            await route.abort()
            return
        self._left -= 1
        self._open += 1
        try:
            answer = await self._download(_request(asked))
            headers = {name: value for name in _KEPT_HEADERS if (value := _header(answer, name))}
            await route.fulfill(status=answer.status, headers=headers, body=answer.body)
        except Exception:  # noqa: BLE001 - the downloader's errors have no base; the page goes without
            await route.abort()
        finally:
            self._open -= 1

    async def _settle(self) -> None:
        """Waits until the page asks for nothing more and its text stays as it is."""
        loop = asyncio.get_running_loop()
        deadline, size, since = loop.time() + _PATIENCE, -1, loop.time()
        while loop.time() < deadline:
            now = await self._page.evaluate("document.documentElement.innerHTML.length")
            if now != size or self._open:
                size, since = now, loop.time()
            elif loop.time() - since >= _QUIET:
                return
            if self._open:  # it is the site that takes its time
                deadline = max(deadline, loop.time() + _QUIET)
            await asyncio.sleep(0.05)

    async def _links(self) -> int:
        return int(await self._page.evaluate("document.links.length"))

    async def _go_on(self) -> None:
        """Presses what says "load more", or goes to the page's end, where some sites load it by themselves."""
        controls: list[dict[str, Any]] = await self._page.evaluate(_CONTROLS)
        more = next((each["number"] for each in controls if says(each["text"]) & Says.MORE), None)
        if more is not None:
            await self._page.evaluate(_PRESS, more)
        await self._page.evaluate("window.scrollTo(0, document.body ? document.body.scrollHeight : 0)")


# Buttons, and links that lead nowhere; those of them that can be seen and pressed, with their words.
_PRESSABLE = """[...document.querySelectorAll(
  'button, [role=button], a:not([href]), a[href="#"], a[href^="javascript:"]')]"""
_CONTROLS = f"""() => {_PRESSABLE}
  .map((each, number) => ({{number, text: (each.innerText || each.getAttribute('aria-label') || '').trim(),
                           shown: !each.disabled && each.getClientRects().length > 0}}))
  .filter(each => each.shown && each.text)"""
_PRESS = f"number => {_PRESSABLE}[number].click()"


def _as_text(response: Response) -> str:
    return response.text if isinstance(response, HtmlResponse) else response.body.decode("utf-8", "replace")


def _request(asked: Any) -> Request:
    headers = {
        name: value for name, value in asked.headers.items() if name in {"accept", "content-type", "x-requested-with"}
    }
    return Request(
        asked.url,
        method=asked.method,
        headers=headers,
        body=asked.post_data_buffer or b"",
        callback=NO_CALLBACK,
        dont_filter=True,
        meta={"max_retry_times": 0},
    )


def _header(response: Response, name: str) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")
