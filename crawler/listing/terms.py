"""Which of a record's links and texts are its categories, its tags and its authors."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.listing.addresses import shape_of
from crawler.listing.icons import icon_before, icon_inside
from crawler.listing.kickers import kicker_records, kind_records
from crawler.listing.people import EDGE, author_in, cited, is_person, listed, people_in, without_label
from crawler.listing.post_classes import classed_terms
from crawler.listing.signed import signed_records
from crawler.listing.slots import Row, Table, says_nothing
from crawler.listing.term_signs import FIELDS, NO_VALUE, OPEN, TERM_LONGEST, by_itself, byline_of, said_of_text, weigh
from crawler.listing.texts import clean, is_date
from crawler.listing.tree import Page
from crawler.listing.words import COMMENTS_FRAGMENT, Part, label_of, name_of, parts_of
from pipeline.noise import is_label, is_read_more
from pipeline.urls import is_file

_TERM_PARTS = re.compile(r"\s*[,;|·、，؛،]\s*|\s+[/>›»]\s+|\s*(?<!\w)#\s*")
_LAST = re.compile(
    r"\b(?:last|latest) (?:post|reply|comment|activity|message)|(?:updated|modified|edited|reviewed) by", re.IGNORECASE
)
_CITED_LONGEST = 300
_LEVELS = 4
_NAMING = frozenset(("dt", "th"))
_TYPED = frozenset(("date", "category", "tag"))


def term_records(table: Table) -> tuple[dict[Part, list[list[str] | None]], dict[str, str]]:
    """Give each record's categories, tags and authors, and take their texts.

    None: no record of the page has a slot for the field.
    """
    found: dict[Part, list[list[str]]] = {part: [[] for _ in table.rows] for part in FIELDS}
    slots: set[Part] = set()
    for place, row in enumerate(table.rows):
        _linked_terms(table, row, place, found)
    for place, row in enumerate(table.rows):
        _unlinked_terms(table, row, place, found, slots)
    if not any(found[Part.AUTHOR]):
        found[Part.AUTHOR] = signed_records(table)
    classed_terms(table, found)
    if not any(found[Part.CATEGORY]) and Part.CATEGORY not in slots:
        found[Part.CATEGORY] = kicker_records(table)
    for categories, kinds in zip(found[Part.CATEGORY], kind_records(table), strict=True):
        categories[:0] = kinds
    values: dict[Part, list[list[str] | None]] = {}
    origins = {}
    names = {Part.CATEGORY: "categories", Part.TAG: "tags", Part.AUTHOR: "authors"}
    for part in FIELDS:
        if any(found[part]):
            values[part] = [list(dict.fromkeys(terms)) for terms in found[part]]
            origins[names[part]] = f"{part} slot"
        else:
            values[part] = [[] if part in slots else None for _ in table.rows]
    return values, origins


def _unlinked_terms(table: Table, row: Row, place: int, found: dict[Part, list[list[str]]], slots: set[Part]) -> None:
    authors = found[Part.AUTHOR][place]
    if not authors:
        authors += [name for rest in row.bylines for name in people_in(author_in(rest)) if name]
    if not authors:
        authors += _cited(table, row)
    _stated_terms(table, row, place, found, slots)
    if not authors:
        authors += _in_run(table, row)


def _linked_terms(table: Table, row: Row, place: int, found: dict[Part, list[list[str]]]) -> None:
    page = table.page
    known: dict[tuple[int, str], Part] = {}  # what links at one place are called alike are of one part: A; B; C
    for number in row.links:
        link = page.links[number]
        node = link.node
        low, high = page.first[node], page.last[node]
        text = page.text_of(node)
        if link.target == row.target:
            if (
                low < high
                and low not in row.taken
                and (COMMENTS_FRAGMENT.match(link.fragment) or _is_more(table, row, node, text))
            ):
                row.take(low, high, "more")
            continue
        if "://" in link.url[8:] or ("%" in link.url and "%3a%2f%2f" in link.url.lower()):
            # An address that carries another one hands it on: a share button, whatever it is called.
            row.take(low, high, "share")
            continue
        if len(text) > TERM_LONGEST or low in row.taken:
            continue
        part = part_of_link(table, row, node, link.url)
        names = page.classes[node]
        slot = (page.paths[node], names) if names else (-page.parents[node], "")
        if part is None:
            part = known.get(slot)
        if part is Part.COMMENTS:
            row.take(low, high, "comments")
        elif part is not None and (text := text.strip(EDGE)):
            if part is not Part.AUTHOR or not _wrote_last(table, row, low):
                found[part][place].append(text)
            known[slot] = part
            row.take(low, high, part.value)
            _take_label(table, row, low)


def _wrote_last(table: Table, row: Row, low: int) -> bool:
    """Whether somebody did not write the record but did something to it last: "Last post by"."""
    return any(map(_says_last, table.page.lines[max(row.low, low - 3) : low]))


@lru_cache(maxsize=4096)
def _says_last(text: str) -> bool:
    return len(text) < TERM_LONGEST and _LAST.search(text) is not None


def _is_more(table: Table, row: Row, node: int, text: str) -> bool:
    """Whether a link to the record's own page only leads on: "Read more", also with the title in it."""
    if says_nothing(table, text) or "more-link" in table.page.classes[node] or is_file(row.target):
        return True
    if node < row.title_node < table.page.ends[node]:
        return False
    if row.title and row.title in text:
        rest = text.replace(row.title, " ")
        return len(rest) <= 60
    beginning = table.page.lines[table.page.first[node]]
    return is_read_more(beginning) or (len(text) <= 30 and Part.MORE in parts_of(table.page.classes[node]))


