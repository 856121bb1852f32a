"""WordPress as the shapes' sites answer: the look-alike's REST API inside of pages and feeds for people."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from tests.sites.like_model import Faults, LikePost
from tests.sites.loopback import Answer, Handler, Request
from tests.sites.shape_pages import NOT_FOUND, announced, articles, home, listing, page, routed, rss
from tests.sites.wordpress_like import LikeSite
from tests.sites.works import Work

_ASSETS = '<link rel="stylesheet" href="{folder}/wp-content/themes/plain/style.css">'
_GENERATOR = "https://wordpress.org/?v=7.1"


def like_posts(works: Sequence[Work], kind: str = "post") -> list[LikePost]:
    """The works as posts; the look-alike's clock is an hour ahead of UTC."""
    return [
        LikePost(
            id=w.number,
            title=w.title.replace("&", "&amp;"),
            type=kind,
            excerpt=f"<p>{w.teaser.replace('&', '&amp;')}</p>\n",
            date=w.published.replace(hour=w.published.hour + 1, tzinfo=None).isoformat(),
            author=w.author,
            categories=(w.category,) if kind == "post" else (),
            resource_type=(w.category,) if kind == "resource" else (),
            tags=w.tags,
            slug=w.path.strip("/").rpartition("/")[2],
        )
        for w in works
    ]


def post_path(w: Work) -> str:
    """Where the look-alike shows a work."""
    return f"/{w.published:%Y}/{w.path.strip('/').rpartition('/')[2]}/"


def wordpress(
    url: str,
    works: Sequence[Work],
    *,
    kind: str = "post",
    folder: str = "",
    rest: str = "open",
    feed: bool = True,
    list_at: str = "",
    more: Sequence[LikePost] = (),
    faults: Faults | None = None,
) -> Handler:
    """A site with its REST API, feed, home page, articles and perhaps a listing at `list_at`.

    `rest`: "open", "quiet" (not announced), "plain" (`?rest_route=` only), or how it is closed: "401", "403", "404",
    "html". `works` have the paths of `post_path`, below `folder`.
    """
    site = LikeSite([*like_posts(works, kind), *more])
    site.url = url + folder
    site.faults = faults or Faults()
    site.faults.plain_permalinks = rest == "plain"
    site.faults.closed = rest == "401"
    api = f"{url}{folder}/?rest_route=/" if rest == "plain" else f"{url}{folder}/wp-json/"
    head = "" if rest == "quiet" else f'<link rel="https://api.w.org/" href="{api}">'
    head += _ASSETS.format(folder=folder) + '<meta name="generator" content="WordPress 7.1">'
    if feed:
        head += announced(f"{folder}/feed/")
    menu = f'<li><a href="{list_at}">Resources</a></li>' if list_at else ""
    below = [replace(w, path=w.path.removeprefix(folder)) for w in works]

    def paged(path: str, query: dict[str, str]) -> Answer | None:
        if path != "/feed/" or not feed:
            return None
        number = int(query.get("paged", 1))
        shown = below[(number - 1) * 10 : number * 10]
        if not shown:
            return NOT_FOUND
        body = rss(shown, url + folder, generator=_GENERATOR)
        return Answer(body, type="application/rss+xml; charset=UTF-8")

    pages = routed(
        paged,
        *([listing(works, at=list_at, pager="path", head=head, menu=menu)] if list_at else []),
        articles(works, head=head, menu=menu),
        home(head=head, menu=menu),
    )

    def rest_api(asked: Request) -> Answer:
        if rest in {"403", "404"}:
            return Answer("<html><h1>Forbidden</h1></html>", status=int(rest))
        return page("Welcome", "<h1>Welcome</h1><p>Hello.</p>") if rest == "html" else site.handle(asked)

    def inside(asked: Request) -> Answer:
        parts = urlsplit(asked.target)
        if parts.path.startswith("/wp-json") or "rest_route=" in parts.query:
            return rest_api(asked)
        return NOT_FOUND if parts.path == "/robots.txt" else pages(asked)

    return in_folder(folder, inside)


def in_folder(folder: str, inside: Handler) -> Handler:
    """The site below `folder`, and a start page above that leads to it."""

    def handle(request: Request) -> Answer:
        if not request.target.startswith(folder):
            start = page("Start", f'<h1>Start</h1><p>Read <a href="{folder}/">our library</a>.</p>')
            return start if request.target == "/" else NOT_FOUND
        target = request.target.removeprefix(folder) or "/"
        return inside(Request(request.method, target, request.headers, request.at))

    return handle


def in_languages(url: str, spoken: Mapping[str, Sequence[Work]], *, unasked: str = "", asked: bool = True) -> Handler:
    """A site in several languages, each but the first in a folder of its own ("/fr/…").

    `unasked`: the one language that REST gives unless it is asked (WPML, Polylang), "" for all; `asked`: whether it heeds
    `lang=` at all.
    """
    sites = {}
    for tag, works in {**spoken, "": [w for each in spoken.values() for w in each]}.items():
        sites[tag] = LikeSite(like_posts(works))
        sites[tag].url = url
    folders = {w.number: f"/{tag}" for tag, works in [*spoken.items()][1:] for w in works}
    first = next(iter(spoken))
    links = "".join(
        f'<link rel="alternate" hreflang="{tag}" href="{url}/{"" if tag == first else f"{tag}/"}">' for tag in spoken
    )
    head = links + f'<link rel="https://api.w.org/" href="{url}/wp-json/">'

    def rest_api(request: Request) -> Answer:
        query = parse_qs(urlsplit(request.target).query)
        wanted = query.get("lang", [unasked])[-1] if asked else unasked
        target = re.sub(r"&?lang=\w+", "", request.target)
        answer = sites[wanted].handle(Request(request.method, target, request.headers, request.at))
        return replace(answer, body=_in_folders(str(answer.body), url, folders)) if "/posts" in target else answer

    pages = routed(*(home(head=head, language=tag, at="/" if tag == first else f"/{tag}/") for tag in spoken))
    return lambda request: rest_api(request) if request.target.startswith("/wp-json") else pages(request)


def _in_folders(text: str, url: str, folders: Mapping[int, str]) -> str:
    rows = json.loads(text)
    for row in rows if isinstance(rows, list) else ():
        row["link"] = row["link"].replace(url, url + folders.get(row["id"], ""), 1)
    return json.dumps(rows)
