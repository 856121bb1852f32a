"""What a page says of further records to which no address leads: pagers that only a script or a sent form can turn.

    page 1 of 3 ─▶ `<a href="javascript:__doPostBack('list','Page$2')">2</a>` ─▶ "2"

Nothing is pressed here: what is read must say that it is not all. Asked only where no next page was found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from crawler.listing.leads import Leads
from crawler.listing.pager_links import is_offered, spoken_of
from crawler.listing.pager_phrases import PHRASES
from crawler.listing.pager_words import KINDS, Says, heading
from crawler.listing.parsing import Element, content, hides

_LONGEST = 40
_PAGER_LONGEST = 160
_AROUND_LONGEST = 200
_PAGER = re.compile(r"pag(?:e|es|er|ing|ination|inator|ina|elist|elink)?(?![a-z])", re.IGNORECASE)
# Phrases that go on with a list by themselves: "load more", "show more"; "more" alone opens anything.
_MORE = frozenset(
    phrase
    for phrases in PHRASES.values()
    for phrase in phrases[KINDS.index(Says.MORE)].split("|")
    if " " in phrase or not phrase.isascii()
)
_OTHER = re.compile(
    r"accordion|menu|share|social|facet|filter|cookie|consent|tab\b|tabs|toggle|read|expand|dropdown", re.IGNORECASE
)
_PRESSED = frozenset(("submit", "button", "image"))
# Buttons that open what is there: a menu, a filter, the rest of a text.
_OPENS = re.compile(r"^aria-(?:expanded|haspopup|controls)$|toggle|collapse")
_NUMBER = re.compile(r"(?<![\d.,/-])\d{1,4}(?![\d/-]|[.,]\d)")
# "1 - 10 of 318", "Showing 1 to 10 of 1,318 entries", "第1-10条，共57条"
_RANGE = re.compile(r"(?<![\d.,/-])(\d{1,5})\D{1,5}?(\d{1,5})[^\d,]{1,12}?(\d{1,3}(?:[.,\s]\d{3})+|\d{1,6})(?![\d/-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
# A function that is called after pages, with how many there are and which one this is, from 0.
_CALL = re.compile(r"\b(\w*page\w*)\s*\(\s*(\d{1,5})\s*,\s*(\d{1,5})\s*,", re.IGNORECASE)
_HEIGHT = 3


def unreached(tree: Element, leads: Leads, container: Element | None, records: Collection[Element]) -> str:
    """What says that there is more than the page shows, as the page words it; "" where nothing does.

    `container` is the element that holds the records, whose elements are `records`.
    """
    if container is None or not records:
        return ""
    near = [above for _, above in zip(range(_HEIGHT), (container, *container.iterancestors()), strict=False)]
    near = [above for above in near if above.tag not in ("body", "html")]
    inside = set(records)
    nowhere = leads.nowhere()
    labels: list[tuple[int, Element]] = []
    said = ""
    for control, text in _controls(tree, nowhere):
        is_number = text.isdecimal() and len(text) <= 4
        if not is_number and (said or heading(text)[0] <= 0 or any(map(_OPENS.search, control.keys()))):
            continue
        above = list(control.iterancestors())
        if not inside.isdisjoint(above) or not _is_live(control, above, container):
            continue
        if not _turns_pages(control, above, text):
            behind = near and near[-1] in above and _is_behind(control, records)
            if is_number or not behind or text.casefold() not in _MORE or _names_other(control, above):
                continue
        if is_number:
            labels.append((int(text), control))
        elif not _has_addresses(control, set(nowhere)):
            said = text
    return said or _numbered(labels) or _scripted(near) or _counted(container, len(records))


def _controls(tree: Element, nowhere: Sequence[Element]) -> Iterator[tuple[Element, str]]:
    """What can be pressed and leads to no address, with its words."""
    for control in (*nowhere, *tree.iter("button")):
        yield control, _words(content(control)) or _words(next(spoken_of(control), ""))
    for control in tree.iter("input"):
        if (control.get("type") or "").lower() in _PRESSED:
            yield control, _words(control.get("value") or control.get("alt") or "")


def _words(text: str) -> str:
    return " ".join(text.split()) if len(text) <= 3 * _LONGEST else ""


def _is_live(control: Element, above: list[Element], container: Element) -> bool:
    """Whether a control can be seen and pressed, and is not of the page that is shown."""
    marks = f"{control.get('class') or ''} {above[0].get('class') or ''}".split() if above else []
    return (
        control.get("disabled") is None
        and control.get("aria-current") is None
        and not {"active", "current", "selected", "is-active", "on"}.intersection(marks)
        and not hides(control)
        and not any(hides(each) for each in above[:_HEIGHT])
        and is_offered(control, container)
    )


def _is_behind(control: Element, records: Collection[Element]) -> bool:
    """Whether a control stands behind the records."""
    last = list(records)[-1]
    holders = {last, *last.iterancestors()}
    line = (control, *control.iterancestors())
    return any(sibling in holders for each in line for sibling in each.itersiblings(preceding=True))


def _names_other(control: Element, above: list[Element]) -> bool:
    """Whether a control, or what it stands in, is called something that opens, filters or slides."""
    return any(_OTHER.search(f"{each.get('class') or ''} {each.get('id') or ''}") for each in (control, *above[:2]))


def _turns_pages(control: Element, above: list[Element], text: str) -> bool:
    """Whether a control says that it is of a pager, or what it stands in does."""
    told = (text, *(control.get(name) for name in ("href", "onclick", "name", "id", "class")))
    around = (each.get(name) for each in above[:_HEIGHT] for name in ("class", "id", "aria-label"))
    return any(_PAGER.search(each) for each in (*told, *around) if each)


def _box(control: Element) -> Element:
    """The pager that a control is of: the largest element around it with little text."""
    while (parent := control.getparent()) is not None and len(content(parent)) <= _PAGER_LONGEST:
        control = parent
    return control


def _has_addresses(control: Element, nowhere: AbstractSet[Element]) -> bool:
    """Whether a pager leads back by addresses: that it does not lead on is the archive's end."""
    return any(
        anchor not in nowhere and (text.isdecimal() or heading(text)[0] < 0)
        for anchor in _box(control).iter("a")
        if (text := _words(content(anchor)))
    )


