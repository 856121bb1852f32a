"""The text of an item's page: its heading, its own text without the frame, and the links to files and terms in it."""

from __future__ import annotations

import copy
import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from crawler.page_frames import in_comments, in_frame, outside_frames
from crawler.page_parts import authors, terms, times
from crawler.wordpress import files_in

# A teaser needs no more; what a site sends may be a book.
_MOST_TEXT = 4_000
_MAIN = ("main", "article", "section", "div", "td")
# The least share of the page's paragraphs that the smallest element around its text holds.
_SHARE = 0.7
_MOST_HEADINGS = 60
_SEPARATOR = re.compile(r"\s+[|–—·•»«~:-]+\s+|\s*[|»«]\s*|:\s+")
# The least share of the address's words in that part of a title which is the item's own.
_NEAR = 0.6
# WordPress writes "Protected: " before the title of a text behind a password (`protected_title_format`), translated.
_PROTECTED = re.compile(r"[^:：<]{2,30}[:：]\s+")


@dataclass(frozen=True, slots=True)
class PageText:
    """`heading` and `markup` are markup; `files` are {url, title}; dates as they stand in `<time>`."""

    head_title: str = ""
    heading: str = ""
    heading_text: str = ""
    markup: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    files: tuple[dict[str, str], ...] = ()


def text_of_page(tree: HtmlElement, url: str) -> PageText:
    """Read what people see on an item's page. `url` resolves its links."""
    head = tree.find("head/title")
    title = " ".join(head.text_content().split()) if head is not None else ""
    body = tree.find("body")
    if body is None:
        return PageText(head_title=title)
    protected = bool(body.xpath(".//form[contains(concat(' ', @class, ' '), ' post-password-form ')]"))
    main = _main(body)
    heading = _heading(body, title, url)
    around = _around(main, heading, body)
    published, modified = times(around)
    categories, tags = terms(around, url)
    holder = main if around is body else around
    return PageText(
        head_title=title,
        heading=_PROTECTED.sub("", _markup_of(heading), count=1) if protected else _markup_of(heading),
        heading_text=heading.text_content() if heading is not None else "",
        markup="" if protected else _paragraphs(main),
        published=published,
        modified=modified,
        authors=authors(around, url),
        categories=categories,
        tags=tags,
        files=tuple(files_in(etree.tostring(holder, encoding="unicode"), url)),
    )


_TEXTUAL = frozenset(("p", "li", "blockquote", "h2", "h3", "pre", "dd"))


def _main(body: HtmlElement) -> HtmlElement:
    """The smallest element that holds most of the text in paragraphs outside of the page's frame."""
    weights: dict[HtmlElement, int] = {}
    total = 0
    for paragraph in outside_frames(body, frozenset(("p", "blockquote", "pre"))):
        length = len(paragraph.text_content())
        total += length
        for above in paragraph.iterancestors():
            weights[above] = weights.get(above, 0) + length
            if above is body:
                break
    best = body
    for element, weight in weights.items():
        if (
            weight >= total * _SHARE
            and element.tag in _MAIN
            and weight <= weights.get(best, total)
            and _depth(element) > _depth(best)
        ):
            best = element
    return best


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _around(main: HtmlElement, heading: HtmlElement | None, body: HtmlElement) -> HtmlElement:
    """The element around the text and its heading: where the item's date, terms and byline stand."""
    chain = [main, *main.iterancestors()]
    if heading is not None:
        above = {heading, *heading.iterancestors()}
        return next(each for each in chain if each in above)
    inside = chain[: chain.index(body)]
    named = (each for each in inside if each.tag in {"article", "main"} or each.get("role") == "main")
    return next(named, main)


def _heading(body: HtmlElement, title: str, url: str) -> HtmlElement | None:
    """The heading that is the item's title: part of the head's title, no link to the home page, nearest to the address."""
    slug = _words(unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]))
    best, most = None, (-1.0, -1.0, -1)
    for each in islice(body.iter("h1", "h2", "h3"), _MOST_HEADINGS):
        text = " ".join(each.text_content().split())
        if not text or in_frame(each, body) or in_comments(each, body) or _leads_home(each, url):
            continue
        named = bare(text) in bare(title)
        if each.tag != "h1" and not named:
            continue
        words = _words(text)
        near = len(words & slug) / max(len(slug), 1)
        score = (float(named), near, len(text) if named else -len(text))
        if score > most:
            best, most = each, score
    return best


def _leads_home(heading: HtmlElement, url: str) -> bool:
    links = list(heading.iter("a")) or list(heading.iterancestors("a"))
    return bool(links) and urlsplit(urljoin(url, links[0].get("href", ""))).path in {"", "/"}


def part_of_title(title: str, url: str) -> str:
    """The part of a head's title that is the item's own: "A report | The site" → "A report", told by the address."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip()]
    slug = _words(unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]))
    if len(parts) < 2 or not slug:
        return title
    shares = [len(_words(part) & slug) / len(slug) for part in parts]
    if max(shares) < _NEAR:
        return title
    kept = [at for at, share in enumerate(shares) if share > 0]
    return title if len(kept) > 1 else parts[kept[0]]


def _words(text: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return {word for word in re.split(r"[\W_]+", plain) if word}


def bare(text: str) -> str:
    """A text's letters and digits alone, to compare two writings of it."""
    return "".join(filter(str.isalnum, text.casefold()))


def _markup_of(heading: HtmlElement | None) -> str:
    if heading is None:
        return ""
    one = copy.deepcopy(heading)
    for each in [*one.iter("svg", "button", "script", "style")]:
        each.drop_tree()
    return _inner(one)


def _inner(element: HtmlElement) -> str:
    inside = "".join(etree.tostring(each, encoding="unicode") for each in element)
    text = (element.text or "").replace("&", "&amp;").replace("<", "&lt;")
    return (text + inside).strip()


def _paragraphs(main: HtmlElement) -> str:
    """The item's text as markup, as much as a teaser may need."""
    taken: list[str] = []
    length = 0
    for each in outside_frames(main, _TEXTUAL):
        text = " ".join(each.text_content().split())
        if each.tag in {"h2", "h3"} or not text:
            continue
        taken.append(etree.tostring(each, encoding="unicode", with_tail=False))
        length += len(text)
        if length > _MOST_TEXT:
            break
    return "".join(taken)
