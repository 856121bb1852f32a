"""How addresses count pages: `/page/2/`, `?paged=2`, `index2.html`, `?start=20`, `?b_start:int=20`, `/news-3.html`, `/2/`.

An address may be read as a page of a series in more than one way; each way is a `Place`. Nothing here looks at HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from urllib.parse import unquote, unquote_plus


class Trust(IntEnum):
    """How sure it is that the number in an address counts pages."""

    BARE = 1  # /2/, /news-2.html, ?n=2: only with a word or a pager's number beside it
    OFFSET = 2  # ?start=20: counts records
    PAGE = 3  # /page/2/, ?paged=2, index2.html


@dataclass(frozen=True, slots=True)
class Place:
    """One reading of an address: a page of a series. `form` tells the ways of counting apart; `path` and `rest` (query
    pairs) are what is left without the number: the address of the series' first page."""

    form: str
    path: str
    rest: frozenset[tuple[str, str]]
    number: int
    trust: Trust


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute address, taken apart so that variants of it compare as one. `host` is without `www.`."""

    host: str
    path: str
    pairs: frozenset[tuple[str, str]]
    places: tuple[Place, ...]


_PAGE_NAMES = (
    r"page|paged|pagina|página|pàgina|paginas|pages|paging|pagenum|pageno|pagenumber|pageindex|currentpage|curpage|pagen|pg|"
    r"paginate|pagination|seite|pag|strona|stranka|stránka|strana|stran|stranica|страница|страниця|стр|page_no|sida|side|sivu|"
    r"oldal|puslapis|lapa|lk|leht|pagină|sayfa|σελίδα|selida|halaman|hal|trang|หน้า|ページ|页|頁|페이지|صفحة|صفحه|עמוד|पृष्ठ|"
    r"blaðsíða|sidu|orri|orrialdea|paxina|páxina|tudalen|leathanach|faqe|ukurasa|saida"
)
_QUERY_PAGE = re.compile(
    rf"(?:^|[^a-z])(?:{_PAGE_NAMES})(?:[-_]?(?:no|num|nr|number|index|id))?(?:[-_]?\d+)?$"
    r"|(?:^|[^a-z])current_?page$|page(?:num(?:ber)?|no|nr|index)?$|paged$|^pagen_\d+$|paging$|pagenum$|^p(?:n|p|i|no|num)?$"
)
_QUERY_OFFSET = re.compile(
    r"(?:^|[^a-z])(?:start|offset|from|skip|first|limitstart|startrow|startindex|start_?at|begin|b_start|firstresult|pos|rs|jstart|row)$|offset$"
)
# Sizes, records' own numbers, dates and versions: numbers, but not of pages.
_QUERY_NEVER = re.compile(
    r"(?:^|[^a-z])(?:page_?size|per_?page|limit|size|rows|count|num|ver|v|m|y|cat|author|page_id|pageid|tag_id|id|post|attachment_id|"
    r"year|month|monthnum|day|date|w|width|h|height|replytocom|cpage|comment\w*|lang|amp|ts|time|t|sort|order|view|max|hour|min)$"
    r"|(?:^|[^a-z])comments?[-_]|_id$|[a-z]id$"
)
_IGNORED_PAIRS = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|mc_\w+|chash|_wrapper_format|_ga|ref|no_cache|sid|phpsessid|cf|ajax_?\w*|_)$",
    re.IGNORECASE,
)
_PAGE_NAME = re.compile(rf"^(?:{_PAGE_NAMES}|p)$", re.IGNORECASE)
_OLDER = ("previous",)  # /blog/previous/2
_OFFSET_NAME = re.compile(r"^(?:offset|start|from|b_start:int|\(offset\))$", re.IGNORECASE)
_INDEX = re.compile(r"^(?:index|default|home|main)\.\w{3,5}$", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|do|xhtml|shtml|cfm)$", re.IGNORECASE)
_TAIL = re.compile(r"^(.*?)([-_.,=:]?)(\d{1,6})$")
_COMMENT = re.compile(r"comment[-_]?page|[?&]cpage=")
_URL = re.compile(r"https?://([^/?#@\s]+)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_SLASHES = re.compile(r"/{2,}")
_DATED = re.compile(r"(?:^|\D)(?:19|20)\d\d$")


def _pairs(query: str) -> list[tuple[str, str]]:
    found = []
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if name and value:
            found.append((unquote_plus(name).strip(), unquote_plus(value).strip()))
    return found


def first_page_path(path: str) -> str:
    """A path without what varies while the page stays the same: a slash at the end, index.html, an extension."""
    head, _, last = path.rpartition("/")
    if _INDEX.match(last):
        path = head
    return _EXTENSION.sub("", path.rstrip("/")) or "/"


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 6 else None


def _query_places(path: str, pairs: list[tuple[str, str]]) -> list[Place]:
    places = []
    for i, (name, value) in enumerate(pairs):
        # Drupal counts several pagers of a page in one value: page=0,2.
        head, comma, last = value.rpartition(",")
        number = _number(last)
        if number is None or (comma and not head.replace(",", "").isdecimal()):
            continue
        plain = name.removesuffix(":int").removesuffix("[]").rstrip("]").lower()
        if _QUERY_NEVER.search(plain):
            continue
        trust = Trust.PAGE if _QUERY_PAGE.search(plain) else Trust.OFFSET if _QUERY_OFFSET.search(plain) else Trust.BARE
        places.append(Place(f"?{name}={head}", path, frozenset(pairs[:i] + pairs[i + 1 :]), number, trust))
    places.sort(key=lambda place: -place.trust)
    return places


def _path_places(path: str, rest: frozenset[tuple[str, str]]) -> list[Place]:
    head, _, last = path.rpartition("/")
    tail = _TAIL.match(last)
    if not tail:
        return []
    name, joint, digits = tail.groups()
    number = int(digits)
    above, _, word = head.rpartition("/")
    if not name and not joint and (trust := _named(word)):
        return [Place(f"/{word.lower()}/", first_page_path(above), rest, number, trust)]
    # A year, a month of a year, a record's own long number: they do not count pages.
    if len(digits) > 4 or 1900 <= number <= 2100 or _DATED.search(name or word):
        return []
    if not name and not joint:
        return [Place("/", first_page_path(head), rest, number, Trust.BARE)]
    if name.lower() in ("index", "default") or _named(name):
        # index-2.html may be the second page, the third, or, counted from the oldest, any.
        trust = Trust.BARE if joint and not _named(name) else Trust.PAGE
        return [Place(f"/{name.lower()}{joint}", first_page_path(head), rest, number, trust)]
    before, _, word = re.sub(r"[_.,;:]", "-", name).rpartition("-")
    counts = bool(before) and word != "p" and bool(_PAGE_NAME.match(word))
    base, form, trust = (before, word.lower(), Trust.PAGE) if counts else (name, "+", Trust.BARE)
    return [Place(f"{form}{joint}", first_page_path(f"{head}/{base}"), rest, number, trust)]


def _named(word: str) -> Trust | None:
    """What a part of a path says that the number after it counts."""
    if _PAGE_NAME.match(word) or word.lower() in _OLDER:
        return Trust.PAGE
    return Trust.OFFSET if _OFFSET_NAME.match(word) else None


@lru_cache(maxsize=4096)
def address(url: str) -> Address | None:
    """Takes an absolute address apart. None for one that is not of the web, cannot be read, or pages comments."""
    parts = _URL.match(url)
    if not parts or _COMMENT.search(url):
        return None
    host, path, query = parts.groups("")
    host = host.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    if "%" in path:
        path = unquote(path)
    path = first_page_path(_SLASHES.sub("/", path.strip()) or "/")
    pairs = [(n, v) for n, v in _pairs(query) if not _IGNORED_PAIRS.match(n)] if query else []
    rest = frozenset(pairs)
    return Address(host, path, rest, (*_query_places(path, pairs), *_path_places(path, rest)))


@lru_cache(maxsize=16_384)
def may_count(href: str) -> bool:
    """A quick look at an address as written: may it be a page's at all? It has a query, or its path ends in a number."""
    if "?" in href:
        return True
    path = href.partition("#")[0].rstrip("/ ")
    if path[-1:].isdecimal():
        return True
    head, dot, _ = path[-12:].rpartition(".")
    return bool(dot) and (head[-1:].isdecimal() or (head.endswith("/index") and head[:-6][-1:].isdecimal()))
