from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event, func, select

from pipeline.model import Channel, DecisionKind, FieldChange, State, Tally
from storage import tables
from storage.sightings import Sightings
from storage.store import Store
from tests.storage.reading import DAY, SOURCE, START, commit, observation, read, report, resource, resources

# What must stay untouched when nothing has changed.
QUIET = ("resources", "versions", "terms", "resource_terms", "files", "aliases", "observations")


@pytest.fixture
def source(store: Store) -> Store:
    store.put_source(SOURCE, START)
    return store


def counted(store: Store) -> dict[str, int]:
    with store._database.reading() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(tables.metadata.tables[name])) or 0
            for name in QUIET
        }


@contextmanager
def written_tables(store: Store) -> Iterator[list[str]]:
    """The name of the table of each writing statement that is sent meanwhile."""
    written: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if found := re.match(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)", statement):
            written.append(found[1])

    event.listen(store._database.engine, "before_cursor_execute", note)
    yield written
    event.remove(store._database.engine, "before_cursor_execute", note)


def kept(store: Store, key: str) -> Any:
    known = store.resource(key)
    assert known is not None
    return known


def test_a_new_resource_is_kept_with_every_field(source: Store) -> None:
    seen = resource(7)
    (decision,) = commit(source, source.begin_run(SOURCE, Channel.WORDPRESS, START), 1, [seen], START)
    assert decision.kind is DecisionKind.NEW
    known = kept(source, decision.key)
    assert known.resource == seen
    assert (known.state, known.misses, known.content_hash) == (State.PRESENT, 0, decision.content_hash)
    assert (known.first_seen, known.last_seen) == (START, START)
    (version,) = source.versions(decision.key)
    assert (version.kind, version.at, version.changes, version.reason) == (DecisionKind.NEW, START, (), "first seen")


def test_a_second_reading_writes_nothing_but_the_run(source: Store) -> None:
    first = read(source, resources(30), START, per_page=10)
    before = counted(source)
    with written_tables(source) as written:
        second = read(source, resources(30), START + DAY, per_page=10)
    assert (first.tally.new, second.tally) == (30, Tally(unchanged=30))
    assert counted(source) == before
    assert before == {
        "resources": 30, "versions": 30, "terms": 9, "resource_terms": 30 * 3 + 20, "files": 30, "aliases": 60,
        "observations": 30,
    }  # fmt: skip
    assert set(written) == {"runs", "run_pages", "visits"}


def test_a_change_keeps_before_and_after(source: Store) -> None:
    read(source, resources(3), START)
    changed = resource(2, title="Tide table 2, corrected", tags=("errata", "berth-2"), files=())
    said = read(source, [resource(1), changed, resource(3)], START + DAY)
    assert said.tally == Tally(changed=1, unchanged=2)
    known = kept(source, "2")
    assert known.resource == changed
    assert known.first_seen == START
    first, second = source.versions(known.key)
    assert first.kind is DecisionKind.NEW
    assert (second.kind, second.run_id, second.at) == (DecisionKind.CHANGED, said.run_id, START + DAY)
    assert second.changes == (
        FieldChange("title", "Tide table 2", "Tide table 2, corrected"),
        FieldChange("tags", ["berth-2"], ["errata", "berth-2"]),
        FieldChange(
            "files",
            [{"url": "https://harbour.example/2.pdf", "title": "Table", "media_type": "application/pdf", "size": 1002}],
            [],
        ),
    )


def test_what_a_complete_run_lacks_is_missing_and_comes_back(source: Store) -> None:
    read(source, resources(3), START)
    assert read(source, resources(2), START + DAY).tally.missing == 1
    known = kept(source, "3")
    assert (known.state, known.misses, known.resource) == (State.MISSING, 1, resource(3))
    assert known.last_seen == START
    assert read(source, resources(2), START + 2 * DAY).tally.missing == 1
    assert kept(source, "3").misses == 2
    assert [each.kind for each in source.versions(known.key)] == [DecisionKind.NEW, DecisionKind.MISSING]
    back = read(source, resources(3), START + 3 * DAY)
    assert back.tally == Tally(unchanged=2, returned=1)
    known = kept(source, "3")
    assert (known.state, known.misses, known.last_seen) == (State.PRESENT, 0, START + 3 * DAY)
    assert source.versions(known.key)[-1].kind is DecisionKind.RETURNED


