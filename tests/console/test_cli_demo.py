"""The demo tells the truth about itself: it compares every field, and says where one is wrong."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.commands.demo import compared
from console.demo import site as demo_site
from console.demo.site import serve
from pipeline.model import FileLink, Resource, Stamp
from tests.console.conftest import Cli, OnTerminal

TRUTH = {
    "url": "http://a.example/resources/one/",
    "title": "One",
    "teaser": "What it says…",
    "teaser_truncated": True,
    "categories": ["Guidance"],
    "tags": [],
    "authors": ["Ines Halloran"],
    "published": "2026-03-01",
    "image": "",
    "files": ["http://a.example/one.pdf"],
}
SAME = Resource(
    "demo",
    "http://a.example/resources/one/",
    "One",
    "What it says…",
    teaser_truncated=True,
    categories=("Guidance",),
    authors=("Ines Halloran",),
    published=Stamp("2026-03-01T10:00:00", datetime(2026, 3, 1, 10, tzinfo=UTC)),
    files=(FileLink("http://a.example/one.pdf", "One", "application/pdf"),),
)


def test_the_demo_gives_what_its_site_holds(cli: Cli, inside_tmp: Path) -> None:
    ended = cli("demo")

    assert ended.code == 0, ended.err
    assert "are exactly what the site holds, in every field; the second sync changed nothing." in ended.err
    with (inside_tmp / "demo.csv").open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    with serve() as site:
        assert sorted(row["title"] for row in rows) == sorted(row["title"] for row in site.truth)
    assert len(ended.out.splitlines()) == len(rows)
    assert len(cli("--database", "gleanery-demo.db", "runs", "--json").objects) == 2


def test_a_second_demo_begins_anew(cli: Cli) -> None:
    assert [cli("demo").code, cli("demo").code] == [0, 0]
    assert len(cli("--database", "gleanery-demo.db", "sources", "--json").objects) == 1


def test_the_demo_leaves_the_users_database_alone(cli: Cli, inside_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///mine.db")

    assert cli("demo").code == 0
    assert {each.name for each in inside_tmp.glob("*.db")} == {"gleanery-demo.db"}


def test_the_demo_on_a_terminal_shows_a_table(on_terminal: OnTerminal) -> None:
    seen = on_terminal("demo", width=110)

    assert seen.code == 0
    for words in ("1  A small site", "Published", "24 unchanged", "✓ All 24 resources", "demo.csv"):
        assert words in seen.text


def test_a_wrong_field_is_said_and_ends_with_1(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    real = demo_site._absolute

    def other(row: dict[str, object], base: str) -> dict[str, object]:
        return (
            {**real(row, base), "title": "Another title"}
            if row["title"] == "What the Ferrymen Know"
            else real(row, base)
        )

    monkeypatch.setattr(demo_site, "_absolute", other)

    ended = cli("demo")

    assert ended.code == 1
    assert "what-the-ferrymen-know/: title is 'What the Ferrymen Know', not 'Another title'" in ended.err
    assert "please report it" in ended.err


@pytest.mark.parametrize(
    ("harvested", "said"),
    [
        ([SAME], []),
        ([], ["http://a.example/resources/one/ was not found"]),
        ([replace(SAME, tags=("Post",))], ["http://a.example/resources/one/: tags is ['Post'], not []"]),
        ([replace(SAME, published=None)], ["http://a.example/resources/one/: published is None, not '2026-03-01'"]),
        ([SAME, replace(SAME, url="http://a.example/two/")], ["http://a.example/two/ is not on the site"]),
    ],
)
def test_every_difference_is_found(harvested: list[Resource], said: list[str]) -> None:
    assert compared([TRUTH], harvested) == said
