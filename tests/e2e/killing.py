"""Syncs that are killed (SIGKILL) at random moments, day after day of a living site; and what must be left of them.

Each sync is forked from a server process that has the program loaded and nothing opened, so that a kill costs no
start-up. Every day is killed some times, then synced to its end. Beside it, an unbroken copy is kept of the same days.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from dataclasses import dataclass, field, replace
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, Policy, Source, State
from storage.export.record import record
from storage.store import Store
from tests.sites.timeline.history import EventKind, Pace
from tests.sites.timeline.site import Timeline

# What says when something was read, not what was read.
CLOCKED = ("first_seen", "last_seen")
NAME = "site"
SILENT = (EventKind.RETAGGED, EventKind.TOUCHED_UP, EventKind.TERM_RENAMED)
# Syncs of the last day, on both sides, so that removals come to their end.
SETTLING = 3

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["tests.e2e.killing", "tests.e2e.warm"])


def sync(url: str, moment: datetime, *, full: bool = False) -> str:
    """One sync of the source, to its end; its outcome. `full`: it reads everything."""
    with Store.open(url) as store:
        source = store.find_source(NAME)
        assert source is not None
        report = asyncio.run(harvest_source(store, source, HarvestOptions(full=full), clock=lambda: moment))
        return str(report.outcome.kind)


def _sync_in_child(url: str, moment: datetime, full: bool, answer: Any) -> None:
    answer.send(sync(url, moment, full=full))


@dataclass(slots=True)
class Result:
    """`lost`, `doubled`, `wrongly_removed`, `differing` hold what is wrong: nothing, it is hoped."""

    kills: int = 0
    days: int = 0
    mid_run: int = 0  # kills that left an unfinished run
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrongly_removed: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)  # of syncs that were left alone, where not ok

    @property
    def wrong(self) -> int:
        return sum(map(len, (self.lost, self.doubled, self.wrongly_removed, self.differing, self.outcomes)))


class Killing:
    """`kills` kills of syncs of the store at `url`, compared with an unbroken copy at `unbroken` (a path)."""

    def __init__(self, url: str, unbroken: Path, kills: int, seed: int, channel: str = "wordpress") -> None:
        self._url, self._unbroken, self._wanted = url, str(unbroken), kills
        self._rng = random.Random(seed)
        self._seed, self._channel = seed, channel
        self._usual = 0.3  # how long a sync takes, in seconds, as learnt from those that ended
        self.result = Result()

    def run(self) -> Result:
        days = max(6, self._wanted // 4)
        # When an edit without a trace is seen depends on when all is read, and so on the kills: there are none. A listing is
        # read whole every day for the same reason; of WordPress the news and the ids tell all else.
        rates = {kind: rate for kind, rate in Pace().rates.items() if kind not in SILENT}
        policy = Policy(full_every=1) if self._channel == "listing" else Policy()
        source = Source(NAME, "", channel=Channel(self._channel), policy=policy)
        with Timeline(self._seed, days, (240, 240), Pace(rates, fault_share=0.0, redesigns=0)) as site:
            for url in (self._url, self._unbroken):
                with Store.open(url) as store:
                    store.put_source(replace(source, url=site.listing_url), site.today.moment)
            for day in site.history.days:
                if self.result.kills >= self._wanted:
                    break
                site.day(day.number)
                self._live(site)
            for _ in range(SETTLING):
                self._to_the_end(
                    site, full=True
                )  # what runs of the news may leave out, they may leave out at other times
            self._compare(site)
        return self.result

    def _live(self, site: Timeline) -> None:
        left = min(self._rng.randint(5, 9), self._wanted - self.result.kills)
        for _ in range(4 * left):  # some end before they are killed
            if left and self._killed(site.today.moment):
                left -= 1
                self._look(site)
        self._to_the_end(site)
        self.result.days += 1

    def _killed(self, moment: datetime) -> bool:
        """Whether the sync was caught alive."""
        child, _ = self._begin(moment, full=False)
        child.join(self._rng.uniform(0, 1.1 * self._usual))
        child.kill()
        child.join()
        caught = child.exitcode == -9
        self.result.kills += caught
        return caught

    def _begin(self, moment: datetime, *, full: bool) -> tuple[BaseProcess, Any]:
        heard, answer = _forks.Pipe(duplex=False)
        child = _forks.Process(target=_sync_in_child, args=(self._url, moment, full, answer))
        child.start()
        answer.close()
        return child, heard

    def _to_the_end(self, site: Timeline, *, full: bool = False) -> None:
        began = time.monotonic()
        child, heard = self._begin(site.today.moment, full=full)
        child.join(120)
        self._usual = (self._usual + time.monotonic() - began) / 2
        outcome = heard.recv() if heard.poll() else f"exit code {child.exitcode}"
        if outcome != "ok":
            self.result.outcomes.append(f"day {site.today.number}: {outcome}")
        sync(self._unbroken, site.today.moment, full=full)

    def _look(self, site: Timeline) -> None:
        """After a kill: what is still on the site is not removed, and nothing is there twice."""
        self.result.mid_run += self._is_unfinished()
        with Store.open(self._url) as store:
            gone = [known.resource.native_id or known.resource.url for known in store.resources(state=State.GONE)]
        alive = {str(number) for number in site.today.posts} | {
            site.url + post.path for post in site.today.posts.values()
        }
        self.result.wrongly_removed += [f"day {site.today.number}: {each}" for each in gone if each in alive]

    def _is_unfinished(self) -> bool:
        with Store.open(self._url) as store:
            return store.unfinished_run(NAME) is not None

    def _compare(self, site: Timeline) -> None:
        (mine, mine_history), (whole, whole_history) = _contents(self._url), _contents(self._unbroken)
        self.result.lost += sorted(whole.keys() - mine.keys())
        self.result.doubled += sorted(mine.keys() - whole.keys())
        self.result.differing += [key for key in mine.keys() & whole.keys() if mine[key] != whole[key]]
        self.result.differing += [
            f"history of {key}: {mine_history[key]} not {whole_history[key]}"
            for key in mine.keys() & whole.keys()
            if mine_history[key] != whole_history[key]
        ]
        present = {record_["url"] for record_ in mine.values() if record_["state"] == State.PRESENT}
        truth = {site.url + post.path for post in site.today.posts.values()}
        self.result.lost += sorted(f"{url} of the truth" for url in truth - present)


def _contents(url: str) -> tuple[dict[str, dict[str, Any]], dict[str, list[str]]]:
    """Every resource by its key, without the times of reading; and what its history says of its content."""
    with Store.open(url) as store:
        rows = {known.key: dict(record(known)) for known in store.resources()}
        histories = {
            key: [f"{each.kind}: {sorted(change.field for change in each.changes)}" for each in store.versions(key) if each.kind in {"new", "changed"}]
            for key in rows
        }  # fmt: skip
    timeless = {key: {name: value for name, value in row.items() if name not in CLOCKED} for key, row in rows.items()}
    return timeless, histories
