from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.hints import fresh_for, ttl
from crawler.politeness import retry_after
from crawler.progress import HarvestOptions
from crawler.run import harvest_source
from pipeline.model import Channel, OutcomeKind, Source
from pipeline.schedule import Hints
from storage.store import Store
from tests.sites import behaviours
from tests.sites.misbehaving import Misbehaving

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("120", NOON + timedelta(minutes=2)),
        ("0", NOON),
        ("Mon, 01 Jun 2026 13:00:00 GMT", NOON + timedelta(hours=1)),
        ("Mon, 01 Jun 2026 15:00:00 +0200", NOON + timedelta(hours=1)),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
        ("Mon, 99 Jun 2026 13:00:00 GMT", None),
    ],
)
def test_retry_after(value: str, moment: datetime | None) -> None:
    assert retry_after(value, NOON) == moment


@pytest.mark.parametrize(
    ("control", "age", "seconds"),
    [
        ("public, max-age=900", "", 900),
        ("max-age=900", "300", 600),
        ("max-age=900", "3000", 0),
        ("max-age=900", "old", 900),
        ("s-maxage=900", "", 0),
        ("no-cache, max-age=900", "", 0),
        ("max-age=soon", "", 0),
        ("", "", 0),
    ],
)
def test_how_long_an_answer_stays_fresh(control: str, age: str, seconds: int) -> None:
    assert fresh_for(control, age) == seconds


@pytest.mark.parametrize(
    ("body", "seconds"), [(b"<rss><channel><ttl>60</ttl>", 3600), (b"<ttl>x</ttl>", 0), (b"", 0), (b" " * 9000 + b"<ttl>9</ttl>", 0)]
)  # fmt: skip
def test_a_feeds_ttl(body: bytes, seconds: int) -> None:
    assert ttl(body) == seconds


def test_a_run_hears_what_the_site_says(tmp_path: Path, misbehaving: Misbehaving) -> None:
    items = "".join(
        f'<article><h2><a href="/{n}/">Report {n} on water</a></h2><p>What district {n} found this year.</p></article>'
        for n in range(6)
    )
    page = f"<html><body><main>{items}</main></body></html>"
    misbehaving.route("/robots.txt", behaviours.robots("User-agent: *\nCrawl-delay: 0.01"))
    misbehaving.route("/reports/", behaviours.answer(page, headers={"Cache-Control": "max-age=7200"}))
    source = Source("site", f"{misbehaving.url}/reports/", Channel.LISTING)
    with Store.open(str(tmp_path / "gleanery.db")) as store:
        store.put_source(source)
        report = asyncio.run(harvest_source(store, source, HarvestOptions(), clock=lambda: NOON))
        assert report.outcome.kind is OutcomeKind.OK
        assert store.last_reports()[0].hints == report.hints == Hints(None, 7200, 0.01)
        misbehaving.route("/reports/", behaviours.status(429, {"Retry-After": "3600"}))
        kept = store.find_source("site")  # with the way to read it, so that nobody is sent ahead to look
        assert kept is not None
        refused = asyncio.run(harvest_source(store, kept, HarvestOptions(), clock=lambda: NOON))
    assert refused.outcome.kind is OutcomeKind.BLOCKED
    assert refused.hints.not_before == NOON + timedelta(hours=1)
