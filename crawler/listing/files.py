"""Files that a page links to outside of its records."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from crawler.listing.parsing import Element, content
from crawler.listing.texts import clean
from crawler.listing.tree import Page, in_full, is_left_out, lay_out
from pipeline.noise import is_label, is_read_more
from pipeline.urls import is_file

_NEAR = 300
_SHORTEST = 3
_WHOLE = ("body", "html", "main")


def page_files(page: Page, spans: list[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    """Give (address, title) of every linked file outside the records.

    The title is the link's text; where that only says "Download", the text around the link.
    """
    found: dict[str, str] = {}
    spans = sorted(spans)
    starts = [start for start, _ in spans]
    likely = [(node, url) for node, url, _, _, _ in page.links if "." in url[-8:] or "?" in url]
    for node, url in likely:
        if not is_file(url):
            continue
        place = bisect_right(starts, node) - 1
        if place >= 0 and node < spans[place][1]:
            continue
        title = _title(page, node)
        if len(title) > len(found.get(url, "")) or url not in found:
            found[url] = title
    return tuple(found.items())


def files_beside(page: Page) -> tuple[tuple[str, str], ...]:
    """The files that a page links to outside of those records that alone were laid out."""
    leads = page.leads
    found: dict[str, str] = {}
    inside: set[str] | None = None
    likely = [
        (anchor, href)
        for anchor, href in zip(leads.anchors, leads.hrefs, strict=True)
        if "." in href[-8:] or "?" in href or "#" in href
    ]
    for anchor, href in likely:
        if not is_file(href):
            continue
        full = in_full(href.strip().partition("#")[0], leads.base, leads.origin)
        inside = {link.url for link in page.links} if inside is None else inside
        if full in inside or not is_file(full) or is_left_out(anchor):
            continue
        title = _title_beside(page, anchor)
        if len(title) > len(found.get(full, "")) or full not in found:
            found[full] = title
    return tuple(found.items())


def _title_beside(page: Page, anchor: Element) -> str:
    """What a link that stands outside of what was laid out is called; only as much around it is laid out as tells."""
    alone = lay_out(page.root, page.url, [anchor])
    text = alone.text_of(0)
    if _tells(text):
        return text
    top, said = anchor, None
    while said is None and (above := top.getparent()) is not None and above.tag not in _WHOLE:
        top = above
        if len(clean(content(top))) > len(text) + _SHORTEST:
            laid = lay_out(page.root, page.url, [top])
            said = _said_around(laid, laid.nodes.index(anchor), text)
    return said or clean(anchor.get("title") or "") or text


def _tells(text: str) -> bool:
    """Whether a link's text says what it leads to."""
    return bool(text) and not is_label(text) and not is_read_more(text) and not names_an_act(text)


def _title(page: Page, node: int) -> str:
    text = page.text_of(node)
    return text if _tells(text) else _said_around(page, node, text) or clean(page.attribute(node, "title")) or text


def _said_around(page: Page, node: int, text: str) -> str | None:
    """The text of the smallest element around a link that says something; "": it says too much to be the link's title.

    None: nothing that was laid out says anything.
    """
    own = range(page.first[node], page.last[node])
    for above in page.ancestors(node):
        if page.tags[above] in _WHOLE or page.size_of(above) > _NEAR + len(text):
            return ""
        around = clean("".join(page.texts[at] for at in range(page.first[above], page.last[above]) if at not in own))
        if len(around) > _SHORTEST:
            return around
    return None


_ACTS = frozenset(
    "download downloads pdf doc docx herunterladen télécharger descargar scarica baixar скачать 下载 下載 تحميل"
    " تنزيل ดาวน์โหลด ダウンロード 다운로드 "
    "view open read here click file link full text report the document a as version kb mb gb"
    " кб мб ko mo кбайт бит file(s) files".split()
)


@lru_cache(maxsize=4096)
def names_an_act(text: str) -> bool:
    """Whether a link's text only says what one does with it: "Download (PDF, 1.2 MB)"."""
    words = [word.strip("()[].,:|–-").lower() for word in text.split()]
    return all(not word or word in _ACTS or word.replace(".", "").isdigit() for word in words)
