"""What a database's complaint means to a person, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from pipeline.errors import StoreError

# Parts of a PostgreSQL URL's query that are passwords too (manual, "Parameter Key Words").
SECRETS = ("password", "sslpassword")
_INTACT = "What was committed is intact."

# A part of SQLite's message (https://www.sqlite.org/rescode.html) → what to say, what to do.
_SQLITE = (
    ("file is not a database", "{name} is not a database", "Name another file, or move this one away."),
    ("readonly database", "{name} must not be written to", "Give yourself write access to the file and its folder."),
    ("disk is full", "no space is left on the disk of {name}", f"Free some space and sync again. {_INTACT}"),
    ("is locked", "another program keeps {name} locked", "Wait for it to end, or stop it; then try again."),
    ("malformed", "{name} is damaged", "Put a backup in its place; SQLite's `.recover` may save the rest."),
    ("disk I/O error", "the disk of {name} cannot be read or written", "Check the disk. " + _INTACT),
)
# A part of the server's or the client library's message → what to do.
_POSTGRESQL = (
    ("password authentication failed", "Check the user and password in the database URL."),
    ("no password supplied", "Put the password into the database URL, or into ~/.pgpass."),
    ("does not exist", "Create it first, or correct the database URL."),
    ("permission denied", "Let the database's owner grant this user the right to create and change tables."),
    ("No space left", f"Free some space on the server and sync again. {_INTACT}"),
    ("", f"Check that the server runs and that the database URL is right. {_INTACT}"),
)


def fault(error: DBAPIError, url: URL, name: str) -> StoreError | None:
    """The foreseeable fault behind `error`, or None where it is a mistake of this program's own.

    No message holds the password of `url`.
    """
    text = _first_line(error)
    if url.get_backend_name() == "sqlite":
        return _sqlite_fault(text, name)
    if isinstance(error, IntegrityError) or (isinstance(error, ProgrammingError) and "permission denied" not in text):
        return None
    for secret in filter(None, (url.password, *map(url.query.get, SECRETS))):
        text = text.replace(str(secret), "***")
    advice = next(advice for part, advice in _POSTGRESQL if part in text)
    return StoreError(f"{name}: {text}", advice=advice)


def _first_line(error: DBAPIError) -> str:
    return (str(error.orig).strip() or type(error.orig).__name__).splitlines()[0]


def _sqlite_fault(text: str, name: str) -> StoreError | None:
    if "unable to open" in text:
        return _cannot_open(Path(name))
    for part, message, advice in _SQLITE:
        if part in text:
            return StoreError(message.format(name=name), advice=advice)
    return None


def _cannot_open(path: Path) -> StoreError:
    if path.is_dir():
        return StoreError(f"{path} is a folder, not a database", advice="Name a file in it.")
    if not path.parent.is_dir():
        return StoreError(f"{path} cannot be made: there is no folder {path.parent}", advice="Make the folder first.")
    return StoreError(f"{path} cannot be opened", advice="Give yourself access to the file and its folder.")
