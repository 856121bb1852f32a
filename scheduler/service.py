"""`gleanery serve` and `gleanery worker`: the long-lived processes, put together from their parts, and taken apart again.

On SQLite, or without the extra `workers`, a scheduler runs its visits itself, a few at a time. On PostgreSQL it defers
them to a queue, of which it takes some itself and any number of workers the others.
"""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec

from crawler.clock import Clock, now
from pipeline.errors import GleaneryError
from scheduler.children import run_in_child
from scheduler.clockwork import Clockwork, Place
from scheduler.herald import Herald
from scheduler.planner import Planner
from scheduler.queue import Queue, work
from scheduler.receivers import Receivers
from scheduler.visiting import SOON, Made, Runner, Visitor
from storage.store import Store
from storage.visits import QUEUE, Visit
from storage.workers import Worker

BEAT_SECONDS = 10.0
# Deferring takes milliseconds: a scheduler needs few threads for it.
_DEFERRERS = 2
# Between a signal and its consequences.
_TICK = 0.2
# Runs are told to stop, and killed if they have not in six seconds (`children`); all that within ten.
END_SECONDS = 8.5
_ENDINGS = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """`slots`: how many runs at a time here; 0 leaves all to workers. `budget`: requests a day for adaptive sources.

    `digest`: "daily", "weekly" or "never". `queue`: None uses it where it can be used.
    """

    slots: int = 4
    budget: float | None = None
    digest: str = "daily"
    queue: bool | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """Who watches a process: `made` hears what came of each visit, `complain` what goes wrong beside them."""

    made: Callable[[Made], None]
    complain: Callable[[str], None]


def uses_queue(store: Store, options: ServeOptions) -> bool:
    """Whether visits go through the queue: on PostgreSQL, where the extra `workers` is installed."""
    if options.queue is not None:
        return options.queue
    return not store.agenda.is_sqlite and find_spec("procrastinate") is not None


def serve(
    store_url: str | None,
    options: ServeOptions,
    audience: Audience,
    *,
    clock: Clock = now,
    runner: Runner = run_in_child,
    receivers: Receivers | None = None,
) -> None:
    """Schedules and runs until SIGTERM or SIGINT; then ends runs at their next checkpoint, within ten seconds.

    Call in the main thread. Raises StoreError, ConfigurationError where it cannot begin.
    """
    with ExitStack() as stack:
        store = stack.enter_context(Store.open(store_url))
        visitor = Visitor(store, store_url, runner, clock)
        herald = Herald(store, receivers or Receivers(), clock, audience.complain, options.digest)
        planner = Planner(store.agenda, clock, options.budget)
        hands = Hands(visitor, audience)
        acts: list[Callable[[], None]] = [herald.run]
        if uses_queue(store, options):
            queue = stack.enter_context(Queue(store.agenda, clock))
            place = Place(visitor.me, "scheduler", _DEFERRERS, lambda: visitor.busy, (queue.free_the_dead,))
            begin = queue.defer
            if options.slots:
                acts.append(hands.take_from_queue(store, options.slots, clock))
        else:
            place = Place(visitor.me, "scheduler", max(1, options.slots), lambda: visitor.busy)
            begin = hands.make
        clockwork = Clockwork(store, planner, place, begin=begin, complain=audience.complain, clock=clock)
        _together([clockwork.run, *acts], stops=[herald.stop, hands.stop, clockwork.stop])


def work_here(
    store_url: str | None, slots: int, audience: Audience, *, clock: Clock = now, runner: Runner = run_in_child
) -> None:
    """Takes visits from the queue, `slots` at a time, until SIGTERM or SIGINT. Call in the main thread.

    Raises StoreError, ConfigurationError where it cannot begin.
    """
    with Store.open(store_url) as store:
        visitor = Visitor(store, store_url, runner, clock)
        hands = Hands(visitor, audience)
        with Queue(store.agenda, clock) as queue:
            beat = _beating(store, visitor, slots, clock, queue.free_the_dead)
            acts = [hands.take_from_queue(store, slots, clock), lambda: beat(hands.stopped, audience)]
            _together(acts, stops=[hands.stop])


class Hands:
    """Makes visits and tells the audience, from whatever thread; `stop` ends them all."""

    def __init__(self, visitor: Visitor, audience: Audience) -> None:
        self.visitor = visitor
        self.stopped = threading.Event()
        self._audience = audience
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None

    def make(self, visit: Visit) -> bool:
        """Make a visit; gives whether it came to a run."""
        made = self.visitor.make(visit)
        if made.report is not None:
            self._audience.made(made)
        return made.report is not None

    def stop(self) -> None:
        """Let runs end at their next checkpoint, and take no more."""
        self.stopped.set()
        self.visitor.stop()
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)

    def take_from_queue(self, store: Store, slots: int, clock: Clock) -> Callable[[], None]:
        """Gives what takes visits from the queue until `stop`."""

        def make(source: str, turn: int, host: str) -> None:
            visit = Visit(source, turn, clock(), host)
            try:
                if not self.make(visit):
                    # Its host is busy, or it is made already; if it is not, it is deferred again soon.
                    store.agenda.give_back(visit, QUEUE, clock() + SOON)
            except GleaneryError as fault:
                self._audience.complain(f"{source}: {fault}")

        async def run() -> None:
            self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
            if not self.stopped.is_set():
                await work(store.agenda, slots, make, self._stop)
            self._loop = None

        return lambda: asyncio.run(run())


def _beating(
    store: Store, visitor: Visitor, slots: int, clock: Clock, chore: Callable[[], object]
) -> Callable[[threading.Event, Audience], None]:
    started = clock()

    def beat(stopped: threading.Event, audience: Audience) -> None:
        while not stopped.is_set():
            try:
                chore()
                store.agenda.beat(Worker(visitor.me, "worker", started, clock(), slots, visitor.busy))
            except GleaneryError as fault:
                audience.complain(str(fault))
            stopped.wait(BEAT_SECONDS)
        store.agenda.leave(visitor.me)

    return beat


class _Companion(threading.Thread):
    """A thread whose fault is kept for whoever waits for it."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._act = act
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            self._act()
        except BaseException as fault:  # noqa: BLE001 - raised again where it is waited for
            self.fault = fault


def _together(acts: Sequence[Callable[[], None]], stops: Sequence[Callable[[], None]]) -> None:
    """Does everything at once until SIGTERM or SIGINT, or until one of them ends; then stops all, and waits for them.

    The signals' handler only makes a note: it may come while the main thread holds a lock.
    """
    told: list[int] = []
    before = {each: signal.signal(each, lambda number, _: told.append(number)) for each in _ENDINGS}
    companions = [_Companion(act) for act in acts]
    try:
        for each in companions:
            each.start()
        while not told and all(each.is_alive() for each in companions):
            time.sleep(_TICK)
    finally:
        for stop in stops:
            stop()
        deadline = time.monotonic() + END_SECONDS
        for each in companions:
            each.join(max(0.0, deadline - time.monotonic()))
        for number, handler in before.items():
            signal.signal(number, handler)
    for each in companions:
        if each.fault is not None:
            raise each.fault
