"""One run per source at a time: a lease in the database, with a fencing token.

A holder renews its lease while it works. Whoever finds it run out, or its holder dead, takes it over with the next
token; a holder that only slept finds at its next write that its token is no longer the newest, and is refused
(M. Kleppmann, "How to do distributed locking", 2016).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from pipeline.errors import SourceBusy
from storage import sources, visits
from storage.tables import leases


@dataclass(frozen=True, slots=True)
class Lease:
    """The right of `holder` to write to a source until `expires`. `token` grows each time that it changes hands."""

    source: str
    holder: str
    since: datetime
    expires: datetime
    token: int


def acquire(
    connection: Connection,
    source: str,
    holder: str,
    now: datetime,
    *,
    ttl: timedelta,
    is_dead: Callable[[str], bool],
    turn: int | None = None,
) -> Lease:
    """Take the lease of a source. `is_dead` says of a holder whether it surely is no more.

    `turn`: for that visit only (`storage.visits`). Raises SourceBusy while another one holds it, VisitMade if the visit
    is made already, UnknownSource where there is no such source.
    """
    sources.lock(connection, source)
    row = connection.execute(select(leases).where(leases.c.source == source)).mappings().one_or_none()
    token = 1
    if row is not None:
        if row["holder"] and row["expires"] > now and not is_dead(row["holder"]):
            raise SourceBusy(source, row["holder"], row["since"])
        token = row["token"] + 1
    if turn is not None:
        visits.take(connection, source, turn, now)
    lease = Lease(source, holder, now, now + ttl, token)
    values = {"holder": holder, "since": now, "expires": lease.expires, "token": token}
    if row is None:
        connection.execute(insert(leases).values(source=source, **values))
    else:
        connection.execute(update(leases).where(leases.c.source == source).values(values))
    return lease


def renew(connection: Connection, lease: Lease, now: datetime, ttl: timedelta) -> bool:
    """Move the end of a lease to `ttl` from now; False if it is another's by now, or was given back."""
    mine = (leases.c.source == lease.source) & (leases.c.token == lease.token) & (leases.c.holder == lease.holder)
    return connection.execute(update(leases).where(mine).values(expires=now + ttl)).rowcount == 1


def release(connection: Connection, lease: Lease) -> None:
    """Give a lease back; nothing happens if it is another's by now."""
    mine = (leases.c.source == lease.source) & (leases.c.token == lease.token)
    connection.execute(update(leases).where(mine).values(holder=""))


def check(connection: Connection, lease: Lease) -> None:
    """Raise SourceBusy if the lease is another's by now. Call with the source locked."""
    newest = select(leases.c.token, leases.c.holder, leases.c.since).where(leases.c.source == lease.source)
    row = connection.execute(newest).one_or_none()
    if row is None or row.token != lease.token:
        raise SourceBusy(lease.source, row.holder if row else "nobody", row.since if row else lease.since)
