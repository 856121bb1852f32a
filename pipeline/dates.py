"""Dates as sites write them, to a `Stamp`: the site's own day, and the moment in UTC.

A day that may be wrong is never given: what is ambiguous, impossible or far away is refused, and the observation keeps
what the site wrote. Our own tables (`months`, `weekdays`, `calendars`, `relative`) read what the web's languages write;
python-dateutil is asked for ISO 8601's rarer forms, and `dateparser`, which is some hundred times slower, only for words
that they do not know (docs/decisions/0062).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from pipeline import clock, date_tokens, months_alone, relative, written
from pipeline.calendar_names import fold, names
from pipeline.date_triples import Hints, gregorian
from pipeline.model import Stamp
from pipeline.written import Reading

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
# What machines write most; `fromisoformat` reads it at once.
_PLAIN_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?")
_LENGTH_WITHOUT_ZONE = 19
_BASIC_ISO = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE)
# The plainest written dates ("3 April 2024", "April 3, 2024"), which leave nothing to weigh where the month's name is one.
_PLAIN_WRITTEN = re.compile(r"(?:(\d\d?) )?([a-z]{3,12}) (?(1)|(\d\d?),? )((?:19|20)\d\d)")
_RFC822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d?) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) "
    r"(\d\d):(\d\d)(?::(\d\d))? ([+-]\d{4}|GMT|UTC|Z)"
)
_RFC822_MONTHS = {
    name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
_EARLIEST, _LATEST = 1900, 2100
_AHEAD = timedelta(days=3653)
_LONGEST = 200


def parse(
    text: str,
    *,
    order: str | None = None,
    languages: tuple[str, ...] = (),
    now: datetime | None = None,
    offset: str = "",
) -> Stamp | None:
    """Read the one date that a short text names; None where there is none, or more than one day could be meant.

    Args:
        text: what the site wrote, up to 200 characters; other words may stand around the date.
        order: "DMY", "MDY" or "YMD", where the site's numeric dates are known to be so (see `infer_order`).
        languages: BCP 47 tags of the site; all languages of the tables are read without.
        now: when the text was fetched, aware; relative dates need it, and nothing later than ten years after it counts.
        offset: the site's offset ("+02:00"), for times that state none.

    Returns:
        The stamp with the site's own day and time in `text`. From 1900 on, by the Gregorian calendar; Buddhist,
        Persian, Islamic (Umm al-Qura), Ethiopian, Japanese and Taiwanese years are converted. Of a month without a day
        ("June 2025") `text` says no more than that, "2025-06"; its moment is the month's beginning.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if _PLAIN_ISO.fullmatch(text):
        return _within(_from_iso(text, offset), now)
    found = _ISO.fullmatch(text) or _BASIC_ISO.fullmatch(text)
    if found:
        stamp = _from_numbers(found.groups(), offset)
        # A year that is none of ours may be a Buddhist or Persian one.
        if stamp is not None or _EARLIEST <= int(found[1]) <= _LATEST:
            return _within(stamp, now)
    found = _RFC822.fullmatch(text)
    if found:
        day, month, year, hour, minute, second, zone = found.groups()
        return _within(_from_numbers((year, _RFC822_MONTHS[month], day, hour, minute, second, zone), offset), now)
    return _within(_from_words(text, order, languages, now, offset), now)


def _from_iso(text: str, offset: str) -> Stamp | None:
    try:
        zone = clock.offset(offset) if offset and len(text) <= _LENGTH_WITHOUT_ZONE else ""
        if not zone and len(text) <= _LENGTH_WITHOUT_ZONE:
            return Stamp(text, datetime.fromisoformat(text + "+00:00"))
        moment = datetime.fromisoformat(text + zone)
        return Stamp(moment.isoformat(), moment.astimezone(UTC))
    except (ValueError, OverflowError):
        return None


def _from_numbers(groups: Sequence[str | int | None], offset: str) -> Stamp | None:
    """Make a stamp of year, month, day, hour, minute, second and zone; from the hour on they may be None."""
    year, month, day, hour, minute, second = (int(part or 0) for part in groups[:6])
    try:
        of_day = date(year, month, day)
    except ValueError:
        return None
    if groups[3] is None:
        return _stamp(of_day, None, "")
    return _stamp(of_day, clock.Clock(hour, minute, second, clock.offset(str(groups[6] or ""))), offset)


