from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.freshness import Appetite, Look, age, benefit, change_rate, interval_for, price_for

HOUR, DAY = 3600.0, 86400.0


@pytest.mark.parametrize("true_every", [6 * HOUR, DAY, 7 * DAY, 30 * DAY])
def test_the_rate_is_found_from_what_visits_saw(true_every: float) -> None:
    """Poisson changes, seen only as "something changed since the last visit" at unequal spans."""
    chance = random.Random(7)
    estimates = []
    for _ in range(40):
        spans = [chance.uniform(0.3, 1.7) * true_every for _ in range(60)]
        looks = [Look(span, chance.random() < 1 - math.exp(-span / true_every)) for span in spans]
        estimates.append(change_rate(looks) * true_every)
    assert sum(estimates) / 40 == pytest.approx(1, abs=0.12)
    assert all(0.4 < each < 2 for each in estimates)


def test_a_source_that_never_changed_is_slow_and_one_that_always_did_is_quick() -> None:
    never = change_rate([Look(DAY, changed=False)] * 30)
    always = change_rate([Look(DAY, changed=True)] * 30)
    assert never < 1 / (20 * DAY)
    assert always > 3 / DAY
    assert change_rate([]) == pytest.approx(1 / DAY, rel=0.7)


@given(st.lists(st.tuples(st.floats(1, 1e8), st.booleans()), max_size=60))
def test_any_history_gives_a_rate_within_bounds(history: list[tuple[float, bool]]) -> None:
    rate = change_rate([Look(*each) for each in history])
    assert 1 / (3651 * DAY) <= rate <= 1 / 59


@given(st.floats(1e-8, 1e-2), st.floats(60, 1e7))
def test_age_is_what_its_definition_says(rate: float, interval: float) -> None:
    """The mean over an interval of the expected time since the first change: numerically."""
    steps = 400
    mean = (
        sum(t - (1 - math.exp(-rate * t)) / rate for t in ((n + 0.5) * interval / steps for n in range(steps))) / steps
    )
    assert age(rate, interval) == pytest.approx(mean, rel=2e-3, abs=1e-4 * interval * min(1, rate * interval))


@given(st.floats(1e-8, 1e-2), st.floats(60, 1e6))
def test_the_benefit_of_a_visit_grows_with_the_interval(rate: float, interval: float) -> None:
    assert benefit(rate, interval) < benefit(rate, interval * 1.1)


def test_the_budget_is_spent_and_not_more() -> None:
    kinds = {
        Appetite(rate, cost, HOUR, 60 * DAY): 10 for rate in (1 / DAY, 1 / (7 * DAY), 1e-7) for cost in (2.0, 30.0)
    }
    budget = 60 * 16 / DAY
    price = price_for(kinds, budget)
    spent = sum(n * k.cost / interval_for(k.rate, price * k.cost, k.least, k.most) for k, n in kinds.items())
    assert spent == pytest.approx(budget, rel=1e-3)


def test_no_other_allotment_of_the_same_budget_is_fresher() -> None:
    kinds = [Appetite(1 / every, 1.0, 60.0, 1000 * DAY) for every in (HOUR, DAY, 7 * DAY, 90 * DAY)]
    price = price_for(dict.fromkeys(kinds, 1), 4 / DAY)
    best = [interval_for(each.rate, price, each.least, each.most) for each in kinds]
    least = sum(age(each.rate, i) for each, i in zip(kinds, best, strict=True))
    chance = random.Random(3)
    for _ in range(300):
        shares = [1 / i * chance.uniform(0.5, 2) for i in best]
        scale = sum(1 / i for i in best) / sum(shares)
        other = sum(age(each.rate, 1 / (share * scale)) for each, share in zip(kinds, shares, strict=True))
        assert other >= least * (1 - 1e-6)


def test_bounds_come_before_the_budget() -> None:
    kinds = {Appetite(1 / DAY, 1.0, HOUR, DAY): 5}
    assert price_for(kinds, 1000.0) == 0.0
    assert price_for(kinds, 1e-9) == math.inf
    assert interval_for(1 / DAY, 0.0, HOUR, DAY) == HOUR
    assert interval_for(1 / DAY, math.inf, HOUR, DAY) == DAY
    assert price_for({}, 1.0) == 0.0
