"""Brings a database to the newest form of the tables: whole or not at all, and one process at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from pipeline.errors import StoreError
from storage.engine import Database
from storage.schema import version

MIGRATIONS = Path(__file__).with_name("migrations")
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
    with _without_foreign_keys(database) as connection, connection.begin():
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
        current = _known_version(connection, script, database)
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


def _known_version(connection: Connection, script: ScriptDirectory, database: Database) -> str | None:
    current = version(connection, database)
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


def _back_up(path: Path, revision: str) -> None:
    """A copy beside the file, of what is committed: "gleanery.db" → "gleanery.schema-0001.db"."""
    copy = path.with_name(f"{path.stem}.schema-{revision}{path.suffix or '.db'}")
    unfinished = copy.with_name(f"{copy.name}.part")
    with closing(sqlite3.connect(path)) as original, closing(sqlite3.connect(unfinished)) as target:
        original.backup(target)
    unfinished.replace(copy)
