"""robots.txt as it was last read: once a day is enough for all crawls of a site (RFC 9309, 2.4)."""

from __future__ import annotations

from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta

from crawler.clock import Clock
from pipeline.errors import GleaneryError
from storage.store import Store

# "Crawlers SHOULD NOT use the cached version for more than 24 hours."
GOOD_FOR = timedelta(hours=24)
# What crawlers have to read of it at least (RFC 9309, 2.5); a longer one is not kept for other runs.
_MOST_BYTES = 500 * 1024


@dataclass(slots=True)
class RobotsMemory:
    """What a run may know of robots.txt files: those that it has read itself, and those of earlier runs.

    `fresh`: only its own. `writes`: its own are kept for later runs.
    """

    store: Store
    clock: Clock
    fresh: bool = False
    writes: bool = True
    _own: dict[str, bytes] = field(default_factory=dict)

    def recall(self, site: str) -> bytes | None:
        """What robots.txt says at the site ("https://example.org"), or None if it has to be asked."""
        if site in self._own:
            return self._own[site]
        if self.fresh:
            return None
        with suppress(GleaneryError):  # where the store is broken, the run will say so itself
            return self.store.memory.robots(site, self.clock() - GOOD_FOR)
        return None

    def keep(self, site: str, body: bytes) -> None:
        """Notes what it says; "" where there is none."""
        self._own[site] = body
        if self.writes and len(body) <= _MOST_BYTES:
            with suppress(GleaneryError):
                self.store.memory.keep_robots(site, body, self.clock())


# The memory of the run that the present task works for; None outside of runs.
of_run: ContextVar[RobotsMemory | None] = ContextVar("of_run", default=None)
