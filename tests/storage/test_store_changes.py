"""What changed, by run and by day; and resources made anew from what was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline import normalize as cleaning
from pipeline.model import Channel, Observation, Source, State
from pipeline.normalize import normalize
from storage.changes import REPLAYED
from storage.store import Store
from tests.storage.reading import SOURCE, START

DAY = timedelta(days=1)


def seen(number: int, title: str, day: int, **fields: object) -> Observation:
    url = f"https://harbour.example/{number}/"
    said = {"title": title, "teaser": f"About {number}.", "tags": ["Sea"], **fields}
    origins = dict.fromkeys(("url", *said), "page")
    return Observation(SOURCE.name, Channel.LISTING, url, SOURCE.url, number, START + day * DAY, said, origins)


def read(store: Store, day: int, *observations: Observation) -> int:
    now = START + day * DAY
    run = store.begin_run(SOURCE, Channel.LISTING, now)
    store.commit_page(run, SOURCE.url, observations, [normalize(each) for each in observations], None, now)
    store.abandon_run(run, now)
    return run


@pytest.fixture
def kept(store: Store) -> Store:
    store.put_source(SOURCE, START)
    read(store, 0, seen(1, "One", 0), seen(2, "Two", 0))
    return store


def test_a_run_and_days_are_compared(kept: Store) -> None:
    second = read(kept, 1, seen(1, "One, corrected", 1), seen(3, "Three", 1))
    read(kept, 2, seen(1, "One, again", 2))
    by_run = {each.title: each.difference for each in kept.changes.of_run(second)}
    assert {title: each.kind.value for title, each in by_run.items()} == {"One, again": "changed", "Three": "added"}
    days = [*kept.changes.between(START + DAY, START + 3 * DAY, SOURCE.name)]
    (change,) = next(each for each in days if each.title == "One, again").difference.changes
    assert (change.before, change.after) == ("One", "One, again")
    assert [*kept.changes.between(START + 3 * DAY, None, None)] == []
    assert len([*kept.changes.between(None, None, "nobody")]) == 0


def test_a_replay_of_what_is_kept_changes_nothing(kept: Store) -> None:
    before = [*kept.resources()]
    done = kept.changes.replay(SOURCE.name, START + 5 * DAY)
    assert (done.observations, done.resources, done.changed) == (2, 2, 0)
    assert [*kept.resources()] == before


def test_a_better_cleaner_improves_yesterdays_data_and_says_so(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def better(observation: Observation) -> cleaning.Resource:
        found = normalize(observation)
        return replace(found, title=found.title.upper(), tags=(*found.tags, "Harbours"))

    monkeypatch.setattr(cleaning, "normalize", better)
    gone = next(each.key for each in kept.resources() if each.resource.title == "Two")
    done = kept.changes.replay(SOURCE.name, START + 5 * DAY)
    assert done.changed == 2
    found = {each.resource.title: each for each in kept.resources()}
    assert set(found) == {"ONE", "TWO"}
    assert found["ONE"].resource.tags == ("Sea", "Harbours")
    assert found["ONE"].state is State.PRESENT
    last = kept.versions(gone)[-1]
    assert (last.reason, last.run_id, last.at) == (REPLAYED, 0, START + 5 * DAY)
    assert {each.field for each in last.changes} == {"title", "tags"}
    assert kept.changes.replay(SOURCE.name, START + 6 * DAY).changed == 0


def test_a_replay_of_nobodys_source_is_nothing(kept: Store) -> None:
    kept.put_source(Source("quay", "https://quay.example/"), START)
    assert kept.changes.replay("quay", START).resources == 0
