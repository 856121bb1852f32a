"""What earlier runs leave for the next one: how long ago all was read, what waits, which pages need not come again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import Connection, func, insert, select, update

from pipeline.model import JSON, Channel, Inventory, Key, State
from pipeline.wholes import WholeRun
from storage import robots, sightings
from storage import runs as run_rows
from storage.columns import bounded
from storage.engine import Database
from storage.parts import among, in_parts, rows_of
from storage.tables import aliases, observations, removals, resources, runs, validators


@dataclass(frozen=True, slots=True)
class LastWhole:
    """The newest good run that was to read everything, of how many pages, and how many runs have ended since."""

    channel: Channel
    started: datetime
    pages: int
    later: int


@dataclass(frozen=True, slots=True)
class Validator:
    """How a page is asked whether it has changed (RFC 9110, 8.8), and what it showed when it was last read.

    `etag` and `modified` as the site gave them, either may be ""; `checkpoint` as the run kept it after that page.
    """

    etag: str
    modified: str
    checkpoint: JSON = None
    shown: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What an inventory has to know of a resource: is it there, and is it what the site now says it is?"""

    key: Key
    state: State
    modified: str
    url: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A present resource's native id, and the page on which a channel has shown it last ("" if never)."""

    native_id: str
    key: Key
    page_url: str


