"""A quick look-alike of WordPress's REST API in memory, for crawler tests that need no real WordPress.

Forms are those of WordPress 6 (`tests/sites/test_wordpress_like.py` compares them with the real one): the index, types,
taxonomies, posts with X-WP-Total and X-WP-TotalPages, term, user and media look-ups by `include`, search, `_fields`, `_embed`,
`modified_after` and `modified_before`, errors by their codes; also through `?rest_route=`. The site's time zone is
+01:00 all year, unless another is given.

    with wordpress_like([LikePost(1, "A title", categories=("News",))]) as site:
        site.url, site.log, site.posts, site.faults.fail_pages["posts", 2] = 500
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from threading import Event, Lock
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from tests.sites.like_model import BASES, INTERNAL, TAXONOMIES, ZONE, Faults, LikePost
from tests.sites.loopback import Answer, Request, serve


class RestError(Exception):
    def __init__(self, status: int, code: str, message: str, **data: Any) -> None:
        super().__init__(code)
        self.status = status
        self.body = {"code": code, "message": message, "data": {"status": status, **data}}


class LikeSite:
    """The site's state: `posts` may be replaced between two visits; `log` holds every request."""

    def __init__(self, posts: Iterable[LikePost], zone: tzinfo = ZONE) -> None:
        self.posts = list(posts)
        self.hidden: list[LikePost] = []  # in no list, but their pages still answer
        self.zone = zone
        self.faults = Faults()
        self.log: list[Request] = []
        self.url = ""
        self._ids: dict[tuple[str, str], int] = {}
        self._lock = Lock()
        self._free: int | None = None
        self._released = Event()

    @contextmanager
    def holding(self, *, after: int) -> Iterator[None]:
        """Inside of the block, after so many pages of more than ten items every further one waits for the block's end."""
        self._free, self._released = after, Event()
        try:
            yield
        finally:
            self._free = None
            self._released.set()

    def is_holding(self) -> bool:
        """Whether a request waits by now."""
        return self._free is not None and self._free < 0

    def _wait_if_held(self) -> None:
        with self._lock:
            if self._free is None:
                return
            self._free -= 1
            held, released = self._free < 0, self._released
        if held:
            released.wait(60)

    def targets(self) -> list[str]:
        """Paths and queries asked so far."""
        return [request.target for request in self.log]

    def handle(self, request: Request) -> Answer:
        self.log.append(request)
        parts = urlsplit(request.target)
        query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        if "rest_route" in query:
            return self._rest(query.pop("rest_route"), query)
        if parts.path.startswith("/wp-json") and not self.faults.plain_permalinks:
            return self._rest(parts.path.removeprefix("/wp-json") or "/", query)
        return self._page(unquote(parts.path))

    # Pages for people

    def _page(self, path: str) -> Answer:
        if path == "/robots.txt":
            robots = self.faults.robots
            return Answer(robots, type="text/plain") if robots is not None else Answer("Not found", status=404)
        if self.faults.no_pages and path != "/":
            return Answer("<!doctype html><title>Page not found</title><h1>Oops!</h1>", status=404)
        of_path = [post for post in self.hidden if path == post.path]
        shown = of_path or [
            post for post in self.posts if path in ("/", post.path) and (post.type == "post" or path == post.path)
        ]
        if not shown and path != "/":
            return Answer("<!doctype html><title>Page not found</title><h1>Oops!</h1>", status=404)
        advertised = not self.faults.no_advertisement
        link = f'<link rel="https://api.w.org/" href="{self._route("/")}">' if advertised else ""
        items = "".join(
            f'<article class="post-{post.id}"><h2><a href="{self.url}{post.path}">{post.title}</a></h2>'
            f'<time datetime="{post.date}+01:00">{post.date[:10]}</time>{post.excerpt}</article>'
            for post in shown
        )
        headers = {"Link": f'<{self._route("/")}>; rel="https://api.w.org/"'} if advertised else {}
        page = (
            f'<!doctype html><html lang="en-US"><head><title>Look-alike</title>{link}</head><body>{items}</body></html>'
        )
        return Answer(page, headers=headers)

    def _route(self, route: str) -> str:
        return f"{self.url}/?rest_route={route}" if self.faults.plain_permalinks else f"{self.url}/wp-json{route}"

    # REST

    def _rest(self, route: str, query: dict[str, str]) -> Answer:
        headers: dict[str, str] = {}
        status = 200
        parts = [part for part in route.split("/") if part]
        base = parts[2] if len(parts) > 2 else ""
        if base in self.faults.html_for:
            return Answer(self.faults.html_page)
        try:
            body = self._resource(parts, base, query, headers)
        except RestError as error:
            status, body = error.status, error.body
        text = json.dumps(body).replace("/", "\\/")
        return Answer(text, status=status, type="application/json; charset=UTF-8", headers=headers)

    def _resource(self, parts: list[str], base: str, query: dict[str, str], headers: dict[str, str]) -> Any:
        if self.faults.closed:
            raise RestError(401, "rest_not_logged_in", "You are not currently logged in.")
        if base in self.faults.closed_bases or base in INTERNAL.values():
            raise RestError(401, "rest_forbidden", "Sorry, you are not allowed to do that.")
        if not parts:
            return self._index()
        if parts[:2] != ["wp", "v2"]:
            raise RestError(404, "rest_no_route", "No route was found matching the URL and request method.")
        if base in {"types", "taxonomies"}:
            known = self._types() if base == "types" else self._taxonomies()
            if len(parts) == 3:
                return known
            if parts[3] in known:
                return known[parts[3]]
            raise RestError(404, "rest_type_invalid", "Invalid post type.")
        rows = self._collection(base)
        if len(parts) == 4:
            found = [row for row in rows if str(row["id"]) == parts[3]]
            if not found:
                raise RestError(404, "rest_post_invalid_id", "Invalid post ID.")
            return _only_fields(found, query)[0]
        return self._paged(base, rows, query, headers)

    def _index(self) -> dict[str, Any]:
        routes = ["/", "/wp/v2", "/wp/v2/types", *(f"/wp/v2/{base}" for base in BASES.values())]
        return {
            "name": "Look-alike",
            "description": "",
            "url": self.url,
            "home": self.url,
            "gmt_offset": 1,
            "timezone_string": "",
            "namespaces": ["oembed/1.0", "wp/v2"],
            "authentication": [],
            "routes": {route: {"namespace": "wp/v2", "methods": ["GET"]} for route in routes},
            "_links": {"help": [{"href": "https://developer.wordpress.org/rest-api/"}]},
        }

    def _types(self) -> dict[str, Any]:
        present = {"post", "page", "attachment", *(post.type for post in self.posts)}
        bases = {name: base for name, base in BASES.items() if name in present} | INTERNAL
        return {
            name: {
                "description": "",
                "hierarchical": name == "page",
                "has_archive": name == "resource",
                "name": name.title(),
                "slug": name,
                "icon": None,
                "rest_base": base,
                "rest_namespace": "wp/v2",
                "taxonomies": [tax for tax, (_, _, types) in TAXONOMIES.items() if name in types],
                "_links": {"wp:items": [{"href": self._route(f"/wp/v2/{base}")}]},
            }
            for name, base in bases.items()
        }

    def _taxonomies(self) -> dict[str, Any]:
        return {
            name: {
                "name": name.title(),
                "slug": name,
                "description": "",
                "types": list(types),
                "hierarchical": hierarchical,
                "rest_base": base,
                "rest_namespace": "wp/v2",
                "_links": {"wp:items": [{"href": self._route(f"/wp/v2/{base}")}]},
            }
            for name, (base, hierarchical, types) in TAXONOMIES.items()
        }

    def _id(self, kind: str, name: str) -> int:
        return self._ids.setdefault((kind, name), len(self._ids) + 2)

    def _collection(self, base: str) -> list[dict[str, Any]]:
        for taxonomy, (its_base, _, _) in TAXONOMIES.items():
            if base == its_base:
                names = sorted({name for post in self.posts for name in post.terms(taxonomy)})
                return [self._term(taxonomy, name) for name in names]
        if base == "search":
            return [
                self._found(post) for post in sorted(self.posts, key=lambda post: (post.date, post.id), reverse=True)
            ]
        if base == "users":
            return [self._user(name) for name in sorted({post.author for post in self.posts})]
        if base == "media":
            return [self._media(image) for image in sorted({post.image for post in self.posts if post.image})]
        if base not in BASES.values():
            raise RestError(404, "rest_no_route", "No route was found matching the URL and request method.")
        rows = [self._post(post) for post in self.posts if BASES[post.type] == base]
        return sorted(rows, key=lambda row: (row["date"], row["id"]), reverse=True)

    def _term(self, taxonomy: str, name: str) -> dict[str, Any]:
        number = self._id(taxonomy, name)
        return {
            "id": number,
            "count": 1,
            "description": "",
            "link": f"{self.url}/{taxonomy}/{number}/",
            "name": html.escape(name, quote=False),
            "slug": f"term-{number}",
            "taxonomy": taxonomy,
            "meta": [],
            "parent": 0,
        }

    def _user(self, name: str) -> dict[str, Any]:
        number = self._id("user", name)
        return {
            "id": number,
            "name": name,
            "url": "",
            "description": "",
            "link": f"{self.url}/author/{number}/",
            "slug": f"author-{number}",
        }

    def _media(self, image: str) -> dict[str, Any]:
        number = self._id("media", image)
        return {
            "id": number,
            "date": "2022-02-03T10:00:00",
            "date_gmt": "2022-02-03T09:00:00",
            "type": "attachment",
            "modified": "2022-02-03T10:00:00",
            "modified_gmt": "2022-02-03T09:00:00",
            "slug": f"picture-{number}",
            "status": "inherit",
            "link": f"{self.url}/picture-{number}/",
            "title": {"rendered": "Picture"},
            "media_type": "image",
            "mime_type": "image/png",
            "alt_text": "",
            "caption": {"rendered": ""},
            "source_url": self.url + image,
            "media_details": {"width": 640, "height": 400, "sizes": {}},
        }

    def _post(self, post: LikePost) -> dict[str, Any]:
        changed = post.modified or post.date
        row: dict[str, Any] = {
            "id": post.id,
            "date": post.date,
            "date_gmt": _utc(post.date, self.zone),
            "guid": {"rendered": f"{self.url}/?p={post.id}"},
            "modified": changed,
            "modified_gmt": _utc(changed, self.zone),
            "slug": post.slug or f"item-{post.id}",
            "status": "publish",
            "type": post.type,
            "link": self.url + post.path,
            "title": {"rendered": post.title},
            "content": {"rendered": "" if post.protected else post.content, "protected": post.protected},
            "excerpt": {"rendered": "" if post.protected else post.excerpt, "protected": post.protected},
            "author": self._id("user", post.author),
            "featured_media": self._id("media", post.image) if post.image else 0,
            "comment_status": "open",
            "ping_status": "open",
            "template": "",
            "meta": [],
        }
        if post.type == "post":
            row |= {"sticky": post.sticky, "format": "standard"}
        mine = [tax for tax, (_, _, types) in TAXONOMIES.items() if post.type in types]
        for taxonomy in mine:
            row[TAXONOMIES[taxonomy][0]] = [self._id(taxonomy, name) for name in post.terms(taxonomy)]
        row["_links"] = {"self": [{"href": self._route(f"/wp/v2/{BASES[post.type]}/{post.id}")}]}
        row["_embedded"] = {
            "author": [self._user(post.author)],
            "wp:term": [[self._term(taxonomy, name) for name in post.terms(taxonomy)] for taxonomy in mine],
        } | ({"wp:featuredmedia": [self._media(post.image)]} if post.image else {})
        return row

    def _found(self, post: LikePost) -> dict[str, Any]:
        """How `/wp/v2/search` shows a post."""
        its_own = {"embeddable": True, "href": self._route(f"/wp/v2/{BASES[post.type]}/{post.id}")}
        return {
            "id": post.id,
            "title": post.title,
            "url": self.url + post.path,
            "type": "post",
            "subtype": post.type,
            "_links": {"self": [its_own]},
        }

    def _paged(self, base: str, rows: list[dict[str, Any]], query: dict[str, str], headers: dict[str, str]) -> Any:
        page, size = _number(query, "page", 1, None), _number(query, "per_page", 10, 100)
        if size > 10:
            self._wait_if_held()
        status = self.faults.fail_pages.get((base, page))
        if status and self.faults.fail_times != 0:
            self.faults.fail_times -= 1
            raise RestError(status, "internal_server_error", "There has been a critical error on this website.")
        rows = [] if base in self.faults.empty else _filtered(rows, query, self.zone)
        rows = rows[int(query.get("offset") or 0) :]
        pages = -(-len(rows) // size)
        if page > max(pages, 1):
            message = "The page number requested is larger than the number of pages available."
            raise RestError(400, "rest_post_invalid_page_number", message)
        total = max(0, self.faults.wrong_total.get(base, len(rows)) + self.faults.total_off_by)
        if not self.faults.no_total:
            headers |= {"X-WP-Total": str(total), "X-WP-TotalPages": str(-(-total // size))}
        others = {name: value for name, value in query.items() if name != "page"}
        steps = (("prev", page - 1, page > 1), ("next", page + 1, page < pages))
        address = self._route(f"/wp/v2/{base}") + ("&" if self.faults.plain_permalinks else "?")
        links = [f'<{address}{urlencode({**others, "page": to})}>; rel="{rel}"' for rel, to, there in steps if there]
        if links:
            headers["Link"] = ", ".join(links)
        return _only_fields(rows[(page - 1) * size : page * size], query)


def _utc(local: str, zone: tzinfo) -> str:
    moment = datetime.fromisoformat(local).replace(tzinfo=zone)
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat()


def _number(query: dict[str, str], name: str, default: int, highest: int | None) -> int:
    text = query.get(name, str(default))
    if text.isdigit() and int(text) >= 1 and (highest is None or int(text) <= highest):
        return int(text)
    message = f"{name} must be between 1 (inclusive) and {highest} (inclusive)"
    raise RestError(400, "rest_invalid_param", f"Invalid parameter(s): {name}", params={name: message})


def _filtered(rows: list[dict[str, Any]], query: dict[str, str], zone: tzinfo) -> list[dict[str, Any]]:
    """`include`, `exclude`, `subtype`, the date filters (compared with site-local times; an offset is turned into it) and the order."""
    if include := query.get("include"):
        wanted = {int(number) for number in include.split(",") if number}
        rows = [row for row in rows if row["id"] in wanted]
    if exclude := query.get("exclude"):
        unwanted = {int(number) for number in exclude.split(",") if number}
        rows = [row for row in rows if row["id"] not in unwanted]
    if "subtype" in query:
        kinds = query["subtype"].split(",")
        if {*kinds} - {*BASES, "any"}:
            message = f"subtype[0] is not one of {', '.join(BASES)}, and any."
            raise RestError(400, "rest_invalid_param", "Invalid parameter(s): subtype", params={"subtype": message})
        rows = [row for row in rows if row["subtype"] in kinds or "any" in kinds]
    for name, column, sign in (
        ("modified_after", "modified", 1),
        ("modified_before", "modified", -1),
        ("after", "date", 1),
        ("before", "date", -1),
    ):
        if bound := query.get(name):
            moment = _local(bound, name, zone)
            rows = [row for row in rows if (row[column] > moment if sign > 0 else row[column] < moment)]
    if "orderby" in query:
        rows = sorted(rows, key=lambda row: (row.get(query["orderby"], 0), row["id"]), reverse=True)
    return rows[::-1] if query.get("order") == "asc" else rows


def _local(bound: str, name: str, zone: tzinfo) -> str:
    try:
        moment = datetime.fromisoformat(bound)
    except ValueError:
        raise RestError(
            400, "rest_invalid_param", f"Invalid parameter(s): {name}", params={name: "Invalid date."}
        ) from None
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone).replace(tzinfo=None)
    return moment.isoformat(timespec="seconds")


def _only_fields(rows: list[dict[str, Any]], query: dict[str, str]) -> list[dict[str, Any]]:
    wanted = {name.partition(".")[0] for name in query.get("_fields", "").split(",") if name}
    shown = []
    for row in rows:
        kept = {name: value for name, value in row.items() if not wanted or name in wanted}
        if "_embed" not in query:
            kept.pop("_embedded", None)
        shown.append(kept)
    return shown


@contextmanager
def wordpress_like(posts: Iterable[LikePost], *, port: int = 0) -> Iterator[LikeSite]:
    """Serve the posts on a free port of 127.0.0.1 until the block ends."""
    site = LikeSite(posts)
    with serve(site.handle, port=port) as url:
        site.url = url
        yield site
