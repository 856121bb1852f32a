"""Feeds, read: RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom by feedparser, JSON Feed 1.1. No network.

Sources of the rules: RFC 4287 (Atom), RFC 5005 (paged and archived feeds), the RSS 2.0 specification,
jsonfeed.org/version/1.1, and WordPress's own feeds (`wp-includes/feed-rss2.php`).
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import feedparser

from crawler.values import text_of
from crawler.wordpress import files_in
from pipeline.model import JSON
from pipeline.urls import is_file

_END = re.compile(rb"</(?:rss|feed|rdf:RDF|RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"[?&](?:p|post_type=[\w-]+&p|page_id)=(\d+)$")
_COMMENT = re.compile(r"#comment-\d+$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its permalink, its raw fields (see `Observation`), its own number in WordPress if the feed tells it."""

    url: str
    fields: Mapping[str, JSON]
    native_id: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read. `kind`: "RSS", "Atom" or "JSON Feed". `whole`: it comes with its well-formed end.

    `link` is the site's page that it belongs to.

    `unaddressed` counts entries without any link, which are left out.

    `next_url` leads on to older entries as the feed itself states it; `wordpress`: more lie behind `?paged=N`.
    """

    kind: str
    entries: tuple[Entry, ...]
    whole: bool
    title: str = ""
    link: str = ""
    language: str = ""
    next_url: str | None = None
    wordpress: bool = False
    comments: bool = False
    unaddressed: int = 0


def read_feed(body: bytes, url: str, content_type: str = "") -> Feed | None:
    """Read a feed, ill-formed ones as far as they are sound; None: it is no feed."""
    if body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(body, url)
    parsed = _parsed(body, url, content_type)
    if parsed is None:
        return None
    every = entries_of(parsed, url)
    whole = _END.search(body[-4096:].replace(b"\0", b"")) is not None
    if not whole:
        every = every[:-1]  # the last one may have lost a part of itself
    entries = [entry for entry in every if entry.url]
    return Feed(
        kind="Atom" if parsed.version.startswith("atom") else "RSS",
        entries=tuple(entries),
        whole=whole,
        title=str(parsed.feed.get("title") or ""),
        link=_joined(url, str(parsed.feed.get("link") or "")),
        language=str(parsed.feed.get("language") or ""),
        next_url=_linked(parsed.feed.get("links"), url),
        wordpress="wordpress" in str(parsed.feed.get("generator") or "").lower(),
        comments=_is_comments(url, [entry.url for entry in entries]),
        unaddressed=len(every) - len(entries),
    )


# Every other page that is looked at is HTML: feedparser would take its time to find no feed in it.
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def _parsed(body: bytes, url: str, content_type: str) -> Any | None:
    """feedparser's own form of a feed in XML, in any encoding; None: it is none."""
    head = body[:2048].replace(b"\0", b"")  # UTF-16 and UTF-32 write them between the letters of a tag
    if b"<" not in head and not body.startswith(b"Lo\xa7\x94"):  # "<?xm" in EBCDIC
        return None
    if _PAGE.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return None
    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    parsed = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    return parsed if parsed.version else None


def entries_of(parsed: Any, url: str) -> list[Entry]:
    """The entries of feedparser's form, one for one; those without any link have an empty address."""
    language = str(parsed.feed.get("language") or "")
    return [_entry(each, url, language) for each in parsed.entries]


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return ""


def origins_of(entry: Entry) -> dict[str, str]:
    """Where each field came from, for people to read."""
    return {"url": "feed: link"} | {name: f"feed: {name}" for name in entry.fields if name != "page_language"}


def page_of(url: str, number: int) -> str:
    """A page of a WordPress feed: its own address with `paged=N`; page 1 is the feed itself."""
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "paged"]
    if number > 1:
        query.append(("paged", str(number)))
    return urlunsplit(parts._replace(query=urlencode(query)))


def feed_links(body: bytes, url: str) -> list[str]:
    """Feeds that a page announces (`<link rel="alternate">`, the HTML standard's autodiscovery), nearest to `url` first.

    Feeds of comments are left out.
    """
    found: dict[str, int] = {}
    for tag in re.findall(rb"<link\b[^>]*>", body[:400_000], re.IGNORECASE):
        attributes = {
            name.lower(): (double or single or bare).decode("utf-8", "replace")
            for name, double, single, bare in _ATTRIBUTE.findall(tag)
        }
        if "alternate" not in attributes.get(b"rel", "").lower().split() or not attributes.get(b"href"):
            continue
        if not _TYPE.search(attributes.get(b"type", "")):
            continue
        target = urljoin(url, attributes[b"href"].replace("&amp;", "&"))
        if not _is_comments(target, []) and "comment" not in attributes.get(b"title", "").lower():
            found.setdefault(target, _shared(target, url))
    return sorted(found, key=lambda target: -found[target])


def linked_feeds(body: bytes, url: str) -> list[str]:
    """Feeds that a page links to in its text, by their usual names ("/rss", "/news/feed.xml"), nearest to `url` first."""
    found: dict[str, int] = {}
    for href in re.findall(rb"<a\b[^>]*?\bhref\s*=\s*[\"']([^\"']+)[\"']", body[:2_000_000], re.IGNORECASE):
        target = urljoin(url, href.decode("utf-8", "replace").replace("&amp;", "&"))
        parts = urlsplit(target)
        if (
            parts.netloc == urlsplit(url).netloc
            and _NAMED.search(f"{parts.path}?{parts.query}")
            and not _is_comments(target, [])
        ):
            found.setdefault(target, _shared(target, url))
    return sorted(found, key=lambda target: -found[target])


