"""The timeline served on loopback: one day at a time, by REST, feed, sitemap, listing and item pages."""

from __future__ import annotations

import re
from contextlib import ExitStack
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.sites.like_model import BASES, Faults, LikePost
from tests.sites.loopback import Answer, Request, serve
from tests.sites.timeline import faces
from tests.sites.timeline.faults import SHOWN_OF_SHRUNK, WRONG_BY, FaultKind, FaultyDay
from tests.sites.timeline.history import SITE_ZONE, Day, History, Pace
from tests.sites.wordpress_like import LikeSite

_PAGED = re.compile(r"^(.*?)page/(\d+)/$")
# How sites treat the address of a post that is no more; each is one site's habit, chosen by the seed.
GONE = ("404", "410", "home", "soft")


class Timeline(LikeSite):
    """A site on a free port, at day 0. `day(n)` moves it; `today` is the truth; `asked` counts the day's requests.

    with Timeline(seed=7) as site:
        site.day(3)
        site.url, site.today.posts, site.fault.met
    """

    def __init__(
        self, seed: int, days: int = 365, items: tuple[int, int] = (400, 1000), pace: Pace | None = None
    ) -> None:
        super().__init__((), SITE_ZONE)
        self.history = History(seed, days, items, pace)
        self.habit = GONE[seed % len(GONE)]
        self._stack = ExitStack()
        self.day(0)

    def __enter__(self) -> Self:
        self.url = self._stack.enter_context(serve(self.handle))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def listing_url(self) -> str:
        """What a user gives as the source's address."""
        return self.url + faces.LISTING

    @property
    def asked(self) -> int:
        """Requests of today."""
        return len(self.log)

    def day(self, number: int) -> Day:
        """Show the site as it stands on that day; its log begins anew."""
        self.show(self.history.days[number])
        return self.today

    def show(self, day: Day) -> None:
        """The same with a day of one's own."""
        self.today = day
        self.fault = FaultyDay(day.fault)
        self.faults = Faults()
        if day.fault in {FaultKind.INFLATED, FaultKind.DEFLATED}:
            self.faults.total_off_by = WRONG_BY if day.fault is FaultKind.INFLATED else -WRONG_BY
        shown = faces.newest_first(day.posts)
        if day.fault is FaultKind.EMPTIED:
            shown = []
        elif day.fault is FaultKind.SHRUNK:
            shown = shown[::SHOWN_OF_SHRUNK]
        self.posts = shown
        self._by_path = {post.path: post for post in day.posts.values()}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self.log = []

    def handle(self, request: Request) -> Answer:
        parts = urlsplit(request.target)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        is_rest = parts.path.startswith("/wp-json") or "rest_route" in query
        answer = self.fault.instead(request.target, is_rest=is_rest)
        if answer is not None:
            self.log.append(request)
            return answer
        if is_rest:
            answer = super().handle(request)
            base = (query.get("rest_route") or parts.path).rstrip("/").rpartition("/")[2]
            items = len(self.posts) if base in {*BASES.values(), "search"} else 0
            if items and self.faults.total_off_by:
                self.fault.met += 1
        else:
            self.log.append(request)
            answer, items = self._face(unquote(parts.path), query, request)
        if self.today.fault in {FaultKind.EMPTIED, FaultKind.SHRUNK} and (items or base_of_items(parts.path)):
            self.fault.met += 1
        return self.fault.spoilt(answer, items=items, page=_page_number(parts.path, query))

    def _collection(self, base: str) -> list[dict[str, Any]]:
        """A day's rows are made once: the same question is asked many times."""
        if base not in self._rows:
            self._rows[base] = super()._collection(base)
        return self._rows[base]

    def _types(self) -> dict[str, Any]:
        """A post type is there, with or without posts."""
        shown, self.posts = self.posts, [LikePost(0, "", kind) for kind in ("post", "resource")]
        try:
            return super()._types()
        finally:
            self.posts = shown

    def _post(self, post: LikePost) -> dict[str, Any]:
        row = super()._post(post)
        row["content"]["rendered"] = row["content"]["rendered"].replace("{site}", self.url)
        return row

    def _face(self, path: str, query: dict[str, str], request: Request) -> tuple[Answer, int]:
        """A page for people or readers, and how many of the site's items hang on it."""
        number = _page_number(path, query)
        path = match[1] if (match := _PAGED.match(path)) else path
        if path == "/feed/" or query.get("feed") in {"rss2", "feed"}:
            asked = {
                name: str(request.headers[name])
                for name in ("If-None-Match", "If-Modified-Since")
                if name in request.headers
            }
            return faces.feed(self.url, self.posts, number, self.zone, asked), len(self.posts)
        if path in {"/", faces.LISTING}:
            return faces.listing(self.url, self.posts, number, self.today.theme), len(self.posts)
        kinds = sorted({post.type for post in self.posts})
        if path == "/wp-sitemap.xml":
            return faces.sitemap_index(self.url, kinds), 0
        if match := re.match(r"^/wp-sitemap-posts-(\w+)-1\.xml$", path):
            of_kind = [post for post in self.posts if post.type == match[1]]
            return (faces.sitemap(self.url, of_kind, self.zone) if of_kind else self._not_found()), len(of_kind)
        if path == "/robots.txt":
            return Answer(
                f"User-agent: *\nDisallow: /wp-admin/\n\nSitemap: {self.url}/wp-sitemap.xml\n",
                type="text/plain; charset=utf-8",
            ), 0
        return self._single(path), 0

    def _single(self, path: str) -> Answer:
        if post := self._by_path.get(path):
            return faces.single(self.url, post)
        number = self.today.moved.get(path)
        if number is not None and (post := self.today.posts.get(number)):
            return self._redirect(post.path)  # wp_old_slug_redirect()
        if guessed := self._guessed(path):
            return self._redirect(guessed)
        return self._not_found()

    def _guessed(self, path: str) -> str | None:
        """WordPress's redirect_guess_404_permalink(): a post of that year whose slug begins with what was asked for."""
        if re.match(r"^/\d{4}/[^/]+/$", path) is None:
            return None
        return next((other for other in self._by_path if other.startswith(path.rstrip("/"))), None)

    def _redirect(self, path: str, status: int = 301) -> Answer:
        return Answer(status=status, headers={"Location": self.url + path})

    def _not_found(self) -> Answer:
        if self.habit == "home":
            return self._redirect("/", 302)
        return faces.not_found(self.url, {"404": 404, "410": 410, "soft": 200}[self.habit])


def base_of_items(path: str) -> bool:
    """Whether an answer from here lists items, even where there are none today."""
    return path in {"/", faces.LISTING, "/feed/"} or path.rstrip("/").rpartition("/")[2] in BASES.values()


def _page_number(path: str, query: dict[str, str]) -> int:
    match = _PAGED.match(path)
    stated = match[2] if match else query.get("paged") or query.get("page") or "1"
    return int(stated) if stated.isdigit() else 1
