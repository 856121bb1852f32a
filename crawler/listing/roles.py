"""What each piece of a record is: its title, terms, authors, image, files."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from crawler.listing.addresses import shape_of
from crawler.listing.score import DATE_LIKE, length
from crawler.listing.slots import Row, Table, clean
from crawler.listing.tree import HEADINGS, Page, join
from crawler.listing.words import ICONS, LABELS, Part, label_of, parts_of
from pipeline.noise import is_label, is_read_more
from pipeline.urls import is_file

_COMMENTS = re.compile(
    r"^#?(?:comments?|respond|disqus_thread|reply|replies|cusdis|gitalk|waline|valine|utterances|giscus)", re.IGNORECASE
)
_PERMALINK_TITLE = re.compile(
    r"^(?:permalink (?:to|for)|permanent link to|link to|read more about|read more|continue reading|go to|view)\s*:?\s*",
    re.IGNORECASE,
)
_INLINE = frozenset(
    (
        "a",
        "b",
        "strong",
        "em",
        "i",
        "span",
        "mark",
        "font",
        "small",
        "u",
        "code",
        "sub",
        "sup",
        "svg",
        "br",
        "wbr",
        "bdi",
        "img",
    )
)
_TITLE_LONGEST = 400
_TERM_LONGEST = 80
_TERM_EDGE = " \t#@[](),;|·•/「」【】"
_TERM_PARTS = re.compile(r"\s*[,;|·、，؛،]\s*|\s+[/>›»]\s+|\s*(?<!\w)#\s*")
_FIELDS = (Part.CATEGORY, Part.TAG, Part.AUTHOR)


def title_records(table: Table) -> None:
    """Find every record's title and take its texts."""
    means = _link_lengths(table)
    for row in table.rows:
        _title(table, row, means)


def _own_links(page: Page, row: Row) -> list[int]:
    """The links of a record to its own target, without those to its comments."""
    return [
        page.links[n].node
        for n in row.links
        if page.links[n].target == row.target and not _COMMENTS.match(page.links[n].fragment)
    ]


def _link_lengths(table: Table) -> dict[tuple[int, str, int], float]:
    """How long the texts of the links at each place of the records are on average."""
    page = table.page
    seen: dict[tuple[int, str, int], list[float]] = defaultdict(list)
    for row in table.rows:
        for place, node in enumerate(_own_links(page, row)):
            text = page.text_of(node)
            if text and not _generic(table, text):
                letters = sum(map(str.isalpha, text)) / len(text)
                seen[page.paths[node], page.classes[node], place].append(
                    min(length(text), _TITLE_LONGEST) * (letters > 0.5)
                )
    return {slot: sum(lengths) / len(table.rows) for slot, lengths in seen.items()}


def _generic(table: Table, text: str) -> bool:
    """Whether a text says nothing of its record: no text, "Read more", a label, what stands in all records."""
    if len(text) > 80:
        return False
    known = table.generic.get(text)
    if known is None:
        known = table.generic[text] = not text or is_read_more(text) or text.lower() in table.template or is_label(text)
    return known


def _title(table: Table, row: Row, means: dict[tuple[int, str, int], float]) -> None:
    page = table.page
    own = _own_links(page, row)
    heads = page.headings[bisect_left(page.headings, row.start) : bisect_left(page.headings, row.end)]
    for head in heads:
        for node in own:
            if head < node < page.ends[head]:
                text = page.text_of(node)
                if _generic(table, text) and page.size_of(head) > len(text) + 3:
                    _take_title(page, row, head)
                    return
                if text:
                    _take_title(page, row, node)
                    return
            elif node < head < page.ends[node] and page.size_of(head):
                _take_title(page, row, head)
                return
    named = []
    for place, node in enumerate(own):
        text = _without_dates(page, node)
        if text and not _generic(table, text) and not text.isdigit() and not (len(text) < 40 and _is_date(text)):
            named.append((node, text, means.get((page.paths[node], page.classes[node], place), 0.0)))
    if named:
        node, text = _best_named(page, named)
        inner = _inner_title(table, row, node) if page.ends[node] - node > 2 else None
        free_heads = [h for h in heads if not DATE_LIKE.search(page.text_of(h))]
        if inner is None and len(text) > 250 and free_heads:
            inner = free_heads[0]
        _take_title(page, row, inner if inner is not None else node)
        return
    for head in heads:
        text = page.text_of(head)
        if text and not _generic(table, text) and not (len(text) < 40 and _is_date(text)):
            _take_title(page, row, head)
            return
    for node in own:
        stated = _PERMALINK_TITLE.sub("", clean(page.attribute(node, "title") or page.attribute(node, "aria-label")))
        if stated and not _generic(table, stated):
            row.title = stated
            return
    for node in range(row.start, row.end):
        if (
            Part.TITLE in parts_of(page.classes[node])
            and 0 < page.size_of(node) < _TITLE_LONGEST
            and not _generic(table, page.text_of(node))
        ):
            _take_title(page, row, node)
            return
    for image in _images(page, row):
        stated = clean(page.attribute(image, "alt"))
        if stated:
            row.title = stated
            return


