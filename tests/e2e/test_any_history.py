"""Any history of a site, with any faults, against a dict: nothing is removed without its proof, nothing untrue is held."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from crawler.harvest import HarvestOptions
from crawler.run import harvest_source
from pipeline.decide import to_json
from pipeline.errors import GleaneryError
from pipeline.model import Channel, OutcomeKind, RunReport, Source, State
from storage.store import Store
from tests.conftest import servers_required
from tests.e2e import failpoints
from tests.sites.like_model import LikePost
from tests.sites.timeline.faults import FaultKind
from tests.sites.timeline.history import START, Day, Pace
from tests.sites.timeline.keeper import plain
from tests.sites.timeline.site import Timeline
from tests.sites.timeline.truth import stated

# How many complete readings have to miss an item before it may be called removed.
MISSES = 2
EVENTS = ("post", "resource", "edit", "silent edit", "move", "delete", "delete", "return")
_site: Timeline | None = None


@pytest.fixture(scope="module", autouse=True)
def _served() -> Iterator[None]:
    global _site  # noqa: PLW0603  Hypothesis makes its machines by itself
    with Timeline(0, 1, (3, 3), Pace(fault_share=0.0)) as _site:
        yield
    _site = None


@cache
def _empty() -> Path:
    """A migrated database that holds nothing: copying it is quicker than making one for each example."""
    file = Path(tempfile.mkdtemp()) / "empty.db"
    Store.open(str(file)).close()
    return file


class AnyHistory(RuleBasedStateMachine):
    """`posts` is what the site shows; `absent` counts, for what it no longer shows, the sound readings since."""

    def __init__(self) -> None:
        super().__init__()
        assert _site is not None
        self.site, self.posts, self.trash = _site, dict[int, LikePost](), dict[int, LikePost]()
        self.ever: dict[int, list[dict[str, object]]] = {}
        self.absent: dict[int, int] = {}
        self.silent: set[int] = set()  # edited without a trace in `modified`: seen only by who reads all
        self.moved: dict[str, int] = {}
        self.number = 0
        self.stack = ExitStack()
        folder = self.stack.enter_context(tempfile.TemporaryDirectory())
        shutil.copy(_empty(), Path(folder) / "gleanery.db")
        self.store = self.stack.enter_context(Store.open(str(Path(folder) / "gleanery.db")))

    @initialize(count=st.integers(0, 12))
    def begin(self, count: int) -> None:
        self.store.put_source(Source("site", self.site.listing_url, channel=Channel.WORDPRESS), START)
        for _ in range(count):
            self.add("resource" if count % 3 == 0 else "post")

    def teardown(self) -> None:
        self.stack.close()

    # What happens on the site

    def _now(self) -> str:
        return (START + timedelta(days=self.number, hours=-2)).replace(tzinfo=None).isoformat()

    def happen(self, event: str, which: int) -> None:
        if event in {"post", "resource"}:
            self.add(event)
        elif event == "return" and self.trash:
            number = sorted(self.trash)[which % len(self.trash)]
            self.posts[number] = replace(self.trash.pop(number), modified=self._now())
        elif event != "return" and self.posts:
            self.change(event, self.posts[sorted(self.posts)[which % len(self.posts)]])

    def add(self, kind: str) -> None:
        number, now = 1 + max((*self.posts, *self.trash), default=10), self._now()
        self.posts[number] = LikePost(
            number, f"Item {number}", kind, date=now, modified=now, slug=f"item-{number}", tags=("Global",)
        )

    def change(self, event: str, post: LikePost) -> None:
        if event == "delete":
            self.trash[post.id] = self.posts.pop(post.id)
            return
        modified = post.modified if event == "silent edit" else self._now()
        (self.silent.add if event == "silent edit" else self.silent.discard)(post.id)
        if event == "move":
            self.moved[post.path] = post.id
            self.posts[post.id] = replace(post, slug=f"{post.slug}-b{self.number}", modified=modified)
        else:
            self.posts[post.id] = replace(post, title=f"{post.title} again", modified=modified)

    # The reading of it

    @rule(
        events=st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 99)), max_size=4),
        fault=st.one_of(st.none(), st.none(), st.sampled_from(list(FaultKind))),
        breaks=st.one_of(st.none(), st.none(), st.none(), st.integers(1, 80)),
    )
    def day(self, events: list[tuple[str, int]], fault: FaultKind | None, breaks: int | None) -> None:
        """A day's events and its run; the store's `breaks`-th call fails, if it makes as many."""
        self.number += 1
        for event, which in events:
            self.happen(event, which)
        day = Day(
            self.number, START + timedelta(days=self.number), dict(self.posts), fault=fault, moved=dict(self.moved)
        )
        self.site.show(day)
        truth = {n: stated(post, self.site.url, "wordpress") for n, post in self.posts.items()}
        for number, fields in truth.items():
            self.ever.setdefault(number, []).append(fields)
        gone_before = set(self._held(State.GONE))
        report = self._run(breaks)
        is_sound = report is not None and report.outcome.kind is OutcomeKind.OK and report.inventory.complete
        self.absent = {n: self.absent.get(n, 0) + is_sound for n in self.ever if n not in self.posts}
        self._check(truth, gone_before, report, is_sound=is_sound)

    def _run(self, breaks: int | None) -> RunReport | None:
        source, moment = self.store.find_source("site"), self.site.today.moment
        assert source is not None
        with failpoints.database(breaks or -1):
            try:
                return asyncio.run(harvest_source(self.store, source, HarvestOptions(), clock=lambda: moment))
            except GleaneryError:
                assert breaks, "an error without a cause"
                return None

    def _held(self, state: State) -> dict[int, dict[str, object]]:
        return {
            int(known.resource.native_id or 0): plain(to_json(known.resource), "wordpress")
            for known in self.store.resources(state=state)
        }

    def _check(
        self, truth: dict[int, dict[str, object]], gone_before: set[int], report: RunReport | None, *, is_sound: bool
    ) -> None:
        newly_gone = set(self._held(State.GONE)) - gone_before
        assert not newly_gone & self.posts.keys(), "removed though it is there"
        assert all(self.absent[each] >= MISSES for each in newly_gone), "removed before two complete readings missed it"
        assert not newly_gone or is_sound, f"removed by a run that is no proof: {report and report.outcome}"
        present = self._held(State.PRESENT)
        for state in State:
            for number, fields in self._held(state).items():
                assert fields in self.ever[number], f"{state}, and was never so"
        if is_sound and self.site.today.fault is None:
            differing = {number for number in truth if present.get(number) != truth[number]}
            assert differing <= self.silent, "read whole, and not what the site shows"
            assert present.keys() - truth.keys() <= self.absent.keys()


def test_any_history() -> None:
    run_state_machine_as_test(
        AnyHistory,
        settings=settings(
            max_examples=10 if servers_required() else 5,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.generate),
        ),
    )
