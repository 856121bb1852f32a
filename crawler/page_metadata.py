"""What an item's own page says of it: JSON-LD, OpenGraph, microdata, meta, and the page itself. HTML → fields; no network.

Vocabularies: schema.org (`headline`, `datePublished`, …) as JSON-LD and microdata, the Open Graph protocol (`og:`,
`article:`), Dublin Core and Google Scholar's `citation_` names in `<meta>`. extruct reads the first three.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from crawler.listing.decoding import as_utf8
from crawler.page_text import PageText, bare, part_of_title, text_of_page
from pipeline.model import JSON

# What schema.org calls a thing that may be a resource; more special ones end with the same words.
_WORK = re.compile(
    r"(?:article|posting|report|creativework|dataset|book|thesis|event|course|recipe|review|podcastepisode|howto|guide"
    r"|video|videoobject|digitaldocument|publicationissue|legislation|learningresource|webpage)$",
    re.IGNORECASE,
)
_OVERVIEW_TYPES = frozenset(("CollectionPage", "ProfilePage", "SearchResultsPage", "ContactPage", "AboutPage"))
# WordPress's own classes on <body> (handbook, `body_class()`): term, author and date archives, search; plain pages.
_ARCHIVE_CLASS = re.compile(r"(?:^|\s)(?:archive|search-results|error404)(?=\s|$)")
_PLAIN_CLASS = re.compile(r"(?:^|\s)page-id-\d+(?=\s|$)")
_NUMBER = re.compile(r"(?:^|\s)postid-(\d+)(?=\s|$)")
_SHORTLINK = re.compile(r"[?&]p=(\d+)$")
_MOST_SCRIPT = 2 * 2**20


@dataclass(frozen=True, slots=True)
class PageFields:
    """An item's fields as its own page states them, raw (see `Observation`), each with its origin.

    `kind`: "" for what may be a resource, "overview" for a page that lists others, "plain" for WordPress's pages.
    `canonical` is the address that the page says is its own, as it stands there.
    """

    fields: Mapping[str, JSON] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    native_id: str | None = None
    kind: str = ""
    canonical: str = ""


def read_page(body: bytes, url: str, *, encoding: str | None = None, tagline: str = "") -> PageFields:
    """Read an item's page. Never raises: what is broken is left out.

    `encoding` is the transport's word for it; `tagline` a description that the whole site shares, which says nothing of
    this item.
    """
    try:
        tree = html.document_fromstring(as_utf8(body, encoding, url), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError, AssertionError):
        return PageFields()
    stated = _Stated(tree, url)
    text = text_of_page(tree, url)
    found = _Fields(tagline)
    _titles(found, stated, text)
    found.take("teaser", stated.text("description", "abstract"), "JSON-LD")
    found.take("teaser", stated.item("description"), "microdata")
    found.take("teaser", stated.meta("og:description", "description", "dc.description", "dcterms.abstract"))
    found.take("content", text.markup, "page: text")
    _dates(found, stated, text)
    _people_and_terms(found, stated, text)
    found.take("image", _image(stated.work.get("image")), "JSON-LD")
    found.take("image", stated.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src"))
    found.take("files", [dict(each) for each in text.files], "page: links")
    found.take("language", stated.text("inLanguage"), "JSON-LD")
    found.take("page_language", tree.get("lang") or stated.meta("og:locale")[0], "page: lang")
    canonical = next(
        (link.get("href", "") for link in tree.iterfind("head/link") if link.get("rel") == "canonical"), ""
    )
    return PageFields(found.fields, found.origins, _native_id(tree), _kind(tree, stated), canonical)


_DESCRIPTION = re.compile(rb"<meta[^>]+(?:name|property)=[\"'](?:og:)?description[\"'][^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"content=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def tagline_of(body: bytes) -> str:
    """The description that a site's listing or home page gives of itself: on an item's page it says nothing of the item."""
    tag = _DESCRIPTION.search(body[:200_000])
    content = _CONTENT.search(tag[0]) if tag else None
    return unescape((content[1] or content[2] or b"").decode("utf-8", "replace")) if content else ""


class _Fields:
    """The first word on each field stands; empty ones say nothing."""

    def __init__(self, tagline: str) -> None:
        self.fields: dict[str, JSON] = {}
        self.origins: dict[str, str] = {}
        self._tagline = " ".join(tagline.split()).casefold()

    def take(self, name: str, value: Any, origin: str = "") -> None:
        if isinstance(value, tuple):  # a <meta>'s value, with the name that it stood under
            value, origin = value
        if name in self.fields or not value:
            return
        if name == "teaser" and self._tagline and " ".join(value.split()).casefold() == self._tagline:
            return
        self.fields[name] = value
        self.origins[name] = origin if origin.startswith("page:") else f"page: {origin}"


class _Stated:
    """The structured data of a page. `work` is the JSON-LD thing that the page is about, `{}` if it says none."""

    def __init__(self, tree: HtmlElement, url: str) -> None:
        self.url = url
        things = list(_flat(_json_ld(tree)))
        self.by_id = {each["@id"]: each for each in things if isinstance(each.get("@id"), str) and len(each) > 1}
        self.types = {name for each in things for name in _types(each)}
        works = [each for each in things if any(_WORK.search(name) for name in _types(each))]
        # A page is the frame of its article: asked only where it holds none.
        framed = sorted(works, key=lambda each: any(name.lower().endswith("webpage") for name in _types(each)))
        self.work: Mapping[str, Any] = _about(framed, url)
        self.items = _microdata(tree, url)
        self._meta = _metas(tree)

    def text(self, *names: str) -> str:
        return next((text for name in names if (text := _text(self.work.get(name)))), "")

    def item(self, name: str) -> str:
        return next((text for each in self.items if (text := _text(each.get(name)))), "")

    def meta(self, *names: str) -> tuple[str, str]:
        for name in names:
            if values := self._meta.get(name):
                return values[0], name
        return "", ""

    def metas(self, *names: str) -> list[str]:
        return [value for name in names for value in self._meta.get(name, ())]

    def names(self, value: Any) -> list[str]:
        """Names of people or things, which may only be pointed to by their `@id`."""
        if isinstance(value, list):
            return [name for each in value[:30] for name in self.names(each)]
        if isinstance(value, dict):
            named = _text(value.get("name"))
            there = self.by_id.get(str(value.get("@id")))
            return [named] if named else self.names(there.get("name")) if there is not None else []
        name = _text(value)
        return [name] if name and not name.startswith(("http://", "https://")) else []


def _titles(found: _Fields, stated: _Stated, text: PageText) -> None:
    """The heading that people see, where the page's other words for its title agree that it is one; else those."""
    words = [stated.text("headline", "name"), stated.item("headline"), stated.meta("og:title")[0], text.head_title]
    heading = text.heading
    if heading and any(bare(text.heading_text) in bare(each) for each in words if each):
        found.take("title", heading, "page: heading")
    found.take("title", _escaped(stated.text("headline", "name")), "JSON-LD")
    found.take("title", _escaped(stated.item("headline") or stated.item("name")), "microdata")
    title, name = stated.meta("og:title", "citation_title", "dc.title", "twitter:title")
    found.take("title", _escaped(part_of_title(title, stated.url)), name)
    found.take("title", heading, "page: heading")
    found.take("title", _escaped(part_of_title(text.head_title, stated.url)), "page: <title>")
    found.take("site_name", stated.meta("og:site_name", "application-name")[0], "og:site_name")


