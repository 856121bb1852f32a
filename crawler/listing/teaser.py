"""Which of a record's texts are its teaser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from crawler.listing.parsing import content
from crawler.listing.slots import Row, Table, take_hidden
from crawler.listing.texts import clean, length
from crawler.listing.tree import Page
from crawler.listing.words import Part, name_of, parts_of
from pipeline.noise import is_label, is_read_more

_PROSE_TAGS = frozenset(("p", "blockquote", "li", "dd", "pre", "td"))
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "time",
        "label",
        "ins",
        "del",
    )
)
_SUMMARY = re.compile(
    r"(?i:(?:^|[\s_-])(?:excerpt|summary|teaser|abstract|lead|snippet|standfirst|dek|description)(?=$|[\s_-]))"
    r"|(?<=[a-z])(?:Excerpt|Summary|Teaser|Abstract|Snippet|Description)(?![a-z])"
)
_BLANK_LINE = re.compile(r"[ \t\xa0]*(?:\r?\n[ \t\xa0]*){2,}|[ \xa0]{3,}")
_OTHER_FIELDS = frozenset((Part.COMMENTS, Part.AUTHOR, Part.TAG, Part.CATEGORY, Part.PUBLISHED))
_CRUMBS = re.compile(r"[^>›»]{2,40}(?:\s[>›»]\s[^>›»]{2,40}){2,}")  # "Home › News › Water"
# What says that there is none: "This dataset has no description".
_PLACEHOLDERS = frozenset(("empty", "no-description", "no-data", "placeholder", "none"))
_NAME_LONGEST = 28
_FACT_LONGEST = 80
_Slot = tuple[int, str]


def tease_records(table: Table) -> tuple[list[str | None], dict[str, str]]:
    """Give the records' teasers; None where the page has no slot for them, "" where the slot is empty."""
    page = table.page
    for row in table.rows:
        take_hidden(page, row)
    table.facts = _facts(table)
    lines = [_lines(table, row) for row in table.rows]
    votes: Counter[_Slot] = Counter()
    zones: list[int | None] = []
    for row, parts in zip(table.rows, lines, strict=True):
        zone = _zone(table, row, [block for block, _ in parts if _is_prose(table, row, block, parts)])
        zones.append(zone)
        if zone is not None:
            votes[_slot(table, row, zone)] += 1
    if not votes:
        return [None for _ in lines], {}
    usual = _named_summary(table, lines) or votes.most_common(1)[0][0]
    teasers: list[str | None] = []
    for row, parts, zone in zip(table.rows, lines, zones, strict=True):
        teasers.append(_text(table, row, parts, usual, zone))
    where = table.rows[0]
    return teasers, {"teaser": "text block" if page.tags[where.start] else ""}


def _facts(table: Table) -> frozenset[str]:
    """What most records name in front of a colon: "Budget: 1.2 million" is a fact, and no teaser."""
    if len(table.rows) < 3:
        return frozenset()
    lines = table.page.lines
    seen: Counter[str] = Counter()
    for row in table.rows:
        seen.update({lines[at].partition(":")[0] for at in row.free() if ":" in lines[at][:_NAME_LONGEST]})
    return frozenset(name for name, count in seen.items() if name and count >= 0.6 * len(table.rows))


@lru_cache(maxsize=4096)
def _is_summary(names: str) -> bool:
    return _SUMMARY.search(names) is not None


def _named_summary(table: Table, lines: Sequence[Sequence[tuple[int, list[int]]]]) -> _Slot | None:
    """A slot that is named a summary, beside other text, in most records: it is the teaser, the rest is the content."""
    page = table.page
    cover: Counter[_Slot] = Counter()
    sizes: Counter[_Slot] = Counter()
    for row, parts in zip(table.rows, lines, strict=True):
        seen: set[_Slot] = set()
        known: dict[int, int] = {}
        for block, places in parts:
            node = _summary_around(page, row, block, known)
            if node <= row.start or node < row.title_node < page.ends[node]:
                continue
            slot = _slot(table, row, node)
            sizes[slot] += sum(len(page.texts[place]) for place in places)
            if slot not in seen:
                seen.add(slot)
                cover[slot] += 1
    for slot, count in cover.most_common(1):
        if count >= 0.8 * len(table.rows) and sizes[slot] >= 25 * count:
            return slot
    return None


def _summary_around(page: Page, row: Row, node: int, known: dict[int, int]) -> int:
    """The smallest element around a block that is named a summary, or the row's first; `known` are those found before."""
    passed = []
    while node > row.start:
        if node in known:
            node = known[node]
            break
        if _is_summary(page.names(node)):
            break
        passed.append(node)
        node = page.parents[node]
    known.update(dict.fromkeys(passed, node))
    return node


def _slot(table: Table, row: Row, node: int) -> _Slot:
    page = table.page
    if node == row.start:
        return (-1, "")
    return page.paths[node], _first_name(page.classes[node])


@lru_cache(maxsize=4096)
def _first_name(names: str) -> str:
    return next((name for name in names.split() if not any(map(str.isdigit, name))), "")


