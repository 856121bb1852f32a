"""Does a page show its listing only once its scripts have run? Judged by its HTML. No network."""

from __future__ import annotations

import re

from lxml import html
from lxml.etree import ParserError, XPath
from lxml.html import HtmlElement

# Where the common kinds of script put the whole page.
_ROOTS = (
    "root",
    "app",
    "__next",
    "__nuxt",
    "___gatsby",
    "svelte",
    "q-app",
    "main-app",
    "react-root",
    "mount",
    "container-app",
)
_APP_TAGS = re.compile(r"^(?:app-root|[a-z]+-app|ds-app)$")
# What is filled later says so by its name.
_TO_FILL = re.compile(
    r"result|listing|list|item|post|article|resource|publication|document|news|feed|grid|cards|hits|entries|load",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:enable|activate|requires?|need)\b.{0,30}javascript|javascript.{0,40}(?:enable|required|disabled)",
    re.IGNORECASE,
)
_FEW_WORDS = 80


def needs_browser(body: bytes) -> bool:
    """True where the markup holds scripts and a place that they fill, but no text to speak of in it.

    Call it for pages in which no listing was found: a page that a server has filled may have all of these as well.
    """
    try:
        tree = html.document_fromstring(body)
    except (ParserError, ValueError):
        return False
    if next(tree.iter("script"), None) is None:
        return False
    if any(_is_root(each) and _words(each) < _FEW_WORDS for each in tree.iter("div", "main", "section")):
        return True
    if any(
        isinstance(each.tag, str) and _APP_TAGS.match(each.tag) and _words(each) < _FEW_WORDS for each in tree.iter()
    ):
        return True
    asks = any(_ASKS.search(each.text_content()) for each in tree.iter("noscript"))
    hollow = any(_is_hollow(each) for each in tree.iter("div", "ul", "ol", "section", "main", "tbody"))
    return asks or hollow


def _is_root(element: HtmlElement) -> bool:
    return (element.get("id") or "").lower() in _ROOTS or "data-reactroot" in element.keys()  # noqa: SIM118 - lxml's own


def _words(element: HtmlElement) -> int:
    """How many words the element shows, scripts and what stands in their place aside."""
    return len(" ".join(map(str, _SHOWN(element))).split())


_SHOWN = XPath(".//text()[not(ancestor::script) and not(ancestor::style) and not(ancestor::noscript)]")


def _is_hollow(element: HtmlElement) -> bool:
    """An element that is named like a listing, and holds nothing, or only a sign that something is on its way."""
    name = f"{element.get('id') or ''} {element.get('class') or ''}"
    if not _TO_FILL.search(name) or element.getparent() is None:
        return False
    inside = [each for each in element.iterdescendants() if isinstance(each.tag, str)]
    return (
        len(inside) <= 3
        and _words(element) <= 4
        and not any(each.tag in {"a", "img", "input", "script", "form"} for each in inside)
    )
