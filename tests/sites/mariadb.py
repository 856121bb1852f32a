"""A MariaDB of one's own: installed into a folder, reached by a socket, no network."""

from __future__ import annotations

import os
import pwd
import subprocess
from pathlib import Path

from tests.sites.processes import program, start, stop, wait_until

# Nothing here has to survive a power cut.
QUICK = (
    "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-log-file-size=32M",
    "--innodb-buffer-pool-size=128M", "--innodb-flush-method=nosync", "--aria-log-file-size=8M",
    "--performance-schema=OFF", "--max-connections=40", "--character-set-server=utf8mb4",
)  # fmt: skip


class MariaDB:
    """`folder` must be short (a socket's path has at most 107 bytes), and nobody else's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "db.sock"
        self.user = pwd.getpwuid(os.getuid()).pw_name

    def begin(self) -> None:
        """Install and start; raises RuntimeError with the log's end if that fails."""
        data, log = self.folder / "data", self.folder / "mariadb.log"
        install = [
            program("mariadb-install-db"), "--no-defaults", f"--user={self.user}", f"--datadir={data}",
            "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve",
        ]  # fmt: skip
        done = subprocess.run([str(part) for part in install], capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"mariadb-install-db: {done.stdout[-1000:]}{done.stderr[-1000:]}")
        command = [
            str(program("mariadbd")), "--no-defaults", f"--user={self.user}", f"--datadir={data}", "--skip-networking",
            f"--socket={self.socket}", f"--pid-file={self.folder / 'db.pid'}", *QUICK,
        ]  # fmt: skip
        with log.open("wb") as output:
            self.process = start(command, log=output, cwd=self.folder)
        wait_until(self.socket.exists, self.process, log)
        self.execute("CREATE DATABASE wordpress CHARACTER SET utf8mb4")

    def execute(self, sql: str) -> str:
        """Run SQL as root, as the command-line client does; gives its tab-separated output."""
        return self._client("mariadb", "--batch", "-e", sql)

    def dump(self) -> str:
        """The database `wordpress` as SQL."""
        return self._client("mariadb-dump", "--skip-comments", "wordpress")

    def load(self, dump: str) -> None:
        """Put the database `wordpress` back to what `dump` gave."""
        self._client("mariadb", "wordpress", sql=dump)

    def _client(self, name: str, *args: str, sql: str = "") -> str:
        command = [str(program(name)), "--no-defaults", f"--socket={self.socket}", "--user=root", *args]
        return subprocess.run(command, input=sql, capture_output=True, text=True, check=True).stdout

    def end(self) -> None:
        if hasattr(self, "process"):
            stop(self.process)
