"""What an item's page shows beside its text: dates, authors, terms."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urljoin

from lxml.html import HtmlElement

from crawler.listing.addresses import shape_of
from crawler.listing.texts import date_like, is_date
from crawler.listing.words import Part
from crawler.page_frames import in_comments, in_frame
from pipeline import dates
from pipeline.noise import is_read_more

_DATED = re.compile(r"publish|entry-date|posted|date|created|pubdate", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d")
_CHANGED = re.compile(r"updated|modified|changed", re.IGNORECASE)
_BYLINE = re.compile(r"(?:^|\s)(?:author|byline|p-author|fn|post-author|entry-author|author-name|by-author)(?=\s|$)")
_LONGEST_NAME = 80
_LONGEST_LINE = 120


def times(around: HtmlElement) -> tuple[str, str]:
    """When the item was published and changed, as the page states it; "" where it does not."""
    published = modified = first = ""
    for time in around.iter("time"):
        stated = (time.get("datetime") or "").strip()
        moment = stated if _ISO.match(stated) else " ".join(time.text_content().split())
        if not moment or in_frame(time, around) or in_comments(time, around):
            continue
        above = time.getparent()
        said = (
            f"{time.get('class', '')} {time.get('itemprop', '')} {above.get('class', '') if above is not None else ''}"
        )
        if _CHANGED.search(said) and not re.search(r"publish", said, re.IGNORECASE):
            modified = modified or moment
        elif _DATED.search(said):
            published = published or moment
        first = first or moment
    published = published or _titled(around) or (first if first != modified else "") or _only_time(around)
    return published or _written(around), modified


def _only_time(around: HtmlElement) -> str:
    """The page's one `<time>`, wherever it stands."""
    times = list(islice(around.getroottree().getroot().iter("time"), 2))
    return times[0].get("datetime", "") if len(times) == 1 and not in_comments(times[0], around) else ""


def _titled(around: HtmlElement) -> str:
    """The hAtom way: `<abbr class="published" title="2021-08-11">` (microformats.org/wiki/abbr-design-pattern)."""
    marked = (
        each for each in around.iter("abbr", "span") if _DATED.search(each.get("class", "")) and each.get("title")
    )
    return next((each.get("title", "") for each in marked if date_like(each.get("title", ""))), "")


def _written(around: HtmlElement) -> str:
    """A date that stands for itself, in a short line outside of the text: the first one on the page."""
    for each in around.iter(
        "div", "p", "span", "li", "small", "a", "em", "i", "dd", "td", "h2", "h3", "h4", "h5", "h6", "b"
    ):
        text = " ".join(each.text_content().split())
        if not 6 <= len(text) <= _LONGEST_LINE or date_like(text) is None:
            continue
        if in_frame(each, around) or in_comments(each, around):
            continue
        if found := dates.find(text):
            start, end, _ = found[0]
            return text[start:end]
        if is_date(text):
            return text
    return ""


def authors(around: HtmlElement, url: str) -> tuple[str, ...]:
    """The names in the item's byline, or behind links to authors' pages."""
    found: list[str] = []
    for each in around.iter("a", "span", "address", "div", "p"):
        if not _names_author(each, url) or in_frame(each, around) or in_comments(each, around):
            continue
        if any(_names_author(inner, url) for inner in each.iterdescendants("a", "span")):
            continue
        name = " ".join(each.text_content().split()).lstrip("@")
        if name and len(name) <= _LONGEST_NAME and not is_read_more(name) and not name.endswith(("→", "»")):
            found.append(name)
    # "All posts by A. Name" beside "A. Name" is the same person once more.
    return tuple(dict.fromkeys(name for name in found if not any(o != name and o in name for o in found)))


def _names_author(element: HtmlElement, url: str) -> bool:
    if element.get("rel") == "author" or _BYLINE.search(element.get("class", "")):
        return True
    return element.tag == "a" and shape_of(urljoin(url, element.get("href", ""))).part is Part.AUTHOR


def terms(around: HtmlElement, url: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names behind links that are marked as the item's terms (`rel=tag`, WordPress's too), or lead to a term's page."""
    categories: list[str] = []
    tags: list[str] = []
    whole_page = around.tag == "body"
    for link in around.iter("a"):
        rel = (link.get("rel") or "").split()
        marked = "tag" in rel or "category" in rel
        target = shape_of(urljoin(url, link.get("href", ""))).part
        if not marked and (whole_page or target not in {Part.CATEGORY, Part.TAG}):
            continue
        name = " ".join(link.text_content().split())
        if not name or len(name) > _LONGEST_NAME or in_frame(link, around) or in_comments(link, around):
            continue
        above = link.getparent()
        said = above.get("class", "") if above is not None else ""
        is_category = "category" in rel or target is Part.CATEGORY or "taxonomy-category" in said or "cat-links" in said
        (categories if is_category else tags).append(name.lstrip("#"))
    return tuple(dict.fromkeys(categories)), tuple(dict.fromkeys(tags))
