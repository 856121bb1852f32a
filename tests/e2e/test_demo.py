"""`gleanery demo`, as `make demo` runs it: every resource of the bundled site, clean, in the table and in demo.csv."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from console.demo.pages import LEAKED_TYPES
from console.demo.site import serve
from tests.e2e.gleanery import Gleanery

NOISE = ("Read More", "TAGS:", "DOWNLOAD", " views", "Share", "&amp;", "&#", "\u00a0", "...")


def test_the_demo_ends_with_every_resource_clean(tmp_path: Path) -> None:
    with serve() as site:  # for its truth; the demo serves the site itself
        truth = site.truth
    ended = Gleanery(tmp_path).installed("demo")
    assert ended.code == 0, ended.err
    with (tmp_path / "demo.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["title"] for row in rows) == sorted(row["title"] for row in truth)
    assert {row["title"]: row["teaser"] for row in rows} == {row["title"]: row["teaser"] for row in truth}
    for row in rows:
        fields = [value for name, value in row.items() if name != "origins"]
        for noise in NOISE:
            assert not any(noise in value for value in fields), (noise, row)
        assert not any(value.lower() in LEAKED_TYPES for value in fields), row


def test_the_demo_site_is_read_as_its_truth_says(tmp_path: Path) -> None:
    gleanery = Gleanery(tmp_path)
    with serve() as site:
        report = gleanery.sync(site.url)
        again = gleanery.sync(site.url)
    assert (report["outcome"], report["new"], report["channel"]) == ("ok", 24, "listing")
    assert report["inventory"]["pages_read"] == 3
    assert (again["outcome"], again["new"], again["changed"], again["unchanged"]) == ("ok", 0, 0, 24)
    got = {row["url"]: row for row in gleanery.resources()}
    assert set(got) == {row["url"] for row in site.truth}
    for want in site.truth:
        row = got[want["url"]]
        for name in ("title", "teaser", "teaser_truncated", "categories", "tags", "authors", "published", "image"):
            assert row[name] == want[name], (want["url"], name)
        assert [file["url"] for file in row["files"]] == want["files"], want["url"]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_exports_hold_every_resource(tmp_path: Path, suffix: str) -> None:
    gleanery = Gleanery(tmp_path)
    with serve() as site:
        gleanery.sync(site.url)
    assert gleanery.run("export", f"all.{suffix}").code == 0
    text = (tmp_path / f"all.{suffix}").read_text(encoding="utf-8-sig")
    assert all(row["url"] in text for row in site.truth)
    titles = [row["title"] for row in site.truth if '"' not in row["title"]]
    assert all(title in text for title in titles)
