"""Items that get another address while the site is redesigned: themes that tell ids, and themes that do not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from crawler.progress import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, OutcomeKind, Plan, Policy, RunReport, Source, State
from storage.store import Store
from tests.sites.loopback import Answer, Request, serve

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)
WITH_IDS = (
    '<article id="post-{n}" class="post-{n} post type-post hentry"><h2><a href="/{slug}/">{title}</a></h2>'
    "<p>What district {n} found out this year, and why it matters.</p></article>"
)
WITHOUT = (
    '<li class="entry"><a class="what" href="/{slug}/">{title}</a>'
    '<div class="about">What district {n} found out this year, and why it matters.</div></li>'
)


class Site:
    """A listing of twelve items on one page; `moved` leads from former slugs to items, as WordPress does."""

    def __init__(self) -> None:
        self.slugs = {n: f"report-{n}" for n in range(31, 19, -1)}
        self.moved: dict[str, int] = {}
        self.tells_ids = True
        self.url = ""

    def move(self, number: int, slug: str) -> None:
        self.moved[self.slugs[number]] = number
        self.slugs[number] = slug

    def handle(self, request: Request) -> Answer:
        path = request.target.strip("/")
        if path == "reports":
            form, around = (WITH_IDS, "<main>{}</main>") if self.tells_ids else (WITHOUT, "<main><ul>{}</ul></main>")
            items = "".join(form.format(n=n, slug=slug, title=f"Report {n} on water") for n, slug in self.slugs.items())
            return Answer(f"<html><body>{around.format(items)}</body></html>")
        if path in self.moved:
            return Answer("", 301, headers={"Location": f"{self.url}/{self.slugs[self.moved[path]]}/"})
        number = next((n for n, slug in self.slugs.items() if slug == path), None)
        if number is None:
            return Answer("<h1>Not found</h1>", 404)
        return Answer(f"<html><body><h1>Report {number} on water</h1><p>All of it.</p></body></html>")


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    with serve(made.handle) as url:
        made.url = url
        yield made


class Days:
    """One run a day."""

    def __init__(self, store: Store, site: Site) -> None:
        self.store, self.now = store, NOW
        plan = Plan(Channel.LISTING, f"{site.url}/reports/")
        store.put_source(Source("site", plan.entry_url, Channel.LISTING, plan=plan, policy=Policy(full_every=1)), NOW)

    def sync(self) -> RunReport:
        self.now += timedelta(days=1)
        source = self.store.find_source("site")
        assert source is not None
        return asyncio.run(harvest_source(self.store, source, HarvestOptions(), clock=lambda: self.now))

    def held(self, state: State) -> list[str]:
        return sorted(
            each.resource.url.rpartition("/")[0].rpartition("/")[2] for each in self.store.resources(state=state)
        )


def test_who_moved_without_an_id_and_gets_it_back_stays_who_he_became(store: Store, site: Site) -> None:
    days = Days(store, site)
    days.sync()
    site.tells_ids = False
    days.sync()
    site.move(25, "twenty-five")
    days.sync()
    days.sync()
    days.sync()
    assert days.held(State.GONE) == ["report-25"]
    site.tells_ids = True
    reports = [days.sync() for _ in range(3)]
    assert [each.outcome.kind for each in reports] == [OutcomeKind.DRIFTED, OutcomeKind.OK, OutcomeKind.OK]
    assert [(each.tally.returned, each.tally.missing) for each in reports] == [(0, 0)] * 3
    assert days.held(State.PRESENT) == sorted(site.slugs.values())
    assert days.held(State.GONE) == ["report-25"]
    assert days.store.resource("25") == days.store.resource(f"{site.url}/twenty-five/")


def test_who_moved_on_the_day_of_a_redesign_is_not_held_twice(store: Store, site: Site) -> None:
    days = Days(store, site)
    days.sync()
    days.sync()
    site.tells_ids = False
    site.move(25, "twenty-five")
    drifted = days.sync()
    assert drifted.outcome.kind is OutcomeKind.DRIFTED
    assert days.held(State.PRESENT) == sorted(site.slugs.values())
    assert days.held(State.MISSING) == ["report-25"]
    assert [days.sync().tally.removed for _ in range(3)] == [0, 1, 0]


def test_a_redesign_that_hides_many_leaves_them_as_they_were(store: Store, site: Site) -> None:
    days = Days(store, site)
    days.sync()
    days.sync()
    site.tells_ids = False
    for number in (21, 22, 23):
        del site.slugs[number]
    assert days.sync().outcome.kind is OutcomeKind.DRIFTED
    assert days.held(State.MISSING) == []
    assert len(days.held(State.PRESENT)) == 12


def test_whose_address_another_has_taken_over_is_gone(store: Store, site: Site) -> None:
    """The item with the id was never away; what a theme without ids showed beside it is no other one."""
    days = Days(store, site)
    days.sync()
    site.tells_ids = False
    site.move(25, "twenty-five")
    days.sync()
    assert len(days.held(State.PRESENT)) + len(days.held(State.MISSING)) == 13
    site.tells_ids = True
    for _ in range(4):
        days.sync()
    assert days.held(State.PRESENT) == sorted(site.slugs.values())
    assert days.held(State.MISSING) == []
