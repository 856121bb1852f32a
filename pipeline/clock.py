"""Times of day and offsets as they stand beside a written date."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What says which half of the day, folded as in `pipeline.calendar_names`; any other word leaves the time unread.
_MORNING = frozenset(
    "am a.m a.m. a πμ π.μ π.μ. ap ap. ص ق.ظ पूर्वाह्न sa dop dop. 오전 上午 午前 早上 凌晨 சு.மு fm öö".split()
)
_EVENING = frozenset(
    "pm p.m p.m. p μμ μ.μ μ.μ. ip ip. م ب.ظ अपराह्न ch odp odp. 오후 下午 午後 晚上 晚 傍晚 em öä".split()
)

_MERIDIEM = r"[ap]\.?\s?m\b\.?|[πμ]\.?μ\b\.?|[ai]p\b\.?|ق\.ظ|ب\.ظ|[صم](?!\w)|पूर्वाह्न|अपराह्न|(?:sa|ch)\b|(?:dop|odp)\b\.?"
_HOURS = r"гадзін\w*|годин\w*|час(?:а|ов|у)?\b|uhr\b|시|時|时|點|点|óra|tuntia"
_MINUTES = r"хвілін\w*|хвилин\w*|минут\w*|мин\b\.?|min\b\.?|minuten\b|분|分|perc"
TIME = re.compile(
    rf"""(?<![\d:/,-])(?<!\d\.)
    (?P<before>오전|오후|上午|下午|午前|午後|晚上|晚|早上|凌晨|傍晚)?\s*
    (?P<hour>[01]?\d|2[0-4])(?:
        \s?:\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d|60)(?:[.,]\d{{1,9}})?)?(?!\d|:\d)
      | \s?h(?:\s?(?P<minute_h>[0-5]\d))?(?:\s?min\b\.?)?(?![^\W\d_])
      | \.(?P<minute_dot>[0-5]\d)(?=\s?(?:{_MERIDIEM}|uhr\b))
      | (?=\s?[ap]\.?\s?m\b)
      | \s?(?:{_HOURS})(?:\s*(?P<minute_word>[0-5]?\d)\s*(?:{_MINUTES}))?(?:\s*\d{{1,2}}\s*[秒초])?
    )
    (?:\s?(?P<meridiem>{_MERIDIEM}))?(?:\s?uhr\b)?
    (?:\s?(?P<zone>z\b|\(?(?:utc|gmt)?\s?[+-]\d\d?(?::?\d\d)?\b\)?|\(?[a-z]{{3,4}}\b\)?(?=\s*$|\s*[)|·]|\s+\d{{4}}\b)))?
    """,
    re.VERBOSE,
)
# Words before a time that belong to it.
LEAD = re.compile(
    r"(?:\b(?:at|um|klo|kl\.?|à|a las|alle ore|ore|om|o godz\.?|u|у|в|во|ob|saat|às|lúc|jam|pukul|la ora)\s+|@\s*)$"
)
_CLOCK_AFTER_DATE = re.compile(r"\s(?:klo\.?\s|kl\.?\s|um\s|ob\s|om\s|u\s)?(\d{1,2})\.([0-5]\d)\.?\s*$")

# Offsets by name, in minutes: those of RFC 822, and names that mean one offset only.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "sast": 120, "eat": 180, "wat": 60, "cat": 120, "pkt": 300, "jst": 540,
    "kst": 540, "sgt": 480, "hkt": 480, "wib": 420, "ict": 420, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "brt": -180, "art": -180,
}  # fmt: skip
_OFFSET = re.compile(r"([+-])(\d\d?):?(\d\d)?")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` is an offset such as "+02:00", or "" where none was stated."""

    hour: int
    minute: int
    second: int | None
    zone: str = ""


def read(match: re.Match[str]) -> Clock | None:
    """Give the time that `TIME` found, or None where its half of the day is not known."""
    hour = int(match["hour"])
    minute = int(match["minute"] or match["minute_h"] or match["minute_dot"] or match["minute_word"] or 0)
    half = (match["meridiem"] or match["before"] or "").replace(" ", "")
    if half in _EVENING and hour < 12:
        hour += 12
    elif half in _MORNING and hour == 12:
        hour = 0
    if hour > 23:
        return None
    second = min(int(match["second"]), 59) if match["second"] else None
    return Clock(hour, minute, second, offset(match["zone"] or ""))


def trailing(text: str) -> tuple[Clock, int] | None:
    """Give a time written with a stop at the very end ("29.02.2020 13.12"), and where it begins."""
    found = _CLOCK_AFTER_DATE.search(text)
    if found is None or int(found[1]) > 23:
        return None
    return Clock(int(found[1]), int(found[2]), None), found.start()


def offset(zone: str) -> str:
    """Give an offset in the form "+02:00"; "" for what is none, or none that is certain."""
    zone = zone.lower().strip(" ()")
    if not zone:
        return ""
    if zone in _ZONES:
        minutes = _ZONES[zone]
        sign = "-" if minutes < 0 else "+"
        return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    found = _OFFSET.search(zone)
    if found is None or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return ""
    return f"{found[1]}{int(found[2]):02}:{found[3] or '00'}"
