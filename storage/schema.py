"""Which form do a database's tables have? Asked on each opening; only if it is an older one, Alembic has to be loaded."""

from __future__ import annotations

import time

from sqlalchemy import Connection, column, inspect, select, table
from sqlalchemy.exc import OperationalError

from pipeline.errors import StoreError
from storage.engine import BUSY_SECONDS, Database

# The newest migration's number; `tests/storage/test_migrations.py` compares.
NEWEST = "0080"
# Its own name, so that another program's migrations may share a PostgreSQL database.
VERSION_TABLE = "gleanery_schema"


def is_newest(database: Database) -> bool:
    """Whether nothing has to be done before the database can be used."""
    if database.is_sqlite:
        _use_wal(database)
    with database.reading() as connection:
        return version(connection, database) == NEWEST


def version(connection: Connection, database: Database) -> str | None:
    """The number of the newest migration that was applied; None for an empty database.

    Raises StoreError for an SQLite file of another program.
    """
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        return connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))
    if tables and database.is_sqlite:
        raise StoreError(
            f"{database.shown} is another program's database", advice="Name a file that does not exist yet."
        )
    return None


def _use_wal(database: Database) -> None:
    """Let readers and a writer not wait for each other (https://www.sqlite.org/wal.html); the file remembers it.

    Two processes that open a new file at once may get "locked" here without any waiting, so the waiting is ours.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    with database.translated(), database.engine.execution_options(gleanery_begin="").connect() as connection:
        while connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal":
            try:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            except OperationalError as error:
                if "locked" not in str(error.orig) or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return
