"""A page, parsed once and laid out flat.

One walk over the tree fills arrays that are indexed by an element's place in document order; the descendants of element
`i` are `i + 1 … ends[i] - 1`, and its texts are `texts[first[i]:last[i]]`. A text that begins a line (behind the edge of a
block or a line break) bears a line feed in front, so that texts are joined by "". Everything after the walk works on
numbers.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from lxml import html

from pipeline.errors import NotGenuine

MAX_BYTES = 32 * 2**20
MAX_NODES = 300_000
MAX_LINKS = 60_000
# libxml2 stops nesting at 256 and drops what is deeper without a word: such a page can't be read truly.
MAX_DEPTH = 250

_SKIPPED = frozenset(
    ("script", "style", "template", "iframe", "select", "datalist", "textarea", "object", "video", "audio",
     "math", "canvas", "input", "noscript")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
     "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "acronym")
)  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNCLOSED = frozenset(("ul", "ol", "dl", "li", "article"))
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What browsers decode instead of what is declared (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: its element, its address without and its fragment, and the number of its target."""

    node: int
    url: str
    fragment: str


@dataclass(slots=True)
class Page:
    """A page's elements in document order (see the module's docstring), its texts and its links."""

    url: str
    root: html.HtmlElement
    nodes: list[html.HtmlElement] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    paths: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=lambda: [0])
    links: list[Link] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    data_blocks: list[str] = field(default_factory=list)

    def text_of(self, node: int) -> str:
        """All text inside an element, blanks collapsed."""
        return " ".join("".join(self.texts[self.first[node] : self.last[node]]).split())

    def size_of(self, node: int) -> int:
        """The number of characters inside an element."""
        return self.sizes[self.last[node]] - self.sizes[self.first[node]]

    def children(self, node: int) -> Iterator[int]:
        """The child elements of an element."""
        child, end = node + 1, self.ends[node]
        while child < end:
            yield child
            child = self.ends[child]

    def ancestors(self, node: int) -> Iterator[int]:
        """An element's ancestors, nearest first."""
        node = self.parents[node]
        while node >= 0:
            yield node
            node = self.parents[node]

    def attribute(self, node: int, name: str) -> str:
        """An attribute's value, or ""."""
        return self.nodes[node].get(name) or ""


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS.get(found, found)


def decode(markup: bytes, encoding: str | None = None) -> str:
    """Decode as a browser does: byte order mark, the transport's declaration, <meta>, UTF-8, Windows-1252.

    Source: WHATWG HTML, section 13.2.3.2 (determining the character encoding). Bytes that mean nothing become U+FFFD.
    """
    for mark, name in _BOMS:
        if markup.startswith(mark):
            return markup[len(mark) :].decode(name, "replace")
    codec = _codec(encoding) if encoding else None
    if codec is None and (found := _META_CHARSET.search(markup[:4096])):
        codec = _codec(found[1].decode("ascii"))
        if codec is not None and codec.startswith("utf-16"):
            codec = "utf-8"
    if codec is not None:
        return markup.decode(codec, "replace")
    try:
        return markup.decode("utf-8")
    except UnicodeDecodeError:
        return markup.decode("cp1252", "replace")


def parse(markup: bytes | str, url: str, encoding: str | None = None) -> html.HtmlElement:
    """Parse a page.

    Raises:
        NotGenuine: too large, or nothing in it.
    """
    if len(markup) > MAX_BYTES:
        raise NotGenuine(f"The page is larger than {MAX_BYTES // 2**20} MiB.", url=url, advice="Nothing reads it.")
    text = decode(markup, encoding) if isinstance(markup, bytes) else markup
    data = text.replace("\x00", "").encode("utf-8", "replace")
    if not data.strip():
        raise NotGenuine("The page is empty.", url=url)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except Exception as fault:
        raise NotGenuine(f"The page can't be parsed: {fault}", url=url) from fault
    return root