def test_an_incomplete_run_makes_nothing_missing(source: Store) -> None:
    read(source, resources(3), START)
    assert read(source, resources(1), START + DAY, complete=False).tally.missing == 0
    assert source.count_resources(state=State.PRESENT) == 3


def test_the_same_item_twice_is_one(source: Store) -> None:
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    sticky = resource(1, teaser="Shorter on the second page.")
    assert len(commit(source, run_id, 1, [resource(1), resource(2), sticky], START)) == 2
    decisions = commit(source, run_id, 2, [sticky, resource(3)], START)
    assert [each.resource.native_id for each in decisions] == ["3"]
    assert kept(source, "1").resource == resource(1)
    assert len(list(source.observations("harbour"))) == 3
    source.close_run(report(run_id, START), absent=True)
    again = source.begin_run(SOURCE, Channel.WORDPRESS, START + DAY)
    before = counted(source)
    commit(source, again, 1, [resource(1), resource(2), sticky], START + DAY)
    commit(source, again, 2, [sticky, resource(3)], START + DAY)
    assert counted(source) == before


def test_another_channel_finds_the_same_resource_by_its_address(source: Store) -> None:
    read(source, resources(2), START)
    run_id = source.begin_run(SOURCE, Channel.LISTING, START + DAY)
    listed = replace(resource(2), native_id=None, url="http://harbour.example/resources/2")
    (decision,) = commit(source, run_id, 1, [listed], START + DAY)
    assert decision.kind is DecisionKind.SAME
    assert source.count_resources() == 2


def test_a_new_address_is_another_name_of_the_same_resource(source: Store) -> None:
    read(source, resources(2), START)
    key = kept(source, "2").key
    moved = resource(2, url="https://harbour.example/archive/two/")
    assert read(source, [resource(1), moved], START + DAY).tally == Tally(changed=1, unchanged=1)
    for name in (key, "2", "https://harbour.example/resources/2/", "http://www.harbour.example/archive/two"):
        assert kept(source, name).key == key
    assert kept(source, key).resource.url == "https://harbour.example/archive/two/"


def test_an_address_that_was_given_to_another_article_is_another_resource(source: Store) -> None:
    read(source, [resource(1)], START)
    other = replace(resource(2), url=resource(1).url)
    assert read(source, [other], START + DAY).tally == Tally(new=1, missing=1)
    old, new = kept(source, "1"), kept(source, "2")
    assert old.key != new.key
    assert kept(source, resource(1).url).key == new.key
    assert (old.resource.title, old.state) == ("Tide table 1", State.MISSING)


def test_two_items_at_one_address_do_not_take_it_from_each_other_on_every_run(source: Store) -> None:
    pair = [resource(1), replace(resource(2), url=resource(1).url)]
    assert read(source, pair, START).tally == Tally(new=2)
    before = counted(source)
    with written_tables(source) as written:
        assert read(source, pair, START + DAY).tally == Tally(unchanged=2)
    assert counted(source) == before
    assert set(written) == {"runs", "run_pages", "visits"}


def test_a_changed_observation_is_appended_and_the_old_one_stands(source: Store) -> None:
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    first = observation(resource(1), START)
    source.commit_page(run_id, SOURCE.url, [first], [resource(1)], None, START)
    source.close_run(report(run_id, START), absent=True)
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START + DAY)
    elsewhere = replace(first, position=5, page_url=f"{SOURCE.url}page/2/", seen_at=START + DAY)
    source.commit_page(run_id, SOURCE.url, [elsewhere], [resource(1)], None, START + DAY)
    assert list(source.observations("harbour")) == [first]
    source.close_run(report(run_id, START), absent=True)
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START + 2 * DAY)
    edited = replace(first, fields={**first.fields, "comments": 3}, seen_at=START + 2 * DAY)
    listed = replace(first, channel=Channel.LISTING, seen_at=START + 2 * DAY)
    source.commit_page(run_id, SOURCE.url, [edited, listed], [resource(1)], None, START + 2 * DAY)
    assert list(source.observations("harbour")) == [first, edited, listed]


