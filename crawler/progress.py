"""What a run is told, and what it tells while it goes on. Light: the parent of a run's process needs no crawler."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Enrich


@dataclass(frozen=True, slots=True)
class HarvestOptions:
    """How a run differs from the usual. `limit`: stop after so many resources. `dry_run`: write nothing.

    `enrich` and `file_sizes` stand for the source's own, in this run; None leaves them. `turn`: only if that visit of the
    source is still to be made (`storage.visits`).
    """

    full: bool = False
    dry_run: bool = False
    limit: int | None = None
    enrich: Enrich | None = None
    file_sizes: bool | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands, for people: counts so far; `claimed` by the site.

    `phase`: "probing", "reading", "asking" (absent items whether they are gone) or "done".
    """

    source: str
    phase: str
    pages: int = 0
    items: int = 0
    claimed: int | None = None
    message: str = ""


def ignore_progress(_: Progress) -> None:
    """For callers that do not watch."""
