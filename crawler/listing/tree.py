"""A page, parsed once and laid out flat.

One walk over the tree fills arrays that are indexed by an element's place in document order; the descendants of element
`i` are `i + 1 … ends[i] - 1`, and its texts are `texts[first[i]:last[i]]`. A text that begins a line (behind the edge of a
block or a line break) bears a line feed in front, so that texts are joined by "". `lines` are the same texts with their
blanks collapsed. Everything after the walk works on numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from crawler.listing.leads import Leads, gather, origin_of
from crawler.listing.parsing import Element
from crawler.listing.texts import clean
from pipeline.errors import NotGenuine

MAX_NODES = 300_000
MAX_LINKS = 10_000
# libxml2 stops nesting at 256 and drops what is deeper without a word: such a page can't be read truly.
MAX_DEPTH = 250

# What an element is for the walk; from _BLOCK on it begins a line, from _SKIPPED on it is left out with all it holds.
_INLINE, _LINK, _TIME, _ICON, _BLOCK, _HEADING, _IMAGE, _SKIPPED, _DATA, _HEAD = range(1, 11)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS: dict[str, int] = {
    **dict.fromkeys(
        "abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q ruby s samp small span strike strong sub"
        " sup tt u var wbr acronym".split(),
        _INLINE,
    ),
    **dict.fromkeys(
        "style template iframe select datalist textarea object video audio math canvas input noscript".split(), _SKIPPED
    ),
    **dict.fromkeys(HEADINGS, _HEADING),
    "a": _LINK, "time": _TIME, "img": _IMAGE, "svg": _ICON, "script": _DATA, "head": _HEAD,
}  # fmt: skip


def parts_lines(tag: str) -> bool:
    """Whether an element begins a line of its own, and ends it."""
    return _KINDS.get(tag, _BLOCK) >= _BLOCK


_WEB = ("http://", "https://")
_UNCLOSED = frozenset(("ul", "ol", "dl", "li", "article"))


class Link(NamedTuple):
    """A link of a page: its element, its address and fragment, what tells its target apart, whether that is the site's."""

    node: int
    url: str
    fragment: str
    target: str
    own: bool


