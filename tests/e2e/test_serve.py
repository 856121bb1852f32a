"""`gleanery serve` and `gleanery worker` as people run them: processes, signals, real sites on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Channel, Plan, Source
from pipeline.schedule import Rhythm, Schedule
from storage.store import Store
from tests.conftest import REPOSITORY
from tests.sites.loopback import Answer, Request, serve
from tests.sites.processes import free_port

YEARLY = Schedule(Rhythm.INTERVAL, every=365 * 86400)
PAGES, PER_PAGE = 6, 5


def site(pause: Callable[[int], float]) -> Callable[[Request], Answer]:
    """A JSON Feed of six pages; each waits for `pause(page)` seconds before it comes."""

    def handle(request: Request) -> Answer:
        if not request.target.startswith("/feed.json"):
            return Answer("", 404)
        page = int(request.target.partition("page=")[2] or 1)
        time.sleep(pause(page))
        base = f"http://{request.headers['Host']}"
        items = [
            {"id": str(n), "url": f"{base}/{n}/", "title": f"Report number {n}", "content_text": f"What {n} is about."}
            for n in range((page - 1) * PER_PAGE, page * PER_PAGE)
        ]
        feed: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": "Reports", "items": items}
        if page < PAGES:
            feed["next_url"] = f"{base}/feed.json?page={page + 1}"
        return Answer(json.dumps(feed), type="application/feed+json")

    return handle


@contextmanager
def running(folder: Path, url: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program in a process of its own; killed at the end, if it still runs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    env = {**kept, "PYTHONPATH": str(REPOSITORY), "DATABASE_URL": url, "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", "console.main", *arguments],
        cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def wait_for(what: Callable[[], bool], seconds: float = 100) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not come in time"
        time.sleep(0.1)


def add(store: Store, url: str, name: str = "site") -> None:
    address = f"{url}/feed.json"
    plan = Plan(Channel.FEED, address)
    store.put_source(Source(name, address, Channel.FEED, schedule=YEARLY, plan=plan), datetime.now(UTC))


def urls(store: Store) -> set[str]:
    return {each.resource.title for each in store.resources()}


WHOLE = {f"Report number {n}" for n in range(PAGES * PER_PAGE)}


def test_sigterm_in_a_run_stops_at_a_checkpoint_within_ten_seconds_and_nothing_is_lost(tmp_path: Path) -> None:
    database = str(tmp_path / "gleanery.db")
    slow = {"from": 4}
    pause = lambda page: 60.0 if page >= slow["from"] else 0.0  # noqa: E731
    with Store.open(database) as store, serve(site(pause)) as url:
        add(store, url)
        with running(tmp_path, database, "serve", "--metrics", "off") as process:
            wait_for(lambda: len(urls(store)) == 3 * PER_PAGE)
            asked = time.monotonic()
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
            assert time.monotonic() - asked < 10
            assert "stopped; what was read is kept" in (process.stderr.read() if process.stderr else "")
        assert len(urls(store)) == 3 * PER_PAGE
        assert store.agenda.overview(datetime.now(UTC), 9).held == []
        slow["from"] = 99
        with running(tmp_path, database, "serve", "--metrics", "off", "--json") as process:
            wait_for(lambda: len(store.last_reports()) == 1)
            process.send_signal(signal.SIGTERM)
            out, _ = process.communicate(timeout=20)
        assert urls(store) == WHOLE
        (report,) = store.last_reports()
        assert report.inventory.pages_read == PAGES  # of which three were read before
        assert [json.loads(line)["source"] for line in out.splitlines()] == ["site"]


def test_what_fell_due_while_nothing_ran_is_made_once_and_metrics_tell_it(tmp_path: Path) -> None:
    database, port = str(tmp_path / "gleanery.db"), free_port()
    with Store.open(database) as store, serve(site(lambda _: 0.0)) as url:
        add(store, url)
        with running(tmp_path, database, "serve", "--metrics", f"127.0.0.1:{port}"):
            wait_for(lambda: len(store.last_reports()) == 1)
            wait_for(lambda: store.agenda.overview(datetime.now(UTC), 9).unplanned == 0)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
                text = answer.read().decode()
        assert 'gleanery_sources_by_outcome{outcome="ok"} 1.0' in text
        assert "gleanery_visits_overdue 0.0" in text
        assert "gleanery_resources 30.0" in text
        assert len(store.last_reports()) == 1


@pytest.mark.postgres
def test_workers_take_from_the_queue_and_one_that_is_killed_loses_nothing(tmp_path: Path, postgres_url: str) -> None:
    slow = {"from": 4}
    pause = lambda page: 60.0 if page >= slow["from"] else 0.0  # noqa: E731
    with Store.open(postgres_url) as store, serve(site(pause)) as url:
        add(store, url)
        with running(tmp_path, postgres_url, "serve", "--slots", "0", "--metrics", "off"):
            with running(tmp_path, postgres_url, "worker", "--slots", "1") as worker:
                wait_for(lambda: len(urls(store)) == 3 * PER_PAGE)
                worker.kill()
                worker.wait()
            slow["from"] = 99
            with running(tmp_path, postgres_url, "worker", "--slots", "1"):
                wait_for(lambda: len(store.last_reports()) == 1, 150)
        assert urls(store) == WHOLE
        assert store.last_reports()[0].inventory.pages_read == PAGES
