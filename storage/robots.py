"""What sites' robots.txt files said: asked for once a day at most (RFC 9309, 2.4)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, LargeBinary, Named, Table, Text, TypedColumns, insert, select, update

from storage.columns import UtcDateTime
from storage.tables import metadata


class RobotsColumns(TypedColumns):
    """`site` as in "https://example.org"; `body` is empty where there is no such file; `at` is when it was read."""

    site: Named[str] = Column(Text, primary_key=True)
    body: Named[bytes] = Column(LargeBinary)
    at: Named[datetime] = Column(UtcDateTime)


robots = Table("robots", metadata, RobotsColumns)


def since(connection: Connection, site: str, moment: datetime) -> bytes | None:
    """What it said, unless it was read before that moment."""
    return connection.scalar(select(robots.c.body).where(robots.c.site == site, robots.c.at >= moment))


def keep(connection: Connection, site: str, body: bytes, at: datetime) -> None:
    """Keep what it said."""
    changed = update(robots).where(robots.c.site == site).values(body=body, at=at)
    if connection.execute(changed).rowcount == 0:
        connection.execute(insert(robots).values(site=site, body=body, at=at))
