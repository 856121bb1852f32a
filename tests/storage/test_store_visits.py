from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.alarms import Alarm, NoticeKind
from pipeline.errors import SourceBusy, VisitMade
from pipeline.model import Channel, Outcome, OutcomeKind, Plan
from pipeline.schedule import Hints, Rhythm, Schedule
from pipeline.visits import NextVisit
from storage.store import Store
from storage.visits import QUEUE, Visit
from storage.workers import Worker
from tests.storage.reading import SOURCE, START, read, report, resources

TTL = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def nobody_is_dead(_holder: str) -> bool:
    return False


@pytest.fixture
def source(store: Store) -> Store:
    store.put_source(SOURCE, START)
    return store


def plan(store: Store, *, at: timedelta = timedelta()) -> Visit:
    """Plan the harbour's next visit; gives it."""
    known = store.agenda.unplanned()[0]
    assert store.agenda.plan(known, NextVisit(START + at, START + at, "test"), rate=1e-5, cost=3.0, failures=0)
    return next(each for each in store.agenda.due(START, START + 999 * HOUR, 10) if each.source == known.source)


def claim(store: Store, visit: Visit, by: str = "one:1", now: timedelta = timedelta()) -> bool:
    return store.agenda.claim(visit, by, START + now, TTL, nobody_is_dead)


def make(store: Store, visit: Visit, *, limit: int | None = None) -> None:
    """Make a visit, as a run does it."""
    lease = store.acquire_lease(visit.source, "one:1", START, TTL, nobody_is_dead, turn=visit.turn)
    run = store.begin_run(visit.source, Channel.WORDPRESS, START, limit=limit)
    store.close_run(report(run, START), lease=lease, absent=False)
    store.release_lease(lease)


def test_a_new_source_is_to_be_planned_once(source: Store) -> None:
    known = source.agenda.unplanned()
    assert [(each.source, each.turn, each.made) for each in known] == [("harbour", 1, None)]
    visit = plan(source)
    assert source.agenda.unplanned() == []
    assert not source.agenda.plan(known[0], NextVisit(START + HOUR, START + HOUR, ""), rate=1.0, cost=1.0, failures=0)
    assert source.agenda.next_due(START) == visit.due == START


def test_a_made_visit_cannot_be_made_again(source: Store) -> None:
    visit = plan(source)
    make(source, visit)
    with pytest.raises(VisitMade):
        make(source, visit)
    assert len(source.last_reports()) == 1
    assert [(each.turn, each.made) for each in source.agenda.unplanned()] == [(2, START)]


def test_a_visit_whose_run_was_cut_off_stays_due(source: Store) -> None:
    visit = plan(source)
    assert claim(source, visit)
    source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead, turn=visit.turn)
    source.begin_run("harbour", Channel.WORDPRESS, START)
    later = START + 2 * TTL
    assert [each.source for each in source.agenda.due(later, later, 10)] == ["harbour"]
    assert source.agenda.claim(visit, "two:2", later, TTL, nobody_is_dead)


def test_a_run_by_hand_makes_the_visit_that_was_due(source: Store) -> None:
    visit = plan(source)
    read(source, resources(1), START)
    with pytest.raises(VisitMade):
        make(source, visit)
    assert source.agenda.unplanned()[0].made is None


def test_a_run_with_a_limit_is_no_visit(source: Store) -> None:
    visit = plan(source)
    make(source, visit, limit=5)
    assert source.agenda.unplanned() == []
    make(source, visit)


def test_one_claims_and_the_others_do_not(source: Store) -> None:
    visit = plan(source)
    assert claim(source, visit)
    assert not claim(source, visit, "two:2")
    assert source.agenda.due(START, START, 10) == []
    assert source.agenda.claim(visit, "three:3", START, TTL, lambda holder: holder == "one:1")
    source.agenda.renew_claim(visit, "three:3", START + 5 * TTL)
    assert not claim(source, visit, "two:2", 2 * TTL)
    assert source.agenda.give_back(visit, "three:3", START + HOUR, failed=True) == 1
    assert source.agenda.give_back(visit, "two:2", None, failed=True) == 0
    assert not claim(source, visit, "two:2")
    assert claim(source, replace(visit), "two:2", HOUR)


def test_what_is_not_due_cannot_be_claimed(source: Store) -> None:
    visit = plan(source, at=HOUR)
    assert not claim(source, visit)
    assert claim(source, visit, now=HOUR)


def test_two_sources_of_one_host_are_not_visited_at_a_time(source: Store) -> None:
    source.put_source(replace(SOURCE, name="news", url="https://harbour.example/news/"), START)
    source.put_source(replace(SOURCE, name="quay", url="https://quay.example/"), START)
    visits = {each.source: each for each in (plan(source), plan(source), plan(source))}
    assert claim(source, visits["harbour"])
    assert not claim(source, visits["news"], "two:2")
    assert claim(source, visits["quay"], "two:2")
    source.agenda.give_back(visits["harbour"], "one:1")
    lease = source.acquire_lease("harbour", "by hand", START, TTL, nobody_is_dead)
    assert not claim(source, visits["news"], "two:2")
    source.release_lease(lease)
    assert claim(source, visits["news"], "two:2")


