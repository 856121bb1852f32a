"""The connection to the database: SQLite by default, PostgreSQL by URL; and what its faults mean to a person."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from pipeline.errors import StoreError
from storage.faults import SECRETS, fault

DEFAULT_URL = "sqlite:///gleanery.db"
# How long a writer waits for another one. A page's transaction takes milliseconds; a migration may take longer.
BUSY_SECONDS = 30
CONNECT_SECONDS = 10
# Keys and hashes come in no order, so that a page of resources touches many pages of the file: with the 2 MiB that are
# usual, SQLite would read and write the same ones again and again.
CACHE_KIB = 32 * 1024


def resolve(url: str | None) -> URL:
    """The database that is meant: `url`, else the environment's DATABASE_URL, else ./gleanery.db.

    A plain path is an SQLite file; `postgres://` and `postgresql://` are PostgreSQL. Raises StoreError.
    """
    given = url or os.environ.get("DATABASE_URL") or DEFAULT_URL
    try:
        parsed = make_url(given) if "://" in given else URL.create("sqlite", database=given)
    except (ArgumentError, ValueError):
        raise StoreError(
            "the database URL cannot be read", advice="Write it as sqlite:///FILE or postgresql://USER@HOST/DATABASE."
        ) from None
    if parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise StoreError(
            f"{parsed.drivername}: not a database that Gleanery can use", advice="Use an SQLite file or PostgreSQL."
        )
    if not parsed.database or parsed.database == ":memory:" or parsed.database.startswith("file:"):
        raise StoreError("an SQLite database has to be a file", advice="Name a file, such as sqlite:///gleanery.db.")
    return parsed.set(database=str(Path(parsed.database).expanduser().absolute()))


def driver(url: URL) -> str:
    """The module that connections to this database are made with."""
    return "sqlite3" if url.get_backend_name() == "sqlite" else "psycopg"


class Database:
    """One database and its pool of connections. Reading and writing transactions are different things here.

    On SQLite a writer takes the write lock at its beginning (BEGIN IMMEDIATE): one that had begun by reading could not
    be made to wait, only fail ("database is locked"), when another had written meanwhile. On PostgreSQL a reader sees
    one state of the data (REPEATABLE READ), as it does on SQLite.
    """

    def __init__(self, url: URL) -> None:
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
        self._reader = (
            self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        )
        self.writer = self.engine.execution_options(gleanery_begin="BEGIN IMMEDIATE")

    @property
    def shown(self) -> str:
        """The database's name for people: never with a password."""
        if self.is_sqlite:
            return str(self.url.database)
        return self.url.difference_update_query(SECRETS).render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads; database faults come out as StoreError."""
        with self.translated(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: committed at its end, rolled back on any exception."""
        with self.translated(), self.writer.begin() as connection:
            yield connection

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Database faults that can be foreseen come out as StoreError."""
        try:
            yield
        except DBAPIError as error:
            foreseen = fault(error, self.url, self.shown)
            if foreseen is None:
                raise
            raise foreseen from error

    def close(self) -> None:
        self.engine.dispose()


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins no transaction of its own; `_begin` does
        connection.execute("PRAGMA foreign_keys = ON")
        # With WAL, safe against a killed program; a power cut may cost the newest pages, never the database.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if begin := connection.get_execution_options().get("gleanery_begin", "BEGIN"):
            connection.exec_driver_sql(begin)

    return engine


def _postgresql(url: URL) -> Engine:
    settings = {"connect_timeout": CONNECT_SECONDS, "options": "-c timezone=UTC"}
    try:
        return create_engine(url, pool_pre_ping=True, connect_args=settings)
    except ModuleNotFoundError:
        raise StoreError(
            "PostgreSQL needs a driver that is not installed",
            advice="Install it with: pip install 'gleanery[postgres]'",
        ) from None
