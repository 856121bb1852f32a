"""Files that a page links to outside of its records."""

from __future__ import annotations

from bisect import bisect_right

from crawler.listing.slots import clean
from crawler.listing.tree import Page
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


def _title(page: Page, node: int) -> str:
    text = page.text_of(node)
    if text and not is_label(text) and not is_read_more(text) and not _names_an_act(text):
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