def _lines(table: Table, row: Row) -> list[tuple[int, list[int]]]:
    """The free texts of a record by the block that they stand in, in order. Labels and the template's words are left out."""
    page = table.page
    lines: list[tuple[int, list[int]]] = []
    for place in row.free():
        text = page.texts[place]
        if len(text) <= 300:
            text = page.lines[place]
            if (
                not text
                or ((">" in text or "›" in text or "»" in text) and _CRUMBS.fullmatch(text))
                or (table.facts and len(text) <= _FACT_LONGEST and text.partition(":")[0] in table.facts)
                or (len(text) <= 80 and (is_read_more(text) or page.classes[page.owners[place]] in _PLACEHOLDERS))
                or (len(text) <= 60 and text.lower() in table.template)
            ):
                continue
        block = page.owners[place]
        while page.tags[block] in _INLINE and block > row.start:
            block = page.parents[block]
        block = max(block, row.start)
        if page.tags[block] == "dd" and len(text) <= _FACT_LONGEST and _is_fact(table, block):
            continue
        if lines and lines[-1][0] == block:
            lines[-1][1].append(place)
        else:
            lines.append((block, [place]))
    return lines


def _is_prose(table: Table, row: Row, block: int, parts: Sequence[tuple[int, list[int]]]) -> bool:
    page = table.page
    size = 0.0
    for at, places in parts:
        if at == block:
            for place in places:
                size += length(page.lines[place][:400])
                if size >= 50:
                    return True
    if size < 12:
        return False
    if table.headers and page.tags[block] == "td":
        # A column without a name that is known holds offices, courts, places as often as a line of text.
        return table.header_of(row, block) is Part.TEASER
    names = parts_of(page.classes[block])
    if Part.TEASER in names and _OTHER_FIELDS.isdisjoint(names):
        return True
    if page.tags[block] in _PROSE_TAGS and page.tags[block] != "li" and size >= 20 and block != row.start:
        return (_OTHER_FIELDS | {Part.COUNT, Part.MORE}).isdisjoint(names) and not is_label(page.text_of(block))
    return False


def _is_fact(table: Table, block: int) -> bool:
    """Whether a `dd` holds a fact: in all records the same name stands before it, and it is no summary's."""
    name = table.page.nodes[block].getprevious()
    text = clean(content(name)) if name is not None and name.tag == "dt" else ""
    return text.lower() in table.template and name_of(text, header=True) is not Part.TEASER


def _zone(table: Table, row: Row, blocks: Sequence[int]) -> int | None:
    """The lowest element that holds all of a record's prose."""
    if not blocks:
        return None
    page = table.page
    node, high = min(blocks), max(blocks)
    while node > row.start and page.ends[node] <= high:
        node = page.parents[node]
    while (
        node > row.start
        and page.tags[node] in ("p", "ul", "li", "ol", "blockquote")
        and page.parents[node] > row.start
        and _wraps(table, row, node)
    ):
        node = page.parents[node]
    return max(node, row.start)


def _wraps(table: Table, row: Row, node: int) -> bool:
    """Whether an element's parent holds free text only inside of it: the parent is the better name of the slot."""
    page = table.page
    parent = page.parents[node]
    names = parts_of(page.classes[parent])
    if Part.TEASER in names:
        return True
    return all(
        place in row.taken or page.first[node] <= place < page.last[node]
        for place in range(page.first[parent], page.last[parent])
    )


def _text(table: Table, row: Row, parts: Sequence[tuple[int, list[int]]], usual: _Slot, zone: int | None) -> str:  # noqa: C901
    page = table.page
    areas = []
    behind = row.start + 1
    for node, path in enumerate(page.paths[behind : row.end], behind):
        if path == usual[0] and node >= behind and _slot(table, row, node) == usual:
            areas.append((page.first[node], page.last[node]))
            behind = page.ends[node]
    whole = False
    if not areas and (zone is not None or usual == (-1, "")):
        if zone is None or zone == row.start:
            areas, whole = [(row.low, row.high)], True
        else:
            areas = [(page.first[zone], page.last[zone])]
    kept: list[int] = []
    lines: set[str] = set()
    paragraphs = [
        block
        for block, places in parts
        if page.tags[block] == "p" and any(low <= places[0] < high for low, high in areas)
    ]
    for block, places in parts:
        if whole and block == row.start:
            if sum(length(page.lines[place]) for place in places) < 25:
                continue
        elif whole and not (_is_prose(table, row, block, parts) or page.tags[block] in _PROSE_TAGS):
            continue
        if len(paragraphs) >= 3 and block != paragraphs[0] and kept:
            # Three paragraphs and more are a full text: its first one is the teaser.
            break
        line = page.lines[places[0]] if len(places) == 1 else clean("".join(page.texts[place] for place in places))
        if line in lines:
            continue
        lines.add(line)
        kept += [place for place in places if any(low <= place < high for low, high in areas)]
    text = "".join(
        page.texts[place] if n == 0 or place == kept[n - 1] + 1 else "\n" + page.texts[place]
        for n, place in enumerate(kept)
    )
    return clean(_first_paragraph(text)).removeprefix(row.lead)


def _first_paragraph(text: str) -> str:
    """The first paragraph of a text whose tags were stripped by its template: blank lines show where they stood."""
    text = text.strip()
    if len(text) < 120 or (text.count("\n") < 2 and "   " not in text and "\xa0" not in text):
        return text  # short, or without a blank line
    head = _BLANK_LINE.split(text, maxsplit=1)[0]
    return head if len(head) >= 40 else text
