"""The store: all that is kept, in SQLite or PostgreSQL. Each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from sqlalchemy import Connection, RowMapping

from pipeline.model import (
    JSON,
    Channel,
    Decision,
    Key,
    Known,
    Observation,
    Plan,
    Resource,
    RunReport,
    Source,
    Tally,
)
from pipeline.removals import Removals
from storage import apply, leases, memory, observations, removals, resources, runs, sightings, sources, visits
from storage.absent import doubt
from storage.absent import mark as mark_absent
from storage.agenda import Agenda
from storage.changes import Changes
from storage.engine import Database, resolve
from storage.leases import Lease
from storage.memory import Memory, Validator
from storage.removals import Pending
from storage.resources import Filter, Version, Wanted
from storage.runs import Unfinished
from storage.schema import is_newest
from storage.vocabulary import Vocabularies

if TYPE_CHECKING:
    from storage.works import Works


class Store:
    """All that is kept. Open with `Store.open`; may be shared by threads, not by forked processes.

    Every method raises StoreError where the database cannot be used. Moments are aware; `now` is the caller's clock.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        # What the pages of open runs have shown, so that no page has to read all the pages before it again.
        self._seen: dict[int, set[Key]] = {}
        self.agenda = Agenda(database)
        self.removals = Pending(database)
        self.vocabularies = Vocabularies(database)
        self.memory = Memory(database)
        self.changes = Changes(database)

    @cached_property
    def works(self) -> Works:
        """What is one work: compared, listed, decided by people."""
        from storage.works import Works  # noqa: PLC0415  what judges takes long to load, and few commands judge

        return Works(self._database)

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """Open the database at `url`, and bring its tables to their newest form.

        None: the environment's DATABASE_URL, else ./gleanery.db. A plain path is an SQLite file, made where there is
        none; `postgres://` and `postgresql://` need the extra `postgres`.
        """
        database = Database(resolve(url))
        try:
            if not is_newest(database):
                from storage.migrate import migrate  # noqa: PLC0415  Alembic takes long to load

                migrate(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @property
    def shown(self) -> str:
        """The database's name for people: a file's path, or a URL without its password."""
        return self._database.shown

    def close(self) -> None:
        """Close all connections."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Sources

    def put_source(self, source: Source, now: datetime | None = None) -> None:
        """Keep a source, or replace the one of its name. `now` is when it was first kept: the machine's clock if None."""
        with self._database.writing() as connection:
            sources.put(connection, source, now or datetime.now(UTC))

    def sources(self) -> list[Source]:
        """All sources, by name."""
        with self._database.reading() as connection:
            return sources.every(connection)

    def find_source(self, name_or_url: str) -> Source | None:
        """The source of that name, or at that address: the scheme, "www." and the last slash do not count."""
        with self._database.reading() as connection:
            return sources.find(connection, name_or_url)

    def keep_plan(self, source_name: str, plan: Plan) -> None:
        """Keep what was learnt of how a source is read; the rest stays as people may have set it. Raises UnknownSource."""
        with self._database.writing() as connection:
            sources.keep_plan(connection, source_name, plan)

    def remove_source(self, name: str) -> None:
        """Forget a source with all that was read from it. Raises UnknownSource."""
        with self._database.writing() as connection:
            sources.remove(connection, name)

    # Leases

    def acquire_lease(
        self,
        source_name: str,
        holder: str,
        now: datetime,
        ttl: timedelta,
        is_dead: Callable[[str], bool],
        *,
        turn: int | None = None,
    ) -> Lease:
        """Take the right to write to a source until `now + ttl`; `is_dead(holder)` says whether a holder surely is gone.

        `turn`: to make that visit of it. Raises SourceBusy while another holds it (VisitMade if the visit is made
        already), UnknownSource.
        """
        with self._database.writing() as connection:
            return leases.acquire(connection, source_name, holder, now, ttl=ttl, is_dead=is_dead, turn=turn)

    def renew_lease(self, lease: Lease, now: datetime, ttl: timedelta) -> bool:
        """Hold on to a lease until `now + ttl`; False if it is another's by now."""
        with self._database.writing() as connection:
            return leases.renew(connection, lease, now, ttl)

    def release_lease(self, lease: Lease) -> None:
        """Give a lease back. Nothing happens if it is another's by now."""
        with self._database.writing() as connection:
            leases.release(connection, lease)

    # Runs

    def begin_run(
        self, source: Source | str, channel: Channel, now: datetime, *, full: bool = True, limit: int | None = None
    ) -> int:
        """Begin a run, and give its number. `full`: it is to read everything; `limit`: no more than that many items.

        Raises UnknownSource.
        """
        name = source if isinstance(source, str) else source.name
        with self._database.writing() as connection:
            return runs.begin(connection, name, channel, now, full=full, limit=limit)

    def unfinished_run(self, source_name: str) -> Unfinished | None:
        """The source's newest run, if it was broken off: to be resumed, or abandoned."""
        with self._database.reading() as connection:
            return runs.unfinished(connection, source_name)

    def abandon_run(self, run_id: int, now: datetime) -> None:
        """Close a run that will not be resumed. What its pages have committed stands."""
        with self._database.writing() as connection:
            runs.abandon(connection, run_id, now)
        self._seen.pop(run_id, None)

    def commit_page(  # noqa: PLR0917  what a page is, in the order in which it is read
        self,
        run_id: int,
        page_url: str,
        observations: Sequence[Observation],
        resources: Sequence[Resource],
        checkpoint: JSON,
        now: datetime,
        *,
        lease: Lease | None = None,
        dry_run: bool = False,
        trusted: bool = False,
        validator: Validator | None = None,
    ) -> tuple[Decision, ...]:
        """Keep what a page showed, and where the run can go on, whole or not at all. Give what was decided.

        `trusted`: also what looks as if the page's template had lost a field (`pipeline.guard`) is believed. `validator`:
        how the page is to be asked next time whether it has changed.

        One decision for each resource that the run has not shown before, in the page's order. A dry run writes nothing
        and needs no run (`run_id` 0); as it leaves nothing behind, it cannot know what earlier pages showed. Raises
        SourceBusy if the lease is another's by now.
        """
        if dry_run:
            return self._preview(run_id, page_url, observations, resources, now)
        with self._database.writing() as connection:
            run, seen = self._opened(connection, run_id, lease)
            page = apply.Page(run_id, run["source"], page_url, observations, resources, now, trusted)
            page, decided, owners = apply.decide_page(connection, page, seen)
            apply.write_page(connection, page, decided, owners, seen)
            keys = [each.decision.key for each in decided]
            sightings.add(connection, run_id, run["source"], page_url, keys=keys, at=now)
            runs.add(connection, run, apply.counts(decided), checkpoint)
            if validator is not None:
                shown = replace(validator, checkpoint=checkpoint, shown=tuple(keys))
                memory.keep_validator(connection, run["source"], page_url, shown)
        seen.update(keys)
        return tuple(each.decision for each in decided)

    def commit_sightings(  # noqa: PLR0917  as `commit_page`
        self, run_id: int, page_url: str, keys: Iterable[Key], checkpoint: JSON, now: datetime, lease: Lease | None
    ) -> tuple[Key, ...]:
        """Note that a page showed resources as they are known. Give those that the run had not shown before.

        Raises SourceBusy if the lease is another's by now.
        """
        with self._database.writing() as connection:
            run, seen = self._opened(connection, run_id, lease)
            fresh = [key for key in dict.fromkeys(keys) if key not in seen]
            sightings.add(connection, run_id, run["source"], page_url, keys=fresh, at=now)
            runs.add(connection, run, {"unchanged": len(fresh)}, checkpoint)
        seen.update(fresh)
        return tuple(fresh)

    def _opened(self, connection: Connection, run_id: int, lease: Lease | None) -> tuple[RowMapping, set[Key]]:
        """The open run's row, locked, and what its pages have shown."""
        run = runs.opened(connection, run_id)
        if lease is not None:
            leases.check(connection, lease)
        if run_id not in self._seen:
            self._seen[run_id] = sightings.of_run(connection, run_id)
        return run, self._seen[run_id]

    def _preview(
        self,
        run_id: int,
        page_url: str,
        observations: Sequence[Observation],
        resources: Sequence[Resource],
        now: datetime,
    ) -> tuple[Decision, ...]:
        if not resources:
            return ()
        page = apply.Page(run_id, resources[0].source, page_url, observations, resources, now)
        with self._database.reading() as connection:
            _, decided, _ = apply.decide_page(connection, page, self._seen.get(run_id, set()))
        return tuple(each.decision for each in decided)

    def close_run(
        self,
        report: RunReport,
        *,
        lease: Lease | None = None,
        absent: bool,
        doubtful: int = 0,
        decided: Removals | None = None,
    ) -> Tally:
        """Write down how a run ended. Give what that adds to its tally: what is missing, removed, held now.

        `absent`: the run was complete, so that what it has not seen is missing; never for one with a limit. `decided`:
        what becomes of its suspects (`removals`). `doubtful`: it was not, but up to so many that it has not seen are
        missing all the same, which counts as no absence. Raises SourceBusy if the lease is another's by now.
        """
        ended = report.started + timedelta(seconds=report.seconds)
        with self._database.writing() as connection:
            run = runs.opened(connection, report.run_id)
            if lease is not None:
                leases.check(connection, lease)
            seen = sightings.of_run(connection, report.run_id)
            added = Tally()
            if absent:
                missing = mark_absent(connection, run["source"], report.run_id, seen, ended)
                decided = decided or Removals()
                removals.settle(connection, report.run_id, run["source"], decided, ended)
                added = Tally(missing=missing - len(decided.gone), removed=len(decided.gone))
            elif doubtful:
                added = Tally(missing=doubt(connection, run["source"], report.run_id, seen, ended, most=doubtful))
            added = replace(added, held=removals.count_held(connection, run["source"]))
            tally = replace(report.tally, missing=added.missing, removed=added.removed, held=added.held)
            runs.close(connection, report, tally, swept=absent)
            if run["item_limit"] is None:
                visits.settle(connection, run["source"])
            sightings.forget_older(connection, run["source"], report.run_id, seen, swept=absent)
        self._seen.pop(report.run_id, None)
        return added

    def last_reports(self, source_name: str | None = None, limit: int = 20) -> list[RunReport]:
        """The newest closed runs, of one source or of all, newest first."""
        with self._database.reading() as connection:
            return runs.reports(connection, source_name, limit)

    # Resources

    def resources(self, *, limit: int | None = None, **wanted: Unpack[Wanted]) -> Iterator[Known]:
        """The resources that fit (`Filter` says how), newest published first, undated last, then by key.

        A stream: what is in memory does not grow with their number.
        """
        with self._database.reading() as connection:
            yield from resources.stream(connection, Filter(**wanted), limit)

    def count_resources(self, **wanted: Unpack[Wanted]) -> int:
        """How many resources fit."""
        with self._database.reading() as connection:
            return resources.count(connection, Filter(**wanted))

    def resource(self, key_or_url_or_native: str) -> Known | None:
        """The resource of that key, address (also a former one) or native id.

        Raises UsageError where several sources have one of that name.
        """
        with self._database.reading() as connection:
            return resources.one(connection, key_or_url_or_native)

    def versions(self, key: Key) -> list[Version]:
        """The changes of a resource, oldest first."""
        with self._database.reading() as connection:
            return resources.history(connection, key)

    def observations(self, source: str) -> Iterator[Observation]:
        """All that was recorded of a source, raw, in the order in which it was seen; a stream."""
        with self._database.reading() as connection:
            yield from observations.of_source(connection, source)

    def last_said(self, source: str, channel: Channel, urls: Sequence[str]) -> dict[str, Observation]:
        """What a channel said last of each resource that answers to one of `urls`, by the identity of the address."""
        with self._database.reading() as connection:
            return observations.newest(connection, source, channel, urls)
