"""What a source is called when nobody named it."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import unquote, urlsplit


def name_for(url: str, taken: Collection[str] = ()) -> str:
    """A short, readable, unique name for the source at `url`: its host, then its path where the host is taken.

    "https://www.example.org/resources/" → "example.org", or "example.org-resources" if that is in `taken`.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "source").removeprefix("www.")
    host = _slug(f"{host}-{parts.port}" if parts.port else host)
    path = unquote(parts.path).strip("/")
    candidates = [host, f"{host}-{_slug(path)}" if path else host]
    candidates += [f"{candidates[-1]}-{number}" for number in range(2, len(taken) + 3)]
    return next(each for each in candidates if each not in taken)


def _slug(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text.lower()).strip("-._") or "source"
