"""In which languages does a site say the same? Its own statements of that: `hreflang`, and what WPML and Polylang add.

Sources of the rules: the HTML standard (link type "alternate", `hreflang`), developers.google.com/search/docs ("Localized
versions"), polylang.pro/doc/rest-api and wpml.org (REST fields of their plugins). No network.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from crawler.values import object_of, objects, text_of
from pipeline.language import clean_tag
from pipeline.urls import identity, is_file, same_site

_FEEDS = re.compile(r"(?:rss|atom|feed|json|xml)", re.IGNORECASE)


def alternates(body: bytes, url: str) -> dict[str, str]:
    """Language → address of the page in it, its own language first; empty where it states no other.

    Of several variants of one language (en-US, en-GB) the page's own, or the first, stands for all: they say the same.
    """
    try:
        tree = html.document_fromstring(body)
    except (ParserError, ValueError):
        return {}
    stated: dict[str, str] = {}
    for element in tree.iter("link", "a"):
        tag = clean_tag(element.get("hreflang") or "")
        if tag and _is_translation(element):
            target = _joined(url, element.get("href") or "")
            if target.startswith("http") and same_site(target, url) and not is_file(target):
                stated.setdefault(tag, target)
    own = _own(tree, url, stated)
    if not own:
        return {}
    ordered = {own: stated.get(own, url), **stated}
    primary: dict[str, str] = {}
    for tag, target in ordered.items():
        if tag.partition("-")[0] not in {each.partition("-")[0] for each in primary}:
            primary[tag] = target
    # Every language at one address is a switch of the interface, no translation.
    return primary if len({identity(each) for each in primary.values()}) > 1 else {}


def _is_translation(element: HtmlElement) -> bool:
    if element.tag == "a":
        return True
    return "alternate" in (element.get("rel") or "").lower().split() and not _FEEDS.search(element.get("type") or "")


def _own(tree: HtmlElement, url: str, stated: Mapping[str, str]) -> str:
    """The page's own language: that of the alternate which is the page itself, else the one that the page declares."""
    here = next((tag for tag, target in stated.items() if identity(target) == identity(url)), "")
    return here or clean_tag(tree.get("lang") or "")


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip()).partition("#")[0]
    except ValueError:
        return ""


def of_post(item: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """A WordPress post's own language, and language → id of its translations, as WPML and Polylang add them to REST.

    Polylang Pro: `lang` and `translations` {"fr": 12}. WPML: `wpml_current_locale` and `wpml_translations`
    [{"locale": "fr_FR", "id": 12}].
    """
    own = clean_tag(text_of(item.get("lang")) or text_of(item.get("wpml_current_locale")))
    found = {clean_tag(str(tag)): text_of(number) for tag, number in object_of(item.get("translations")).items()}
    for each in objects(item.get("wpml_translations")):
        found[clean_tag(text_of(each.get("locale")))] = text_of(each.get("id"))
    number = text_of(item.get("id"))
    return own, {tag: other for tag, other in found.items() if tag and other not in {"", "0", number}}
