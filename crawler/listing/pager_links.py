"""The links of a page that may lead to another page of a listing: where they lead, and what they say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from crawler.listing.leads import Leads, gather
from crawler.listing.pager_words import heading
from crawler.listing.pagers import Address, Place, Trust, address, may_count
from crawler.listing.parsing import Element, content, parse

_HINT_FORWARD = re.compile(r"(?:^|[-_\s])(?:next|older|nxt|forward|load-?more)(?=$|[-_\s])", re.IGNORECASE)
_HINT_BACK = re.compile(r"(?:^|[-_\s])(?:prev|previous|newer|back)(?=$|[-_\s])", re.IGNORECASE)
_SIGN_FORWARD = re.compile(
    r"(?:chevron|angle|arrow|caret)\w*[-_](?:\w+-)?right|right-(?:open|arrow|chevron)", re.IGNORECASE
)
_SIGN_BACK = re.compile(r"(?:chevron|angle|arrow|caret)\w*[-_](?:\w+-)?left|left-(?:open|arrow|chevron)", re.IGNORECASE)
_LABEL = re.compile(r"^[^\w]*(?:[^\W\d]+\.?\s*)?(?!(?:19|20)\d\d(?!\d))(\d{1,5})(?:\s*[^\W\d]{1,3})?[^\w]*$")


_OTHERS = re.compile(
    r"\bcomments?\b|comment-(?:nav|pag)|\bcalendar\b(?!-?_?list)|wp-calendar|\bslick|\bcarousel|\bslider\b|\bswiper",
    re.IGNORECASE,
)
# "21–40": a pager that shows the records which its pages hold.
_RANGE = re.compile(r"^[^\w]*(\d{1,6})\s?[-–—]\s?(\d{1,6})[^\w]*$")

_SAYING = 40


@dataclass(slots=True)
class Link:
    """A link that may lead to a page of a listing. `direction` is above 0 where its words lead on, below 0 where they lead
    back; 2 in size where they speak of age. `label` is the page number that its text shows."""

    element: Element
    url: str
    to: Address
    head: bool = False
    direction: float = 0
    label: int | None = None
    place: Place | None = None


def links_of(leads: Leads, here: Address, records: Collection[str] = ()) -> Iterator[Link]:
    """The links of the page that may lead to another page of a listing of this site. Cheap tests first.

    `records` are addresses that are none.
    """
    for element in leads.onward:
        if (found := _target(leads, element.get("href") or "", here)) is not None:
            yield Link(element, *found, direction=1, head=True)
    # What leads to a record is none, however it is written.
    titles = {record[len(leads.origin) :] for record in records if record.startswith(leads.origin + "/")}
    titles.update([f"{path}/" for path in titles])
    likely = [(anchor, href) for anchor, href in zip(leads.anchors, leads.hrefs, strict=True) if may_count(href)]
    for element, href in likely:
        if (
            href[0] != "#"
            and href not in titles
            and href.rstrip("/") not in records
            and (link := _read(element, href, leads, here, titles))
        ):
            yield link


def _read(element: Element, href: str, leads: Leads, here: Address, titles: set[str]) -> Link | None:
    """What a link says and where it leads; None where it can be no pager's. `titles` gathers the addresses of long texts."""
    text = (content(element) if len(element) else element.text) or ""
    if len(text) > 40:
        text = " ".join(text.split())
        if len(text) > 40:
            titles.add(href)  # a record's title leads to the record, and so does its "read more"
            return None
    text = text.strip()
    words, sign = heading(text)
    label = None if words else _label_of(text)
    if text and not (words or sign or label or "page" in href or "index" in href):
        return None
    found = _target(leads, href, here)
    if found is None:
        return None
    link = Link(element, *found, direction=words, label=label)
    if not words and not label:
        link.direction = _unspoken(link, text) or sign
    return link


