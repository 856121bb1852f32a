"""Brings a database to the newest form of the tables: whole or not at all, and one process at a time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from pipeline.errors import StoreError
from storage.engine import BUSY_SECONDS, Database

MIGRATIONS = Path(__file__).with_name("migrations")
# Its own name, so that another program's migrations may share a PostgreSQL database.
VERSION_TABLE = "gleanery_schema"
# Any number will do, as long as nobody else uses it (PostgreSQL manual, "Advisory Locks").
_ADVISORY_LOCK = 0x676C65616E657279


def migrate(database: Database) -> None:
    """Bring the tables to their newest form in one transaction, after a copy of an SQLite file that is not new.

    On SQLite the transaction holds the write lock, on PostgreSQL an advisory lock: who opens the database at the same
    time waits, and then finds it done. Raises StoreError, also for a database that a newer Gleanery or another program
    has made.
    """
    config = alembic_config()
    script = ScriptDirectory.from_config(config)
    if database.is_sqlite:
        _use_wal(database)
    with database.reading() as connection:
        if _revision(connection, script, database) == script.get_current_head():
            return
    with _without_foreign_keys(database) as connection, connection.begin():
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
        current = _revision(connection, script, database)
        if current == script.get_current_head():
            return
        if database.is_sqlite and current is not None:
            _back_up(Path(str(database.url.database)), current)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _check_foreign_keys(connection, database)


def alembic_config() -> Config:
    """Alembic's settings, which stand in no file: migrations also run from an installed package."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _revision(connection: Connection, script: ScriptDirectory, database: Database) -> str | None:
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables and database.is_sqlite:
            raise StoreError(
                f"{database.shown} is another program's database", advice="Name a file that does not exist yet."
            )
        return None
    current = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
    if current is not None and current not in {each.revision for each in script.walk_revisions()}:
        raise StoreError(
            f"{database.shown} was made by a newer Gleanery (its tables have the version {current})",
            advice="Install the newest Gleanery: pip install --upgrade gleanery",
        )
    return current


@contextmanager
def _without_foreign_keys(database: Database) -> Iterator[Connection]:
    """A writing connection on which SQLite does not follow foreign keys.

    SQLite changes most tables by building them anew, and dropping the old one would delete all that belongs to it
    (https://www.sqlite.org/lang_altertable.html, 7). Only outside of a transaction can it be told not to.
    """
    with database.translated(), database.writer.connect() as connection:
        raw = connection.connection.driver_connection
        try:
            if isinstance(raw, sqlite3.Connection):
                raw.execute("PRAGMA foreign_keys = OFF")
            yield connection
        finally:
            if isinstance(raw, sqlite3.Connection):
                raw.execute("PRAGMA foreign_keys = ON")


def _check_foreign_keys(connection: Connection, database: Database) -> None:
    if database.is_sqlite and (orphan := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
        raise StoreError(
            f"{database.shown}: a row of {orphan[0]} belongs to nothing, the upgrade was taken back",
            advice="Please report this; the database is as it was.",
        )


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


def _back_up(path: Path, revision: str) -> None:
    """A copy beside the file, of what is committed: "gleanery.db" → "gleanery.schema-0001.db"."""
    copy = path.with_name(f"{path.stem}.schema-{revision}{path.suffix or '.db'}")
    unfinished = copy.with_name(f"{copy.name}.part")
    with closing(sqlite3.connect(path)) as original, closing(sqlite3.connect(unfinished)) as target:
        original.backup(target)
    unfinished.replace(copy)
