"""The second inventory: what the site's sitemap names, held against what a run has read. Pure: no network, no store.

A gap is told only where it can be one: in the whole site where the source is the whole site; else below the source's
own page, and among what its listing mostly shows. Addresses that hold no resource by their form are none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.listing.addresses import shape_of
from crawler.look_up import is_since
from crawler.sitemap import Place
from crawler.sitemap_scope import Scope, first_part, is_root, section_of, under_path
from pipeline.model import Channel, Gap, SecondInventory, Source
from pipeline.urls import identity

# Channels that give the whole site, whatever page of it the source names.
WHOLE_SITE = frozenset((Channel.WORDPRESS, Channel.DRUPAL, Channel.GHOST, Channel.DISCOURSE, Channel.OAI))
# A listing that shows less than this share of a part of the site is meant to: what it leaves out is no gap.
_MOSTLY = 0.5
# How many addresses of a group are kept, of which some are asked before it is called a gap.
_KEPT = 12
# Languages that sites put first in their paths (ISO 639-1), as far as they are no words or countries of their own.
_LANGUAGES = frozenset(
    "ar bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko ku lo lt lv mk mn"
    " ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi zh".split()
)
_FEED_ENDS = ("/feed", "/rss", "/atom", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json")


@dataclass(slots=True)
class Group:
    """Addresses under one first path part that were not read: how many, and some of them."""

    under: str
    count: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


def is_comparable(source: Source) -> bool:
    """Whether a sitemap can tell what the source should hold: it knows nothing of terms, authors and searches."""
    page = _without_feed(source.url)
    return shape_of(page).part is None and not {"s", "q", "search"} & {
        name for name, _ in parse_qsl(urlsplit(page).query)
    }


class Comparison:
    """Sitemaps are added one by one; `groups` then gives what of them was not read.

    `read` holds the hashes of the identities of all addresses that the run has read (a site may have a million). Those
    that are said to have been modified after `since` are noted.
    """

    def __init__(self, source: Source, channel: Channel, read: AbstractSet[int], since: datetime | None = None) -> None:
        self._page = _without_feed(source.url)
        self._whole_site = channel in WHOLE_SITE or is_root(self._page)
        self._scope = Scope(self._page, types=source.types)
        self._read = read
        self._since = since
        self._met: set[int] = set()
        self.modified: set[int] = set()
        self._above: Counter[int] = Counter()
        self._covered: dict[str, Counter[str]] = {"section": Counter(), "part": Counter(), "language": Counter()}
        self._left: list[tuple[str, str, str]] = []
        self.covered = 0
        self.control = ""  # an address that was read

    def takes_file(self, url: str) -> bool:
        """Whether a sitemap's file may name resources of the source."""
        return self._scope.takes_section(section_of(url))

    def add(self, file: str, places: Iterable[Place]) -> None:
        """Take in what one file of the sitemap names."""
        section = section_of(file)
        for place in places:
            named = identity(place.url)
            name = hash(named)
            if name in self._met:
                continue
            self._met.add(name)
            self._above[hash(named.rpartition("/")[0])] += 1
            if self._since is not None and is_since(place.lastmod, self._since):
                self.modified.add(name)
            if name in self._read:
                self.covered += 1
                self.control = self.control or place.url
                for kind, what in zip(self._covered, (section, first_part(place.url), _language(place)), strict=True):
                    self._covered[kind][what] += 1
            elif self._scope.takes(place.url):
                self._left.append((section, place.url, _language(place)))

    @property
    def names(self) -> AbstractSet[int]:
        """The hashes of the identities of all that was added."""
        return self._met

    def groups(self) -> list[Group]:
        """What may be gaps, the greatest first."""
        left = [each for each in self._left if self._above[hash(identity(each[1]))] < 2]
        sections = Counter(section for section, _, _ in left)
        parts = Counter(first_part(url) for _, url, _ in left)
        found: dict[str, Group] = {}
        for section, url, language in left:
            if not (self._whole_site or self._belongs(section, url, sections, parts)):
                continue
            under = first_part(url)
            group = found.setdefault(under, Group(under))
            group.count += 1
            group.parts[section] += 1
            group.languages[language] += 1
            if len(group.examples) < _KEPT:
                group.examples.append(url)
        return sorted(found.values(), key=lambda group: -group.count)

    def _belongs(self, section: str, url: str, sections: Counter[str], parts: Counter[str]) -> bool:
        """Whether an address is of what the source's own page is about."""
        own = under_path(self._page)
        if own != "/" and unquote(urlsplit(url).path).startswith(own):
            return True
        part = first_part(url)
        ways = [(self._covered["section"][section], sections[section])] if section else []
        if part != "/" or not section:
            ways.append((self._covered["part"][part], parts[part]))
        return any(covered >= _MOSTLY * (covered + left) for covered, left in ways)

    def gap(self, group: Group, count: int) -> Gap:
        """A group that proved to be a gap of `count` addresses."""
        part = next(iter(group.parts)) if len(group.parts) == 1 else ""
        language = next(iter(group.languages)) if len(group.languages) == 1 else ""
        return Gap(
            under=group.under,
            count=count,
            example=group.examples[0],
            # What a part or a language is called says something only where nothing else of it was read.
            part=part if not self._covered["section"][part] else "",
            language=language if language and not self._covered["language"][language] else "",
        )

    def result(self, url: str, gaps: Iterable[Gap], *, whole: bool, compared: str) -> SecondInventory:
        found = tuple(gaps)
        total = self.covered + sum(gap.count for gap in found)
        return SecondInventory("sitemap", url, total, self.covered, whole, found, compared)


def _without_feed(url: str) -> str:
    """The page that a feed is the feed of."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    ends = next((end for end in _FEED_ENDS if path.lower().endswith(end)), "")
    return (
        parts._replace(path=path.removesuffix(path[len(path) - len(ends) :] if ends else "") + "/").geturl()
        if ends
        else url
    )


def _language(place: Place) -> str:
    """The language that a place is said to be in: by its own `hreflang`, its path's first part, or `?lang=`; or ""."""
    own = identity(place.url)
    stated = next((language for language, url in place.alternates if identity(url) == own), "")
    if stated:
        return stated.partition("-")[0].lower()
    parts = urlsplit(place.url)
    first = parts.path.strip("/").partition("/")[0].lower()
    if first.partition("-")[0] in _LANGUAGES and (len(first) == 2 or (first[2:3] == "-" and len(first) in {5, 7})):
        return first.partition("-")[0]
    return next((value for name, value in parse_qsl(parts.query) if name == "lang"), "")
