"""How often does a source change, and how often should it be visited? (J. Cho, H. Garcia-Molina)

Changes are taken for a Poisson process of rate λ. A visit sees only whether there was any change since the one before,
so λ is estimated by maximum likelihood from such answers over unequal spans ("Estimating frequency of change", ACM TOIT
2003, 5), with its correction of half an unchanged visit, and half a change for what was never seen to change.

The age of a copy is how long ago it became untrue; 0 while it is true. Visited every I, its mean over time is
A(λ, I) = I · (1/2 - 1/r + (1 - e^-r)/r²) with r = λI ("Effective page refresh policies for web crawlers", ACM TODS 2003,
4). The sum of ages over all sources is least for a number of requests when a further request would help equally
everywhere: cost · price = -dA/df at each source. That price is one number for all sources; `price_for` finds it.

Rates are in changes per second, spans in seconds, budgets in requests per second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, expm1, log2, sqrt

_DAY = 86400.0
# Between a change a minute and one in ten years.
_SLOWEST, _QUICKEST = 1 / (3650 * _DAY), 1 / 60.0


@dataclass(frozen=True, slots=True)
class Look:
    """A visit as the estimate sees it: the seconds since the one before, and whether anything had changed."""

    span: float
    changed: bool


@dataclass(frozen=True, slots=True)
class Appetite:
    """A source as the allotment sees it: its change rate, the requests of one visit, the bounds of its interval."""

    rate: float
    cost: float
    least: float
    most: float


def change_rate(looks: Sequence[Look]) -> float:
    """The change rate that makes these visits' answers likeliest; one change a day where there were none."""
    usable = [each for each in looks if each.span > 0]
    changed = [each.span for each in usable if each.changed]
    mean = sum(each.span for each in usable) / len(usable) if usable else _DAY
    unchanged = sum(each.span for each in usable if not each.changed) + mean / 2

    def slope(rate: float) -> float:
        """The derivative of the log likelihood: falls as the rate grows, zero at the likeliest rate."""
        seen = sum(_share(span, rate) for span in changed) + _share(_DAY, rate) / 2
        return seen - unchanged

    return _falling_root(slope, _SLOWEST, _QUICKEST)


def _share(span: float, rate: float) -> float:
    """span / (e^(rate·span) - 1)"""
    power = rate * span
    return span / expm1(power) if power < 700 else 0.0


def age(rate: float, interval: float) -> float:
    """The mean age of a copy that is renewed every `interval`, in seconds."""
    r = rate * interval
    if r < 1e-3:
        return interval * r / 6
    return interval * (0.5 - 1 / r - expm1(-r) / r**2)


def benefit(rate: float, interval: float) -> float:
    """How much age one visit more per second would take away: -dA/df, in seconds². Grows with the interval."""
    r = rate * interval
    if r < 1e-3:
        return r * interval**2 / 3
    return (r**2 / 2 + (r + 1) * exp(-r) - 1) / rate**2


def interval_for(rate: float, price: float, least: float, most: float) -> float:
    """The interval at which a visit more would take away age worth just `price`, within the bounds."""
    if benefit(rate, least) >= price:
        return least
    if benefit(rate, most) <= price:
        return most
    return _falling_root(lambda interval: price - benefit(rate, interval), least, most)


def price_for(appetites: Mapping[Appetite, int], budget: float) -> float:
    """The price (age per request) at which so many sources of each kind make `budget` requests per second together.

    Where even the shortest intervals need less than the budget it is 0; where the longest need more, it is infinite:
    the bounds that people gave come first.
    """

    def requests(price: float) -> float:
        return sum(
            count * each.cost / interval_for(each.rate, price * each.cost, each.least, each.most)
            for each, count in appetites.items()
        )

    if not appetites or requests(0.0) <= budget:
        return 0.0
    if requests(float("inf")) >= budget:
        return float("inf")
    return _falling_root(lambda price: requests(price) - budget, 1e-9, 1e18)


def rounded(rate: float, steps: int = 8) -> float:
    """The rate to an eighth of an octave: sources that change about as often are counted as one kind."""
    return float(2 ** (round(log2(rate) * steps) / steps))


def _falling_root(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a falling function is zero, between two positive bounds; the nearer bound where it is not."""
    for _ in range(80):
        middle = sqrt(low * high)
        if function(middle) > 0:
            low = middle
        else:
            high = middle
        if high / low < 1 + 1e-6:
            break
    return sqrt(low * high)
