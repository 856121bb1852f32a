"""Bytes of a page → its tree, with elements called by all the names that the page gives them."""

from __future__ import annotations

import re

from lxml import etree, html

from crawler.listing.decoding import as_utf8
from pipeline.errors import NotGenuine

MAX_BYTES = 32 * 2**20

# One class for all elements: lxml.html's own look-up calls back into Python for every element.
_LOOKUP = etree.ElementDefaultClassLookup(element=html.HtmlElement)


def parse(markup: bytes | str, url: str, encoding: str | None = None) -> html.HtmlElement:
    """Parse a page.

    Raises:
        NotGenuine: too large, or nothing in it.
    """
    if len(markup) > MAX_BYTES:
        raise NotGenuine(f"The page is larger than {MAX_BYTES // 2**20} MiB.", url=url, advice="Nothing reads it.")
    data = as_utf8(markup, encoding)
    if not data or data.isspace():
        raise NotGenuine("The page is empty.", url=url)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_LOOKUP)
    try:
        root = html.document_fromstring(data, parser=parser)
    except Exception as fault:
        raise NotGenuine(f"The page can't be parsed: {fault}", url=url) from fault
    if _HOOK.search(data):
        _name_by_hooks(root)
    return root


# What an element is called for a site's own tests says more than the hashed class names that stand beside it.
_HOOKS = ("data-hook", "data-testid", "data-test-id", "data-test", "data-qa", "data-cy", "data-automation-id")
# It begins with a letter, for a pattern that begins with a blank is tried at every blank of a page.
_HOOK = re.compile(rb"data-(?:hook|test-?(?:id)?|qa|cy|automation-id)=")


def _name_by_hooks(root: html.HtmlElement) -> None:
    """Add what elements are called for tests to their class names."""
    for element in root.iter():
        for name in _HOOKS:
            if hook := element.get(name):
                names = element.get("class")
                element.set("class", f"{names} {hook}" if names else hook)