def last_whole(connection: Connection, source: str) -> LastWhole | None:
    """The newest run of a source that read everything, and well."""
    columns = select(runs.c.id, runs.c.channel, runs.c.started, runs.c.inventory)
    newest = columns.where(run_rows.good_whole(source))
    row = connection.execute(newest.order_by(runs.c.id.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    since = select(func.count()).select_from(runs).where(runs.c.source == source, runs.c.id > row.id)
    later = connection.scalar(since.where(runs.c.finished.is_not(None))) or 0
    return LastWhole(Channel(row.channel), row.started, (row.inventory or {}).get("pages_read", 0), later)


def whole_runs(connection: Connection, source: str, limit: int) -> list[WholeRun]:
    """The newest runs of a source that read everything, and well, newest first; not the very first one."""
    newest = select(runs.c.id, runs.c.inventory).where(run_rows.good_whole(source)).order_by(runs.c.id.desc())
    rows = connection.execute(newest.limit(limit + 1)).all()
    found = []
    for row, before in pairwise(rows):
        between = select(func.count()).where(
            runs.c.source == source, runs.c.id > before.id, runs.c.id <= row.id, runs.c.finished.is_not(None)
        )
        told = row.inventory or {}
        missed = max((told.get("restless") or {}).values(), default=0)
        found.append(WholeRun(connection.scalar(between) or 0, told.get("pages_read", 0), missed))
    return found


def good_readings(connection: Connection, source: str, channel: Channel, limit: int) -> list[Inventory]:
    """The inventories of a source's newest good whole runs by a channel, newest first: each shows other fields."""
    good = run_rows.good_whole(source) & (runs.c.channel == channel)
    return [each.inventory for each in run_rows.reports_where(connection, good, limit)]


def waiting(connection: Connection, source: str, absences: int) -> int:
    """How many resources are missing, but not for long enough yet for their own addresses to be asked."""
    missing = (resources.c.source == source) & (resources.c.state == State.MISSING) & (resources.c.misses < absences)
    found = select(removals.c.resource).where(removals.c.source == source)
    counted = select(func.count()).select_from(resources).where(missing, resources.c.key.not_in(found))
    return connection.scalar(counted) or 0


def kept(connection: Connection, source: str, native_ids: Iterable[str]) -> dict[str, Kept]:
    """What is known of the items of these native ids."""
    found: dict[str, Kept] = {}
    names = {bounded(f"id:{each}"): each for each in native_ids}
    for part in in_parts(names):
        wanted = rows_of(connection, part)
        owner = select(aliases.c.resource).where(aliases.c.source == source, aliases.c.alias == wanted)
        owners = {
            key: name for name, key in connection.execute(select(wanted, owner.scalar_subquery())) if key is not None
        }
        columns = select(resources.c.key, resources.c.state, resources.c.modified, resources.c.url)
        key = rows_of(connection, list(owners))
        for row in connection.execute(columns.where(resources.c.key.in_(select(key)))):
            found[names[owners[row.key]]] = Kept(row.key, State(row.state), row.modified or "", row.url)
    return found


def saw_all(connection: Connection, source: str) -> bool:
    """Whether the source's newest run that has ended knew of each resource whether it was there."""
    ended = select(runs.c.swept).where(runs.c.source == source, runs.c.finished.is_not(None))
    return bool(connection.scalar(ended.order_by(runs.c.id.desc()).limit(1)))


def present_on(connection: Connection, source: str, channel: Channel) -> list[Placed]:
    """Each present resource with a native id, and the page on which the channel has shown it last."""
    newest = (
        select(func.max(observations.c.id))
        .where(observations.c.source == source, observations.c.channel == channel)
        .group_by(observations.c.item)
    )
    shown = select(observations.c.native_id, observations.c.page_url).where(observations.c.id.in_(newest))
    pages = {row.native_id: row.page_url for row in connection.execute(shown)}
    there = select(resources.c.native_id, resources.c.key).where(
        resources.c.source == source, resources.c.state == State.PRESENT, resources.c.native_id.is_not(None)
    )
    return [Placed(row.native_id, row.key, pages.get(row.native_id, "")) for row in connection.execute(there)]


def addresses(connection: Connection, source: str) -> list[tuple[Key, State, str]]:
    """Key, state and address of each resource of a source that is not gone."""
    of_it = (resources.c.source == source) & resources.c.state.in_([State.PRESENT, State.MISSING])
    rows = connection.execute(select(resources.c.key, resources.c.state, resources.c.url).where(of_it))
    return [(row.key, State(row.state), row.url) for row in rows]


def newer_than(connection: Connection, source: str, published: datetime) -> int:
    """How many present resources of a source were published later than at that moment (UTC)."""
    later = (resources.c.source == source) & (resources.c.state == State.PRESENT)
    counted = select(func.count()).select_from(resources).where(later, resources.c.published_utc > published)
    return connection.scalar(counted) or 0


def validator(connection: Connection, source: str, page: str) -> Validator | None:
    """How that page is asked whether it has changed; None where the site gave nothing to ask with."""
    its = (validators.c.source == source) & (validators.c.page == bounded(page))
    row = connection.execute(select(validators).where(its)).one_or_none()
    return Validator(row.etag, row.modified, row.checkpoint, tuple(sightings.unpack(row.shown))) if row else None


def usable_validator(connection: Connection, source: str, page: str) -> Validator | None:
    """The page's validator, unless something that the page showed is not present any more: it has to be read again."""
    found = validator(connection, source, page)
    if found is None:
        return None
    for part in in_parts(found.shown):
        present = among(connection, resources.c.key, part) & (resources.c.state == State.PRESENT)
        if connection.scalar(select(func.count()).select_from(resources).where(present)) != len(part):
            return None
    return found


def keep_validator(connection: Connection, source: str, page: str, new: Validator) -> None:
    """Keep it for the next run, if it says anything new."""
    before = validator(connection, source, page)
    if before == new or not (new.etag or new.modified or before):
        return
    packed = sightings.pack(new.shown)
    values = {"etag": new.etag, "modified": new.modified, "checkpoint": new.checkpoint, "shown": packed}
    if before is None:
        connection.execute(insert(validators).values(source=source, page=bounded(page), **values))
        return
    its = (validators.c.source == source) & (validators.c.page == bounded(page))
    connection.execute(update(validators).where(its).values(**values))


def make_whole(connection: Connection, run_id: int) -> None:
    """A run that was to read the news only reads everything."""
    connection.execute(update(runs).where(runs.c.id == run_id).values(full=True))


class Memory:
    """A store's memory for the next run of a source. Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last_whole(self, source_name: str) -> LastWhole | None:
        """The newest run that read everything, and well."""
        with self._database.reading() as connection:
            return last_whole(connection, source_name)

    def whole_runs(self, source_name: str, limit: int = 3) -> list[WholeRun]:
        """What the newest runs that read everything, and well, had to find; newest first."""
        with self._database.reading() as connection:
            return whole_runs(connection, source_name, limit)

    def good_counts(self, source_name: str, limit: int = 10) -> tuple[int, ...]:
        """How many items each of the source's last good whole readings gave, newest first."""
        with self._database.reading() as connection:
            return run_rows.good_counts(connection, source_name, limit)

    def good_readings(self, source_name: str, channel: Channel, limit: int) -> list[Inventory]:
        """The inventories of the source's newest good whole runs by a channel, newest first."""
        with self._database.reading() as connection:
            return good_readings(connection, source_name, channel, limit)

    def make_whole(self, run_id: int) -> None:
        """A run that was to read the news only reads everything."""
        with self._database.writing() as connection:
            make_whole(connection, run_id)

    def waiting(self, source_name: str, absences: int) -> int:
        """How many resources are missing, but not for long enough yet to be asked."""
        with self._database.reading() as connection:
            return waiting(connection, source_name, absences)

    def kept(self, source_name: str, native_ids: Sequence[str]) -> Mapping[str, Kept]:
        """What is known of the items of these native ids, by id."""
        with self._database.reading() as connection:
            return kept(connection, source_name, native_ids)

    def saw_all(self, source_name: str) -> bool:
        """Whether the source's newest run that has ended knew of each resource whether it was there."""
        with self._database.reading() as connection:
            return saw_all(connection, source_name)

    def present_on(self, source_name: str, channel: Channel) -> list[Placed]:
        """Each present resource with a native id, and the page on which the channel has shown it last."""
        with self._database.reading() as connection:
            return present_on(connection, source_name, channel)

    def addresses(self, source_name: str) -> list[tuple[Key, State, str]]:
        """Key, state and address of each resource of the source that is not gone."""
        with self._database.reading() as connection:
            return addresses(connection, source_name)

    def newer_than(self, source_name: str, published: datetime) -> int:
        """How many present resources of the source were published later than at that moment (UTC)."""
        with self._database.reading() as connection:
            return newer_than(connection, source_name, published)

    def validator(self, source_name: str, page: str) -> Validator | None:
        """How that page is asked whether it has changed."""
        with self._database.reading() as connection:
            return usable_validator(connection, source_name, page)

    def robots(self, site: str, since: datetime) -> bytes | None:
        """What robots.txt said at the site ("https://example.org"), unless it was read before `since`."""
        with self._database.reading() as connection:
            return robots.since(connection, site, since)

    def keep_robots(self, site: str, body: bytes, at: datetime) -> None:
        """Keep what robots.txt said."""
        with self._database.writing() as connection:
            robots.keep(connection, site, body, at)
