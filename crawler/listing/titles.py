"""Which of a record's texts is its title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from crawler.listing.entries import is_term
from crawler.listing.kinds import is_kind
from crawler.listing.media import images_in
from crawler.listing.signs import without_signs
from crawler.listing.slots import Row, Table, says_nothing
from crawler.listing.texts import BRACKETS, clean, date_like, is_date, length, without_size
from crawler.listing.tree import HEADINGS, Page
from crawler.listing.untitled import called_title, in_italics, in_name, is_number, says_no_title, title_cell
from crawler.listing.words import COMMENTS_FRAGMENT, Part, parts_of
from pipeline.urls import is_file

_PERMALINK_TITLE = re.compile(
    r"^(?:permalink (?:to|for)|permanent link to|link to|read more about|read more|continue reading|go to|view)\s*:?\s*",
    re.IGNORECASE,
)
_INLINE = frozenset("a b strong em i span mark font small u code sub sup svg br wbr bdi img".split())
_TITLE_LONGEST = 400
# A title in no heading and no link, beside a link that says "Download", has more letters than a label.
_SHORTEST = 12
_WORD_MORE = 12
_ADDRESS = re.compile(r"https?://\S+$|www\.\S+$|doi:\S+$", re.IGNORECASE)
_BOLD = frozenset(("b", "strong"))
_DOTS = ("…", "...")


def title_records(table: Table) -> None:
    """Find every record's title and take its texts."""
    for row in table.rows:
        _title(table, row)
        _take_copies(table, row)
        if row.title.endswith(_DOTS):
            row.title = _in_full(table.page, row)
        if row.title[-1:] in BRACKETS and is_file(table.page.links[row.anchor].url):
            row.title = without_size(row.title)


def _in_full(page: Page, row: Row) -> str:
    """A title that is cut short, as an attribute of its link has it: `<a title="On wells and pumps">On wells…</a>`."""
    shown = row.title.rstrip("….").rstrip()
    for node in _own_links(page, row):
        for name in ("title", "aria-label"):
            stated = clean(page.attribute(node, name))
            if shown and stated.startswith(shown) and len(stated) < _TITLE_LONGEST:
                return stated
    return row.title


def _take_copies(table: Table, row: Row) -> None:
    """Take the other texts of a record that say the title once more; of a title for screen readers, the one that is seen."""
    page = table.page
    if len(row.title) < _SHORTEST:
        return
    most = len(row.title) + _WORD_MORE  # "on TITLE" behind "Comments off"
    for at in row.free():
        line = page.lines[at]
        if line.endswith(row.title) and len(line) <= most and len(page.texts[at]) < 2 * _TITLE_LONGEST:
            row.take(at, at + 1, "title")
            if Part.TITLE in parts_of(page.classes[page.owners[at]]):
                row.title_node = page.owners[at]


def _own_links(page: Page, row: Row) -> list[int]:
    """The links of a record to its own target, without those to its comments."""
    return [
        page.links[n].node
        for n in row.links
        if page.links[n].target == row.target
        and not (page.links[n].fragment and COMMENTS_FRAGMENT.match(page.links[n].fragment))
    ]


def _link_lengths(table: Table) -> dict[tuple[int, str, int], float]:
    """How long the texts of the links at each place of the records are on average; asked only where no heading tells."""
    if table.lengths is not None:
        return table.lengths
    page = table.page
    seen: dict[tuple[int, str, int], list[float]] = defaultdict(list)
    for row in table.rows:
        for place, node in enumerate(_own_links(page, row)):
            text = page.text_of(node)
            if text and not says_nothing(table, text):
                letters = sum(map(str.isalpha, text)) / len(text)
                seen[page.paths[node], page.classes[node], place].append(
                    min(length(text), _TITLE_LONGEST) * (letters > 0.5)
                )
    table.lengths = {slot: sum(lengths) / len(table.rows) for slot, lengths in seen.items()}
    return table.lengths


def _in_heading(table: Table, own: list[int], heads: list[int]) -> int | None:
    """The heading around, or in, a link to the record, or the link that says what the heading does."""
    page = table.page
    for head in heads:
        inside = [node for node in own if head < node < page.ends[head] and page.size_of(node)]
        telling = [node for node in inside if not says_nothing(table, page.text_of(node))]
        if inside and not telling and page.size_of(head) > page.size_of(inside[0]) + 3:
            return head
        if inside:
            return (telling or inside)[0]
        around = next((node for node in own if node < head < page.ends[node]), None)
        if around is not None and page.size_of(head):
            return _greatest(page, [each for each in heads if head <= each < page.ends[around]])
    return None


