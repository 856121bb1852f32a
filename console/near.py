"""What a person may have meant: near names, addresses without their scheme."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from pipeline.errors import BadUrl, UnknownSource
from pipeline.urls import canonical

# A host name with a dot, or localhost, and what may follow it.
_LIKE_HOST = re.compile(
    r"(?:localhost|\[[0-9a-f:.]+\]|(?:[\w-]+\.)+[^\W\d_][\w-]+|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#].*)?", re.IGNORECASE
)
_LIKE_URL = re.compile(r"[a-z][a-z0-9+.-]*:/+", re.IGNORECASE)
_SLIPS = re.compile(r"(?:https?|htps?|hhtps?|ttps?)(?::/?|//|;//|:/+)", re.IGNORECASE)


def is_url(text: str) -> bool:
    """Whether a person means an address rather than a name."""
    return bool(_LIKE_URL.match(text))


def address(text: str) -> str:
    """An address that can be harvested, as given. Raises BadUrl, with what was probably meant."""
    text = text.strip()
    try:
        canonical(text)
    except BadUrl as fault:
        meant = meant_address(text)
        if not meant:
            raise
        raise BadUrl(f"{text} is not a full address.", url=text, advice=f"Did you mean {meant} ?") from fault
    return text


def meant_address(text: str) -> str:
    """The address that was probably meant: "example.org/news" → "https://example.org/news"; "" if there is no telling."""
    bare = _SLIPS.sub("", text.strip(), count=1).lstrip("/")
    if not _LIKE_HOST.fullmatch(bare):
        return ""
    try:
        canonical(f"https://{bare}")
    except BadUrl:
        return ""
    return f"https://{bare}"


def unknown_source(name: str, names: Iterable[str]) -> UnknownSource:
    """The fault for a name that no source has, with what was probably meant."""
    taken = list(names)
    near = get_close_matches(name.casefold(), [each.casefold() for each in taken], n=3, cutoff=0.5)
    close = [
        each for each in taken if each.casefold() in near or (len(name) > 2 and name.casefold() in each.casefold())
    ]
    meant = meant_address(name)
    # "example.org/news" can only be an address; "example.org" may be a slip in a name as well.
    likely = [meant] if meant and "/" in name else [*close[:3], *filter(None, [meant])]
    if likely:
        advice = f"Did you mean {' or '.join(likely)} ?"
    elif taken:
        advice = "See the names with: gleanery sources"
    else:
        advice = "There are no sources yet; begin with: gleanery sync https://…"
    return UnknownSource(f"There is no source called {name}.", source=name, advice=advice)
