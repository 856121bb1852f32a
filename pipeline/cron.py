"""Cron expressions: read, explained in words, and asked for their next time.

The five fields of crontab(5): minute, hour, day of the month, month, day of the week; lists, ranges, steps, names, and
@hourly … @yearly. Where both days are restricted, either will do, as there. APScheduler's own trigger is not used: it
counts week days from Monday, asks for both days, and fires twice when the clocks go back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from pipeline.errors import UsageError
from pipeline.hours import to_utc, zone_of

_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_FIELDS = (
    ("minute", 0, 59, ()),
    ("hour", 0, 23, ()),
    ("day of the month", 1, 31, ()),
    ("month", 1, 12, _MONTHS),
    ("day of the week", 0, 7, _DAYS),
)
_NICKNAMES = {
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
}  # fmt: skip
_RANGE = re.compile(r"(\*|\w+)(?:-(\w+))?(?:/(\d+))?")
# 29 February comes at most eight years after the last one.
_LOOK_AHEAD_DAYS = 8 * 366


@dataclass(frozen=True, slots=True)
class Cron:
    """What each field allows; `either_day`: both days are restricted, and one of them is enough."""

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either_day: bool


@lru_cache(maxsize=4096)
def parse(expression: str) -> Cron:
    """What `expression` says. Raises UsageError, also for one that never comes true."""
    text = _NICKNAMES.get(expression.strip().lower(), expression)
    fields = text.split()
    if len(fields) != len(_FIELDS):
        raise UsageError(
            f"{expression!r} is not a cron expression: it has {len(fields)} fields, not 5.",
            advice='Give minute, hour, day, month and week day, such as "30 2 * * mon-fri".',
        )
    minutes, hours, days, months, weekdays = (
        _values(field, *form) for field, form in zip(fields, _FIELDS, strict=True)
    )
    cron = Cron(
        tuple(sorted(minutes)),
        tuple(sorted(hours)),
        frozenset(days),
        frozenset(months),
        frozenset(each % 7 for each in weekdays),
        either_day=not fields[2].startswith("*") and not fields[4].startswith("*"),
    )
    if _next_local(cron, datetime(2023, 3, 1)) is None:  # noqa: DTZ001  a wall clock's time
        raise UsageError(f"{expression!r} never comes true.", advice="Is there such a day in that month?")
    return cron


def next_after(expression: str, timezone: str, moment: datetime) -> datetime:
    """The first time of `expression`, in `timezone`, after `moment`; both in UTC. Each local time comes once."""
    cron, zone = parse(expression), zone_of(timezone)
    # From a little earlier on: what the clocks skip an hour ago may still be to come (`to_utc`).
    local = _next_local(cron, moment.astimezone(zone).replace(tzinfo=None) - timedelta(hours=3))
    while local is not None:
        if (slot := to_utc(local, zone)) > moment:
            return slot
        local = _next_local(cron, local)
    raise UsageError(f"{expression!r} does not come again.")


def _next_local(cron: Cron, after: datetime) -> datetime | None:
    """The first wall-clock time of `cron` after `after`; None if there is none for years."""
    after = after.replace(second=0, microsecond=0) + timedelta(minutes=1)
    for days in range(_LOOK_AHEAD_DAYS):
        day = after.date() + timedelta(days=days)
        if not _on(cron, day):
            continue
        begin = (after.hour, after.minute) if not days else (0, 0)
        for hour in cron.hours:
            for minute in cron.minutes:
                if (hour, minute) >= begin:
                    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001
    return None


def _on(cron: Cron, day: date) -> bool:
    if day.month not in cron.months:
        return False
    by_month, by_week = day.day in cron.days, day.isoweekday() % 7 in cron.weekdays
    return by_month or by_week if cron.either_day else by_month and by_week


def _values(field: str, name: str, least: int, most: int, names: tuple[str, ...]) -> set[int]:
    values: set[int] = set()
    for part in field.split(","):
        match = _RANGE.fullmatch(part)
        if match is None:
            raise _wrong(part, name, least, most)
        step = int(match[3] or 1)
        first = least if match[1] == "*" else _value(match[1], name, least, most, names)
        last = first
        if match[2]:
            last = _value(match[2], name, least, most, names)
        elif match[1] == "*" or match[3]:
            last = 6 if name == "day of the week" else most
        if step < 1 or last < first:
            raise _wrong(part, name, least, most)
        values.update(range(first, last + 1, step))
    return values


def _value(text: str, name: str, least: int, most: int, names: tuple[str, ...]) -> int:
    if text.isascii() and text.isdigit():
        value = int(text)
    else:
        short = [each[:3].lower() for each in names]
        if text[:3].lower() not in short or text.lower() not in {text[:3].lower(), *(each.lower() for each in names)}:
            raise _wrong(text, name, least, most)
        value = short.index(text[:3].lower()) + least
    if not least <= value <= most:
        raise _wrong(text, name, least, most)
    return value


def _wrong(text: str, name: str, least: int, most: int) -> UsageError:
    return UsageError(
        f"{text!r} is not a {name}.", advice=f"Use {least} to {most}, *, lists (1,3), ranges (1-5), steps (*/2)."
    )


def words(expression: str) -> str:
    """The expression for people: "at 02:30 on Monday to Friday", "every 15 minutes", "at 06:00 on day 1 of the month"."""
    cron = parse(expression)
    return " ".join(filter(None, (_times(cron), _on_days(cron), _in_months(cron))))


def _times(cron: Cron) -> str:
    minutes, hours = cron.minutes, cron.hours
    if len(minutes) * len(hours) <= 6:
        return "at " + _listed([f"{hour:02}:{minute:02}" for hour in hours for minute in minutes])
    step = _step(minutes, 60)
    if len(minutes) == 60:
        when = "every minute"
    elif step:
        when = f"every {step} minutes"
    else:
        when = f"at minute{'' if len(minutes) == 1 else 's'} {_listed([str(each) for each in minutes])}"
    if len(hours) == 24:
        return when if len(minutes) == 60 or step else f"{when} of every hour"
    between = _step(hours, 24)
    if between:
        return f"{when} of every {between}{_ordinal(between)} hour"
    return f"{when}, in the hours {_spans([f'{each:02}' for each in hours], list(hours))}"


def _on_days(cron: Cron) -> str:
    month = "on day " + _spans([str(each) for each in sorted(cron.days)], sorted(cron.days)) + " of the month"
    week_order = sorted(cron.weekdays, key=lambda each: (each - 1) % 7)
    week = "on " + _spans([_DAYS[each] for each in week_order], [(each - 1) % 7 for each in week_order])
    if cron.either_day:
        return f"{month} and {week}"
    restricted = [text for text, all_ in ((month, len(cron.days) == 31), (week, len(cron.weekdays) == 7)) if not all_]
    if len(restricted) == 2:
        return f"{week}, if it is {month.removeprefix('on ')}"
    if restricted:
        return restricted[0]
    return "every day" if len(cron.minutes) * len(cron.hours) <= 6 else ""


def _in_months(cron: Cron) -> str:
    if len(cron.months) == 12:
        return ""
    months = sorted(cron.months)
    return "in " + _spans([_MONTHS[each - 1] for each in months], months)


def _step(values: tuple[int, ...], size: int) -> int:
    """The step of 0, 15, 30, 45; 0 if the values go not evenly round."""
    if len(values) < 2 or values[0] != 0 or size % len(values):
        return 0
    step = size // len(values)
    return step if all(later - earlier == step for earlier, later in pairwise(values)) else 0


def _ordinal(number: int) -> str:
    return {2: "nd", 3: "rd"}.get(number, "th")


def _spans(names: list[str], values: list[int]) -> str:
    """ "Monday to Friday" where values follow each other, "Monday and Thursday" where they do not."""
    if len(values) > 2 and all(later - earlier == 1 for earlier, later in pairwise(values)):
        return f"{names[0]} to {names[-1]}"
    return _listed(names)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
