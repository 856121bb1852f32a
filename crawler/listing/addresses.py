"""What the shape of an address says of the page behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crawler.listing.words import Part

# The words by which addresses of term and author pages are built: a path's segment before the last, or a query's name.
_SEGMENT_WORDS = {
    Part.CATEGORY: "category categories categoria categorias categorie categorien kategorie kategorien kategori"
    " catégorie catégories"
    " cat cats rubrique rubriques rubrik rubriken section sections topic topics theme themes subject subjects"
    " thema themen tema temas taxonomy",
    Part.TAG: "tag tags post_tag etiqueta etiquetas etiquette etiquettes schlagwort schlagworte schlagwoerter"
    " keyword keywords"
    " label labels tagged stichwort hashtag hashtags mot-cle mots-cles",
    Part.AUTHOR: "author authors autor autores autoren auteur auteurs autore autori user users contributor"
    " contributors"
    " member members profile profiles writer writers avtor",
}  # fmt: skip
_SEGMENTS = {word: part for part, words in _SEGMENT_WORDS.items() for word in words.split()}
_QUERY = {
    "cat": Part.CATEGORY, "category": Part.CATEGORY, "category_name": Part.CATEGORY, "topic": Part.CATEGORY,
    "subject": Part.TAG, "tag": Part.TAG, "tags": Part.TAG, "tag_id": Part.TAG, "author": Part.AUTHOR,
    "author_name": Part.AUTHOR,
}  # fmt: skip
# Scripts that show a person or a term: user.php?id=4.
_SCRIPTS = {
    **dict.fromkeys("user author profile member memberlist userinfo".split(), Part.AUTHOR),
    **dict.fromkeys("category categories cat".split(), Part.CATEGORY), **dict.fromkeys(("tag", "tags"), Part.TAG),
}  # fmt: skip
_NAMESPACE = re.compile(r"(?:category|kategorie|catégorie|categoría|категория|分类)(?::|%3a).", re.IGNORECASE)

# Last segments of pages that hold no resource: overviews of terms, archives, feeds, forms.
_OVERVIEWS = frozenset(
    "@@search tag tags category categories categoria categorias kategorie kategorien archive archives author authors"
    " search sitemap rubriques etiquetas feed rss atom wp-login login register cart privacy-policy privacy"
    " cookie-policy cookies impressum imprint datenschutz disclaimer index home".split()
)
_NOT_PAGES = frozenset(("xml", "rss", "atom", "ics", "css", "js", "json"))
_PAGER_NAMES = frozenset(("paged", "page", "pg", "start", "offset", "b_start:int", "pagenum"))
_YEAR = re.compile(r"(?:19|20)\d\d$")
# Behind these stands an item's number, though it looks like a year: /node/2003. Archives stand behind a section's name.
_NUMBERED = frozenset(
    "node item article post id view show detail details record document doc entry story resource publication product"
    " event report notice page-id artikel articulo artículo artigo dokument documento".split()
)
_PAGE = re.compile(r"(?:(?:page|seite|pagina|página)[-_]?\d{1,4}|p[-_]?\d{1,3})$")


class Shape(NamedTuple):
    """`record`: the address may lead to a record. `part`: it leads to a category, a tag or an author.

    `year`: the one that an archive's address, which leads to no record, names; /acts/2010/3 looks as an archive's does.
    """

    record: bool
    part: Part | None
    year: str = ""


@lru_cache(maxsize=16_384)
def shape_of(url: str) -> Shape:
    """Read an address's shape: may it lead to a record, or does it lead to a term, a pager's page, an archive,"
    " a feed?"""
    path, _, query = url.partition("?")
    segments = [segment for segment in path.lower().split("/")[3:] if segment]
    part = _part(segments, query)
    if not segments:
        return Shape(bool(query) and not _pages(query), part)
    last = segments[-1]
    stem, dot, suffix = last.rpartition(".")
    numbered = bool(dot) and stem.isdigit()  # /2025/12.html is the twelfth of a year, not its December
    if dot and (suffix in ("html", "htm", "php", "aspx") or suffix in _NOT_PAGES):
        if suffix in _NOT_PAGES:
            return Shape(False, part)
    else:
        stem = last
    if stem in _OVERVIEWS or stem.startswith("@@"):
        return Shape(stem == "index" and (len(segments) > 1 or bool(query)) and not _pages(query), part)
    if not numbered and (year := _archive(segments, stem)):
        return Shape(False, part, year)
    if (
        _PAGE.match(stem)
        or (stem.isdigit() and segments[-2:-1] in (["page"], ["seite"]))
        or (stem.isdigit() and segments[-2:-1] == ["p"] and len(stem) < 4)
    ):
        return Shape(False, part)
    return Shape(not (query and _pages(query)), part)


def _archive(segments: list[str], stem: str) -> str:
    """The year of /2024/, /2024/05/, /archives/2024/05/12/: a year, and nothing but a month and a day behind it; else ""."""
    if not stem[-1:].isdigit():
        return ""
    for back, segment in enumerate([stem, *segments[-2:-4:-1]]):
        if _YEAR.match(segment):
            return segment if back < 3 and (back > 0 or not _NUMBERED.intersection(segments[-2:-1])) else ""
        if not (segment.isdigit() and len(segment) <= 2):
            dashed = len(stem) == 7 and stem[4] == "-" and _YEAR.match(stem[:4]) is not None and stem[5:].isdigit()
            return stem[:4] if dashed else ""
    return ""


def _pages(query: str) -> bool:
    """Whether a query asks for a page of a listing, a month of an archive, or a feed."""
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        name = name.lower()
        if (
            name == "feed"
            or (name == "s" and not value.isdigit())
            or (value.isdigit() and (name in _PAGER_NAMES or (name.startswith("query-") and name.endswith("-page"))))
        ):
            return True
        if name in ("m", "year") and value.isdigit() and len(value) >= 4:
            return True
    return False


_DOORS = frozenset("login logout register signup password sign-in log-in edit add".split())


def _part(segments: list[str], query: str) -> Part | None:
    if segments:
        last = segments[-1]
        if last in _DOORS:
            return None
        if len(segments) == 1 and last[0] == "@" and last[1:2].isalnum():
            return Part.AUTHOR
        if query and (part := _SCRIPTS.get(last.rpartition(".")[0])) is not None:
            return part
        if (part := _part_of_path(segments)) is not None:
            return part
        if ":" in last[:14] + last[:14].replace("%3a", ":") and _NAMESPACE.match(last):
            return Part.CATEGORY
    named = (_QUERY.get(pair.partition("=")[0].lower()) for pair in query.split("&")) if query else ()
    return next((part for part in named if part is not None), None)


def _part_of_path(segments: list[str]) -> Part | None:
    """By the words before the last segment: /category/x, /blog-tags/x."""
    for segment in segments[-2:-5:-1]:
        part = _SEGMENTS.get(segment)
        if part is None and ("-" in segment or "_" in segment):
            part = _SEGMENTS.get(segment.replace("_", "-").rpartition("-")[2])
            part = None if part is Part.AUTHOR else part
        if part is not None:
            return part
    return None
