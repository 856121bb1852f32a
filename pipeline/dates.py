"""Dates as sites write them, to a `Stamp`: the site's own day, and the moment in UTC.

A day that may be wrong is not given: what is ambiguous, impossible or far away is refused, and stays in the
observation as the site wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from pipeline.model import Stamp

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.IGNORECASE,
)


def parse(
    text: str,
    *,
    order: str | None = None,
    languages: tuple[str, ...] = (),
    now: datetime | None = None,
    offset: str = "",
) -> Stamp | None:
    """Read one date. First version: ISO 8601 and RFC 822."""
    text = text.strip()
    found = _ISO.fullmatch(text)
    try:
        if found:
            year, month, day, hour, minute, second, zone = found.groups()
            date = f"{year}-{month}-{day}"
            if hour is None:
                return Stamp(date, datetime(int(year), int(month), int(day), tzinfo=UTC))
            zone = "+00:00" if zone and zone.upper() in {"Z", "UTC", "GMT"} else zone or offset
            stamp = datetime.fromisoformat(f"{date}T{hour}:{minute}:{second or '00'}{zone}")
            return Stamp(stamp.isoformat(), (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).astimezone(UTC))
        stamp = parsedate_to_datetime(text)
        return Stamp(stamp.isoformat(), (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).astimezone(UTC))
    except (ValueError, TypeError, OverflowError):
        return None


def find(text: str) -> list[tuple[int, int, str]]:
    """Give the spans of dates inside a longer text: start, end, the day as ISO 8601."""
    return [(m.start(), m.end(), m[0][:10]) for m in _ISO.finditer(text)]


def infer_order(texts: Iterable[str]) -> str | None:
    """Give the order of day and month in a site's numeric dates: "DMY", "MDY", "YMD", or None."""
    first = second = False
    for text in texts:
        for a, b in re.findall(r"\b(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d\d)\b", text):
            first |= int(a) > 12
            second |= int(b) > 12
    return None if first == second else "DMY" if first else "MDY"
