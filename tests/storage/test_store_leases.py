from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.errors import SourceBusy, UnknownSource
from pipeline.model import Channel
from storage.store import Store
from tests.storage.reading import SOURCE, START, commit, report, resources

TTL = timedelta(minutes=2)
MINUTE = timedelta(minutes=1)


def nobody_is_dead(_holder: str) -> bool:
    return False


@pytest.fixture
def source(store: Store) -> Store:
    store.put_source(SOURCE, START)
    return store


def test_a_lease_shuts_others_out_until_it_is_released(source: Store) -> None:
    first = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    with pytest.raises(SourceBusy, match="one:1 since 2026-03-01 06:00:00") as caught:
        source.acquire_lease("harbour", "two:2", START + MINUTE, TTL, nobody_is_dead)
    assert (caught.value.holder, caught.value.since, caught.value.source) == ("one:1", START, "harbour")
    source.release_lease(first)
    second = source.acquire_lease("harbour", "two:2", START + MINUTE, TTL, nobody_is_dead)
    assert (second.holder, second.since, second.expires) == ("two:2", START + MINUTE, START + MINUTE + TTL)
    assert second.token == first.token + 1


def test_the_same_holder_twice_is_busy_too(source: Store) -> None:
    source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    with pytest.raises(SourceBusy):
        source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)


def test_an_expired_lease_is_taken_over(source: Store) -> None:
    first = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    second = source.acquire_lease("harbour", "two:2", START + TTL, TTL, nobody_is_dead)
    assert second.token == first.token + 1


def test_a_dead_holders_lease_is_taken_over_at_once(source: Store) -> None:
    first = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    second = source.acquire_lease("harbour", "two:2", START, TTL, lambda holder: holder == "one:1")
    assert second.token == first.token + 1


def test_a_renewed_lease_lasts_longer(source: Store) -> None:
    lease = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    assert source.renew_lease(lease, START + MINUTE, TTL)
    with pytest.raises(SourceBusy):
        source.acquire_lease("harbour", "two:2", START + TTL, TTL, nobody_is_dead)
    source.acquire_lease("harbour", "two:2", START + MINUTE + TTL, TTL, nobody_is_dead)
    assert not source.renew_lease(lease, START + MINUTE, TTL)


def test_a_released_lease_cannot_be_renewed(source: Store) -> None:
    lease = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    source.release_lease(lease)
    assert not source.renew_lease(lease, START, TTL)


def test_releasing_a_lost_lease_does_not_free_it(source: Store) -> None:
    lost = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    source.acquire_lease("harbour", "two:2", START + TTL, TTL, nobody_is_dead)
    source.release_lease(lost)
    with pytest.raises(SourceBusy, match="two:2"):
        source.acquire_lease("harbour", "three:3", START + TTL, TTL, nobody_is_dead)


def test_the_token_survives_a_release(source: Store) -> None:
    tokens = []
    for _ in range(3):
        lease = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
        tokens.append(lease.token)
        source.release_lease(lease)
    assert tokens == [1, 2, 3]


def test_a_lease_needs_a_source(store: Store) -> None:
    with pytest.raises(UnknownSource, match="harbour"):
        store.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)


def test_sources_are_leased_one_by_one(source: Store) -> None:
    source.put_source(type(SOURCE)("quay", "https://quay.example/"), START)
    source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    assert source.acquire_lease("quay", "two:2", START, TTL, nobody_is_dead).token == 1


def test_a_page_of_a_run_that_lost_its_lease_is_refused(source: Store) -> None:
    lost = source.acquire_lease("harbour", "one:1", START, TTL, nobody_is_dead)
    run_id = source.begin_run(SOURCE, Channel.WORDPRESS, START)
    commit(source, run_id, 1, resources(2), START, lease=lost)
    source.acquire_lease("harbour", "two:2", START + TTL, TTL, nobody_is_dead)
    with pytest.raises(SourceBusy, match="two:2"):
        commit(source, run_id, 2, resources(4), START + TTL, checkpoint={"page": 2}, lease=lost)
    with pytest.raises(SourceBusy, match="two:2"):
        source.close_run(report(run_id, START), lease=lost, absent=True)
    assert source.count_resources() == 2
    unfinished = source.unfinished_run("harbour")
    assert unfinished is not None
    assert unfinished.checkpoint is None
    assert len(list(source.observations("harbour"))) == 2
