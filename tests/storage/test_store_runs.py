from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import StoreError, UnknownSource
from pipeline.model import Channel, Inventory, Outcome, OutcomeKind, PartCount, Policy, State, Tally
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START, commit, read, report, resources


@pytest.fixture
def source(store: Store) -> Store:
    store.put_source(SOURCE, START)
    return store


def test_a_closed_run_reports_what_it_said(source: Store) -> None:
    run_id = source.begin_run(SOURCE, Channel.LISTING, START)
    inventory = Inventory(9, 7, 2, ("https://harbour.example/3",), (PartCount("post", 9, 7),), False, "7 of 9")
    said = report(
        run_id,
        START,
        Tally(1, 2, 3, missing=0, removed=0, returned=6, held=0, requests=8, bytes=2**40),
        channel=Channel.LISTING,
        outcome=Outcome(OutcomeKind.PARTIAL, "page 3 failed", "Sync again."),
        inventory=inventory,
        seconds=12.5,
    )
    source.close_run(said, absent=False)
    assert source.last_reports() == [said]


def test_the_newest_reports_come_first(source: Store) -> None:
    source.put_source(replace(SOURCE, name="quay"), START)
    ids = []
    for day in range(4):
        run_id = source.begin_run("quay" if day == 2 else SOURCE, Channel.FEED, START + day * DAY)
        source.close_run(report(run_id, START + day * DAY), absent=False)
        ids.append(run_id)
    assert [each.run_id for each in source.last_reports(limit=3)] == ids[:0:-1]
    assert [each.run_id for each in source.last_reports("harbour")] == [ids[3], ids[1], ids[0]]


def test_a_run_needs_a_source(store: Store) -> None:
    with pytest.raises(UnknownSource):
        store.begin_run(SOURCE, Channel.FEED, START)


def test_a_closed_run_takes_no_page(source: Store) -> None:
    run_id = read(source, resources(2), START).run_id
    with pytest.raises(StoreError, match="closed"):
        commit(source, run_id, 2, resources(4), START)
    with pytest.raises(StoreError, match="closed"):
        source.close_run(report(run_id, START), absent=True)
    with pytest.raises(StoreError, match="no run 999"):
        commit(source, 999, 1, resources(1), START)
    assert source.count_resources() == 2


def test_a_broken_run_tells_where_it_can_go_on(source: Store) -> None:
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START, full=False, limit=50)
    first = commit(source, run_id, 1, resources(4), START, checkpoint={"page": 2, "types": ["post"]})
    second = commit(source, run_id, 2, resources(6)[3:], START, checkpoint=[3])
    unfinished = source.unfinished_run("harbour")
    assert unfinished is not None
    assert (unfinished.run_id, unfinished.channel, unfinished.started) == (run_id, Channel.WORDPRESS, START)
    assert (unfinished.full, unfinished.limit, unfinished.checkpoint) == (False, 50, [3])
    assert unfinished.pages == (f"{SOURCE.url}page/1/", f"{SOURCE.url}page/2/")
    assert unfinished.keys == {each.key for each in (*first, *second)}
    assert len(unfinished.keys) == 6
    assert unfinished.tally == Tally(new=6)


def test_a_closed_or_abandoned_run_is_not_unfinished(source: Store) -> None:
    assert source.unfinished_run("harbour") is None
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    commit(source, run_id, 1, resources(4), START)
    source.abandon_run(run_id, START + DAY)
    assert source.unfinished_run("harbour") is None
    assert source.count_resources() == 4
    (told,) = source.last_reports()
    assert (told.outcome.kind, told.tally.new, told.seconds) == (OutcomeKind.FAILED, 4, DAY.total_seconds())
    read(source, resources(4), START)
    assert source.unfinished_run("harbour") is None


