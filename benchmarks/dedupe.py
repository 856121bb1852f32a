"""Finding duplicates among many synthetic records, against splink on DuckDB in the same run; and what 1,000 more cost.

    python -m benchmarks.dedupe [--records 100000] [--sizes 10000,100000] [--no-splink] [--no-cost] [--minutes 20]

One record in ten is a planted duplicate: another label, title cut, subtitle dropped, slips of the pen, publisher appended,
initials for names, other days, a shorter teaser. One in eight stands in a series (years, issues, places) whose members are
different works. Each program reads the same file in a process of its own; figures are pairs' precision, recall and F1,
seconds of wall clock and of processor, and the peak of memory. splink is stopped at `--minutes` (20) or `--memory` (12 GiB):
a million records are more than it gets done in that.

splink has an environment of its own: `make peers` installs benchmarks/requirements.lock into .venv-peers.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.dedupe_cost import cost
from benchmarks.dedupe_records import Maker

ROOT = Path(__file__).parent.parent
PEERS = ROOT / ".venv-peers" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its output, seconds of wall clock and of the processor, and the peak of its memory in MiB.

    `finished`: it was not stopped for taking longer or more memory than it was given, and did not fail.
    """

    output: str
    seconds: float
    cpu: float
    memory: float
    finished: bool


def run(command: list[str], bound: Bound | None = None) -> Ended:
    with tempfile.TemporaryFile("w+") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, cwd=ROOT)
        while not (ended := os.wait4(process.pid, os.WNOHANG if bound else 0))[0]:
            if bound and bound.is_passed(process.pid, time.perf_counter() - start):
                process.kill()
            time.sleep(0.2)
        _, status, used = ended
        seconds = time.perf_counter() - start
        if status and bound is None:
            raise SystemExit(f"{command[:4]} ended with {status}")
        out.seek(0)
        return Ended(out.read(), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, finished=not status)


@dataclass(frozen=True, slots=True)
class Bound:
    """What a peer may take: minutes of wall clock, and GiB of memory (looked at where /proc tells)."""

    minutes: float
    memory: float

    def is_passed(self, process: int, seconds: float) -> bool:
        statm = Path(f"/proc/{process}/statm")
        pages = int(statm.read_text("ascii").split()[1]) if statm.exists() else 0
        return seconds > 60 * self.minutes or pages * os.sysconf("SC_PAGE_SIZE") > self.memory * 2**30


def score(found: set[tuple[str, str]], gold: set[tuple[str, str]]) -> str:
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    return (
        f"precision {precision:.4f} recall {recall:.4f} F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}"
    )


def pairs(groups: Iterator[list[str]]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def said(name: str, ended: Ended, what: str) -> None:
    print(
        f"{name:8} {what}   {ended.seconds:7.0f} s, processor {ended.cpu:7.0f} s, memory {ended.memory:7,.0f} MiB",
        flush=True,
    )


def compare(count: int, folder: Path, splink: Bound | None) -> None:
    file, works = folder / "records.jsonl", dict[str, list[str]]()
    with file.open("w", encoding="utf-8") as out:
        for record, work in Maker(count).records():
            works.setdefault(work, []).append(record["id"])
            out.write(json.dumps(record) + "\n")
    gold = pairs(iter(works.values()))
    print(f"{count:,} records, {len(gold):,} planted pairs", flush=True)
    ours = run([sys.executable, "-m", "console.main", "dedupe", "--records", str(file)])
    said("ours", ours, score(pairs(json.loads(line)["ids"] for line in ours.output.splitlines()), gold))
    if splink is None:
        return
    if not PEERS.exists():
        print("splink is not installed: make peers")
        return
    program = [str(PEERS), str(ROOT / "benchmarks" / "peer_splink.py"), str(file)]
    # Its own bound is lower: beside DuckDB's memory there is Python's.
    theirs = run([*program, f"{0.75 * splink.memory:g}", str(folder / "splink")], splink)
    if not theirs.finished:
        said("splink", theirs, f"not finished within {splink.minutes:g} minutes and {splink.memory:g} GiB")
        return
    found = [json.loads(line) for line in theirs.output.splitlines()]
    best = max(
        (0.01, 0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99), key=lambda least: float(_scored(found, gold, least).split()[-1])
    )
    for least in sorted({0.5, 0.95, best}):
        said("splink", theirs, f"{_scored(found, gold, least)} at {least}{' (its best)' if least == best else ''}")
    print(
        f"seconds of the processor, ours to splink's: {ours.cpu / theirs.cpu:.2f}; memory: {ours.memory / theirs.memory:.2f}"
    )


def _scored(found: list[Any], gold: set[tuple[str, str]], least: float) -> str:
    return score({(min(a, b), max(a, b)) for a, b, probability in found if probability >= least}, gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--no-splink", action="store_true")
    parser.add_argument("--minutes", type=float, default=20, help="what splink may take")
    parser.add_argument("--memory", type=float, default=12, help="GiB of memory that splink may take")
    parser.add_argument("--no-cost", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        compare(options.records, Path(name), None if options.no_splink else Bound(options.minutes, options.memory))
        if not options.no_cost:
            for size in map(int, options.sizes.split(",")):
                cost(size, Path(name))


if __name__ == "__main__":
    main()