def _numbered(labels: list[tuple[int, Element]]) -> str:
    """The number of a page that can only be pressed: the one behind a number that cannot, which is the page's own."""
    if not labels:
        return ""
    live = {number for number, _ in labels}
    still = {int(number) for number in _NUMBER.findall(" ".join(_box(labels[0][1]).itertext()))} - live
    own = [number for number in live if number - 1 in still] if still else [2] if {1, 2} <= live else []
    return str(min(own)) if own else ""


def _scripted(near: list[Element]) -> str:
    """The call beside a listing by which a script writes its pager: how many pages there are, and which one this is."""
    for script in near[-1].iter("script") if near else ():
        found = _CALL.search((script.text or "")[:_AROUND_LONGEST])
        if found is not None and int(found[2]) > 1 and int(found[3]) < int(found[2]) - 1:
            return f"{found[1]}({found[2]}, {found[3]}, …)"
    return ""


def _counted(container: Element, count: int) -> str:
    """A line beside the listing that counts what it shows, as many as were read, and says that there are more."""
    for above in (container, *container.iterancestors()):
        if above.tag in ("body", "html"):
            break
        for beside in (*above.itersiblings(preceding=True), *above.itersiblings()):
            text = content(beside)
            if len(text) > 4 * _AROUND_LONGEST or len(text := " ".join(text.split())) > _AROUND_LONGEST:
                continue
            for first, last, total in _RANGE.findall(text):
                whole = int(re.sub(r"\D", "", total))
                if int(last) - int(first) + 1 == count and whole > int(last) and not _YEAR.fullmatch(total):
                    return f"{first}–{last} / {total}"
    return ""
