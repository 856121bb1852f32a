"""Files that a page links to outside of its records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from crawler.listing.parsing import Element, content
from crawler.listing.slots import clean
from crawler.listing.tree import Page, in_full, is_left_out, lay_out, origin_of
from pipeline.noise import is_label, is_read_more
from pipeline.urls import is_file

_NEAR = 300


def page_files(page: Page, spans: list[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    """Give (address, title) of every linked file outside the records.

    The title is the link's text; where that only says "Download", the text around the link.
    """
    found: dict[str, str] = {}
    spans = sorted(spans)
    starts = [start for start, _ in spans]
    for link in page.links:
        if "." not in link.url[-8:] and "?" not in link.url:
            continue
        if not is_file(link.url):
            continue
        place = bisect_right(starts, link.node) - 1
        if place >= 0 and link.node < spans[place][1]:
            continue
        title = _title(page, link.node)
        if len(title) > len(found.get(link.url, "")) or link.url not in found:
            found[link.url] = title
    return tuple(found.items())


def files_beside(root: Element, url: str, page: Page, anchors: Sequence[Element]) -> tuple[tuple[str, str], ...]:
    """The files that a page links to outside of those records that alone were laid out; `anchors` are all its links.

    The whole page is only laid out where a link does not say by itself what it leads to.
    """
    inside = {link.url for link in page.links}
    origin = origin_of(url)
    found: dict[str, str] = {}
    for anchor in anchors:
        href = anchor.get("href")
        if not href or "." not in href[-8:] or not is_file(href):
            continue
        full = in_full(href.strip().partition("#")[0], url, origin)
        if full in inside or not is_file(full) or is_left_out(anchor):
            continue
        title = clean(content(anchor))
        if not _tells(title) or root.find("head/base") is not None:
            return _in_whole_page(root, url, page)
        if len(title) > len(found.get(full, "")):
            found[full] = title
    return tuple(found.items())


def _in_whole_page(root: Element, url: str, page: Page) -> tuple[tuple[str, str], ...]:
    whole = lay_out(root, url)
    numbers = {element: number for number, element in enumerate(whole.nodes)}
    tops = [numbers[page.nodes[node]] for node, parent in enumerate(page.parents) if parent < 0]
    return page_files(whole, [(top, whole.ends[top]) for top in tops])


def _tells(text: str) -> bool:
    """Whether a link's text says what it leads to."""
    return bool(text) and not is_label(text) and not is_read_more(text) and not _names_an_act(text)


def _title(page: Page, node: int) -> str:
    text = page.text_of(node)
    if _tells(text):
        return text
    own = range(page.first[node], page.last[node])
    for above in page.ancestors(node):
        if page.tags[above] in ("body", "html", "main") or page.size_of(above) > _NEAR + len(text):
            break
        around = clean("".join(page.texts[at] for at in range(page.first[above], page.last[above]) if at not in own))
        if len(around) > 3:
            return around
    return clean(page.attribute(node, "title")) or text


_ACTS = frozenset(
    "download downloads pdf doc docx herunterladen télécharger descargar scarica baixar скачать 下载 下載 تحميل"
    " تنزيل ดาวน์โหลด ダウンロード 다운로드 "
    "view open read here click file link full text report the document a as version kb mb".split()
)


def _names_an_act(text: str) -> bool:
    words = [word.strip("()[].,:|–-").lower() for word in text.split()]
    return all(not word or word in _ACTS or word.replace(".", "").isdigit() for word in words)
