"""When sources are due, and who sees to it: each visit is made once, whoever makes it, and however often he dies.

A visit is (source, turn). Its run takes the source's lease for that turn, in one transaction with the question whether
the turn is still the present one; the run's closing moves the turn on, in one transaction with its outcome. So a visit
that was made cannot be made again, and one whose run was cut off stays due. Claims only save work: they keep several
schedulers from sending several runs, of which all but one would be refused, and two sources of one host apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, RowMapping, and_, func, insert, or_, select, update

from pipeline.errors import VisitMade
from pipeline.freshness import Appetite, rounded
from pipeline.model import OutcomeKind, Source
from pipeline.schedule import DAY, Hints, Rhythm
from pipeline.visits import NextVisit
from storage.tables import leases, runs, visits

# Who has claimed a visit that waits in the queue.
QUEUE = "queue"
_UNCLAIMED = {"claimed_by": "", "claimed_until": None}


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that is planned. `turn` is its number among the source's visits, `host` the site's name and port."""

    source: str
    turn: int
    due: datetime
    host: str
    priority: int = 0
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A source of which nobody knows yet when it is due. `made`: the newest slot that a run was begun for."""

    source: str
    turn: int
    made: datetime | None


@dataclass(frozen=True, slots=True)
class PastRun:
    """A closed run, as the planning sees it. `changed`: something was new, changed, removed or back."""

    started: datetime
    finished: datetime
    outcome: OutcomeKind
    changed: bool
    new: int
    read: int
    requests: int
    hints: Hints
    held: int
    evidence: str
    advice: str
    run_id: int


# -- what sources and runs move -----------------------------------------------------------------------------------------


def begin(connection: Connection, source: Source) -> None:
    """A source that is new: to be planned."""
    fresh = {"turn": 1, "reason": "", "failures": 0, "broken": False, "rate": 1 / DAY, "cost": 1.0, "judged": True}
    connection.execute(insert(visits).values(source=source.name, **fresh, **_unplanned(source)))


def plan_anew(connection: Connection, source: Source) -> None:
    """A source whose schedule has changed, or that was paused or resumed. What was sent for its visit is called off."""
    mine = visits.c.source == source.name
    connection.execute(update(visits).where(mine).values(turn=visits.c.turn + 1, **_unplanned(source)))


def _unplanned(source: Source) -> dict[str, Any]:
    schedule = source.schedule
    adaptive = schedule.rhythm is Rhythm.ADAPTIVE
    bounds = (
        {"least": float(schedule.min_every), "most": float(schedule.max_every)}
        if adaptive
        else {"least": 0.0, "most": 0.0}
    )
    return {
        "host": urlsplit(source.url).netloc,
        "paused": source.paused,
        "due": None,
        "slot": None,
        "taken": False,
        "priority": schedule.priority,
        "attempts": 0,
        **bounds,
        **_UNCLAIMED,
    }


def take(connection: Connection, source: str, turn: int, now: datetime) -> None:
    """Begin to make a visit. Call with the source locked. Raises VisitMade if it is made, or called off, already."""
    mine = (visits.c.source == source) & (visits.c.turn == turn) & ~visits.c.paused
    if not connection.execute(update(visits).where(mine).values(taken=True)).rowcount:
        raise VisitMade(source, turn, now)


def settle(connection: Connection, source: str) -> None:
    """A run has closed: the visit is made, the next one is to be planned. Call with the source locked."""
    row = connection.execute(select(visits).where(visits.c.source == source)).mappings().one_or_none()
    if row is None:
        return
    values = {"turn": row["turn"] + 1, "due": None, "slot": None, "taken": False, "attempts": 0, "judged": False}
    values |= _UNCLAIMED
    if row["taken"]:
        values["made"] = row["slot"]
    connection.execute(update(visits).where(visits.c.source == source).values(values))


def unjudged(connection: Connection, limit: int) -> list[tuple[str, int]]:
    """Sources with a run that nobody has looked at for what people are to be told: name and turn."""
    chosen = select(visits.c.source, visits.c.turn).where(~visits.c.judged).limit(limit)
    return [(row.source, row.turn) for row in connection.execute(chosen)]


def judged(connection: Connection, source: str, turn: int) -> None:
    """A source's newest run was looked at, unless there is a newer one by now."""
    mine = (visits.c.source == source) & (visits.c.turn == turn)
    connection.execute(update(visits).where(mine).values(judged=True))


