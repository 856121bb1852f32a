"""Where everything stands, in a few queries however many sources there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, or_, select

from pipeline.model import OutcomeKind, RunReport
from storage import notices, runs, workers
from storage.notices import Notice
from storage.parts import in_parts
from storage.tables import leases, resources, visits
from storage.tables import runs as runs_table
from storage.visits import QUEUE
from storage.workers import Worker

# A statement may not name more (SQLite before 3.32: 999 values).
_NAMES = 500


@dataclass(frozen=True, slots=True)
class Planned:
    """A source that is due some time. `broken`: its breaker is open."""

    source: str
    due: datetime
    reason: str
    failures: int
    broken: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A lease that is held, since when, until when, by whom."""

    source: str
    holder: str
    since: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class Overview:
    """`overdue` counts visits that are due and nobody has begun; `queued` those that wait for a worker.

    `attention` are the newest runs of sources that need attention, `outcomes` counts all sources by their newest one's;
    `going_on` counts the leases that are held, `alarmed` the alarms.
    """

    sources: int
    paused: int
    unplanned: int
    overdue: int
    longest_wait: float
    queued: int
    broken: int
    next: Sequence[Planned]
    going_on: int
    held: Sequence[Held]
    workers: Sequence[Worker]
    outcomes: dict[str, int]
    attention: Sequence[RunReport]
    alarmed: int
    alarms: Sequence[Notice]
    unsent: int
    resources: int


def planned(connection: Connection, names: Collection[str]) -> list[Planned]:
    """When these sources are due next, soonest first."""
    wanted = set(names)
    every = select(visits).where(visits.c.due.is_not(None), ~visits.c.paused).order_by(visits.c.due)
    if len(wanted) <= _NAMES:
        every = every.where(visits.c.source.in_(wanted))
    return [_planned(row) for row in connection.execute(every).mappings() if row["source"] in wanted]


def _planned(row: RowMapping) -> Planned:
    return Planned(row["source"], row["due"], row["reason"], row["failures"], row["broken"])


def of(connection: Connection, now: datetime, limit: int) -> Overview:
    """Everything at a glance; of each list no more than `limit`."""
    active = ~visits.c.paused
    waiting = (
        (visits.c.due <= now)
        & active
        & or_(visits.c.claimed_until.is_(None), visits.c.claimed_until <= now, visits.c.claimed_by == QUEUE)
    )
    live = (leases.c.holder != "") & (leases.c.expires > now)
    count = func.count()
    oldest = connection.scalar(select(func.min(visits.c.due)).where(waiting))
    upcoming = select(visits).where(visits.c.due.is_not(None), active).order_by(visits.c.due).limit(limit)
    ends = _ends(connection)
    worst = sorted((run for run, outcome in ends.items() if outcome != OutcomeKind.OK), reverse=True)[:limit]
    alarms = notices.open_alarms(connection)

    def how_many(condition: object) -> int:
        return connection.scalar(select(count).select_from(visits).where(condition)) or 0  # type: ignore[arg-type]

    return Overview(
        sources=connection.scalar(select(count).select_from(visits)) or 0,
        paused=how_many(visits.c.paused),
        unplanned=how_many(visits.c.due.is_(None) & active),
        overdue=how_many(waiting),
        longest_wait=(now - oldest).total_seconds() if oldest else 0.0,
        queued=how_many((visits.c.claimed_by == QUEUE) & (visits.c.claimed_until > now) & active),
        broken=how_many(visits.c.broken & active),
        next=[_planned(row) for row in connection.execute(upcoming).mappings()],
        going_on=connection.scalar(select(count).select_from(leases).where(live)) or 0,
        held=[
            Held(row.source, row.holder, row.since, row.expires)
            for row in connection.execute(select(leases).where(live).order_by(leases.c.since).limit(limit))
        ],
        workers=workers.every(connection),
        outcomes=dict(Counter(ends.values())),
        attention=[
            report
            for part in in_parts(worst)
            for report in runs.reports_where(connection, runs_table.c.id.in_(part), len(part))
        ],
        alarmed=len(alarms),
        alarms=alarms[:limit],
        unsent=notices.unsent(connection),
        resources=connection.scalar(select(count).select_from(resources)) or 0,
    )


def _ends(connection: Connection) -> dict[int, str]:
    """How the newest run of each source ended, by its number. Asked in parts: PostgreSQL would else read all runs."""
    numbers: Sequence[int | None] = connection.scalars(runs.newest()).all()
    ends: dict[int, str] = {}
    for part in in_parts(each for each in numbers if each is not None):
        rows = connection.execute(select(runs_table.c.id, runs_table.c.outcome).where(runs_table.c.id.in_(part)))
        ends |= {row.id: str(row.outcome) for row in rows}
    return ends
