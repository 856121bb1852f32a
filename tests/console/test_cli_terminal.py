"""What people see: any script, any width, with colours or without; and nothing a site wrote can steer the terminal."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from rich.cells import cell_len

from console.demo.site import serve
from console.terminal import json_line, printable
from tests.console.conftest import Cli, OnTerminal, fill, observed, on_screen
from tests.sites import behaviours
from tests.sites.misbehaving import Misbehaving

EVIL = "[red]x[/red] \x1b[31mred\x1b]0;title\x07 \x9b1m \u202eover\u202c \u2028next"
# Whole titles of many scripts, wide ones and ones that run from right to left.
TITLES = [
    "儿童保护指南：社区工作手册",
    "दिशानिर्देश: बाल संरक्षण",
    "إرشادات حماية الطفل",
    "Οδηγός για την προστασία",
    "คู่มือการคุ้มครองเด็ก",
    "👩‍👩‍👧 A family guide 🇫🇷",
]
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COLOUR = re.compile(r"\x1b\[[0-9;]*[1-9][0-9;]*m")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain", "plain"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("two\nlines\tand a tab\r", "two lines and a tab "),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31mred", "\\x9b31mred"),
        ("bell\x07 nul\x00 del\x7f", "bell\\x07 nul\\x00 del\\x7f"),
        ("\u202eover", "\\u202eover"),
        ("half \ud83d", "half \\ud83d"),
        ("שלום\u200f", "שלום\u200f"),
    ],
)
def test_printable_makes_visible_what_could_steer_a_terminal(raw: str, shown: str) -> None:
    assert printable(raw) == shown


def test_json_lines_hold_no_control_characters_and_read_back_the_same() -> None:
    line = json_line({"title": EVIL + "\n\ud83d"})

    assert not CONTROL.search(line)
    assert "\n" not in line
    assert json.loads(line) == {"title": EVIL + "\n\ud83d"}
    line.encode("utf-8")


@pytest.fixture
def evil(inside_tmp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database with texts that no cleaner has seen, as a fault of ours, or another program, might leave them."""
    from dataclasses import replace

    from pipeline import normalize
    from tests.console import conftest

    def uncleaned(seen: Any) -> Any:
        clean = normalize.normalize(seen)
        return replace(clean, title=EVIL, teaser=EVIL, tags=(EVIL,), authors=(EVIL,), origins={"title": EVIL})

    monkeypatch.setattr(conftest, "normalize", uncleaned)
    fill([observed(1)], evidence=EVIL, advice=EVIL)


COMMANDS = [["resources"], ["show", "alpha.example/"], ["runs"], ["sources"], ["resources", "--json"], ["runs", "--json"],
            ["show", "alpha.example/", "--json"]]  # fmt: skip


@pytest.mark.usefixtures("evil")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.sampled(3)
def test_no_escape_of_a_site_reaches_a_pipe(cli: Cli, command: list[str]) -> None:
    ended = cli(*command)

    assert ended.code == 0
    assert not CONTROL.search(ended.out.replace("\n", "").replace("\t", ""))


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_a_site_wrote_is_exported_without_its_escapes(cli: Cli, inside_tmp: Any, form: str) -> None:
    fill([observed(1, title=EVIL, teaser=EVIL, tags=[EVIL], authors=[EVIL], language=EVIL)])

    out = cli("export", "-", "--format", form).out

    assert "[red]x[/red]" in out
    assert not CONTROL.search(out.replace("\r\n", "").replace("\n", ""))


@pytest.mark.usefixtures("evil")
@pytest.mark.parametrize("command", COMMANDS[:4], ids=" ".join)
@pytest.mark.sampled(2)
def test_no_escape_of_a_site_reaches_a_terminal(on_terminal: OnTerminal, command: list[str]) -> None:
    seen = on_terminal(*command, width=200)

    assert seen.code == 0
    assert not CONTROL.search(seen.text.replace("\n", "").replace("\r", ""))
    assert "\x1b]" not in seen.raw
    if command != ["sources"]:
        assert "[red]x[/red]" in seen.text


@pytest.mark.parametrize(
    "command", [["resources"], ["show", "guide-1"], ["runs"], ["sources"], ["sync", "--help"]], ids=" ".join
)
@pytest.mark.parametrize("width", [24, 90])
@pytest.mark.sampled(3)
def test_every_line_fits_the_terminal(on_terminal: OnTerminal, inside_tmp: Any, command: list[str], width: int) -> None:
    fill([observed(number, title=title, url=f"{number}") for number, title in enumerate(TITLES, 1)])
    if command[0] == "show":
        command = ["show", "https://alpha.example/resources/guide-1/"]

    seen = on_terminal(*command, width=width)

    assert seen.code == 0
    assert max(cell_len(line) for line in seen.text.splitlines()) <= width


