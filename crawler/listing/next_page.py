"""The next page of a listing: the address that goes on in the archive's walk, towards further (mostly older) records.

    links ─▶ (those that may lead to a page) ─▶ pagers: links of one series ─▶ each pager's next ─▶ the best

What an address counts (`pagers`) decides before what a link says (`pager_words`): "Previous" is older on one site and newer
on the next, but page 3 follows page 2 on both. Words decide where addresses do not count, or count downwards.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.listing.cursors import cursors
from crawler.listing.leads import Leads, gather
from crawler.listing.load_more import load_more
from crawler.listing.pager_links import Link, is_offered, links_of
from crawler.listing.pagers import Address, Place, Trust, address
from crawler.listing.parsing import Element


@dataclass(slots=True)
class Pager:
    """The links of one series. `here` is the current page's number in it, None where its address shows none (the first
    page); `own` says that the series is the current page's own, and not merely one that the page links to."""

    trust: Trust
    own: bool
    here: int | None
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choice:
    url: str
    score: float
    element: Element
    trust: Trust = Trust.BARE


# A page with so many records and no pager to be seen shows them all, though its head may go on counting pages.
_WHOLE_ARCHIVE = 50


def next_page(
    tree: Element,
    url: str,
    record_urls: Iterable[str] = (),
    *,
    container: Element | None = None,
    leads: Leads | None = None,
) -> str | None:
    """The absolute address (without fragment) of the listing's next page, or None where the page links to none.

    `tree` is the page's root element, `url` its address after redirects; `record_urls` are the main listing's records (never
    the next page) and `container` is the element that holds them: of several pagers the one nearest to it counts.
    `leads` are the page's links, if they were gathered before.
    """
    here = address(url)
    if here is None:
        return None
    records = {record.rstrip("/") for record in record_urls}
    leads = gather(tree, url) if leads is None else leads
    links = [link for link in links_of(leads, here, records) if link.url.rstrip("/") not in records]
    if len(records) >= _WHOLE_ARCHIVE:
        links = [link for link in links if not link.head]
    choices = [choice for pager in _pagers(links, here) if (choice := _choose(pager, container))]
    choices += [Choice(k.url, score, k.element) for k, score in cursors(links, here) if _usable(k, container)]
    if not choices:
        return load_more(tree, leads.base, here, leads.nowhere(), container)
    if not records and all(c.trust < Trust.OFFSET for c in choices) and _is_article(tree):
        return None
    best = max(c.score for c in choices)
    tied = [c for c in choices if c.score >= best - 5]
    if len(tied) > 1 and container is not None:
        return max(tied, key=lambda c: (_closeness(c.element, container), c.score)).url
    return max(tied, key=lambda c: c.score).url


def _is_article(tree: Element) -> bool:
    """The page calls itself an article. Listings on a page of their own may do so, too: it is no more than a hint."""
    return any(m.get("property") == "og:type" and m.get("content") == "article" for m in tree.iter("meta"))


# Pagers


def _pagers(links: Iterable[Link], here: Address) -> list[Pager]:
    """Links of one series, together. Of several readings of an address the one that the current page shares counts."""
    pagers: dict[tuple[str, str, frozenset[tuple[str, str]]], Pager] = {}
    for link in links:
        best: tuple[tuple[bool, int, bool], int | None, Place] | None = None
        for place in link.to.places:
            related, number = _related(place, here)
            # Where several numbers may count ("lifecycle=0&delta=20&cur=2"), the one that is one further than this page's.
            rank = (related, place.trust if related else 0, place.number == (number or 1) + 1)
            if best is None or rank > best[0]:
                best = (rank, number, place)
        if best is None:
            continue
        (own, _, _), number, place = best
        link.place = place
        key = (place.form, place.path, place.rest)
        if key not in pagers:
            pagers[key] = Pager(place.trust, own, number)
        pagers[key].links.append(link)
    return list(pagers.values())


def _related(place: Place, here: Address) -> tuple[bool, int | None]:
    """Whether the current page belongs to the place's series, and its number in it where the address shows one."""
    for own in here.places:
        if own.form == place.form and own.path == place.path and own.rest <= place.rest:
            return True, own.number
    if place.path == here.path and here.pairs <= place.rest:
        return True, None
    return False, next((own.number for own in here.places if own.trust is Trust.PAGE), None)


