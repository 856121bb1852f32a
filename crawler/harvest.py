"""One run of one source: its lease, its ledger, its pages committed one by one.

A `Harvest` is what a spider, the item pipeline and the heartbeat share. Spiders tell it what the site claims and which
pages failed; the pipeline hands it pages; in the end it judges the run and closes it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from crawler import holder
from crawler.clock import Clock, now
from crawler.gate import refusal_of_url
from crawler.items import ReadPage
from crawler.progress import HarvestOptions, Progress, ignore_progress
from crawler.statement import inventory_of
from pipeline.decide import judge
from pipeline.errors import GleaneryError, SourceBusy
from pipeline.model import (
    JSON,
    Channel,
    Decision,
    DecisionKind,
    Failure,
    Inventory,
    Key,
    Known,
    Observation,
    Outcome,
    OutcomeKind,
    Resource,
    RunReport,
    Source,
    State,
    Tally,
)
from pipeline.normalize import normalize
from pipeline.removals import Proof, Removals, Suspect
from pipeline.removals import decide as decide_removals
from pipeline.schedule import Hints
from storage.leases import Lease
from storage.store import Store

LEASE_TTL = timedelta(seconds=60)
# A run that was cut off longer ago is not gone on with: its pages would pass for what the site shows now.
RESUMABLE = timedelta(hours=6)
# How many good runs the floor is learnt from.
HISTORY = 10

_COUNTER = {
    DecisionKind.NEW: "new",
    DecisionKind.CHANGED: "changed",
    DecisionKind.SAME: "unchanged",
    DecisionKind.RETURNED: "returned",
}


@dataclass(slots=True)
class Ledger:
    """What a run has counted so far. `claims` and `read` are by part: what the site says it holds, what was read."""

    tally: Tally = field(default_factory=Tally)
    seen: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    pages_read: int = 0
    claims: dict[str, int] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    drift: str = ""
    window: str = ""  # why what was not seen may still be on the site, if the channel shows a part of it
    remarks: dict[str, str] = field(default_factory=dict)  # what else the statement says, by what it is about
    resumed: bool = False
    checkpoint: JSON = None
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended. `absent`: what it has not seen is missing."""

    inventory: Inventory
    outcome: Outcome
    absent: bool


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
        self._run_id = 0
        self._lease: Lease | None = None
        self._channel = Channel.AUTO

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
        self._channel = channel
        if self.options.dry_run:
            return
        unfinished = self.store.unfinished_run(self.source.name)
        usual = not self.options.full and self.options.limit is None
        if unfinished and usual and unfinished.channel is channel and self._started - unfinished.started < RESUMABLE:
            self._run_id = unfinished.run_id
            self.ledger.resumed = True
            self.ledger.done = set(unfinished.pages)
            self.ledger.seen = set(unfinished.keys)
            self.ledger.checkpoint = unfinished.checkpoint
            self.ledger.pages_read = len(unfinished.pages)
            self.ledger.tally = unfinished.tally
            return
        if unfinished:
            self.store.abandon_run(unfinished.run_id, self._clock())
        self._run_id = self.store.begin_run(self.source, channel, self._started, full=True, limit=self.options.limit)

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

    def report_progress(self, phase: str, message: str = "") -> None:
        ledger = self.ledger
        claimed = sum(ledger.claims.values()) if ledger.claims else None
        self._on_progress(Progress(self.source.name, phase, ledger.pages_read, len(ledger.seen), claimed, message))

    # -- pages ---------------------------------------------------------------------------------------------------------

    def commit(self, page: ReadPage) -> tuple[Decision, ...]:
        """Records a page's observations, then what follows from them, in one transaction. Raises StoreError, SourceBusy."""
        observations, resources = self._normalized(page)
        if self.options.dry_run:
            decisions = self.store.commit_page(0, page.url, observations, resources, None, self._clock(), dry_run=True)
        else:
            decisions = self.store.commit_page(
                self._run_id, page.url, observations, resources, page.checkpoint, self._clock(), lease=self._lease
            )
        self.ledger.pages_read += 1
        self._count(page.part, decisions)
        self.report_progress("reading")
        return decisions

    def _normalized(self, page: ReadPage) -> tuple[list[Observation], list[Resource]]:
        room = None if self.options.limit is None else max(0, self.options.limit - len(self.ledger.seen))
        observations, resources = [], []
        for observation in page.observations[:room]:
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
        ledger.read[part] = ledger.read.get(part, 0) + len(fresh)
        kinds = Counter(_COUNTER[each.kind] for each in fresh)
        ledger.tally = replace(ledger.tally, **{name: getattr(ledger.tally, name) + n for name, n in kinds.items()})

    # -- the end -------------------------------------------------------------------------------------------------------

    def verdict(self, *, finished: bool) -> Verdict:
        """Judges the run. `finished`: the crawl came to its own end."""
        ledger, limited = self.ledger, self.options.limit is not None and self.satisfied
        # What a resumed run had read of each part before it was cut off is not known: only the whole is told.
        read = {} if ledger.resumed else ledger.read
        claims = {"": sum(ledger.claims.values())} if ledger.resumed and ledger.claims else ledger.claims
        inventory = inventory_of(
            claims,
            read,
            len(ledger.seen),
            ledger.pages_read,
            ledger.failures,
            window=ledger.window,
            remarks=tuple(ledger.remarks.values()),
        )
        complete = finished and not limited and inventory.complete
        inventory = replace(inventory, complete=complete)
        outcome = self._outcome(inventory, limited=limited, finished=finished)
        # A resumed run has not seen the site at one time: what it did not see may only have moved.
        absent = complete and outcome.kind is OutcomeKind.OK and not ledger.resumed and self._run_id > 0
        return Verdict(inventory, outcome, absent)

    def suspects(self, verdict: Verdict) -> list[Suspect]:
        """What may be gone, by this run and those before it. Raises StoreError."""
        if not verdict.absent or self.broken is not None:
            return []
        return self.store.removals.suspects(self.source.name, self._run_id, self.source.policy.absences)

    def living(self) -> Known | None:
        """An item that this run has seen."""
        return next((found for key in self.ledger.seen if (found := self.store.resource(key))), None)

    def close(
        self,
        *,
        finished: bool,
        requests: int,
        received: int,
        suspects: Sequence[Suspect] = (),
        proofs: Mapping[Key, Proof] | None = None,
    ) -> RunReport:
        """Judges the run and closes it. `received` in bytes; `proofs`: what the suspects' own addresses said."""
        ledger, verdict = self.ledger, self.verdict(finished=finished)
        inventory, outcome = verdict.inventory, verdict.outcome
        report = RunReport(
            run_id=self._run_id,
            source=self.source.name,
            channel=self._channel,
            outcome=outcome,
            tally=replace(ledger.tally, requests=ledger.tally.requests + requests, bytes=ledger.tally.bytes + received),
            inventory=inventory,
            started=self._started,
            seconds=round(time.monotonic() - self._ticks, 3),
            hints=ledger.hints,
        )
        if self._run_id and self.broken is None:
            decided = self._decided(suspects, proofs or {})
            added = self.store.close_run(report, lease=self._lease, absent=verdict.absent, decided=decided)
            tally = replace(report.tally, missing=added.missing, removed=added.removed, held=added.held)
            report = replace(report, tally=tally)
        self.report_progress("done")
        return report

    def _decided(self, suspects: Sequence[Suspect], proofs: Mapping[Key, Proof]) -> Removals | None:
        if not suspects:
            return None
        name = self.source.name
        there = self.store.count_resources(source=name) - self.store.count_resources(source=name, state=State.GONE)
        return decide_removals(suspects, proofs, there, self.source.policy)

    def _outcome(self, inventory: Inventory, *, limited: bool, finished: bool) -> Outcome:
        if isinstance(self.broken, SourceBusy):
            return busy(self.broken)
        if self.broken is not None:
            return Outcome(OutcomeKind.FAILED, str(self.broken), self.broken.advice)
        if limited:
            return Outcome(OutcomeKind.OK, f"{inventory.read} resources, as many as the limit allows")
        outcome = judge(
            inventory,
            self.ledger.failures,
            history=self.store.good_counts(self.source.name, HISTORY),
            expectations=self.source.expectations,
            drift=self.ledger.drift,
        )
        if not finished and not outcome.needs_attention:
            return Outcome(
                OutcomeKind.PARTIAL,
                f"stopped at a bound after {inventory.pages_read} pages",
                "Raise the source's bounds.",
            )
        return outcome


def busy(error: SourceBusy) -> Outcome:
    """The outcome of a run that could not begin, or go on, because another holds the source."""
    return Outcome(OutcomeKind.BUSY, str(error), error.advice)
