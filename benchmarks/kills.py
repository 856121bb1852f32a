"""A thousand syncs killed (SIGKILL) at random moments, on SQLite and on PostgreSQL: is anything lost, doubled, removed?

    python -m benchmarks.kills [--kills 1000] [--database sqlite|postgresql|both] [--seed 1]

`--kills` is the sum over both databases. Each sync of a day of a living site is killed five to nine times at moments
drawn at random from its usual length, then left to end; beside it an unbroken copy is kept of the same days, with which
the end state is compared: every resource with all its fields, every change in its history. Ends with 1 on any difference.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.killing import Killing, Result
from tests.sites import postgres

# One round is a history of its own; channels take turns.
ROUND = 100
CHANNELS = ("wordpress", "listing")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    databases = ["sqlite", "postgresql"] if args.database == "both" else [args.database]
    if "postgresql" in databases and (lacks := postgres.missing()):
        print(f"PostgreSQL is left out: this machine lacks {lacks}")
        databases.remove("postgresql")
    wrong = 0
    for database in databases:
        began = time.monotonic()
        results = _kill(database, args.kills // len(databases), args.seed)
        wrong += sum(result.wrong for result in results)
        _print(database, results, time.monotonic() - began)
    return 1 if wrong else 0


def _kill(database: str, kills: int, seed: int) -> list[Result]:
    rounds = [min(ROUND, kills - done) for done in range(0, kills, ROUND)]
    if database == "sqlite":
        return [_round(None, count, seed + number, number) for number, count in enumerate(rounds)]
    with postgres.running() as server:
        return [_round(server.create_database(), count, seed + number, number) for number, count in enumerate(rounds)]


def _round(url: str | None, kills: int, seed: int, number: int) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        place = url or str(Path(folder) / "killed.db")
        return Killing(place, Path(folder) / "whole.db", kills, seed, CHANNELS[number % len(CHANNELS)]).run()


def _print(database: str, results: list[Result], seconds: float) -> None:
    def count(name: str) -> int:
        return sum(len(getattr(result, name)) for result in results)

    kills, days, mid_run = (sum(getattr(result, name) for result in results) for name in ("kills", "days", "mid_run"))
    print(
        f"{database:10} {kills} kills in {days} days, {mid_run} of them in the middle of a run ({seconds:.0f} s): "
        f"lost {count('lost')}, doubled {count('doubled')}, wrongly removed {count('wrongly_removed')}, "
        f"otherwise different {count('differing')}, syncs left alone that were not ok {count('outcomes')}",
        flush=True,
    )
    for result in results:
        for name in ("lost", "doubled", "wrongly_removed", "differing", "outcomes"):
            for each in getattr(result, name)[:5]:
                print(f"  {name}: {each}")


if __name__ == "__main__":
    sys.exit(main())
