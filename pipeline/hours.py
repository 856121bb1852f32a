"""The hours at which a site may be visited, and wall-clock time in general: what a time zone makes of a local time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from pipeline.errors import UsageError

Window: TypeAlias = tuple[time, time]

_WINDOW = re.compile(r"(\d{1,2})(?::(\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d\d))?")


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """The time zone of that IANA name. Raises UsageError."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UsageError(
            f"{name!r} is not a time zone.", advice="Give its IANA name, such as Europe/Berlin or UTC."
        ) from None


@lru_cache(maxsize=1024)
def windows(hours: str) -> tuple[Window, ...]:
    """The windows of "22:00-06:00, 12-13": beginning and end of each, local time. "" has none. Raises UsageError."""
    found = []
    for part in filter(None, (each.strip() for each in hours.split(","))):
        match = _WINDOW.fullmatch(part)
        hour, minute, last_hour, last_minute = (int(each or 0) for each in match.groups()) if match else (24, 0, 0, 0)
        if hour > 23 or last_hour > 24 or max(minute, last_minute) > 59:
            raise UsageError(f"{part!r} is not a span of hours.", advice="Write it as 22:00-06:00.")
        found.append((time(hour, minute), time(last_hour % 24, last_minute)))
    return tuple(found)


def first_allowed(hours: str, timezone: str, moment: datetime) -> datetime:
    """The first moment from `moment` (UTC) on at which the site may be visited; in UTC."""
    allowed = windows(hours)
    if not allowed or _inside(allowed, zone_of(timezone), moment):
        return moment
    zone = zone_of(timezone)
    today = moment.astimezone(zone).date()
    # Where the clocks go forward over a whole window, that day has none: so more than tomorrow is looked at.
    openings = (
        to_utc(datetime.combine(today + timedelta(days=days), begin), zone) for days in range(4) for begin, _ in allowed
    )
    return min(each for each in openings if each > moment and _inside(allowed, zone, each))


def _inside(allowed: Sequence[Window], zone: ZoneInfo, moment: datetime) -> bool:
    local = moment.astimezone(zone).time()
    return any(
        begin <= local < end if begin < end else local >= begin or local < end  # 22:00-06:00 goes over midnight
        for begin, end in allowed
    )


def to_utc(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which clocks in `zone` first show `local` (without a zone).

    A time that the clocks skip in spring becomes the moment at which they go forward; of one that comes twice in
    autumn, the first counts (PEP 495): so that local times in order give moments in order.
    """
    moment = local.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local:
        return moment
    before, after = local.replace(tzinfo=zone, fold=1).astimezone(UTC), moment
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
