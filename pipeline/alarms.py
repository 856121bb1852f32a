"""Of what are people told? Decided from a source's newest runs and the alarms that are open: each thing once.

An alarm opens when a source first needs attention and stays open, in silence, until it no longer does: then the
recovery is announced, and the alarm closed. Its `mark` is made of the run that began the trouble, so that whoever
decides it, and whenever, gives it the same one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise, takewhile

from pipeline import durations
from pipeline.model import Outcome, OutcomeKind
from pipeline.schedule import Alerts
from pipeline.visits import BREAKER, FAILING

# A source is called quiet when it has shown nothing new for so many times its longest silence, and not before so many
# silences are known: a monthly bulletin that comes a week late is no news.
QUIET_FACTOR = 1.5
QUIET_HISTORY = 5
SHORTEST_QUIET = timedelta(days=2)
# So many titles of each source stand in a digest.
DIGEST_TITLES = 5


class NoticeKind(StrEnum):
    """ATTENTION: a run's outcome. HELD: removals that wait for a person. QUIET: nothing new for longer than ever.

    BREAKER: a source that failed so often that it is only looked at once a day. RECOVERED: one of these is over.
    DIGEST: what is new. TEST: sent by hand.
    """

    ATTENTION = "attention"
    HELD = "held"
    QUIET = "quiet"
    BREAKER = "breaker"
    RECOVERED = "recovered"
    DIGEST = "digest"
    TEST = "test"


# What a person may mute: kinds of notices, and outcomes.
MUTABLE = frozenset({each.value for each in NoticeKind} | {each.value for each in OutcomeKind}) - {"ok", "busy", "test"}


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something to tell. Of one source, kind and mark, people hear once. `muted`: written down, and not sent."""

    source: str
    kind: NoticeKind
    mark: str
    title: str
    body: str
    tag: str = ""
    muted: bool = False

    @property
    def stays_open(self) -> bool:
        """Whether it is open until its end is announced."""
        return self.kind not in {NoticeKind.RECOVERED, NoticeKind.DIGEST, NoticeKind.TEST}


@dataclass(frozen=True, slots=True)
class Told:
    """A run, as far as people are told of it. `run_id` grows from run to run."""

    run_id: int
    finished: datetime
    outcome: Outcome
    new: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Tidings:
    """What is new in one source: how many resources, and the titles of some."""

    source: str
    new: int
    titles: tuple[str, ...] = ()


def troubles(source: str, alerts: Alerts, runs: Sequence[Told], news: Sequence[datetime], now: datetime) -> list[Alarm]:
    """All that is wrong with a source now. `runs` are its newest ones, `news` when it had something new; newest first."""
    found = [
        _attention(source, alerts, runs),
        _breaker(source, runs),
        _held(source, runs),
        _quiet(source, runs, news, now),
    ]
    return [_by_rules(each, alerts, runs) for each in found if each is not None]


def _by_rules(alarm: Alarm, alerts: Alerts, runs: Sequence[Told]) -> Alarm:
    kinds = {alarm.kind.value} | ({runs[0].outcome.kind.value} if alarm.kind is NoticeKind.ATTENTION else set())
    muted = bool(kinds & set(alerts.mute))
    return Alarm(alarm.source, alarm.kind, alarm.mark, alarm.title, alarm.body, alerts.tag, muted)


def _attention(source: str, alerts: Alerts, runs: Sequence[Told]) -> Alarm | None:
    streak = list(takewhile(lambda run: run.outcome.needs_attention, runs))
    if len(streak) < max(1, alerts.after):
        return None
    outcome = streak[0].outcome
    times = "" if len(streak) == 1 else f", {len(streak)} runs in a row"
    body = f"{outcome.evidence}{times}." + (f"\n{outcome.advice}" if outcome.advice else "")
    return Alarm(source, NoticeKind.ATTENTION, str(streak[-1].run_id), f"{source}: {outcome.kind.value}", body)


