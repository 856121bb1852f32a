"""A PostgreSQL of one's own: installed into a temporary folder, reached by a socket, no network."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from tests.sites.processes import program, start, stop, wait_until

# Nothing here has to survive a power cut.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "listen_addresses=")
SUPERUSER = "gleanery"
# A role that has to give a password, for what is said when it is wrong.
GUARDED = "guarded"


def missing() -> str:
    """What this machine lacks to run a PostgreSQL of one's own; "" if nothing."""
    if binaries() is None:
        return "PostgreSQL's server binaries (Debian: postgresql)"
    if os.getuid() == 0 and (program("setpriv") is None or server_user() is None):
        return "an account to run PostgreSQL as, which refuses to run as root"
    return ""


def binaries() -> Path | None:
    """The folder of the newest installed server, which packages keep off the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda each: int(each.parts[4]))
    if found:
        return found[-1].parent
    by_path = program("postgres")
    return Path(by_path).resolve().parent if by_path else None


def server_user() -> str | None:
    """The account that the server runs as: one's own, but for root an unprivileged one."""
    if os.getuid() != 0:
        return getpass.getuser()
    accounts = {each.pw_name for each in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in accounts), None)


class PostgreSQL:
    """A running server; `create_database` gives URLs for `Store.open`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = binaries() or folder
        self._numbers = count(1)
        self._as_user: list[str] = []
        if os.getuid() == 0:
            account = pwd.getpwnam(server_user() or "nobody")
            ids = [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
            # The signal for a dead parent (here SIGQUIT: end at once) does not outlive a change of account.
            self._as_user = [str(program("setpriv")), *ids, "--pdeathsig=QUIT", "--"]
            shutil.chown(folder, account.pw_uid, account.pw_gid)

    def begin(self) -> None:
        """Install and start; raises RuntimeError with the log's end if that fails."""
        data, log = self.folder / "data", self.folder / "log"
        install = [
            *self._as_user, str(self.bin / "initdb"), f"--pgdata={data}", f"--username={SUPERUSER}", "--auth=trust",
            "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions",
        ]  # fmt: skip
        done = subprocess.run(install, capture_output=True, text=True, check=False, cwd=self.folder)
        if done.returncode:
            raise RuntimeError(f"initdb: {done.stdout[-1000:]}{done.stderr[-1000:]}")
        (data / "pg_hba.conf").write_text(f"local all {GUARDED} scram-sha-256\nlocal all all trust\n")
        settings = [part for each in (*QUICK, f"unix_socket_directories={self.folder}") for part in ("-c", each)]
        with log.open("wb") as output:
            command = [*self._as_user, str(self.bin / "postgres"), "-D", str(data), *settings]
            self.process = start(command, log=output, cwd=self.folder)
        wait_until(lambda: self._psql("SELECT 1").returncode == 0, self.process, log)
        self.execute(f"CREATE ROLE {GUARDED} LOGIN PASSWORD 'right'")

    def execute(self, sql: str, database: str = "postgres") -> str:
        """Run SQL as the superuser; gives the bare values of its result."""
        done = self._psql(sql, database)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout.strip()

    def create_database(self) -> str:
        """Make an empty database; gives its URL."""
        name = f"test_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, database: str, login: str = SUPERUSER) -> str:
        """The URL of a database of this server. `login` is a role, or "role:password"."""
        return f"postgresql://{login}@/{database}?host={self.folder}"

    @staticmethod
    def name_in(url: str) -> str:
        """The name of the database that a URL of this server means."""
        return urlsplit(url).path.removeprefix("/")

    def end(self) -> None:
        if not hasattr(self, "process"):
            return
        self.process.send_signal(signal.SIGINT)  # "fast shutdown": does not wait for clients to go
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            stop(self.process)

    def _psql(self, sql: str, database: str = "postgres") -> subprocess.CompletedProcess[str]:
        client = [str(self.bin / "psql"), "-XqAt", f"--host={self.folder}", f"--username={SUPERUSER}", database]
        return subprocess.run([*client, "-c", sql], capture_output=True, text=True, check=False)


@contextmanager
def running() -> Iterator[PostgreSQL]:
    """A server that lives as long as the block, in a folder of its own with a short name (a socket's path is limited)."""
    with tempfile.TemporaryDirectory(prefix="gl-pg-", dir="/tmp") as folder:
        server = PostgreSQL(Path(folder))
        try:
            server.begin()
            yield server
        finally:
            server.end()
