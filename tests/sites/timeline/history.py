"""A seeded year of a site: day after day, what its editors do, what its plugins do behind their backs, what breaks.

Each event is a thing that WordPress does, with the traps that it sets: `modified` does not move where terms are set by
a plugin, where a term is renamed, or where a post that was scheduled days ago comes out (wp_publish_post).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from tests.sites.like_model import LikePost
from tests.sites.timeline.faults import FaultKind, planned
from tests.sites.timeline.writing import Writer

SITE_ZONE = ZoneInfo("Europe/Berlin")  # the clocks change in March and October
START = datetime(2025, 1, 1, 6, tzinfo=UTC)
THEMES = 3


class EventKind(StrEnum):
    ADDED = "added"
    SCHEDULED = "scheduled"  # comes out today, `modified` is when it was written
    BACKDATED = "backdated"  # written today, dated years ago
    IMPORTED = "imported"  # both dates years ago
    EDITED = "edited"
    RETAGGED = "retagged"  # a plugin sets other terms: `modified` stays
    TOUCHED_UP = "touched up"  # a custom field or the database itself: the text is another, `modified` stays
    TERM_RENAMED = "term renamed"  # every post that has it shows the new name, `modified` stays
    MOVED = "moved"  # a new slug; the old address redirects
    DELETED = "deleted"
    TRASHED = "trashed"
    BACK = "back"  # from the trash: `modified` moves


@dataclass(frozen=True, slots=True)
class Event:
    kind: EventKind
    post: int


@dataclass(frozen=True, slots=True)
class Day:
    """What a visitor at `moment` (UTC) finds. `posts` by id; `moved`: former path → id, for the redirects."""

    number: int
    moment: datetime
    posts: Mapping[int, LikePost]
    events: tuple[Event, ...] = ()
    fault: FaultKind | None = None
    theme: int = 0
    redesigned: bool = False
    moved: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pace:
    """How many events of each kind a day brings, on average."""

    rates: Mapping[EventKind, float] = field(
        default_factory=lambda: {
            EventKind.ADDED: 1.0,
            EventKind.SCHEDULED: 0.1,
            EventKind.BACKDATED: 0.07,
            EventKind.IMPORTED: 0.03,
            EventKind.EDITED: 1.2,
            EventKind.RETAGGED: 0.1,
            EventKind.TOUCHED_UP: 0.1,
            EventKind.TERM_RENAMED: 0.006,
            EventKind.MOVED: 0.06,
            EventKind.DELETED: 0.08,
            EventKind.TRASHED: 0.03,
        }
    )
    fault_share: float = 0.12
    redesigns: int = 2
    trash_days: tuple[int, int] = (2, 20)


class History:
    """The years of one seed. `days[0]` is the first visit; every kind of event falls at least once into a long year."""

    def __init__(
        self, seed: int, days: int = 365, items: tuple[int, int] = (400, 1000), pace: Pace | None = None
    ) -> None:
        self.seed = seed
        self._rng = random.Random(seed)
        self._pace = pace or Pace()
        self._writer = Writer(self._rng)
        self._posts: dict[int, LikePost] = {}
        self._trash: dict[int, list[LikePost]] = {}  # day of return → what returns
        self._moved: dict[str, int] = {}
        self._found(self._rng.randint(*items))
        redesigns = set(self._rng.sample(range(days // 5, days), min(self._pace.redesigns, days // 5)))
        faults = planned(self._rng, days, self._pace.fault_share)
        self.days: list[Day] = list(self._live(days, faults, redesigns))

    def _found(self, count: int) -> None:
        for _ in range(count):
            written = START - timedelta(days=self._rng.randint(3, 2500), minutes=self._rng.randint(0, 1439))
            post = self._writer.post(_local(written))
            self._posts[post.id] = post

    def _live(self, days: int, faults: Mapping[int, FaultKind], redesigns: set[int]) -> Iterator[Day]:
        theme = self._rng.randrange(THEMES)
        room, kinds = range(1, max(2, days * 3 // 4)), list(self._pace.rates)
        due = dict(zip(self._rng.sample(room, len(kinds)), kinds, strict=True)) if len(room) >= len(kinds) else {}
        yield Day(0, START, dict(self._posts), theme=theme)
        for number in range(1, days):
            moment = START + timedelta(days=number)
            events = self._spend(moment, number, due.get(number))
            theme = (theme + 1) % THEMES if number in redesigns else theme
            yield Day(
                number, moment, dict(self._posts), tuple(events), faults.get(number), theme, number in redesigns,
                dict(self._moved),
            )  # fmt: skip

    def _spend(self, moment: datetime, number: int, due: EventKind | None) -> list[Event]:
        """The events of the 24 hours before `moment`, in their order."""
        kinds = [kind for kind, rate in self._pace.rates.items() for _ in range(self._count(rate))]
        kinds += [due] if due else []
        minutes = sorted((self._rng.randint(1, 1439) for _ in kinds), reverse=True)
        self._rng.shuffle(kinds)
        events = [
            event
            for kind, before in zip(kinds, minutes, strict=True)
            if (event := self._happen(kind, moment - timedelta(minutes=before), number))
        ]
        for post in self._trash.pop(number, []):
            back = moment - timedelta(minutes=self._rng.randint(1, 300))
            self._posts[post.id] = replace(post, modified=_local(back))
            events.append(Event(EventKind.BACK, post.id))
        return events

    def _count(self, rate: float) -> int:
        return (
            int(rate) + (self._rng.random() < rate % 1)
            if self._rng.random() < 0.8
            else self._rng.randint(0, int(2 * rate))
        )

    def _happen(self, kind: EventKind, at: datetime, number: int) -> Event | None:
        now = _local(at)
        if kind in {EventKind.ADDED, EventKind.SCHEDULED, EventKind.BACKDATED, EventKind.IMPORTED}:
            post = self._new(kind, at, now)
        elif len(self._posts) < 3:
            return None
        else:
            post = self._posts[self._rng.choice(list(self._posts))]
            if kind in {EventKind.DELETED, EventKind.TRASHED}:
                del self._posts[post.id]
                if kind is EventKind.TRASHED:
                    back = number + self._rng.randint(*self._pace.trash_days)
                    self._trash.setdefault(back, []).append(post)
                return Event(kind, post.id)
            if kind is EventKind.TERM_RENAMED:
                self._rename_term(post)
                return Event(kind, post.id)
            if kind is EventKind.MOVED:
                self._moved[post.path] = post.id
            post = self._writer.changed(post, kind, now)
        self._posts[post.id] = post
        return Event(kind, post.id)

    def _new(self, kind: EventKind, at: datetime, now: str) -> LikePost:
        long_ago = _local(at - timedelta(days=self._rng.randint(100, 2000)))
        if kind is EventKind.SCHEDULED:
            return replace(self._writer.post(now), modified=_local(at - timedelta(days=self._rng.randint(2, 12))))
        if kind is EventKind.BACKDATED:
            return replace(self._writer.post(long_ago), modified=now)
        return self._writer.post(long_ago if kind is EventKind.IMPORTED else now)

    def _rename_term(self, post: LikePost) -> None:
        taxonomy = "categories" if post.type == "post" else "resource_type"
        old, new = getattr(post, taxonomy)[0], self._writer.term()
        for each in list(self._posts.values()):
            if old in getattr(each, taxonomy):
                terms = tuple(new if term == old else term for term in getattr(each, taxonomy))
                self._posts[each.id] = replace(each, **{taxonomy: terms})


def _local(moment: datetime) -> str:
    """Site-local wall time, as WordPress keeps it."""
    return moment.astimezone(SITE_ZONE).replace(tzinfo=None).isoformat(timespec="seconds")
