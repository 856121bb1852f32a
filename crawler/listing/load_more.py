"""The next page behind a "load more" control: an address, or a template of one, that a script would fetch.

Only addresses that the page itself states count. Nothing is guessed, and no script's endpoint (admin-ajax, wp-json) is taken
for a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from urllib.parse import urlencode, urljoin

from crawler.listing.pager_links import spoken_of
from crawler.listing.pager_words import heading
from crawler.listing.pagers import Address, Place, Trust, address
from crawler.listing.parsing import Element, content

_MAXIMA = re.compile(r"^data-(?:max|max-?(?:num-?)?pages?|total-?pages?|pages|last-?page|page-?count)$")
_CURRENT = re.compile(r"^data-(?:page|paged|current|current-?page|page-?number|start-?page)$")
_TEMPLATE = re.compile(
    r"\{\{?\s*(?:page|paged|n|num|number|i|#)\s*\}\}?|%page%|%d|__page__|\[page\]|:page\b|#page#|999999999|%7Bpage%7D|%#%",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(?:https?://|//|\.{0,2}/|\?)\S+$|^[\w./-]+\?\S+=\S+$|^\S+\.html?$", re.IGNORECASE)
_ENDPOINT = re.compile(r"admin-ajax|wp-json|/api/|\.json\b|graphql|/ajax\b|format=(?:json|feed|xml)", re.IGNORECASE)
_LOCATION = re.compile(r"location(?:\.href)?\s*=\s*['\"]([^'\"]+)|location\.(?:assign|replace)\(\s*['\"]([^'\"]+)")
_QUOTED = re.compile(r"""['"]((?:https?://|/|\?)[^'"\s]+)['"]""")
# Attributes that may hold an address.
_PRESSED = ("option", "button")
_STATING = ("data-", "hx-", "src", "formaction", "onclick")
_MOST_AROUND = 500
_MORE_NAME = re.compile(r"load-?more|more-?(?:posts|button|btn|link)|show-?more|infinite|next", re.IGNORECASE)


def load_more(
    tree: Element, url: str, here: Address, bare: Iterable[Element] = (), container: Element | None = None
) -> str | None:
    """The address that a "load more" control of the page would go on with, or None.

    `bare` are the page's `a` elements that lead nowhere (`#`); `container` is the element that holds the main listing.
    """
    seen: set[Element] = set()
    for control in _controls(tree, bare, container):
        names = control.keys()
        if not names or control in seen or not (_may_state(tuple(names)) or control.tag in _PRESSED):
            continue
        seen.add(control)
        for value, sure in _addresses(control):
            if _ENDPOINT.search(value):
                continue
            try:
                target = urljoin(url, value.partition("#")[0])
            except ValueError:
                continue
            to = address(target)
            if to is not None and to.host == here.host and _follows(to, here, sure):
                return target
    return None


def _controls(tree: Element, bare: Iterable[Element], container: Element | None) -> Iterator[Element]:
    """Buttons, links that lead nowhere, and what stands around the listing: not the whole tree, which costs more than
    reading the page's links."""
    pressed = [*tree.iter("button", "turbo-frame"), *bare]
    yield from pressed
    yield from islice(_around(pressed, container), _MOST_AROUND)
    yield from tree.iter("option")


def _around(pressed: Iterable[Element], container: Element | None) -> Iterator[Element]:
    """What stands around the controls that say "more", and around the listing."""
    for control in pressed:
        if _says_more(control):
            yield from _near(control, 4)
    if container is not None:
        yield from chain((container,), _near(container, 3))
        yield from container.iterdescendants("div", "span", "section", "li", "article")
        for each in (container, *_near(container, 2)):
            for sibling in each.itersiblings():
                yield from chain((sibling,), sibling.iterdescendants("div", "span"))


def _near(element: Element, height: int) -> list[Element]:
    """The element's nearest ancestors, and the siblings before it, on which a script's settings may stand."""
    found = list(element.itersiblings(preceding=True))[:3]
    for _, ancestor in zip(range(height), element.iterancestors(), strict=False):
        if ancestor.tag in ("body", "html"):
            break
        found += [ancestor, *list(ancestor.itersiblings(preceding=True))[:2]]
    return found


def _text(control: Element) -> str:
    if control.tag not in ("button", "a", "span"):
        return ""
    return " ".join(content(control).split()) or next(spoken_of(control), "")


