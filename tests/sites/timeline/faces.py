"""The posts of a day as WordPress shows them beside REST: listing, single pages, feed, sitemap.

Forms are those of WordPress 6 and 7 (`wp-includes/feed-rss2.php`, `class-wp-sitemaps-renderer.php`, the post_class of
themes); three themes stand for three designs.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from email.utils import format_datetime
from zlib import crc32

from tests.sites.like_model import LikePost
from tests.sites.loopback import Answer

PER_PAGE = 10
LISTING = "/library/"


def newest_first(posts: Mapping[int, LikePost]) -> list[LikePost]:
    """The order of WordPress's loops."""
    return sorted(posts.values(), key=lambda post: (post.date, post.id), reverse=True)


def listing(site: str, posts: Sequence[LikePost], number: int, theme: int) -> Answer:
    """Page `number` of the listing; 404 behind the last one, as WordPress answers."""
    last = max(1, -(-len(posts) // PER_PAGE))
    if number > last:
        return not_found(site)
    shown = posts[(number - 1) * PER_PAGE : number * PER_PAGE]
    records = "\n".join((_plain, _cards, _rows)[theme](site, post) for post in shown)
    before, after = (("<main id='primary'>", "</main>"), ("<main><div class='grid'>", "</div></main>"), ("<main><ul class='entries'>", "</ul></main>"))[theme]  # fmt: skip
    body = f"{before}\n{records}\n{after}" if shown else "<main><p>Nothing found. Try another search.</p></main>"
    return _page(site, "Library", f"<h1>Library</h1>{body}{_pager(site, number, last, theme)}")


def _plain(site: str, post: LikePost) -> str:
    categories = ", ".join(
        f'<a href="{site}/category/{n}/" rel="category tag">{html.escape(name)}</a>'
        for n, name in enumerate(_categories(post))
    )
    tags = ", ".join(
        f'<a href="{site}/tag/{n}/" rel="tag">{html.escape(name)}</a>' for n, name in enumerate(_tags(post))
    )
    return (
        f'<article id="post-{post.id}" class="post-{post.id} {post.type} type-{post.type} status-publish hentry">'
        f'<header class="entry-header"><h2 class="entry-title"><a href="{site}{post.path}" rel="bookmark">{post.title}</a></h2>'
        f'<div class="entry-meta"><time class="entry-date published" datetime="{post.date}">{_written(post)}</time>'
        f' by <span class="author">{html.escape(post.author)}</span></div></header>'
        f'<div class="entry-summary">{post.excerpt}</div>'
        f'<footer class="entry-footer"><span class="cat-links">Posted in {categories}</span>'
        + (f' <span class="tags-links">Tagged {tags}</span>' if tags else "")
        + "</footer></article>"
    )


def _cards(site: str, post: LikePost) -> str:
    chips = "".join(f'<span class="chip category">{html.escape(name)}</span>' for name in _categories(post))
    return (
        f'<div class="card post-{post.id}"><div class="card-body"><p class="card-date">{_written(post)}</p>'
        f'<h3 class="card-title"><a href="{site}{post.path}">{post.title}</a></h3><div class="card-terms">{chips}</div>'
        f'<div class="card-text">{post.excerpt}</div><a class="more" href="{site}{post.path}">Read more</a></div></div>'
    )


def _rows(site: str, post: LikePost) -> str:
    return (
        f'<li class="entry"><span class="when">{_written(post)}</span> <a class="what" href="{site}{post.path}">{post.title}</a>'
        f'<div class="about">{post.excerpt}</div></li>'
    )


def _pager(site: str, number: int, last: int, theme: int) -> str:
    def link(to: int, text: str, name: str) -> str:
        return f'<a class="{name} page-numbers" href="{site}{LISTING}{f"page/{to}/" if to > 1 else ""}">{text}</a>'

    older = link(number + 1, "Older" if theme else "Next page", "next") if number < last else ""
    newer = link(number - 1, "Newer" if theme else "Previous page", "prev") if number > 1 else ""
    return f'<nav class="navigation pagination"><div class="nav-links">{newer} {older}</div></nav>'


def single(site: str, post: LikePost) -> Answer:
    """A post's own page."""
    article = (
        f'<article class="post-{post.id} hentry"><h1 class="entry-title">{post.title}</h1>'
        f'<time class="entry-date published" datetime="{post.date}">{_written(post)}</time>'
        f'<div class="entry-content">{post.content.replace("{site}", site)}</div></article>'
    )
    return _page(site, post.title, article, canonical=f"{site}{post.path}")


def not_found(site: str, status: int = 404) -> Answer:
    """The theme's page for what is not there; some sites send it with 200."""
    text = "<h1>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location.</p>"
    return _page(site, "Page not found", text, status=status)


def _page(site: str, title: str, main: str, *, status: int = 200, canonical: str = "") -> Answer:
    link = f'<link rel="canonical" href="{canonical}" />' if canonical else ""
    body = (
        f'<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8" /><title>{title} &#8211; Look-alike</title>{link}'
        f'<link rel="alternate" type="application/rss+xml" title="Look-alike &raquo; Feed" href="{site}/feed/" />'
        f'<link rel="https://api.w.org/" href="{site}/wp-json/" /></head><body>'
        f'<nav><ul><li><a href="{site}/">Home</a></li><li><a href="{site}{LISTING}">Library</a></li></ul></nav>{main}'
        '<footer><p>Proudly powered by <a href="https://wordpress.org/">WordPress</a>.</p></footer></body></html>'
    )
    return Answer(body, status=status, headers={"Link": f'<{site}/wp-json/>; rel="https://api.w.org/"'})


def feed(site: str, posts: Sequence[LikePost], number: int, zone: tzinfo, asked: Mapping[str, str]) -> Answer:
    """RSS 2.0, ten a page. ETag and Last-Modified move with the newest `modified` alone, as WordPress's do."""
    shown = posts[(number - 1) * PER_PAGE : number * PER_PAGE]
    if not shown and number > 1:
        return not_found(site)
    latest = max((_utc(post.modified or post.date, zone) for post in posts), default=datetime(2000, 1, 1, tzinfo=UTC))
    stamp = format_datetime(latest, usegmt=True)
    headers = {"Last-Modified": stamp, "ETag": f'"{crc32(stamp.encode()):08x}"'}
    if asked.get("If-None-Match") == headers["ETag"] or (
        "If-None-Match" not in asked and asked.get("If-Modified-Since") == stamp
    ):
        return Answer(status=304, headers=headers)
    items = "\n".join(_item(site, post, zone) for post in shown)
    body = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	>

<channel>
	<title>Look-alike</title>
	<atom:link href="{site}/feed/" rel="self" type="application/rss+xml" />
	<link>{site}</link>
	<description></description>
	<lastBuildDate>{format_datetime(latest)}</lastBuildDate>
	<language>en-US</language>
	<sy:updatePeriod>
	hourly	</sy:updatePeriod>
	<generator>https://wordpress.org/?v=7.1</generator>
{items}
</channel>
</rss>
"""
    return Answer(body, type="application/rss+xml; charset=UTF-8", headers=headers)


def _item(site: str, post: LikePost, zone: tzinfo) -> str:
    terms = "".join(f"<category><![CDATA[{name}]]></category>\n\t\t" for name in (*_categories(post), *_tags(post)))
    return f"""	<item>
		<title>{post.title}</title>
		<link>{site}{post.path}</link>
		<dc:creator><![CDATA[{post.author}]]></dc:creator>
		<pubDate>{format_datetime(_utc(post.date, zone))}</pubDate>
		{terms}<guid isPermaLink="false">{site}/?p={post.id}</guid>
		<description><![CDATA[{post.excerpt.strip().removeprefix("<p>").removesuffix("</p>")}]]></description>
		<content:encoded><![CDATA[{post.content.replace("{site}", site)}]]></content:encoded>
	</item>"""


def sitemap_index(site: str, kinds: Sequence[str]) -> Answer:
    parts = "".join(f"<sitemap><loc>{site}/wp-sitemap-posts-{kind}-1.xml</loc></sitemap>" for kind in kinds)
    return _sitemap(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{parts}</sitemapindex>')


def sitemap(site: str, posts: Sequence[LikePost], zone: tzinfo) -> Answer:
    """One post type's addresses with `lastmod` (2,000 fit into a file)."""
    urls = "".join(
        f"<url><loc>{site}{post.path}</loc><lastmod>{_aware(post.modified or post.date, zone).isoformat()}</lastmod></url>"
        for post in posts
    )
    return _sitemap(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>')


def _sitemap(root: str) -> Answer:
    return Answer(f'<?xml version="1.0" encoding="UTF-8"?>\n{root}', type="application/xml; charset=UTF-8")


def _categories(post: LikePost) -> tuple[str, ...]:
    return post.categories + post.resource_type


def _tags(post: LikePost) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.tags + post.region))


def _written(post: LikePost) -> str:
    return f"{datetime.fromisoformat(post.date):%B %d, %Y}"


def _aware(local: str, zone: tzinfo) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=zone)


def _utc(local: str, zone: tzinfo) -> datetime:
    return _aware(local, zone).astimezone(UTC)
