"""How old is a copy? Sources that change by chance, visited at fixed intervals, and as the planner decides."""

from __future__ import annotations

import heapq
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.freshness import Appetite, Look, age, change_rate, interval_for, price_for, rounded

HOUR, DAY = 3600.0, 86400.0
LEAST, MOST = 60.0, 400 * DAY
_HISTORY = 60
# Between two reckonings of the price, as `scheduler.planner` does it now and then.
_PRICED = 6 * HOUR


@dataclass(frozen=True, slots=True)
class Ages:
    """Mean ages of the copy in seconds, and visits; in the second half of the time."""

    fixed: float
    adaptive: float
    limit: float
    visits_fixed: int
    visits_adaptive: int


@dataclass(slots=True)
class _Source:
    rate: float
    chance: random.Random
    change: float = 0.0  # the first change that no visit has seen yet
    visited: float = 0.0
    seen: deque[Look] | None = None

    def look(self, moment: float, since: float) -> tuple[bool, float]:
        """A visit: whether anything had changed, and how much age that ends, as far as it lies after `since`."""
        changed = self.change <= moment
        begin = max(self.change, since)
        aged = 0.0
        if begin < moment:  # the age grows from 0 at the change to moment - change
            aged = ((moment - self.change) ** 2 - (begin - self.change) ** 2) / 2
        if changed:
            self.change = moment + self.chance.expovariate(self.rate)
        self.visited = moment
        return changed, aged


def compare(*, sources: int, days: float, interval: float, seed: int = 5) -> Ages:
    """Visits every `interval` against as many visits where they help most; change rates from hourly to yearly."""
    rates = [1 / (HOUR * 8760 ** (n / max(1, sources - 1))) for n in range(sources)]
    fixed, visits_fixed = _live(rates, days, seed, lambda _: interval)
    adaptive, visits_adaptive = _live(rates, days, seed, _Planner(rates, sources / interval).interval)
    price = price_for(_kinds(rates), sources / interval)
    limit = sum(age(rate, interval_for(rate, price, LEAST, MOST)) for rate in rates) / sources
    return Ages(fixed, adaptive, limit, visits_fixed, visits_adaptive)


def _kinds(rates: list[float]) -> dict[Appetite, int]:
    kinds: dict[Appetite, int] = {}
    for rate in rates:
        kind = Appetite(rounded(rate), 1.0, LEAST, MOST)
        kinds[kind] = kinds.get(kind, 0) + 1
    return kinds


def _live(
    rates: list[float], days: float, seed: int, interval: Callable[[tuple[int, _Source, float]], float]
) -> tuple[float, int]:
    """The mean age and the visits of the second half of so many days."""
    chance = random.Random(seed)
    kept = [_Source(rate, random.Random(chance.random()), seen=deque(maxlen=_HISTORY)) for rate in rates]
    for each in kept:
        each.change = each.chance.expovariate(each.rate)
    end, half = days * DAY, days * DAY / 2
    # Begun at chance moments of the first interval, so that visits do not come in waves.
    queue = [(chance.random() * interval((n, each, 0.0)), n) for n, each in enumerate(kept)]
    heapq.heapify(queue)
    aged, visits = 0.0, 0
    while queue and queue[0][0] < end:
        moment, number = heapq.heappop(queue)
        source = kept[number]
        span = moment - source.visited
        changed, more = source.look(moment, half)
        if source.seen is not None:
            source.seen.append(Look(span, changed))
        if moment >= half:
            aged += more
            visits += 1
        heapq.heappush(queue, (moment + interval((number, source, moment)), number))
    for each in kept:
        aged += each.look(end, half)[1] if end >= half else 0.0
    return aged / (end - half) / len(rates), visits


class _Planner:
    """What `scheduler.planner` does, without a database: rates estimated by visits only, a price now and then."""

    def __init__(self, rates: list[float], budget: float) -> None:
        self._estimates = [1 / DAY] * len(rates)
        self._budget = budget
        self._price = price_for(_kinds(self._estimates), budget)
        self._priced = 0.0

    def interval(self, asked: tuple[int, _Source, float]) -> float:
        number, source, moment = asked
        self._estimates[number] = change_rate(source.seen or ())
        if moment - self._priced > _PRICED:
            self._price, self._priced = price_for(_kinds(self._estimates), self._budget), moment
        return interval_for(self._estimates[number], self._price, LEAST, MOST)
