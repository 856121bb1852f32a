"""A scheduler's life by an injected clock: cron and interval sources, clocks that are set, restarts, kills, outages.

The real planner, visitor and store; only time and the run itself are made up. What ought to have been visited is reckoned
from the calendar, by other means than the planner's. Run it at full size by `python -m benchmarks.schedule`.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from crawler.progress import HarvestOptions
from pipeline.model import Channel, Inventory, Outcome, OutcomeKind, RunReport, Source, Tally
from pipeline.schedule import DAY, HOUR, Rhythm, Schedule
from scheduler.planner import Planner
from scheduler.visiting import Visitor
from storage.store import Store
from storage.visits import Visit

TTL = timedelta(seconds=60)
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC")
_HOURS = timedelta(hours=1)
# A run takes no longer than this, and the clockwork looks at the table as often.
_LOOK = timedelta(seconds=30)


class Killed(BaseException):
    """kill -9: nothing is tidied up, for the clock of a dead process gives no time."""


@dataclass(frozen=True, slots=True)
class Life:
    """What happens. `steps` are settings of the wall clock by an hour, forth and back in turn."""

    begin: datetime
    days: int
    sources: int
    steps: int
    restarts: int
    outages: int
    seed: int


@dataclass(slots=True)
class Findings:
    """What came of it: all zero but `runs` and `slots`, if the promise is kept."""

    runs: int = 0
    slots: int = 0
    twice: int = 0
    lost: int = 0
    unasked: int = 0
    uneven: int = 0
    kills: int = 0
    late: list[str] = field(default_factory=list)


@dataclass(slots=True)
class World:
    """True time, and what the machine's clock shows; the log of what was visited, by the machine's clock."""

    truth: datetime
    shift: timedelta = timedelta()
    dead: bool = False
    looked: bool = True
    log: list[tuple[str, datetime, datetime]] = field(default_factory=list)
    # When nobody could look, by the machine's clock: outages, and hours that a clock jumped over.
    blind: list[tuple[datetime, datetime]] = field(default_factory=list)

    def clock(self) -> datetime:
        if self.dead:
            raise Killed
        return self.truth + self.shift


def made_up_sources(count: int, chance: random.Random) -> list[Source]:
    """Three in five by cron (daily, weekly, four times a day), the others by an interval."""
    sources = []
    for number in range(count):
        zone = ZONES[number % len(ZONES)]
        minute, hour = chance.randrange(60), chance.choice((0, 1, 2, 2, 2, 3, 12, 23))
        kind = number % 10
        if kind < 4:
            schedule = Schedule(Rhythm.CRON, cron=f"{minute} {hour} * * *", timezone=zone)
        elif kind < 5:
            schedule = Schedule(Rhythm.CRON, cron=f"{minute} {hour} * * {number % 7}", timezone=zone)
        elif kind < 6:
            schedule = Schedule(Rhythm.CRON, cron=f"{minute} 2,8,14,20 * * *", timezone=zone)
        else:
            schedule = Schedule(Rhythm.INTERVAL, every=chance.choice((12 * HOUR, DAY, 2 * DAY, 7 * DAY)))
        sources.append(Source(f"s{number}", f"https://s{number}.example/", schedule=schedule))
    return sources


def live(folder: Path, life: Life) -> Findings:
    """Lives that life; gives what was found."""
    chance = random.Random(life.seed)
    world = World(life.begin)
    end = life.begin + timedelta(days=life.days)
    sources = made_up_sources(life.sources, chance)
    found = Findings()
    with Store.open(str(folder / "year.db")) as store:
        for source in sources:
            store.put_source(source, life.begin)
        events = _events(life, chance)
        scheduler = Scheduler(store, world)
        while world.truth < end:
            if events and events[0][0] <= world.truth:
                _happen(events.pop(0), scheduler, world, chance, found)
            else:
                scheduler.look()
                world.truth = min(end, events[0][0] if events else end, scheduler.wake())
        for _ in range(3):  # the end may have come in the middle of an outage
            scheduler.look()
            world.truth += 2 * TTL
        found.runs = len(world.log)
    _judge(found, world, sources, life.begin, world.truth + world.shift)
    return found


class Scheduler:
    """One process: the planner and the visitor, until it is killed or ends."""

    def __init__(self, store: Store, world: World, fatal: Callable[[str], bool] = lambda _: False) -> None:
        self.fatal = fatal
        self._store = store
        self._world = world
        self._born = world.truth
        self._planner = Planner(store.agenda, world.clock)
        self._visitor = Visitor(store, None, self._run, world.clock)

    def look(self) -> None:
        """Plan, and make all that is due."""
        self._planner.set_right()
        while self._planner.plan() or self._due():
            for visit in self._due():
                self._visitor.make(visit)
            if not self._store.agenda.unplanned(1):
                break
        self._world.looked = True

    def _due(self) -> list[Visit]:
        moment = self._world.clock()
        return self._store.agenda.due(moment, moment, 1000)

    def wake(self) -> datetime:
        """True time of the next look: when something is due, or soon where a dead process's lease has to run out."""
        moment = self._world.clock()
        due = self._store.agenda.next_due(moment)
        wait = max(_LOOK, (due or moment + timedelta(days=1)) - moment)
        # What a dead process had claimed is free again in a minute.
        return self._world.truth + (min(wait, 2 * TTL) if self._world.truth < self._born + _HOURS else wait)

    def _run(
        self,
        store_url: str | None,
        source: Source,
        options: HarvestOptions,
        clock: Callable[[], datetime],
        *,
        stopping: Callable[[], bool],
        alive: Callable[[], None],
    ) -> RunReport | None:
        """What a run does to the store; killed before it, in it, or right after its end."""
        self._die("before")
        moment = clock()
        visit = next(each for each in self._store.agenda.planned([source.name]))
        lease = self._store.acquire_lease(
            source.name, f"elsewhere:{id(self)}:0", moment, TTL, lambda _: False, turn=options.turn
        )
        unfinished = self._store.unfinished_run(source.name)
        run = unfinished.run_id if unfinished else self._store.begin_run(source, Channel.FEED, moment)
        self._die("in")
        ended = RunReport(
            run, source.name, Channel.FEED, Outcome(OutcomeKind.OK, "made up"), Tally(requests=1), Inventory(read=1), moment, 1.0
        )  # fmt: skip
        self._store.close_run(ended, lease=lease, absent=False)
        self._world.log.append((source.name, visit.due, moment))
        self._die("after")
        self._store.release_lease(lease)
        return ended

    def _die(self, where: str) -> None:
        if self.fatal(where):
            self._world.dead = True
            raise Killed