def _says_more(control: Element) -> bool:
    names = f"{control.get('class') or ''} {control.get('id') or ''}"
    return heading(_text(control))[0] > 0 or bool(_MORE_NAME.search(names))


def _addresses(control: Element) -> Iterator[tuple[str, bool]]:
    """The addresses that a control states, each with whether its words or its attribute say that it leads on."""
    attributes = {name: value for name, value in control.items() if value}
    if control.tag == "option":
        value = attributes.get("value", "")
        if _ADDRESS.match(value) and _may_follow(control):
            yield value, False
        elif value.isdecimal() and _may_follow(control):
            choice = next(control.iterancestors("select"), None)
            if choice is not None and (name := choice.get("name")):
                yield from _form(control, name, value, False)
        return
    if control.tag in ("button", "a") and ("disabled" in attributes or heading(_text(control))[0] < 0):
        return
    onward = _says_more(control)
    yield from _stated(attributes, onward)
    if control.tag == "button" and "name" in attributes and attributes.get("value", "").isdecimal():
        yield from _form(control, attributes["name"], attributes["value"], onward)


@lru_cache(maxsize=4096)
def _may_state(names: tuple[str, ...]) -> bool:
    return any(name.startswith(_STATING) or name == "href" for name in names)


def _may_follow(option: Element) -> bool:
    """Whether an option may be the page after this one: where one is chosen, that is the one behind it."""
    before = option.getprevious()
    if before is not None and before.get("selected") is not None:
        return True
    parent = option.getparent()
    return parent is None or all(other.get("selected") is None for other in parent.iterchildren("option"))


def _stated(attributes: dict[str, str], onward: bool) -> Iterator[tuple[str, bool]]:
    """The addresses in a control's attributes. A template of one counts where the control states the last page, too."""
    page = _number(attributes, _CURRENT) or 1
    last = _number(attributes, _MAXIMA)
    if last is not None and page >= last:
        return
    for name, value in attributes.items():
        if match := _TEMPLATE.search(value):
            if last is not None:
                yield value[: match.start()] + str(page + 1) + value[match.end() :], True
        elif name == "onclick" or value[:11].lower() == "javascript:":
            yield from _called_with(value, onward)
        elif name.startswith(("data-", "hx-", "src", "formaction")) and _ADDRESS.match(value):
            yield value, onward or "next" in name or name in ("hx-get", "data-hx-get", "src")


def _called_with(script: str, onward: bool) -> Iterator[tuple[str, bool]]:
    """The address that a script goes to; where a control says that it leads on, also one that it hands to a function."""
    if location := _LOCATION.search(script):
        yield location.group(1) or location.group(2), onward
    elif onward:
        for quoted in _QUOTED.findall(script):
            yield quoted.replace("\\u0026", "&"), True


def _form(control: Element, name: str, value: str, onward: bool) -> Iterator[tuple[str, bool]]:
    """A button or an option of a form that is sent as a query: its fields and the control's own value."""
    form = next(control.iterancestors("form"), None)
    if form is not None and (form.get("method") or "get").lower() == "get":
        hidden = [
            (i.get("name") or "", i.get("value") or "")
            for i in form.iter("input")
            if i.get("type") == "hidden" and i.get("name")
        ]
        yield f"{(form.get('action') or '').partition('?')[0]}?{urlencode([*hidden, (name, value)])}", onward


def _number(attributes: dict[str, str], names: re.Pattern[str]) -> int | None:
    return next((int(v) for n, v in attributes.items() if names.match(n) and v.strip().isdecimal()), None)


def _follows(to: Address, here: Address, sure: bool) -> bool:
    """Whether an address is the page after this one: it counts one further, or, where the control says so, just goes on."""
    for place in to.places:
        number = _here(place, here)
        if number is not None:
            return place.number == number + 1 or (sure and place.number > number)
    bare = all(place.trust is Trust.BARE for place in to.places)
    return sure and to.path == here.path and to.pairs != here.pairs and bare


def _here(place: Place, here: Address) -> int | None:
    """The current page's number in a place's series (1 where it shows none); None where it is not of the series."""
    for own in here.places:
        if (own.form, own.path) == (place.form, place.path) and own.rest <= place.rest:
            return own.number
    if place.path == here.path and here.pairs <= place.rest and place.trust > Trust.BARE:
        return 0 if place.trust is Trust.OFFSET or place.number == 1 else 1
    return None
