"""Fields that are not to be believed: lost by a template, or another one on every run."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.guard import (
    drift_of,
    filled_fields,
    lost_fields,
    overlooked,
    restless_fields,
    unobserved,
    volatile_fields,
)
from pipeline.model import Channel, Decision, DecisionKind, FieldChange, Inventory, Observation, Resource

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LOOKED = {"title": "h2", "teaser": "p", "tags": "a"}


def item(title: str = "A title", teaser: str = "A teaser", tags: tuple[str, ...] = ("Sea",)) -> Resource:
    return Resource("quay", "https://quay.example/1/", title, teaser, tags=tags, origins=LOOKED)


@pytest.mark.parametrize(
    ("pairs", "lost"),
    [
        ([(item(teaser=""), item())] * 5, {"teaser"}),
        ([(item(teaser="", tags=()), item())] * 6, {"teaser", "tags"}),
        ([(item(teaser=""), item())] * 4, set()),  # too few to tell
        ([(item(teaser=""), item())] * 5 + [(item(), item())], set()),  # the template still has it
        ([(item(teaser=""), item())] * 19 + [(item(), item())], {"teaser"}),
        ([(item(teaser=""), item(teaser=""))] * 9, set()),  # never had it
        ([(replace(item(teaser=""), origins={"title": "h2"}), item())] * 9, set()),  # was not looked at
        ([(item(teaser="Another"), item())] * 9, set()),
    ],
)
def test_what_a_page_has_lost(pairs: list[tuple[Resource, Resource]], lost: set[str]) -> None:
    assert lost_fields(pairs) == lost


def test_what_was_lost_counts_as_not_looked_at() -> None:
    assert overlooked(item(), {"teaser"}).origins == {"title": "h2", "tags": "a"}
    assert overlooked(item(), {"image"}) == item()
    fields = {"title": "A", "teaser": "", "content": "<p>text</p>"}
    observation = Observation("quay", Channel.WORDPRESS, "https://quay.example/1/", "", 0, NOW, fields, LOOKED)
    assert unobserved(observation, {"teaser"}).fields == {"title": "A"}
    assert unobserved(observation, ()) is observation


def decision(*fields: str, kind: DecisionKind = DecisionKind.CHANGED) -> Decision:
    return Decision(kind, "quay/1", item(), "", tuple(FieldChange(name, "a", "b") for name in fields))


@pytest.mark.parametrize(
    ("decided", "restless"),
    [
        (decision("teaser"), {"teaser"}),
        (decision("teaser", "modified"), set()),  # the site says so itself
        (decision("url"), set()),
        (decision("teaser", kind=DecisionKind.RETURNED), set()),
    ],
)
def test_what_is_restless(decided: Decision, restless: set[str]) -> None:
    assert restless_fields(decided) == restless


def reading(read: int = 100, **restless: int) -> Inventory:
    return Inventory(read=read, restless=restless)


@pytest.mark.parametrize(
    ("readings", "volatile"),
    [
        ([reading(teaser=90)] * 3, ("teaser",)),
        ([reading(teaser=90)] * 2, ()),
        ([reading(teaser=90), reading(teaser=10), reading(teaser=90)], ()),
        ([reading(teaser=90), reading(teaser=90), reading(teaser=50), reading()], ("teaser",)),
        ([reading(9, teaser=9)] * 3, ()),
    ],
)
def test_what_is_volatile(readings: list[Inventory], volatile: tuple[str, ...]) -> None:
    assert volatile_fields(readings) == volatile


def filled(read: int = 100, **counts: int) -> Inventory:
    return Inventory(read=read, filled=counts)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (
            filled(title=100, teaser=10),
            filled(title=100, teaser=95),
            "teaser is filled in 10% of the resources, it was in 95%",
        ),
        (filled(title=100, teaser=60), filled(title=100, teaser=95), ""),
        (filled(title=100, tags=1), filled(title=100, tags=20), ""),  # seldom filled before
        (filled(9, teaser=0), filled(9, teaser=9), ""),
        (filled(teaser=0), None, ""),
    ],
)
def test_drift_of_fill_rates(now: Inventory, before: Inventory | None, said: str) -> None:
    assert drift_of(now, before) == said


def test_what_was_not_looked_at_does_not_lack() -> None:
    assert "image" in filled_fields(item())
    assert "teaser" not in filled_fields(item(teaser=""))
