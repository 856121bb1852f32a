"""The readings of sources: begun, resumed, closed; and what they tell the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, exists, insert, select, true, update

from pipeline.errors import StoreError
from pipeline.model import (
    JSON,
    Channel,
    Gap,
    Inventory,
    Key,
    Outcome,
    OutcomeKind,
    PartCount,
    RunReport,
    SecondInventory,
    Tally,
)
from storage import sightings, sources, visits
from storage.tables import run_pages, runs, versions
from storage.tables import sources as sources_table

TALLY = tuple(each.name for each in fields(Tally))
# So many of a source's newest runs tell how often it changes: enough to know, few enough to notice that it has changed.
# However old, these are kept; and so many good whole ones, which tell what to expect.
LEARNT_FROM, _GOOD_ONES = 60, 20


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that was broken off: what it had committed, and where it can go on."""

    run_id: int
    channel: Channel
    checkpoint: JSON
    started: datetime
    full: bool
    limit: int | None
    pages: tuple[str, ...]
    keys: frozenset[Key]
    tally: Tally


def begin(
    connection: Connection, source: str, channel: Channel, now: datetime, *, full: bool, limit: int | None
) -> int:
    """Begin a run of the source of that name; give its number. Raises UnknownSource."""
    sources.lock(connection, source)
    values = {"source": source, "channel": channel, "full": full, "item_limit": limit, "started": now}
    empty = {"seconds": 0.0, "swept": False, "evidence": "", "advice": "", **dict.fromkeys(TALLY, 0)}
    run_id = connection.execute(insert(runs).values(**values, **empty)).inserted_primary_key
    return int(run_id[0]) if run_id else 0


def unfinished(connection: Connection, source: str) -> Unfinished | None:
    """The source's newest run, if it was never closed."""
    newest = select(runs).where(runs.c.source == source).order_by(runs.c.id.desc()).limit(1)
    row = connection.execute(newest).mappings().one_or_none()
    if row is None or row["finished"] is not None:
        return None
    pages = connection.scalars(select(run_pages.c.url).where(run_pages.c.run == row["id"]).order_by(run_pages.c.id))
    return Unfinished(
        run_id=row["id"],
        channel=Channel(row["channel"]),
        checkpoint=row["checkpoint"],
        started=row["started"],
        full=row["full"],
        limit=row["item_limit"],
        pages=tuple(pages),
        keys=frozenset(sightings.of_run(connection, row["id"])),
        tally=_tally(row),
    )


_BROKEN_OFF = Outcome(
    OutcomeKind.FAILED, "the run was broken off and not resumed", "What it had read is kept. Sync again."
)


def abandon(connection: Connection, run_id: int, now: datetime, outcome: Outcome = _BROKEN_OFF) -> None:
    """Close a run that will not be resumed, as failed. What it committed stands."""
    row = opened(connection, run_id)
    connection.execute(
        update(runs)
        .where(runs.c.id == run_id)
        .values(
            finished=now,
            seconds=max(0.0, (now - row["started"]).total_seconds()),
            outcome=outcome.kind,
            evidence=outcome.evidence,
            advice=outcome.advice,
        )
    )


def opened(connection: Connection, run_id: int) -> RowMapping:
    """The row of a run that is not closed, with its source locked. Raises StoreError."""
    source = connection.scalar(select(runs.c.source).where(runs.c.id == run_id))
    if source is None:
        raise StoreError(f"there is no run {run_id}", advice="Was its source removed meanwhile?")
    sources.lock(connection, source)
    row = connection.execute(select(runs).where(runs.c.id == run_id)).mappings().one()
    if row["finished"] is not None:
        raise StoreError(f"run {run_id} of {row['source']} is closed", source=row["source"], advice="Sync again.")
    return row


def add(connection: Connection, row: RowMapping, counts: Mapping[str, int], checkpoint: JSON) -> None:
    """Note what a page added to an open run's tally, and where the run could go on."""
    added = {name: row[name] + count for name, count in counts.items()}
    connection.execute(update(runs).where(runs.c.id == row["id"]).values(checkpoint=checkpoint, **added))


def close(connection: Connection, report: RunReport, tally: Tally, *, swept: bool) -> None:
    """Write down how a run ended; with the day's first one, forget those that are too old. Call with the source locked."""
    finished = report.started + timedelta(seconds=report.seconds)
    _forget_old(connection, report, finished)
    connection.execute(
        update(runs)
        .where(runs.c.id == report.run_id)
        .values(
            finished=finished,
            seconds=report.seconds,
            swept=swept,
            outcome=report.outcome.kind,
            evidence=report.outcome.evidence,
            advice=report.outcome.advice,
            inventory=asdict(report.inventory),
            hints=visits.hints_form(report.hints),
            **asdict(tally),
        )
    )


