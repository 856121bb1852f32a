"""Steps to the next page whose addresses do not count: `?after=x`, `?pagefrom=M`, or just a link that says "next"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crawler.listing.pager_links import Link
from crawler.listing.pager_words import Says, says
from crawler.listing.pagers import Address, Trust
from crawler.listing.parsing import content

_CALENDAR_QUERY = re.compile(r"(?:^|[^a-z])(?:month|date|day|year|week|m|tribe-bar-date|cal\w*)$", re.IGNORECASE)
_DATE_PATH = re.compile(r"/(?:19|20)\d\d(?:[-/]\d{1,2}){0,2}$")
_CURSOR = re.compile(
    r"page|after|before|cursor|from|until|offset|start|next|older|token|max|min|since|last|skip|marker|continue",
    re.IGNORECASE,
)
# Names of queries that show the same records in another way.
_NO_STEP = re.compile(
    r"sort|order|dir|view|mode|display|lang|locale|filter|facet|tab|print|share|format|type", re.IGNORECASE
)


def cursors(links: Iterable[Link], here: Address) -> Iterator[tuple[Link, float]]:
    """The links that say "next" or "older" and lead on without a number, each with how good a step it is (above 0)."""
    for link in links:
        if link.direction >= 1 and (link.place is None or link.place.trust is Trust.BARE):
            score = _cursor(link, here)
            if score:
                yield link, score


def _cursor(link: Link, here: Address) -> float:
    """How good a step the link is; 0 for none."""
    to, older = link.to, link.direction > 1 or _is_called_older(link)
    changed = {name for name, _ in to.pairs - here.pairs}
    if any(_CALENDAR_QUERY.search(name) for name in changed):
        return 0
    by_cursor = any(_CURSOR.search(name) for name in changed)
    if to.path == here.path:
        if not by_cursor:
            # The words alone, where the name says nothing of what it counts: ?gtp=12_list%3D2.
            alone = bool(changed) and not link.head and link.place is None and not any(map(_NO_STEP.search, changed))
            return 45 + 10 * older if alone and _says_next(link) else 0
        return 60 + 10 * older - 40 * link.head
    if link.head:
        return 0
    if by_cursor and (older or _long_form(to, here)):
        return 55
    says_so = older and link.element.get("rel") == "next" and link.place is None
    return 30 if says_so and not _DATE_PATH.search(to.path) else 0


def _is_called_older(link: Link) -> bool:
    """Whether a link that says "more" is called older by its class or id."""
    return any("older" in (link.element.get(name) or "").lower() for name in ("class", "id"))


def _says_next(link: Link) -> bool:
    """Whether a link says "next" or "older" by itself: "more" may be more of anything."""
    element = link.element
    words = content(element).strip() or element.get("aria-label") or element.get("title") or ""
    said = says(words.strip())
    return bool(said & (Says.NEXT | Says.OLDER)) and not said & Says.MORE


def _long_form(to: Address, here: Address) -> bool:
    """The address names the current page in its query, as wikis do: /wiki/Category:Law and index.php?title=Category:Law."""
    own = here.path.rpartition("/")[2].replace("_", " ")
    return len(own) > 2 and any(value.replace("_", " ") == own for _, value in to.pairs)
