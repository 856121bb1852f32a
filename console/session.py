"""What every command is given: where to write, and which database to use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from console.terminal import Terminal

if TYPE_CHECKING:
    from storage.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the program. `database` is a URL, or None for DATABASE_URL's default, ./gleanery.db."""

    terminal: Terminal
    database: str | None

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The open store. Raises ConfigurationError where the database cannot be used."""
        from storage.store import Store

        with Store.open(self.database) as store:
            yield store


def session_of(context: typer.Context) -> Session:
    """The session that the program's callback has made."""
    session = context.obj
    if not isinstance(session, Session):
        raise TypeError("the command was called outside of the program")
    return session


def database_url(given: str | None) -> str | None:
    """A database's URL from what a person gave: a URL, or the path of an SQLite file; None stays None."""
    if not given:
        return None
    return given if "://" in given else f"sqlite:///{given}"
