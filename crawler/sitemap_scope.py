"""Which addresses of a sitemap are resources, and which of those are a source's? By the sitemap's parts and the paths.

Names of parts are those that WordPress core (`wp-sitemap-posts-resource-1.xml`), Yoast and Rank Math
(`resource-sitemap2.xml`) and Ghost (`sitemap-posts.xml`) give their files. No network.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.listing.addresses import shape_of
from crawler.wordpress import FURNITURE_TYPES, INTERNAL_TYPES
from pipeline.urls import identity, is_file

_CORE = re.compile(r"wp-sitemap-(posts|taxonomies|users)(?:-(.+?))?-\d+$")
_PLUGIN = re.compile(r"(.+?)[-_]sitemap[-_]?\d*$")
_GHOST = re.compile(r"sitemap[-_]([a-z].*?)(?:[-_]?\d+)?$")
_SUFFIXES = (".gz", ".xml", ".txt", ".php", ".aspx")
_OF_TERMS = re.compile(
    r"(?:^|[-_])(?:category|categories|cat|tags?|terms?|taxonom(?:y|ies)|authors?|users?|members?|archives?|post[-_]format)$"
)
_OF_MEDIA = frozenset(
    "image images video videos media attachment attachments addl misc index local locations news".split()
)
# Pages that hold no resource, as sites call them in their addresses: asked for only where a person names "page".
_FURNITURE = frozenset(
    "about about-us who-we-are contact contact-us imprint impressum privacy privacy-policy datenschutz legal legal-notice"
    " cookies cookie-policy terms terms-of-use terms-and-conditions accessibility disclaimer sitemap search login register"
    " donate newsletter subscribe team our-team staff jobs careers home faq kontakt ueber-uns a-propos mentions-legales"
    " contacto quienes-somos aviso-legal sobre sobre-nos contato cart checkout my-account sample-page thank-you".split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a source takes of a sitemap. `home`: the site's; `listing`: the source's own page, "" for the whole site.

    `sections` names the parts of the sitemap, none means every one that holds resources. `under`: how the paths begin,
    "/en/resources/", or "/#/" for any number; "" for any. `types`: what a person has asked for by name.
    """

    listing: str = ""
    sections: tuple[str, ...] = ()
    under: str = ""
    types: tuple[str, ...] = ()

    def takes_section(self, section: str) -> bool:
        """Whether a part of the sitemap may hold resources of the source."""
        if self.types and section:
            return section in self.types
        return section in self.sections if self.sections else holds_resources(section)

    def takes(self, url: str) -> bool:
        """Whether an address may be a resource of the source, by its form alone."""
        if is_file(url) or (self.listing and identity(url) == identity(self.listing)):
            return False
        shape = shape_of(url)
        if not shape.record or shape.part is not None:
            return False
        if "page" not in self.types and is_furniture(url):
            return False
        return not self.under or unquote(urlsplit(url).path).startswith(self.under) or _generic(url) == self.under


def section_of(sitemap_url: str) -> str:
    """What a sitemap's name says that it holds: a post type, "taxonomies", "users"; "" if it says nothing."""
    name = unquote(urlsplit(sitemap_url).path).rstrip("/").rpartition("/")[2].lower()
    for suffix in _SUFFIXES:
        name = name.removesuffix(suffix)
    if core := _CORE.match(name):
        return core[2] or "" if core[1] == "posts" else core[1]
    found = _PLUGIN.match(name) or _GHOST.match(name)
    return found[1] if found and not found[1].isdigit() and found[1] != "wp" else ""


def holds_resources(section: str) -> bool:
    """Whether a part of a sitemap may hold resources: no terms, authors, media, nor pages (docs/decisions/0004)."""
    if section in _OF_MEDIA or section in INTERNAL_TYPES or _OF_TERMS.search(section):
        return False
    return section not in FURNITURE_TYPES and section.removesuffix("s") not in FURNITURE_TYPES


def is_furniture(url: str) -> bool:
    """Whether an address has the form of a page that every site has: "/about/", "/en/contact"."""
    parts = urlsplit(url)
    segments = [each for each in parts.path.lower().split("/") if each]
    if not segments:
        return not parts.query
    stem = segments[-1].removesuffix(".html").removesuffix(".htm").removesuffix(".php")
    return stem in _FURNITURE and len(segments) <= 2


def first_part(url: str) -> str:
    """The first part of an address's path: "/archive/"; "/" for what lies at the root, "/?type=" for what has a query."""
    parts = urlsplit(url)
    segments = [each for each in unquote(parts.path).split("/") if each]
    if len(segments) > 1:
        return f"/{segments[0]}/"
    names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    return f"/?{names[0]}=" if names and not segments else "/"


def containers(urls: Iterable[str]) -> frozenset[str]:
    """Those addresses, as identities, below which two or more others lie: listings and sections, not resources."""
    names = [identity(url) for url in urls]
    above = Counter(name.rpartition("/")[0] for name in names)
    return frozenset(name for name in names if above.get(name, 0) >= 2)


def scope_of(listing: str, shown: Collection[str], sections: Collection[str], types: tuple[str, ...] = ()) -> Scope:
    """The scope of a source at `listing`, whose page shows the addresses `shown`, found in these parts of the sitemap.

    The page at a site's root stands for the whole site.
    """
    if is_root(listing):
        return Scope(listing, types=types)
    own = under_path(listing)
    below = sum(unquote(urlsplit(url).path).startswith(own) for url in shown)
    if not shown or 2 * below >= len(shown):
        return Scope(listing, tuple(sections), own if below or not sections else "", types)
    parts = {_generic(url) for url in shown}
    under = parts.pop() if len(parts) == 1 else ""
    return Scope(listing, tuple(sections), "" if under == "/" else under, types)


def is_root(url: str) -> bool:
    """Whether an address is a site's first page."""
    parts = urlsplit(url)
    return parts.path.strip("/").lower() in {"", "index.html", "index.php", "home"} and not parts.query


def under_path(url: str) -> str:
    """The folder of a page: "/resources/" for "/resources" and "/resources/index.html"."""
    path = unquote(urlsplit(url).path)
    folder, _, last = path.rstrip("/").rpartition("/")
    return f"{folder}/" if "." in last else f"{folder}/{last}/"


def _generic(url: str) -> str:
    part = first_part(url)
    return "/#/" if part.strip("/").isdigit() else part