def _without_dates(page: Page, node: int) -> str:
    """An element's text without the pieces in it that are dates."""
    low, high = page.first[node], page.last[node]
    if high - low < 2:
        return page.text_of(node)
    return clean("".join(page.texts[at] for at in range(low, high) if not _is_date(page.texts[at].strip())))


def _is_date(text: str) -> bool:
    match = DATE_LIKE.search(text)
    return match is not None and (len(match[0]) * 2 > len(text) or sum(map(str.isalpha, text)) * 3 < len(text))


def _best_named(page: Page, named: list[tuple[int, str, float]]) -> tuple[int, str]:
    def rank(entry: tuple[int, str, float]) -> tuple[bool, bool, float]:
        node, text, mean = entry
        names = parts_of(page.classes[node]) | parts_of(page.classes[page.parents[node]])
        return (Part.TITLE in names, len(text) <= _TITLE_LONGEST, mean)

    node, text, _ = max(named, key=rank)
    return node, text


def _inner_title(table: Table, row: Row, node: int) -> int | None:
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
        if len(text) >= 12 and not _is_date(text) and not _generic(table, text):
            return inner
    return None


def _take_title(page: Page, row: Row, node: int) -> None:
    row.title_node = node
    kept = [
        at
        for at in range(page.first[node], page.last[node])
        if page.owners[at] == node or not _is_date(page.texts[at].strip())
    ]
    if not kept:
        kept = list(range(page.first[node], page.last[node]))
    row.title = clean("".join(page.texts[at] for at in kept))
    for at in kept:
        row.take(at, at + 1, "title")
    # What else the heading holds (a badge, an anchor sign) is no teaser; a date in it is a date.
    parent = page.parents[node]
    if page.tags[parent] in HEADINGS and parent >= row.start:
        for at in range(page.first[parent], page.last[parent]):
            if not _is_date(page.texts[at].strip()):
                row.take(at, at + 1, "title")


def term_records(table: Table) -> tuple[dict[Part, list[list[str] | None]], dict[str, str]]:
    """Give each record's categories, tags and authors, and take their texts.

    None: no record of the page has a slot for the field.
    """
    found: dict[Part, list[list[str]]] = {part: [[] for _ in table.rows] for part in _FIELDS}
    slots: set[Part] = set()
    for place, row in enumerate(table.rows):
        _linked_terms(table, row, place, found)
    for place, row in enumerate(table.rows):
        if not found[Part.AUTHOR][place]:
            found[Part.AUTHOR][place] += [name for rest in row.bylines if (name := author_in(rest))]
        _stated_terms(table, row, place, found, slots)
    values: dict[Part, list[list[str] | None]] = {}
    origins = {}
    names = {Part.CATEGORY: "categories", Part.TAG: "tags", Part.AUTHOR: "authors"}
    for part in _FIELDS:
        if any(found[part]):
            values[part] = [list(dict.fromkeys(terms)) for terms in found[part]]
            origins[names[part]] = f"{part} slot"
        else:
            values[part] = [[] if part in slots else None for _ in table.rows]
    return values, origins


def _linked_terms(table: Table, row: Row, place: int, found: dict[Part, list[list[str]]]) -> None:
    page = table.page
    for number in row.links:
        link = page.links[number]
        node = link.node
        low, high = page.first[node], page.last[node]
        text = page.text_of(node)
        if link.target == row.target:
            if (
                low < high
                and low not in row.taken
                and (_COMMENTS.match(link.fragment) or _is_more(table, row, node, text))
            ):
                row.take(low, high, "more")
            continue
        if "://" in link.url[8:] or "%3a%2f%2f" in link.url.lower():
            # An address that carries another one hands it on: a share button, whatever it is called.
            row.take(low, high, "share")
            continue
        if len(text) > _TERM_LONGEST or low in row.taken:
            continue
        part = part_of_link(table, row, node, link.url)
        if part is Part.COMMENTS:
            row.take(low, high, "comments")
        elif part is not None and (text := text.strip(_TERM_EDGE)):
            found[part][place].append(text)
            row.take(low, high, part.value)
            _take_label(table, row, low)


