"""The program under test: called in this process with `cli`, as its own process with `program`, on a terminal with `on_terminal`."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.main import main
from pipeline.model import Channel, Inventory, Observation, Outcome, OutcomeKind, RunReport, Source, Tally
from pipeline.normalize import normalize
from storage.store import Store

REPOSITORY = Path(__file__).parents[2]
NOON = datetime(2026, 4, 3, 12, tzinfo=UTC)
SOURCE = Source("alpha.example", "https://alpha.example/resources/", Channel.LISTING)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call of the program ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as JSON, one object a line: fails where a line is none."""
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Ended]


@pytest.fixture
def cli(inside_tmp: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Calls the program in this process, in an empty folder, its output in pipes."""
    monkeypatch.setenv("GLEANERY_DEBUG", "")

    def call(*arguments: str) -> Ended:
        capfd.readouterr()
        code = main(arguments)
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return call


def environment(**more: str) -> dict[str, str]:
    """What a child process is given: no colours, no database of the developer's."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}


COMMAND = [sys.executable, "-m", "console.main"]


@pytest.fixture
def program(inside_tmp: Path) -> Cli:
    """Calls the program as its own process, in an empty folder."""

    def call(*arguments: str, stdin: str = "", **env: str) -> Ended:
        ended = subprocess.run(
            [*COMMAND, *arguments],
            check=False,
            input=stdin,
            capture_output=True,
            text=True,
            env=environment(**env),
            timeout=60,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return call


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood on a terminal: raw, and without its colours."""

    code: int
    raw: str

    @property
    def text(self) -> str:
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.raw).replace("\r\n", "\n")


OnTerminal = Callable[..., Seen]


@pytest.fixture
def on_terminal(inside_tmp: Path) -> OnTerminal:
    """Calls the program on a terminal of its own, `width` columns wide; `typed` is what a person types at once."""

    def call(*arguments: str, width: int = 100, typed: str = "", **env: str) -> Seen:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        child = subprocess.Popen(
            [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment(**env), close_fds=True
        )
        os.close(theirs)
        os.write(ours, typed.encode())
        raw = _everything(ours)
        os.close(ours)
        return Seen(child.wait(timeout=60), raw.decode("utf-8", "replace"))

    return call


def _everything(terminal: int) -> bytes:
    """All that is written to a terminal until nobody holds it any more."""
    read = bytearray()
    until = time.monotonic() + 60
    while time.monotonic() < until and select.select([terminal], [], [], 60)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux says EIO when the last holder is gone
            break
        if not part:
            break
        read += part
    return bytes(read)


# -- a filled database -----------------------------------------------------------------------------------------------


def observed(number: int, **fields: Any) -> Observation:
    """What a listing showed of one item."""
    url = f"https://alpha.example/resources/guide-{number}/"
    shown: dict[str, Any] = {
        "title": f"Guide number {number}",
        "teaser": f"What guide {number} is about.",
        "published": f"2026-03-{number:02}",
        "categories": ["Guidance"],
        "tags": ["Global"],
    }
    page = "https://alpha.example/resources/"
    return Observation(SOURCE.name, Channel.LISTING, url, page, number, NOON, {**shown, **fields})


def fill(observations: Iterable[Observation], *, day: int = 3, **outcome: Any) -> RunReport:
    """One run of SOURCE into ./gleanery.db, as a harvest would write it, on that day of April 2026."""
    now = datetime(2026, 4, day, 12, tzinfo=UTC)
    with Store.open("gleanery.db") as store:
        store.put_source(SOURCE, now)
        run = store.begin_run(SOURCE, Channel.LISTING, now)
        seen = list(observations)
        decided = store.commit_page(run, SOURCE.url, seen, [normalize(each) for each in seen], None, now)
        kinds = [each.kind.value for each in decided]
        tally = Tally(kinds.count("new"), kinds.count("changed"), kinds.count("same"), requests=2, bytes=4096)
        inventory = Inventory(read=len(seen), pages_read=1, complete=True, statement=f"{len(seen)} resources on 1 page")
        ended = Outcome(OutcomeKind.OK, inventory.statement)
        report = RunReport(run, SOURCE.name, Channel.LISTING, replace(ended, **outcome), tally, inventory, now, 1.5)
        store.close_run(report, absent=False)
    return report


@pytest.fixture
def filled(inside_tmp: Path) -> RunReport:
    """./gleanery.db with one source and three resources."""
    return fill(observed(number) for number in (1, 2, 3))


# -- what stands on a terminal in the end ----------------------------------------------------------------------------


def on_screen(raw: str) -> list[str]:
    """The lines that a terminal shows in the end: text, line ends, and the cursor's moves that Rich's progress uses."""
    lines: list[str] = [""]
    row = column = 0
    for part in re.findall(r"\x1b\[[0-9;?]*[a-zA-Z]|\r|\n|[^\x1b\r\n]+", raw):
        if part == "\r":
            column = 0
        elif part == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif part.startswith("\x1b["):
            count = int(part[2:-1] or 1) if part[2:-1].isdigit() or part[2:-1] == "" else 0
            if part.endswith("A"):
                row = max(0, row - count)
            elif part.endswith("K"):
                lines[row] = ""
        else:
            lines[row] = lines[row].ljust(column)[:column] + part + lines[row][column + len(part) :]
            column += len(part)
    return [line.rstrip() for line in lines]
