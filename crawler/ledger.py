"""What a run has counted so far, and what its spider has to say to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from crawler.look_up import Walk
from pipeline.model import JSON, Failure, SecondInventory, Tally
from pipeline.schedule import Hints
from pipeline.wholes import Renaming


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
    addresses: set[int] = field(default_factory=set)  # hashes of what was read, to be held against a second inventory
    sitemaps: list[str] = field(default_factory=list)  # as robots.txt names them
    second: SecondInventory | None = None  # of this run, or of the last one that has made it
    news: bool = False  # only what is new was asked for
    thorough: bool = False  # but from every page
    inventoried: bool = False  # all that the site holds was seen, if not read
    quiet: int = 0  # so many pages in a row have shown nothing that was not known
    filled: Counter[str] = field(default_factory=Counter)  # of how many resources each field was filled
    restless: Counter[str] = field(default_factory=Counter)  # of how many it was another one, unmodified
    walk: Walk = field(default_factory=Walk)
    renamed: Counter[Renaming] = field(default_factory=Counter)  # how many show a name in place of another
    alerted: bool = False  # by such a new name everything is read: what shows it was not overlooked
    learnt: dict[str, JSON] = field(default_factory=dict)  # what the plan's detail is to say after a good run
    resumed: bool = False
    checkpoint: JSON = None
    hints: Hints = field(default_factory=Hints)
