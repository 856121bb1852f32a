"""When a source is to be visited, and who is to be told: what a person asks for, kept with the source.

Standard library only, as `pipeline.model`. Durations are in whole seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MINUTE, HOUR, DAY = 60, 3600, 86400


class Rhythm(StrEnum):
    """ADAPTIVE: as often as the source changes. INTERVAL: every so long. CRON: at the times of a cron expression."""

    ADAPTIVE = "adaptive"
    INTERVAL = "interval"
    CRON = "cron"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a source is visited.

    `every` is the interval of INTERVAL, `cron` the five fields of CRON, in `timezone` (an IANA name, the site's own).
    `hours` are the only hours at which the site may be visited, "22:00-06:00" in `timezone`; "" allows all. `jitter`
    delays each visit by up to so much. ADAPTIVE keeps between `min_every` and `max_every`. Of visits that wait for a
    worker, those of a higher `priority` go first.
    """

    rhythm: Rhythm = Rhythm.ADAPTIVE
    every: int = DAY
    cron: str = ""
    timezone: str = "UTC"
    hours: str = ""
    jitter: int = 0
    min_every: int = HOUR
    max_every: int = 7 * DAY
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Alerts:
    """Of what in a source people are told.

    `mute` names the kinds of notices that are not sent (`pipeline.alarms.NoticeKind`). A run that needs attention is
    told after `after` such runs in a row. `tag`: only to the receivers with this tag; "" is all of them.
    """

    mute: tuple[str, ...] = ()
    after: int = 1
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a site said during a run of when it wants to be asked again.

    `not_before` is the latest Retry-After (RFC 9110, 10.2.3); `fresh_for` the seconds for which its listing says to
    stay fresh (Cache-Control max-age, RFC 9111, 5.2.2.1; a feed's ttl); `crawl_delay` robots.txt's, in seconds.
    """

    not_before: datetime | None = None
    fresh_for: int | None = None
    crawl_delay: float | None = None