def _events(life: Life, chance: random.Random) -> list[tuple[datetime, str]]:
    def some(count: int) -> list[datetime]:
        return [life.begin + timedelta(seconds=chance.uniform(DAY, life.days * DAY)) for _ in range(count)]

    events = [(at, "restart") for at in some(life.restarts)] + [(at, "outage") for at in some(life.outages)]
    for number, at in enumerate(sorted(some(life.steps))):
        events.append((at, "back" if number % 2 else "forward"))
    return sorted(events)


def _happen(
    event: tuple[datetime, str], scheduler: Scheduler, world: World, chance: random.Random, found: Findings
) -> None:
    what = event[1]
    before = world.clock()
    if what in {"forward", "back"}:
        world.shift += _HOURS if what == "forward" else -_HOURS
    elif what == "outage":
        world.truth += timedelta(hours=chance.uniform(0.2, 60))
    else:
        # Half of the restarts are kills in the middle of a run, at each of the places where that could hurt.
        where = chance.choice(("before", "in", "after", ""))
        if where:
            scheduler.fatal = lambda place: place == where
            until = world.truth + timedelta(days=2)
            try:
                while world.truth < until:
                    scheduler.look()
                    world.truth = min(until, scheduler.wake())
            except Killed:
                found.kills += 1
        before = world.truth + world.shift
        world.dead = False
        world.truth += timedelta(seconds=chance.uniform(5, 120))
        scheduler.__init__(scheduler._store, world)  # type: ignore[misc]
    if not world.looked and world.blind:  # one thing came upon the other
        start, stop = world.blind.pop()
        world.blind.append((min(start, before), max(stop, world.clock())))
    elif world.clock() > before:
        world.blind.append((before, world.clock()))
        world.looked = False


