"""A small source of made-up resources, and a reader of it, for the tests of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from pipeline.model import (
    CONTENT_FIELDS,
    JSON,
    Channel,
    Decision,
    FileLink,
    Inventory,
    Observation,
    Outcome,
    OutcomeKind,
    Resource,
    RunReport,
    Source,
    Stamp,
    Tally,
)
from storage.leases import Lease
from storage.store import Store

START = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
SOURCE = Source("harbour", "https://harbour.example/resources/")
ALL_OBSERVED = dict.fromkeys(CONTENT_FIELDS, "test")


def resource(number: int, **changes: Any) -> Resource:
    """The harbour's publication of that number, with every field filled."""
    day = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=number)
    made = Resource(
        source=SOURCE.name,
        url=f"https://harbour.example/resources/{number}/",
        title=f"Tide table {number}",
        teaser=f"Heights and hours for berth {number}.",
        teaser_truncated=number % 2 == 0,
        categories=("Tables", "Übersicht") if number % 3 else ("Guides",),
        tags=(f"berth-{number % 5}",),
        authors=("Ada Quay",),
        language="en",
        published=Stamp(day.date().isoformat(), day),
        modified=Stamp((day + DAY).isoformat(), day + DAY),
        image=f"https://harbour.example/{number}.jpg",
        files=(FileLink(f"https://harbour.example/{number}.pdf", "Table", "application/pdf", 1000 + number),),
        native_id=str(number),
        origins=ALL_OBSERVED,
    )
    return replace(made, **changes)


def resources(count: int) -> list[Resource]:
    """The first publications of the harbour."""
    return [resource(number) for number in range(1, count + 1)]


def observation(seen: Resource, at: datetime, **changes: Any) -> Observation:
    """The raw observation that `seen` may have been made from."""
    made = Observation(
        source=seen.source,
        channel=Channel.WORDPRESS,
        url=seen.url,
        page_url=SOURCE.url,
        position=1,
        seen_at=at,
        fields={"title": seen.title, "teaser": f"<p>{seen.teaser}</p>", "tags": list(seen.tags)},
        origins={"title": "title.rendered"},
        native_id=seen.native_id,
    )
    return replace(made, **changes)


def commit(  # noqa: PLR0917
    store: Store,
    run_id: int,
    number: int,
    seen: Sequence[Resource],
    at: datetime,
    checkpoint: JSON = None,
    lease: Lease | None = None,
) -> tuple[Decision, ...]:
    """Commit one page of the harbour."""
    raw = [observation(each, at) for each in seen]
    return store.commit_page(run_id, f"{SOURCE.url}page/{number}/", raw, seen, checkpoint, at, lease=lease)


def report(run_id: int, at: datetime, tally: Tally = Tally(), read: int = 0, **changes: Any) -> RunReport:  # noqa: B008
    """What an ordinary run would say at its end, a minute after `at`."""
    outcome = Outcome(OutcomeKind.OK, f"{read} resources")
    made = RunReport(
        run_id,
        SOURCE.name,
        Channel.WORDPRESS,
        outcome,
        tally,
        Inventory(claimed=read, read=read, complete=True),
        at,
        60.0,
    )
    return replace(made, **changes)


def read(
    store: Store, seen: Sequence[Resource], at: datetime, *, per_page: int = 4, complete: bool = True
) -> RunReport:
    """Read the harbour once, page by page, and close the run; give what it reported."""
    run_id = store.begin_run(SOURCE, Channel.WORDPRESS, at)
    decisions: list[Decision] = []
    for start in range(0, len(seen), per_page):
        decisions += commit(store, run_id, start // per_page + 1, seen[start : start + per_page], at)
    kinds = Counter(each.kind.value for each in decisions)
    tally = Tally(kinds["new"], kinds["changed"], kinds["same"], returned=kinds["returned"])
    said = report(run_id, at, tally, len(seen))
    if not complete:
        said = replace(said, outcome=Outcome(OutcomeKind.PARTIAL, "a page failed"))
    added = store.close_run(said, absent=complete)
    return replace(said, tally=replace(tally, missing=added.missing))