def _dates(found: _Fields, stated: _Stated, text: PageText) -> None:
    found.take("published", stated.text("datePublished", "dateCreated", "startDate", "uploadDate"), "JSON-LD")
    found.take(
        "published", stated.meta("article:published_time", "og:article:published_time", "citation_publication_date")
    )
    found.take("published", stated.item("datePublished"), "microdata")
    found.take(
        "published",
        stated.meta("datepublished", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date", "date", "pubdate"),
    )
    found.take("published", text.published, "page: <time>")
    found.take("modified", stated.text("dateModified"), "JSON-LD")
    found.take("modified", stated.meta("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified"))
    found.take("modified", stated.item("dateModified"), "microdata")
    found.take("modified", text.modified, "page: <time>")


def _people_and_terms(found: _Fields, stated: _Stated, text: PageText) -> None:
    found.take("authors", stated.names(stated.work.get("author") or stated.work.get("creator")), "JSON-LD")
    found.take("authors", stated.metas("citation_author", "dc.creator"), "meta author")
    found.take("authors", [name for each in stated.items for name in stated.names(each.get("author"))], "microdata")
    found.take("authors", [name for name in stated.metas("article:author") if "://" not in name], "article:author")
    found.take("authors", list(text.authors), "page: byline")
    found.take("authors", stated.metas("author"), "meta author")  # often the site's, on every page
    found.take("categories", list(text.categories), "page: term links")
    found.take("tags", list(text.tags), "page: term links")
    found.take("categories", _split(stated.work.get("articleSection")), "JSON-LD")
    folder = urlsplit(stated.url).path.strip("/").partition("/")[0].casefold()
    sections = [each for each in stated.metas("article:section") if each.casefold() not in {folder, "post", "posts"}]
    found.take("categories", sections, "article:section")
    found.take("tags", _split(stated.work.get("keywords")), "JSON-LD")
    found.take("tags", stated.metas("article:tag"), "article:tag")
    if terms := found.fields.get("categories"):  # many sites name their categories among the keywords
        tags = found.fields.get("tags")
        if isinstance(tags, list) and isinstance(terms, list) and found.origins["tags"] != "page: term links":
            found.fields["tags"] = [each for each in tags if each not in terms]


def _kind(tree: HtmlElement, stated: _Stated) -> str:
    body = tree.find("body")
    classes = body.get("class", "") if body is not None else ""
    if _NUMBER.search(classes) or stated.meta("og:type")[0] == "article":
        return ""
    if _ARCHIVE_CLASS.search(classes):
        return "overview"
    if _PLAIN_CLASS.search(classes):
        return "plain"
    works = {name for name in stated.types if _WORK.search(name) and not name.lower().endswith("webpage")}
    return "overview" if stated.types & _OVERVIEW_TYPES and not works else ""


def _native_id(tree: HtmlElement) -> str | None:
    """WordPress's number of the post: in the body's classes, or in the short link."""
    body = tree.find("body")
    if body is not None and (found := _NUMBER.search(body.get("class", ""))):
        return found[1]
    for link in tree.iterfind("head/link"):
        if link.get("rel") == "shortlink" and (found := _SHORTLINK.search(link.get("href", ""))):
            return found[1]
    return None


# -- the syntaxes ------------------------------------------------------------------------------------------------------


def _json_ld(tree: HtmlElement) -> list[Any]:
    """The page's JSON-LD, script by script: a broken one must not hide the others."""
    from extruct.jsonld import JsonLdExtractor  # noqa: PLC0415 - takes most of a second to import, few runs need it

    found: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and len(script.text or "") <= _MOST_SCRIPT:
            found += _sound(lambda script=script: JsonLdExtractor().extract_items(script))  # type: ignore[misc]
    return found


def _microdata(tree: HtmlElement, url: str) -> list[Mapping[str, Any]]:
    if not tree.xpath("boolean(//*[@itemscope])"):
        return []
    from extruct.w3cmicrodata import MicrodataExtractor  # noqa: PLC0415 - as above

    items = _sound(lambda: MicrodataExtractor(strict=False).extract_items(tree, base_url=url))
    return [
        each["properties"]
        for each in items
        if isinstance(each, dict)
        and isinstance(each.get("properties"), dict)
        and any(_WORK.search(name) for name in _types({"@type": each.get("type")}))
    ]


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """Every `<meta>` by its name or property in lower case: OpenGraph by extruct, the rest as it stands in the head."""
    from extruct.opengraph import OpenGraphExtractor  # noqa: PLC0415 - as above

    found: dict[str, list[str]] = {}
    for page in _sound(lambda: OpenGraphExtractor().extract_items(tree)):
        for name, value in page["properties"]:
            if value.strip():
                found.setdefault(name.lower(), []).append(value.strip())
    for meta in tree.iter("meta"):
        value, said = (meta.get("content") or "").strip(), meta.get("name") or meta.get("property") or ""
        name = said.strip().lower()
        if name and value and value not in found.get(name, ()):
            found.setdefault(name, []).append(value)
    return found


def _sound(extract: Callable[[], Iterable[Any]]) -> list[Any]:
    """What an extractor finds; where a page breaks it, nothing. extruct raises whatever its parts do."""
    found: list[Any] = []
    logging.getLogger("extruct").setLevel(logging.CRITICAL)
    with contextlib.suppress(Exception):
        found.extend(extract())
    return found


def _flat(value: Any, depth: int = 0) -> Iterable[dict[str, Any]]:
    """All objects of some JSON-LD, those in `@graph` and the like too."""
    if depth > 6:
        return
    if isinstance(value, list):
        for each in value[:500]:
            yield from _flat(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for holder in ("@graph", "mainEntity", "mainEntityOfPage", "about", "hasPart"):
            if isinstance(value.get(holder), dict | list):
                yield from _flat(value[holder], depth + 1)


def _about(works: list[dict[str, Any]], url: str) -> Mapping[str, Any]:
    """The work that the page is about: one that gives this address, else the only one, else none."""
    here = url.partition("#")[0].rstrip("/")
    for each in works:
        stated = (each.get("url"), each.get("mainEntityOfPage"), each.get("@id"))
        texts = [_text(one.get("@id") or one.get("url")) if isinstance(one, dict) else _text(one) for one in stated]
        if any(text and urljoin(url, text.partition("#")[0]).rstrip("/") == here for text in texts):
            return each
    dated = [each for each in works if each.get("datePublished")]
    return works[0] if len(works) == 1 else dated[0] if len(dated) == 1 else {}


def _types(thing: Mapping[str, Any]) -> list[str]:
    value = thing.get("@type")
    return [str(each).rpartition("/")[2] for each in (value if isinstance(value, list) else [value]) if each]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or "")
    return value.strip() if isinstance(value, str) else ""


def _split(value: Any) -> list[str]:
    """Keywords: a list, or one text with commas."""
    if isinstance(value, list):
        return [text for each in value[:100] if (text := _text(each))]
    return [part.strip() for part in _text(value).split(",") if part.strip()]


def _image(value: Any) -> str:
    if isinstance(value, list):
        return _image(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("url") or value.get("contentUrl"))
    return _text(value)


def _escaped(text: str) -> str:
    """A plain text as markup: the cleaner takes titles for markup. Entities, which some write in JSON, stay."""
    return text.replace("<", "&lt;")
