"""The look-alike of WordPress with all of its channels: REST, feed, sitemap, listing, and each item's own page.

What each channel leaves out is planted in `gone`: numbers of posts, by "rest", "feed", "sitemap" and "listing".

    with whole_like(sample_posts(30)) as site:
        site.gone["rest"] = {4, 5}
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import parse_qs, urlsplit

from tests.sites.like_model import LikePost
from tests.sites.loopback import Answer, Request, serve
from tests.sites.wordpress_like import LikeSite

# Pages that every site has, with no date on them.
PLAIN = ("/about/", "/about-us/", "/where-we-work/", "/our-story/", "/contact-us/")
CHANNELS = ("rest", "feed", "sitemap", "listing")


@dataclass(frozen=True, slots=True)
class Placed(LikePost):
    """A post at an address of its own: `at` is its path."""

    at: str = ""

    @property
    def path(self) -> str:
        return self.at


@dataclass(slots=True)
class Shape:
    """How the site's channels are built, and what is wrong with them. Addresses are paths."""

    per_page: int = 10
    feed_pages: bool = True  # `?paged=N` walks back
    feed_cut: bool = False  # the feed breaks off in mid-entry
    sitemap: str = "core"  # "core": an index by type; "flat": one file; "gzip": the same, compressed; "": none
    sitemap_size: int = 2000
    lastmod: bool = True
    sitemap_cut: bool = False
    sitemap_extra: tuple[str, ...] = ()  # further paths that the sitemap names
    pager: bool = True  # the listing links to its next pages
    metadata: bool = False  # JSON-LD and OpenGraph on items' pages
    broken: dict[str, int] = field(default_factory=dict)  # path → status