def _take_label(table: Table, row: Row, low: int) -> None:
    """Take the label ("Tags:", "in") and the separators right before a value."""
    page = table.page
    for before in (low - 1, low - 2):
        if before < row.low or before in row.taken:
            return
        text = page.lines[before]
        if len(text) <= 30 and (label_of(text) is not None or is_label(text) or not any(map(str.isalnum, text))):
            row.take(before, before + 1, "label")
        else:
            return


def part_of_link(table: Table, row: Row, node: int, url: str) -> Part | None:
    """Weigh what rel, class names, the label in front, the icon and the address say of a link."""
    page = table.page
    level, names = node, []
    for _ in range(_LEVELS):
        names.append(page.names(level))
        level = page.parents[level]
        if level <= row.start:
            break
    label = table.header_of(row, node) or _label_before(table, row, page.first[node])
    icon = icon_before(page, row, node)
    return weigh(page.attribute(node, "rel"), shape_of(url).part, tuple(names), label, icon)


def _label_before(table: Table, row: Row, low: int) -> Part | None:
    """The nearest label before a text, over the values and separators in between."""
    texts, taken = table.page.texts, row.taken
    for before in range(low - 1, max(row.low - 1, low - 26), -1):
        by = taken.get(before)
        if by == "title":
            return None
        text = texts[before]
        part = label_of(text)
        if part is not None:
            return part
        if len(text) > TERM_LONGEST or by == "date":
            return None
        text = text.rstrip()
        if text.endswith((":", "：")):
            return label_of(text.rpartition(" ")[2])
    return None


def _stated_terms(table: Table, row: Row, place: int, found: dict[Part, list[list[str]]], slots: set[Part]) -> None:
    """Terms and authors that are no links: named by their element's class, or by the label in front of them."""
    page = table.page
    linked = {part: bool(found[part][place]) for part in FIELDS}
    for at in range(row.low, row.high):
        if at in row.taken:
            continue
        text = page.texts[at]
        if len(text) > 600:
            continue
        text = page.lines[at]
        if not text or len(text) > 120:
            continue
        part, rest = _named(table, row, at, text)
        if part is None:
            continue
        slots.add(part)
        row.take(at, at + 1, part.value)
        if linked[part] or is_date(text):
            continue
        values = people_in(without_label(rest)) if part is Part.AUTHOR else _TERM_PARTS.split(rest)
        found[part][place] += [
            v for value in values if (v := value.strip(EDGE)) and len(v) <= TERM_LONGEST and any(map(str.isalnum, v))
        ]


