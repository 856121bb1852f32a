"""What other processes do to a store while a test looks on. Each opens the database by itself."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

from pipeline.errors import SourceBusy
from pipeline.model import Channel
from storage.store import Store
from tests.storage.reading import SOURCE, START, observation, resource

PER_PAGE = 10


def open_together(url: str, barrier: Barrier, answer: Connection) -> None:
    """Open a database at the same moment as the others."""
    barrier.wait()
    with Store.open(url) as store:
        answer.send(store.count_resources())


def write_own_source(url: str, barrier: Barrier, answer: Connection, number: int, pages: int) -> None:
    """Read a source of one's own, at the same time as the others theirs; answer with the pages that were committed."""
    name = f"source-{number}"
    with Store.open(url) as store:
        store.put_source(replace(SOURCE, name=name, url=f"https://{name}.example/"), START)
        barrier.wait()
        run_id = store.begin_run(name, Channel.WORDPRESS, START)
        for page in range(pages):
            commit_page(store, run_id, name, page)
        answer.send(pages)


def lease_one_source(url: str, barrier: Barrier, answer: Connection) -> None:
    """Try to get the harbour's lease at the same moment as the others; answer with the token, or with 0."""
    with Store.open(url) as store:
        barrier.wait()
        try:
            lease = store.acquire_lease(SOURCE.name, f"me:{os.getpid()}", START, timedelta(hours=1), lambda _: False)
        except SourceBusy:
            answer.send(0)
        else:
            answer.send(lease.token)


def write_until_killed(url: str, answer: Connection, pages: int) -> None:
    """Begin or resume the harbour's run, and answer with each page's number once it is committed."""
    with Store.open(url) as store:
        unfinished = store.unfinished_run(SOURCE.name)
        run_id = unfinished.run_id if unfinished else store.begin_run(SOURCE, Channel.WORDPRESS, START)
        done = unfinished.checkpoint if unfinished else None
        for page in range(done + 1 if isinstance(done, int) else 0, pages):
            commit_page(store, run_id, SOURCE.name, page)
            answer.send(page)


def commit_page(store: Store, run_id: int, name: str, page: int) -> None:
    """Commit the page of that number: ten resources that no other page has."""
    first = page * PER_PAGE
    seen = [
        replace(resource(number), source=name, url=f"https://{name}.example/{number}/")
        for number in range(first, first + PER_PAGE)
    ]
    raw = [observation(each, START) for each in seen]
    store.commit_page(run_id, f"https://{name}.example/?page={page}", raw, seen, page, START)