# -- the judgement --------------------------------------------------------------------------------------------------------


def calendar(schedule: Schedule, begin: datetime, end: datetime) -> list[datetime]:
    """The times of a cron expression of this module's forms, by walking through the days of its zone."""
    minute, hours, _, _, weekday = schedule.cron.split()
    zone, day, slots = ZoneInfo(schedule.timezone), begin.date() - timedelta(days=1), []
    while day <= end.date() + timedelta(days=1):
        if weekday == "*" or (day.weekday() + 1) % 7 == int(weekday):
            slots += [_moment(day, int(hour), int(minute), zone) for hour in hours.split(",")]
        day += timedelta(days=1)
    return [slot for slot in slots if begin < slot <= end]


def _moment(day: date, hour: int, minute: int, zone: ZoneInfo) -> datetime:
    """When clocks first show that time on that day, or pass it: found by trying all minutes of the day."""
    wanted = time(hour, minute)
    start = datetime.combine(day, time(0), tzinfo=zone).astimezone(UTC) - timedelta(hours=1)
    for minutes in range(27 * 60):
        moment = start + timedelta(minutes=minutes)
        local = moment.astimezone(zone)
        if local.date() == day and local.time() >= wanted:
            return moment
    raise ValueError(f"{day} has no {wanted} in {zone}")


def _judge(found: Findings, world: World, sources: list[Source], begin: datetime, end: datetime) -> None:
    made: defaultdict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
    for name, slot, started in world.log:
        made[name].append((slot, started))
    for source in sources:
        runs = made[source.name]
        found.twice += sum(count - 1 for count in Counter(slot for slot, _ in runs).values())
        if source.schedule.rhythm is Rhythm.CRON:
            _judge_cron(found, world, source, runs, (begin, end))
        else:
            _judge_interval(found, world, source, runs)


def _judge_cron(
    found: Findings,
    world: World,
    source: Source,
    runs: list[tuple[datetime, datetime]],
    span: tuple[datetime, datetime],
) -> None:
    slots = calendar(source.schedule, *span)
    found.slots += len(slots)
    first, *later = runs  # the first visit is due at once, not by the calendar
    visited = {slot for slot, _ in later}
    found.unasked += len(visited - set(slots))
    for before, slot in zip([first[0], *slots], slots, strict=False):
        if slot in visited or span[1] - slot < timedelta(minutes=5):
            continue
        # Of several that fell due while nobody looked, one is made: the first.
        if any(start <= before and slot <= stop + _LOOK for start, stop in world.blind):
            continue
        found.lost += 1
        found.late.append(f"{source.name} {source.schedule.cron} {source.schedule.timezone}: {slot}")


def _judge_interval(found: Findings, world: World, source: Source, runs: list[tuple[datetime, datetime]]) -> None:
    every = timedelta(seconds=source.schedule.every)
    for (_, earlier), (_, later) in pairwise(runs):
        found.slots += 1
        blind = sum((min(stop, later) - max(start, earlier) for start, stop in world.blind if start < later and stop > earlier), timedelta())  # fmt: skip
        # A clock that is set shortens or lengthens what it shows by its hour; in step again, by half an interval.
        if not every / 2 - 2 * _HOURS <= later - earlier <= every + blind + 2 * _HOURS:
            found.uneven += 1
            found.late.append(f"{source.name} every {every}: {earlier} → {later}")
