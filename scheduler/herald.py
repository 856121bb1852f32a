"""Tells people: looks at each run that closes, writes down what is to be told (`pipeline.alarms`), and sends it.

Several schedulers may do so at once: of one source, kind and occasion the table takes one notice.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import islice

from crawler.clock import Clock
from pipeline.alarms import DIGEST_TITLES, Alarm, NoticeKind, Tidings, Told, digest, digest_span, recoveries, troubles
from pipeline.errors import GleaneryError
from pipeline.model import Outcome, OutcomeKind, Source
from scheduler.receivers import Receivers
from storage.notices import Notice
from storage.runs import LEARNT_FROM
from storage.store import Store
from storage.visits import PastRun

TICK_SECONDS = 2.0
# A receiver that cannot be reached is tried again after these minutes, then given up.
_TRIES = (1, 5, 15, 60, 240)
_GOOD_NEWS = frozenset({NoticeKind.RECOVERED, NoticeKind.DIGEST, NoticeKind.TEST})


class Herald:
    """`every`: how often a digest is told: "daily", "weekly" or "never"."""

    def __init__(
        self, store: Store, receivers: Receivers, clock: Clock, complain: Callable[[str], None], every: str = "daily"
    ) -> None:
        self._store = store
        self._agenda = store.agenda
        self._receivers = receivers
        self._clock = clock
        self._complain = complain
        self._every = every
        self._digested: datetime | None = None
        self._stop = threading.Event()

    def run(self) -> None:
        """Tell, until `stop`."""
        while not self._stop.is_set():
            try:
                self.look()
            except GleaneryError as fault:
                self._complain(f"notices: {fault}")
            self._stop.wait(TICK_SECONDS)

    def stop(self) -> None:
        self._stop.set()

    def look(self) -> None:
        """Everything that there is to be told now. Raises StoreError."""
        for name, turn in self._agenda.unjudged():
            if (source := self._store.find_source(name)) is not None:
                self.judge(source)
            self._agenda.judged(name, turn)
        self._digest()
        while (notice := self._agenda.notice_to_send(self._clock())) is not None:
            self._send(notice)

    def judge(self, source: Source) -> None:
        """Open the alarms that a source's newest runs call for, and close those that are over."""
        _, past = self._agenda.past_of(source.name, LEARNT_FROM)
        runs = [_told(each) for each in past if each.outcome is not OutcomeKind.BUSY]
        if not runs or source.paused:
            return
        news = self._agenda.news_of(source.name, LEARNT_FROM)
        now = self._clock()
        wrong = troubles(source.name, source.alerts, runs, news, now)
        open_ = {each.kind: each for each in self._agenda.open_alarms(source.name)}
        for alarm in wrong:
            if alarm.kind not in open_:
                self._tell(alarm)
        over = {kind: each for kind, each in open_.items() if kind not in {alarm.kind for alarm in wrong}}
        if not over:
            return
        kept = {kind for kind, each in over.items() if each.state == "kept"}
        marks = {kind: str(each.id) for kind, each in over.items()}
        for alarm in recoveries(source.name, source.alerts, marks, runs, kept):
            self._tell(alarm)
        self._agenda.close_alarms([each.id for each in over.values()], now)

    def _tell(self, alarm: Alarm) -> None:
        self._agenda.tell(alarm, self._clock(), send=bool(len(self._receivers)) and not alarm.muted)

    def _digest(self) -> None:
        if self._every == "never":
            return
        told = self._agenda.notices(1, NoticeKind.DIGEST)
        last = date.fromisoformat(told[0].mark[:10]) if told else None
        begin, end = digest_span(self._every, self._clock(), last)
        if begin >= end or end == self._digested:
            return
        by_tag: dict[str, list[Tidings]] = {}
        for name, count in self._agenda.new_between(begin, end).items():
            source = self._store.find_source(name)
            if source is not None and NoticeKind.DIGEST.value not in source.alerts.mute:
                titles = self._titles(name, begin, end)
                by_tag.setdefault(source.alerts.tag, []).append(Tidings(name, count, titles))
        for tag, tidings in by_tag.items():
            if (alarm := digest(tidings, end.date().isoformat(), tag)) is not None:
                self._tell(alarm)
        self._digested = end

    def _titles(self, name: str, begin: datetime, end: datetime) -> tuple[str, ...]:
        some = self._store.resources(source=name, since=begin, limit=500)
        fresh = (each.resource.title for each in some if begin <= each.first_seen < end)
        return tuple(islice(fresh, DIGEST_TITLES))

    def _send(self, notice: Notice) -> None:
        done, failed = self._receivers.send(notice, well=notice.kind in _GOOD_NEWS)
        if not failed:
            self._agenda.notice_sent(notice.id, done)
            return
        tried = notice.attempts
        again = self._clock() + timedelta(minutes=_TRIES[tried]) if tried < len(_TRIES) else None
        self._agenda.notice_not_sent(notice.id, done, again)
        when = f"trying again in {_TRIES[tried]} min" if again else "given up"
        self._complain(f"notice {notice.id} ({notice.title}) did not reach {', '.join(failed)}; {when}")


def _told(run: PastRun) -> Told:
    outcome = Outcome(run.outcome, run.evidence, run.advice)
    return Told(run.run_id, run.finished, outcome, run.new, run.held)
