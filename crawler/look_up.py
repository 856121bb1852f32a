"""Where in a listing or feed stands what its sitemap says is new, or has been modified? Looked up, not walked to.

They go from the newest to the oldest. So the number of resources that are newer tells the page, and the pages that a run
of news has walked tell how pages are addressed. A guess that is wrong costs a request or two, and the next whole run
reads everything anyhow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from crawler.news import ROLL_CALL
from crawler.sitemap import moment_of
from crawler.values import object_of
from pipeline.model import OutcomeKind
from pipeline.removals import cap
from pipeline.urls import identity

if TYPE_CHECKING:
    from crawler.harvest import Harvest
    from crawler.roll_call import Known, Roll
    from pipeline.model import Key, Plan

# So many pages are looked at in a run. A sitemap that calls more modified than these, and than may go at a time, says when
# it was made.
MOST = 8
# So many in a row that are not where they should be say that the pages are in another order.
MOST_VAIN = 2
# So far from where something should stand it is looked for: on that page, on the next, on the one before.
_STEPS = (0, 1, -1)
_OVERLAP = timedelta(hours=2)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked up: the hash of its identity, its address, and when it was published, if that is known already."""

    name: int
    url: str
    published: datetime | None = None


@dataclass(slots=True)
class Walk:
    """The pages that a run has walked, from the first: their addresses, and that of the next; records on the first."""

    addresses: list[str] = field(default_factory=list)
    following: str = ""
    size: int = 0

    def note(self, address: str, size: int, following: str | None) -> None:
        """One more page was walked."""
        self.addresses.append(address)
        self.following, self.size = following or "", self.size or size


def since(harvest: Harvest) -> datetime | None:
    """Since when edits may have gone unseen: since before the last run that knew of everything. Raises StoreError."""
    reports = harvest.store.last_reports(harvest.source.name, limit=30)
    good = (each for each in reports if each.outcome.kind is OutcomeKind.OK and each.inventory.complete)
    last = next(good, None)
    return last.started - _OVERLAP if last is not None else None


def is_since(lastmod: str, moment: datetime) -> bool:
    """Whether a sitemap says that a page was modified since then. A day alone counts to its end."""
    stated = moment_of(lastmod)
    if stated is None:
        return False
    return stated + (timedelta(days=1) if "T" not in lastmod else timedelta()) >= moment


def sought(harvest: Harvest, plan: Plan, roll: Roll, known: Mapping[Key, Known]) -> list[Sought]:
    """What is to be looked up after a run of news: what the sitemap has beside, and what it calls modified, unseen.

    Nothing where everything is to be read anyhow, or nothing can be looked up. Raises StoreError.
    """
    ledger, usual = harvest.ledger, object_of(plan.detail.get(ROLL_CALL)).get("beside")
    hard = plan.detail.get("browser") or plan.detail.get("languages")
    if hard or ledger.drift or ledger.failures or not roll.whole or page_address(ledger.walk, 3) is None:
        return []
    new = roll.unknown if roll.beside != usual else ()
    if new and (usual != 0 or not roll.beside == len(new) <= MOST):
        return []  # which of them are new is not known, or they are many
    unseen = {each.name: key for key, each in known.items() if key not in ledger.seen}
    modified = [unseen[name] for name in roll.modified if name in unseen]
    if len(modified) > max(MOST, cap(len(known), harvest.source.policy)):
        modified = []
    found = [harvest.store.resource(key) for key in modified]
    dated = sorted(
        (each.resource.published.utc, each.resource.url) for each in found if each and each.resource.published
    )
    return [Sought(hash(identity(url)), url) for url in new] + [
        Sought(hash(identity(url)), url, published) for published, url in reversed(dated)
    ]


def found_in(roll: Roll, known: Mapping[Key, Known]) -> Roll:
    """The roll once things were looked up: what is known by now is not beside any more."""
    names = {each.name for each in known.values()}
    found = sum(hash(identity(url)) in names for url in roll.unknown)
    return replace(roll, beside=roll.beside - found)


def page_address(walk: Walk, number: int) -> str | None:
    """The address of page `number` (from 1), or None if the pages that were walked do not tell it.

    It is told by the one number in which those of pages 2 and 3 differ; of page 2 alone, by the one 2 that page 1 lacks.
    """
    addresses = [*walk.addresses, *filter(None, [walk.following])]
    if not walk.size:
        return None
    if number <= len(addresses):
        return addresses[number - 1]
    if len(addresses) < 2 or not walk.following:
        return None
    texts, numbers = _NUMBER.split(addresses[1]), _NUMBER.findall(addresses[1])
    if len(addresses) > 2:
        later = _NUMBER.findall(addresses[2])
        differing = [place for place, pair in enumerate(zip(numbers, later, strict=False)) if pair[0] != pair[1]]
        alike = texts == _NUMBER.split(addresses[2])
        step = int(later[differing[0]]) - int(numbers[differing[0]]) if differing else 0
    else:
        differing = [place for place, each in enumerate(numbers) if each == "2"]
        alike, step = "2" not in _NUMBER.findall(addresses[0]), 1
    if not alike or len(differing) != 1:
        return None
    count = int(numbers[differing[0]]) + (number - 2) * step
    numbers[differing[0]] = str(count)
    return "".join(text + digits for text, digits in zip(texts, [*numbers, ""], strict=True)) if count >= 0 else None


def pages_for(newer: int, walk: Walk) -> Iterator[int]:
    """The pages, likeliest first, on which stands what has so many newer ones before it; none that were walked."""
    likeliest = newer // walk.size + 1
    return (likeliest + step for step in _STEPS if likeliest + step > len(walk.addresses))
