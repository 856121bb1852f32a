from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import cron
from pipeline.errors import UsageError

BERLIN = "Europe/Berlin"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("30 2 * * *", "at 02:30 every day"),
        ("*/15 * * * *", "every 15 minutes"),
        ("* * * * *", "every minute"),
        ("0 8,18 * * 1-5", "at 08:00 and 18:00 on Monday to Friday"),
        ("5 */2 * * *", "at minute 5 of every 2nd hour"),
        ("0 6 1 * *", "at 06:00 on day 1 of the month"),
        ("0 0 1,15 * mon", "at 00:00 on day 1 and 15 of the month and on Monday"),
        ("@hourly", "at minute 0 of every hour"),
        ("@weekly", "at 00:00 on Sunday"),
        ("10,40 8-20 * * *", "at minutes 10 and 40, in the hours 08 to 20"),
        ("0 0 29 2 *", "at 00:00 on day 29 of the month in February"),
        ("30 2 * jan,jul sun", "at 02:30 on Sunday in January and July"),
        ("0 9 */2 * 1", "at 09:00 on Monday, if it is day 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29 and 31 of the month"),
    ],
)  # fmt: skip
def test_an_expression_in_words(expression: str, words: str) -> None:
    assert cron.words(expression) == words


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("0 0 * *", "4 fields"),
        ("60 * * * *", "'60' is not a minute"),
        ("* 5-2 * * *", "not a hour"),
        ("* * * * 8", "day of the week"),
        ("* * * foo *", "month"),
        ("*/0 * * * *", "minute"),
        ("0 0 31 2 *", "never comes true"),
        ("", "0 fields"),
    ],
)
def test_nonsense_is_refused_with_what_to_do(expression: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        cron.parse(expression)
    assert caught.value.advice


@pytest.mark.parametrize(
    ("expression", "after", "slot"),
    [
        ("30 2 * * *", "2026-06-01T00:00", "2026-06-01T00:30"),
        ("30 2 * * *", "2026-06-01T00:30", "2026-06-02T00:30"),
        # The night in which the clocks go forward has no 02:30: it comes as they do.
        ("30 2 * * *", "2026-03-28T02:00", "2026-03-29T01:00"),
        ("30 2 * * *", "2026-03-29T01:00", "2026-03-30T00:30"),
        ("15,45 2 * * *", "2026-03-29T00:59", "2026-03-29T01:00"),
        ("15,45 2 * * *", "2026-03-29T01:00", "2026-03-30T00:15"),
        # The night in which they go back has it twice: the first counts.
        ("30 2 * * *", "2026-10-24T23:00", "2026-10-25T00:30"),
        ("30 2 * * *", "2026-10-25T00:30", "2026-10-26T01:30"),
        ("30 2 * * *", "2026-10-25T01:10", "2026-10-26T01:30"),
        ("0 12 * * 7", "2026-11-25T00:00", "2026-11-29T11:00"),
        ("0 0 29 2 *", "2026-01-01T00:00", "2028-02-28T23:00"),
        ("0 0 13 * fri", "2026-11-25T00:00", "2026-11-26T23:00"),
    ],
)
def test_the_next_time_in_berlin(expression: str, after: str, slot: str) -> None:
    assert cron.next_after(expression, BERLIN, at(after)) == at(slot)


@pytest.mark.parametrize("zone", [BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
def test_a_daily_time_comes_once_on_each_day_of_three_years(zone: str) -> None:
    moment, days = at("2026-01-01T00:00"), []
    while moment < at("2029-01-01T00:00"):
        moment = cron.next_after("30 2 * * *", zone, moment)
        days.append(moment.astimezone(cron.zone_of(zone)).date())
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]


@given(
    st.integers(0, 15 * 366 * 86400),
    st.sampled_from(["*/7 * * * *", "30 2 * * *", "0 0 * * 0", "59 23 31 12 *", "0 1-3 * * *"]),
    st.sampled_from([BERLIN, "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"]),
)
def test_times_come_in_order_and_none_is_left_out(seconds: int, expression: str, zone: str) -> None:
    moment = at("2020-01-01T00:00") + timedelta(seconds=seconds)
    first = cron.next_after(expression, zone, moment)
    second = cron.next_after(expression, zone, first)
    assert moment < first < second
    between = first + (second - first) / 2
    assert cron.next_after(expression, zone, between) == second
