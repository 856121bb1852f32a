"""What of a page is its frame: navigation, asides, comments, share bars; what is left is the item's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_FRAME = frozenset(
    "nav header footer aside form script style noscript template svg button figure figcaption iframe select dialog".split()
)
_FRAME_ROLES = frozenset("navigation banner contentinfo complementary search".split())
_FRAME_CLASS = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|related|sidebar|widget|share|sharing|social|breadcrumbs?|nav|navigation|menu|toc"
    r"|footer|cookie|newsletter|subscribe|author-box|byline|entry-meta|post-meta|post-password-form|pagination)(?=$|[\s_-])",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"comment|related|sidebar|widget", re.IGNORECASE)


def is_frame(element: HtmlElement) -> bool:
    """Whether an element, by its kind, role or name, is not the item's own."""
    if element.tag in _FRAME or element.get("role") in _FRAME_ROLES or element.get("hidden") is not None:
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return len(named) > 1 and _FRAME_CLASS.search(named) is not None


def in_frame(element: HtmlElement, within: HtmlElement) -> bool:
    """A heading may stand in the article's own header, never in navigation or asides."""
    for above in element.iterancestors():
        if above is within:
            return False
        if above.tag in {"nav", "aside"} or above.get("role") in _FRAME_ROLES:
            return True
        if above.tag == "footer" and next(above.iterancestors("article"), None) is None:
            return True
    return False


def in_comments(element: HtmlElement, within: HtmlElement) -> bool:
    """Whether an element stands in comments, related items or a sidebar's widgets."""
    for above in element.iterancestors():
        if above is within:
            return False
        if _OTHERS.search(f"{above.get('class', '')} {above.get('id', '')}"):
            return True
    return False


def outside_frames(element: HtmlElement, tags: frozenset[str]) -> Iterator[HtmlElement]:
    """The elements of some kinds under `element` that are not part of the page's frame, in order."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if not isinstance(here.tag, str):
            continue
        if here.tag in tags and here is not element:
            yield here
            continue
        if here is not element and is_frame(here):
            continue
        waiting.extend(reversed(here))
