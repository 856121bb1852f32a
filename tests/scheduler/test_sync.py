"""Several sources synced: side by side, one host at a time, one failure no reason to stop."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.progress import HarvestOptions, Progress
from pipeline.errors import StoreError
from pipeline.model import Channel, OutcomeKind, Plan, Source
from scheduler import sync
from scheduler.runner import run_source
from storage.store import Store
from tests.sites.like_model import sample_posts
from tests.sites.loopback import Answer, serve
from tests.sites.wordpress_like import wordpress_like

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "gleanery.db")


def put(database: str, *sources: Source) -> list[Source]:
    with Store.open(database) as store:
        for source in sources:
            store.put_source(source)
    return list(sources)


def test_each_source_gets_its_report(database: str) -> None:
    watched: list[Progress] = []
    closed_site = serve(lambda _: Answer("no", 403))
    with wordpress_like(sample_posts(5)) as one, wordpress_like(sample_posts(7)) as other, closed_site as closed:
        sources = put(database, Source("one", one.url), Source("other", other.url), Source("closed", closed))
        ended = sync.sync_sources(database, sources, HarvestOptions(), watched.append, lambda: NOW)
        reports = {each.source: each for each in ended}
    assert {name: (each.outcome.kind, each.tally.new) for name, each in reports.items()} == {
        "one": (OutcomeKind.OK, 5),
        "other": (OutcomeKind.OK, 7),
        "closed": (OutcomeKind.BLOCKED, 0),
    }
    assert {each.source for each in watched if each.phase == "done"} == {"one", "other", "closed"}


@pytest.mark.parametrize("in_process", ["", "1"])
def test_an_error_of_ours_is_one_sources_outcome(
    database: str, monkeypatch: pytest.MonkeyPatch, in_process: str
) -> None:
    monkeypatch.setenv("GLEANERY_IN_PROCESS", in_process)
    unheard_of = Plan(Channel.AUTO, "http://127.0.0.1:1/")  # a plan that no spider can carry out
    sources = put(database, Source("one", "http://127.0.0.1:1/", plan=unheard_of))
    (report,) = sync.sync_sources(database, sources, HarvestOptions(), lambda _: None, lambda: NOW)
    assert report.outcome.kind is OutcomeKind.FAILED
    assert "KeyError" in report.outcome.evidence


def test_a_database_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("this is no database, however long one looks at it" * 100)
    with pytest.raises(StoreError):
        list(sync.sync_sources(str(tmp_path / "no.db"), [], HarvestOptions(), lambda _: None, lambda: NOW))


def test_a_reader_that_leaves_gives_the_leases_back(database: str) -> None:
    with wordpress_like(sample_posts(5)) as one, wordpress_like(sample_posts(7)) as other:
        sources = put(database, Source("one", one.url), Source("other", other.url))
        reports = sync.sync_sources(database, sources, HarvestOptions(), lambda _: None, lambda: NOW)
        next(reports)
        reports.close()
        again = list(sync.sync_sources(database, sources, HarvestOptions(), lambda _: None, lambda: NOW))
    assert [each.outcome.kind for each in again] == [OutcomeKind.OK, OutcomeKind.OK]


def test_what_was_read_is_compared_in_the_end(database: str) -> None:
    with wordpress_like(sample_posts(3)) as one, wordpress_like(sample_posts(3)) as other:
        put(database, Source("one", one.url), Source("other", other.url))
        for name in ("one", "other"):
            assert run_source(database, name, clock=lambda: NOW).outcome.kind is OutcomeKind.OK
    with Store.open(database) as store:
        assert (store.works.compared(), store.works.waiting()) == (6, 0)
        assert [{member.source for member in each.members} for each in store.works.clusters()] == [{"one", "other"}] * 3


def test_a_dry_run_compares_nothing(database: str) -> None:
    with wordpress_like(sample_posts(3)) as one:
        sources = put(database, Source("one", one.url))
        list(sync.sync_sources(database, sources, HarvestOptions(dry_run=True), lambda _: None, lambda: NOW))
    with Store.open(database) as store:
        assert store.works.compared() == 0