@dataclass(slots=True)
class Page:
    """A page's elements in document order (see the module's docstring), its texts and its links."""

    url: str
    root: Element
    nodes: list[Element] = field(default_factory=list)
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
    joined: dict[int, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    terms: dict[int, bool] = field(default_factory=dict)
    called: dict[int, str] = field(default_factory=dict)
    gathered: Leads | None = None

    @property
    def leads(self) -> Leads:
        """Where all links of the page lead, gathered when it is first asked for."""
        if self.gathered is None:
            self.gathered = gather(self.root, self.url)
        return self.gathered

    def text_of(self, node: int) -> str:
        """All text inside an element, blanks collapsed."""
        low, high = self.first[node], self.last[node]
        if high - low < 2:
            return self.lines[low] if high > low else ""
        known = self.joined.get(node)
        if known is None:
            known = self.joined[node] = clean("".join(self.texts[low:high]))
        return known

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

    def names(self, node: int) -> str:
        """What an element is called: its classes, and its property in microdata; "" for nothing."""
        known = self.called.get(node)
        if known is None:
            itemprop = self.nodes[node].get("itemprop")
            known = self.called[node] = f"{self.classes[node]} {itemprop}" if itemprop else self.classes[node]
        return known


def lay_out(root: Element, url: str, tops: list[Element] | None = None) -> Page:  # noqa: C901, PLR0912, PLR0915
    """Walk a parsed page once, or only the given elements of it, which then have no parents.

    Raises:
        NotGenuine: more than 300,000 elements or 10,000 links, or nested deeper than the parser keeps.
    """
    page = Page(url, root)
    nodes, tags, parents, ends = page.nodes, page.tags, page.parents, page.ends
    depths, classes, paths = page.depths, page.classes, page.paths
    texts, owners, first, last, sizes = page.texts, page.owners, page.first, page.last, page.sizes
    kinds: dict[str, int] = _KINDS
    met: dict[
        tuple[int, str], tuple[int, int]
    ] = {}  # the path and the kind of an element, by the path above and its tag
    anchors: list[int] = []
    listed = {_LINK: anchors, _TIME: page.times, _IMAGE: page.images, _HEADING: page.headings}
    base = url
    # The innermost open element, -1 for none; the numbers of elements, texts and characters so far. The text behind an
    # element is taken when it closes.
    current, count, taken, size = -1, 0, 0, 0
    opened: Element | None = None
    edge = True
    icon: object = page
    if tops is not None:
        stated = root.find("head/base")
        base = join(url, stated.get("href") or "") if stated is not None else url
    walk = chain(*(top.iter() for top in tops), (None,)) if tops is not None else chain(_walk(root), (None,))
    for element in walk:
        above = element.getparent() if element is not None else None
        while opened is not above and opened is not None:
            ends[current] = count
            last[current] = taken
            if kinds.get(tags[current], _BLOCK) >= _BLOCK:
                edge = True
            text = opened.tail
            current = parents[current]
            opened = nodes[current] if current >= 0 else None
            if text:
                if text.isspace():
                    edge = True
                else:
                    texts.append("\n" + text if edge else text)
                    owners.append(max(current, 0))
                    taken += 1
                    size += len(text)
                    sizes.append(size)
                    edge = False
        if element is None:
            break
        tag: str = element.tag  # type: ignore[assignment]  # the parser leaves comments out: every tag is a name
        key = (paths[current] if current >= 0 else -1, tag)
        if key in met:
            path, kind = met[key]
        else:
            # A list right in a list is one that was never closed: its records stand on one level.
            unclosed = current >= 0 and tag in _UNCLOSED and tags[current] == tag
            path, kind = met[key] = paths[current] if unclosed else len(met), kinds.get(tag, _BLOCK)
        if kind >= _SKIPPED:
            if kind > _SKIPPED:
                base = _read_aside(page, element, base)
            if len(element) and (kind != _HEAD or above is not root):
                _pass_over(walk, element)
            text = element.tail
        else:
            if count > MAX_NODES:
                raise NotGenuine(f"The page has more than {MAX_NODES} elements: no listing has.", url=url)
            depths.append(depths[current] + 1 if current >= 0 else 0)
            parents.append(current)
            nodes.append(element)
            tags.append(tag)
            paths.append(path)
            classes.append(element.get("class") or "")
            first.append(taken)
            ends.append(0)
            last.append(0)
            current, opened = count, element
            count += 1
            if kind >= _BLOCK:
                edge = True
            if kind == _ICON:
                classes[current] = _icon_names(element, classes[current])
                icon = element  # of what it holds, its parts' own texts name it: <title>
            elif kind in listed:
                listed[kind].append(current)
            if above is icon and len(element):
                _pass_over(walk, element)
            text = element.text
        if text:
            if text.isspace():
                # A blank between two inline texts parts words, too.
                edge = True
            else:
                texts.append("\n" + text if edge else text)
                owners.append(current)
                taken += 1
                size += len(text)
                sizes.append(size)
                edge = False
    if max(depths) >= MAX_DEPTH:
        raise NotGenuine("The page is nested deeper than 250 elements, and can't be read whole.", url=url)
    page.lines = list(map(clean, texts))
    _take_links(page, anchors, base, whole=tops is None)
    return page


def _walk(root: Element) -> Iterator[Element]:
    """All elements in document order, of a page's head no more than itself."""
    return chain((root,), *((part,) if part.tag == "head" else part.iter() for part in root))


def _pass_over(walk: Iterator[Element | None], element: Element) -> None:
    """Leave out what is inside of an element that the walk has just come to."""
    inside = sum(1 for _ in element.iterdescendants())
    next(islice(walk, inside, inside), None)


def _read_aside(page: Page, element: Element, base: str) -> str:
    """Take what a page's head and its scripts state as data; give the address that links are relative to."""
    if element.tag == "head":
        base, blocks = _read_head(element, page.url)
        page.data_blocks += blocks
    elif "ld+json" in (element.get("type") or ""):
        page.data_blocks.append(element.text or "")
    return base


def _icon_names(element: Element, names: str) -> str:
    """What a drawn icon says of itself: its class, and the name of the symbol that it uses."""
    used = (
        element[0].get("href") or element[0].get("xlink:href") or "" if len(element) and element[0].tag == "use" else ""
    )
    return " ".join(part for part in (names, element.get("data-icon"), element.get("data-lucide"), used) if part)


def _read_head(head: Element, url: str) -> tuple[str, list[str]]:
    base, blocks = url, []
    for element in head:
        if element.tag == "base" and element.get("href"):
            base = urljoin(url, element.get("href") or "")
        elif element.tag == "script" and "ld+json" in (element.get("type") or ""):
            blocks.append(element.text or "")
    return base, blocks


def _take_links(page: Page, anchors: list[int], base: str, *, whole: bool) -> None:
    if len(anchors) > MAX_LINKS:
        raise NotGenuine(f"The page has {len(anchors)} links: more than a listing has.", url=page.url)
    origin = origin_of(base)
    host = urlsplit(page.url).netloc.lower().removeprefix("www.")
    own = tuple(f"{scheme}://{prefix}{host}" for scheme in ("http", "https") for prefix in ("", "www."))
    own_origin = origin.startswith(own)
    nodes, links = page.nodes, page.links
    known: dict[str, tuple[str, str, str, bool] | None] = {}
    hrefs = dict(zip(page.leads.anchors, page.leads.hrefs, strict=True)) if whole else {}
    for node in anchors:
        href = hrefs[nodes[node]] if whole else nodes[node].get("href")
        if not href:
            continue
        if href in known:
            led = known[href]
        elif href[0] == "/" and href[1:2] != "/" and "#" not in href:
            full = origin + href.strip()
            led = known[href] = (full, "", full.rstrip("/"), own_origin)
        else:
            address, _, fragment = href.strip().partition("#")
            full = in_full(address, base, origin)
            led = known[href] = (full, fragment, full.rstrip("/"), full.startswith(own)) if full else None
        if led is not None:
            links.append(_new_link(Link, (node, *led)))


_new_link = tuple.__new__  # what Link(…) does, without a call in between: pages have a hundred of them


def is_left_out(element: Element) -> bool:
    """Whether an element stands in one that is left out of a page's layout."""
    return any(_KINDS.get(str(above.tag), _BLOCK) >= _SKIPPED for above in element.iterancestors())


def in_full(address: str, base: str, origin: str) -> str:
    """A link's address in full, or "" where it leads to no page."""
    if address.startswith(_WEB):
        return address
    if address[:1] == "/" and address[1:2] != "/":
        return origin + address
    full = join(base, address) if address else ""
    return full if full.startswith(_WEB) else ""


@lru_cache(maxsize=4096)
def join(base: str, address: str) -> str:
    """Resolve a relative address; an address that can't be one gives ""."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