def test_titles_of_any_script_are_shown_whole(on_terminal: OnTerminal, cli: Cli, inside_tmp: Any) -> None:
    fill([observed(number, title=title) for number, title in enumerate(TITLES, 1)])

    on_screen, in_pipe = on_terminal("resources", width=120).text, cli("resources").out
    for title in TITLES:
        assert title in on_screen
        assert title in in_pipe


def test_colours_are_for_terminals_that_want_them(on_terminal: OnTerminal, filled: object) -> None:
    assert COLOUR.search(on_terminal("resources").raw)
    assert not COLOUR.search(on_terminal("resources", NO_COLOR="1").raw)
    assert not COLOUR.search(on_terminal("--no-color", "resources").raw)
    assert not COLOUR.search(on_terminal("resources", "--no-color").raw)
    assert not COLOUR.search(on_terminal("resources", "--help", "--no-color").raw)
    assert "\x1b" not in on_terminal("resources", TERM="dumb").raw


@pytest.mark.parametrize("wish", ["FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "GITHUB_ACTIONS"])
@pytest.mark.sampled(2)
def test_no_wish_makes_a_terminal_of_a_pipe(program: Cli, filled: object, wish: str) -> None:
    assert program("resources", **{wish: "1"}) == program("resources")


def test_a_pipe_gets_lines_of_tabs_without_colours(cli: Cli, filled: object) -> None:
    ended = cli("resources")

    assert "\x1b" not in ended.out + ended.err
    rows = [line.split("\t") for line in ended.out.splitlines()]
    assert [row[1:] for row in rows] == [
        [f"2026-03-0{number}", f"Guide number {number}", f"https://alpha.example/resources/guide-{number}/"]
        for number in (3, 2, 1)
    ]
    assert all(row[0].startswith("alpha.example/") for row in rows)


@pytest.mark.parametrize(("command", "columns"), [("sources", 6), ("runs", 6)])
def test_tables_in_a_pipe_have_one_line_per_row(cli: Cli, filled: object, command: str, columns: int) -> None:
    (line,) = cli(command).out.splitlines()

    assert len(line.split("\t")) == columns


def test_a_terminal_is_shown_fifty_and_told_of_the_rest(on_terminal: OnTerminal, cli: Cli, inside_tmp: Any) -> None:
    fill([observed(number, published="2026-03-01") for number in range(60)])

    assert "50 of 60 resources; --limit 0 shows all." in on_terminal("resources").text
    assert "60 resources" in on_terminal("resources", "--limit", "0").text
    assert len(cli("resources").out.splitlines()) == 60


def test_show_tells_origins_and_what_changed(on_terminal: OnTerminal, inside_tmp: Any) -> None:
    fill([observed(1)])
    fill([observed(1, title="A better title", teaser="")], day=4)

    text = on_terminal("show", "https://alpha.example/resources/guide-1/").text

    assert re.search(r"^title +A better title +from listing", text, re.MULTILINE)
    changed = text[text.index("2026-04-04 12:00 UTC") :]
    assert "changed" in changed
    assert "  title\n  - Guide number 1\n  + A better title\n" in changed
    assert "  teaser\n  - What guide 1 is about.\n  + nothing\n" in changed


def test_removal_is_confirmed_on_a_terminal(on_terminal: OnTerminal, cli: Cli, filled: object) -> None:
    no = on_terminal("remove", "alpha.example", typed="n\n")
    assert "Remove alpha.example with its 3 resources and their history?" in no.text
    assert "Nothing was removed." in no.text
    assert len(cli("sources", "--json").objects) == 1

    yes = on_terminal("remove", "alpha.example", typed="y\n")
    assert "Removed alpha.example" in yes.text
    assert cli("sources", "--json").out == ""


def test_every_report_stays_on_the_screen_beside_moving_bars(on_terminal: OnTerminal, inside_tmp: Any) -> None:
    with Misbehaving() as server, Misbehaving() as other, serve() as site:
        server.route("/a/", behaviours.status(403))
        other.route("/b/", behaviours.status(500))
        urls = [f"{server.url}/a/", f"{other.url}/b/", site.url, behaviours.refused_url()]
        seen = on_terminal("sync", *urls, width=160)

    screen = on_screen(seen.raw)
    assert seen.code == 3
    assert "\x1b[?25l" in seen.raw  # there were bars
    assert sum(" added" in line for line in screen) == 4
    assert sum(line.startswith("✓ ok  ") for line in screen) == 1
    assert sum(line.startswith(("✗ blocked  ", "✗ unreachable  ")) for line in screen) == 3
    assert sum(line.startswith("  → ") for line in screen) == 3
    assert not any("probing" in line or "reading" in line for line in screen)


def test_progress_in_a_pipe_is_lines_on_standard_error(cli: Cli) -> None:
    with serve() as site:
        ended = cli("sync", site.url)

    assert "\x1b" not in ended.err + ended.out
    assert [line.partition(": ")[2] for line in ended.err.splitlines()][:2] == ["added", "probing"]
    assert ended.out.splitlines()[0].startswith("✓ ok  127.0.0.1-")
