"""Workers on PostgreSQL: eight of them, one killed every few seconds, 500 runs of 100 items; and how throughput grows.

python -m benchmarks.workers [RUNS [RUNS-FOR-THROUGHPUT]]

Real processes, real crawls of sites on loopback (each an address of its own in 127.0.0.0/8, for two sources of one host
are never read at a time), four pages of 25 items a site.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from pipeline.model import Channel, OutcomeKind, Plan, Source
from storage.store import Store
from tests.scheduler.crowd import YEARLY
from tests.sites import postgres

PAGES, PER_PAGE = 4, 25
KILL_SECONDS = 5.0, 8.0
RESTART_SECONDS = 1.0
_WHO = ("workers and their runs", "scheduler", "PostgreSQL", "sites and this program")


class _Site(BaseHTTPRequestHandler):
    """A JSON Feed of four pages at whatever address it is asked by."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        host = self.headers["Host"]
        if not self.path.startswith("/feed.json"):
            self._answer(404, b"")
            return
        page = int(self.path.partition("page=")[2] or 1)
        items = [_item(host, number) for number in range((page - 1) * PER_PAGE, page * PER_PAGE)]
        feed: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": host, "items": items}
        if page < PAGES:
            feed["next_url"] = f"http://{host}/feed.json?page={page + 1}"
        self._answer(200, json.dumps(feed).encode())

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/feed+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Who was killed has hung up: nothing to be said."""


def _item(host: str, number: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "url": f"http://{host}/item/{number}/",
        "title": f"Report {number} of {host}",
        "content_text": f"What was found at {host} in its year {number}, and why it matters to those who live there.",
        "date_published": f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T08:00:00Z",
        "tags": [f"topic-{number % 7}"],
    }


@contextmanager
def _sites(count: int) -> Iterator[list[str]]:
    """So many sites; gives their host names with the port."""
    server = _Server(("", 0), _Site)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield [f"127.0.{n // 250 + 1}.{n % 250 + 1}:{server.server_port}" for n in range(count)]
    finally:
        server.shutdown()
        server.server_close()


def _spent(*pids: int) -> float:
    """Seconds of processor time of these processes, of those below them, and of those that ended there (proc(5))."""
    below: dict[int, list[int]] = {}
    ticks: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
            below.setdefault(int(fields[1]), []).append(int(stat.parent.name))
            ticks[int(stat.parent.name)] = sum(map(int, fields[11:15]))
    waiting, total = list(pids), 0
    while waiting:
        each = waiting.pop()
        total += ticks.get(each, 0)
        waiting += below.get(each, [])
    return total / os.sysconf("SC_CLK_TCK")


def _program(url: str, *arguments: str) -> subprocess.Popen[bytes]:
    env = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "console.main", *arguments], env={**env, "DATABASE_URL": url}, stderr=subprocess.DEVNULL
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """`rate` in runs a second, from the first closed run on; `spent` in seconds of processor time a run, by program."""

    url: str
    seconds: float
    rate: float
    kills: int
    spent: dict[str, float]


def _run(server: postgres.PostgreSQL, hosts: list[str], *, workers: int, kill: bool, most: float = 3600) -> _Found:
    """Has the workers read each host once, in a database of their own; with `kill`, one is killed every few seconds."""
    url = server.create_database()
    chance = random.Random(1)
    with Store.open(url) as store:
        for host in hosts:
            address = f"http://{host}/feed.json"
            store.put_source(Source(host, address, Channel.FEED, schedule=YEARLY, plan=Plan(Channel.FEED, address)))
        scheduler = _program(url, "serve", "--slots", "0", "--metrics", "off", "--digest", "never")
        running = [_program(url, "worker", "--slots", "1") for _ in range(workers)]
        began, first, before, spent, kills = time.monotonic(), 0.0, 0, [0.0] * 4, 0
        next_kill = began + 3 * KILL_SECONDS[1]

        def measure() -> list[float]:
            return [
                _spent(*(each.pid for each in running)),
                _spent(scheduler.pid),
                _spent(server.process.pid),
                time.process_time(),
            ]

        try:
            while time.monotonic() - began < most:
                time.sleep(0.25)
                done = store.agenda.overview(datetime.now(UTC), 1).outcomes.get("ok", 0)
                if done and not first:
                    first, before, spent = time.monotonic(), done, measure()
                if done >= len(hosts):
                    break
                if kill and time.monotonic() > next_kill:
                    _restart(url, running, chance.randrange(workers))
                    kills, next_kill = kills + 1, time.monotonic() + chance.uniform(*KILL_SECONDS)
            seconds, after = time.monotonic() - first, max(1, done - before)
            each = [(now - then) / after for now, then in zip(measure(), spent, strict=True)]
        finally:
            for program in (scheduler, *running):
                program.terminate()
            for program in (scheduler, *running):
                program.wait(30)
    return _Found(url, seconds, after / seconds, kills, dict(zip(_WHO, each, strict=True)))


def _restart(url: str, running: list[subprocess.Popen[bytes]], victim: int) -> None:
    """Kills a worker, and starts it again as a supervisor does: after a moment."""
    os.kill(running[victim].pid, signal.SIGKILL)
    running[victim].wait()
    time.sleep(RESTART_SECONDS)
    running[victim] = _program(url, "worker", "--slots", "1")


def _wrong(url: str, hosts: list[str]) -> tuple[int, int, int]:
    """Sources whose resources are not the truth; visits without a good run; good runs too many."""
    wrong = lost = doubled = 0
    with Store.open(url) as store:
        for host in hosts:
            kept = {each.resource.url: each.resource.title for each in store.resources(source=host)}
            truth = {_item(host, n)["url"]: _item(host, n)["title"] for n in range(PAGES * PER_PAGE)}
            wrong += kept != truth
            good = sum(each.outcome.kind is OutcomeKind.OK for each in store.last_reports(host, limit=100))
            lost += good == 0
            doubled += max(0, good - 1)
    return wrong, lost, doubled


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    for_throughput = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    if lacks := postgres.missing():
        print(f"left out: this machine lacks {lacks}")
        return 0
    failed = 0
    with postgres.running() as server, _sites(max(count, for_throughput)) as hosts:
        if count:
            found = _run(server, hosts[:count], workers=8, kill=True)
            wrong, lost, doubled = _wrong(found.url, hosts[:count])
            print(
                f"8 workers, {found.kills} killed, {count} runs of {PAGES * PER_PAGE} items in {found.seconds:.0f} s: "
                f"{wrong} sources differ from the truth, {lost} visits lost, {doubled} doubled",
                flush=True,
            )
            failed += wrong + lost + doubled
        for workers in (1, 2, 4):
            found = _run(server, hosts[:for_throughput], workers=workers, kill=False)
            spent = ", ".join(f"{who} {seconds:.2f}" for who, seconds in found.spent.items())
            print(
                f"{workers} worker{'' if workers == 1 else 's'}: {found.rate:.2f} runs/s, "
                f"{found.rate * PAGES * PER_PAGE:.0f} items/s; seconds of processor time a run: {spent}; "
                f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores",
                flush=True,
            )
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
