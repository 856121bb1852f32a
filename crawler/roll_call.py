"""Between whole runs, who is still there? A sitemap that names all of a listing or feed tells, in a request or two.

After a whole run the sitemap is held against what was read. If it names all of it, later runs that read the news only
hold what is known against the sitemap: what it names is there, what it names no more is missing, and its own address is
asked in time as ever. Where the sitemap names more that nobody has read than it did then, lacks many, or names again what
was missing, the run reads everything after all; if it left out what its own address says lives, the next one does.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.news import PAGED, ROLL_CALL
from crawler.values import object_of
from pipeline.model import JSON, Key, Policy, State
from pipeline.removals import Proof, Verdict, cap
from pipeline.urls import identity

if TYPE_CHECKING:
    from crawler.harvest import Harvest
    from pipeline.model import Plan, SecondInventory


@dataclass(frozen=True, slots=True)
class Roll:
    """What the sitemap says: the hashes of the identities that it `names`, how many it has `beside` what was read.

    `url` is where it lies; `whole`: all of it could be read. `unknown` are those beside, a dozen of each kind at most;
    `modified` the hashes of those that were, since the last run that knew of everything.
    """

    url: str
    names: AbstractSet[int]
    beside: int
    whole: bool
    unknown: tuple[str, ...] = ()
    modified: AbstractSet[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """A resource that is not gone: its state, and its `name` in a roll, the hash of its address's identity."""

    state: State
    name: int


def wants_roll_call(harvest: Harvest, plan: Plan, second: SecondInventory) -> bool:
    """Whether the run is to be held against the sitemap: to learn if it can be, or because it can."""
    ledger = harvest.ledger
    if plan.channel not in PAGED or harvest.satisfied or ledger.resumed or ledger.failures or not ledger.seen:
        return False
    if not second.url or not second.whole:
        return False
    return not ledger.news or (not ledger.inventoried and bool(plan.detail.get(ROLL_CALL)))


def known_to(harvest: Harvest) -> dict[Key, Known]:
    """What the sitemap should name, beside what a whole run has read: all that is not gone, after a run of news."""
    if not harvest.ledger.news:
        return {}
    listed = harvest.store.memory.addresses(harvest.source.name)
    return {key: Known(state, hash(identity(url))) for key, state, url in listed}


def call(harvest: Harvest, plan: Plan, roll: Roll, known: Mapping[Key, Known]) -> bool:
    """Take in what the sitemap says: learn from a whole run, find out who is there after one that read the news only.

    False where it does not agree with what is known: everything is to be read.
    """
    ledger = harvest.ledger
    if not ledger.news:
        ledger.learnt[ROLL_CALL] = learnt(roll, ledger.addresses)
        return True
    if not roll.whole:
        return True
    before = object_of(plan.detail.get(ROLL_CALL)).get("beside")
    there = present(roll, known, ledger.seen, before, harvest.source.policy)
    if there is None:
        return False
    harvest.sight(f"{roll.url}#known", there)
    ledger.inventoried = True
    ledger.window = ""
    ledger.remarks["inventory"] = "the others are known to be there by the sitemap, their texts were not read"
    return True


def doubt(harvest: Harvest, plan: Plan, proofs: Mapping[Key, Proof]) -> None:
    """Do without a sitemap that left out what lives, as its own address says: the next run reads everything."""
    ledger = harvest.ledger
    called = ledger.news and ledger.inventoried and plan.detail.get(ROLL_CALL)
    if called and any(each.verdict is Verdict.ALIVE for each in proofs.values()):
        ledger.learnt[ROLL_CALL] = False


def learnt(roll: Roll, read: AbstractSet[int]) -> JSON:
    """What a whole run learns: how many addresses the sitemap has beside what was `read`; None if it lacks any."""
    return {"beside": roll.beside} if roll.whole and read and read <= roll.names else None


def present(
    roll: Roll,
    known: Mapping[Key, Known],
    seen: AbstractSet[str],
    beside: object,
    policy: Policy,
) -> list[Key] | None:
    """Who of the `known` is there by the sitemap alone, the `seen` aside; None where that needs a closer look."""
    if not isinstance(beside, int) or roll.beside > beside:
        return None
    others = [(key, each.state, each.name in roll.names) for key, each in known.items() if key not in seen]
    if any(named and state is State.MISSING for _, state, named in others):
        return None  # it is back: its page is to be read
    lacking = sum(state is State.PRESENT and not named for _, state, named in others)
    if lacking > cap(len(known), policy):
        return None
    return [key for key, state, named in others if named]