def _byline(row: Row, at: int, text: str) -> str:
    """The names in a text that is a byline by its words alone: "By M. Holt", and "M. Holt on" before a date or terms."""
    names, before_typed = byline_of(text)
    return names if not before_typed or row.taken.get(at + 1) in _TYPED else ""


def _cited(table: Table, row: Row) -> list[str]:
    """The authors that stand right before the title, as citations have them: "M. Holt and J. Eide (2024). TITLE"."""
    page = table.page
    at = page.first[row.title_node] - 1 if row.title_node >= 0 else -1
    if at < row.low or at in row.taken or len(page.texts[at]) > _CITED_LONGEST:
        return []
    found = cited(page.lines[at])
    if found:
        row.take(at, at + 1, "author")
    return found


def _in_run(table: Table, row: Row) -> list[str]:
    """The people of the line that runs into the title or that follows it: "M. Holt, J. Eide. TITLE. In Proceedings …"."""
    page = table.page
    if row.title_node < 0:
        return []
    low, high = page.first[row.title_node], page.last[row.title_node]
    parts = list(range(low - 1, max(row.low - 1, low - 8), -1))
    for at, part in enumerate(parts):
        if part in row.taken or (at and page.texts[parts[at - 1]].startswith("\n")):
            parts = parts[:at]
            break
    before = sorted(parts) if parts and not page.texts[low].startswith("\n") else []
    behind: list[int] = []
    for at in range(high, min(row.high, high + 8)):
        if at in row.taken or (behind and page.texts[at].startswith("\n")):
            break
        behind.append(at)
    for run in (before, behind):
        text = clean("".join(page.texts[at] for at in run))
        if run and (found := listed(text)):
            row.take(run[0], run[-1] + 1, "author")
            return found
    return []


def _named(table: Table, row: Row, at: int, text: str) -> tuple[Part | None, str]:  # noqa: PLR0911
    page = table.page
    node = page.owners[at]
    if page.tags[node] in _NAMING and text.lower() in table.template:
        return None, ""  # it names the value behind it, whatever its class is
    part, rest, settled = by_itself(text)
    if part is not None:
        return part, rest
    if settled != NO_VALUE and (part := table.header_of(row, node)) in FIELDS:
        return part, text
    if settled != OPEN:
        # "Termine" is an Italian deadline, and a German category where its element says so.
        told = said_of_text(page.names(node))[0] if label_of(text) is Part.UNTIL else None
        return (told, text) if told in (Part.CATEGORY, Part.TAG) and text[-1] not in ":：" else (None, "")
    over = _over(page, row, at)
    if over is not None and page.tags[page.owners[at - 1]] in _NAMING:
        return over, text  # what is written over a value says more than its class
    part = _by_names(page, row, node)
    if part is not None:
        return part, text
    icon = icon_before(page, row, node) if page.first[node] == at else icon_inside(page, node, at)
    if icon in (Part.CATEGORY, Part.TAG) or (icon is Part.AUTHOR and all(map(is_person, people_in(text)))):
        return icon, text
    if over is not None:
        return over, text
    if (known := table.named(text)) is not None:
        return known, text
    return (Part.AUTHOR, names) if (names := _byline(row, at, text)) else (None, "")


def _over(page: Page, row: Row, at: int) -> Part | None:
    """Which field the text in front of a value names."""
    if at - 1 < row.low or at - 1 in row.taken:
        return None
    part = name_of(page.texts[at - 1], header=page.tags[page.owners[at - 1]] in _NAMING)
    return part if part in FIELDS else None


def _by_names(page: Page, row: Row, node: int) -> Part | None:
    """What the class names of the smallest elements around a text call it."""
    for _ in range(3):
        if node < row.start or page.size_of(node) > 160:
            break
        names = page.names(node)
        if names:
            part, decided = said_of_text(names)
            if decided:
                return part if node != row.start else None
        node = page.parents[node]
    return None