def _is_more(table: Table, row: Row, node: int, text: str) -> bool:
    """Whether a link to the record's own page only leads on: "Read more", also with the title in it."""
    if _generic(table, text) or "more-link" in table.page.classes[node]:
        return True
    if node < row.title_node < table.page.ends[node]:
        return False
    if row.title and row.title in text:
        rest = text.replace(row.title, " ")
        return len(rest) <= 60
    beginning = clean(table.page.texts[table.page.first[node]])
    return is_read_more(beginning) or (len(text) <= 30 and Part.MORE in parts_of(table.page.classes[node]))


def _take_label(table: Table, row: Row, low: int) -> None:
    """Take the label ("Tags:", "in") and the separators right before a value."""
    page = table.page
    for before in (low - 1, low - 2):
        if before < row.low or before in row.taken:
            return
        text = clean(page.texts[before])
        if len(text) <= 30 and (label_of(text) is not None or is_label(text) or not any(map(str.isalnum, text))):
            row.take(before, before + 1, "label")
        else:
            return


def part_of_link(table: Table, row: Row, node: int, url: str) -> Part | None:
    """Weigh what rel, class names, the label in front, the icon and the address say of a link."""
    page = table.page
    points: dict[Part, float] = defaultdict(float)
    rel = page.attribute(node, "rel").lower().split()
    if "author" in rel:
        points[Part.AUTHOR] += 5
    if "category" in rel:
        points[Part.CATEGORY] += 4
    elif "tag" in rel:
        points[Part.TAG] += 1.6
        points[Part.CATEGORY] += 0.8
    part = shape_of(url).part
    if part is not None:
        # Some sites keep their tags under /categories/, none its categories under /tags/.
        points[part] += 2 if part is Part.CATEGORY else 4
    weight, level = 3.0, node
    for _ in range(4):
        names = f"{page.classes[level]} {page.attribute(level, 'itemprop')}"
        if names != " ":
            parts = parts_of(names)
            said = [p for p in (*_FIELDS, Part.COMMENTS) if p in parts]
            if len(said) == 1:
                points[said[0]] += weight
                break
            if len(said) > 1:
                for p in said:
                    points[p] += weight / 3
        level = page.parents[level]
        weight -= 0.5
        if level <= row.start:
            break
    label = _label_before(table, row, page.first[node])
    if label in _FIELDS:
        points[label] += 2.5
    icon = icon_before(page, row, node)
    if icon in _FIELDS or icon is Part.COMMENTS:
        points[icon] += 1.5
    if not points:
        return None
    best = max(points, key=lambda p: points[p])
    return best if points[best] >= 1.5 else None


def _label_before(table: Table, row: Row, low: int) -> Part | None:
    """The nearest label before a text, over the values and separators in between."""
    page = table.page
    for before in range(low - 1, max(row.low - 1, low - 26), -1):
        if row.taken.get(before) == "title":
            return None
        text = page.texts[before]
        part = label_of(text)
        if part is not None:
            return part
        if len(text) > _TERM_LONGEST or row.taken.get(before) in ("date",):
            return None
        tail = text.rstrip().rpartition(" ")[2]
        if text.rstrip().endswith((":", "：")):
            return label_of(tail)
    return None


def icon_before(page: Page, row: Row, node: int) -> Part | None:
    """What the icon right before an element stands for."""
    at = node - 1
    for _ in range(6):
        if at <= row.start:
            return None
        if page.tags[at] in ("i", "span", "svg") and page.classes[at] and page.last[at] == page.first[at]:
            if page.last[at] != page.first[node]:
                return None
            match = ICONS.search(page.classes[at])
            if match is not None:
                return Part(match.lastgroup or "")
        at -= 1
    return None