def _breaker(source: str, runs: Sequence[Told]) -> Alarm | None:
    streak = list(takewhile(lambda run: run.outcome.kind in FAILING, runs))
    if len(streak) < BREAKER:
        return None
    body = f"{streak[0].outcome.evidence}.\nFrom now on it is only looked at once a day, until it answers."
    title = f"{source}: failed {len(streak)} times in a row"
    return Alarm(source, NoticeKind.BREAKER, str(streak[-1].run_id), title, body)


def _held(source: str, runs: Sequence[Told]) -> Alarm | None:
    streak = list(takewhile(lambda run: run.held > 0, runs))
    if not streak:
        return None
    held = streak[0].held
    title = f"{source}: {held} removal{'' if held == 1 else 's'} to confirm"
    body = "More resources are gone at once than is likely. They are kept as they were until somebody confirms it."
    return Alarm(source, NoticeKind.HELD, str(streak[-1].run_id), title, body)


def _quiet(source: str, runs: Sequence[Told], news: Sequence[datetime], now: datetime) -> Alarm | None:
    if not runs or runs[0].outcome.needs_attention or len(news) <= QUIET_HISTORY:
        return None
    longest = max(later - earlier for later, earlier in pairwise(news))
    silence = now - news[0]
    if silence <= max(longest * QUIET_FACTOR, SHORTEST_QUIET):
        return None
    title = f"{source}: quiet for {durations.words(silence.total_seconds())}"
    body = f"Its longest silence before was {durations.words(longest.total_seconds())}. Has it moved, or stopped?"
    return Alarm(source, NoticeKind.QUIET, f"{news[0]:%Y%m%dT%H%M%S}", title, body)


_OVER = {
    NoticeKind.ATTENTION: "is well again",
    NoticeKind.BREAKER: "answers again",
    NoticeKind.HELD: "has no removals to confirm any more",
    NoticeKind.QUIET: "has something new again",
}


def recoveries(
    source: str, alerts: Alerts, over: Mapping[NoticeKind, str], runs: Sequence[Told], kept: Collection[NoticeKind]
) -> list[Alarm]:
    """The announcements that alarms are over: `over` gives their marks by kind; `kept` are those nobody was told of.

    That a source is well again says also that it answers: said once.
    """
    told = set(over) - ({NoticeKind.BREAKER} if NoticeKind.ATTENTION in over else set())
    evidence = runs[0].outcome.evidence if runs else ""
    return [
        Alarm(
            source,
            NoticeKind.RECOVERED,
            f"{kind.value}:{over[kind]}",
            f"{source} {_OVER[kind]}",
            evidence,
            alerts.tag,
            muted=kind in kept or NoticeKind.RECOVERED.value in alerts.mute,
        )
        for kind in sorted(told)
    ]


def digest(tidings: Sequence[Tidings], mark: str, tag: str = "") -> Alarm | None:
    """What is new, in one notice; None where nothing is."""
    some = [each for each in tidings if each.new]
    if not some:
        return None
    total = sum(each.new for each in some)
    lines = []
    for each in sorted(some, key=lambda one: (-one.new, one.source)):
        lines += [f"{each.source}: {each.new} new", *(f"  {title}" for title in each.titles[:DIGEST_TITLES])]
        if each.new > len(each.titles[:DIGEST_TITLES]) > 0:
            lines.append("  …")
    title = f"{total} new resource{'' if total == 1 else 's'} in {len(some)} source{'' if len(some) == 1 else 's'}"
    return Alarm("", NoticeKind.DIGEST, f"{mark}{'/' + tag if tag else ''}", title, "\n".join(lines), tag)


def digest_span(every: str, now: datetime, last: date | None) -> tuple[datetime, datetime]:
    """The whole days of which it is time to tell, `every` "daily" or "weekly" (Monday to Sunday), in UTC.

    `last`: the end of the digest before; what came since is told, also after an outage of days.
    """
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    end = today - timedelta(days=today.weekday()) if every == "weekly" else today
    usual = end - timedelta(days=7 if every == "weekly" else 1)
    return (usual if last is None else min(end, usual.replace(year=last.year, month=last.month, day=last.day))), end
