"""Many processes and threads at one database: no error, nothing lost, nothing torn."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing.context import ForkServerContext
from typing import Any

import pytest

from pipeline.model import Channel, State
from storage.store import Store
from tests.storage import writers
from tests.storage.reading import SOURCE, START, report
from tests.storage.writers import PER_PAGE

WRITERS = 8


@pytest.fixture(scope="module")
def processes() -> Iterator[ForkServerContext]:
    """Children of a process that has loaded the store and opened nothing."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["storage.migrate", "tests.storage.writers"])
    return context


def together(context: ForkServerContext, what: Callable[..., None], url: str, *arguments: tuple[Any, ...]) -> list[Any]:
    """Run `what` in as many processes as there are tuples of arguments, from one moment on; give their answers."""
    barrier = context.Barrier(len(arguments))
    pipes = [context.Pipe(duplex=False) for _ in arguments]
    children = [
        context.Process(target=what, args=(url, barrier, answer, *its))
        for its, (_, answer) in zip(arguments, pipes, strict=True)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
    assert [child.exitcode for child in children] == [0] * len(children)
    return [heard.recv() for heard, _ in pipes]


def test_a_fresh_database_can_be_opened_by_many_at_once(empty_url: str, processes: ForkServerContext) -> None:
    assert together(processes, writers.open_together, empty_url, *[()] * 4) == [0] * 4


def test_eight_writing_processes(store: Store, database_url: str, processes: ForkServerContext) -> None:
    pages = 15
    each = [(number, pages) for number in range(WRITERS)]
    assert together(processes, writers.write_own_source, database_url, *each) == [pages] * WRITERS
    counts = [store.count_resources(source=f"source-{number}") for number in range(WRITERS)]
    assert counts == [pages * PER_PAGE] * WRITERS


def test_eight_writing_threads_at_one_store(store: Store) -> None:
    names = [f"source-{number}" for number in range(WRITERS)]
    for name in names:
        store.put_source(replace(SOURCE, name=name), START)

    def write(name: str) -> int:
        run_id = store.begin_run(name, Channel.WORDPRESS, START)
        for page in range(10):
            writers.commit_page(store, run_id, name, page)
        return store.count_resources(source=name)

    with ThreadPoolExecutor(WRITERS) as threads:
        assert list(threads.map(write, names)) == [100] * WRITERS


def test_only_one_of_many_gets_the_lease(store: Store, database_url: str, processes: ForkServerContext) -> None:
    store.put_source(SOURCE, START)
    assert sorted(together(processes, writers.lease_one_source, database_url, *[()] * 4)) == [0, 0, 0, 1]


def test_what_a_killed_process_has_committed_stands(
    store: Store, database_url: str, processes: ForkServerContext
) -> None:
    store.put_source(SOURCE, START)
    chance = random.Random(20260301)
    told, pages = -1, 60
    for _ in range(5):
        heard, answer = processes.Pipe(duplex=False)
        child = processes.Process(target=writers.write_until_killed, args=(database_url, answer, pages))
        child.start()
        for _ in range(chance.randint(1, 8)):
            told = heard.recv()
        if chance.random() < 0.5:
            heard.poll(chance.random() / 200)
        child.kill()
        child.join()
        unfinished = store.unfinished_run(SOURCE.name)
        assert unfinished is not None
        committed = unfinished.checkpoint
        assert isinstance(committed, int)
        assert committed >= told
        assert len(unfinished.pages) == committed + 1
        assert len(unfinished.keys) == store.count_resources() == (committed + 1) * PER_PAGE
        assert len(list(store.observations(SOURCE.name))) == store.count_resources()
    heard, answer = processes.Pipe(duplex=False)
    child = processes.Process(target=writers.write_until_killed, args=(database_url, answer, pages))
    child.start()
    child.join(60)
    assert child.exitcode == 0
    unfinished = store.unfinished_run(SOURCE.name)
    assert unfinished is not None
    assert unfinished.tally.new == pages * PER_PAGE
    store.close_run(report(unfinished.run_id, START), absent=True)
    assert store.count_resources(state=State.PRESENT) == pages * PER_PAGE
    assert {len(store.versions(each.key)) for each in store.resources()} == {1}
