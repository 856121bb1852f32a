"""Lengths of time as people write them: "90m", "6h", "2d", "1w 12h"."""

from __future__ import annotations

import re

from pipeline.errors import UsageError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d|w)[a-z]*", re.IGNORECASE)
_WORDS = ((7 * 86400, "week"), (86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def seconds(text: str) -> int:
    """The seconds of "90m" or "1d 12h". Raises UsageError."""
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text).strip(" ,"):
        raise UsageError(
            f"{text!r} is not a length of time.", advice="Write it as 90m, 6h, 2d or 1w (minutes, hours, days, weeks)."
        )
    return round(sum(float(number) * _UNITS[unit.lower()] for number, unit in parts))


def every(length: float) -> str:
    """An interval for people: "every hour", "every 6 hours"."""
    text = words(length)
    count, _, unit = text.partition(" ")
    return f"every {unit}" if count == "1" and " " not in unit else f"every {text}"


def words(length: float) -> str:
    """Seconds for people, no more than two units: "6 hours", "1 day 12 hours", "40 seconds"."""
    rest = round(length)
    if rest <= 0:
        return "0 seconds"
    shown = []
    for size, unit in _WORDS:
        if unit == "week" and rest % size:
            continue  # "10 days" reads better than "1 week 3 days"
        count, rest = divmod(rest, size)
        if count:
            shown.append(f"{count} {unit}{'' if count == 1 else 's'}")
        if len(shown) == 2:
            break
    return " ".join(shown)
