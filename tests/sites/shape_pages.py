"""Pages for people, and feeds, of the shapes: what any system may show."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from email.utils import format_datetime
from html import escape
from urllib.parse import parse_qs, urlsplit

from tests.sites.loopback import Answer, Handler, Request
from tests.sites.works import Work

# An answer for a path and its query, or None: another route has it.
Route = Callable[[str, dict[str, str]], Answer | None]
NOT_FOUND = Answer("<!doctype html><title>Page not found</title><h1>Nothing here</h1>", status=404)


def routed(*routes: Route) -> Handler:
    """A handler that asks one route after another; 404 where none answers."""

    def handle(request: Request) -> Answer:
        parts = urlsplit(request.target)
        query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        for route in routes:
            if (answer := route(parts.path, query)) is not None:
                return answer
        return NOT_FOUND

    return handle


def page(title: str, body: str, *, head: str = "", language: str = "en", menu: str = "", kind: str = "") -> Answer:
    """A page with a menu above and a footer below."""
    return Answer(
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)} – Field Library</title>{head}</head>'
        f'<body class="{kind}"><header><a href="/">Field Library</a><nav><ul><li><a href="/">Home</a></li>{menu}'
        f'<li><a href="/about/">About us</a></li><li><a href="/contact/">Contact</a></li></ul></nav></header><main>{body}</main>'
        "<footer><p>© 2026 Field Library. All rights reserved.</p></footer></body></html>"
    )


def card(work: Work) -> str:
    return (
        f'<article class="card"><h2><a href="{work.path}">{escape(work.title)}</a></h2>'
        f'<p class="meta"><time datetime="{work.stamp}">{work.published:%-d %B %Y}</time> by <span class="author">{work.author}</span></p>'
        f'<p class="summary">{escape(work.teaser)}</p></article>'
    )


MENU = '<li><a href="/resources/">Resources</a></li>'


def articles(works: Sequence[Work], *, head: str = "", menu: str = MENU) -> Route:
    """Each work's own page, with breadcrumbs, and three related ones below."""

    def route(path: str, query: dict[str, str]) -> Answer | None:
        work = next((each for each in works if each.path == path), None)
        if work is None:
            return None
        related = "".join(
            f'<li><a href="{each.path}">{escape(each.title)}</a></li>' for each in works[:3] if each is not work
        )
        meta = f'<meta property="og:type" content="article"><meta property="og:title" content="{escape(work.title)}">'
        folder = work.path.rsplit("/", 2)[0] + "/"
        body = (
            f'<nav class="breadcrumb"><a href="/">Home</a> › <a href="{folder}">Resources</a></nav><article><h1>{escape(work.title)}</h1>'
            f'<time datetime="{work.stamp}">{work.published:%-d %B %Y}</time><p>{escape(work.teaser)}</p><p>And much more, on two pages, with '
            f'<a href="{work.file}">the report</a>.</p></article><aside><h3>Related</h3><ul>{related}</ul></aside>'
        )
        more = linked_data(work) if head == "LINKED DATA" else head
        return page(work.title, body, head=meta + more, menu=menu, kind="single")

    return route


