"""The shapes that are read in tests and shown by `python -m benchmarks.shapes`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import escape

from crawler.browser import lacking
from pipeline.model import Channel
from tests.sites.like_model import Faults, sample_posts
from tests.sites.loopback import Answer, Handler
from tests.sites.shape_app import app
from tests.sites.shape_pages import (
    Route,
    announced,
    articles,
    atom,
    home,
    json_feed,
    listing,
    page,
    rdf,
    routed,
    rss,
    served,
    sitemaps,
)
from tests.sites.shape_systems import DISCOURSE_HEAD, DRUPAL_HEAD, SETS, discourse, drupal, ghost, ghost_head, oai
from tests.sites.shape_wordpress import in_languages, post_path, wordpress
from tests.sites.shapes import Expected, Shape, of_api, of_feed, of_page
from tests.sites.works import Work, works

WORKS = works(34)
POSTS = [replace(w, path=post_path(w)) for w in WORKS]
MANY = [replace(w, path=post_path(w)) for w in works(230)]
LATIN = [replace(w, title=f"Café {w.title}") for w in WORKS[:8]]


def _wordpress(
    name: str, channel: Channel = Channel.WORDPRESS, *, entry: str = "/", shown: Sequence[Work] = POSTS, **how: object
) -> Shape:
    expected = {Channel.WORDPRESS: of_api, Channel.FEED: of_feed, Channel.LISTING: of_page}[channel]
    return Shape(name, lambda url: wordpress(url, shown, **how), channel, expected(shown), entry)  # type: ignore[arg-type]


def _below(folder: str) -> list[Work]:
    return [replace(w, path=folder + w.path) for w in POSTS]


def _pages(
    name: str, *routes: Route, entry: str = "/resources/", items: tuple[Expected, ...] = of_page(WORKS)
) -> Shape:
    return Shape(name, lambda _: routed(*routes), Channel.LISTING, items, entry)


def _feed(
    name: str,
    pages: Callable[[str], Sequence[str | bytes]],
    items: Sequence[Work],
    *,
    kind: str = "application/rss+xml",
    path: str = "/feed.xml",
    head: str | None = None,
    entry: str = "/",
    body: str = "",
    asked: str = "",
) -> Shape:
    """A site whose only door is a feed: its pages lie at `path`, then at `path?page=2` and so on."""

    def site(url: str) -> Handler:
        def route(at: str, query: dict[str, str]) -> Answer | None:
            number = int(query.get("page", 1))
            made = pages(url)
            here = at == path and query.get("format", "") == asked
            return Answer(made[number - 1], type=kind) if here and number <= len(made) else None

        top = announced(path, kind) if head is None else head
        return routed(route, home(head=top, menu="", body=body), articles(items, menu=""))

    return Shape(name, site, Channel.FEED, of_feed(items), entry)


def _link(to: str, rel: str = "next") -> str:
    return f'<atom:link rel="{rel}" href="{to}"/>'


def _drupal(name: str, *, entry: str = "/", size: int = 50) -> Shape:
    expected = tuple(
        {**each, "files": [w.file], "language": "en"} for each, w in zip(of_api(WORKS), WORKS, strict=True)
    )
    expected = tuple({**each, "path": str(each["path"]).rstrip("/")} for each in expected)

    def site(url: str) -> Handler:
        nodes = {"resource": WORKS[:20], "article": WORKS[20:], "page": works(3, first=900, folder="/info/")}
        return routed(drupal(url, nodes, size=size), home(head=DRUPAL_HEAD), listing(WORKS, head=DRUPAL_HEAD))

    return Shape(name, site, Channel.DRUPAL, expected, entry)


def _ghost(name: str, *, entry: str = "/") -> Shape:
    items = tuple({**each, "files": [w.file]} for each, w in zip(of_feed(MANY), MANY, strict=True))
    return Shape(
        name,
        lambda url: routed(ghost(url, MANY), home(head=ghost_head(url), menu=""), articles(MANY, head=ghost_head(url))),
        Channel.GHOST,
        items,
        entry,
    )


def _ghost_without_key(url: str) -> Handler:
    def feed(path: str, query: dict[str, str]) -> Answer | None:
        return (
            Answer(rss(WORKS[:15], url, generator="Ghost 6.0"), type="application/rss+xml") if path == "/rss/" else None
        )

    return routed(feed, home(head=ghost_head(url, key=""), menu=""))


TOPICS = [replace(w, path=f"/t/{w.path.strip('/').rpartition('/')[2]}/{w.number}") for w in works(75)]
GUIDANCE = [w for w in TOPICS if w.category == sorted({t.category for t in TOPICS})[1]]


def _forum(_: str) -> Handler:
    body = "".join(
        f'<tr class="topic-list-item"><td><a href="{w.path}">{escape(w.title)}</a></td></tr>' for w in TOPICS[:30]
    )
    front = page("Latest topics", f"<table class='topic-list'>{body}</table>", head=DISCOURSE_HEAD)
    return routed(discourse(TOPICS), lambda path, _: front if path == "/" or path.startswith("/c/") else None)


def _of_oai(items: Iterable[Work]) -> tuple[Expected, ...]:
    return tuple(
        {
            "path": w.path,
            "title": w.title,
            "teaser": w.teaser,
            "day": w.stamp[:10],
            "categories": sorted((SETS[0], w.category)),
            "tags": sorted(w.tags),
            "authors": [w.author],
            "files": [w.file],
            "language": "en",
        }
        for w in items
    )


def _repository(
    name: str, generator: str, at: str, *, entry: str = "/", size: int = 0, deleted: int = 0, hold: bool = False
) -> Shape:
    head = f'<meta name="Generator" content="{generator}">'

    def site(url: str) -> Handler:
        return routed(
            oai(url, WORKS, at=at, size=size, deleted=deleted, hold=hold),
            home(head=head, menu=""),
            listing(WORKS, head=head),
            home(head=head, menu="", at=entry),
        )

    return Shape(name, site, Channel.OAI, _of_oai(WORKS), entry)


JOOMLA = '<meta name="generator" content="Joomla! - Open Source Content Management">'


def _sitemap(name: str, *, gzipped: bool = False) -> Shape:
    items = tuple(
        {"path": w.path, "title": w.title, "teaser": w.teaser, "published": w.published, "authors": [w.author]}
        for w in WORKS
    )

    def site(url: str) -> Handler:
        return routed(
            *sitemaps(url, WORKS, gzipped=gzipped), home(menu=""), articles(WORKS, head="LINKED DATA", menu="")
        )

    return Shape(name, site, Channel.SITEMAP, items)


def _static(url: str) -> Handler:
    head = '<meta name="generator" content="Hugo 0.150.0">' + announced("/index.xml")
    return routed(
        served("/index.xml", rss(WORKS[:10], url)),
        listing(WORKS, at="/", head=head, menu="", pager="path"),
        articles(WORKS),
    )


def _rows(shown: Iterable[Work]) -> str:
    lines = "".join(
        f'<tr><td><a href="{w.path}">{escape(w.title)}</a><p>{escape(w.teaser)}</p></td><td>{w.author}</td><td>{w.stamp[:10]}</td></tr>'
        for w in shown
    )
    return f"<table><thead><tr><th>Title</th><th>Author</th><th>Date</th></tr></thead><tbody>{lines}</tbody></table>"


def _hidden_type(url: str) -> Handler:
    blog = wordpress(url, POSTS[:0], more=sample_posts(6))
    head = (
        '<link rel="stylesheet" href="/wp-content/themes/plain/style.css">'
        f'<link rel="https://api.w.org/" href="{url}/wp-json/">'
    )
    shown = routed(listing(WORKS, head=head), articles(WORKS, head=head))

    def handle(request: object) -> Answer:
        answer = shown(request)  # type: ignore[arg-type]
        return answer if answer.status == 200 else blog(request)  # type: ignore[arg-type]

    return handle


EN, FR = POSTS[:20], [replace(w, path=post_path(w), language="fr") for w in works(15, first=300)]
FRENCH = [replace(w, path=f"/fr{w.path}") for w in FR]


def _languages(name: str, *, unasked: str) -> Shape:
    both = [*EN, *FRENCH]
    items = tuple({**each, "language": w.language} for each, w in zip(of_api(both), both, strict=True))
    return Shape(name, lambda url: in_languages(url, {"en": EN, "fr": FR}, unasked=unasked), Channel.WORDPRESS, items)


def _two_listings(url: str) -> Handler:
    links = f'<link rel="alternate" hreflang="en" href="{url}/resources/"><link rel="alternate" hreflang="fr" href="{url}/fr/ressources/">'
    return routed(
        listing(EN, head=links),
        listing(FRENCH, at="/fr/ressources/", head=links, language="fr"),
        articles([*EN, *FRENCH]),
    )


SHAPES: tuple[Shape, ...] = (
    # WordPress
    _wordpress("WordPress, REST open"),
    _wordpress("WordPress, REST not announced", rest="quiet"),
    _wordpress("WordPress, REST behind ?rest_route= (plain permalinks)", rest="plain"),
    _wordpress("WordPress in a sub-folder", entry="/library/", shown=_below("/library"), folder="/library"),
    _wordpress("WordPress, 230 posts", shown=MANY),
    _wordpress("WordPress, custom type in REST", kind="resource"),
    Shape("WordPress, custom type not in REST", _hidden_type, Channel.LISTING, of_page(WORKS), "/resources/"),
    _wordpress("WordPress, users closed", faults=Faults(closed_bases={"users"})),
    _wordpress("WordPress, taxonomies closed", faults=Faults(closed_bases={"taxonomies"})),
    _wordpress("WordPress, list of types closed", faults=Faults(closed_bases={"types"})),
    _wordpress("WordPress, no X-WP-Total", shown=MANY, faults=Faults(no_total=True)),
    _wordpress("WordPress from an article", entry=POSTS[7].path),
    _wordpress("WordPress from its feed", entry="/feed/"),
    _wordpress("WordPress from its REST root", entry="/wp-json/"),
    _wordpress("WordPress from its REST list of posts", entry="/wp-json/wp/v2/posts?per_page=5"),
    _wordpress("WordPress, REST closed by 401: feed, ten a page", Channel.FEED, rest="401"),
    _wordpress("WordPress, REST closed by 403: feed", Channel.FEED, rest="403"),
    _wordpress("WordPress, REST closed by 404: feed", Channel.FEED, rest="404"),
    _wordpress("WordPress, REST answers HTML at 200: feed", Channel.FEED, rest="html"),
    _wordpress(
        "WordPress, REST and feed closed: listing",
        Channel.LISTING,
        rest="403",
        feed=False,
        list_at="/resources/",
        entry="/resources/",
    ),
    _wordpress(
        "WordPress, REST and feed closed, from the home page",
        Channel.LISTING,
        rest="401",
        feed=False,
        list_at="/resources/",
    ),
    _languages("WordPress in two languages, one unasked (WPML)", unasked="en"),
    _languages("WordPress in two languages, both unasked (Polylang)", unasked=""),
    # Feeds
    _feed("RSS of the newest 10", lambda url: [rss(WORKS[:10], url)], WORKS[:10]),
    _feed(
        "RSS with pages (RFC 5005)",
        lambda url: [
            rss(WORKS[:12], url, more=_link("?page=2")),
            rss(WORKS[12:24], url, more=_link("?page=3")),
            rss(WORKS[24:], url),
        ],
        WORKS,
    ),
    _feed(
        "RSS, ill-formed XML",
        lambda url: [
            rss(WORKS[:10], url).replace("<description>", "<description>&nbsp;<br>").replace("</guid>", "</guid><br>")
        ],
        WORKS[:10],
    ),
    _feed("RSS in ISO 8859-1", lambda url: [rss(LATIN, url, encoding="ISO-8859-1").encode("latin-1")], LATIN),
    _feed(
        "RSS that is linked, not announced",
        lambda url: [rss(WORKS[:10], url)],
        WORKS[:10],
        path="/news/rss",
        head="",
        body='<a href="/news/rss">Subscribe</a>',
    ),
    _feed("RSS at a usual place, not linked", lambda url: [rss(WORKS[:10], url)], WORKS[:10], path="/rss.xml", head=""),
    _feed("RSS 1.0 (RDF)", lambda url: [rdf(WORKS[:10], url)], WORKS[:10], kind="application/rdf+xml"),
    _feed("Atom", lambda url: [atom(WORKS[:10], url)], WORKS[:10], kind="application/atom+xml"),
    _feed(
        "Atom with archives (RFC 5005)",
        lambda url: [atom(WORKS[:20], url, links='<link rel="prev-archive" href="?page=2"/>'), atom(WORKS[20:], url)],
        WORKS,
        kind="application/atom+xml",
    ),
    _feed(
        "JSON Feed with next_url",
        lambda url: [json_feed(WORKS[:20], url, next_url=f"{url}/feed.json?page=2"), json_feed(WORKS[20:], url)],
        WORKS,
        kind="application/feed+json",
        path="/feed.json",
    ),
    _feed("A feed's own address", lambda url: [rss(WORKS[:10], url)], WORKS[:10], entry="/feed.xml"),
    _feed(
        "Joomla, feed by a parameter",
        lambda url: [rss(WORKS[:10], url)],
        WORKS[:10],
        head=JOOMLA,
        path="/",
        asked="feed",
    ),
    # Sitemaps
    _sitemap("Sitemap only, told by robots.txt"),
    _sitemap("Sitemap index, gzip", gzipped=True),
    # Listings
    _pages("Listing, ?page=N", listing(WORKS), articles(WORKS), home()),
    _pages("Listing, /page/N/", listing(WORKS, pager="path"), articles(WORKS), home()),
    _pages("Listing, load more", listing(WORKS, pager="more"), articles(WORKS), home()),
    _pages("Listing on one page", listing(WORKS, size=50), articles(WORKS), home()),
    _pages("Listing as a table", listing(WORKS, cards=_rows), articles(WORKS), home()),
    _pages("Listing, from the home page", listing(WORKS), articles(WORKS), home(), entry="/"),
    _pages("Listing, from an article", listing(WORKS), articles(WORKS), home(), entry=WORKS[4].path),
    Shape("Static site, feed of ten and the whole listing", _static, Channel.LISTING, of_page(WORKS)),
    Shape("Listing in two languages", _two_listings, Channel.LISTING, of_page([*EN, *FRENCH]), "/resources/"),
    *(
        [Shape("Listing that scripts fill (a browser)", app, Channel.LISTING, of_page(WORKS), "/app/")]
        if not lacking()
        else []
    ),
    # Other systems
    _drupal("Drupal, JSON:API"),
    _drupal("Drupal, JSON:API, ten a page", size=10, entry="/resources/"),
    _drupal("Drupal from its JSON:API address", entry="/jsonapi/node/article"),
    Shape(
        "Drupal, JSON:API off: listing",
        lambda _: routed(home(head=DRUPAL_HEAD), listing(WORKS, head=DRUPAL_HEAD)),
        Channel.LISTING,
        of_page(WORKS),
        "/resources/",
    ),
    _ghost("Ghost, Content API"),
    _ghost("Ghost from an article", entry=MANY[3].path),
    Shape("Ghost without a key: RSS", _ghost_without_key, Channel.FEED, of_feed(WORKS[:15])),
    Shape("Discourse", _forum, Channel.DISCOURSE, of_api(TOPICS)),
    Shape("Discourse, one category", _forum, Channel.DISCOURSE, of_api(GUIDANCE), "/c/guidance/6"),
    _repository("OAI-PMH with tokens (DSpace)", "DSpace 7.6", "/server/oai/request", size=10),
    _repository("OAI-PMH with deleted records", "DSpace 6.3", "/oai/request", size=10, deleted=5),
    _repository("OAI-PMH that asks for patience (503)", "DSpace 6.3", "/oai/request", size=20, hold=True),
    _repository("OAI-PMH without tokens (EPrints)", "EPrints 3.4", "/cgi/oai2", entry="/resources/"),
    _repository(
        "OAI-PMH of a journal (OJS)",
        "Open Journal Systems 3.3.0.8",
        "/index.php/fj/oai",
        entry="/index.php/fj/issue/archive",
        size=10,
    ),
    _repository("OAI-PMH by its own address", "", "/weird/oai-pmh", entry="/weird/oai-pmh?verb=Identify", size=15),
)
