"""Long lists of texts in statements, in a form that each database is quick with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Text, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

Item = TypeVar("Item")

# So many at a time: more are no quicker, and would only take more memory.
PART = 500


def in_parts(items: Iterable[Item], size: int = PART) -> Iterator[list[Item]]:
    """`items` in lists of at most `size`, one after another."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def rows_of(connection: Connection, texts: Sequence[str]) -> ColumnElement[str]:
    """The column of a table of one's own that holds `texts`: one parameter, however many they are.

    A subquery about each of them makes PostgreSQL look them up one by one. For a list of parameters it reads the whole
    table as long as it has no statistics (a new database's first minutes): 44 ms for a page instead of two.
    """
    if connection.dialect.name == "postgresql":
        return func.unnest(literal(list(texts), ARRAY(Text))).column_valued("wanted")
    return func.json_each(json.dumps(texts)).table_valued("value", name="wanted").c.value


def among(connection: Connection, column: ColumnElement[Any], texts: Sequence[str]) -> ColumnElement[bool]:
    """The condition that a column is one of `texts`."""
    return column.in_(select(rows_of(connection, texts)))
