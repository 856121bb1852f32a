"""The one clock. `GLEANERY_NOW` (ISO 8601) sets it from outside, so that tests and simulations need not wait."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

from pipeline.errors import ConfigurationError

Clock: TypeAlias = Callable[[], datetime]


def now() -> datetime:
    """The present moment, aware, in UTC. Raises ConfigurationError where `GLEANERY_NOW` is not a date."""
    fixed = os.environ.get("GLEANERY_NOW")
    if not fixed:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError as error:
        raise ConfigurationError(
            f"GLEANERY_NOW is not a date: {fixed!r}", advice="Give it as ISO 8601, such as 2026-03-01T06:00:00Z."
        ) from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def at(moment: datetime) -> Clock:
    """A clock that stands still at `moment` (aware)."""
    return lambda: moment
