from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import durations, visits
from pipeline.errors import UsageError
from pipeline.hours import first_allowed
from pipeline.model import OutcomeKind
from pipeline.schedule import DAY, HOUR, MINUTE, Hints, Rhythm, Schedule
from pipeline.visits import Past, next_visit

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
H = timedelta(hours=1)
HOURLY = Schedule(Rhythm.INTERVAL, every=HOUR)
NIGHTLY = Schedule(Rhythm.CRON, cron="30 2 * * *", timezone="Europe/Berlin")
DONE = Past(made=NOON, started=NOON + timedelta(seconds=3), finished=NOON + timedelta(minutes=2))


def due(schedule: Schedule, past: Past, now: datetime = NOON + timedelta(minutes=2), price: float = 0.0) -> datetime:
    return next_visit(schedule, past, now, price=price, seed="harbour/7").due


def test_a_source_that_was_never_visited_is_due_at_once() -> None:
    assert due(HOURLY, Past(), NOON) == NOON


def test_an_interval_stays_in_step_however_late_runs_begin() -> None:
    assert due(HOURLY, DONE) == NOON + H
    assert due(HOURLY, replace(DONE, started=NOON + timedelta(minutes=20))) == NOON + H


def test_after_an_outage_an_interval_counts_from_the_late_run() -> None:
    late = replace(DONE, started=NOON + 9 * H, finished=NOON + 9 * H)
    assert due(HOURLY, late, NOON + 9 * H) == NOON + 10 * H


def test_a_clock_that_was_set_back_does_not_stop_an_interval() -> None:
    assert due(HOURLY, DONE, NOON - H) == NOON


def test_a_cron_time_is_not_made_twice_when_the_clock_is_set_back() -> None:
    made = datetime(2026, 6, 1, 0, 30, tzinfo=UTC)
    past = Past(made=made, started=made, finished=made)
    assert due(NIGHTLY, past, made - H) == made + 24 * H


def test_a_visit_by_hand_does_not_stand_for_the_one_to_come() -> None:
    by_hand = Past(made=NOON - 20 * H, started=NOON, finished=NOON)
    assert due(NIGHTLY, by_hand, NOON) == datetime(2026, 6, 2, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "wait"), [(1, 15 * MINUTE), (2, 30 * MINUTE), (3, HOUR), (4, 2 * HOUR), (5, DAY), (50, DAY)]
)
def test_a_failing_source_is_left_alone_longer_and_longer(failures: int, wait: int) -> None:
    chosen = next_visit(HOURLY, replace(DONE, failures=failures), NOON, price=0.0, seed="x")
    assert (chosen.due - NOON).total_seconds() == pytest.approx(wait, rel=0.21)
    assert chosen.broken == (failures >= 5)
    assert ("once a day" in chosen.reason) == chosen.broken


def test_sources_that_fail_together_do_not_come_back_together() -> None:
    waits = {next_visit(HOURLY, replace(DONE, failures=3), NOON, price=0.0, seed=str(n)).due for n in range(100)}
    assert len(waits) > 90


def test_jitter_is_the_same_for_the_same_visit_and_spread_over_visits() -> None:
    shifting = replace(HOURLY, jitter=600)
    dues = [next_visit(shifting, DONE, NOON, price=0.0, seed=f"harbour/{n}") for n in range(200)]
    delays = [(each.due - each.slot).total_seconds() for each in dues]
    assert 0 <= min(delays) < 60
    assert 540 < max(delays) < 600
    assert next_visit(shifting, DONE, NOON, price=0.0, seed="harbour/3") == dues[3]
    assert {each.slot for each in dues} == {NOON + H}


def test_adaptive_keeps_its_bounds_and_visits_the_quick_more_often() -> None:
    schedule = Schedule(min_every=2 * HOUR, max_every=3 * DAY)
    quick, slow = replace(DONE, rate=1 / HOUR), replace(DONE, rate=1 / (90 * DAY))
    assert due(schedule, quick, price=0.0) == NOON + 2 * H
    assert due(schedule, slow, price=1e12) == NOON + 72 * H
    assert NOON + 2 * H < due(schedule, quick, price=5e8) < due(schedule, slow, price=5e8) < NOON + 72 * H


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        (Hints(not_before=NOON + 5 * H), NOON + 5 * H),
        (Hints(not_before=NOON - H), NOON + H),
        (Hints(not_before=NOON + 5000 * H), NOON + timedelta(minutes=2, days=30)),
        (Hints(fresh_for=4 * HOUR), NOON + 4 * H + timedelta(seconds=3)),
        (Hints(fresh_for=60), NOON + H),
        (Hints(fresh_for=10**15), NOON + timedelta(seconds=3, days=30)),
        (Hints(crawl_delay=30.0), NOON + timedelta(seconds=3 + 30 * 60 * 10)),
    ],
)
def test_what_the_site_says_moves_the_visit(hints: Hints, expected: datetime) -> None:
    assert due(HOURLY, replace(DONE, hints=hints, requests=60)) == expected


def test_allowed_hours_are_the_sites_own() -> None:
    night = replace(HOURLY, hours="22:00-06:00", timezone="America/New_York")
    assert due(night, DONE) == datetime(2026, 6, 2, 2, tzinfo=UTC)
    assert due(night, replace(DONE, made=NOON - 9 * H, started=NOON - 9 * H), NOON - 9 * H) == NOON - 8 * H


@given(st.integers(0, 15 * 366 * DAY), st.sampled_from(["Europe/Berlin", "America/New_York"]))
def test_the_first_allowed_moment_is_allowed_and_soon(seconds: int, zone: str) -> None:
    moment = NOON + timedelta(seconds=seconds)
    allowed = first_allowed("02:00-03:00, 12-13", zone, moment)
    assert allowed == first_allowed("02:00-03:00, 12-13", zone, allowed)
    assert timedelta(0) <= allowed - moment < timedelta(hours=24)


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(Rhythm.INTERVAL, every=30),
        Schedule(min_every=2 * DAY, max_every=DAY),
        Schedule(timezone="Mars/Olympus"),
        Schedule(hours="22-25"),
        Schedule(hours="tonight"),
        Schedule(Rhythm.CRON, cron="61 * * * *"),
        Schedule(jitter=-1),
    ],
)
def test_a_schedule_that_cannot_be_followed_is_refused(schedule: Schedule) -> None:
    with pytest.raises(UsageError) as caught:
        visits.check(schedule)
    assert caught.value.advice


def test_only_what_gave_nothing_counts_as_failed() -> None:
    kinds = [OutcomeKind.UNREACHABLE, OutcomeKind.BLOCKED, OutcomeKind.PARTIAL, OutcomeKind.FAILED]
    assert visits.failures_in_row(kinds) == 2
    assert visits.failures_in_row([OutcomeKind.OK]) == visits.failures_in_row([]) == 0
    assert visits.failures_in_row([OutcomeKind.FAILED] * 3) == 3


@pytest.mark.parametrize(("text", "length"), [("90m", 5400), ("6h", 21600), ("1d 12h", 129600), ("1w", 604800), ("0.5h", 1800), ("45 minutes", 2700)])  # fmt: skip
def test_lengths_of_time(text: str, length: int) -> None:
    assert durations.seconds(text) == length
    assert durations.seconds(durations.words(length)) == length


@pytest.mark.parametrize("text", ["", "soon", "6", "6h and more", "-3h"])
def test_what_is_no_length_of_time(text: str) -> None:
    with pytest.raises(UsageError):
        durations.seconds(text)