def linked_data(work: Work) -> str:
    """What a page says of its work to search engines."""
    said = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": work.title,
        "description": work.teaser,
        "datePublished": work.stamp,
        "author": {"@type": "Person", "name": work.author},
    }
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def sitemaps(url: str, works: Sequence[Work], *, gzipped: bool = False) -> tuple[Route, ...]:
    """robots.txt, and the sitemap that it names: one file, or an index of two that are compressed."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    name_space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

    def places(shown: Sequence[Work]) -> str:
        inner = "".join(f"<url><loc>{url}{w.path}</loc><lastmod>{w.stamp}</lastmod></url>" for w in shown)
        return f"{head}<urlset {name_space}>{inner}</urlset>"

    files: dict[str, bytes] = {"/sitemap.xml": places(works).encode()}
    if gzipped:
        names = "".join(f"<sitemap><loc>{url}/resources-{n}.xml.gz</loc></sitemap>" for n in (1, 2))
        files = {
            "/sitemap.xml": f"{head}<sitemapindex {name_space}>{names}</sitemapindex>".encode(),
            "/resources-1.xml.gz": gzip.compress(places(works[:20]).encode(), mtime=0),
            "/resources-2.xml.gz": gzip.compress(places(works[20:]).encode(), mtime=0),
        }
    kind = "application/xml"
    return (
        served("/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n", "text/plain"),
        lambda path, _: (
            Answer(files[path], type="application/gzip" if path.endswith(".gz") else kind) if path in files else None
        ),
    )


def home(*, head: str = "", menu: str = MENU, body: str = "", language: str = "en", at: str = "/") -> Route:
    """A front page that lists nothing by itself."""
    welcome = (
        "<h1>Welcome</h1><p>We collect what has been written in the valleys, so that nobody begins from nothing.</p>"
    )
    about = page("About us", "<h1>About us</h1><p>Five people and a shelf.</p>", menu=menu)

    def route(path: str, query: dict[str, str]) -> Answer | None:
        if path == at:
            return page("Home", welcome + body, head=head, menu=menu, language=language)
        return about if path in {"/about/", "/contact/"} else None

    return route


def listing(
    works: Sequence[Work],
    *,
    at: str = "/resources/",
    size: int = 10,
    pager: str = "query",
    head: str = "",
    menu: str = MENU,
    language: str = "en",
    cards: Callable[[Iterable[Work]], str] | None = None,
) -> Route:
    """A listing of `size` a page. `pager`: "query" (?page=2), "path" (page/2/), "more" (a button that states the address)."""

    def route(path: str, query: dict[str, str]) -> Answer | None:
        number = int(query.get("page", 1))
        if pager == "path" and path.startswith(f"{at}page/"):
            number = int(path.strip("/").rpartition("/")[2])
        elif path != at:
            return None
        last = -(-len(works) // size)
        if not 1 <= number <= last:
            return NOT_FOUND
        shown = works[(number - 1) * size : number * size]
        body = cards(shown) if cards else "".join(map(card, shown))
        return page(
            "Resources",
            f"<h1>Resources</h1>{body}{_pager(at, number, last, pager)}",
            head=head,
            menu=menu,
            language=language,
        )

    return route


def _pager(at: str, number: int, last: int, pager: str) -> str:
    def address(to: int) -> str:
        return (f"{at}page/{to}/" if pager == "path" else f"{at}?page={to}") if to > 1 else at

    if last == 1:
        return ""
    if pager == "more":
        following = f'<button class="load-more" data-next-page="{address(number + 1)}">Load more</button>'
        return following if number < last else ""
    links = "".join(
        f'<span class="current">{to}</span>' if to == number else f'<a href="{address(to)}">{to}</a>'
        for to in range(1, last + 1)
    )
    after = f'<a rel="next" class="next" href="{address(number + 1)}">Next</a>' if number < last else ""
    return f'<nav class="pagination">{links}{after}</nav>'


# -- feeds ---------------------------------------------------------------------------------------------------------------

NAMESPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'


def rss(works: Iterable[Work], url: str, *, generator: str = "", more: str = "", encoding: str = "UTF-8") -> str:
    items = "".join(
        f"<item><title>{escape(w.title)}</title><link>{url}{w.path}</link><dc:creator>{w.author}</dc:creator>"
        f"<pubDate>{format_datetime(w.published)}</pubDate>"
        + "".join(f"<category>{escape(each)}</category>" for each in (w.category, *w.tags))
        + f'<guid isPermaLink="false">{url}/?p={w.number}</guid><description>{escape(escape(w.teaser))}</description></item>'
        for w in works
    )
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" {NAMESPACES}><channel><title>Field Library</title>'
        f"<link>{url}/</link><description>News</description><language>en-GB</language><generator>{generator}</generator>{more}{items}"
        "</channel></rss>"
    )


def rdf(works: Iterable[Work], url: str) -> str:
    items = "".join(
        f'<item rdf:about="{url}{w.path}"><title>{escape(w.title)}</title><link>{url}{w.path}</link><dc:creator>{w.author}</dc:creator>'
        f"<dc:date>{w.stamp}</dc:date>"
        + "".join(f"<dc:subject>{escape(each)}</dc:subject>" for each in (w.category, *w.tags))
        + f"<description>{escape(escape(w.teaser))}</description></item>"
        for w in works
    )
    return (
        f'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {NAMESPACES}>'
        f'<channel rdf:about="{url}/"><title>Field Library</title><link>{url}/</link><description>News</description></channel>{items}</rdf:RDF>'
    )


def atom(works: Iterable[Work], url: str, *, links: str = "") -> str:
    entries = "".join(
        f'<entry><title type="text">{escape(w.title)}</title><link rel="alternate" href="{url}{w.path}"/><id>tag:field,2025:{w.number}</id>'
        f"<published>{w.stamp}</published><updated>{w.stamp}</updated><author><name>{w.author}</name></author>"
        + "".join(f'<category term="{escape(each)}"/>' for each in (w.category, *w.tags))
        + f"<summary>{escape(w.teaser)}</summary></entry>"
        for w in works
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Field Library</title>'
        f'<link rel="alternate" href="{url}/"/><id>{url}/</id><updated>2025-11-20T00:00:00Z</updated>{links}{entries}</feed>'
    )


def json_feed(works: Iterable[Work], url: str, *, next_url: str = "") -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Field Library",
        "home_page_url": f"{url}/",
        "items": [
            {
                "id": str(w.number),
                "url": url + w.path,
                "title": w.title,
                "summary": w.teaser,
                "date_published": w.stamp,
                "authors": [{"name": w.author}],
                "tags": [w.category, *w.tags],
            }
            for w in works
        ],
    }
    return json.dumps(feed | ({"next_url": next_url} if next_url else {}))


def served(path: str, body: str | bytes, kind: str = "application/rss+xml") -> Route:
    """One file at one path."""
    return lambda asked, _: Answer(body, type=kind) if asked == path else None


def announced(path: str, kind: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{kind}" title="Field Library" href="{path}">'
