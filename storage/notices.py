"""What people are told: each thing once. A notice is written down first, and sent from here by whoever gets to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, RowMapping, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from pipeline.alarms import Alarm, NoticeKind
from storage.tables import notices

# Somebody who has begun to send a notice, and was then not heard of for so long, has died over it.
SENDING = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that was written down. `state`: waiting, sending, sent, kept (nobody to tell, or muted), failed."""

    id: int
    source: str
    kind: NoticeKind
    mark: str
    title: str
    body: str
    tag: str
    opened: datetime
    closed: datetime | None
    state: str
    attempts: int
    done: tuple[str, ...] = ()


def add(connection: Connection, alarm: Alarm, now: datetime, *, send: bool) -> bool:
    """Write a notice down, open; False if it is there already: then everything about it has been said."""
    values = {
        "source": alarm.source,
        "kind": alarm.kind,
        "mark": alarm.mark,
        "title": alarm.title,
        "body": alarm.body,
        "tag": alarm.tag,
        "opened": now,
        "closed": None if alarm.stays_open else now,
        "state": "waiting" if send else "kept",
        "attempts": 0,
        "done": [],
    }
    try:
        with connection.begin_nested():
            connection.execute(insert(notices).values(values))
    except IntegrityError:
        return False
    return True


def open_alarms(connection: Connection, source: str | None = None) -> list[Notice]:
    """Alarms that nobody has been told the end of, oldest first; of one source or of all."""
    chosen = select(notices).where(notices.c.closed.is_(None)).order_by(notices.c.id)
    if source is not None:
        chosen = chosen.where(notices.c.source == source)
    return [_notice(row) for row in connection.execute(chosen).mappings()]


def unsent(connection: Connection) -> int:
    """How many notices wait to be sent, or could not be."""
    stuck = notices.c.state.in_(("waiting", "sending", "failed"))
    return connection.scalar(select(func.count()).select_from(notices).where(stuck)) or 0


def close(connection: Connection, ids: Collection[int], now: datetime) -> None:
    """These alarms are over."""
    connection.execute(update(notices).where(notices.c.id.in_(ids)).values(closed=now))


def newest(connection: Connection, limit: int, kind: NoticeKind | None = None) -> list[Notice]:
    """The newest notices, newest first."""
    chosen = select(notices).order_by(notices.c.id.desc()).limit(limit)
    if kind is not None:
        chosen = chosen.where(notices.c.kind == kind)
    return [_notice(row) for row in connection.execute(chosen).mappings()]


def claim(connection: Connection, now: datetime) -> Notice | None:
    """The oldest notice that waits, to be sent by the caller and nobody else; None where there is none.

    One whose sender died over it is given up: it may have been sent, and nothing is told twice.
    """
    dead = (notices.c.state == "sending") & (notices.c.next_try <= now)
    connection.execute(update(notices).where(dead).values(state="failed", next_try=None))
    ready = or_(notices.c.next_try.is_(None), notices.c.next_try <= now)
    waiting = select(notices).where(notices.c.state == "waiting", ready).order_by(notices.c.id).limit(1)
    row = connection.execute(waiting.with_for_update(skip_locked=True)).mappings().one_or_none()
    if row is None:
        return None
    taken = {"state": "sending", "attempts": row["attempts"] + 1, "next_try": now + SENDING}
    connection.execute(update(notices).where(notices.c.id == row["id"]).values(taken))
    return _notice(row)


def sent(connection: Connection, notice_id: int, done: Sequence[str]) -> None:
    """All receivers have had it: `done`."""
    values = {"state": "sent", "next_try": None, "done": list(done)}
    connection.execute(update(notices).where(notices.c.id == notice_id).values(values))


def not_sent(connection: Connection, notice_id: int, done: Sequence[str], again: datetime | None) -> None:
    """Only these receivers have had it: the others are to be tried again then, or never."""
    values = {"state": "failed" if again is None else "waiting", "next_try": again, "done": list(done)}
    connection.execute(update(notices).where(notices.c.id == notice_id).values(values))


def _notice(row: RowMapping) -> Notice:
    names = ("id", "source", "mark", "title", "body", "tag", "opened", "closed", "state", "attempts")
    return Notice(kind=NoticeKind(row["kind"]), done=tuple(row["done"]), **{name: row[name] for name in names})