class WholeSite(LikeSite):
    """`everything` holds all posts; `posts`, which REST shows, leaves out the hidden types and what is gone there."""

    def __init__(self, posts: Iterable[LikePost]) -> None:
        super().__init__(())
        self.everything = list(posts)
        self.gone: dict[str, set[int]] = {name: set() for name in CHANNELS}
        self.hidden: set[str] = set()
        self.shape = Shape()
        # The site's listings, by their folder: which posts each shows.
        self.listings: dict[str, Callable[[LikePost], bool]] = {"/": lambda _: True}

    def of(self, channel: str) -> list[LikePost]:
        """What a channel shows, newest first."""
        left = [post for post in self.everything if post.id not in self.gone[channel]]
        return sorted(left, key=lambda post: (post.date, post.id), reverse=True)

    def handle(self, request: Request) -> Answer:
        self.posts = [post for post in self.of("rest") if post.type not in self.hidden]
        parts = urlsplit(request.target)
        if status := self.shape.broken.get(request.target) or self.shape.broken.get(parts.path):
            self.log.append(request)
            return Answer("<!doctype html><title>Error</title>", status=status)
        if "rest_route" in parts.query or parts.path.startswith("/wp-json"):
            return super().handle(request)
        self.log.append(request)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        return self._for_people(parts.path, query)

    def _for_people(self, path: str, query: dict[str, str]) -> Answer:
        if path == "/robots.txt":
            named = f"Sitemap: {self.url}{self._root()}\n" if self.shape.sitemap else ""
            return Answer(f"User-agent: *\nDisallow: /wp-admin/\n{named}{self.faults.robots or ''}", type="text/plain")
        if path == "/feed/":
            return self._feed(int(query.get("paged", "1")))
        if "sitemap" in path and self.shape.sitemap:
            return self._sitemap(path)
        folder, _, page = path.partition("page/")
        if folder in self.listings:
            return self._listing(folder, int(page.strip("/") or 1))
        if path in PLAIN:
            return Answer(
                f"{self._head('Plain')}<body><main><h1>Plain</h1><p>We are an organisation.</p></main></body></html>"
            )
        pages = (self.page(post) for post in self.everything if post.path == path)
        plain = f"{self._head('Plain')}<body><main><h1>Plain</h1><p>We are an organisation.</p></main></body></html>"
        page = plain if path in PLAIN else next(pages, None)
        return (
            Answer(page) if page else Answer("<!doctype html><title>Page not found</title><h1>Oops!</h1>", status=404)
        )

    # Listing and items' pages

    def _head(self, title: str, more: str = "") -> str:
        rest = "" if self.faults.no_advertisement else f'<link rel="https://api.w.org/" href="{self._route("/")}">'
        feed = '<link rel="alternate" type="application/rss+xml" href="/feed/">'
        return f'<!doctype html><html lang="en-US"><head><title>{title}</title>{rest}{feed}{more}</head>'

    def _listing(self, folder: str, number: int) -> Answer:
        size, posts = self.shape.per_page, [post for post in self.of("listing") if self.listings[folder](post)]
        shown = posts[(number - 1) * size : number * size]
        if not shown:
            return Answer("<!doctype html><title>Page not found</title><h1>Oops!</h1>", status=404)
        more = self.shape.pager and number * size < len(posts)
        older = f'<nav class="pagination"><a class="next" rel="next" href="{folder}page/{number + 1}/">Older posts</a></nav>'
        items = "".join(
            f'<article class="post-{post.id} hentry"><h2 class="entry-title"><a href="{self.url}{post.path}" rel="bookmark">'
            f'{post.title}</a></h2><time class="entry-date published" datetime="{post.date}+01:00">{post.date[:10]}</time>'
            f'<div class="entry-summary">{post.excerpt}</div></article>'
            for post in shown
        )
        return Answer(f"{self._head('Look-alike')}<body><main>{items}{older if more else ''}</main></body></html>")

    def page(self, post: LikePost) -> str:
        """An item's own page."""
        more = f'<link rel="shortlink" href="{self.url}/?p={post.id}">'
        if self.shape.metadata:
            more += f'<meta property="article:published_time" content="{post.date}+01:00"><meta property="og:type" content="article">'
        terms = "".join(
            f'<a href="/category/c{n}/" rel="category tag">{name}</a> ' for n, name in enumerate(post.categories)
        )
        terms += "".join(f'<a href="/tag/t{n}/" rel="tag">{name}</a> ' for n, name in enumerate(post.tags))
        return (
            f"{self._head(f'{post.title} – Look-alike', more)}<body class='single single-post postid-{post.id}'><main>"
            f"<article class='post-{post.id} hentry'><h1 class='entry-title'>{post.title}</h1>"
            f"<time class='entry-date published' datetime='{post.date}+01:00'>{post.date[:10]}</time>"
            f"<span class='byline'><a href='/author/a/' rel='author'>{post.author}</a></span>"
            f"<div class='entry-content'>{post.content}</div><footer>{terms}</footer></article></main></body></html>"
        )

    # Feed and sitemap

    def _feed(self, number: int) -> Answer:
        size, posts = self.shape.per_page, self.of("feed")
        shown = posts[(number - 1) * size : number * size]
        if not shown or (number > 1 and not self.shape.feed_pages):
            return Answer("<!doctype html><title>Page not found</title>", status=404)
        generator = "https://wordpress.org/?v=6.1" if self.shape.feed_pages else "hand"
        items = "".join(
            f"<item><title>{post.title}</title><link>{self.url}{post.path}</link><dc:creator>{post.author}</dc:creator>"
            f"<pubDate>{_rfc822(post.date)}</pubDate><guid isPermaLink='false'>{self.url}/?p={post.id}</guid>"
            + "".join(f"<category><![CDATA[{name}]]></category>" for name in (*post.categories, *post.tags))
            + f"<description><![CDATA[{post.excerpt}]]></description></item>"
            for post in shown
        )
        body = (
            '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
            f"<title>Look-alike</title><generator>{generator}</generator>{items}</channel></rss>"
        )
        return Answer(body[: -len(body) // 3] if self.shape.feed_cut else body, type="application/rss+xml")

    def _root(self) -> str:
        return {"core": "/wp-sitemap.xml", "flat": "/sitemap.xml", "gzip": "/sitemap.xml.gz"}[self.shape.sitemap]

    def _sitemap(self, path: str) -> Answer:
        posts, size = sorted(self.of("sitemap"), key=lambda post: post.id), self.shape.sitemap_size
        if self.shape.sitemap == "core":
            types = list(dict.fromkeys(post.type for post in posts))
            if path == "/wp-sitemap.xml":
                files = [
                    f"/wp-sitemap-posts-{kind}-{n + 1}.xml"
                    for kind in types
                    for n in range(-(-sum(post.type == kind for post in posts) // size))
                ]
                files += [
                    "/wp-sitemap-posts-page-1.xml",
                    "/wp-sitemap-taxonomies-category-1.xml",
                    "/wp-sitemap-users-1.xml",
                ]
                return self._xml("sitemapindex", "sitemap", [(file, "") for file in files])
            kind, _, number = path.removeprefix("/wp-sitemap-posts-").removesuffix(".xml").rpartition("-")
            if "-posts-" not in path:
                return self._xml("urlset", "url", [("/category/c0/", ""), ("/author/a/", "")])
            if kind == "page":
                return self._xml("urlset", "url", [("/about-us/", ""), ("/where-we-work/", "")])
            posts = [post for post in posts if post.type == kind][(int(number) - 1) * size : int(number) * size]
        elif path != self._root():
            return Answer("<!doctype html><title>Page not found</title>", status=404)
        places = [(post.path, (post.modified or post.date) + "+01:00") for post in posts]
        if self.shape.sitemap != "core":
            places += [("/", ""), ("/about/", ""), ("/category/c0/", ""), ("/author/a/", ""), ("/page/2/", "")]
        if kind_is_first(path):
            places += [(extra, "") for extra in self.shape.sitemap_extra]
        return self._xml("urlset", "url", places)

    def _xml(self, root: str, entry: str, places: list[tuple[str, str]]) -> Answer:
        items = "".join(
            f"<{entry}><loc>{self.url}{path}</loc>{f'<lastmod>{when}</lastmod>' if when and self.shape.lastmod else ''}</{entry}>"
            for path, when in places
        )
        body = f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</{root}>'
        if self.shape.sitemap_cut and root == "urlset":
            body = body[: -len(body) // 3]
        data = gzip.compress(body.encode()) if self.shape.sitemap == "gzip" else body.encode()
        return Answer(data, type="application/gzip" if self.shape.sitemap == "gzip" else "application/xml")


def kind_is_first(path: str) -> bool:
    """Whether a sitemap is the file that extra addresses go into."""
    return path.startswith(("/sitemap", "/wp-sitemap-posts-post-1"))


def _rfc822(date: str) -> str:
    return format_datetime(datetime.fromisoformat(f"{date}+01:00"))


@contextmanager
def whole_like(posts: Iterable[LikePost]) -> Iterator[WholeSite]:
    """Serve the site until the block ends."""
    site = WholeSite(posts)
    with serve(site.handle) as url:
        site.url = url
        yield site
