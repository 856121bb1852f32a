"""Decisions and outcomes, as tables of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.decide import content_hash, decide_absent, decide_seen, judge, merge, to_json
from pipeline.model import (
    DecisionKind,
    Expectations,
    Failure,
    FileLink,
    Inventory,
    Known,
    OutcomeKind,
    Resource,
    Stamp,
    State,
)

DAY = datetime(2026, 3, 1, tzinfo=UTC)
ALL = dict.fromkeys(("title", "teaser", "categories", "tags", "published", "files"), "test")
GUIDE = Resource(
    source="s",
    url="https://example.org/guide/",
    title="A guide",
    teaser="How to begin.",
    categories=("Guidance",),
    tags=("Global", "Asia"),
    published=Stamp("2026-02-01", datetime(2026, 2, 1, tzinfo=UTC)),
    files=(FileLink("https://example.org/guide.pdf", "PDF"),),
    native_id="7",
    origins=ALL,
)


def known(resource: Resource, state: State = State.PRESENT, misses: int = 0) -> Known:
    return Known("s/1", resource, content_hash(resource), state, DAY, DAY, misses)


def test_unknown_is_new() -> None:
    decision = decide_seen(GUIDE, None, "s/new")
    assert (decision.kind, decision.key, decision.resource) == (DecisionKind.NEW, "s/new", GUIDE)


@pytest.mark.parametrize(
    "seen",
    [
        GUIDE,
        replace(GUIDE, tags=("Asia", "Global")),
        replace(GUIDE, url="http://example.org/guide"),
        replace(GUIDE, files=(FileLink("https://example.org/guide.pdf", "Download"),)),
        replace(GUIDE, teaser="", origins={"title": "another channel"}),
        replace(GUIDE, published=Stamp("2026-02", datetime(2026, 2, 1, tzinfo=UTC))),
    ],
    ids=[
        "identical",
        "terms in another order",
        "scheme and slash",
        "link text of a file",
        "field not looked at",
        "the same date, less of it",
    ],
)
def test_same(seen: Resource) -> None:
    decision = decide_seen(seen, known(GUIDE), "unused")
    assert (decision.kind, decision.key, decision.changes) == (DecisionKind.SAME, "s/1", ())
    assert decision.resource == GUIDE


@pytest.mark.parametrize(
    ("seen", "fields"),
    [
        (replace(GUIDE, title="A better guide"), {"title"}),
        (replace(GUIDE, teaser=""), {"teaser"}),
        (replace(GUIDE, tags=()), {"tags"}),
        (replace(GUIDE, url="https://example.org/guide-2026/"), {"url"}),
        (replace(GUIDE, files=()), {"files"}),
        (replace(GUIDE, title="B", published=None), {"title", "published"}),
    ],
)
def test_changed_names_the_fields_before_and_after(seen: Resource, fields: set[str]) -> None:
    decision = decide_seen(seen, known(GUIDE), "unused")
    assert decision.kind is DecisionKind.CHANGED
    assert {change.field for change in decision.changes} == fields
    for change in decision.changes:
        assert change.before == to_json(GUIDE)[change.field]
        assert change.after == to_json(seen)[change.field]


def test_deciding_again_on_what_was_decided_changes_nothing() -> None:
    changed = decide_seen(replace(GUIDE, title="New title", tags=("Asia",)), known(GUIDE), "unused")
    again = decide_seen(replace(GUIDE, title="New title", tags=("Asia",)), known(changed.resource), "unused")
    assert again.kind is DecisionKind.SAME


@pytest.mark.parametrize("state", [State.MISSING, State.GONE])
def test_what_is_back_has_returned(state: State) -> None:
    decision = decide_seen(GUIDE, known(GUIDE, state, misses=1), "unused")
    assert (decision.kind, decision.changes) == (DecisionKind.RETURNED, ())


def test_absence_keeps_the_values() -> None:
    decision = decide_absent(known(GUIDE, misses=1))
    assert (decision.kind, decision.resource) == (DecisionKind.MISSING, GUIDE)
    assert "2 complete runs" in decision.reason


def test_merge_keeps_what_the_channel_did_not_look_at() -> None:
    merged = merge(Resource("s", GUIDE.url, title="T", origins={"title": "feed"}), GUIDE)
    assert merged == replace(GUIDE, title="T", origins={**ALL, "title": "feed"})


@given(st.text(), st.lists(st.text(), max_size=4))
def test_hash_depends_on_content_only(title: str, tags: list[str]) -> None:
    first = Resource("s", "https://example.org/a", title=title, tags=tuple(tags), origins={"title": "rest"})
    second = replace(first, tags=tuple(reversed(tags)), origins={"title": "feed"}, native_id="9")
    assert content_hash(first) == content_hash(second)


REFUSED = Failure("https://example.org/", OutcomeKind.BLOCKED, "refuses access (403)")
DOWN = Failure("https://example.org/page/2/", OutcomeKind.UNREACHABLE, "no answer in time")


@pytest.mark.parametrize(
    ("inventory", "failures", "options", "kind"),
    [
        (Inventory(), [], {}, OutcomeKind.EMPTY),
        (Inventory(), [REFUSED], {}, OutcomeKind.BLOCKED),
        (Inventory(), [DOWN], {}, OutcomeKind.UNREACHABLE),
        (Inventory(read=10), [DOWN], {}, OutcomeKind.PARTIAL),
        (Inventory(claimed=12, read=10), [], {}, OutcomeKind.PARTIAL),
        (Inventory(claimed=10, read=10), [], {}, OutcomeKind.OK),
        (Inventory(read=12), [], {"history": [240] * 9}, OutcomeKind.COLLAPSED),
        (Inventory(read=200), [], {"history": [240] * 9}, OutcomeKind.OK),
        (Inventory(read=1), [], {"history": [3, 3, 3]}, OutcomeKind.OK),
        (Inventory(read=5), [], {"expectations": Expectations(min_items=6)}, OutcomeKind.COLLAPSED),
        (Inventory(read=9), [], {"expectations": Expectations(max_items=6)}, OutcomeKind.DRIFTED),
        (Inventory(read=9), [], {"drift": "titles are gone"}, OutcomeKind.DRIFTED),
    ],
)
def test_outcomes(inventory: Inventory, failures: list[Failure], options: dict[str, object], kind: OutcomeKind) -> None:
    outcome = judge(inventory, failures, **options)  # type: ignore[arg-type]
    assert outcome.kind is kind
    assert outcome.evidence
    assert bool(outcome.advice) is outcome.needs_attention