# -- planning -----------------------------------------------------------------------------------------------------------


def unplanned(connection: Connection, limit: int) -> list[Unplanned]:
    """Sources that are to be planned; never paused ones."""
    open_ = select(visits.c.source, visits.c.turn, visits.c.made).where(visits.c.due.is_(None), ~visits.c.paused)
    return [Unplanned(*row) for row in connection.execute(open_.limit(limit))]


def plan(
    connection: Connection, known: Unplanned, chosen: NextVisit, *, rate: float, cost: float, failures: int
) -> bool:
    """Write down when a source is due; False if somebody else has been quicker."""
    mine = (visits.c.source == known.source) & (visits.c.turn == known.turn) & visits.c.due.is_(None)
    values = {
        "due": chosen.due,
        "slot": chosen.slot,
        "reason": chosen.reason,
        "broken": chosen.broken,
        "rate": rate,
        "cost": cost,
        "failures": failures,
    }
    return connection.execute(update(visits).where(mine).values(values)).rowcount == 1


def overlong(connection: Connection, now: datetime, limit: int) -> list[str]:
    """Adaptive sources that are due later than their longest interval from now: the clock must have been set back."""
    late = select(visits.c.source, visits.c.due, visits.c.most).where(
        visits.c.most > 0, ~visits.c.broken, visits.c.due > now + timedelta(hours=1)
    )
    found = (row.source for row in connection.execute(late) if row.due > now + timedelta(seconds=row.most + DAY))
    return [each for each, _ in zip(found, range(limit), strict=False)]


def history(connection: Connection, source: str, limit: int) -> list[PastRun]:
    """The source's newest closed runs that were to read all of it, newest first."""
    wanted = (runs.c.source == source) & runs.c.finished.is_not(None) & runs.c.item_limit.is_(None)
    rows = connection.execute(select(*_OF_PAST).where(wanted).order_by(runs.c.id.desc()).limit(limit)).mappings()
    return [_past(row) for row in rows]


# All but the inventory, the checkpoint and the like: sixty of those would take longer to read than all else.
_OF_PAST = (
    runs.c.id,
    runs.c.started,
    runs.c.finished,
    runs.c.outcome,
    runs.c.new,
    runs.c.changed,
    runs.c.unchanged,
    runs.c.removed,
    runs.c.returned,
    runs.c.held,
    runs.c.requests,
    runs.c.hints,
    runs.c.evidence,
    runs.c.advice,
)


def _past(row: RowMapping) -> PastRun:
    moved = row["new"] + row["changed"] + row["removed"] + row["returned"]
    return PastRun(
        started=row["started"],
        finished=row["finished"],
        outcome=OutcomeKind(row["outcome"]),
        changed=moved > 0,
        new=row["new"],
        read=row["new"] + row["changed"] + row["unchanged"] + row["returned"],
        requests=row["requests"],
        hints=hints_of(row["hints"]),
        held=row["held"],
        evidence=row["evidence"],
        advice=row["advice"],
        run_id=row["id"],
    )


def hints_of(values: Mapping[str, Any] | None) -> Hints:
    """The hints of their JSON form."""
    given = values or {}
    moment = given.get("not_before")
    return Hints(datetime.fromisoformat(moment) if moment else None, given.get("fresh_for"), given.get("crawl_delay"))


def hints_form(hints: Hints) -> dict[str, Any] | None:
    """The JSON form of hints; None where the site gave none."""
    if hints == Hints():
        return None
    moment = hints.not_before.isoformat() if hints.not_before else None
    return {"not_before": moment, "fresh_for": hints.fresh_for, "crawl_delay": hints.crawl_delay}


def appetites(connection: Connection) -> dict[Appetite, int]:
    """How many adaptive sources there are of each kind (rates rounded)."""
    adaptive = select(visits.c.rate, visits.c.cost, visits.c.least, visits.c.most).where(
        visits.c.most > 0, ~visits.c.paused, visits.c.failures == 0
    )
    kinds: dict[Appetite, int] = {}
    for rate, cost, least, most in connection.execute(adaptive):
        kind = Appetite(rounded(rate), rounded(max(cost, 1.0), 2), least, most)
        kinds[kind] = kinds.get(kind, 0) + 1
    return kinds


# -- making visits ------------------------------------------------------------------------------------------------------


