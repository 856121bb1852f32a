"""The golden texts of tests/cases/text: what a site sent, and what a careful reader would keep of it.

One case a paragraph::

    teaser: what was sent        (or "title:", or "terms:" with names between " ;; ")
    for: the resource's title    (of a teaser, where it matters; "site: the site's name" of a title)
    = what is to be kept         (a teaser that ends in "…" is to be marked as cut)

``\\n`` and ``\\u00a0`` stand for the characters that one would not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases" / "text"
_CASE = re.compile(
    r"^(?P<kind>title|teaser|terms): (?P<raw>.*)\n(?:(?:for|site): (?P<beside>.*)\n)?=(?P<expected>.*)\n", re.MULTILINE
)
_ESCAPE = re.compile(r"\\(n|u[0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Case:
    """`beside` is the resource's title for a teaser, the site's name for a title; of terms, names stand between ";;"."""

    place: str
    kind: str
    raw: str
    beside: str
    expected: str


def cases() -> Iterator[Case]:
    """All cases, by file. Raises ValueError where a line belongs to none."""
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text(encoding="utf-8") + "\n"
        for number, found in enumerate(_CASE.finditer(text), 1):
            raw, beside, expected = (_plain(found[name] or "") for name in ("raw", "beside", "expected"))
            yield Case(f"{path.stem}-{number}", found["kind"], raw, beside, expected.removeprefix(" "))
        left = [line for line in _CASE.sub("", text).splitlines() if line.strip() and line[0] != "#"]
        if left:
            raise ValueError(f"{path.name}: {left[0]!r} belongs to no case")


def names(terms: str) -> list[str]:
    """The names of a case of terms."""
    return [name for name in terms.split(" ;; ") if name]


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else chr(int(found[1][1:], 16)), text)
