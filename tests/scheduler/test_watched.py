"""Runs in processes of their own: killed, hanging, growing, overdue. None of it loses what was read, or other sources."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.progress import HarvestOptions, Progress
from pipeline.errors import StoreError, UnknownSource
from pipeline.model import Channel, OutcomeKind, Plan, RunReport, Source
from scheduler.runner import run_source
from scheduler.sync import sync_sources
from scheduler.watched import Limits
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.loopback import Answer, serve
from tests.sites.wordpress_like import wordpress_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "gleanery.db")


def keep(database: str, *sources: Source) -> None:
    with Store.open(database) as store:
        for source in sources:
            store.put_source(source)


def kept(database: str) -> dict[str, str]:
    with Store.open(database) as store:
        return {each.key: each.content_hash for each in store.resources()}


def pid_of_run(database: str) -> int:
    """The process that holds the source's lease, by its row."""
    with Store.open(database) as store, store._database.reading() as connection:
        holder_name = connection.exec_driver_sql("SELECT holder FROM leases").scalar_one()
    return int(str(holder_name).rsplit(":", 2)[1])


def once_read(pages: int, act: Callable[[], None]) -> Callable[[Progress], None]:
    """Calls `act` once, after so many pages."""
    done: list[bool] = []

    def watch(step: Progress) -> None:
        if step.pages >= pages and not done:
            done.append(True)
            act()

    return watch


def ended(database: str, number: signal.Signals, limits: Limits = Limits()) -> RunReport:  # noqa: B008
    with wordpress_like(sample_posts(900)) as site:
        keep(database, Source("site", site.url))
        with site.holding(after=4):
            hit = once_read(2, lambda: os.kill(pid_of_run(database), number))
            report = run_source(database, "site", HarvestOptions(), hit, lambda: NOW, limits)
        assert 0 < len(kept(database)) < 900
        whole = run_source(database, "site", clock=lambda: NOW)
        assert (whole.outcome.kind, whole.tally.new, whole.run_id) == (OutcomeKind.OK, 900, report.run_id)
        assert len(kept(database)) == 900
    return report


def test_a_killed_run_says_so_and_the_next_one_goes_on(database: str) -> None:
    report = ended(database, signal.SIGKILL)
    assert report.outcome.kind is OutcomeKind.FAILED
    assert "SIGKILL" in report.outcome.evidence
    assert report.outcome.advice
    assert report.tally.new >= 200


def test_a_run_that_hangs_is_ended(database: str) -> None:
    report = ended(database, signal.SIGSTOP, Limits(silence=3))
    assert report.outcome.kind is OutcomeKind.FAILED
    assert "no sign of life for 3 s" in report.outcome.evidence


def test_a_run_told_to_stop_stops_between_pages(database: str) -> None:
    report = ended(database, signal.SIGTERM)
    assert report.outcome.kind is OutcomeKind.FAILED
    assert "stopped" in report.outcome.evidence


def test_a_deadline_ends_a_run_and_the_next_goes_on(database: str) -> None:
    with wordpress_like(sample_posts(900)) as site:
        keep(database, Source("site", site.url))
        began = time.monotonic()
        with site.holding(after=4):
            report = run_source(database, "site", clock=lambda: NOW, limits=Limits(deadline=3))
        assert time.monotonic() - began < 3 + 5 + 5
        assert report.outcome.kind is OutcomeKind.PARTIAL
        assert "deadline of 3 s" in report.outcome.evidence
        assert run_source(database, "site", clock=lambda: NOW).outcome.kind is OutcomeKind.OK


def test_a_page_that_takes_all_memory_costs_its_own_run_only(database: str) -> None:
    """Eight megabytes that become some two hundred when they are parsed."""

    def bloated(request: object) -> Answer:
        return Answer("[" + "[]," * 2_600_000 + "[]]", type="application/json")

    with serve(bloated) as url, wordpress_like(sample_posts(3)) as site:
        plan = Plan(Channel.WORDPRESS, url, detail={"rest_root": f"{url}/wp-json/"})
        sources = [Source("bloated", url, plan=plan), Source("site", site.url)]
        keep(database, *sources)
        limits = Limits(memory=60 * 2**20)
        reports = sync_sources(database, sources, HarvestOptions(), lambda _: None, lambda: NOW, limits)
        outcomes = {each.source: each.outcome for each in reports}
    assert outcomes["bloated"].kind in {OutcomeKind.FAILED, OutcomeKind.PARTIAL}
    assert "MemoryError" in outcomes["bloated"].evidence
    assert outcomes["site"].kind is OutcomeKind.OK


def test_who_watches_may_stop_the_run(database: str) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with wordpress_like(sample_posts(900)) as site:
        keep(database, Source("site", site.url))
        with pytest.raises(KeyboardInterrupt):
            run_source(database, "site", HarvestOptions(), once_read(2, stop), lambda: NOW)
        with Store.open(database) as store:
            # The lease was given back: nobody has to be dead for another to have it.
            assert store.acquire_lease("site", "me:1:1", NOW, timedelta(minutes=1), lambda _: False)


def test_nobodys_source_and_a_database_that_cannot_be_used(tmp_path: Path, database: str) -> None:
    with pytest.raises(UnknownSource, match="nobody"):
        run_source(database, "nobody")
    (tmp_path / "no.db").write_text("this is no database, however long one looks at it" * 100)
    with pytest.raises(StoreError):
        run_source(str(tmp_path / "no.db"), "site")