def test_a_resumed_run_ends_as_an_unbroken_one(source: Store, database_url: str) -> None:
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    commit(source, run_id, 1, resources(4), START, checkpoint=1)
    with Store.open(database_url) as later:
        unfinished = later.unfinished_run("harbour")
        assert unfinished is not None
        again = commit(later, run_id, 1, resources(4), START + DAY)
        assert again == ()
        rest = commit(later, run_id, 2, resources(7)[4:], START + DAY)
        assert len(rest) == 3
        added = later.close_run(report(run_id, START + DAY, Tally(new=7), 7), absent=True)
        assert added == Tally()
    assert source.count_resources(state=State.PRESENT) == 7
    assert [len(source.versions(each.key)) for each in source.resources()] == [1] * 7


def test_good_counts_are_those_of_whole_good_runs(source: Store) -> None:
    read(source, resources(5), START)
    read(source, resources(2), START + DAY, complete=False)
    limited = source.begin_run(SOURCE, Channel.WORDPRESS, START, limit=1)
    source.close_run(report(limited, START, read=1), absent=False)
    incremental = source.begin_run(SOURCE, Channel.WORDPRESS, START, full=False)
    source.close_run(report(incremental, START, read=0), absent=False)
    read(source, resources(6), START + 2 * DAY)
    assert source.memory.good_counts("harbour") == (6, 5)
    assert source.memory.good_counts("harbour", limit=1) == (6,)
    assert source.memory.good_counts("quay") == ()


def test_runs_that_changed_nothing_are_forgotten_in_time(source: Store) -> None:
    """The newest stay, and what made a version, what is learnt from, and what has not ended: whatever their age."""
    source.put_source(replace(SOURCE, policy=Policy(keep_runs=100)), START)
    first = read(source, resources(2), START).run_id
    whole = [read(source, resources(2), START + day * DAY).run_id for day in range(1, 30)]
    limited = source.begin_run(SOURCE, Channel.FEED, START + 30 * DAY, limit=5)
    source.close_run(report(limited, START + 30 * DAY), absent=False)
    failed = [fail(source, day) for day in range(31, 100)]
    assert len(source.last_reports(limit=1000)) == 100
    last = [fail(source, day) for day in range(100, 150)]
    kept = sorted(each.run_id for each in source.last_reports(limit=1000))
    # By then, runs of the first 48 days are too old: all but the first, and the twenty newest good whole ones.
    assert kept == [first, *whole[-20:], *failed[18:], *last]
    assert source.memory.good_counts("harbour", limit=100) == (2,) * 21
    assert len(list(source.changes.of_run(first))) == 2
    assert next(source.resources()).last_seen == START + 29 * DAY


def test_runs_are_kept_for_ever_where_that_is_asked(source: Store) -> None:
    source.put_source(replace(SOURCE, policy=Policy(keep_runs=0)), START)
    for day in range(0, 5000, 50):
        fail(source, day)
    assert len(source.last_reports(limit=1000)) == 100


def test_each_source_stands_in_the_overview_by_its_newest_closed_run(source: Store) -> None:
    source.put_source(replace(SOURCE, name="quay"), START)
    source.put_source(replace(SOURCE, name="never read"), START)
    fail(source, 0)
    good = read(source, resources(2), START + DAY).run_id
    bad = source.begin_run("quay", Channel.FEED, START)
    outcome = Outcome(OutcomeKind.EMPTY, "nothing there", "Look.")
    source.close_run(replace(report(bad, START, outcome=outcome), source="quay"), absent=False)
    source.begin_run("quay", Channel.FEED, START + DAY)
    seen = source.agenda.overview(START + DAY, 10)
    assert seen.outcomes == {"ok": 1, "empty": 1}
    assert [each.run_id for each in seen.attention] == [bad]
    assert source.changes.newest_runs(None) == sorted([good, bad])
    assert source.changes.newest_runs("quay") == [bad]


def fail(store: Store, day: int) -> int:
    at = START + day * DAY
    run = store.begin_run(SOURCE, Channel.WORDPRESS, at)
    store.close_run(report(run, at, outcome=Outcome(OutcomeKind.UNREACHABLE, "timeout", "Wait.")), absent=False)
    return run
