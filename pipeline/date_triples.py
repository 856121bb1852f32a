"""A day from three tokens: which is the day, which the month, which the year, and in which calendar; or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.calendars import buddhist, ethiopian, is_buddhist, islamic, minguo, persian
from pipeline.date_tokens import COUNTS, Token

# Languages that write numeric dates day first; of English only those regions that do so throughout.
_DAY_FIRST = frozenset(
    """de fr es pt it nl ca gl eu da nb nn no sv fi is et lv pl cs sk sl hr bs sr mk bg ru uk be ro sq el tr az kk uz ky
    hy ka ar ur he hi mr bn gu ta te th vi id ms cy ga mt sw km""".split()
)
_BUDDHIST = frozenset({"th", "lo", "km"})
# From here on two digits are a Buddhist year (2540 is 1997) where those languages are written, and no Gregorian one yet.
_FIRST_THAI = 40
_GREGORIAN_IN_AMHARIC = "እ.ኤ.አ"
_DAY_FIRST_REGIONS = frozenset({"en-GB", "en-IE", "en-AU", "en-NZ", "en-IN", "en-ZA", "en-NG", "en-KE"})


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names, from `start` to `end` in it. `loose` says that its year has two digits."""

    start: int
    end: int
    date: date
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of the site: order of numeric dates, languages (BCP 47), year of reading (for two-digit years)."""

    order: str | None = None
    languages: tuple[str, ...] = ()
    this_year: int | None = None


def gregorian(year: int, month: int, day: int) -> date | None:
    """Give the day, or None if there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Where years of three digits are Taiwan's: in Hong Kong and Macao, which write the same characters, they are not.
_TAIWAN = frozenset({"zh-TW", "zh-Hant", "zh-Hant-TW"})


def is_taiwanese(text: str, hints: Hints) -> bool:
    """Say whether a year of three digits counts from 1912: the text names the era, or the site's language is Taiwan's."""
    return "民國" in text or "民国" in text or not _TAIWAN.isdisjoint(hints.languages)