def reports(connection: Connection, source: str | None, limit: int) -> list[RunReport]:
    """The newest closed runs, newest first."""
    return reports_where(connection, true() if source is None else runs.c.source == source, limit)


def reports_where(connection: Connection, condition: ColumnElement[bool], limit: int) -> list[RunReport]:
    """The newest closed runs that fit, newest first."""
    fitting = select(runs).where(runs.c.finished.is_not(None), condition)
    return [_report(row) for row in connection.execute(fitting.order_by(runs.c.id.desc()).limit(limit)).mappings()]


def newest(source: str | None = None) -> Select[int]:
    """The number of the newest closed run of each source, or of one: a look into the index, however long the history.

    Null for a source that has none.
    """
    its = (runs.c.source == sources_table.c.name) & runs.c.finished.is_not(None)
    last = select(runs.c.id).where(its).order_by(runs.c.id.desc()).limit(1).correlate(sources_table)
    wanted = true() if source is None else sources_table.c.name == source
    return select(last.scalar_subquery()).select_from(sources_table).where(wanted)


def good_whole(source: str) -> ColumnElement[bool]:
    """The source's runs that read everything, and well."""
    return (runs.c.source == source) & (runs.c.outcome == OutcomeKind.OK) & runs.c.full & runs.c.item_limit.is_(None)


def good_counts(connection: Connection, source: str, limit: int) -> tuple[int, ...]:
    """How many items the source's last good whole readings gave, newest first: what its next floor is learnt from."""
    newest = select(runs.c.inventory).where(good_whole(source)).order_by(runs.c.id.desc()).limit(limit)
    return tuple(each["read"] for each in connection.scalars(newest) if each is not None)


def _forget_old(connection: Connection, ending: RunReport, now: datetime) -> None:
    """Delete the source's runs that are older than its policy keeps them, and that nothing needs.

    What changed a resource stays (its history and `diff` name the run), and what the next runs learn from. Done as the
    day's first run (UTC) ends.
    """
    of_it = runs.c.source == ending.source
    before = select(runs.c.finished).where(of_it, runs.c.id < ending.run_id, runs.c.finished.is_not(None))
    last_end = connection.scalar(before.order_by(runs.c.id.desc()).limit(1))
    if last_end is None or last_end.date() == now.date():
        return
    known = sources.find(connection, ending.source)
    if known is None or not known.policy.keep_runs:
        return

    def last(number: int, *fitting: ColumnElement[bool]) -> Select[int]:
        return select(runs.c.id).where(of_it, *fitting).order_by(runs.c.id.desc()).limit(number)

    needed = {
        each
        for chosen in (
            last(max(LEARNT_FROM, known.policy.full_every)),
            last(_GOOD_ONES, good_whole(ending.source)),
            last(1, runs.c.swept),
        )
        for each in connection.scalars(chosen)
    }
    old = of_it & (runs.c.finished < now - timedelta(days=known.policy.keep_runs)) & runs.c.id.not_in(needed)
    changed = exists(select(versions.c.id).where(versions.c.run == runs.c.id))
    shows = exists(select(run_pages.c.id).where(run_pages.c.run == runs.c.id))
    connection.execute(delete(runs).where(old, ~changed, ~shows))


def _tally(row: RowMapping) -> Tally:
    return Tally(**{name: row[name] for name in TALLY})


def _report(row: RowMapping) -> RunReport:
    return RunReport(
        run_id=row["id"],
        source=row["source"],
        channel=Channel(row["channel"]),
        outcome=Outcome(OutcomeKind(row["outcome"]), row["evidence"], row["advice"]),
        tally=_tally(row),
        inventory=_inventory(row["inventory"] or {}),
        started=row["started"],
        seconds=row["seconds"],
        hints=visits.hints_of(row["hints"]),
    )


def _inventory(values: Mapping[str, Any]) -> Inventory:
    named = {each.name: values[each.name] for each in fields(Inventory) if each.name in values}
    parts = tuple(PartCount(**each) for each in values.get("parts", ()))
    failed = tuple(values.get("pages_failed", ()))
    return Inventory(**{**named, "parts": parts, "pages_failed": failed, "second": _second(values.get("second"))})


def _second(values: Mapping[str, Any] | None) -> SecondInventory | None:
    if values is None:
        return None
    return SecondInventory(**{**values, "gaps": tuple(Gap(**each) for each in values["gaps"])})
