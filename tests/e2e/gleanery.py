"""The command line as a person runs it: a process of its own, in a folder of its own.

Most commands are forked from a server process that has the program imported already (importing takes longer than most
commands do); `installed` runs the program from nothing.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from storage.export.record import record
from storage.store import Store

REPOSITORY = Path(__file__).parent.parent.parent
# What says when something was read, not what was read.
CLOCKED = ("first_seen", "last_seen")

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["console.main", "scheduler.sync", "crawler.run", "storage.store", "storage.export"])


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has ended: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The one object that `sync --json` printed."""
        lines = self.out.splitlines()
        assert len(lines) == 1, (self.out, self.err)
        report: dict[str, Any] = json.loads(lines[0])
        return report


class Running:
    """A command that was started."""

    def __init__(self, arguments: tuple[str, ...], folder: Path, env: dict[str, str]) -> None:
        self._out, self._err = (folder / f".{name}-{time.monotonic_ns()}" for name in ("out", "err"))
        self._process = _forks.Process(target=_run, args=(arguments, folder, env, self._out, self._err))
        self._process.start()
        assert self._process.pid is not None
        self.pid: int = self._process.pid

    def ended(self) -> bool:
        return self._process.exitcode is not None

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def wait(self, seconds: float) -> Ended:
        """Wait for its end. Fails on a traceback: none may reach a user for a foreseeable fault."""
        self._process.join(seconds)
        code = self._process.exitcode
        out, err = (path.read_text(encoding="utf-8") for path in (self._out, self._err))
        assert code is not None, f"not ended after {seconds} s: {err}"
        assert "Traceback" not in out + err, err
        return Ended(code, out, err)

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()


def _run(arguments: tuple[str, ...], folder: Path, env: dict[str, str], out: Path, err: Path) -> None:
    """In the forked process: become the program."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    for path, number in ((out, 1), (err, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    from console.main import run

    sys.argv = ["gleanery", *arguments]
    run()


class Gleanery:
    """`gleanery` in `folder`, where its database gleanery.db lies (or at `database`, a URL).

    `in_process`: runs have no processes of their own, as they do for users. That saves a second for each command.
    `news`: most runs ask for the news only, as they do for users; else each one reads everything.
    """

    def __init__(
        self, folder: Path, database: str | None = None, *, in_process: bool = True, news: bool = False
    ) -> None:
        self.folder = folder
        self.database = database or f"sqlite:///{folder / 'gleanery.db'}"
        self._env = {**os.environ, "PYTHONPATH": str(REPOSITORY)} | ({"DATABASE_URL": database} if database else {})
        self._news = news
        if in_process:
            self._env["GLEANERY_IN_PROCESS"] = "1"

    @property
    def file(self) -> Path:
        return self.folder / "gleanery.db"

    def set_clock(self, moment: datetime) -> None:
        """From now on it is `moment` for every command."""
        self._env["GLEANERY_NOW"] = moment.isoformat()

    def copy(self, folder: Path) -> Gleanery:
        """The same database in another folder."""
        shutil.copy(self.file, folder)
        return Gleanery(folder, in_process="GLEANERY_IN_PROCESS" in self._env, news=self._news)

    def installed(self, *arguments: str) -> Ended:
        """Run to the end by `python -m console.main`, as from a shell."""
        command = [sys.executable, "-m", "console.main", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self._env, capture_output=True, timeout=100, check=False)
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    @contextmanager
    def running(self, *arguments: str) -> Iterator[Running]:
        """Start a command, and leave it running in the block; killed at the block's end if it has not ended."""
        process = Running(arguments, self.folder, self._env)
        try:
            yield process
        finally:
            process.kill()

    def run(self, *arguments: str) -> Ended:
        """Run to the end."""
        with self.running(*arguments) as process:
            return process.wait(100)

    def sync(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        """`sync --json` of one source: its report."""
        ended = self.run("sync", "--json", *arguments)
        assert ended.code == code, (ended.code, ended.out, ended.err)
        if not self._news:
            self._read_everything()
        return ended.report

    def _read_everything(self) -> None:
        with Store.open(self.database) as store:
            for source in store.sources():
                if source.policy.full_every > 1:
                    store.put_source(replace(source, policy=replace(source.policy, full_every=1)))

    def resources(self) -> list[dict[str, Any]]:
        """Every resource in the form of exports, by key, without the times of reading: straight from the store."""
        with Store.open(self.database) as store:
            return _by_key([dict(record(known)) for known in store.resources()])

    def exported(self) -> list[dict[str, Any]]:
        """The same, as `export - --format jsonl` prints it."""
        ended = self.run("export", "-", "--format", "jsonl")
        assert ended.code == 0, ended.err
        return _by_key([json.loads(line) for line in ended.out.splitlines()])

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the SQLite file itself."""
        with closing(sqlite3.connect(self.file, timeout=20)) as connection:
            return connection.execute(sql).fetchall()

    def watch_writes(self, *tables: str) -> None:
        """From now on, every write to one of the tables is noted in the table `noted`."""
        with closing(sqlite3.connect(self.file)) as connection:
            connection.execute("CREATE TABLE noted (what TEXT)")
            for table in tables:
                for event in ("INSERT", "UPDATE", "DELETE"):
                    connection.execute(
                        f"CREATE TRIGGER noted_{table}_{event} AFTER {event} ON {table} "
                        f"BEGIN INSERT INTO noted VALUES ('{event} {table}'); END"
                    )
            connection.commit()


def _by_key(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    timeless = [{name: value for name, value in row.items() if name not in CLOCKED} for row in rows]
    return sorted(timeless, key=lambda row: str(row["key"]))


def wait_for(what: Callable[[], bool], *, seconds: float = 30) -> None:
    """Return as soon as `what` holds; fails when it has not in time."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
