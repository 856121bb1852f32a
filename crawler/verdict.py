"""How did a run end, and what follows for what it has not seen? From its ledger and its source's history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawler.statement import inventory_of
from pipeline.decide import judge
from pipeline.errors import SourceBusy, UsageError
from pipeline.guard import RESTLESS_RUNS, drift_of, volatile_fields
from pipeline.model import Inventory, Key, Known, Outcome, OutcomeKind, State
from pipeline.removals import Proof, Removals, Suspect, cap, decide
from pipeline.wholes import renamed_fields

if TYPE_CHECKING:
    from crawler.harvest import Harvest

# How many good runs the floor is learnt from.
HISTORY = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended. `absent`: what it has not seen is missing; `doubted`: it may be, if it is little.

    A run that has read everything in a new form is no proof of an absence. But what moved on the day of the redesign
    would stand twice until the next one.
    """

    inventory: Inventory
    outcome: Outcome
    absent: bool
    doubted: bool = False


def verdict_of(harvest: Harvest, *, finished: bool) -> Verdict:
    """Judges a run. `finished`: the crawl came to its own end. Raises StoreError."""
    ledger, limited = harvest.ledger, harvest.options.limit is not None and harvest.satisfied
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
        channel=harvest.channel,
        second=ledger.second,
    )
    news = ledger.news and not ledger.inventoried
    complete = finished and not limited and not news and inventory.complete
    inventory = replace(inventory, complete=complete, news=news)
    if not ledger.news and not limited and not ledger.resumed:
        restless = ledger.restless - renamed_fields(ledger.renamed) if ledger.alerted else ledger.restless
        inventory = replace(inventory, filled=dict(ledger.filled), restless=dict(restless))
    outcome = _outcome(harvest, inventory, limited=limited, finished=finished)
    inventory = replace(
        inventory, news=ledger.news
    )  # an inventory by ids is held to its claims, but has read the news only
    if outcome.kind is OutcomeKind.OK and (found := _found_volatile(harvest, inventory)):
        said = f"{', '.join(found)} changed on every run though nothing was modified, and no longer counts"
        outcome = replace(outcome, evidence=f"{outcome.evidence}; {said}")
    # A resumed run has not seen the site at one time: what it did not see may only have moved.
    saw_all = complete and not ledger.resumed and harvest.run_id > 0
    absent, doubted = (saw_all and outcome.kind is kind for kind in (OutcomeKind.OK, OutcomeKind.DRIFTED))
    return Verdict(inventory, outcome, absent, doubted)


def _outcome(harvest: Harvest, inventory: Inventory, *, limited: bool, finished: bool) -> Outcome:
    if isinstance(harvest.broken, SourceBusy):
        return busy(harvest.broken)
    if harvest.broken is not None:
        return Outcome(OutcomeKind.FAILED, str(harvest.broken), harvest.broken.advice)
    if limited:
        return Outcome(OutcomeKind.OK, f"{inventory.read} resources, as many as the limit allows")
    memory, name = harvest.store.memory, harvest.source.name
    earlier = [] if harvest.options.full else memory.good_readings(name, harvest.channel, HISTORY)
    before = next((each for each in earlier if each.filled), None)
    outcome = judge(
        inventory,
        harvest.ledger.failures,
        history=harvest.store.memory.good_counts(name, HISTORY),
        expectations=harvest.source.expectations,
        drift=harvest.ledger.drift or drift_of(inventory, before),
    )
    if not finished and not outcome.needs_attention:
        return Outcome(
            OutcomeKind.PARTIAL, f"stopped at a bound after {inventory.pages_read} pages", "Raise the source's bounds."
        )
    return outcome


def busy(error: SourceBusy) -> Outcome:
    """The outcome of a run that could not begin, or go on, because another holds the source."""
    return Outcome(OutcomeKind.BUSY, str(error), error.advice)


def _found_volatile(harvest: Harvest, inventory: Inventory) -> tuple[str, ...]:
    """Fields that have turned out to change on every run; from the next run on they no longer count."""
    if not inventory.restless:
        return ()
    earlier = harvest.store.memory.good_readings(harvest.source.name, harvest.channel, RESTLESS_RUNS - 1)
    found = tuple(name for name in volatile_fields([inventory, *earlier]) if name not in harvest.volatile)
    if found:
        harvest.ledger.learnt["volatile"] = [*harvest.volatile, *found]
    return found


def suspects_of(harvest: Harvest, verdict: Verdict) -> list[Suspect]:
    """What may be gone, by this run and those before it. Raises StoreError."""
    if not verdict.absent or harvest.broken is not None:
        return []
    return harvest.store.removals.suspects(harvest.source.name, harvest.run_id, harvest.source.policy.absences)


def living_of(harvest: Harvest) -> Known | None:
    """An item that the run has seen."""
    return next((found for key in harvest.ledger.seen if (found := harvest.store.resource(key))), None)


def kept_at(harvest: Harvest, url: str) -> Known | None:
    """The resource of the source that the run has seen at an address, or None."""
    try:
        found = harvest.store.resource(url)
    except UsageError:  # several sources have one there
        return None
    return found if found is not None and found.key in harvest.ledger.seen else None


def decided_of(harvest: Harvest, suspects: Sequence[Suspect], proofs: Mapping[Key, Proof]) -> Removals | None:
    """What becomes of a run's suspects."""
    if not suspects:
        return None
    return decide(suspects, proofs, _there(harvest), harvest.source.policy)


def doubtful_of(harvest: Harvest, verdict: Verdict) -> int:
    """How many resources that the run has not seen may be missing, though it proves no absence."""
    return cap(_there(harvest), harvest.source.policy) if verdict.doubted else 0


def _there(harvest: Harvest) -> int:
    """How many resources the source has had until now, the missing ones among them."""
    store, name = harvest.store, harvest.source.name
    return store.count_resources(source=name) - store.count_resources(source=name, state=State.GONE)
