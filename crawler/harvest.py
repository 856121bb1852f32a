"""One run of one source: its lease, its ledger, its pages committed one by one.

A `Harvest` is what a spider, the item pipeline and the heartbeat share. Spiders tell it what the site claims and which
pages failed; the pipeline hands it pages; in the end it closes the run as it was judged (`crawler.verdict`).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from crawler import holder
from crawler.clock import Clock, now
from crawler.gate import refusal_of_url
from crawler.items import ReadPage
from crawler.ledger import Ledger
from crawler.news import is_small, may_read_news
from crawler.progress import HarvestOptions, Progress, ignore_progress
from crawler.verdict import Verdict, decided_of, doubtful_of
from pipeline.errors import GleaneryError
from pipeline.guard import (
    filled_fields,
    restless_fields,
    unobserved,
)
from pipeline.model import (
    JSON,
    Channel,
    Decision,
    DecisionKind,
    Enrich,
    Failure,
    Key,
    Observation,
    OutcomeKind,
    Resource,
    RunReport,
    Source,
)
from pipeline.normalize import normalize
from pipeline.removals import Proof, Suspect
from pipeline.urls import identity
from pipeline.wholes import renamings
from storage.leases import Lease
from storage.memory import Validator
from storage.store import Store

LEASE_TTL = timedelta(seconds=60)
# A run that was cut off longer ago is not gone on with: its pages would pass for what the site shows now.
RESUMABLE = timedelta(hours=6)

_COUNTER = {
    DecisionKind.NEW: "new",
    DecisionKind.CHANGED: "changed",
    DecisionKind.SAME: "unchanged",
    DecisionKind.RETURNED: "returned",
}


class Harvest:
    """A run in progress. Open it with `begin`, end it with `close`."""

    def __init__(
        self,
        store: Store,
        source: Source,
        options: HarvestOptions,
        *,
        on_progress: Callable[[Progress], None] = ignore_progress,
        clock: Clock = now,
        standalone: bool = False,
    ) -> None:
        self.standalone = standalone
        self.store = store
        self.source = source
        self.options = options
        self.ledger = Ledger()
        self.broken: GleaneryError | None = None
        self._on_progress = on_progress
        self._clock = clock
        self._started = clock()
        self._ticks = time.monotonic()
        self.run_id = 0
        self._lease: Lease | None = None
        self.channel = Channel.AUTO

    # -- the run's life ------------------------------------------------------------------------------------------------

    def take_lease(self) -> None:
        """Raises SourceBusy if another run holds the source."""
        if not self.options.dry_run:
            self._lease = self.store.acquire_lease(
                self.source.name,
                holder.this_process(),
                self._clock(),
                LEASE_TTL,
                holder.is_dead,
                turn=self.options.turn,
            )

    def begin(self, channel: Channel) -> None:
        """Begins a run, or goes on with one that was cut off."""
        self.channel = channel
        if self.options.dry_run:
            return
        unfinished = self.store.unfinished_run(self.source.name)
        usual = not self.options.full and self.options.limit is None
        if unfinished and usual and unfinished.channel is channel and self._started - unfinished.started < RESUMABLE:
            self.run_id = unfinished.run_id
            self.ledger.news = not unfinished.full
            self.ledger.thorough = self.ledger.news and is_small(self.store, self.source, channel)
            self.ledger.resumed = True
            self.ledger.done = set(unfinished.pages)
            self.ledger.seen = set(unfinished.keys)
            self.ledger.checkpoint = unfinished.checkpoint
            self.ledger.pages_read = len(unfinished.pages)
            spent, self.ledger.tally = self.ledger.tally, unfinished.tally
            self.spend(spent.requests, spent.bytes)
            return
        if unfinished:
            self.store.abandon_run(unfinished.run_id, self._clock())
        self.ledger.news = may_read_news(self.store, self.source, channel, self.options)
        self.ledger.thorough = self.ledger.news and is_small(self.store, self.source, channel)
        self.run_id = self.store.begin_run(
            self.source, channel, self._started, full=not self.ledger.news, limit=self.options.limit
        )

    def renew(self) -> bool:
        """Prolongs the lease. False: another run has it now."""
        return self._lease is None or self.store.renew_lease(self._lease, self._clock(), LEASE_TTL)

    def release(self) -> None:
        if self._lease is not None:
            self.store.release_lease(self._lease)
            self._lease = None

    def now(self) -> datetime:
        """The present moment by the run's clock: aware, in UTC."""
        return self._clock()

    # -- what spiders tell ---------------------------------------------------------------------------------------------

    def claim(self, part: str, total: int) -> None:
        """The site says that it holds `total` items in this part."""
        self.ledger.claims[part] = total
        self.report_progress("reading")

    def fail(self, failure: Failure) -> None:
        self.ledger.failures.append(failure)
        self.report_progress("reading", failure.message)

    def is_done(self, page_url: str) -> bool:
        """True if the run, before it was cut off, had committed this page."""
        return page_url in self.ledger.done

    @property
    def satisfied(self) -> bool:
        """True when the limit is reached, or nothing can be written any more."""
        limit = self.options.limit
        return self.broken is not None or (limit is not None and len(self.ledger.seen) >= limit)

    @property
    def enrich(self) -> Enrich:
        """Whether items are completed from their own pages in this run."""
        return self.source.enrich if self.options.enrich is None else self.options.enrich

    @property
    def file_sizes(self) -> bool:
        """Whether files are asked for their sizes in this run."""
        return self.source.file_sizes if self.options.file_sizes is None else self.options.file_sizes

    @property
    def completes(self) -> bool:
        """Whether pages are completed before they are committed."""
        return self.enrich is not Enrich.NONE or self.file_sizes

    def report_progress(self, phase: str, message: str = "") -> None:
        ledger = self.ledger
        claimed = sum(ledger.claims.values()) if ledger.claims else None
        self._on_progress(Progress(self.source.name, phase, ledger.pages_read, len(ledger.seen), claimed, message))

    def spend(self, requests: int, received: int) -> None:
        """Counts what a crawl took; `received` in bytes."""
        tally = self.ledger.tally
        self.ledger.tally = replace(tally, requests=tally.requests + requests, bytes=tally.bytes + received)

    # -- pages ---------------------------------------------------------------------------------------------------------

    def commit(self, page: ReadPage) -> tuple[Decision, ...]:
        """Records a page's observations, then what follows from them, in one transaction. Raises StoreError, SourceBusy."""
        observations, resources = self._normalized(page)
        if self.options.dry_run:
            decisions = self.store.commit_page(0, page.url, observations, resources, None, self._clock(), dry_run=True)
        else:
            decisions = self.store.commit_page(
                self.run_id,
                page.url,
                observations,
                resources,
                page.checkpoint,
                self._clock(),
                lease=self._lease,
                trusted=self.options.full,
                validator=Validator(page.etag, page.modified),
            )
        self.ledger.pages_read += 1
        for each in resources:
            self.ledger.filled.update(filled_fields(each))
        self._count(page.part, decisions)
        self.report_progress("reading")
        return decisions

    def take(self, page: ReadPage) -> None:
        """Commits a page, unless nothing can be written any more; what keeps it from being written ends the run."""
        if self.broken is None:
            try:
                self.commit(page)
            except GleaneryError as error:
                self.broken = error

    def sight(self, page_url: str, keys: Iterable[Key], part: str = "", checkpoint: JSON = None) -> None:
        """Notes that a page shows resources as they are known, though it was not read."""
        try:
            fresh = self.store.commit_sightings(self.run_id, page_url, keys, checkpoint, self._clock(), self._lease)
        except GleaneryError as error:
            self.broken = error
            return
        ledger = self.ledger
        ledger.pages_read += 1
        ledger.quiet += 1
        ledger.seen.update(fresh)
        ledger.read[part] = ledger.read.get(part, 0) + len(fresh)
        ledger.tally = replace(ledger.tally, unchanged=ledger.tally.unchanged + len(fresh))
        self.report_progress("reading")

    def become_whole(self) -> None:
        """What was to read the news only reads everything: something does not agree."""
        self.ledger.news = False
        self.ledger.window = ""
        self.store.memory.make_whole(self.run_id)

    @property
    def volatile(self) -> tuple[str, ...]:
        """The fields that were found to change on every run."""
        named = self.source.plan.detail.get("volatile") if self.source.plan else None
        return tuple(map(str, named)) if isinstance(named, list) else ()

    def _normalized(self, page: ReadPage) -> tuple[list[Observation], list[Resource]]:
        room = None if self.options.limit is None else max(0, self.options.limit - len(self.ledger.seen))
        observations, resources = [], []
        volatile = () if self.options.full else self.volatile
        for each in page.observations[:room]:
            observation = unobserved(each, volatile)
            resource = normalize(observation)
            if refusal := refusal_of_url(resource.url):
                message = f"an item has no usable address ({resource.title[:60]!r}: {refusal})"
                self.fail(Failure(page.url, OutcomeKind.PARTIAL, message))
                continue
            observations.append(observation)
            resources.append(resource)
        return observations, resources

    def _count(self, part: str, decisions: tuple[Decision, ...]) -> None:
        ledger = self.ledger
        fresh = [each for each in decisions if each.key not in ledger.seen]  # a dry run knows no earlier pages
        ledger.seen.update(each.key for each in fresh)
        ledger.addresses.update(hash(identity(each.resource.url)) for each in fresh)
        ledger.read[part] = ledger.read.get(part, 0) + len(fresh)
        for each in fresh:
            ledger.restless.update(restless_fields(each))
            ledger.renamed.update(renamings(each))
        ledger.quiet = 0 if any(each.kind is not DecisionKind.SAME for each in fresh) else ledger.quiet + 1
        kinds = Counter(_COUNTER[each.kind] for each in fresh)
        ledger.tally = replace(ledger.tally, **{name: getattr(ledger.tally, name) + n for name, n in kinds.items()})

    # -- the end -------------------------------------------------------------------------------------------------------

    def close(
        self,
        verdict: Verdict,
        *,
        suspects: Sequence[Suspect] = (),
        proofs: Mapping[Key, Proof] | None = None,
    ) -> RunReport:
        """Closes the run as it was judged. `proofs`: what the suspects' own addresses said."""
        ledger = self.ledger
        report = RunReport(
            run_id=self.run_id,
            source=self.source.name,
            channel=self.channel,
            outcome=verdict.outcome,
            tally=ledger.tally,
            inventory=verdict.inventory,
            started=self._started,
            seconds=round(time.monotonic() - self._ticks, 3),
            hints=ledger.hints,
        )
        if self.run_id and self.broken is None:
            decided = decided_of(self, suspects, proofs or {})
            doubtful = doubtful_of(self, verdict)
            added = self.store.close_run(
                report, lease=self._lease, absent=verdict.absent, doubtful=doubtful, decided=decided
            )
            tally = replace(report.tally, missing=added.missing, removed=added.removed, held=added.held)
            report = replace(report, tally=tally)
        self.report_progress("done")
        return report
