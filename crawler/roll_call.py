"""Between whole runs, who is still there? A sitemap that names all of a listing or feed tells, in a request or two.

After a whole run the sitemap is held against what was read. If it names all of it, later runs that read the news only
hold what is known against the sitemap: what it names is there, what it names no more is missing, and its own address is
asked in time as ever. Where the sitemap names more that nobody has read than it did then, lacks many, or names again what
was missing, the run reads everything after all; if it left out what its own address says lives, the next one does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.news import PAGED
from crawler.values import object_of
from pipeline.model import JSON, Key, Policy, State
from pipeline.removals import Proof, Verdict, cap
from pipeline.urls import identity

if TYPE_CHECKING:
    from crawler.harvest import Harvest
    from pipeline.model import Plan, SecondInventory

# What the plan's detail calls what was learnt.
LEARNT = "roll_call"


@dataclass(frozen=True, slots=True)
class Roll:
    """What the sitemap says: the hashes of the identities that it `names`, how many it has `beside` what was read.

    `url` is where it lies; `whole`: all of it could be read.
    """

    url: str
    names: AbstractSet[int]
    beside: int
    whole: bool


def wants_roll_call(harvest: Harvest, plan: Plan, second: SecondInventory) -> bool:
    """Whether the run is to be held against the sitemap: to learn if it can be, or because it can."""
    ledger = harvest.ledger
    if plan.channel not in PAGED or harvest.satisfied or ledger.resumed or ledger.failures or not ledger.seen:
        return False
    if not second.url or not second.whole:
        return False
    return not ledger.news or (not ledger.inventoried and bool(plan.detail.get(LEARNT)))


def to_compare(harvest: Harvest) -> AbstractSet[int]:
    """The hashes of the identities of what the sitemap should name."""
    if not harvest.ledger.news:
        return harvest.ledger.addresses
    return {hash(identity(url)) for _, _, url in harvest.store.memory.addresses(harvest.source.name)}


def call(harvest: Harvest, plan: Plan, roll: Roll) -> bool:
    """Take in what the sitemap says: learn from a whole run, find out who is there after one that read the news only.

    False where it does not agree with what is known: everything is to be read.
    """
    ledger = harvest.ledger
    if not ledger.news:
        ledger.learnt[LEARNT] = learnt(roll, ledger.addresses)
        return True
    if not roll.whole:
        return True
    before = object_of(plan.detail.get(LEARNT)).get("beside")
    known = harvest.store.memory.addresses(harvest.source.name)
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
    called = ledger.news and ledger.inventoried and plan.detail.get(LEARNT)
    if called and any(each.verdict is Verdict.ALIVE for each in proofs.values()):
        ledger.learnt[LEARNT] = False


def learnt(roll: Roll, read: AbstractSet[int]) -> JSON:
    """What a whole run learns: how many addresses the sitemap has beside what was `read`; None if it lacks any."""
    return {"beside": roll.beside} if roll.whole and read and read <= roll.names else None


def present(
    roll: Roll,
    known: Collection[tuple[Key, State, str]],
    seen: AbstractSet[str],
    beside: object,
    policy: Policy,
) -> list[Key] | None:
    """Who of the `known` is there by the sitemap alone, the `seen` aside; None where that needs a closer look."""
    if not isinstance(beside, int) or roll.beside > beside:
        return None
    others = [(key, state, hash(identity(url)) in roll.names) for key, state, url in known if key not in seen]
    if any(named and state is State.MISSING for _, state, named in others):
        return None  # it is back: its page is to be read
    lacking = sum(state is State.PRESENT and not named for _, state, named in others)
    if lacking > cap(len(known), policy):
        return None
    return [key for key, state, named in others if named]