def due(connection: Connection, now: datetime, until: datetime, limit: int) -> list[Visit]:
    """Visits that are due until then and that nobody has claimed: highest priority, then longest due first."""
    free = or_(visits.c.claimed_until.is_(None), visits.c.claimed_until <= now)
    chosen = select(visits).where(visits.c.due <= until, ~visits.c.paused, free)
    rows = connection.execute(chosen.order_by(visits.c.priority.desc(), visits.c.due).limit(limit)).mappings()
    return [_visit(row) for row in rows]


def _visit(row: RowMapping) -> Visit:
    return Visit(row["source"], row["turn"], row["due"], row["host"], row["priority"], row["attempts"])


def claim(
    connection: Connection, visit: Visit, by: str, now: datetime, *, ttl: timedelta, is_dead: Callable[[str], bool]
) -> bool:
    """Set about a visit, until `now + ttl` (`renew`). False if it is another's, or not due, or its host is being visited.

    `QUEUE` as `by`: it waits for a worker, and does not keep its host's other sources waiting.
    """
    same_host = select(visits).where(visits.c.host == visit.host).order_by(visits.c.source).with_for_update()
    rows = connection.execute(same_host).mappings().all()
    mine = next((each for each in rows if each["source"] == visit.source), None)
    if mine is None or mine["turn"] != visit.turn or mine["paused"] or mine["due"] is None or mine["due"] > now:
        return False
    held = [each for each in rows if _is_held(each, now, is_dead)]
    if by == QUEUE:
        if mine["claimed_by"] == QUEUE and mine["claimed_until"] and mine["claimed_until"] > now:
            return False
        held = [each for each in held if each["source"] == visit.source]
    if held or _is_leased(connection, [each["source"] for each in rows], now, is_dead):
        return False
    values = {"claimed_by": by, "claimed_until": now + ttl}
    connection.execute(update(visits).where(visits.c.source == visit.source).values(values))
    return True


def _is_held(row: RowMapping, now: datetime, is_dead: Callable[[str], bool]) -> bool:
    holder, until = row["claimed_by"], row["claimed_until"]
    return bool(holder) and holder != QUEUE and until is not None and until > now and not is_dead(holder)


def _is_leased(connection: Connection, names: list[str], now: datetime, is_dead: Callable[[str], bool]) -> bool:
    live = (leases.c.source.in_(names)) & (leases.c.holder != "") & (leases.c.expires > now)
    return any(not is_dead(holder) for holder in connection.scalars(select(leases.c.holder).where(live)))


def free_the_dead(connection: Connection, now: datetime, is_dead: Callable[[str], bool]) -> int:
    """Free what dead processes had claimed, before its time is up; gives of how many of them."""
    live = (visits.c.claimed_until > now) & visits.c.claimed_by.not_in(("", QUEUE))
    holders = connection.scalars(select(visits.c.claimed_by).where(live).distinct()).all()
    dead = [each for each in holders if is_dead(each)]
    for each in dead:
        connection.execute(update(visits).where(visits.c.claimed_by == each).values(_UNCLAIMED))
    return len(dead)


def renew(connection: Connection, visit: Visit, by: str, until: datetime) -> None:
    """Hold on to a claim."""
    mine = and_(visits.c.source == visit.source, visits.c.turn == visit.turn, visits.c.claimed_by == by)
    connection.execute(update(visits).where(mine).values(claimed_until=until))


def give_back(
    connection: Connection, visit: Visit, by: str, again: datetime | None, *, failed: bool, reason: str = ""
) -> int:
    """Give back a visit that was not made, to be taken up from `again` on; gives how often it has failed by now."""
    mine = and_(visits.c.source == visit.source, visits.c.turn == visit.turn, visits.c.claimed_by == by)
    values: dict[str, Any] = {**_UNCLAIMED, "attempts": visits.c.attempts + int(failed)}
    if again is not None:
        values["due"] = again
    if reason:
        values["reason"] = reason
    if not connection.execute(update(visits).where(mine).values(values)).rowcount:
        return 0
    return connection.scalar(select(visits.c.attempts).where(visits.c.source == visit.source)) or 0


def next_due(connection: Connection, now: datetime) -> datetime | None:
    """When the next visit is due that is not claimed."""
    free = or_(visits.c.claimed_until.is_(None), visits.c.claimed_until <= now)
    return connection.scalar(select(func.min(visits.c.due)).where(~visits.c.paused, free))
