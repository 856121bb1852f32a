"""A source's run as a process of its own: forked from a server that has the crawler imported, watched, ended in time.

Whatever a site sends is fetched and parsed over there. A run that hangs, grows or dies costs itself only: its pages are
committed one by one, its lease is known to be a dead process's, and the next run goes on behind its last page.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from types import ModuleType

from crawler.clock import Clock, now
from crawler.progress import HarvestOptions, Progress
from pipeline.errors import GleaneryError
from pipeline.model import Inventory, Outcome, OutcomeKind, RunReport, Source, Tally
from scheduler.messages import Broke, Job, Stopped
from storage.engine import driver, resolve
from storage.store import Store

_GOES_ON = "What was read is kept; the next sync goes on where this one stopped."
# How long a run that is told to stop has for closing its connections, before it is killed; in seconds.
STOP_SECONDS = 8.0

_forks = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may take. `deadline`: so many seconds in all, `silence`: without a sign of life; `memory` in bytes."""

    deadline: float = 3600.0
    silence: float = 120.0
    memory: int = 2**30


class WatchedRun:
    """A run's process. `pipe` becomes readable when it has something to tell, or has ended."""

    def __init__(
        self, store_url: str | None, source: Source, options: HarvestOptions, clock: Clock, limits: Limits
    ) -> None:
        self.source = source
        self._store_url = store_url
        self._clock = clock
        self._limits = limits
        self._started = clock()
        self._ticks = self._heard = time.monotonic()
        self._why = ""
        self._overdue = False
        self._last = Progress(source.name, "probing")
        self.pipe, its_end = _forks.Pipe(duplex=True)
        self._process = _forks.Process(
            target=_child, args=(its_end, self._job(options)), name=f"gleanery {source.name}", daemon=True
        )
        # Heard by the server, which the first run of all starts.
        _forks.set_forkserver_preload([driver(resolve(store_url)), "scheduler.preload"])
        with _no_main():
            self._process.start()
        its_end.close()

    def _job(self, options: HarvestOptions) -> Job:
        moment = None if self._clock is now else self._started
        return Job(self._store_url, self.source, options, moment, self._limits.memory, dict(os.environ))

    def hear(self, on_progress: Callable[[Progress], None]) -> RunReport | None:
        """What the process has told since it was last asked; its report once it has ended.

        Raises the fault that ended it (StoreError, BadUrl, …).
        """
        while self.pipe.poll():
            try:
                told = self.pipe.recv()
            except (EOFError, OSError):
                return self._died()
            self._heard = time.monotonic()
            if isinstance(told, Progress):
                self._last = told
                on_progress(told)
            elif isinstance(told, RunReport):
                return told
            elif isinstance(told, GleaneryError):
                raise told
            elif ended := self._unfinished(told):
                return ended
        return None

    def watch(self) -> None:
        """Ends the process where it has taken too long, or hangs. What it then still tells is heard as always."""
        ticks = time.monotonic()
        if self._why:
            if ticks > self._heard + STOP_SECONDS:
                self.kill()
        elif ticks > self._heard + self._limits.silence:
            self._why = f"no sign of life for {self._limits.silence:g} s: the process was ended"
            self.kill()
        elif ticks > self._ticks + self._limits.deadline:
            self._overdue = True
            self._why = f"stopped at its deadline of {self._limits.deadline:g} s"
            self.stop()

    def stop(self) -> None:
        """Tells the process to stop between two pages."""
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()

    def close(self, deadline: float) -> None:
        """Waits until `deadline` (of the monotonic clock) for the end that was asked for, then makes it so."""
        self._process.join(max(0.0, deadline - time.monotonic()))
        if self._process.exitcode is None:
            self.kill()
            self._process.join()
        self.pipe.close()

    def _unfinished(self, told: object) -> RunReport | None:
        if isinstance(told, Broke):
            return self._report(unexpected(told.error))
        if isinstance(told, Stopped):
            kind = OutcomeKind.PARTIAL if self._overdue else OutcomeKind.FAILED
            return self._report(Outcome(kind, f"{self._why or 'it was stopped'}{self._after()}", _GOES_ON))
        return None

    def _died(self) -> RunReport:
        self._process.join()
        code = self._process.exitcode or 0
        how = f"its process was killed ({signal.Signals(-code).name})" if code < 0 else f"its process ended ({code})"
        return self._report(Outcome(OutcomeKind.FAILED, f"{self._why or how}{self._after()}", _GOES_ON))

    def _after(self) -> str:
        return f", after {self._last.pages} page{'' if self._last.pages == 1 else 's'}" if self._last.pages else ""

    def _report(self, outcome: Outcome) -> RunReport:
        with Store.open(self._store_url) as store:
            return unfinished_report(store, self.source, outcome, self._started, self._ticks)


def unfinished_report(store: Store, source: Source, outcome: Outcome, started: datetime, ticks: float) -> RunReport:
    """The report of a run that could not make its own, from what it had committed. `ticks`: its monotonic beginning."""
    left = store.unfinished_run(source.name)
    return RunReport(
        run_id=left.run_id if left else 0,
        source=source.name,
        channel=left.channel if left else source.channel,
        outcome=outcome,
        tally=left.tally if left else Tally(),
        inventory=Inventory(read=len(left.keys), pages_read=len(left.pages)) if left else Inventory(),
        started=started,
        seconds=round(time.monotonic() - ticks, 3),
    )


def unexpected(error: str) -> Outcome:
    """An error of ours in one source's run: said aloud, and no reason to leave the other sources unread."""
    return Outcome(
        OutcomeKind.FAILED,
        f"an unexpected error: {error}",
        "Please report it. GLEANERY_DEBUG=1 shows the traceback. Earlier data is untouched.",
    )


def _child(pipe: Connection, job: Job) -> None:
    """Imported where it runs: the parent needs no crawler."""
    from scheduler import child

    child.main(pipe, job)


@contextmanager
def _no_main() -> Iterator[None]:
    """Hides the program's main module: a run's process would else import it anew, and needs nothing of it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
