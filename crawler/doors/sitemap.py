"""Sitemaps: told by robots.txt or at the usual places; do they name what the page lists, and when it was changed?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from scrapy.http import Response, TextResponse

from crawler.clock import now
from crawler.compression import NotWhole
from crawler.doors.visit import Visit
from crawler.page_metadata import read_page, tagline_of
from crawler.probe import MAX_REQUESTS, Rung
from crawler.sitemap import COMMON_PATHS, Place, Sitemap, read_sitemap, robots_sitemaps, usable_lastmod
from crawler.sitemap_scope import Scope, containers, is_root, scope_of, section_of, under_path
from crawler.spiders.listing import declared_encoding
from pipeline.model import JSON, Channel
from pipeline.urls import identity

# How many usual places are tried where robots.txt names none, how many of an index's files are looked into, and how
# many pages are read for the preview: a probe has few requests, and other doors need theirs.
_TRIES, _FILES, _PAGES = 3, 3, 2
_MOST_BYTES = 10 * 2**20
# Left for the door behind this one.
_LEAVE = 2


@dataclass(slots=True)
class _Found:
    """What was looked into: places by the part of the sitemap, and whether parts were left unread."""

    parts: dict[str, list[Place]] = field(default_factory=dict)
    rest: bool = False

    def add(self, section: str, places: Iterable[Place]) -> None:
        self.parts.setdefault(section, []).extend(places)


async def look(visit: Visit) -> Rung:
    root, answer, reason = await _root(visit)
    if answer is None:
        spent: dict[str, JSON] = {} if visit.spent() >= MAX_REQUESTS else {"sitemap": ""}
        return Rung(Channel.SITEMAP, root, usable=False, reason=reason, detail=spent)
    found = await _look_into(visit, root, answer)
    listing = visit.page.url
    shown = [record.url for record in visit.reading.records] if visit.reading is not None else []
    sought = visit.sought
    held = {
        section: names
        for section, places in found.parts.items()
        if (names := sought.found_in(place.url for place in places))
    }
    seen = frozenset(name for names in held.values() for name in names)
    if missed := sought.missed(seen):
        return Rung(
            Channel.SITEMAP, root, usable=False, reason=f"a sitemap, but {missed} in it", detail={"sitemap": root}
        )
    named = tuple(section for section in held if section)
    scope = scope_of(listing, [url for url in shown if identity(url) in seen] or [], named, visit.types)
    taken = _taken(found, scope)
    if not taken and visit.only is not Channel.SITEMAP:
        return Rung(
            Channel.SITEMAP,
            root,
            usable=False,
            reason="a sitemap that names nothing of this page's",
            detail={"sitemap": root},
        )
    dated = sum(bool(usable_lastmod(place.lastmod, now())) for place in taken)
    if not visit.settled:
        await _preview(visit, taken)
    return Rung(
        Channel.SITEMAP,
        root,
        usable=True,
        reason=_words(found, taken, dated),
        claimed=None if found.rest else len(taken),
        # Without `lastmod` each run has to read every page: a listing says the same with far fewer requests.
        whole=2 * dated >= len(taken) or visit.reading is None or not visit.reading.records,
        detail={**_detail(scope, visit), "sitemap": root},
    )


def _words(found: _Found, taken: list[Place], dated: int) -> str:
    more = " and more in files not looked into" if found.rest else ""
    when = "with lastmod" if 2 * dated >= len(taken) else "without lastmod: every run reads every page"
    return f"sitemap: {len(taken)} pages{more}, {when}; each page has to be read"


def _detail(scope: Scope, visit: Visit) -> dict[str, JSON]:
    kept: dict[str, JSON] = {"sections": [*scope.sections], "under": scope.under}
    return {"scope": kept, "tagline": tagline_of(visit.page.body)}


def _taken(found: _Found, scope: Scope) -> list[Place]:
    taken = []
    for section, places in found.parts.items():
        if scope.takes_section(section):
            above = containers(place.url for place in places)
            taken += [each for each in places if scope.takes(each.url) and identity(each.url) not in above]
    return taken


async def _root(visit: Visit) -> tuple[str, Sitemap | None, str]:
    """The site's sitemap: where it lies, what it says; or why there is none."""
    if (own := _read(visit.given)) is not None:
        return visit.given.url, own, ""
    robots = await visit.get(urljoin(visit.page.url, "/robots.txt"), leave=_LEAVE)
    told = robots_sitemaps(robots.text, visit.page.url) if isinstance(robots, TextResponse) else []
    usual = [urljoin(visit.page.url, f"/{path}") for path in COMMON_PATHS[:_TRIES]]
    reason = "neither robots.txt nor the usual places name a sitemap"
    for url in told[:_TRIES] or usual:
        answer = await visit.get(url, leave=_LEAVE)
        if answer is None:
            if visit.last_failure is None:
                return url, None, "not looked for: the probe's requests were spent"
            continue
        try:
            sitemap = _read(answer)
        except NotWhole as error:
            reason = f"a sitemap that cannot be read: {error}"
            continue
        if sitemap is not None and sitemap.places:
            return answer.url, sitemap, ""
        reason = "the sitemap that robots.txt names is none" if told else reason
    return (told or usual)[0], None, reason


def _read(page: Response) -> Sitemap | None:
    return read_sitemap(page.body, page.url, most_bytes=_MOST_BYTES)


async def _look_into(visit: Visit, root: str, sitemap: Sitemap) -> _Found:
    found = _Found()
    if not sitemap.index:
        found.add(section_of(root), sitemap.places)
        return found
    every = Scope(types=visit.types)
    files = [place.url for place in sitemap.places if every.takes_section(section_of(place.url))]
    files.sort(key=lambda url: _likeness(section_of(url), visit.page.url))
    seen: frozenset[str] = frozenset()
    for url in files:
        enough = bool(seen) and not visit.sought.missed(seen) and not is_root(visit.page.url)
        if len(found.parts) >= _FILES or enough:
            found.rest = True
            break
        answer = await visit.get(url, leave=_LEAVE)
        try:
            part = _read(answer) if answer is not None else None
        except NotWhole:
            part = None
        if part is None or part.index:
            found.rest = True
            continue
        found.add(section_of(url), part.places)
        seen |= visit.sought.found_in(place.url for place in part.places)
    return found


def _likeness(section: str, listing: str) -> int:
    """Which file of an index to look into first: one that is called like the page, then posts, then the rest."""
    last = under_path(listing).strip("/").rpartition("/")[2].lower()
    if section and last and (section.startswith(last.rstrip("s")) or last.startswith(section.rstrip("s"))):
        return 0
    return 1 if section in {"post", "posts"} else 2


async def _preview(visit: Visit, taken: list[Place]) -> None:
    for place in taken[:_PAGES]:
        answer = await visit.get(place.url, leave=_LEAVE)
        if not isinstance(answer, TextResponse):
            return
        page = read_page(answer.body, answer.url, encoding=declared_encoding(answer))
        visit.show(
            Channel.SITEMAP,
            [
                visit.observe(
                    answer,
                    0,
                    channel=Channel.SITEMAP,
                    url=place.url,
                    fields=dict(page.fields),
                    origins=dict(page.origins),
                    native_id=page.native_id,
                )
            ],
        )
