"""Machine-readable output is a contract (docs/output.md): fields, types, one object a line, nothing else on standard output."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from console.demo.site import DemoSite, serve
from storage.store import Store
from tests.console.conftest import Cli, fill, observed
from tests.sites import behaviours
from tests.sites.misbehaving import Misbehaving

COUNTS = {"new", "changed", "unchanged", "missing", "removed", "returned", "held", "requests", "bytes"}
REPORT = {"source", "outcome", "evidence", "advice", "seconds", "inventory", "channel", "run_id", "started"} | COUNTS
INVENTORY = {"claimed", "read", "pages_read", "pages_failed", "parts", "complete", "statement", "news", "second"}
RESOURCE = [
    "key", "source", "native_id", "url", "title", "teaser", "teaser_truncated", "categories", "tags", "authors",
    "language", "published", "modified", "image", "files", "state", "first_seen", "last_seen",
    "script", "direction", "translations",
]  # fmt: skip
TEXTS = {
    "key",
    "source",
    "url",
    "title",
    "teaser",
    "language",
    "image",
    "state",
    "first_seen",
    "last_seen",
    "script",
    "direction",
}
LISTS = {"categories", "tags", "authors", "files"}


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with serve() as running:
        yield running


def check_report(report: dict[str, Any]) -> None:
    assert set(report) == REPORT
    assert set(report["inventory"]) == INVENTORY
    assert all(isinstance(report[name], int) for name in COUNTS)
    assert isinstance(report["seconds"], float)
    assert datetime.fromisoformat(report["started"]).utcoffset() is not None
    for part in report["inventory"]["parts"]:
        assert set(part) == {"name", "claimed", "read"}


def check_resource(resource: dict[str, Any]) -> None:
    assert list(resource)[: len(RESOURCE)] == RESOURCE
    assert all(isinstance(resource[name], str) for name in TEXTS)
    assert all(isinstance(resource[name], list) for name in LISTS)
    assert isinstance(resource["teaser_truncated"], bool)
    assert all(set(each) == {"url", "title", "media_type", "size"} for each in resource["files"])
    assert resource["state"] in {"present", "missing", "gone"}
    for name in ("first_seen", "last_seen"):
        assert datetime.fromisoformat(resource[name]).utcoffset() is not None


def test_sync_json_gives_one_report_per_source(cli: Cli, site: DemoSite) -> None:
    ended = cli("sync", site.url, "--json")

    (report,) = ended.objects
    check_report(report)
    assert ended.code == 0
    assert report["outcome"] == "ok"
    assert report["new"] == report["inventory"]["read"] == len(site.truth)
    assert report["inventory"]["complete"] is True
    assert report["requests"] > 0
    assert report["bytes"] > 0

    (again,) = cli("sync", "--json", "--full").objects
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, len(site.truth))
    (stored, first) = cli("runs", "--json").objects
    assert stored == again
    assert first == report


def test_a_dry_run_reports_and_writes_nothing(cli: Cli, site: DemoSite, inside_tmp: Any) -> None:
    ended = cli("sync", site.url, "--dry-run", "--json")

    (report,) = ended.objects
    check_report(report)
    assert report["new"] == len(site.truth)
    assert "Dry run: nothing was written." in ended.err
    assert list(inside_tmp.iterdir()) == []


def test_a_dry_run_of_a_kept_source_changes_nothing(cli: Cli, site: DemoSite) -> None:
    cli("add", site.url, "--name", "demo")

    assert cli("sync", "--dry-run", "--json").objects[0]["new"] == len(site.truth)
    assert cli("runs", "--json").out == ""
    assert cli("resources", "--json").out == ""


def test_a_limit_stops_early_and_says_so(cli: Cli, site: DemoSite) -> None:
    (report,) = cli("sync", site.url, "--limit", "3", "--json").objects

    assert report["new"] == 3
    assert report["inventory"]["complete"] is False
    assert len(cli("resources", "--json").objects) == 3


def test_two_sources_give_two_lines_and_the_worse_outcome_rules(cli: Cli, site: DemoSite) -> None:
    with Misbehaving() as broken:
        broken.route("/news/", behaviours.status(403))
        ended = cli("sync", site.url, f"{broken.url}/news/", "--json")

    reports = {each["outcome"]: each for each in ended.objects}
    assert set(reports) == {"ok", "blocked"}
    assert ended.code == 3
    for report in reports.values():
        check_report(report)
    assert "403" in reports["blocked"]["evidence"]
    assert reports["blocked"]["advice"]


def test_a_site_that_is_down_ends_with_3_and_leaves_what_was_known(cli: Cli, filled: object) -> None:
    cli("remove", "alpha.example", "--yes")
    url = behaviours.refused_url()

    ended = cli("sync", url)

    assert ended.code == 3
    assert "unreachable" in ended.out
    assert "Traceback" not in ended.err + ended.out


def test_a_busy_source_ends_with_3_and_says_who_holds_it(cli: Cli, filled: object) -> None:
    with Store.open("gleanery.db") as store:
        store.acquire_lease("alpha.example", "other-machine:7:100", datetime.now(UTC), timedelta(60), lambda _: False)

    ended = cli("sync", "alpha.example", "--json")

    assert ended.code == 3
    (report,) = ended.objects
    check_report(report)
    assert (report["outcome"], report["run_id"]) == ("busy", 0)
    assert "other-machine:7:100" in report["evidence"]


def test_export_and_resources_give_the_same_form(cli: Cli, filled: object) -> None:
    exported = cli("export", "-", "--format", "jsonl")
    listed = cli("resources", "--json")

    assert exported.code == listed.code == 0
    assert exported.objects == listed.objects
    assert len(exported.objects) == 3
    for each in exported.objects:
        check_resource(each)


def test_standard_output_is_json_lines_if_no_format_is_named(cli: Cli, filled: object) -> None:
    assert cli("export", "-").out == cli("export", "-", "--format", "jsonl").out


def test_export_chooses_the_format_by_the_suffix(cli: Cli, filled: object, inside_tmp: Any) -> None:
    for name in ("all.csv", "all.jsonl", "all.ndjson"):
        ended = cli("export", name)
        assert (ended.code, ended.out) == (0, "")
        assert f"3 resources written to {name}" in ended.err

    with (inside_tmp / "all.csv").open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert list(rows[0]) == RESOURCE
    lines = [json.loads(line) for line in (inside_tmp / "all.jsonl").read_text("utf-8").splitlines()]
    assert [row["title"] for row in rows] == [line["title"] for line in lines]
    assert (inside_tmp / "all.ndjson").read_bytes() == (inside_tmp / "all.jsonl").read_bytes()


def test_export_filters_by_source_and_state(cli: Cli, filled: object) -> None:
    assert len(cli("export", "-", "--source", "https://alpha.example/resources/", "--state", "present").objects) == 3
    assert cli("export", "-", "--state", "gone").out == ""


def test_csv_on_standard_output_has_a_heading(cli: Cli, filled: object) -> None:
    rows = list(csv.reader(io.StringIO(cli("export", "-", "--format", "csv").out)))

    assert rows[0] == RESOURCE
    assert len(rows) == 4


def test_show_json_has_origins_and_versions(cli: Cli, filled: object) -> None:
    fill([observed(1, title="A better title", tags=["Global", "Youth"])], day=4)

    (shown,) = cli("show", "https://alpha.example/resources/guide-1/", "--json").objects

    check_resource(shown)
    assert shown["title"] == "A better title"
    assert shown["origins"]["title"] == "listing"
    new, changed = shown["versions"]
    assert new["kind"] == "new"
    assert set(changed) == {"at", "run_id", "kind", "changes", "reason"}
    assert changed["changes"] == [
        {"field": "title", "before": "Guide number 1", "after": "A better title"},
        {"field": "tags", "before": ["Global"], "after": ["Global", "Youth"]},
    ]


def test_sources_json_tells_how_each_is_read_and_how_it_fares(cli: Cli, filled: object) -> None:
    (source,) = cli("sources", "--json").objects

    assert set(source) == {
        "name", "url", "channel", "read_by", "cms", "types", "enrich", "file_sizes", "politeness", "expectations", "policy", "paused", "schedule", "resources", "last_run",
    }  # fmt: skip
    assert (source["name"], source["channel"], source["resources"]) == ("alpha.example", "listing", 3)
    check_report(source["last_run"])


def test_probe_json_tells_the_rungs_and_the_first_resources(cli: Cli, site: DemoSite) -> None:
    ended = cli("probe", site.url, "--json")

    (report,) = ended.objects
    assert set(report) == {
        "url", "cms", "plan", "rungs", "preview", "next", "wrapper", "failures", "requests", "bytes",
    }  # fmt: skip
    assert ended.code == 0
    assert report["plan"]["channel"] == "listing"
    usable = {each["channel"]: each["usable"] for each in report["rungs"]}
    assert [name for name, at_hand in usable.items() if at_hand] == ["listing"]
    assert {"wordpress", "drupal", "ghost", "discourse", "oai", "feed"} < usable.keys()
    assert all(each["reason"] for each in report["rungs"])
    assert report["preview"][0]["title"] == site.truth[0]["title"]
    assert report["next"].endswith("/resources/page/2/")


def test_a_probe_without_a_way_in_ends_with_3(cli: Cli) -> None:
    with Misbehaving() as broken:
        broken.route("/", behaviours.status(403))
        ended = cli("probe", broken.url)

    assert ended.code == 3
    assert "403" in ended.err


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (["number 2"], [2]),
        (["GUIDE"], [3, 2, 1]),
        (["--tag", "youth"], [3]),
        (["--category", "Training"], [2]),
        (["--language", "pt"], [3]),
        (["--since", "2026-04-04"], [2]),
        (["--since", "2026-04-04T11:00:00+02:00"], [2]),
        (["--limit", "1"], [3]),
        (["--limit", "0"], [3, 2, 1]),
        (["--source", "alpha.example", "--state", "present", "guide"], [3, 2, 1]),
    ],
)
def test_resources_are_filtered(cli: Cli, inside_tmp: Any, arguments: list[str], numbers: list[int]) -> None:
    three = {"tags": ["Youth"], "language": "pt-BR"}
    fill([observed(1), observed(2), observed(3, **three)])
    fill([observed(1), observed(2, categories=["Training"]), observed(3, **three)], day=4)

    listed = cli("resources", *arguments, "--json").objects

    assert [each["published"] for each in listed] == [f"2026-03-{number:02}" for number in numbers]