def lay_out(root: html.HtmlElement, url: str) -> Page:
    """Walk a parsed page once.

    Raises:
        NotGenuine: more than 300,000 elements, or nested deeper than the parser keeps.
    """
    page = Page(url, root)
    nodes, tags, parents, ends = page.nodes, page.tags, page.parents, page.ends
    depths, classes, paths = page.depths, page.classes, page.paths
    texts, owners, first, last, sizes = page.texts, page.owners, page.first, page.last, page.sizes
    path_numbers: dict[tuple[int, str], int] = {}
    anchors: list[int] = []
    base = url
    # A stack of (element, parent) to enter; (None, number) leaves an element and takes the text behind it.
    stack: list[tuple[html.HtmlElement | None, int]] = [(root, -1)]
    pop, push = stack.pop, stack.append
    edge = True
    size = 0
    while stack:
        element, parent = pop()
        if element is None:
            number, parent = parent, parents[parent]
            ends[number] = len(nodes)
            last[number] = len(texts)
            text = nodes[number].tail
            edge = edge or tags[number] not in _INLINE
        else:
            tag = element.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                if tag == "script" and "ld+json" in (element.get("type") or ""):
                    page.data_blocks.append(element.text or "")
                text = element.tail
            elif tag == "head":
                base, blocks = _read_head(element, url)
                page.data_blocks += blocks
                continue
            else:
                number = len(nodes)
                nodes.append(element)
                tags.append(tag)
                parents.append(parent)
                ends.append(number + 1)
                if parent >= 0:
                    depths.append(depths[parent] + 1)
                    # A list right in a list is one that was never closed: its records stand on one level.
                    key = (paths[parent], tag) if tag not in _UNCLOSED or tags[parent] != tag else None
                else:
                    depths.append(0)
                    key = (-1, tag)
                paths.append(path_numbers.setdefault(key, len(path_numbers)) if key is not None else paths[parent])
                names = element.get("class") or ""
                classes.append(names if tag != "svg" else _icon_names(element, names))
                first.append(len(texts))
                last.append(len(texts))
                if tag == "a":
                    anchors.append(number)
                elif tag == "time":
                    page.times.append(number)
                elif tag == "img":
                    page.images.append(number)
                elif tag in HEADINGS:
                    page.headings.append(number)
                edge = edge or tag not in _INLINE
                push((None, number))
                children = list(element) if tag != "svg" else None
                if children:
                    children.reverse()
                    stack.extend([(child, number) for child in children])
                text = element.text
                parent = number
        if text and not text.isspace():
            texts.append("\n" + text if edge else text)
            owners.append(parent)
            size += len(text)
            sizes.append(size)
            edge = False
        elif text:
            # A blank between two inline texts parts words, too.
            edge = True
    if len(nodes) > MAX_NODES:
        raise NotGenuine(f"The page has {len(nodes)} elements: more than a listing has.", url=url)
    if max(depths) >= MAX_DEPTH:
        raise NotGenuine("The page is nested deeper than 250 elements, and can't be read whole.", url=url)
    _take_links(page, anchors, base)
    return page


def _icon_names(element: html.HtmlElement, names: str) -> str:
    """What a drawn icon says of itself: its class, and the name of the symbol that it uses."""
    used = (
        element[0].get("href") or element[0].get("xlink:href") or "" if len(element) and element[0].tag == "use" else ""
    )
    return " ".join(part for part in (names, element.get("data-icon"), element.get("data-lucide"), used) if part)


def _read_head(head: html.HtmlElement, url: str) -> tuple[str, list[str]]:
    base, blocks = url, []
    for element in head:
        if element.tag == "base" and element.get("href"):
            base = urljoin(url, element.get("href") or "")
        elif element.tag == "script" and "ld+json" in (element.get("type") or ""):
            blocks.append(element.text or "")
    return base, blocks


def _take_links(page: Page, anchors: list[int], base: str) -> None:
    if len(anchors) > MAX_LINKS:
        raise NotGenuine(f"The page has {len(anchors)} links: more than a listing has.", url=page.url)
    parts = urlsplit(base)
    origin = f"{parts.scheme}://{parts.netloc}"
    nodes = page.nodes
    for node in anchors:
        href = nodes[node].get("href")
        if href is None:
            continue
        href = href.strip()
        address, _, fragment = href.partition("#")
        if not address:
            continue
        if address.startswith(("http://", "https://")):
            full = address
        elif address[0] == "/" and address[1:2] != "/":
            full = origin + address
        else:
            full = join(base, address)
            if not full.startswith(("http://", "https://")):
                continue
        page.links.append(Link(node, full, fragment))


@lru_cache(maxsize=4096)
def join(base: str, address: str) -> str:
    """Resolve a relative address; an address that can't be one gives ""."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
