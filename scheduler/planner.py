"""Plans visits: reads a source's history, asks the pure rules (`pipeline.visits`), writes down when it is due."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import pairwise

from crawler.clock import Clock
from pipeline.freshness import Look, change_rate, price_for
from pipeline.model import OutcomeKind
from pipeline.schedule import DAY
from pipeline.visits import Past, failures_in_row, next_visit
from storage.agenda import Agenda
from storage.runs import LEARNT_FROM
from storage.visits import PastRun, Unplanned

# For so long a price stands: it moves as slowly as the whole of all sources does.
PRICE_SECONDS = 600.0
_READ = frozenset({OutcomeKind.OK, OutcomeKind.PARTIAL, OutcomeKind.COLLAPSED, OutcomeKind.EMPTY})


class Planner:
    """`budget` is in requests a day, for all adaptive sources together.

    None: as many as a visit a day to each of them would take. It is only spent where it makes the copy fresher.
    """

    def __init__(self, agenda: Agenda, clock: Clock, budget: float | None = None) -> None:
        self._agenda = agenda
        self._clock = clock
        self._budget = budget
        self._price = 0.0
        self._priced: float | None = None

    def plan(self, most: int = 2000) -> int:
        """Plan what is to be planned, so many sources at most; gives how many were."""
        planned = 0
        while planned < most and (waiting := self._agenda.unplanned(min(500, most - planned))):
            for each in waiting:
                self._plan(each)
            planned += len(waiting)
        return planned

    def set_right(self) -> int:
        """Plan anew what is due later than it may be, because the clock was set back; gives how many were."""
        late = self._agenda.overlong(self._clock())
        for each in late:
            self._agenda.plan_anew(each)
        return len(late)

    def _plan(self, known: Unplanned) -> None:
        source, runs = self._agenda.past_of(known.source, LEARNT_FROM)
        if source is None:
            return
        past = past_of(known, runs)
        chosen = next_visit(
            source.schedule, past, self._clock(), price=self.price(), seed=f"{known.source}/{known.turn}"
        )
        self._agenda.plan(known, chosen, rate=past.rate, cost=past.requests, failures=past.failures)

    def price(self) -> float:
        """What a request is worth now, so that the budget is kept."""
        if self._priced is None or time.monotonic() - self._priced > PRICE_SECONDS:
            kinds = self._agenda.appetites()
            budget = self._budget
            if budget is None:
                budget = sum(count * each.cost for each, count in kinds.items())
            self._price, self._priced = price_for(kinds, budget / DAY), time.monotonic()
        return self._price


def past_of(known: Unplanned, runs: Sequence[PastRun]) -> Past:
    """What the newest runs (newest first) say of a source."""
    if not runs:
        return Past(made=known.made)
    read = [each for each in runs if each.outcome in _READ]
    looks = [
        Look((later.started - earlier.started).total_seconds(), later.changed) for later, earlier in pairwise(read)
    ]
    usual = [each.requests for each in read[:5] if each.requests]
    return Past(
        made=known.made,
        started=runs[0].started,
        finished=runs[0].finished,
        failures=failures_in_row([each.outcome for each in runs]),
        rate=change_rate(looks),
        requests=sum(usual) / len(usual) if usual else 1.0,
        hints=runs[0].hints,
    )
