"""The command line as a person runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage.export.record import record
from storage.store import Store

REPOSITORY = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "console.main"]
# What says when something was read, not what was read.
CLOCKED = ("first_seen", "last_seen")


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


class Gleanery:
    """`gleanery` in `folder`, where its database gleanery.db lies (or at `database`, a URL)."""

    def __init__(self, folder: Path, database: str | None = None) -> None:
        self.folder = folder
        self.database = database or f"sqlite:///{folder / 'gleanery.db'}"
        self._env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        if database:
            self._env["DATABASE_URL"] = database

    @property
    def file(self) -> Path:
        return self.folder / "gleanery.db"

    def copy(self, folder: Path) -> Gleanery:
        """The same database in another folder."""
        shutil.copy(self.file, folder)
        return Gleanery(folder)

    def run(self, *arguments: str, seconds: float = 100) -> Ended:
        """Run to the end. Fails on a traceback: none may reach a user for a foreseeable fault."""
        with self.running(*arguments) as process:
            out, err = process.communicate(timeout=seconds)
        ended = Ended(process.returncode, out.decode(), err.decode())
        assert "Traceback" not in ended.out + ended.err, ended.err
        return ended

    @contextmanager
    def running(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start it, and leave it running in the block; killed at the block's end if it has not ended."""
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with process:
            try:
                yield process
            finally:
                process.kill()

    def sync(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        """`sync --json` of one source: its report."""
        ended = self.run("sync", "--json", *arguments)
        assert ended.code == code, (ended.code, ended.out, ended.err)
        return ended.report

    def resources(self) -> list[dict[str, Any]]:
        """Every resource in the form of exports, by key, without the times of reading: straight from the store."""
        with Store.open(self.database) as store:
            rows = [record(known) for known in store.resources()]
        kept = [{name: value for name, value in row.items() if name not in CLOCKED} for row in rows]
        return sorted(kept, key=lambda row: str(row["key"]))

    def exported(self) -> list[dict[str, Any]]:
        """The same, as `export - --format jsonl` prints it."""
        ended = self.run("export", "-", "--format", "jsonl")
        assert ended.code == 0, ended.err
        rows = [json.loads(line) for line in ended.out.splitlines()]
        kept = [{name: value for name, value in row.items() if name not in CLOCKED} for row in rows]
        return sorted(kept, key=lambda row: str(row["key"]))

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


def wait_for(what: Callable[[], bool], *, seconds: float = 30) -> None:
    """Return as soon as `what` holds; fails when it has not in time."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
