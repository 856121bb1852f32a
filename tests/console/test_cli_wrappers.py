"""A wrapper's life at the command line: written by a probe, edited, tried, pinned, drifted, unpinned."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.conftest import Cli
from tests.sites.loopback import Answer, Request, serve


class Site:
    """A listing whose records' class name can change, as a redesign would."""

    names = "hit"

    def markup(self) -> str:
        records = "".join(
            f'<div class="{self.names}"><h3><a href="/t/{n}">A text about wells, number {n}</a></h3>'
            f'<p class="note">For members only.</p><p class="lead">Lead of the text {n}, in one sentence.</p></div>'
            for n in range(1, 7)
        )
        return f"<html><body><main>{records}</main></body></html>"

    def answer(self, request: Request) -> Answer:
        return Answer(self.markup()) if request.target == "/" else Answer("none", status=404)


@pytest.fixture
def site() -> Iterator[tuple[Site, str]]:
    shown = Site()
    with serve(shown.answer) as url:
        yield shown, f"{url}/"


def teasers(cli: Cli) -> set[str]:
    return {each["teaser"] for each in cli("resources", "--json", "--limit", "0").objects}


def test_written_edited_pinned_drifted_unpinned(cli: Cli, site: tuple[Site, str]) -> None:
    shown, url = site
    assert cli("probe", url, "--write-wrapper", "w.json").code == 0
    learnt = json.loads(Path("w.json").read_text(encoding="utf-8"))
    assert learnt["records"]
    learnt["fields"] = {"teaser": "p.lead"}
    learnt["records"] = "div.hit"
    Path("w.json").write_text(json.dumps(learnt), encoding="utf-8")
    assert cli("add", url, "--wrapper", "w.json").code == 0
    assert cli("sync", url).code == 0
    leads = {f"Lead of the text {n}, in one sentence." for n in range(1, 7)}
    assert teasers(cli) == leads

    shown.names = "card"
    ended = cli("sync", url, "--full", "--json")
    (report,) = ended.objects
    assert (ended.code, report["outcome"]) == (3, "drifted")
    assert "div.hit" in report["evidence"]
    assert teasers(cli) == leads, "what was kept stays"

    assert cli("add", url, "--unpin").code == 0
    (again,) = cli("sync", url, "--json").objects
    assert (again["outcome"], again["new"]) == ("ok", 0)


def test_a_wrapper_is_tried_offline(cli: Cli, site: tuple[Site, str]) -> None:
    shown, _ = site
    Path("saved.html").write_text(shown.markup(), encoding="utf-8")
    Path("w.json").write_text('{"records": "div.hit", "fields": {"teaser": ".note"}}', encoding="utf-8")
    (answer,) = cli("extract", "saved.html", "--url", "https://w.example/", "--json", "--wrapper", "w.json").objects
    assert {each["teaser"] for each in answer["items"]} == {"For members only."}
    Path("w.json").write_text('{"records": "div.miss"}', encoding="utf-8")
    ended = cli("extract", "saved.html", "--url", "https://w.example/", "--wrapper", "w.json")
    assert "finds no records at div.miss" in ended.err


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "not JSON"), ("[]", "JSON object"), ('{"records": "div[["}', "neither CSS nor XPath")],
)
def test_a_bad_wrapper_is_refused_and_nothing_kept(cli: Cli, text: str, message: str) -> None:
    Path("w.json").write_text(text, encoding="utf-8")
    ended = cli("add", "https://w.example/", "--wrapper", "w.json")
    assert ended.code == 2
    assert message in ended.err
    assert cli("sources", "--json").objects == []


def test_a_file_that_exists_is_not_overwritten(cli: Cli, site: tuple[Site, str]) -> None:
    Path("w.json").write_text("mine", encoding="utf-8")
    ended = cli("probe", site[1], "--write-wrapper", "w.json")
    assert ended.code == 2
    assert Path("w.json").read_text(encoding="utf-8") == "mine"
    assert cli("add", "https://w.example/", "--wrapper", "absent.json").code == 2
