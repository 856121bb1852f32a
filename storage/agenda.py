"""The store as schedulers and workers see it: what is due, who does what, what people are told. A transaction a method."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select

from pipeline.alarms import Alarm, NoticeKind
from pipeline.freshness import Appetite
from pipeline.model import Channel, Outcome, Source
from pipeline.visits import NextVisit
from storage import leases, notices, overview, runs, sources, visits, workers
from storage.engine import Database
from storage.notices import Notice
from storage.overview import Overview, Planned
from storage.tables import runs as runs_table
from storage.visits import PastRun, Unplanned, Visit
from storage.workers import Worker


class Agenda:
    """What is to be done, and by whom. Every method raises StoreError where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Planning

    def unplanned(self, limit: int = 500) -> list[Unplanned]:
        """Sources that are to be planned."""
        with self._database.reading() as connection:
            return visits.unplanned(connection, limit)

    def past_of(self, name: str, limit: int) -> tuple[Source | None, list[PastRun]]:
        """A source (None if it is gone) and its newest closed whole runs, newest first."""
        with self._database.reading() as connection:
            return sources.find(connection, name), visits.history(connection, name, limit)

    def plan(self, known: Unplanned, chosen: NextVisit, *, rate: float, cost: float, failures: int) -> bool:
        """Write down when a source is due; False if it is planned already, or has changed meanwhile."""
        with self._database.writing() as connection:
            return visits.plan(connection, known, chosen, rate=rate, cost=cost, failures=failures)

    def plan_anew(self, name: str) -> None:
        """Forget when a source is due; it will be planned."""
        with self._database.writing() as connection:
            sources.lock(connection, name)
            if (source := sources.find(connection, name)) is not None:
                visits.plan_anew(connection, source)

    def overlong(self, now: datetime, limit: int = 500) -> list[str]:
        """Adaptive sources that are due later than they may be: the clock must have been set back."""
        with self._database.reading() as connection:
            return visits.overlong(connection, now, limit)

    def appetites(self) -> dict[Appetite, int]:
        """How many adaptive sources there are of each kind."""
        with self._database.reading() as connection:
            return visits.appetites(connection)

    # Visits

    def due(self, now: datetime, until: datetime, limit: int) -> list[Visit]:
        """Visits that are due until then, and that nobody has claimed."""
        with self._database.reading() as connection:
            return visits.due(connection, now, until, limit)

    def next_due(self, now: datetime) -> datetime | None:
        """When the next unclaimed visit is due."""
        with self._database.reading() as connection:
            return visits.next_due(connection, now)

    def planned(self, names: Collection[str]) -> list[Planned]:
        """When these sources are due next; none for what is paused, or not planned yet."""
        with self._database.reading() as connection:
            return overview.planned(connection, names)

    def claim(self, visit: Visit, by: str, now: datetime, ttl: timedelta, is_dead: Callable[[str], bool]) -> bool:
        """Set about a visit; False if it is another's, not due, or its host is being visited (`visits.claim`)."""
        with self._database.writing() as connection:
            return visits.claim(connection, visit, by, now, ttl=ttl, is_dead=is_dead)

    def free_the_dead(self, now: datetime, is_dead: Callable[[str], bool]) -> int:
        """Free what dead processes had claimed, before its time is up; gives of how many of them."""
        with self._database.writing() as connection:
            return visits.free_the_dead(connection, now, is_dead)

    def renew_claim(self, visit: Visit, by: str, until: datetime) -> None:
        """Hold on to a claim."""
        with self._database.writing() as connection:
            visits.renew(connection, visit, by, until)

    def give_back(
        self, visit: Visit, by: str, again: datetime | None = None, *, failed: bool = False, reason: str = ""
    ) -> int:
        """Give back a visit that was not made; gives how often it has failed by now."""
        with self._database.writing() as connection:
            return visits.give_back(connection, visit, by, again, failed=failed, reason=reason)

    def give_up(
        self, visit: Visit, holder: str, outcome: Outcome, now: datetime, is_dead: Callable[[str], bool]
    ) -> None:
        """Close a visit whose runs die again and again, as a failed run. Raises SourceBusy (VisitMade if it is made)."""
        with self._database.writing() as connection:
            ttl = timedelta(seconds=60)
            lease = leases.acquire(connection, visit.source, holder, now, ttl=ttl, is_dead=is_dead, turn=visit.turn)
            unfinished = runs.unfinished(connection, visit.source)
            if unfinished is None:
                run_id = runs.begin(connection, visit.source, Channel.AUTO, now, full=True, limit=None)
            else:
                run_id = unfinished.run_id
            runs.abandon(connection, run_id, now, outcome)
            visits.settle(connection, visit.source)
            leases.release(connection, lease)

    # Notices

    def news_of(self, name: str, limit: int) -> list[datetime]:
        """When the source's newest runs ended that had something new, newest first."""
        found = (runs_table.c.source == name) & (runs_table.c.new > 0) & runs_table.c.finished.is_not(None)
        chosen = select(runs_table.c.finished).where(found).order_by(runs_table.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return [each for each in connection.scalars(chosen) if each is not None]

    def unjudged(self, limit: int = 500) -> list[tuple[str, int]]:
        """Sources with a run that nobody has looked at for what people are to be told: name and turn."""
        with self._database.reading() as connection:
            return visits.unjudged(connection, limit)

    def judged(self, source: str, turn: int) -> None:
        """A source's newest run was looked at, unless there is a newer one by now."""
        with self._database.writing() as connection:
            visits.judged(connection, source, turn)

    def new_between(self, begin: datetime, end: datetime) -> dict[str, int]:
        """How many resources were new in each source, in the runs that ended in that time."""
        chosen = select(runs_table.c.source, func.sum(runs_table.c.new).label("new")).where(
            runs_table.c.finished >= begin, runs_table.c.finished < end, runs_table.c.new > 0
        )
        with self._database.reading() as connection:
            return {row.source: int(row.new) for row in connection.execute(chosen.group_by(runs_table.c.source))}

    def tell(self, alarm: Alarm, now: datetime, *, send: bool) -> bool:
        """Write a notice down; False if it has been already. `send`: it waits to be sent."""
        with self._database.writing() as connection:
            return notices.add(connection, alarm, now, send=send)

    def open_alarms(self, source: str | None = None) -> list[Notice]:
        """Alarms that are not over."""
        with self._database.reading() as connection:
            return notices.open_alarms(connection, source)

    def close_alarms(self, ids: Collection[int], now: datetime) -> None:
        """These alarms are over."""
        with self._database.writing() as connection:
            notices.close(connection, ids, now)

    def notices(self, limit: int, kind: NoticeKind | None = None) -> list[Notice]:
        """The newest notices, newest first."""
        with self._database.reading() as connection:
            return notices.newest(connection, limit, kind)

    def notice_to_send(self, now: datetime) -> Notice | None:
        """The oldest notice that waits: from now on the caller's to send."""
        with self._database.writing() as connection:
            return notices.claim(connection, now)

    def notice_sent(self, notice_id: int, done: Sequence[str]) -> None:
        """All receivers have had it."""
        with self._database.writing() as connection:
            notices.sent(connection, notice_id, done)

    def notice_not_sent(self, notice_id: int, done: Sequence[str], again: datetime | None) -> None:
        """Only these receivers have had it: the others are to be tried again then; None: never."""
        with self._database.writing() as connection:
            notices.not_sent(connection, notice_id, done, again)

    # Workers

    def beat(self, worker: Worker) -> None:
        """Say that a process lives."""
        with self._database.writing() as connection:
            workers.beat(connection, worker)

    def leave(self, holder: str) -> None:
        """A process ends in order."""
        with self._database.writing() as connection:
            workers.leave(connection, holder)

    def workers(self) -> Sequence[Worker]:
        """The processes that were heard of lately."""
        with self._database.reading() as connection:
            return workers.every(connection)

    def overview(self, now: datetime, limit: int) -> Overview:
        """Where everything stands; of each list no more than `limit`."""
        with self._database.reading() as connection:
            return overview.of(connection, now, limit)

    def database_time(self) -> datetime | None:
        """What time the database's server has; None for a file."""
        if self._database.is_sqlite:
            return None
        with self._database.reading() as connection:
            return connection.scalar(select(func.clock_timestamp()))

    @property
    def is_sqlite(self) -> bool:
        return self._database.is_sqlite

    @property
    def conninfo(self) -> str:
        """The address of a PostgreSQL server, with its password, for libraries that connect by themselves."""
        return self._database.url.set(drivername="postgresql").render_as_string(hide_password=False)
