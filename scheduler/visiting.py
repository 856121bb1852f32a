"""Makes a visit: claims it, has the source run in a process of its own, and sees to it that it was made, or stays due."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from crawler import holder
from crawler.clock import Clock, now
from crawler.progress import HarvestOptions
from pipeline.errors import SourceBusy
from pipeline.hours import first_allowed
from pipeline.model import OutcomeKind, RunReport, Source
from storage.store import Store
from storage.visits import Visit

CLAIM = timedelta(seconds=60)
RENEW_SECONDS = 15.0
# A source that another run holds, or whose host is being visited, is asked for again after so long.
SOON = timedelta(seconds=30)
# A visit whose runs died so often is closed as failed: the source is then treated as any that fails.
MOST_ATTEMPTS = 3


class Runner(Protocol):
    """Runs a source to its end; gives its report, or None where it was stopped before.

    Calls `alive` now and then, and stops soon after `stopping` gives True.
    """

    def __call__(
        self,
        store_url: str | None,
        source: Source,
        options: HarvestOptions,
        clock: Clock,
        *,
        stopping: Callable[[], bool],
        alive: Callable[[], None],
    ) -> RunReport | None: ...


@dataclass(frozen=True, slots=True)
class Made:
    """What came of setting about a visit. No `report`: nothing was run, and `why` says the reason."""

    visit: Visit
    report: RunReport | None
    why: str = ""


class Visitor:
    """Makes visits, several at a time (one a thread), until it is told to `stop`."""

    def __init__(self, store: Store, store_url: str | None, runner: Runner, clock: Clock = now) -> None:
        self.me = holder.this_process()
        self._store = store
        self._store_url = store_url
        self._runner = runner
        self._clock = clock
        self._stopping = threading.Event()
        self._busy: set[str] = set()

    @property
    def busy(self) -> tuple[str, ...]:
        """The sources that are being run."""
        return tuple(sorted(self._busy))

    def stop(self) -> None:
        """Let all runs end at their next checkpoint, and begin no other."""
        self._stopping.set()

    def make(self, visit: Visit) -> Made:
        """Make a visit, if it is still to be made and nobody else is about it. Raises StoreError."""
        agenda = self._store.agenda
        if self._stopping.is_set():
            return Made(visit, None, "stopping")
        if not agenda.claim(visit, self.me, self._clock(), CLAIM, holder.is_dead):
            return Made(visit, None, "another is about it")
        self._busy.add(visit.source)
        try:
            return self._claimed(visit)
        except BaseException:
            agenda.give_back(visit, self.me, self._clock() + SOON, failed=True)
            raise
        finally:
            self._busy.discard(visit.source)

    def _claimed(self, visit: Visit) -> Made:
        source = self._store.find_source(visit.source)
        if source is None:
            return Made(visit, None, "the source is gone")
        moment = self._clock()
        allowed = first_allowed(source.schedule.hours, source.schedule.timezone, moment)
        if allowed > moment:
            why = "its allowed hours begin then"
            self._store.agenda.give_back(visit, self.me, allowed, reason=why)
            return Made(visit, None, why)
        options = HarvestOptions(turn=visit.turn)
        report = self._runner(
            self._store_url, source, options, self._clock, stopping=self._stopping.is_set, alive=self._renewer(visit)
        )
        self._settle(visit, report)
        return Made(visit, report, "" if report else "stopped at a checkpoint")

    def _renewer(self, visit: Visit) -> Callable[[], None]:
        renewed = time.monotonic()

        def alive() -> None:
            nonlocal renewed
            if time.monotonic() - renewed > RENEW_SECONDS:
                renewed = time.monotonic()
                self._store.agenda.renew_claim(visit, self.me, self._clock() + CLAIM)

        return alive

    def _settle(self, visit: Visit, report: RunReport | None) -> None:
        """Where the run has closed, the visit is made and there is nothing to give back. Else it stays due."""
        agenda, moment = self._store.agenda, self._clock()
        if report is None or self._stopping.is_set():
            agenda.give_back(visit, self.me)
        elif report.outcome.kind is not OutcomeKind.FAILED:
            agenda.give_back(visit, self.me, moment + SOON)
        else:
            wait = SOON * 2 ** min(visit.attempts, 10)
            failed = agenda.give_back(visit, self.me, moment + wait, failed=True, reason=report.outcome.evidence)
            if failed >= MOST_ATTEMPTS:
                self._give_up(visit, report)

    def _give_up(self, visit: Visit, report: RunReport) -> None:
        try:
            self._store.agenda.give_up(visit, self.me, report.outcome, self._clock(), holder.is_dead)
        except SourceBusy:
            return  # somebody else has it, and may have more luck
