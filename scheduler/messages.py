"""What a run's process and its parent tell each other. Small to import: the parent needs no crawler for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from crawler.progress import HarvestOptions
from pipeline.model import Source


@dataclass(frozen=True, slots=True)
class Job:
    """What a run's process is to do. `moment`: what time it is, where that is not the machine's own business.

    `memory` in bytes, on top of what the process has at its start. `environment` is the parent's: the server that
    processes are forked from may have been started with another one.
    """

    store_url: str | None
    source: Source
    options: HarvestOptions
    moment: datetime | None
    memory: int
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Alive:
    """The loop still turns."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """It was told to stop, and did so between two pages: what was read is kept."""


@dataclass(frozen=True, slots=True)
class Broke:
    """An error of ours, or of this machine."""

    error: str
