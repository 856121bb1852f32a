"""A simulated month, lived by two sites: the store is true on every day that was read whole, and honest on the others.

`python -m benchmarks.timeline` runs years.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storage.store import Store
from tests.e2e.gleanery import Gleanery
from tests.sites.timeline.faults import NAMED
from tests.sites.timeline.keeper import Keeper, live
from tests.sites.timeline.site import Timeline

DAYS = 25


@pytest.mark.parametrize(
    ("channel", "seed", "items"),
    [("wordpress", 1, 60), ("wordpress", 2, 60), ("listing", 3, 130), ("feed", 4, 130)],  # more than are always walked
)
@pytest.mark.sampled(2)
def test_a_month_is_kept_true(channel: str, seed: int, items: int, tmp_path: Path) -> None:
    with Timeline(seed, DAYS, (items, items)) as site:
        keeper = Keeper(site, tmp_path, channel)
        marks = live(site, keeper, channel).marks
        keeper.close()
    assert marks.complete >= 2, marks.notes
    assert marks.agreed == marks.listed > DAYS / 4, marks.notes
    assert marks.equal == marks.complete, marks.notes
    assert marks.untrue == marks.wrongly_removed == marks.false_changes == 0, marks.notes
    assert marks.alarms == 0, marks.notes
    assert marks.changes > 10


def test_days_lived_through_the_command_line(tmp_path: Path) -> None:
    """Each command runs at the moment that GLEANERY_NOW names: history and runs are dated by it."""
    gleanery = Gleanery(tmp_path)
    with Timeline(5, 10, (30, 30)) as site:
        for day in site.history.days:
            site.day(day.number)
            gleanery.set_clock(day.moment)
            ended = gleanery.run("sync", "--json", site.listing_url)
            named = NAMED[day.fault] if day.fault and site.fault.met else {"ok"}
            assert ended.report["outcome"] in named, (day.number, day.fault, ended.report)
            assert ended.code == (0 if ended.report["outcome"] == "ok" else 3)
        truth = {site.url + post.path for post in site.today.posts.values()}
        ended = gleanery.run("export", "-", "--format", "jsonl")
    held = [json.loads(line) for line in ended.out.splitlines()]
    assert {row["url"] for row in held if row["state"] == "present"} == truth
    first, last = site.history.days[0].moment, site.history.days[-1].moment
    with Store.open(gleanery.database) as store:
        runs = store.last_reports()
        assert [run.started for run in reversed(runs)] == [day.moment for day in site.history.days]
        assert all(first <= known.first_seen <= known.last_seen <= last for known in store.resources())