def _stamp(day: date, time: clock.Clock | None, offset: str) -> Stamp | None:
    if not _EARLIEST <= day.year <= _LATEST:
        return None
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if time is None or time.hour > 23 or time.minute > 59:
        return Stamp(day.isoformat(), midnight)
    text = f"{day.isoformat()}T{time.hour:02}:{time.minute:02}:{min(time.second or 0, 59):02}"
    zone = time.zone or clock.offset(offset)
    moment = midnight + timedelta(hours=time.hour, minutes=time.minute, seconds=min(time.second or 0, 59))
    return Stamp(text + zone, moment - _delta(zone))


def _delta(zone: str) -> timedelta:
    if not zone:
        return timedelta()
    shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return -shift if zone[0] == "-" else shift


def _within(stamp: Stamp | None, now: datetime | None) -> Stamp | None:
    return None if stamp is None or (now is not None and stamp.utc > now + _AHEAD) else stamp


def _from_words(
    text: str, order: str | None, languages: tuple[str, ...], now: datetime | None, offset: str
) -> Stamp | None:
    if plain := _plainly_written(text):
        return _stamp(plain, None, "")
    text = unicodedata.normalize("NFC", text)
    reading = written.read(text, Hints(order, languages, now.year if now else None))
    if reading.days:
        return _from_reading(reading, offset)
    if now is not None:
        local = now.astimezone(timezone(_delta(clock.offset(offset))))
        moment = relative.read(text, local)
        if moment is not None:
            return _stamp(moment.date(), None, "")
        moment = relative.read(reading.rest, local) if reading.clock else None
        if moment is not None:
            return _stamp(moment.date(), reading.clock, offset)
    if alone := months_alone.read(text, frozenset(tag.partition("-")[0] for tag in languages)):
        year, month = alone
        return Stamp(f"{year}-{month:02}", datetime(year, month, 1, tzinfo=UTC))
    return _by_dateutil(text, offset) or _by_dateparser(text, languages)


def _plainly_written(text: str) -> date | None:
    """Give what `written.read` would give of the plainest dates, in a fraction of its time; None leaves it to that."""
    found = _PLAIN_WRITTEN.fullmatch(fold(text))
    months = names().months.get(found[2], {}) if found else {}
    if found is None or len(months) != 1:
        return None
    (month,) = months
    return gregorian(int(found[4]), month, int(found[1] or found[3]))


def _from_reading(reading: Reading, offset: str) -> Stamp | None:
    days = {day.date for day in reading.days}
    if reading.leftover or len(days) > 1:
        return None
    return _stamp(days.pop(), reading.clock, offset)


_WEEK_DATE = re.compile(r"\d{4}-?W\d\d-?[1-7](?:T[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?")


def _by_dateutil(text: str, offset: str) -> Stamp | None:
    """Ask dateutil for ISO 8601's week dates ("2024-W14-3"); its reader of words guesses, and is not asked."""
    if not _WEEK_DATE.fullmatch(text):
        return None
    from dateutil.parser import isoparse  # noqa: PLC0415  # few texts need it

    try:
        moment = isoparse(text.replace(",", "."))
    except ValueError:
        return None
    zone = moment.strftime("%z")
    stated = clock.Clock(moment.hour, moment.minute, moment.second, f"{zone[:3]}:{zone[3:5]}" if zone else "")
    return _stamp(moment.date(), stated if "T" in text else None, offset)


_HAS_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HAS_DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_FOREIGN = re.compile(r"[^\W\d_a-z]{3,}|[a-z]*[à-ɏ][a-zà-ɏ]*")


