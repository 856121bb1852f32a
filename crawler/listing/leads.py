"""Where a page's links lead, gathered once for all that ask: the next page, the files beside the records, names of terms."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from crawler.listing.parsing import Element


@dataclass(frozen=True, slots=True)
class Leads:
    """A page's `a` elements in document order, and where each leads as it is written, "" for nowhere.

    `base` is what relative addresses start from, `origin` its scheme and host. `onward` are the `link` elements that state
    a next page. Elements are held on to: lxml makes an element's object anew each time that nothing holds it.
    """

    anchors: list[Element]
    hrefs: list[str]
    base: str
    origin: str
    onward: list[Element]

    def nowhere(self) -> list[Element]:
        """The `a` elements that lead to no address: what a script answers to, mostly."""
        return [
            anchor
            for anchor, href in zip(self.anchors, self.hrefs, strict=True)
            if not href or href[0] == "#" or (href[0] in "jJ" and href[:11].lower() == "javascript:")
        ]


def gather(root: Element, url: str) -> Leads:
    """Gather the links of a page, whose address is `url`."""
    anchors = list(root.iter("a"))
    hrefs = [anchor.get("href") or "" for anchor in anchors]
    base, onward = "", []
    for element in root.iter("link", "base"):
        if element.tag == "base":
            base = base or (element.get("href") or "").strip()
        elif (rel := element.get("rel")) and "next" in rel.lower().split() and element.get("href"):
            onward.append(element)
    if base:
        with suppress(ValueError):  # a base that is no address counts for nothing
            url = urljoin(url, base)
    return Leads(anchors, hrefs, url, origin_of(url), onward)


def origin_of(url: str) -> str:
    """An address's scheme and host."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