def _counting(pager: Pager) -> tuple[int, int] | None:
    """The address number of page 1, and the step from page to page, as the pager's labels show them."""
    votes: dict[tuple[int, int], int] = defaultdict(int)
    for link in pager.links:
        if link.label is None or link.place is None:
            continue
        label, number = link.label, link.place.number
        if number == label:
            votes[1, 1] += 1
        elif number == label - 1 and (label > 1 or pager.trust is not Trust.OFFSET):
            votes[0, 1] += 1
        elif label > 1 and number > label:
            if number % (label - 1) == 0:
                votes[0, number // (label - 1)] += 1
            elif (number - 1) % (label - 1) == 0:
                votes[1, (number - 1) // (label - 1)] += 1
        elif label == 1:
            votes[number, 0] += 0
    found = max(votes, key=lambda k: votes[k], default=None)
    if found == (1, 1) and pager.trust is not Trust.PAGE and (step := _labelled_by_record(pager)):
        return 0, step
    return found if found and votes[found] and found[1] else None


def _labelled_by_record(pager: Pager) -> int | None:
    """The step of a pager whose labels count records, as its addresses do: 0 | 10 | 20."""
    step = math.gcd(*(link.label for link in pager.links if link.label), pager.here or 0)
    return step if step > 2 else None


def _choose(pager: Pager, container: Element | None) -> Choice | None:
    """The pager's link to the next page."""
    counting = _counting(pager)
    links = pager.links
    while True:
        link = _onward(pager, links, counting)
        if link is None:
            return None
        if _usable(link, container):
            break
        links = [other for other in links if other is not link]
    head_only = all(other.head for other in pager.links if other.url == link.url)
    if head_only and (pager.trust is not Trust.PAGE or not pager.own):
        return None
    if not pager.own and (pager.trust is Trust.BARE or not (link.direction > 0 or counting)):
        return None
    score = 100.0 * pager.own + 10 * bool(counting) + 5 * pager.trust + 5 * (link.direction > 0) - 40 * head_only
    return Choice(link.url, score, link.element, pager.trust)


def _onward(pager: Pager, links: list[Link], counting: tuple[int, int] | None) -> Link | None:
    if counting:
        return _counted(pager, links, counting)
    if pager.here is not None:
        return _after(pager, links, pager.here)
    return _from_first(pager, links)


def _counted(pager: Pager, links: list[Link], counting: tuple[int, int]) -> Link | None:
    first, step = counting
    here = pager.here if pager.here is not None else first
    if (
        not pager.own
        and pager.here is None
        and any((k.label, k.place and k.place.number) == (1, first) for k in pager.links)
    ):
        return None
    wanted = here + step
    numbers = {link.place.number for link in pager.links if link.label is not None and link.place}
    found = [link for link in links if link.place and link.place.number == wanted]
    if (
        wanted not in numbers
        and numbers
        and here != first
        and max(numbers) <= here
        and here - step in numbers | {first}
    ):
        return None  # the pager ends here; a link that still says "next" leads nowhere
    if found:
        return max(found, key=lambda link: link.direction)
    onward = [link for link in links if link.direction > 0 and link.place and link.place.number > here]
    return min(onward, key=lambda link: link.place.number if link.place else 0, default=None) if not numbers else None


def _after(pager: Pager, links: list[Link], here: int) -> Link | None:
    """No numbers shown, and the current page is one that counts."""
    onward = [link for link in links if link.direction > 0 and link.place]
    ahead = [link for link in onward if link.place and link.place.number > here]
    if ahead:
        return min(ahead, key=lambda link: link.place.number if link.place else 0)
    follows = [link for link in links if link.place and link.place.number == here + 1]
    for link in follows:
        if pager.trust is Trust.PAGE and (link.direction > -2 or not link.place or "/index" not in link.place.form):
            return link
    # Some archives count downwards, so that a page's address lasts.
    down = [link for link in onward if link.place and 0 < link.place.number < here and link.direction >= 1]
    if down and pager.trust is Trust.BARE:
        return max(down, key=lambda link: link.place.number if link.place else 0)
    return None


def _from_first(pager: Pager, links: list[Link]) -> Link | None:
    """No numbers shown, and the current address has none: the first page of the series."""
    onward = [link for link in links if link.direction > 0 and link.place and link.place.number > 0]
    if onward:
        return min(onward, key=lambda link: link.place.number if link.place else 0)
    if pager.trust is Trust.PAGE and pager.own:
        return next((link for link in links if link.place and link.place.number == 2), None)
    return None


def _usable(link: Link, container: Element | None) -> bool:
    return link.head or is_offered(link.element, container)


def _closeness(element: Element, container: Element) -> int:
    """The depth of the lowest element that holds both: the nearer the pager stands, the deeper."""
    chain = [container, *container.iterancestors()]
    depth = {each: len(chain) - i for i, each in enumerate(chain)}
    return next((depth[each] for each in (element, *element.iterancestors()) if each in depth), 0)
