"""How completely a run read its source: frozen types, a part of the ground (`pipeline.model`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PartCount:
    """One part of an inventory (a post type, a section): what the site claims it holds, and what was read."""

    name: str
    claimed: int | None
    read: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Addresses under one first part of the path that a second inventory names and the run has not read.

    `part` (of the sitemap, such as a post type) and `language` are told where nothing else of them was read.
    """

    under: str
    count: int
    example: str
    part: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SecondInventory:
    """What another list of the site says that the source holds. `kind`: "sitemap", or "" where the site has none.

    `total` of its addresses are of the source, `covered` of them were read. `whole`: it was read to its end. `compared`:
    when, ISO 8601 in UTC; not on every run.
    """

    kind: str = ""
    url: str = ""
    total: int = 0
    covered: int = 0
    whole: bool = True
    gaps: tuple[Gap, ...] = ()
    compared: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """How completely a run read its source. `complete` only if every page was read and every claim was met.

    `news`: only what is new was read; if it is `complete` all the same, the others were seen to be there. `filled`: of
    how many resources each field was filled; `restless`: of how many it was another one than before, though the site does
    not say that they were modified. Both of whole readings.
    `second` is what the site's sitemap says beside it: its gaps are told, and no fault of the run. None: never compared.
    """

    claimed: int | None = None
    read: int = 0
    pages_read: int = 0
    pages_failed: tuple[str, ...] = ()
    parts: tuple[PartCount, ...] = ()
    complete: bool = False
    statement: str = ""
    news: bool = False
    filled: Mapping[str, int] = field(default_factory=dict)
    restless: Mapping[str, int] = field(default_factory=dict)
    second: SecondInventory | None = None