def _by_dateparser(text: str, languages: tuple[str, ...]) -> Stamp | None:
    """Ask dateparser for a written month that our tables lack; believe it only if it used the very numbers given."""
    folded = fold(text)
    year, days = _HAS_YEAR.findall(folded), _HAS_DAY.findall(folded)
    if len(text) > 60 or len(year) != 1 or len(days) != 1 or not _FOREIGN.search(folded):
        return None
    if any(token.calendar for token in date_tokens.split(folded)):
        return None  # no day of its own calendar, and of none that dateparser knows
    from dateparser.date import DateDataParser  # noqa: PLC0415  # loading takes half a second, and few texts need it

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PREFER_DAY_OF_MONTH": "first"}
    try:
        known = [tag.partition("-")[0] for tag in languages] or None
        found = DateDataParser(languages=known, settings=settings).get_date_data(text).date_obj
    except (ValueError, TypeError, OverflowError, KeyError, AttributeError):
        return None
    if found is None or found.year != int(year[0]) or found.day != int(days[0]):
        return None
    return _stamp(found.date(), None, "")


_YEAR_LIKE = re.compile(r"(?<!\d)(?:1[34]\d\d|19\d\d|20\d\d|2[456]\d\d)(?!\d)|[年년]")
_AROUND = 64


def find(text: str, *, order: str | None = None, languages: tuple[str, ...] = ()) -> list[tuple[int, int, str]]:
    """Give the dates inside a longer text: start, end (in characters), and the day as ISO 8601. In order, none twice.

    Only dates with a year of four digits, and only those that can be one day alone.
    """
    if not any(map(str.isdecimal, text)):
        return []
    folded = fold(text)
    windows: list[tuple[int, int]] = []
    for found in _YEAR_LIKE.finditer(folded):
        start, end = max(0, found.start() - _AROUND), min(len(text), found.end() + _AROUND)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    spans: list[tuple[int, int, str]] = []
    for start, end in windows:
        reading = written.read(text[start:end], Hints(order, languages))
        spans += [
            (start + day.start, start + day.end, day.date.isoformat())
            for day in reading.days
            if not day.loose and _EARLIEST <= day.date.year <= _LATEST
        ]
    return sorted(spans)


def names_month(text: str) -> bool:
    """Whether one of a short text's words is the name of a month, in any language that is known."""
    return any(token.kind == "m" for token in date_tokens.split(fold(text)))


_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?![\d/-])")
_YEAR_FIRST = re.compile(r"(?<![\d./-])(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}(?!\d)")
_ENOUGH = 6


def infer_order(texts: Iterable[str]) -> str | None:
    """Give the order of a site's numeric dates, from all of them together: "DMY", "MDY", "YMD", or None if unclear.

    A number over 12 shows its place. Else stops between the numbers do (nobody writes month.day.year), or that six
    or more different dates, in the order of the page, run one way under one reading alone.
    """
    day_first = month_first = year_first = dotted = 0
    pairs: list[tuple[int, int, int]] = []
    for text in texts:
        if text.isascii() and "/" not in text and "." not in text and "-" not in text:
            continue  # "2 May 2024": no numbers beside each other
        folded = fold(text)
        year_first += bool(_YEAR_FIRST.search(folded))
        for found in _NUMERIC.finditer(folded):
            a, b, year = int(found[1]), int(found[3]), int(found[4])
            if not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
                continue
            day_first += a > 12
            month_first += b > 12
            dotted += found[2] == "."
            pairs.append((year, a, b))
    if not pairs:
        return "YMD" if year_first else None
    # One slip in twenty is a typing error of the site's; more is a mixture that says nothing.
    if day_first or month_first:
        few, many = sorted((day_first, month_first))
        return None if few * 20 > many else "DMY" if many == day_first else "MDY"
    if dotted == len(pairs):
        return "DMY"
    return _by_sequence(pairs)


def _by_sequence(pairs: list[tuple[int, int, int]]) -> str | None:
    if len(set(pairs)) < _ENOUGH:
        return None
    by_day = [(year, b, a) for year, a, b in pairs]
    runs = {"DMY": _is_monotone(by_day), "MDY": _is_monotone(pairs)}
    held = [order for order, holds in runs.items() if holds]
    return held[0] if len(held) == 1 else None


def _is_monotone(values: list[tuple[int, int, int]]) -> bool:
    return values == sorted(values) or values == sorted(values, reverse=True)
