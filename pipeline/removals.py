"""What is absent: is it gone? Pure: the answers to questions that others ask of the site → what may be removed.

A removal needs all of it: a complete inventory, absence in several of them (`Policy.absences`), the item's own address
saying that it is gone, and few of them at a time (`cap`). More at a time is held for a person. Peers that lacked one of
these removed what was there, or never removed anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import floor

from rapidfuzz import fuzz

from pipeline.model import Decision, DecisionKind, Key, Known, Policy
from pipeline.urls import identity

# Two pages are the same page, but for the address that they repeat, from this similarity on (0 to 100).
SAME_PAGE = 92
# So much of a page's text is compared.
_TEXT = 4000
_WORDS = re.compile(r"\w+")


class Verdict(StrEnum):
    """What the item's own address says. UNKNOWN: it could not be asked, or its answer proves nothing."""

    GONE = "gone"
    ALIVE = "alive"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answered at an address. `url` is where redirects led; `text` the page's visible text.

    `status` 0: no answer, `failure` says why.
    """

    asked: str
    status: int
    url: str = ""
    text: str = ""
    failure: str = ""

    @property
    def redirected(self) -> bool:
        return bool(self.url) and identity(self.url) != identity(self.asked)

    @property
    def well(self) -> bool:
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Proof:
    """An item's verdict, and the reason in words: "404 at its own address"."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Site:
    """What the site does with addresses of which the truth is known.

    `made_up`: its answer to an address that nobody ever gave out. `living`: to an item that the same run has seen, None
    where there is none. `entrances`: its home page and its listings. `kept`: which resource is kept at an address that
    some answer led to, and was seen there.
    """

    made_up: Answer | None
    living: Answer | None
    entrances: Collection[str]
    kept: Mapping[str, Known] = field(default_factory=dict)

    @property
    def tells(self) -> bool:
        """Whether its answers mean anything: a living item must not look as an address does that is none."""
        if self.living is None:
            return True
        if not self.living.well or leads_to(self.living, self.entrances):
            return False
        return self.made_up is None or not same_page(self.living, self.made_up)


@dataclass(frozen=True, slots=True)
class Suspect:
    """An item that is absent for the needed number of complete runs, and what was found about it earlier.

    `held`: it waits for a person. `answered`: its own address once said that it lives.
    """

    known: Known
    held: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Removals:
    """What is to be done with a run's suspects. `found` holds the proofs of those that stay, also of the held ones."""

    gone: tuple[Decision, ...] = ()
    held: tuple[Key, ...] = ()
    found: Mapping[Key, Proof] | None = None


def cap(present: int, policy: Policy) -> int:
    """How many of `present` resources may be removed at a time without a person's word."""
    return max(1, floor(policy.removal_share * present))


def prove(known: Known, answer: Answer, site: Site) -> Proof:
    """What the answer at the item's own address says of it."""
    if answer.status in {404, 410}:
        proof = Proof(Verdict.GONE, f"{answer.status} at its own address")
    elif not answer.well:
        return Proof(Verdict.UNKNOWN, f"its own address could not be asked: {answer.failure or answer.status}")
    elif leads_to(answer, site.entrances):
        proof = Proof(Verdict.GONE, f"its own address leads to {answer.url} only")
    elif (kept := site.kept.get(answer.url, known)).key != known.key and (answer.redirected or _alike(kept, known)):
        # It moved, and is kept under its new address; or it is gone, and the site guesses what else was meant; or it
        # always was the other one.
        where = f"leads to {answer.url}, which" if answer.redirected else "still answers, but"
        proof = Proof(Verdict.GONE, f"its own address {where} is kept as {kept.key}")
    elif site.made_up is not None and _not_found(known, answer, site.made_up):
        proof = Proof(Verdict.GONE, "its own address shows the site's page for what is not found")
    else:
        return Proof(Verdict.ALIVE, f"its own address still answers ({answer.status})")
    if not site.tells:
        return Proof(Verdict.UNKNOWN, f"{proof.reason}, but so do addresses of items that are there")
    return proof


def leads_to(answer: Answer, entrances: Collection[str]) -> bool:
    """True if an address was redirected to the home page or a listing: a soft 404."""
    return answer.redirected and identity(answer.url) in {identity(each) for each in entrances}


def _alike(one: Known, other: Known) -> bool:
    return one.resource.title.casefold() == other.resource.title.casefold()


def _not_found(known: Known, answer: Answer, made_up: Answer) -> bool:
    if made_up.redirected and answer.redirected:
        return identity(made_up.url) == identity(answer.url)
    if not made_up.well or answer.redirected:
        return False
    title = known.resource.title.casefold()
    return same_page(answer, made_up) and not (title and title in answer.text.casefold())


def same_page(one: Answer, other: Answer) -> bool:
    """True if two addresses show the same page, but for their own words that it repeats ("Nothing found for …")."""
    if not (one.well and other.well):
        return False
    return fuzz.ratio(_without(one), _without(other)) >= SAME_PAGE


def _without(answer: Answer) -> str:
    own = {word for word in _WORDS.findall(answer.asked.casefold()) if len(word) > 2}
    return " ".join(word for word in _WORDS.findall(answer.text[:_TEXT].casefold()) if word not in own)


def decide(suspects: Sequence[Suspect], proofs: Mapping[Key, Proof], present: int, policy: Policy) -> Removals:
    """GONE for the proved suspects, if there are no more new ones than the cap; else all of those are held.

    `present` counts what the source had before. Suspects that are held already, or whose address answered, do not count:
    a person's pause must not stop what is small and proved.
    """
    fresh = [each for each in suspects if not each.held and not each.answered]
    many = len(fresh) > cap(present, policy)
    gone: list[Decision] = []
    held: list[Key] = []
    for each in suspects:
        known, proof = each.known, proofs.get(each.known.key)
        living = proof is not None and proof.verdict is Verdict.ALIVE
        if living:
            continue
        if each.held or (many and not each.answered):
            held.append(known.key)
        elif proof is not None and proof.verdict is Verdict.GONE:
            gone.append(removal(known, proof.reason))
    removed = {each.key for each in gone}
    return Removals(tuple(gone), tuple(held), {key: proof for key, proof in proofs.items() if key not in removed})


def removal(known: Known, proof: str) -> Decision:
    """GONE, with its proof. The last values stay."""
    times = max(1, known.misses)
    reason = f"not in {times} complete run{'s' if times != 1 else ''}; {proof}"
    return Decision(DecisionKind.GONE, known.key, known.resource, known.content_hash, reason=reason)
