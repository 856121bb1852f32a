"""The processes that schedule or run, as they last said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from storage.tables import workers

# One that was not heard of for so long is no more, or is cut off.
SILENCE = timedelta(seconds=60)
# How long a dead one is still shown.
_REMEMBERED = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Worker:
    """A process. `role`: "scheduler" or "worker"; `slots`: how many runs at a time; `busy`: the sources that it runs."""

    holder: str
    role: str
    started: datetime
    seen: datetime
    slots: int
    busy: tuple[str, ...] = ()


def beat(connection: Connection, worker: Worker) -> None:
    """Say that a process lives, and what it does."""
    values = {"seen": worker.seen, "slots": worker.slots, "busy": list(worker.busy)}
    if not connection.execute(update(workers).where(workers.c.holder == worker.holder).values(values)).rowcount:
        first = {"holder": worker.holder, "role": worker.role, "started": worker.started}
        connection.execute(insert(workers).values(**first, **values))
        connection.execute(delete(workers).where(workers.c.seen < worker.seen - _REMEMBERED))


def leave(connection: Connection, holder: str) -> None:
    """A process ends in order."""
    connection.execute(delete(workers).where(workers.c.holder == holder))


def every(connection: Connection) -> Sequence[Worker]:
    """All that were heard of lately, by role and name."""
    rows = connection.execute(select(workers).order_by(workers.c.role, workers.c.holder)).mappings()
    return [Worker(**{**row, "busy": tuple(row["busy"])}) for row in rows]
