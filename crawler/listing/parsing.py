"""Bytes of a page → its tree, with elements called by all the names that the page gives them."""

from __future__ import annotations

import re
from typing import TypeAlias, cast

from lxml import etree

from crawler.listing.decoding import as_utf8
from pipeline.errors import NotGenuine

MAX_BYTES = 32 * 2**20

# lxml's plain elements: those of lxml.html are objects of a Python class, which take twice as long to make and to drop.
Element: TypeAlias = etree._Element  # noqa: SLF001
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
_TEXT = etree.XPath("string()", smart_strings=False)


def parse(markup: bytes | str, url: str, encoding: str | None = None) -> Element:
    """Parse a page.

    Raises:
        NotGenuine: too large, or nothing in it.
    """
    if len(markup) > MAX_BYTES:
        raise NotGenuine(f"The page is larger than {MAX_BYTES // 2**20} MiB.", url=url, advice="Nothing reads it.")
    data = as_utf8(markup, encoding, url)
    if not data or data.isspace():
        raise NotGenuine("The page is empty.", url=url)
    try:
        root = etree.fromstring(data, _PARSER)
    except Exception as fault:
        raise NotGenuine(f"The page can't be parsed: {fault}", url=url) from fault
    if root is None:
        raise NotGenuine("The page can't be parsed: it holds no element.", url=url)
    if _HOOK.search(data):
        _name_by_hooks(root)
    return root


def content(element: Element) -> str:
    """All text in an element, as it stands there."""
    return cast("str", _TEXT(element))


def hides(element: Element) -> bool:
    """Whether an element says of itself that it is not shown."""
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "")


# What an element is called for a site's own tests says more than the hashed class names that stand beside it.
_HOOKS = ("data-hook", "data-testid", "data-test-id", "data-test", "data-qa", "data-cy", "data-automation-id")
# It begins with a letter, for a pattern that begins with a blank is tried at every blank of a page.
_HOOK = re.compile(rb"data-(?:hook|test-?(?:id)?|qa|cy|automation-id)=")


def _name_by_hooks(root: Element) -> None:
    """Add what elements are called for tests to their class names."""
    for element in root.iter():
        for name in _HOOKS:
            if hook := element.get(name):
                names = element.get("class")
                element.set("class", f"{names} {hook}" if names else hook)
