"""The ground: one frozen type per state of knowledge. Standard library only.

All datetimes are aware and in UTC unless a docstring says otherwise; texts in a `Resource` are Unicode NFC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from pipeline.inventory import Gap as Gap  # noqa: PLC0414  exported on: one ground
from pipeline.inventory import Inventory as Inventory  # noqa: PLC0414  exported on: one ground
from pipeline.inventory import PartCount as PartCount  # noqa: PLC0414  exported on: one ground
from pipeline.inventory import SecondInventory as SecondInventory  # noqa: PLC0414  exported on: one ground
from pipeline.schedule import Alerts, Hints, Schedule

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
Key: TypeAlias = str

# The fields of a resource that a site states. Their order is the order of columns in tables and exports.
CONTENT_FIELDS = (
    "url", "title", "teaser", "teaser_truncated", "categories", "tags", "authors",
    "language", "published", "modified", "image", "files", "translations",
)  # fmt: skip


class Channel(StrEnum):
    """A way to read a site, best first. AUTO leaves the choice to the probe."""

    WORDPRESS = "wordpress"
    DRUPAL = "drupal"
    GHOST = "ghost"
    DISCOURSE = "discourse"
    OAI = "oai"
    FEED = "feed"
    SITEMAP = "sitemap"
    LISTING = "listing"
    AUTO = "auto"


class Enrich(StrEnum):
    """Whether items are completed from their own pages: never, where a channel leaves out what matters, or always."""

    NONE = "none"
    MISSING = "missing"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Politeness:
    """How a site may be asked. Times in seconds, sizes in bytes.

    `delay` is the least time between two requests; a site that answers slowly is given more (AutoThrottle), and one's
    own machine (a loopback address) needs none.
    """

    concurrency: int = 2
    delay: float = 0.5
    timeout: float = 30.0
    max_bytes: int = 10 * 2**20
    max_requests: int = 5000
    obey_robots: bool = True
    verify_tls: bool = True
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Expectations:
    """What a person knows of a source: bounds for the number of its resources; None leaves it to the history."""

    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """How a copy is kept true. `absences`: in so many complete runs a resource must be absent before its own address is

    asked; `removal_share` of the resources may be removed at a time without a person's word; after `full_every`
    readings of the news only, one reads everything. Runs are kept for `keep_runs` days (0: for ever), and longer where
    something refers to them.
    """

    absences: int = 2
    removal_share: float = 0.05
    full_every: int = 7
    keep_runs: int = 400


@dataclass(frozen=True, slots=True)
class Plan:
    """What the probe chose: the channel and where it starts. `detail` is the channel's own (a learnt wrapper, …)."""

    channel: Channel
    entry_url: str
    cms: str = ""
    reason: str = ""
    detail: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """What the user asked for: a URL to be kept, and how.

    `types` names the post types to read; none means every public one but pages (see docs/decisions/0004). `file_sizes`:
    files that resources link to are asked for their size and type.
    """

    name: str
    url: str
    channel: Channel = Channel.AUTO
    types: tuple[str, ...] = ()
    enrich: Enrich = Enrich.NONE
    file_sizes: bool = False
    politeness: Politeness = field(default_factory=Politeness)
    expectations: Expectations = field(default_factory=Expectations)
    policy: Policy = field(default_factory=Policy)
    plan: Plan | None = None
    paused: bool = False
    schedule: Schedule = field(default_factory=Schedule)
    alerts: Alerts = field(default_factory=Alerts)


@dataclass(frozen=True, slots=True)
class Observation:
    """What one channel saw of one item, raw. Append-only.

    `fields` maps a field's name to what the site said, uncleaned: "title" and "teaser" may be markup, "published" and
    "modified" are the site's own strings, "categories", "tags" and "authors" are lists of names, "files" a list of
    objects {url, title} (and size and type, where they were asked for), "image" an address, "language" the item's own
    tag, "translations" an object that maps a language to an address or a native id. Only fields that the channel looked
    at are present; an empty value says that the site shows none. "date_order" ("DMY", "MDY", "YMD"), "timezone" (an
    offset such as "+02:00") and "page_language" may stand beside them as hints. `origins` says for each field where on
    the site it came from.
    """

    source: str
    channel: Channel
    url: str
    page_url: str
    position: int
    seen_at: datetime
    fields: Mapping[str, JSON]
    origins: Mapping[str, str] = field(default_factory=dict)
    native_id: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as a site stated it.

    `text` is ISO 8601, no more precise than the site was: "2026-04-03", "2026-04-03T00:25:34" (site-local, offset
    unknown) or "2026-04-03T00:25:34+02:00". `utc` orders stamps: aware, in UTC; a missing time counts as midnight, a
    missing offset as UTC.
    """

    text: str
    utc: datetime


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file that a resource links to: never downloaded. `size` in bytes, `media_type` as in RFC 6838."""

    url: str
    title: str = ""
    media_type: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """The same work in another language, as the site states it.

    `name` is the alias that it answers to ("id:34", "url:example.org/fr/eau"; see `identify`), `url` its address as far as
    it is known.
    """

    language: str
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """The clean form of an item, before it is known whether the store has it already.

    `url` is canonical. `origins` names each field that was observed, also where it is empty: a field without an origin
    was not looked at, and says nothing about the site.
    """

    source: str
    url: str
    title: str = ""
    teaser: str = ""
    teaser_truncated: bool = False
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str = ""
    published: Stamp | None = None
    modified: Stamp | None = None
    image: str = ""
    files: tuple[FileLink, ...] = ()
    translations: tuple[Translation, ...] = ()
    native_id: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


class State(StrEnum):
    """PRESENT: on the site when last read. MISSING: not seen by the last complete run. GONE: removed, with proof."""

    PRESENT = "present"
    MISSING = "missing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Known:
    """What the store remembers of a resource."""

    key: Key
    resource: Resource
    content_hash: str
    state: State
    first_seen: datetime
    last_seen: datetime
    misses: int = 0


class DecisionKind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    MISSING = "missing"
    GONE = "gone"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's value before and after, in the JSON form of exports."""

    field: str
    before: JSON
    after: JSON


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done with one resource. `resource` holds the values to keep (observed ones over known ones)."""

    kind: DecisionKind
    key: Key
    resource: Resource
    content_hash: str
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""


class OutcomeKind(StrEnum):
    """How a run ended. Never only "finished"."""

    OK = "ok"
    EMPTY = "empty"
    COLLAPSED = "collapsed"
    PARTIAL = "partial"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    DRIFTED = "drifted"
    BUSY = "busy"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be read, and the kind of outcome that it alone would be (blocked, unreachable, drifted)."""

    url: str
    kind: OutcomeKind
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on a run: its kind, what was seen that says so, and what a person can do about it."""

    kind: OutcomeKind
    evidence: str
    advice: str = ""

    @property
    def needs_attention(self) -> bool:
        return self.kind is not OutcomeKind.OK


@dataclass(frozen=True, slots=True)
class Tally:
    """A run's counts, by decision; `requests` and `bytes` count what went over the wire."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    removed: int = 0
    returned: int = 0
    held: int = 0
    requests: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class RunReport:
    """A finished run, as `sync --json` and `runs` show it. `run_id` is 0 where none was begun (the source was busy)."""

    run_id: int
    source: str
    channel: Channel
    outcome: Outcome
    tally: Tally
    inventory: Inventory
    started: datetime
    seconds: float
    hints: Hints = field(default_factory=Hints)
