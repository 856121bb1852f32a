"""The N-th call of a kind fails: after SQLite's own tests (sqlite.org/testing.html, "I/O Error Testing").

Calls are met at the program's rim: the database driver, the download handler, the files that Python opens and moves.
"""

from __future__ import annotations

import errno
import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from scrapy.exceptions import DownloadConnectionRefusedError
from sqlalchemy.engine.default import DefaultDialect

from crawler.gate import GatedDownloadHandler


@dataclass(slots=True)
class Failpoint:
    """`at`: which call fails, from 1 on; `calls` counts them; `hit` once it has failed."""

    at: int
    calls: int = 0
    hit: bool = False

    def strikes(self) -> bool:
        self.calls += 1
        struck = self.calls == self.at
        self.hit |= struck
        return struck


@contextmanager
def database(at: int) -> Iterator[Failpoint]:
    """The N-th statement or commit is refused by the disk; nothing of it happens."""
    point = Failpoint(at)
    with _before(point, "do_execute"), _before(point, "do_executemany"), _before(point, "do_commit"):
        yield point


def _before(point: Failpoint, name: str) -> Any:
    real: Callable[..., Any] = getattr(DefaultDialect, name)

    def call(*args: Any, **kwargs: Any) -> Any:
        if point.strikes():
            raise sqlite3.OperationalError("disk I/O error")
        return real(*args, **kwargs)

    return patch.object(DefaultDialect, name, call)


@contextmanager
def lost_commit(at: int) -> Iterator[Failpoint]:
    """The N-th commit takes place, but its answer does not arrive."""
    point = Failpoint(at)
    real = DefaultDialect.do_commit

    def commit(*args: Any) -> None:
        real(*args)
        if point.strikes():
            raise sqlite3.OperationalError("disk I/O error")

    with patch.object(DefaultDialect, "do_commit", commit):
        yield point


@contextmanager
def network(at: int) -> Iterator[Failpoint]:
    """The N-th request fails, and so does every try to repeat it."""
    point = Failpoint(at)
    real = GatedDownloadHandler.download_request
    broken: set[str] = set()

    async def download(handler: GatedDownloadHandler, request: Any) -> Any:
        if request.url in broken or point.strikes():
            broken.add(request.url)
            raise DownloadConnectionRefusedError("refused by the failpoint")
        return await real(handler, request)

    with patch.object(GatedDownloadHandler, "download_request", download):
        yield point


@contextmanager
def files(at: int) -> Iterator[Failpoint]:
    """The N-th call that opens, flushes, moves or marks a file fails: no space is left."""
    point = Failpoint(at)

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if point.strikes():
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **kwargs)

        return call

    with ExitStack() as patches:
        for module, name in ((io, "open"), (os, "open"), (os, "fsync"), (os, "replace"), (os, "chmod")):
            patches.enter_context(patch.object(module, name, failing(getattr(module, name))))
        yield point