_NAMED = re.compile(
    r"/(?:rss|atom|feed)/?\?|\.(?:rss|atom|rdf)\?|/(?:rss|atom|feed|index)\.(?:xml|json|php)\?|\?.*\b(?:feed|type)=(?:rss2?|atom)\b",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(rb"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_TYPE = re.compile(r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)", re.IGNORECASE)


def _shared(target: str, url: str) -> int:
    """How many leading segments of the path a feed shares with the page: a category's feed is nearer than the site's."""
    one, two = (urlsplit(each).path.strip("/").split("/") for each in (target, url))
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _is_comments(url: str, links: Sequence[str]) -> bool:
    if "/comments/" in url or "comments-rss2" in url or "feed=comments" in url:
        return True
    return bool(links) and all(map(_COMMENT.search, links))


def _linked(links: Any, url: str) -> str | None:
    """The next older page (RFC 5005, section 3) or archive (section 4)."""
    stated = {each.get("rel"): each.get("href") for each in links or () if each.get("href")}
    found = stated.get("next") or stated.get("prev-archive")
    return urljoin(url, found) if found else None


def _entry(entry: Any, url: str, language: str) -> Entry:
    """An entry; its address is "" where it has none."""
    link = _joined(url, str(entry.get("feedburner_origlink") or entry.get("link") or ""))
    content = next((str(each.get("value") or "") for each in entry.get("content") or () if each.get("value")), "")
    # feedparser gives the one date for the other where one is missing, with a warning: ask for what is there.
    updated = str(entry["updated"]) if "updated" in entry else ""
    published = str(entry.get("published") or updated or entry.get("created") or "")
    fields: dict[str, JSON] = {
        "title": _markup(entry.get("title_detail")),
        "teaser": str(entry.get("summary") or content),
        "published": published,
        # What a feed's categories are, a tree's or free words, it does not say (docs/decisions/0006).
        "tags": [str(tag.get("label") or tag.get("term")) for tag in entry.get("tags") or () if tag.get("term")],
        "authors": [str(each["name"]) for each in entry.get("authors") or () if each.get("name")],
        "image": _image(entry),
        "files": [dict(each) for each in (*_enclosed(entry), *files_in(content, link))],
    }
    if updated and updated != published:
        fields["modified"] = updated
    if language:
        fields["page_language"] = language
    numbered = _NUMBERED.search(str(entry.get("id") or ""))
    return Entry(link, fields, numbered[1] if numbered else None)


def _markup(detail: Any) -> str:
    """A title as markup: what is plain text has its signs escaped, for the cleaner undoes that."""
    if not detail:
        return ""
    value = str(detail.get("value") or "")
    return value if "html" in str(detail.get("type")) else value.replace("&", "&amp;").replace("<", "&lt;")


def _image(entry: Any) -> str:
    for media in (*(entry.get("media_thumbnail") or ()), *(entry.get("media_content") or ())):
        if media.get("url") and "video" not in str(media.get("medium") or media.get("type")):
            return str(media["url"])
    enclosures = entry.get("enclosures") or ()
    return next((str(e["href"]) for e in enclosures if str(e.get("type")).startswith("image/") and e.get("href")), "")


def _enclosed(entry: Any) -> list[dict[str, str]]:
    return [
        {"url": str(e["href"]), "title": ""} for e in entry.get("enclosures") or () if is_file(str(e.get("href") or ""))
    ]


def _json_feed(body: bytes, url: str) -> Feed | None:
    try:
        parsed = json.loads(body)
    except ValueError:
        cut = re.match(rb'\s*\{\s*"version"\s*:\s*"https://jsonfeed\.org', body[:300]) is not None
        return Feed("JSON Feed", (), whole=False) if cut else None
    if not isinstance(parsed, dict) or "jsonfeed.org/version" not in str(parsed.get("version")):
        return None
    language = str(parsed.get("language") or "")
    items = parsed.get("items")
    entries = (
        [_item(each, url, language) for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    )
    following = parsed.get("next_url")
    return Feed(
        kind="JSON Feed",
        entries=tuple(entry for entry in entries if entry is not None),
        whole=True,
        title=str(parsed.get("title") or ""),
        link=urljoin(url, text_of(parsed.get("home_page_url"))),
        language=language,
        next_url=urljoin(url, following) if isinstance(following, str) and following else None,
    )


def _item(item: Mapping[str, Any], url: str, language: str) -> Entry | None:
    link = item.get("url") or item.get("external_url") or item.get("id")
    if not isinstance(link, str) or not link:
        return None
    people = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    tags = item.get("tags")
    fields: dict[str, JSON] = {
        "title": _markup({"value": item.get("title") or ""}),
        "teaser": str(item.get("summary") or item.get("content_text") or item.get("content_html") or ""),
        "published": str(item.get("date_published") or item.get("date_modified") or ""),
        "tags": [str(tag) for tag in tags if tag] if isinstance(tags, list) else [],
        "authors": [str(each["name"]) for each in people or () if isinstance(each, dict) and each.get("name")],
        "image": str(item.get("image") or item.get("banner_image") or ""),
        "files": [dict(each) for each in files_in(str(item.get("content_html") or ""), urljoin(url, link))],
    }
    if item.get("date_modified") and item.get("date_published"):
        fields["modified"] = str(item["date_modified"])
    stated = str(item.get("language") or "")
    if stated:
        fields["language"] = stated
    elif language:
        fields["page_language"] = language
    return Entry(urljoin(url, link), fields, None)