@lru_cache(maxsize=4096)
def _label_of(text: str) -> int | None:
    """The number of the page that a text shows: "3", "Page 3"; "41–60" is page 3, too."""
    if (label := _LABEL.match(text)) is not None:
        return int(label.group(1))
    if (records := _RANGE.match(text)) is None:
        return None
    first, last = int(records.group(1)), int(records.group(2))
    size = last - first + 1
    return (first - 1) // size + 1 if size > 1 and (first - 1) % size == 0 else None


def _target(leads: Leads, href: str, here: Address) -> tuple[str, Address] | None:
    """Where a link leads, if it leads to another page of this site."""
    href = href.partition("#")[0].strip()
    if not href:
        return None
    if href.startswith(("http://", "https://")):
        target = href
    elif href[0] == "/" and href[1:2] != "/" and "/." not in href:
        target = leads.origin + href
    else:
        try:
            target = urljoin(leads.base, href)
        except ValueError:
            return None
    to = address(target)
    if to is None or to.host != here.host or (to.path == here.path and to.pairs == here.pairs):
        return None
    return _without_cst(target), to


def _without_cst(url: str) -> str:
    """WordPress's core marks the links of its query pagination with an empty `cst`, which changes nothing."""
    return re.sub(r"[?&]cst=?$", "", url) if "cst" in url else url


def _unspoken(link: Link, text: str) -> float:
    """Where a link without words leads: by its label for screen readers, else its rel, its classes and icons."""
    element = link.element
    for spoken in spoken_of(element):
        if words := heading(spoken)[0]:
            return words
    if rel := element.get("rel"):
        return float("next" in rel) - ("prev" in rel)
    if len(text) < 20 and any(place.trust > Trust.BARE for place in link.to.places):
        return _hinted(element)
    return 0


def spoken_of(element: Element) -> Iterator[str]:
    """What a control without words says to those who do not see it: its labels, and its pictures' texts."""
    for spoken in (element.get("aria-label"), element.get("title"), *(i.get("alt") for i in element.iter("img"))):
        if spoken:
            yield spoken


def _hinted(element: Element) -> float:
    """What classes and icons say where there are no words."""
    around = [element, *element.iterdescendants("i", "span", "svg", "use", "img")]
    parent = element.getparent()
    if parent is not None and len(parent) == 1:
        around.append(parent)
    hints = " ".join(f"{e.get('class') or ''} {e.get('id') or ''} {e.get('data-icon') or ''}" for e in around)
    for forward, back, size in ((_HINT_FORWARD, _HINT_BACK, 1.0), (_SIGN_FORWARD, _SIGN_BACK, 0.5)):
        if direction := bool(forward.search(hints)) - bool(back.search(hints)):
            return direction * size
    return 0


def links_back(markup: bytes, url: str, encoding: str | None = None) -> Iterator[str]:
    """Where the links of a page lead that say "previous", or are a number. Raises NotGenuine as `parse` does."""
    leads = gather(parse(markup, url, encoding), url)
    for anchor, href in zip(leads.anchors, leads.hrefs, strict=True):
        text = " ".join(content(anchor).split()) or next(spoken_of(anchor), "")
        if href and len(text) <= _SAYING and (text.isdecimal() or min(heading(text)) < 0):
            with suppress(ValueError):
                yield urljoin(leads.base, href)


def is_offered(element: Element, container: Element | None) -> bool:
    """Whether a control is not switched off, nor of a comments' pager, a calendar or a slider that does not hold the records
    (`container` does)."""
    if element.get("aria-disabled") == "true" or "disabled" in (element.get("class") or "").split():
        return False
    parent = element.getparent()
    if parent is not None and "disabled" in (parent.get("class") or "").split():
        return False
    for ancestor in element.iterancestors():
        if ancestor.tag in ("body", "html", "main"):
            break
        marks = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"
        if len(marks) > 1 and _OTHERS.search(marks):
            return container is not None and (
                ancestor is container or any(a is ancestor for a in container.iterancestors())
            )
    return True