@dataclass(frozen=True, slots=True)
class Context:
    """What three tokens are read in: their text, the hints, the languages that the words betray."""

    text: str
    tokens: list[Token]
    hints: Hints
    languages: frozenset[str]

    def read(self, triple: list[int], before: int | None, after: int | None) -> Day | None:
        """Give the day that three tokens name, if they name one alone."""
        one, two, three = triple
        first, second, third = self.tokens[one], self.tokens[two], self.tokens[three]
        if not (self._linked(one, two) and self._linked(two, three)) or self._counts(one):
            return None
        kinds = first.kind + second.kind + third.kind
        if kinds == "nnn":
            day = self._numeric(triple, before, after)
        elif kinds.count("m") == 1:
            day = self._named(kinds, first, second, third)
            if day is not None and (self._in_range(triple, before) or self._is_years_end(triple, after)):
                return None
        else:
            return None
        if day is None:
            return None
        loose = max(token.digits for token in (first, second, third)) < 4
        return Day(first.start, third.end, day, loose)

    def _linked(self, left: int, right: int) -> bool:
        """Say whether nothing but links, weekdays and light punctuation stands between two tokens."""
        gap = self._gap(self.tokens[left], self.tokens[right])
        if gap == " ":
            return True
        if any(token.kind == "u" for token in self.tokens[left + 1 : right]):
            return False
        # "October (5) 2026": a number in brackets counts something.
        if self.tokens[left].kind == "n" and gap.lstrip()[:1] == ")":
            return False
        if self.tokens[right].kind == "n" and gap.rstrip()[-1:] == "(":
            return False
        return len(gap) <= 24 and not any(char in '|;·•"«»“”…+*#<>=:' for char in gap)

    def _counts(self, index: int) -> bool:
        return index > 0 and self.tokens[index].kind == "n" and self.tokens[index - 1].word in COUNTS

    def _gap(self, left: Token, right: Token) -> str:
        return self.text[left.end : right.start]

    def _in_range(self, triple: list[int], before: int | None) -> bool:
        """Say whether the day is the end of a span ("3-5 April 2024"): then it is not the day meant."""
        if before is None or not self._linked(before, triple[0]):
            return False
        other, first = self.tokens[before], self.tokens[triple[0]]
        gap = self._gap(other, first)
        if "-" not in gap and "/" not in gap:
            return False
        return other.kind == "m" or (
            other.digits <= 2 and (first.kind == "n" or " " not in gap or self._after_month(before))
        )

    def _after_month(self, index: int) -> bool:
        return any(token.kind == "m" for token in self.tokens[max(index - 1, 0) : index])

    def _is_years_end(self, triple: list[int], after: int | None) -> bool:
        """Say whether a year before the day is another's ("Survey 2017 June 28, 2025"): a year of its own follows."""
        first, second, third = map(self.tokens.__getitem__, triple)
        if first.digits != 4 or after is None or self.tokens[after].digits != 4:
            return False
        gap = self._gap(first, second)
        return not any(mark in gap for mark in "-/.") and third.digits < 4 and self._linked(triple[2], after)

    def _named(self, kinds: str, first: Token, second: Token, third: Token) -> date | None:
        if kinds == "nmn":
            month = second
            if first.digits == 4 and third.digits <= 2:
                year, day = first, third
            else:
                day, year = first, third
                if "," in self._gap(first, second):
                    return None
        elif kinds == "mnn":
            month, day, year = first, second, third
            if "-" in self._gap(second, third) and "-" not in self._gap(first, second):
                return None
        else:
            year, day, month = first, second, third
            if year.digits != 4:
                return None
        if day.digits > 2 or year.digits not in {2, 4}:
            return None
        if year.digits == 2 and not self._is_short_year(year, kinds):
            return None
        candidates = {
            found
            for number in self._months(month)
            if (found := self._date(self._year(year), number, day.number, month.calendar, month))
        }
        return candidates.pop() if len(candidates) == 1 else self._by_weekday(candidates)

    def _is_short_year(self, year: Token, kinds: str) -> bool:
        """A year of two digits counts after an apostrophe, or where the text ends with it."""
        if kinds not in {"nmn", "mnn"}:
            return False
        return self.text[max(year.start - 1, 0)] == "'" or not self.text[year.end :].strip(" .)]")

    def _months(self, token: Token) -> tuple[int, ...]:
        meanings = token.meanings or {}
        if len(meanings) > 1:
            kept = tuple(month for month, tags in meanings.items() if tags & self.languages)
            if kept:
                return kept
        return tuple(meanings)

    def _year(self, token: Token) -> int:
        if token.digits != 2:
            return token.number
        latest = (self.hints.this_year or 2058) + 10
        if token.number >= _FIRST_THAI and (self._is_thai() or self.languages & _BUDDHIST):
            return token.number + 2500  # the Buddhist year, without its century
        return token.number + 2000 if token.number + 2000 <= latest else token.number + 1900

    def _date(self, year: int, month: int, day: int, calendar: str, token: Token | None = None) -> date | None:
        if calendar == "persian":
            return persian(year, month, day)
        if calendar == "islamic":
            return islamic(year, month, day)
        if calendar == "ethiopian":
            return self._ethiopian(year, month, day)
        if is_buddhist(year):
            tags = frozenset().union(*token.meanings.values()) if token and token.meanings else self.languages
            if not self._is_thai() and not tags & _BUDDHIST:
                return None
            year = buddhist(year)
        return gregorian(year, month, day)

    def _ethiopian(self, year: int, month: int, day: int) -> date | None:
        """Read a day under its Amharic name; a year that would lie ahead is the Gregorian one, and names no day we know."""
        if _GREGORIAN_IN_AMHARIC in self.text:
            return None
        found = ethiopian(year, month, day)
        return None if found is None or found.year > (self.hints.this_year or found.year) + 1 else found

    def _is_thai(self) -> bool:
        """Say whether a letter of Thai, Lao or Khmer stands in the text: their writers count Buddhist years."""
        return not self.text.isascii() and any(
            "\u0e00" <= char <= "\u0eff" or "\u1780" <= char <= "\u17ff" for char in self.text
        )

    def _by_weekday(self, candidates: set[date]) -> date | None:
        for token in self.tokens:
            if token.kind == "w" and token.meanings:
                kept = {day for day in candidates if day.isoweekday() in token.meanings}
                if len(kept) == 1:
                    return kept.pop()
        return None

    def _numeric(self, triple: list[int], before: int | None, after: int | None) -> date | None:
        first, second, third = (self.tokens[index] for index in triple)
        mark = self._gap(first, second).replace(" ", "")
        if mark != self._gap(second, third).replace(" ", "") or mark not in {"/", "-", ".", ""}:
            return None
        if self._runs_on(triple, before, after, mark) or second.digits > 2:
            return None
        if first.digits > 2 and third.digits <= 2:
            return self._year_first(first, second.number, third.number, mark)
        if not mark or first.digits > 2 or third.digits not in {2, 4}:
            return None
        if third.digits == 2 and (self.hints.order == "YMD" or (mark == "-" and not self.hints.order)):
            # "13-04-24" may begin with its year.
            return self._date(self._year(first), second.number, third.number, "") if self.hints.order else None
        return self._either_order(first.number, second.number, self._year(third))

    def _year_first(self, year: Token, month: int, day: int, mark: str) -> date | None:
        if year.digits == 4:
            return self._other(year.number, month, day)
        is_certain = year.digits == 3 and mark and is_taiwanese(self.text, self.hints)
        return gregorian(minguo(year.number), month, day) if is_certain else None

    def _runs_on(self, triple: list[int], before: int | None, after: int | None, mark: str) -> bool:
        """Say whether the numbers are part of a longer row: an IP address, a telephone number, a version."""
        gaps = []
        if before is not None:
            gaps.append(self._gap(self.tokens[before], self.tokens[triple[0]]))
        if after is not None:
            gaps.append(self._gap(self.tokens[triple[2]], self.tokens[after]))
        return any(gap.replace(" ", "") == mark and (mark or self.tokens[triple[0]].digits != 4) for gap in gaps)

    def _either_order(self, a: int, b: int, year: int) -> date | None:
        candidates = {
            found
            for order, day, month in (("DMY", a, b), ("MDY", b, a))
            if self.hints.order in {None, order, "YMD"} and (found := self._other(year, month, day))
        }
        if len(candidates) > 1 and self._is_day_first():
            return self._other(year, b, a)
        return candidates.pop() if len(candidates) == 1 else self._by_weekday(candidates)

    def _other(self, year: int, month: int, day: int) -> date | None:
        """Read a numeric date; a year about 1400 is Persian to 1414, Islamic from 1415 on (what the web can date)."""
        if 1340 <= year <= 1414:
            return persian(year, month, day)
        if 1415 <= year <= 1460:
            return islamic(year, month, day)
        return self._date(year, month, day, "")

    def _is_day_first(self) -> bool:
        tags = self.languages
        if tags & _DAY_FIRST_REGIONS:
            return True
        return bool(tags) and all(tag.partition("-")[0] in _DAY_FIRST and tag != "es-US" for tag in tags)

    def matters(self, index: int) -> bool:
        """Say whether a number or month outside the days makes them doubtful: a span, a list, a second date cut off."""
        token = self.tokens[index]
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        previous = self.tokens[index - 1] if index else None
        if token.kind == "m":
            # "May", "Mar" and "Sat" are names and words too where words stand around them.
            return all(near is None or near.kind != "u" for near in (previous, following))
        if previous is not None and previous.word in COUNTS:
            return False
        return following is None or following.kind != "u"