def _stated_terms(table: Table, row: Row, place: int, found: dict[Part, list[list[str]]], slots: set[Part]) -> None:
    """Terms and authors that are no links: named by their element's class, or by the label in front of them."""
    page = table.page
    linked = {part: bool(found[part][place]) for part in _FIELDS}
    for at in range(row.low, row.high):
        if at in row.taken:
            continue
        text = page.texts[at]
        if len(text) > 600:
            continue
        text = clean(text)
        if not text or len(text) > 120:
            continue
        part, rest = _named(table, row, at, text)
        if part is None:
            continue
        slots.add(part)
        row.take(at, at + 1, part.value)
        if linked[part] or _is_date(text):
            continue
        values = [rest] if part is Part.AUTHOR else _TERM_PARTS.split(rest)
        found[part][place] += [
            v
            for value in values
            if (v := value.strip(_TERM_EDGE)) and len(v) <= _TERM_LONGEST and any(map(str.isalnum, v))
        ]


_BY = "|".join(sorted((re.escape(word) for word, part in LABELS.items() if part is Part.AUTHOR), key=len, reverse=True))
_BYLINE = re.compile(
    rf"(?:^|[\s(·|,])(?:{_BY})\s*[:：]?\s+(?P<name>[^\d\0|·,]{{2,60}}?)\s*"
    r"(?:$|[|·,\0(]|\s(?:on|am|le|el|il|em|at|in|op|på|dnia)\s[^\0]{0,14}\0)",
    re.IGNORECASE,
)


def author_in(rest: str) -> str:
    """The author's name in a line such as "Posted by A. Name on \\0", of which the date was taken out, or ""."""
    match = _BYLINE.search(rest)
    return match["name"].strip(_TERM_EDGE + "–—-") if match is not None else ""


def _named(table: Table, row: Row, at: int, text: str) -> tuple[Part | None, str]:
    page = table.page
    node = page.owners[at]
    head, colon, tail = text.replace("：", ":").partition(":")
    if colon:
        part = label_of(head)
        if part in _FIELDS and len(tail) <= 100:
            return part, tail.strip()
    if label_of(text) is not None or is_label(text):
        return None, ""
    if len(text) > _TERM_LONGEST or _is_date(text):
        return None, ""
    level = node
    for _ in range(3):
        if level < row.start or page.size_of(level) > 160:
            break
        names = f"{page.classes[level]} {page.attribute(level, 'itemprop')}"
        if names != " ":
            parts = parts_of(names)
            said = [p for p in _FIELDS if p in parts]
            if len(said) == 1 and not parts & {
                Part.COMMENTS,
                Part.COUNT,
                Part.PUBLISHED,
                Part.TITLE,
                Part.TEASER,
                Part.MORE,
            }:
                if level == row.start:
                    break
                return said[0], text
            if said or parts - {Part.COUNT}:
                break
        level = page.parents[level]
    icon = icon_before(page, row, node)
    if icon in (Part.CATEGORY, Part.TAG):
        return icon, text
    if at - 1 >= row.low and at - 1 not in row.taken:
        part = label_of(page.texts[at - 1])
        if part in _FIELDS:
            return part, text
    known = table.named(text)
    return (known, text) if known is not None else (None, "")


def _images(page: Page, row: Row) -> Iterable[int]:
    return page.images[bisect_left(page.images, row.start) : bisect_left(page.images, row.end)]


def image_of(table: Table, row: Row) -> str:
    """The address of a record's first picture that is no avatar, icon or placeholder."""
    page = table.page
    for image in _images(page, row):
        names = page.classes[image].lower()
        if "avatar" in names or "emoji" in names or "icon" in names:
            continue
        width = page.attribute(image, "width")
        if width.isdigit() and int(width) < 40:
            continue
        for name in ("data-src", "data-lazy-src", "data-original", "src"):
            source = page.attribute(image, name).strip()
            if source and not source.startswith("data:"):
                return join(page.url, source)
        first = page.attribute(image, "srcset").split(",")[0].split()
        if first and not first[0].startswith("data:"):
            return join(page.url, first[0])
    return ""


def files_of(table: Table, row: Row) -> tuple[tuple[str, str], ...]:
    """The files that a record links to, with what they are called."""
    page = table.page
    found: dict[str, str] = {}
    for number in row.links:
        link = page.links[number]
        if is_file(link.url):
            text = page.text_of(link.node)
            found.setdefault(link.url, row.title if _generic(table, text) else text)
    return tuple(found.items())


__all__ = ["DATE_LIKE", "files_of", "image_of", "length", "term_records", "title_records"]
