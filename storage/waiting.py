"""Which resources wait for their comparison with others: noted where they are written, compared by `storage.comparing`."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from pipeline.model import Key
from storage.duplicate_tables import unjudged
from storage.parts import in_parts, rows_of
from storage.tables import resources


def put_off(connection: Connection, keys: Iterable[Key]) -> None:
    """Note resources as to be compared. Those that are noted already stay so."""
    for part in in_parts(keys):
        wanted = rows_of(connection, part)
        noted = select(unjudged.c.resource).where(unjudged.c.resource == wanted).exists()
        connection.execute(insert(unjudged).from_select(["resource"], select(wanted).where(~noted)))


def put_off_all(connection: Connection) -> None:
    """Note every resource as to be compared anew."""
    noted = select(unjudged.c.resource).where(unjudged.c.resource == resources.c.key).exists()
    connection.execute(insert(unjudged).from_select(["resource"], select(resources.c.key).where(~noted)))
