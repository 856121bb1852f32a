"""Where a record's title stands when no link and no heading says it."""

from __future__ import annotations

from crawler.listing.slots import Row, Table, says_nothing
from crawler.listing.texts import is_date
from crawler.listing.words import Part, parts_of

_NUMBER_LONGEST = 24
_NAMES = frozenset(("summary", "dt", "figcaption", "legend", "caption"))
_CITING = frozenset(("i", "em", "cite", "q"))
_LONGEST = 400
_SHORTEST = 12  # a title in no heading and no link has more letters than a label


def is_number(text: str) -> bool:
    """Whether a link's text is a number of its record rather than a title: "2411.01234", "E-0012/24", "E/CN.4/2025/L.12"."""
    if len(text) > _NUMBER_LONGEST or " " in text:
        return False
    return 2 * sum(map(str.isalpha, text)) < len(text) or (text.isupper() and not text.isalpha())


def says_no_title(table: Table, text: str) -> bool:
    """Whether a text can be no title: it says nothing of its record, or is a date."""
    return not text or says_nothing(table, text) or (len(text) < 40 and is_date(text))


def title_cell(table: Table, row: Row) -> int | None:
    """The cell in the column whose header says that it holds titles."""
    if Part.TITLE not in table.headers:
        return None
    for cell in table.page.children(row.start):
        text = table.page.text_of(cell)
        if table.header_of(row, cell) is Part.TITLE and not says_no_title(table, text) and not is_number(text):
            return cell
    return None


def called_title(table: Table, row: Row, *, beside: int = -1) -> int | None:
    """The element whose class names call it a title; `beside`: one that does not hold this element."""
    page = table.page
    for node in range(row.start, row.end):
        if (
            Part.TITLE in parts_of(page.classes[node])
            and not node <= beside < page.ends[node]
            and 0 < page.size_of(node) < _LONGEST
            and not says_nothing(table, page.text_of(node))
        ):
            return node
    return None


def in_name(table: Table, row: Row) -> int | None:
    """What a piece of a page that has a name is called: the summary of details, a term, a figure's caption."""
    page = table.page
    named = (node for node in range(row.start, row.end) if page.tags[node] in _NAMES and page.size_of(node) < _LONGEST)
    return next((node for node in named if not says_no_title(table, page.text_of(node))), None)


def in_italics(table: Table, row: Row) -> int | None:
    """The title of a citation: the first text in italics or quotes that is long enough for one."""
    page = table.page
    return next(
        (n for n in range(row.start, row.end) if page.tags[n] in _CITING and page.size_of(n) >= _SHORTEST), None
    )