def test_an_observation_without_a_resource_is_kept(source: Store) -> None:
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    refused = observation(resource(1), START, fields={"title": ""}, origins={}, native_id=None)
    assert source.commit_page(run_id, SOURCE.url, [refused], [], {"next": 2}, START) == ()
    assert list(source.observations("harbour")) == [refused]


def test_a_dry_run_decides_and_writes_nothing(source: Store) -> None:
    read(source, resources(2), START)
    before = counted(source)
    seen = [resource(1, title="Changed"), resource(2), resource(3)]
    raw = [observation(each, START) for each in seen]
    with written_tables(source) as written:
        decisions = source.commit_page(0, SOURCE.url, raw, seen, None, START + DAY, dry_run=True)
    assert [each.kind for each in decisions] == [DecisionKind.CHANGED, DecisionKind.SAME, DecisionKind.NEW]
    assert source.commit_page(0, SOURCE.url, [], [], None, START, dry_run=True) == ()
    assert counted(source) == before
    assert written == []
    assert source.unfinished_run("harbour") is None


def test_a_page_is_kept_whole_or_not_at_all(source: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    commit(source, run_id, 1, resources(2), START, checkpoint=1)
    before = counted(source)

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("storage.runs.add", fail)
        with pytest.raises(KeyboardInterrupt):
            commit(source, run_id, 2, resources(6), START, checkpoint=2)
    assert counted(source) == before
    unfinished = source.unfinished_run("harbour")
    assert unfinished is not None
    assert (unfinished.checkpoint, len(unfinished.keys)) == (1, 2)
    assert len(commit(source, run_id, 2, resources(6), START, checkpoint=2)) == 4


def test_a_large_page_is_one_page(source: Store) -> None:
    many = resources(1300)
    assert read(source, many, START, per_page=1300).tally == Tally(new=1300)
    assert read(source, many, START + DAY, per_page=1300).tally == Tally(unchanged=1300)


def test_last_seen_is_right_without_being_written(source: Store) -> None:
    read(source, resources(4), START)
    read(source, resources(4), START + DAY)
    assert {each.last_seen for each in source.resources()} == {START + DAY}
    read(source, resources(2), START + 2 * DAY, complete=False)
    seen = {each.resource.native_id: each.last_seen for each in source.resources()}
    assert seen == {"1": START + 2 * DAY, "2": START + 2 * DAY, "3": START + DAY, "4": START + DAY}
    assert kept(source, "1").last_seen == START + 2 * DAY
    assert kept(source, "4").last_seen == START + DAY
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START + 3 * DAY)
    commit(source, run_id, 1, [resource(4)], START + 3 * DAY)
    assert kept(source, "4").last_seen == START + 3 * DAY
    source.abandon_run(run_id, START + 3 * DAY)
    read(source, resources(3), START + 4 * DAY)
    assert kept(source, "4").last_seen == START + 3 * DAY
    assert kept(source, "3").last_seen == START + 4 * DAY


def test_pages_of_incomplete_runs_do_not_pile_up(source: Store) -> None:
    for day in range(20):
        read(source, resources(8 if day % 2 else 6), START + day * DAY, complete=False)
    with source._database.reading() as connection:
        pages = connection.scalar(select(func.count()).select_from(tables.run_pages))
    assert pages == 2
    assert {each.last_seen for each in source.resources()} == {START + 19 * DAY}
    read(source, resources(6), START + 20 * DAY, complete=False)
    seen = {each.resource.native_id: each.last_seen for each in source.resources()}
    assert (seen["6"], seen["7"]) == (START + 20 * DAY, START + 19 * DAY)


def test_nothing_known_of_sightings_is_what_the_row_says() -> None:
    assert Sightings().last_seen("a", "present", START) == START
    assert Sightings(START + DAY).last_seen("a", "gone", START) == START
