"""The tables, as the newest migration leaves them (`tests/storage/` compares); see also `duplicate_tables` and `robots`.

::

    sources ─┬─ leases          who may write to a source now
             ├─ visits          when it is due, and who sees to that
             ├─ notices         what people are to be told of it
             ├─ runs ── run_pages   each reading of it, and what each page of a reading held
             ├─ observations    what was seen, raw
             ├─ resources ─┬─ versions         each change
             │             ├─ resource_terms ── terms
             │             └─ files
             ├─ aliases         every name that a resource answers to
             ├─ removals        what was found of absent resources
             └─ validators      how pages are asked whether they changed
    workers                      the processes that schedule or run, as they last said

Moments are in UTC. What a site or a person has written is `SafeText`; `Text` is what this program makes, clean from the
start. Nothing that changes on every run stands in `resources`, `versions`, `terms` or `observations`: a
second reading of an unchanged source writes nothing there (docs/decisions/0003).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from storage.columns import BigId, JsonText, SafeText, UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _of_source() -> ForeignKey:
    return ForeignKey("sources.name", ondelete="CASCADE")


def _of_resource() -> ForeignKey:
    return ForeignKey("resources.key", ondelete="CASCADE")


class SourceColumns(TypedColumns):
    """`definition` is the whole `Source` as JSON; `url` stands beside it for people who read the table."""

    name: Named[str] = Column(Text, primary_key=True)
    url: Named[str] = Column(SafeText)
    definition: Named[dict[str, Any]] = Column(JsonText)
    created: Named[datetime] = Column(UtcDateTime)


class LeaseColumns(TypedColumns):
    """One row per source that was ever leased: `token` has to outlive the lease. No `holder`: it is free."""

    source: Named[str] = Column(Text, _of_source(), primary_key=True)
    holder: Named[str] = Column(SafeText)
    since: Named[datetime] = Column(UtcDateTime)
    expires: Named[datetime] = Column(UtcDateTime)
    token: Named[int] = Column(Integer)


class VisitColumns(TypedColumns):
    """When each source is due. No `due`: it is to be planned; nothing else has to be known by whoever plans.

    `turn` numbers the source's visits: it moves on when a run closes or the schedule changes, and a run that was sent
    for an older turn is refused. `slot` is the time by the schedule, `made` the newest slot that a run was begun for
    (`taken`: that is the present one). `attempts` counts how often somebody took the present turn on: `claimed_by`,
    until `claimed_until`. `rate` is the estimated changes per second, `cost` the requests of a usual visit. `judged`:
    the newest run was looked at for what people are to be told.
    """

    source: Named[str] = Column(Text, _of_source(), primary_key=True)
    host: Named[str] = Column(SafeText, index=True)
    paused: Named[bool] = Column(Boolean)
    turn: Named[int] = Column(Integer)
    due: Named[datetime | None] = Column(UtcDateTime, index=True)
    slot: Named[datetime | None] = Column(UtcDateTime)
    made: Named[datetime | None] = Column(UtcDateTime)
    taken: Named[bool] = Column(Boolean)
    reason: Named[str] = Column(SafeText)
    priority: Named[int] = Column(Integer)
    attempts: Named[int] = Column(Integer)
    claimed_by: Named[str] = Column(SafeText)
    claimed_until: Named[datetime | None] = Column(UtcDateTime)
    failures: Named[int] = Column(Integer)
    broken: Named[bool] = Column(Boolean)
    rate: Named[float] = Column(Double)
    cost: Named[float] = Column(Double)
    least: Named[float] = Column(Double)
    most: Named[float] = Column(Double)
    judged: Named[bool] = Column(Boolean, index=True)


class NoticeColumns(TypedColumns):
    """What people are told, once. `source` "" is all of them; `mark` tells one from the next of its kind.

    An alarm is open until `closed`. `state`: "waiting", "sending", "sent", "kept" (nobody to tell, or muted), "failed".
    `done` names the receivers that have had it, by a digest of their address without its secrets.
    """

    id: Named[int] = Column(Integer, primary_key=True)
    source: Named[str] = Column(Text)
    kind: Named[str] = Column(Text)
    mark: Named[str] = Column(Text)
    title: Named[str] = Column(SafeText)
    body: Named[str] = Column(SafeText)
    tag: Named[str] = Column(SafeText)
    opened: Named[datetime] = Column(UtcDateTime)
    closed: Named[datetime | None] = Column(UtcDateTime)
    state: Named[str] = Column(Text, index=True)
    attempts: Named[int] = Column(Integer)
    next_try: Named[datetime | None] = Column(UtcDateTime)
    done: Named[list[str]] = Column(JsonText)


class WorkerColumns(TypedColumns):
    """A process that schedules ("scheduler") or runs ("worker"), as it last said. `busy`: the sources it runs."""

    holder: Named[str] = Column(SafeText, primary_key=True)
    role: Named[str] = Column(Text)
    started: Named[datetime] = Column(UtcDateTime)
    seen: Named[datetime] = Column(UtcDateTime)
    slots: Named[int] = Column(Integer)
    busy: Named[list[str]] = Column(JsonText)


class RunColumns(TypedColumns):
    """`full`: it was to read everything; `item_limit`: no more than that many.

    `swept`: it was complete, and what it did not see was marked missing; so each resource that is present was seen by
    the newest swept run.
    """

    id: Named[int] = Column(Integer, primary_key=True)
    source: Named[str] = Column(Text, _of_source())
    channel: Named[str] = Column(Text)
    full: Named[bool] = Column(Boolean)
    item_limit: Named[int | None] = Column(Integer)
    started: Named[datetime] = Column(UtcDateTime)
    finished: Named[datetime | None] = Column(UtcDateTime)
    seconds: Named[float] = Column(Double)
    swept: Named[bool] = Column(Boolean)
    outcome: Named[str | None] = Column(Text)
    evidence: Named[str] = Column(SafeText)
    advice: Named[str] = Column(SafeText)
    new: Named[int] = Column(Integer)
    changed: Named[int] = Column(Integer)
    unchanged: Named[int] = Column(Integer)
    missing: Named[int] = Column(Integer)
    removed: Named[int] = Column(Integer)
    returned: Named[int] = Column(Integer)
    held: Named[int] = Column(Integer)
    requests: Named[int] = Column(Integer)
    bytes: Named[int] = Column(BigId)
    inventory: Named[dict[str, Any] | None] = Column(JsonText)
    checkpoint: Named[Any] = Column(JsonText, nullable=True)
    hints: Named[dict[str, Any] | None] = Column(JsonText)


class RunPageColumns(TypedColumns):
    """A committed page: `shown` names the resources that it showed for the first time in its run (`sightings.pack`)."""

    id: Named[int] = Column(BigId, primary_key=True)
    run: Named[int] = Column(Integer, ForeignKey("runs.id", ondelete="CASCADE"), index=True)
    source: Named[str] = Column(Text, _of_source())
    url: Named[str] = Column(SafeText)
    at: Named[datetime] = Column(UtcDateTime)
    shown: Named[bytes] = Column(LargeBinary)


class ObservationColumns(TypedColumns):
    """`item` names what was seen (`observations.item_name`); `body` is zlib-compressed JSON: {"fields", "origins"}."""

    id: Named[int] = Column(BigId, primary_key=True)
    source: Named[str] = Column(Text, _of_source())
    channel: Named[str] = Column(Text)
    item: Named[str] = Column(Text)
    run: Named[int] = Column(Integer)
    url: Named[str] = Column(SafeText)
    page_url: Named[str] = Column(SafeText)
    position: Named[int] = Column(Integer)
    native_id: Named[str | None] = Column(SafeText)
    seen_at: Named[datetime] = Column(UtcDateTime)
    raw_hash: Named[str] = Column(Text)
    body: Named[bytes] = Column(LargeBinary)


class ResourceColumns(TypedColumns):
    """`folded` is the title and teaser in lower case, for the search; `seen_at` is when the resource had last been seen

    as the row was last written: `Known.last_seen` is derived from it and from the runs since (`sightings`).
    """

    key: Named[str] = Column(Text, primary_key=True)
    source: Named[str] = Column(Text, _of_source())
    native_id: Named[str | None] = Column(SafeText)
    url: Named[str] = Column(SafeText)
    title: Named[str] = Column(SafeText)
    teaser: Named[str] = Column(SafeText)
    teaser_truncated: Named[bool] = Column(Boolean)
    language: Named[str] = Column(SafeText)
    published: Named[str | None] = Column(SafeText)
    published_utc: Named[datetime | None] = Column(UtcDateTime)
    modified: Named[str | None] = Column(SafeText)
    modified_utc: Named[datetime | None] = Column(UtcDateTime)
    image: Named[str] = Column(SafeText)
    translations: Named[list[dict[str, Any]]] = Column(JsonText)
    origins: Named[dict[str, str]] = Column(JsonText)
    folded: Named[str] = Column(Text)
    content_hash: Named[str] = Column(Text)
    state: Named[str] = Column(Text)
    misses: Named[int] = Column(Integer)
    first_seen: Named[datetime] = Column(UtcDateTime)
    first_run: Named[int] = Column(Integer)
    changed_at: Named[datetime] = Column(UtcDateTime)
    seen_at: Named[datetime] = Column(UtcDateTime)


class AliasColumns(TypedColumns):
    """`alias` as `identify.aliases` gives it, `bounded`."""

    source: Named[str] = Column(Text, _of_source(), primary_key=True)
    alias: Named[str] = Column(Text, primary_key=True)
    resource: Named[str] = Column(Text, _of_resource(), index=True)


class VersionColumns(TypedColumns):
    """`changes`: [{"field", "before", "after"}], empty for what is new, missing, gone or merely back."""

    id: Named[int] = Column(BigId, primary_key=True)
    resource: Named[str] = Column(Text, _of_resource(), index=True)
    run: Named[int] = Column(Integer, index=True)
    at: Named[datetime] = Column(UtcDateTime)
    kind: Named[str] = Column(Text)
    changes: Named[list[dict[str, Any]]] = Column(JsonText)
    reason: Named[str] = Column(SafeText)


class TermColumns(TypedColumns):
    """`kind`: category, tag or author. `indexed` is the name `bounded`; `folded` that in lower case, for filters."""

    id: Named[int] = Column(BigId, primary_key=True)
    source: Named[str] = Column(Text, _of_source())
    kind: Named[str] = Column(Text)
    name: Named[str] = Column(SafeText)
    indexed: Named[str] = Column(Text)
    folded: Named[str] = Column(Text)


class ResourceTermColumns(TypedColumns):
    """`position` keeps the order in which the site shows the terms of a kind."""

    resource: Named[str] = Column(Text, _of_resource(), primary_key=True)
    term: Named[int] = Column(BigId, ForeignKey("terms.id", ondelete="CASCADE"), primary_key=True, index=True)
    position: Named[int] = Column(Integer)


class TermEditColumns(TypedColumns):
    """What a person says of terms (`pipeline.vocabulary.Edit`), one row an edit; `undone` says that it was taken back."""

    id: Named[int] = Column(Integer, primary_key=True)
    at: Named[datetime] = Column(UtcDateTime)
    kind: Named[str] = Column(Text)
    names: Named[list[str]] = Column(JsonText)
    target: Named[str] = Column(SafeText)
    undone: Named[bool] = Column(Boolean)


class FileColumns(TypedColumns):
    """`size` in bytes, `media_type` as in RFC 6838."""

    resource: Named[str] = Column(Text, _of_resource(), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    url: Named[str] = Column(SafeText)
    title: Named[str] = Column(SafeText)
    media_type: Named[str] = Column(SafeText)
    size: Named[int | None] = Column(BigId)


class RemovalColumns(TypedColumns):
    """What was found of an absent resource. `verdict`: alive, unknown, held (for a person) or refused (by one).

    `proof` says what its own address answered; `run` and `at` are when the verdict was reached.
    """

    resource: Named[str] = Column(Text, _of_resource(), primary_key=True)
    source: Named[str] = Column(Text, _of_source(), index=True)
    verdict: Named[str] = Column(Text)
    proof: Named[str] = Column(SafeText)
    run: Named[int] = Column(Integer)
    at: Named[datetime] = Column(UtcDateTime)


class ValidatorColumns(TypedColumns):
    """What a page is asked for with next time (RFC 9110, 8.8), and what it showed: `page` is its address, `bounded`.

    `shown` as in `run_pages`; `checkpoint` as the run kept it after that page.
    """

    source: Named[str] = Column(Text, _of_source(), primary_key=True)
    page: Named[str] = Column(Text, primary_key=True)
    etag: Named[str] = Column(SafeText)
    modified: Named[str] = Column(SafeText)
    checkpoint: Named[Any] = Column(JsonText, nullable=True)
    shown: Named[bytes] = Column(LargeBinary)


# WITHOUT ROWID: the primary key is the table, not a second copy of it (https://www.sqlite.org/withoutrowid.html)
sources = Table("sources", metadata, SourceColumns)
leases = Table("leases", metadata, LeaseColumns)
visits = Table("visits", metadata, VisitColumns)
notices = Table(
    "notices", metadata, NoticeColumns, UniqueConstraint("source", "kind", "mark"), sqlite_autoincrement=True
)
workers = Table("workers", metadata, WorkerColumns)
runs = Table("runs", metadata, RunColumns, Index(None, "source", "id"), sqlite_autoincrement=True)  # no number twice
run_pages = Table("run_pages", metadata, RunPageColumns, Index(None, "source", "run"))
observations = Table("observations", metadata, ObservationColumns, Index(None, "source", "channel", "item", "id"))
resources = Table("resources", metadata, ResourceColumns, Index(None, "source", "state"))
aliases = Table("aliases", metadata, AliasColumns, sqlite_with_rowid=False)
versions = Table("versions", metadata, VersionColumns)
terms = Table(
    "terms", metadata, TermColumns, UniqueConstraint("source", "kind", "indexed"), Index(None, "folded", "kind")
)
resource_terms = Table("resource_terms", metadata, ResourceTermColumns, sqlite_with_rowid=False)
term_edits = Table("term_edits", metadata, TermEditColumns, sqlite_autoincrement=True)
files = Table("files", metadata, FileColumns, sqlite_with_rowid=False)
removals = Table("removals", metadata, RemovalColumns)
validators = Table("validators", metadata, ValidatorColumns)
