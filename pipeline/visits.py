"""When is a source visited next? Decided from its schedule and its history; and when to leave a failing one alone.

All moments are in UTC. Chance has no place here: jitter comes from the source's name and the visit's number, so that a
decision can be repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

from pipeline import cron, durations
from pipeline.errors import UsageError
from pipeline.freshness import interval_for
from pipeline.hours import first_allowed, windows, zone_of
from pipeline.model import OutcomeKind
from pipeline.schedule import DAY, MINUTE, Hints, Rhythm, Schedule

# The site gave nothing: asking it again soon would only be a burden.
FAILING = frozenset({OutcomeKind.UNREACHABLE, OutcomeKind.BLOCKED, OutcomeKind.FAILED})
FIRST_RETRY = 15 * MINUTE
LAST_RETRY = DAY
# So many failures in a row open the breaker: from then on, a visit a day looks whether the source is back.
BREAKER = 5
RETRY_JITTER = 0.2
# A site that asks for long pauses is read no more than this share of the time.
BUSIEST = 0.1
# A Retry-After or a max-age beyond this is a mistake of the site's, or a trick.
LONGEST_HINT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Past:
    """What a source's history says.

    `made` is the newest due time for which there was a run; `started` and `finished` are of the newest run; `failures`
    counts the newest runs in a row that gave nothing; `rate` is changes per second, `requests` those of a usual visit.
    """

    made: datetime | None = None
    started: datetime | None = None
    finished: datetime | None = None
    failures: int = 0
    rate: float = 1 / DAY
    requests: float = 1.0
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True)
class NextVisit:
    """`slot` is the time by the schedule, `due` that with jitter; `reason` says in words why then."""

    due: datetime
    slot: datetime
    reason: str
    broken: bool = False


def check(schedule: Schedule) -> None:
    """Raises UsageError for a schedule that cannot be followed."""
    zone_of(schedule.timezone)
    windows(schedule.hours)
    if schedule.rhythm is Rhythm.CRON:
        cron.parse(schedule.cron)
    shortest = min(schedule.every, schedule.min_every)
    if shortest < MINUTE:
        raise UsageError("A source cannot be visited more than once a minute.", advice="Give 1m or more.")
    if schedule.min_every > schedule.max_every:
        raise UsageError(
            "The shortest interval is longer than the longest one.", advice="Give --min-every <= --max-every."
        )
    if schedule.jitter < 0:
        raise UsageError("Jitter cannot be negative.", advice="Give a length such as 10m.")


def failures_in_row(newest_first: Sequence[OutcomeKind]) -> int:
    """How many of the newest runs in a row gave nothing."""
    return next((n for n, kind in enumerate(newest_first) if kind not in FAILING), len(newest_first))


def next_visit(schedule: Schedule, past: Past, now: datetime, *, price: float, seed: str) -> NextVisit:
    """The next visit of a source. `price` is what a request is worth (`freshness.price_for`); `seed` names the visit."""
    if past.started is None:
        slot, reason = now, "first visit"
    elif past.failures:
        slot, reason = _retry(past, now, seed)
    else:
        slot, reason = _regular(schedule, past, now, price)
    asked, why = _asked_for(past, now)
    if asked is not None and asked > slot:
        slot, reason = asked, why
    due = slot + timedelta(seconds=round(chance(seed) * schedule.jitter))
    allowed = first_allowed(schedule.hours, schedule.timezone, due)
    if allowed > due:
        due, reason = allowed, f"{reason}; allowed hours begin then"
    return NextVisit(due, slot, reason, broken=past.failures >= BREAKER)


def _regular(schedule: Schedule, past: Past, now: datetime, price: float) -> tuple[datetime, str]:
    started = past.started or now
    if schedule.rhythm is Rhythm.CRON:
        # A visit by hand does not stand for the one that is due; one that came late does.
        last = max(filter(None, (past.made, min(started, now))))
        return cron.next_after(schedule.cron, schedule.timezone, last), cron.words(schedule.cron)
    if schedule.rhythm is Rhythm.INTERVAL:
        every, reason = float(schedule.every), durations.every(schedule.every)
    else:
        every = interval_for(past.rate, price * past.requests, schedule.min_every, schedule.max_every)
        reason = f"changes about {durations.every(1 / past.rate)}: visited {durations.every(every)}"
    # In step with the times before, so that runs which come a little late do not move them.
    base = past.made if past.made and _near(past.made, started, every) else started
    return min(base, now) + timedelta(seconds=round(every)), reason


def _near(made: datetime, started: datetime, every: float) -> bool:
    """Whether the run began so soon after its due time that the due time can count as its beginning."""
    return abs((started - made).total_seconds()) < every / 2


def _retry(past: Past, now: datetime, seed: str) -> tuple[datetime, str]:
    times = "once" if past.failures == 1 else f"{past.failures} times in a row"
    wait = min(FIRST_RETRY * 2 ** min(past.failures - 1, 10), LAST_RETRY)
    reason = f"failed {times}: again after {durations.words(wait)}"
    if past.failures >= BREAKER:
        wait = LAST_RETRY
        reason = f"failed {times}: only looked at once a day until it answers"
    shift = 1 + RETRY_JITTER * (2 * chance(seed + "/retry") - 1)
    return now + timedelta(seconds=round(wait * shift)), reason


def _asked_for(past: Past, now: datetime) -> tuple[datetime | None, str]:
    """The moment before which the site does not want to be asked, if it said so."""
    hints, started = past.hints, past.started or now
    wishes: list[tuple[datetime, str]] = []
    if hints.not_before is not None:
        wishes.append((hints.not_before, "the site asked for patience (Retry-After)"))
    if hints.fresh_for:
        wishes.append((_after(started, hints.fresh_for), "the site says that it stays fresh until then"))
    if hints.crawl_delay:
        pause = hints.crawl_delay * past.requests / BUSIEST
        wishes.append((_after(started, pause), "the site asks for long pauses (Crawl-delay)"))
    if not wishes:
        return None, ""
    wish, why = max(wishes)
    return min(wish, now + LONGEST_HINT), why


def _after(start: datetime, seconds: float) -> datetime:
    return start + min(timedelta(seconds=min(seconds, 1e9)), LONGEST_HINT)


def chance(seed: str) -> float:
    """A number from 0 up to 1 that is always the same for the same seed, and spread evenly over seeds."""
    return int.from_bytes(sha256(seed.encode()).digest()[:6], "big") / 2**48


def words(schedule: Schedule) -> str:
    """The schedule for people: "every 6 hours, only 22:00-06:00 Europe/Berlin, up to 10 minutes later"."""
    if schedule.rhythm is Rhythm.CRON:
        text = cron.words(schedule.cron) + f" ({schedule.timezone})"
    elif schedule.rhythm is Rhythm.INTERVAL:
        text = durations.every(schedule.every)
    else:
        least, most = durations.every(schedule.min_every), durations.every(schedule.max_every)
        text = f"as often as it changes, from {least} to {most}"
    if schedule.hours:
        text += f", only {schedule.hours} {schedule.timezone}"
    if schedule.jitter:
        text += f", up to {durations.words(schedule.jitter)} later"
    return text
