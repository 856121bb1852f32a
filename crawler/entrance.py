"""Which page of a site has a person named: a listing, its home page, an article, a feed, an API? And where is the listing?

Pure: looks at one page. The probe asks for what is found here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from crawler.feed import read_feed
from crawler.listing.model import Reading
from crawler.values import objects
from pipeline.urls import is_file, same_site


class Entrance(StrEnum):
    """What kind of page was named. DATA: an address for machines, which shows no page."""

    LISTING = "listing"
    HOME = "home"
    ARTICLE = "article"
    FEED = "feed"
    DATA = "data"


# A front page with so many records, or a pager, is a listing as well.
STRONG = 10
# An article's related items are fewer than this.
_RELATED = 5
_HOME = re.compile(r"^/?(?:(?:[a-z]{2}(?:-[a-z]{2,4})?)/?)?(?:index\.\w+)?$", re.IGNORECASE)
_ARTICLES = {"Article", "NewsArticle", "BlogPosting", "Report", "ScholarlyArticle", "TechArticle", "Recipe"}
# Words in the address or the text of a link to a listing, best first. Stems, of the languages that the web writes most.
_WORDS = (
    r"resourc|ressourc|recurs|risors|ресурс|资源|資源|موارد",
    r"publica|pubblica|publikation|julkaisu|публикац|出版|منشورات",
    r"librar|biblio|document|knowledge|repositor|документ",
    r"report|rapport|informes|relat[óo]rio|bericht|отч[её]т|تقارير",
    r"article|art[íi]culo|artikel|articol|статьи|guide|toolkit|research|insight|stud(?:y|ies)|paper",
    r"news|actualit|nouvelle|noticia|not[íi]cia|nachricht|aktuell|notizie|nyheter|nieuws|новост|新闻|ニュース|berita|haber|أخبار",
    r"blog|post|stor(?:y|ies)|update|press|archiv|magazin|journal",
)
_SENDS = re.compile(rb"<frameset\b|http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)
_HEAD = 20_000
# "5; url=/en/index.html" (HTML standard, 4.2.5.3); what comes later than these seconds is no door, but a page of its own.
_REFRESH = re.compile(r"\s*(\d+(?:\.\d*)?)\s*[;,\s]\s*(?:url\s*=\s*)?+[\"']?([^\"'\s][^\"']*)", re.IGNORECASE)
_SOON = 10
_FEW_LETTERS = 600
_ALL = re.compile(r"\b(?:all|tou(?:s|tes)|todos|todas|alle|tutti|все|view|browse|more|archive)\b", re.IGNORECASE)
_NOT = re.compile(
    r"login|signin|register|subscribe|newsletter|contact|about|privacy|terms|cookie|donate|cart|account|search|"
    r"/wp-admin|/wp-content|/author/|/user/|mailto|/feed|\.xml|#comment",
    re.IGNORECASE,
)


def entrance_of(url: str, body: bytes, content_type: str, reading: Reading | None) -> Entrance:
    """What the page at `url` is. `reading` is the listing that was read on it, None if it is no HTML."""
    if read_feed(body, url, content_type) is not None:
        return Entrance.FEED
    if reading is None or _is_data(body):
        return Entrance.DATA
    if _is_home(url):
        return Entrance.HOME
    return Entrance.ARTICLE if _is_article(body, reading) else Entrance.LISTING


def _is_data(body: bytes) -> bool:
    """JSON, or XML that is no XHTML."""
    head = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head[:1] in {b"{", b"["} or (head.startswith(b"<?xml") and b"<html" not in head.lower())


def is_strong(reading: Reading | None) -> bool:
    """Whether a page's records are its main matter, also where the page is a site's home."""
    return reading is not None and (reading.next_url is not None or len(reading.records) >= STRONG)


def listing_links(url: str, body: bytes, kind: Entrance) -> list[str]:
    """Pages of the same site that may be the listing, likeliest first, as the page links to them.

    From an article: what its breadcrumbs name, then the folders above it, then what is called a listing. From elsewhere:
    what is called a listing.
    """
    tree = _tree(body)
    if tree is None:
        return []
    links = [(target, text) for target, text in _links(tree, url) if same_site(target, url)]
    found: list[str] = []
    if kind is Entrance.ARTICLE:
        found += [each for each in _crumbs(tree, url) if same_site(each, url)]
        found += _above(url, [target for target, _ in links])
    found += [target for _, target in sorted(_named(links), key=lambda each: each[0])]
    here = _plain(url)
    return [each for each in dict.fromkeys(found) if _plain(each) != here and not _is_home(each)]


def sends_on(url: str, body: bytes) -> tuple[Entrance, list[str]]:
    """Where a page that shows nothing itself sends its visitors, on the same site: the page that its refresh names, or what
    its frames show. A page of frames is a HOME; nothing is given for a page that shows what it is."""
    if not (_SENDS.search(body[:_HEAD]) and (tree := _tree(body)) is not None):
        return Entrance.LISTING, []
    base = next((urljoin(url, each.get("href") or "") for each in tree.iter("base")), url)
    frames = [each.get("src") or "" for each in tree.iter("frame")]
    targets = frames or [target for each in tree.iter("meta") if (target := _refreshed(each))]
    if not frames and len(" ".join(tree.text_content().split())) > _FEW_LETTERS:
        return Entrance.LISTING, []  # it shows something, and may well send on only those without scripts
    led = [urljoin(base, target.strip()) for target in targets if target.strip()]
    kept = [each for each in dict.fromkeys(led) if same_site(each, url) and _plain(each) != _plain(url)]
    return (Entrance.HOME if frames else Entrance.LISTING), kept


def _refreshed(meta: HtmlElement) -> str:
    """Where a `meta` element sends its page's visitors soon; "" if it does not."""
    if (meta.get("http-equiv") or "").lower() != "refresh" or next(meta.iterancestors("noscript"), None) is not None:
        return ""
    found = _REFRESH.match(meta.get("content") or "")
    return found[2] if found is not None and float(found[1]) <= _SOON else ""


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_HOME.match(parts.path)) and not re.search(r"(?:^|&)(?:p|page_id|cat|tag|post_type|s)=", parts.query)


