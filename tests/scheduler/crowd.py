"""Several schedulers on one database, some of which are killed now and then. At full size: `python -m benchmarks.crowd`."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.model import OutcomeKind, Source
from pipeline.schedule import Rhythm, Schedule
from storage.store import Store

REPOSITORY = Path(__file__).parents[2]
YEARLY = Schedule(Rhythm.INTERVAL, every=365 * 86400)


@dataclass(frozen=True, slots=True)
class Findings:
    """`doubled`: closed runs too many; `lost`: due visits without one."""

    runs: int
    doubled: int
    lost: int
    kills: int
    seconds: float


def add_sources(url: str, count: int) -> None:
    """So many sources, each due now, and then not for a year."""
    with Store.open(url) as store:
        for number in range(count):
            store.put_source(Source(f"s{number}", f"https://s{number}.example/", schedule=YEARLY), datetime.now(UTC))


def race(url: str, command: Sequence[str], *, count: int, processes: int, kill_every: float, most_seconds: float, seed: int = 1) -> Findings:  # fmt: skip
    """Has so many processes make `count` due visits, one of them killed and begun anew every `kill_every` seconds."""
    chance = random.Random(seed)
    add_sources(url, count)
    began = time.monotonic()
    running = [_start(command) for _ in range(processes)]
    kills, next_kill = 0, began + kill_every * 2
    try:
        with Store.open(url) as store:
            while time.monotonic() - began < most_seconds:
                time.sleep(0.2)
                if len(_closed(store)) >= count and not store.agenda.overview(datetime.now(UTC), 1).held:
                    break
                if kill_every and time.monotonic() > next_kill:
                    victim = chance.randrange(processes)
                    os.kill(running[victim].pid, signal.SIGKILL)
                    running[victim].wait()
                    running[victim] = _start(command)
                    kills, next_kill = kills + 1, time.monotonic() + kill_every * chance.uniform(0.5, 1.5)
            seconds = time.monotonic() - began
            time.sleep(2)  # whoever would still make one twice shall have the time for it
            closed = _closed(store)
    finally:
        for each in running:
            each.kill()
            each.wait()
    return Findings(sum(closed.values()), sum(closed.values()) - len(closed), count - len(closed), kills, seconds)


def _closed(store: Store) -> Counter[str]:
    return Counter(each.source for each in store.last_reports(limit=10**6) if each.outcome.kind is OutcomeKind.OK)


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return subprocess.Popen([sys.executable, *command], cwd=REPOSITORY, env=kept, stdin=subprocess.DEVNULL)
