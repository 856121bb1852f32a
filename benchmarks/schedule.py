"""A year of scheduling by an injected clock, at full size: 200 sources, clocks set, restarts, kills, outages.

python -m benchmarks.schedule [SEED]
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.scheduler.year import Life, live


def main() -> int:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    life = Life(datetime(2026, 1, 1, tzinfo=UTC), days=365, sources=200, steps=24, restarts=30, outages=10, seed=seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = live(Path(folder), life)
    print(
        f"{life.days} days, {life.sources} sources, {life.steps} clock steps of an hour, {life.restarts} restarts "
        f"({found.kills} of them kills in a run), {life.outages} outages"
    )
    print(f"runs {found.runs}, of {found.slots} times by the calendar; in {time.monotonic() - began:.0f} s")
    print(f"made twice {found.twice}, lost {found.lost}, unasked for {found.unasked}, uneven {found.uneven}")
    for line in found.late[:20]:
        print(f"  {line}")
    return found.twice + found.lost + found.unasked + found.uneven > 0


if __name__ == "__main__":
    sys.exit(main())
