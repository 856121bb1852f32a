"""Pages that say themselves that they hold nothing: not found, no results. What lists stand on them are of other pages."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.listing.parsing import content, hides, parse
from crawler.listing.texts import clean
from crawler.listing.tree import Page

_LONGEST = 80
_LEVELS = ("h1", "h2")
_SITE = re.compile(r"\s[|–—-]\s")
_SENTENCE = re.compile(r"(?<=[.!。])\s")
_MISSING = re.compile(
    r"(?:error\W*|fehler\W*|erreur\W*)?40[34]\b.{0,50}"
    r"|(?:oops|sorry|ups|désolé|lo sentimos)?\W*(?:(?:the |this |that |requested )*page(?: you.{0,40})?"
    r" (?:can(?:['’]?t|not) be found|could not be found|was not found|not found|does(?:n['’]?t| not) exist)"
    r"|(?:page|file) not found|not found|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada"
    r"|seite nicht gefunden|pagina non trovata|pagina niet gevonden|nie znaleziono(?: strony)?|страница не найдена"
    r"|сторінку не знайдено|sayfa bulunamadı|الصفحة غير موجودة|页面不存在|页面未找到|找不到页面|ページが見つかりません"
    r"|페이지를 찾을 수 없습니다|halaman tidak ditemukan|không tìm thấy trang)\W*",
    re.IGNORECASE,
)
_NO_HITS = re.compile(
    r"(?:sorry|oops)?\W*(?:(?:there (?:are|were) )?no (?:search )?(?:results|matches|posts|items|entries|documents|articles)"
    r"(?: (?:(?:were |was )?(?:found|available)|to (?:show|display)|for).{0,50})?|nothing (?:was )?found|0 results.{0,30}"
    r"|nothing matched.{0,40}|aucun résultat.{0,30}|no se (?:han encontrado|encontraron) resultados|sin resultados"
    r"|nenhum resultado.{0,20}|keine (?:ergebnisse|treffer).{0,20}|nessun risultato.{0,20}|geen resultaten.{0,20}"
    r"|brak wyników"
    r"|ничего не найдено|нет результатов|нічого не знайдено|sonuç bulunamadı|لا توجد نتائج|没有找到.{0,10}|无搜索结果"
    r"|該当する.{0,20}ありません|검색 결과가 없습니다|tidak ada hasil|không tìm thấy kết quả|hakuna matokeo)\W*",
    re.IGNORECASE,
)


def is_vacant(page: Page) -> bool:
    """Whether a page's heading, or its title, says that it is not there, or that there are no hits."""
    for heading in page.headings:
        if (
            page.tags[heading] in _LEVELS
            and page.size_of(heading) <= _LONGEST
            and any(_says_so(page.text_of(heading)))
            and not _is_linked(page, heading)
            and not _is_hidden(page, heading)
        ):
            return True
    title = page.root.find("head/title")
    return title is not None and _says_so(_SITE.split(clean(content(title)))[0])[0]


def says_nothing_is_there(markup: bytes, url: str, encoding: str | None = None) -> bool:
    """Whether a page in which no record was found says in a line of its own that there are none: "Nothing found."

    Raises NotGenuine as `parse` does.
    """
    for element in parse(markup, url, encoding).iter("h1", "h2", "h3", "h4", "p", "div", "li", "td", "strong", "em"):
        said = clean(element.text or "")
        if (
            0 < len(said) <= _LONGEST
            and _NO_HITS.match(said + " ")
            and _says_so(_SENTENCE.split(said, maxsplit=1)[0])[1]
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def _says_so(text: str) -> tuple[bool, bool]:
    """Whether a text says that a page is not there, and whether it says that there are no hits."""
    return _MISSING.fullmatch(text) is not None, _NO_HITS.fullmatch(text) is not None


def _is_linked(page: Page, heading: int) -> bool:
    """Whether a heading leads somewhere: it is a record's, whatever it says."""
    inside = page.tags[heading + 1 : page.ends[heading]]
    return "a" in inside or any(page.tags[above] == "a" for above in page.ancestors(heading))


def _is_hidden(page: Page, node: int) -> bool:
    """Whether a template keeps a text for later: shown by a script where a filter leaves nothing."""
    for each in (node, *page.ancestors(node)):
        if hides(page.nodes[each]):
            return True
        if any(sign in page.classes[each].lower() for sign in ("hidden", "hide", "d-none", "js-")):
            return True
    return False
