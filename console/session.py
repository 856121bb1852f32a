"""What every command is given: where to write, and which database to use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from console.terminal import Terminal
from pipeline.errors import ConfigurationError

if TYPE_CHECKING:
    from storage.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the program. `database` is a URL or an SQLite file; None is the default, ./gleanery.db."""

    terminal: Terminal
    database: str | None

    def has_database(self) -> bool:
        """False if the database is a file that is not there. Raises ConfigurationError for a URL that is none."""
        file = self._file()
        return file is None or file.exists()

    def _file(self) -> Path | None:
        from storage.engine import resolve

        url = resolve(self.database)
        return Path(url.database or "") if url.get_backend_name() == "sqlite" else None

    @contextmanager
    def store(self, *, may_be_new: bool = False) -> Iterator[Store]:
        """The open store. Raises ConfigurationError where the database cannot be used.

        Only a command that writes makes a new database: an empty answer from a database that was not there a moment
        ago would look like the truth.
        """
        from storage.store import Store

        if not may_be_new and not self.has_database():
            raise ConfigurationError(
                f"There is no database at {self._file()} yet.",
                advice="gleanery sync https://… makes one; to use another one, name it with --database.",
            )
        with Store.open(self.database) as store:
            yield store


def session_of(context: typer.Context) -> Session:
    """The session that the program's callback has made."""
    session = context.obj
    if not isinstance(session, Session):
        raise TypeError("the command was called outside of the program")
    return session