def _is_article(body: bytes, reading: Reading) -> bool:
    if reading.next_url:
        return False
    tree = _tree(body)
    if tree is None:
        return False
    names = set((tree.get("class") or "").split()) | {
        each for b in tree.iter("body") for each in (b.get("class") or "").split()
    }
    if names & {"single", "single-post", "post-template-default"} or "Article" in _main_type(tree):
        return True
    said = [each.get("content", "") for each in tree.iter("meta") if each.get("property") == "og:type"]
    return "article" in said and len(reading.records) < _RELATED


def _main_type(tree: HtmlElement) -> str:
    """ "Article" if the page's JSON-LD says that the page is one."""
    for thing in _linked_data(tree):
        kinds = thing.get("@type")
        if _ARTICLES & set(kinds if isinstance(kinds, list) else [str(kinds)]):
            return "Article"
    return ""


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                value = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for thing in objects(value):
                yield dict(thing)
                yield from map(dict, objects(thing.get("@graph")))


def _tree(body: bytes) -> HtmlElement | None:
    try:
        body.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # as the page says
    try:
        return html.document_fromstring(body, parser=html.HTMLParser(encoding=encoding))
    except (ParserError, ValueError):
        return None


def _links(tree: HtmlElement, url: str) -> Iterator[tuple[str, str]]:
    for link in tree.iter("a"):
        href = (link.get("href") or "").strip()
        try:
            target = urljoin(url, href).partition("#")[0]
        except ValueError:
            continue
        if target.startswith("http") and href[:1] not in {"", "#"} and not is_file(target):
            yield target, " ".join(link.text_content().split())[:80]


def _crumbs(tree: HtmlElement, url: str) -> list[str]:
    """The pages above this one by its breadcrumbs, nearest first."""
    for thing in _linked_data(tree):
        if thing.get("@type") == "BreadcrumbList":
            steps = [each.get("item") for each in objects(thing.get("itemListElement"))]
            stated = [
                str(each.get("@id") or each.get("url") or "") if isinstance(each, dict) else str(each or "")
                for each in steps
            ]
            if found := [urljoin(url, each) for each in stated if each]:
                return found[::-1]
    for trail in tree.xpath("//*[contains(@class,'breadcrumb') or contains(@aria-label,'readcrumb')]"):
        if isinstance(trail, HtmlElement) and (found := [target for target, _ in _links(trail, url)]):
            return found[::-1]
    return []


def _above(url: str, targets: list[str]) -> list[str]:
    """Those of `targets` whose path is a beginning of this page's, longest first; archives of a day or year come last."""
    path = urlsplit(url).path.rstrip("/")
    above = {each for each in targets if path.startswith(urlsplit(each).path.rstrip("/") + "/")}
    return sorted(above, key=lambda each: (bool(re.search(r"/\d+/?$", each)), -len(urlsplit(each).path)))


def _named(links: list[tuple[str, str]]) -> Iterator[tuple[tuple[int, int, int], str]]:
    """Links that are called a listing, with a rank: less is better."""
    for target, text in links:
        path = unquote(urlsplit(target).path)
        segments = [each for each in path.split("/") if each]
        if _NOT.search(target) or not segments or len(segments) > 3:
            continue
        last = f"{segments[-1]} {text}" if len(text) < 40 else ""
        rank = next((n for n, words in enumerate(_WORDS) if re.search(words, last, re.IGNORECASE)), None)
        # "annual-report-2024-on-water" is an item, "annual-reports" a listing.
        if rank is not None and segments[-1].count("-") <= 2 and not re.search(r"\d{3}", segments[-1]):
            yield (rank, 0 if _ALL.search(text) else 1, len(segments)), target


def _plain(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path.rstrip('/')}?{parts.query}"
