"""A sync in which the N-th call fails, for every N: the store stays whole, and the next sync makes it true."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.decide import to_json
from pipeline.errors import GleaneryError
from pipeline.model import Channel, OutcomeKind, RunReport, Source, State
from storage.export import export
from storage.store import Store
from tests.conftest import servers_required
from tests.e2e import failpoints
from tests.e2e.failpoints import Failpoint
from tests.sites.timeline.history import Day, Pace
from tests.sites.timeline.keeper import plain
from tests.sites.timeline.site import Timeline
from tests.sites.timeline.truth import stated

LATER = timedelta(minutes=5)  # a lease that could not be given back has run out
STEP = 1 if servers_required() else 12  # every N in CI, every twelfth elsewhere


@pytest.fixture(scope="module")
def site() -> Iterator[Timeline]:
    """A small site; on its second day something was added, something edited, something deleted."""
    with Timeline(11, 20, (14, 14), Pace(fault_share=0.0, redesigns=0)) as running:
        yield running


@pytest.fixture(scope="module")
def first_day(site: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store as it is after the first day."""
    file = tmp_path_factory.mktemp("first") / "gleanery.db"
    site.day(0)
    with Store.open(str(file)) as store:
        store.put_source(Source("site", site.listing_url, channel=Channel.WORDPRESS), site.today.moment)
        assert sync(store, site).outcome.kind is OutcomeKind.OK
    return file


def sync(store: Store, site: Timeline, later: timedelta = timedelta()) -> RunReport:
    source, moment = store.find_source("site"), site.today.moment + later
    assert source is not None
    return asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: moment))


def is_whole(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as connection:
        foreign = connection.execute("PRAGMA foreign_key_check").fetchall()
        doubled = connection.execute(
            "SELECT resource FROM versions WHERE kind = 'new' GROUP BY resource HAVING COUNT(*) > 1"
        ).fetchall()
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",) and not foreign and not doubled


def contents(store: Store) -> dict[int, dict[str, object]]:
    """What is held as present, in the truth's form."""
    return {
        int(known.resource.native_id or 0): plain(to_json(known.resource), "wordpress")
        for known in store.resources(state=State.PRESENT)
    }


def truth(site: Timeline, day: Day) -> dict[int, dict[str, object]]:
    return {number: stated(post, site.url, "wordpress") for number, post in day.posts.items()}


@pytest.mark.parametrize(
    "failing", [failpoints.database, failpoints.lost_commit, failpoints.network], ids=lambda each: each.__name__
)
def test_the_nth_call_fails(
    failing: Callable[[int], AbstractContextManager[Failpoint]], site: Timeline, first_day: Path, tmp_path: Path
) -> None:
    days = site.history.days
    second = next(
        day.number
        for day in days[1:]
        if {"added", "edited", "deleted"} <= {str(each.kind) for each in _since(days, day)}
    )
    before = truth(site, days[0])
    for number in count(1, STEP):
        file = tmp_path / "gleanery.db"
        for leftover in tmp_path.glob("gleanery.db*"):
            leftover.unlink()
        shutil.copy(first_day, file)
        site.day(second)
        after = truth(site, site.today)
        with Store.open(str(file)) as store:
            with failing(number) as point:
                report = attempt(store, site)
            if not point.hit:
                assert report is not None
                assert report.outcome.kind is OutcomeKind.OK
                assert number > 5, "what fails is called at all"
                return
            held = contents(store)
            assert is_whole(file), number
            assert all(fields in (before.get(each), after.get(each)) for each, fields in held.items()), number
            assert not list(store.resources(state=State.GONE)), number
            assert held.keys() >= before.keys() & after.keys(), number
            if report is not None and report.outcome.kind is OutcomeKind.OK:
                assert held == after, f"call {number} failed, and the run calls itself ok"
            healed = sync(store, site, LATER)
            assert healed.outcome.kind is OutcomeKind.OK, (number, healed.outcome)
            healed_to = contents(store)
            assert {each: healed_to.get(each) for each in after} == after, number
            if healed_to != after or number % 10 == 1:  # a run that was resumed marks nothing as missing: the next does
                again = sync(store, site, 2 * LATER)
                assert (again.outcome.kind, again.tally.new, again.tally.changed) == (OutcomeKind.OK, 0, 0), number
                assert contents(store) == after, number
        assert is_whole(file), number


def _since(days: list[Day], last: Day) -> list[object]:
    return [event for day in days[1 : last.number + 1] for event in day.events]


def attempt(store: Store, site: Timeline) -> RunReport | None:
    """A sync that may end with an error that is told; any other exception is a fault of ours."""
    try:
        return sync(store, site)
    except GleaneryError:
        return None


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_the_nth_file_call_of_an_export_fails(suffix: str, first_day: Path, tmp_path: Path) -> None:
    target = tmp_path / f"data.{suffix}"
    with Store.open(str(first_day)) as store:
        export(store.resources(), str(target))
        whole = target.read_bytes()
        for number in count(1):
            target.write_bytes(b"the old export")
            failed = False
            with failpoints.files(number) as point:
                try:
                    export(store.resources(), str(target))
                except GleaneryError:
                    failed = True
            assert target.read_bytes() in (b"the old export", whole), number
            assert [each.name for each in tmp_path.iterdir()] == [target.name], number
            if not point.hit:
                assert not failed
                assert number > 3
                assert target.read_bytes() == whole
                return