def _title(table: Table, row: Row) -> None:  # noqa: C901, PLR0911, PLR0912
    page = table.page
    own = _own_links(page, row)
    heads = page.headings[bisect_left(page.headings, row.start) : bisect_left(page.headings, row.end)]
    if (headed := _in_heading(table, own, heads)) is not None:
        _take_title(table, row, headed)
        return
    if heads and is_file(page.links[row.anchor].url):
        # "Download (PDF, 1.2 MB)": what is downloaded stands in the heading.
        for head in heads:
            if not says_no_title(table, page.text_of(head)):
                _take_title(table, row, head)
                return
    named = []
    for place, node in enumerate(own):
        text = _without_dates(page, node)
        if (
            text
            and not says_nothing(table, text)
            and not text.isdigit()
            and not _ADDRESS.match(text)
            and not (len(text) < 40 and is_date(text))
        ):
            mean = _link_lengths(table).get((page.paths[node], page.classes[node], place), 0.0)
            named.append((node, text, mean))
    if named:
        node, text = _best_named(page, named)
        if is_number(text) and (shown := title_cell(table, row) or called_title(table, row, beside=node)) is not None:
            _take_title(table, row, shown)
            return
        inner = _inner_title(table, node) if page.ends[node] - node > 2 else None
        free_heads = [h for h in heads if not date_like(page.text_of(h))]
        if inner is None and len(text) > 250 and free_heads:
            inner = free_heads[0]
        _take_title(table, row, inner if inner is not None else node)
        return
    for head in heads:
        text = page.text_of(head)
        if not says_no_title(table, text):
            _take_title(table, row, head)
            return
    called = title_cell(table, row) or called_title(table, row)
    if called is not None:
        _take_title(table, row, called)
        return
    telling = (at for at in row.free() if not says_no_title(table, page.lines[at]))
    longest = max(telling, key=lambda at: len(page.texts[at].strip()), default=-1)
    text = page.lines[longest] if longest >= 0 else ""
    for node in own:
        stated = _PERMALINK_TITLE.sub("", clean(page.attribute(node, "title") or page.attribute(node, "aria-label")))
        # "PDF of No. 1100" is said of a file: what stands beside its link says more.
        if stated and not says_nothing(table, stated) and not (len(text) > len(stated) and is_file(row.target)):
            _take_stated(page, row, stated)
            return
    cited = in_name(table, row) or in_italics(table, row)
    if cited is not None:
        _take_title(table, row, cited)
        return
    bold = {at for at in row.free() if page.tags[page.owners[at]] in _BOLD}
    first = next((at for at in row.free() if at in bold or not says_no_title(table, page.lines[at])), -1)
    if first in bold and len(page.lines[first]) >= _SHORTEST:
        _take_title(table, row, page.owners[first])
        return
    if len(text) >= _SHORTEST:
        if page.size_of(page.owners[longest]) <= len(text) + 3:
            _take_title(table, row, page.owners[longest])
        else:
            row.title = text
            row.take(longest, longest + 1, "title")
        return
    for image in images_in(page, row):
        stated = clean(page.attribute(image, "alt"))
        if stated:
            row.title = stated
            return


def _greatest(page: Page, heads: list[int]) -> int:
    """Of the headings in one link, the first of the highest level: a kicker and a subtitle are set in smaller ones."""
    return min((head for head in heads if page.size_of(head)), key=lambda head: (page.tags[head], head))


def _take_stated(page: Page, row: Row, stated: str) -> None:
    """Take a title that was found in an attribute, and the text that shows it: "Open TITLE" is shown as TITLE."""
    row.title = stated
    for at in range(row.low, row.high):
        shown = page.lines[at]
        if shown == stated or (
            len(shown) >= _SHORTEST and shown in stated and (2 * len(shown) > len(stated) or stated.startswith(shown))
        ):
            row.title = shown
            row.take(at, at + 1, "title")
            return


def _without_dates(page: Page, node: int) -> str:
    """An element's text without the pieces in it that are dates."""
    low, high = page.first[node], page.last[node]
    if high - low < 2:
        return page.text_of(node)
    return clean("".join(page.texts[at] for at in range(low, high) if not is_date(page.texts[at].strip())))


def _best_named(page: Page, named: list[tuple[int, str, float]]) -> tuple[int, str]:
    def rank(entry: tuple[int, str, float]) -> tuple[bool, bool, float]:
        node, text, mean = entry
        names = parts_of(page.classes[node]) | parts_of(page.classes[page.parents[node]])
        return (Part.TITLE in names, len(text) <= _TITLE_LONGEST, mean)

    node, text, _ = max(named, key=rank)
    return node, text


def _inner_title(table: Table, node: int) -> int | None:
    """Inside a link around a whole card: the element that is named a title, or the first longer line."""
    page = table.page
    marked = any(page.tags[inner] not in _INLINE for inner in range(node + 1, page.ends[node]))
    for inner in range(node + 1, page.ends[node]):
        if Part.TITLE in parts_of(page.classes[inner]) and 0 < page.size_of(inner) < _TITLE_LONGEST:
            return inner
    if not marked and page.size_of(node) < 120:
        return None
    lines = [
        n
        for n in range(node + 1, page.ends[node])
        if page.tags[n] in ("b", "strong", "p", "div", "span") and 0 < page.size_of(n) < 300
    ]
    leaves = [n for n in lines if not any(m > n and m < page.ends[n] for m in lines)]
    for inner in leaves:
        text = page.text_of(inner)
        if length(text) >= _SHORTEST and not is_date(text) and not says_nothing(table, text):
            return inner
    return None


def _take_title(table: Table, row: Row, node: int) -> None:
    page = table.page
    row.title_node = node
    kept = [
        at
        for at in range(page.first[node], page.last[node])
        if page.owners[at] == node or not is_date(page.texts[at].strip())
    ]
    if not kept:
        kept = list(range(page.first[node], page.last[node]))
    said = without_signs(table, node, kept)
    row.title = clean("".join(page.texts[at] for at in said))
    for at in kept:
        if at in said or not is_kind(page.lines[at]):  # a badge in a title's link may say what kind of document it is
            row.take(at, at + 1, "title")
    # What else the heading holds (a badge, an anchor sign) is no teaser; a date in it is a date, a term a term.
    parent = page.parents[node]
    if page.tags[parent] in HEADINGS and parent >= row.start and page.last[parent] - page.first[parent] > len(kept):
        terms = [page.links[number].node for number in row.links if is_term(page, number)]
        for at in range(page.first[parent], page.last[parent]):
            in_term = any(page.first[term] <= at < page.last[term] for term in terms)
            if not in_term and not is_date(page.texts[at].strip()):
                row.take(at, at + 1, "title")
