"""Sitemaps, read: XML sitemaps and indexes, plain-text ones, gzip; and where robots.txt says that they lie. No network.

Sources of the rules: sitemaps.org/protocol.html (forms, 50,000 addresses and 50 MiB a file, `lastmod` as a W3C
datetime), RFC 9309 (robots.txt) with the `Sitemap:` line of sitemaps.org, and Google's `xhtml:link` for translations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from lxml import etree

from crawler.compression import inflate
from crawler.gate import is_same_origin, refusal_of_url
from pipeline.urls import same_site

# What the protocol allows a file to hold, decompressed.
MOST_BYTES = 50 * 2**20
MOST_PLACES = 50_000
# How deep indexes may lead to indexes (the protocol says one; the bound is that of other readers).
MOST_DEEP = 10
# Where sitemaps lie that robots.txt does not tell of, likeliest first.
COMMON_PATHS = (
    "sitemap.xml",
    "wp-sitemap.xml",
    "sitemap_index.xml",
    "sitemap-index.xml",
    "sitemap.xml.gz",
    "sitemap.txt",
)

_GZIP = b"\x1f\x8b"
_END = re.compile(rb"</(?:[\w.-]+:)?(?:urlset|sitemapindex)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
_BARE = re.compile(rb"&(?!#?\w{1,12};)")  # "?a=1&b=2": ill-formed, and met often
_ROBOTS_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_XHTML = "http://www.w3.org/1999/xhtml"
# The web is younger than that: a date before it (1970 most of all, the zero of Unix) says that there is none.
_FIRST_YEAR = 1995
_LATEST = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Place:
    """An address in a sitemap. `lastmod` as it was stated; `alternates`: (language, address) of its translations."""

    url: str
    lastmod: str = ""
    alternates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap as it was read. `index`: its places are sitemaps. `whole`: it comes with its proper end.

    `refused` counts addresses that are no business of this site: other schemes, other hosts.
    """

    index: bool
    places: tuple[Place, ...]
    whole: bool
    refused: int = 0


def read_sitemap(body: bytes, url: str, *, most_bytes: int = MOST_BYTES) -> Sitemap | None:
    """Read the sitemap that was found at `url`; None: it is none.

    Raises NotWhole for gzip that is cut, damaged, or grows past `most_bytes`.
    """
    if body.startswith(_GZIP):
        body = inflate(body, max_size=most_bytes)
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") or b"\x00" in start[:8]:
        return _xml(body, url)
    return _text(body, url)


def robots_sitemaps(text: str, url: str) -> list[str]:
    """The sitemaps that a robots.txt names, each once, in order; foreign hosts and schemes are left out.

    A sitemap may lie elsewhere by the protocol; what it says of this site is then another's word, which we do not take.
    """
    named = _ROBOTS_LINE.findall(text[:512_000])
    return list(dict.fromkeys(each for each in named if is_ours(each, url)))


def usable_lastmod(lastmod: str, now: datetime) -> str:
    """`lastmod` if it may be one: a W3C datetime between the web's first years and tomorrow; else ""."""
    moment = moment_of(lastmod)
    usable = moment is not None and moment.year >= _FIRST_YEAR and moment <= now + _LATEST
    return lastmod.strip() if usable else ""


def moment_of(lastmod: str) -> datetime | None:
    """The moment that a W3C datetime states: its first one, and in UTC if nothing else is said; None if it is none."""
    text = lastmod.strip()
    try:
        if _DAY.fullmatch(text):
            moment = datetime.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
        else:
            moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def is_ours(url: str, home: str) -> bool:
    """Whether an address is one that may be asked for, and of the site of `home`."""
    return not refusal_of_url(url) and (is_same_origin(url, home) or same_site(url, home))


class _Reader:
    """Takes the places out of a sitemap's elements, and lets go of what was read."""

    def __init__(self, home: str) -> None:
        self.places: list[Place] = []
        self.kind = ""
        self.refused = 0
        self._home = home

    def entry(self, element: etree._Element) -> None:
        own = etree.QName(element).namespace
        url, lastmod = "", ""
        alternates: list[tuple[str, str]] = []
        for child in element:
            if not isinstance(child.tag, str):
                continue
            name = etree.QName(child)
            if name.localname == "link" and name.namespace == _XHTML:
                language, target = child.get("hreflang", ""), child.get("href", "").strip()
                if language and language != "x-default" and is_ours(target, self._home):
                    alternates.append((language, target))
            elif name.namespace == own and name.localname == "loc":  # an image's own `loc` is of another namespace
                url = url or "".join(child.itertext()).strip()
            elif name.namespace == own and name.localname == "lastmod":
                lastmod = "".join(child.itertext()).strip()
        if not url:
            return
        if is_ours(url, self._home) and len(self.places) < MOST_PLACES:
            self.places.append(Place(url, lastmod, tuple(alternates)))
        else:
            self.refused += 1


def _xml(body: bytes, url: str) -> Sitemap | None:
    if _DOCTYPE.search(body[:4096]):
        return None  # entities of its own: no sitemap needs them, attacks do
    body = _BARE.sub(b"&amp;", body)
    reader = _Reader(url)
    parser = etree.XMLPullParser(
        events=("start", "end"), recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for at in range(0, len(body), 65_536):
            parser.feed(body[at : at + 65_536])
            _take(parser, reader)
            if not reader.kind and at > 65_536:
                return None
    except etree.XMLSyntaxError:
        pass
    # Nothing is taken after the last byte: closing the parser would close a cut entry, and give half of an address.
    if reader.kind not in {"urlset", "sitemapindex"}:
        return None
    return Sitemap(
        index=reader.kind == "sitemapindex",
        places=tuple(reader.places),
        whole=_END.search(body[-2048:]) is not None,
        refused=reader.refused,
    )


def _take(parser: etree.XMLPullParser, reader: _Reader) -> None:
    for event, element in parser.read_events():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if event == "start":
            reader.kind = reader.kind or name
        elif name == ("url" if reader.kind == "urlset" else "sitemap"):
            reader.entry(element)
            element.clear()
            parent = element.getparent()
            if parent is not None and parent.index(element) > 0:
                del parent[: parent.index(element)]


def _text(body: bytes, url: str) -> Sitemap | None:
    """One address a line (sitemaps.org, "Text file"). It has no end that could prove it whole but that of its last line."""
    lines = [line.strip() for line in body.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()]
    lines = [line for line in lines if line]
    if not lines or not all(re.match(r"[a-z][a-z0-9+.-]*:", line, re.IGNORECASE) and " " not in line for line in lines):
        return None
    kept = [line for line in lines if is_ours(line, url)][:MOST_PLACES]
    if not kept:
        return None
    return Sitemap(False, tuple(map(Place, kept)), whole=True, refused=len(lines) - len(kept))
