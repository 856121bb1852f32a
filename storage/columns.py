"""Column types that mean the same on SQLite and PostgreSQL: moments in UTC, text that both can hold, JSON as text."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from pipeline.model import JSON

# PostgreSQL indexes no value above 2,704 bytes; a character takes up to four.
LONGEST_INDEXED = 500

# SQLite numbers rows by itself only in a column that is called INTEGER.
BigId = BigInteger().with_variant(Integer, "sqlite")


def clean(text: str) -> str:
    """`text` as both databases can hold it: PostgreSQL takes no NUL, neither takes half of a surrogate pair."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def bounded(text: str) -> str:
    """`text` short enough for an index: itself, or its beginning with a digest of the whole."""
    text = clean(text)
    if len(text) <= LONGEST_INDEXED:
        return text
    return f"{text[: LONGEST_INDEXED - 65]}#{sha256(text.encode()).hexdigest()}"


def clean_json(value: JSON) -> JSON:
    """`value` with every text in it `clean`."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [clean_json(each) for each in value]
    if isinstance(value, dict):
        return {clean(name): clean_json(each) for name, each in value.items()}
    return value


class SafeText(TypeDecorator[str]):
    """Text of any length, cleaned on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else clean(value)


class JsonText(TypeDecorator[Any]):
    """A JSON value as text: the same on both databases, readable in any client, never a pickle."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: JSON, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if r"\u0000" in text or clean(text) is not text:
            text = json.dumps(clean_json(value), ensure_ascii=False, separators=(",", ":"))
        return text

    def process_result_value(self, value: str | None, dialect: Dialect) -> JSON:  # noqa: ARG002
        return None if value is None else cast("JSON", json.loads(value))


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept and given back in UTC.

    SQLite by itself would drop the zone without a word. There it is text, "2026-04-03 00:25:34.000000", which sorts as
    moments do; made and read by Python's own functions, which are several times as quick as the dialect's.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        return _to_sqlite if dialect.name == "sqlite" else _in_utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:  # noqa: ARG002
        return _from_sqlite if dialect.name == "sqlite" else _in_utc


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None or value.tzinfo is UTC:
        return value
    if value.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {value}")
    return value.astimezone(UTC)


def _to_sqlite(value: datetime | None) -> str | None:
    in_utc = _in_utc(value)
    return None if in_utc is None else in_utc.isoformat(" ", "microseconds")[:-6]  # without "+00:00"


def _from_sqlite(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)
