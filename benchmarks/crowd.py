"""Four schedulers on one database, 1,000 due visits, one scheduler killed every few seconds; on SQLite and PostgreSQL.

python -m benchmarks.crowd [VISITS]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.scheduler.crowd import race
from tests.sites import postgres


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        wrong += _one("SQLite", f"sqlite:///{Path(folder) / 'crowd.db'}", count)
    if lacks := postgres.missing():
        print(f"PostgreSQL: left out, this machine lacks {lacks}")
    else:
        with postgres.running() as server:
            wrong += _one("PostgreSQL", server.create_database(), count)
    return wrong > 0


def _one(name: str, url: str, count: int) -> int:
    command = ["-m", "tests.scheduler.quick", url]
    found = race(url, command, count=count, processes=4, kill_every=2.0, most_seconds=900)
    print(
        f"{name}: {count} due visits, 4 schedulers, {found.kills} kills: {found.runs} runs in {found.seconds:.0f} s, "
        f"{found.doubled} doubled, {found.lost} lost",
        flush=True,
    )
    return found.doubled + found.lost


if __name__ == "__main__":
    sys.exit(main())
