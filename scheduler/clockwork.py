"""The clockwork of `gleanery serve`: APScheduler's jobs, in memory, made anew and anew from our own table of due times.

Its persistent job stores are never used (docs/decisions/0070). What is due stands in the `visits` table; a job is only
the alarm clock for one row of it, and may ring in several processes: `Visitor.make` lets one of them through.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger

from crawler import holder
from crawler.clock import Clock
from pipeline.errors import GleaneryError
from scheduler.planner import Planner
from storage.store import Store
from storage.visits import Visit
from storage.workers import Worker

# How often the table is looked at: measured by the monotonic clock, so that no setting of the wall clock stalls it.
LOOK_SECONDS = 2.0
_LEAST_SECONDS = 0.05
# A job is made when its visit is due within this.
HORIZON = timedelta(seconds=30)
_BEAT_SECONDS = 10.0
_AUDIT_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Place:
    """What a clockwork drives. `slots`: how many visits at a time; `role` as in `Worker`; `busy` gives what is run.

    `chores` are done now and then.
    """

    holder: str
    role: str
    slots: int
    busy: Callable[[], tuple[str, ...]]
    chores: tuple[Callable[[], object], ...] = ()


class Clockwork:
    """Looks at the table, plans, and has each visit begun when it is due.

    `begin` is called in one of `slots` threads, and says whether something came of it: then there is room for more.
    """

    def __init__(
        self,
        store: Store,
        planner: Planner,
        place: Place,
        *,
        begin: Callable[[Visit], bool],
        complain: Callable[[str], None],
        clock: Clock,
    ) -> None:
        logging.getLogger("apscheduler").setLevel(logging.ERROR)  # that a job is still at work is no news
        self._agenda = store.agenda
        self._planner = planner
        self._place = place
        self._begin = begin
        self._complain = complain
        self._clock = clock
        self._started = clock()
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._beaten = self._audited = float("-inf")
        self._faults = 0
        self._at_work: set[str] = set()
        self._jobs = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(max(1, place.slots))},
            # A visit that fell due while nobody looked is late, never lost; and however often it rang, it is one.
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def run(self) -> None:
        """Look, until `stop`; then wait for what is at work to end."""
        self._jobs.start()
        try:
            while not self._stop.is_set():
                self._wake.wait(self._look())
                self._wake.clear()
                self._stop.wait(_LEAST_SECONDS)
        finally:
            self._jobs.remove_all_jobs()
            self._jobs.shutdown(wait=True)
            self._quietly(lambda: self._agenda.leave(self._place.holder))

    def stop(self) -> None:
        """Begin no more visits. Those at work are their maker's to stop."""
        self._stop.set()
        self._wake.set()

    def _look(self) -> float:
        """One look at the table; gives the seconds until the next one."""
        try:
            self.look()
        except GleaneryError as fault:
            self._faults += 1
            wait: float = min(LOOK_SECONDS * 2 ** min(self._faults, 6), 60.0)
            self._complain(f"{fault}; looking again in {wait:.0f} s")
            return wait
        self._faults = 0
        return LOOK_SECONDS

    def look(self) -> int:
        """Plan what is to be planned and set the alarm clocks; gives how many are set. Raises StoreError."""
        ticks = time.monotonic()
        if ticks - self._beaten > _BEAT_SECONDS:
            self._beat()
            self._beaten = ticks
        if ticks - self._audited > _AUDIT_SECONDS:
            self._planner.set_right()
            self._audited = ticks
        self._planner.plan()
        moment = self._clock()
        # No more than can be begun soon: what waits longer is better looked at again than remembered.
        due = self._agenda.due(moment, moment + HORIZON, 4 * max(1, self._place.slots))
        for each in due:
            if each.source not in self._at_work:
                self._jobs.add_job(
                    self._work, DateTrigger(each.due), args=[each], id=each.source, replace_existing=True
                )
        return len(due)

    def _work(self, visit: Visit) -> None:
        if self._stop.is_set():
            return
        self._at_work.add(visit.source)
        try:
            if self._begin(visit):
                self._wake.set()
        except GleaneryError as fault:
            self._complain(f"{visit.source}: {fault}")
        finally:
            self._at_work.discard(visit.source)

    def _beat(self) -> None:
        place = self._place
        self._agenda.free_the_dead(self._clock(), holder.is_dead)
        for chore in place.chores:
            chore()
        self._agenda.beat(Worker(place.holder, place.role, self._started, self._clock(), place.slots, place.busy()))

    def _quietly(self, act: Callable[[], object]) -> None:
        try:
            act()
        except GleaneryError as fault:
            self._complain(str(fault))