def test_what_waits_in_the_queue_is_free_for_workers_and_taken_for_schedulers(source: Store) -> None:
    source.put_source(replace(SOURCE, name="news", url="https://harbour.example/news/"), START)
    first, second = plan(source), plan(source)
    assert claim(source, first, QUEUE)
    assert claim(source, second, QUEUE)
    assert not claim(source, first, QUEUE)
    assert source.agenda.due(START, START, 10) == []
    assert claim(source, first, "worker:1")
    assert not claim(source, second, "worker:2")


@pytest.mark.parametrize(
    "change",
    [{"schedule": Schedule(Rhythm.INTERVAL, every=3600)}, {"paused": True}, {"url": "https://harbour.example/new/"}],
)
def test_a_changed_schedule_calls_off_what_was_sent(source: Store, change: dict[str, object]) -> None:
    visit = plan(source)
    source.put_source(replace(SOURCE, **change), START)  # type: ignore[arg-type]
    with pytest.raises(VisitMade):
        make(source, visit)
    assert (source.agenda.unplanned() == []) == ("paused" in change)


def test_what_a_run_learns_changes_neither_schedule_nor_pause(source: Store) -> None:
    source.put_source(replace(SOURCE, paused=True), START)
    source.keep_plan("harbour", Plan(Channel.FEED, "https://harbour.example/feed/"))
    kept = source.find_source("harbour")
    assert kept is not None
    assert kept.paused
    assert kept.plan is not None
    assert kept.plan.channel is Channel.FEED
    visit_is_off = source.agenda.unplanned()
    assert visit_is_off == []


def test_a_visit_whose_runs_die_is_given_up_as_failed(source: Store) -> None:
    visit = plan(source)
    died = Outcome(OutcomeKind.FAILED, "its process was killed three times")
    source.agenda.give_up(visit, "one:1", died, START, nobody_is_dead)
    (closed,) = source.last_reports()
    assert (closed.outcome.kind, closed.outcome.evidence) == (OutcomeKind.FAILED, died.evidence)
    assert source.agenda.unplanned()[0].turn == 2
    source.acquire_lease("harbour", "two:2", START, TTL, nobody_is_dead)
    with pytest.raises(SourceBusy):
        source.agenda.give_up(visit, "one:1", died, START, nobody_is_dead)


def test_hints_and_history(source: Store) -> None:
    run = source.begin_run("harbour", Channel.WORDPRESS, START)
    hints = Hints(START + HOUR, 900, 2.5)
    source.close_run(replace(report(run, START), hints=hints), absent=False)
    _, past = source.agenda.past_of("harbour", 10)
    assert [each.hints for each in past] == [hints]
    assert source.last_reports()[0].hints == hints


def test_a_notice_is_written_and_sent_once(source: Store) -> None:
    agenda = source.agenda
    alarm = Alarm("harbour", NoticeKind.ATTENTION, "7", "harbour: blocked", "403")
    assert agenda.tell(alarm, START, send=True)
    assert not agenda.tell(alarm, START, send=True)
    assert agenda.tell(replace(alarm, mark="9"), START, send=False)
    notice = agenda.notice_to_send(START)
    assert notice is not None
    assert agenda.notice_to_send(START) is None
    agenda.notice_not_sent(notice.id, ["a"], START + HOUR)
    assert agenda.notice_to_send(START) is None
    again = agenda.notice_to_send(START + HOUR)
    assert again is not None
    assert (again.attempts, again.done) == (1, ("a",))
    agenda.notice_sent(notice.id, ["a", "b"])
    assert agenda.notice_to_send(START + 9 * HOUR) is None
    assert [each.state for each in agenda.notices(10)] == ["kept", "sent"]
    agenda.close_alarms([notice.id], START)
    assert [each.state for each in agenda.open_alarms("harbour")] == ["kept"]


def test_a_notice_whose_sender_died_is_not_told_twice(source: Store) -> None:
    agenda = source.agenda
    agenda.tell(Alarm("", NoticeKind.DIGEST, "2026-03-01", "3 new", ""), START, send=True)
    assert agenda.notice_to_send(START) is not None
    assert agenda.notice_to_send(START + HOUR) is None
    assert [each.state for each in agenda.notices(10)] == ["failed"]


def test_the_overview_counts(source: Store) -> None:
    visit = plan(source)
    source.put_source(replace(SOURCE, name="quay", url="https://quay.example/", paused=True), START)
    agenda = source.agenda
    agenda.beat(Worker("one:1", "worker", START, START, 2, ("harbour",)))
    agenda.beat(Worker("one:1", "worker", START, START + HOUR, 2))
    seen = agenda.overview(START + HOUR, 10)
    assert (seen.sources, seen.paused, seen.overdue, seen.longest_wait) == (2, 1, 1, 3600.0)
    assert [(each.source, each.due) for each in seen.next] == [("harbour", START)]
    assert [(each.holder, each.seen, each.busy) for each in seen.workers] == [("one:1", START + HOUR, ())]
    make(source, visit)
    seen = agenda.overview(START + HOUR, 10)
    assert (seen.overdue, seen.unplanned, seen.outcomes, seen.attention) == (0, 1, {"ok": 1}, [])
    agenda.leave("one:1")
    assert agenda.workers() == []
