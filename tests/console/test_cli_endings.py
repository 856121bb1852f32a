"""Exit codes and messages: no traceback for what can be foreseen, and always what to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console import endings
from console.main import globals_first
from console.terminal import Terminal
from pipeline.errors import (
    Blocked,
    ConfigurationError,
    GleaneryError,
    SourceBusy,
    StoreError,
    UnknownSource,
    Unreachable,
)
from storage.store import Store
from tests.console.conftest import NOON, SOURCE, Cli, fill, observed

WRONG_USAGE = [
    ([], "Usage: gleanery"),
    (["synk"], "Did you mean 'sync'"),
    (["sync", "--ful"], "--full"),
    (["sync", "--limit", "0"], "--limit"),
    (["sync", "--limit", "many"], "--limit"),
    (["sync", "nobody"], "There is no source called nobody."),
    (["sync", "alpha.exmaple"], "Did you mean alpha.example"),
    (["sync", "other.example/news"], "Did you mean https://other.example/news ?"),
    (["sync", "http:/other.example/"], "Did you mean https://other.example/ ?"),
    (["sync", "ftp://other.example/"], "http"),
    (["sync", "https://"], "https://"),
    (["sync", "https://user:secret@other.example/"], "user information"),
    (["sync", "alpha.example", "--channel", "gopher"], "gopher"),
    (["probe"], "URL"),
    (["probe", "other.example"], "Did you mean https://other.example ?"),
    (["add", "not an address"], "http"),
    (["add", "https://other.example/", "--min", "5", "--max", "2"], "--min"),
    (["add", "https://other.example/", "--name", "a/b"], "cannot be a source's name"),
    (["add", "https://other.example/", "--name", "alpha.example"], "name of another source"),
    (["add", "https://alpha.example/resources", "--name", "again"], "kept already, as alpha.example"),
    (["add", "https://other.example/", "--contact", "me\nX-Evil: 1"], "contact"),
    (["add", "https://other.example/", "--delay", "-1"], "--delay"),
    (["remove", "nobody"], "There is no source called nobody."),
    (["remove", "alpha.example"], "Add --yes."),
    (["resources", "--source", "nobody"], "There is no source called nobody."),
    (["resources", "--since", "yesterday"], "2026-04-03"),
    (["resources", "--state", "asleep"], "asleep"),
    (["show", "nothing"], "No resource has a key like nothing."),
    (["show", "alpha.example/"], "could be any of"),
    (["show", "https://alpha.example/resources/unheard-of/"], "No resource is known at"),
    (["runs", "--source", "alpha"], "Did you mean alpha.example"),
    (["export", "resources.docx"], "csv, jsonl"),
    (["export", "-", "--format", "docx"], "csv, jsonl"),
    (["extract"], "--manifest"),
    (["extract", "page.html"], "--url"),
    (["extract", "absent.html", "--url", "https://other.example/"], "absent.html cannot be read"),
    (["extract", ".", "--url", "https://other.example/"], "cannot be read"),
    (["extract", "page.html", "--manifest", "pages.jsonl"], "Leave out"),
    (["extract", "--manifest", "absent.jsonl"], "absent.jsonl"),
]


@pytest.mark.parametrize(
    ("arguments", "said"), WRONG_USAGE, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
@pytest.mark.sampled(3)
def test_wrong_usage_ends_with_2_and_says_what_to_do(cli: Cli, filled: object, arguments: list[str], said: str) -> None:
    ended = cli(*arguments)

    assert ended.code == 2
    assert said in (ended.err if arguments else ended.out)
    assert "Traceback" not in ended.err + ended.out
    if arguments:
        assert ended.out == ""
        assert ended.err.startswith("gleanery: ")


@pytest.mark.parametrize(
    "command", [["sources"], ["resources"], ["runs"], ["show", "x"], ["export", "-"], ["remove", "x"], ["sync"]]
)
def test_without_a_database_reading_ends_with_4_and_makes_none(cli: Cli, inside_tmp: Path, command: list[str]) -> None:
    ended = cli(*command)

    assert ended.code == 4
    assert "There is no database at" in ended.err
    assert list(inside_tmp.iterdir()) == []


@pytest.mark.parametrize(
    "database",
    ["mysql://localhost/x", "://", "sqlite:///no/such/folder/x.db", "sqlite://", "postgresql://nobody@127.0.0.1:1/x"],
)
def test_an_unusable_database_ends_with_4(cli: Cli, database: str) -> None:
    ended = cli("--database", database, "add", "https://other.example/")

    assert ended.code == 4
    assert ended.err.startswith("gleanery: ")
    assert len(ended.err.splitlines()) == 2
    assert "Traceback" not in ended.err


def test_a_file_that_is_no_database_ends_with_4(cli: Cli, inside_tmp: Path) -> None:
    (inside_tmp / "gleanery.db").write_text("Dear diary, today nothing was harvested. " * 100)

    ended = cli("sources")

    assert ended.code == 4
    assert "gleanery.db" in ended.err


def test_an_export_that_cannot_be_written_ends_with_4(cli: Cli, filled: object) -> None:
    ended = cli("export", "no-such-folder/all.csv")

    assert ended.code == 4
    assert "cannot be written" in ended.err


def test_database_may_be_named_before_or_after_the_command(cli: Cli, inside_tmp: Path) -> None:
    for number, arguments in enumerate(
        [["--database", "one.db", "add"], ["add", "--database", "two.db"], ["add", "--database=sqlite:///three.db"]]
    ):
        assert cli(*arguments, f"https://other.example/{number}/").code == 0

    assert {each.name for each in inside_tmp.iterdir() if each.suffix == ".db"} == {"one.db", "two.db", "three.db"}


def test_database_may_be_named_by_the_environment(cli: Cli, inside_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///named.db")

    assert cli("add", "https://other.example/").code == 0
    assert (inside_tmp / "named.db").exists()
    assert not (inside_tmp / "gleanery.db").exists()


@pytest.mark.parametrize("text", ["tomorrow", "2026-13-01", "12:30"])
def test_a_clock_set_to_nonsense_ends_with_4_before_anything_is_done(
    cli: Cli, inside_tmp: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("GLEANERY_NOW", text)
    ended = cli("add", "https://other.example/")

    assert ended.code == 4
    assert "GLEANERY_NOW is not a date" in ended.err
    assert "ISO 8601" in ended.err
    assert list(inside_tmp.iterdir()) == []


def test_the_clock_that_was_set_is_the_one_that_is_kept(
    cli: Cli, inside_tmp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLEANERY_NOW", "2031-02-03T04:05:06Z")

    assert cli("add", "https://other.example/").code == 0
    with closing(sqlite3.connect("gleanery.db")) as connection:
        (created,) = connection.execute("SELECT created FROM sources").fetchone()
    assert str(created).startswith("2031-02-03")


@pytest.mark.parametrize(
    ("given", "ordered"),
    [
        (["sync", "--no-color", "a"], ["--no-color", "sync", "a"]),
        (["sync", "--database", "x", "a"], ["--database", "x", "sync", "a"]),
        (["sync", "--database=x"], ["--database=x", "sync"]),
        (["resources", "--", "--no-color"], ["resources", "--", "--no-color"]),
        (["sync", "--database"], ["--database", "sync"]),
    ],
)
def test_own_options_come_first(given: list[str], ordered: list[str]) -> None:
    assert globals_first(given) == ordered


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (UnknownSource("x"), 2),
        (ConfigurationError("x"), 4),
        (StoreError("x"), 4),
        (SourceBusy("alpha", "process 7", NOON), 3),
        (Unreachable("x"), 3),
        (Blocked("x"), 3),
    ],
)
def test_every_fault_has_its_exit_code(fault: GleaneryError, code: int) -> None:
    assert endings.exit_code(fault) == code


def test_an_unexpected_error_is_short_and_says_how_to_see_more(
    cli: Cli, filled: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("one by nothing")

    monkeypatch.setattr(Store, "sources", broken)

    ended = cli("sources")
    assert ended.code == 1
    assert "ZeroDivisionError: one by nothing" in ended.err
    assert "GLEANERY_DEBUG=1" in ended.err
    assert "Traceback" not in ended.err

    monkeypatch.setenv("GLEANERY_DEBUG", "1")
    assert "Traceback" in cli("sources").err


def test_a_fault_shows_its_advice_on_a_line_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    code = endings.tell_fault(Terminal(), SourceBusy("alpha", "process 7", NOON))

    out, err = capfd.readouterr()
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        "gleanery: alpha: already being synced by process 7 since 2026-04-03 12:00:00 UTC",
        "Wait for that run to end, or stop it; then sync again.",
    ]


def test_help_and_version_end_with_0(cli: Cli) -> None:
    assert cli("--help").code == 0
    ended = cli("--version")
    assert ended.code == 0
    assert ended.out.startswith("gleanery ")


def test_adding_again_changes_what_was_given_and_nothing_else(cli: Cli) -> None:
    assert "added" in cli("add", "https://other.example/", "--min", "5", "--delay", "2").err
    assert "changed" in cli("add", "https://other.example", "--delay", "3").err
    assert "unchanged" in cli("add", "https://other.example/").err

    (source,) = cli("sources", "--json").objects
    assert source["politeness"]["delay"] == 3
    assert source["expectations"] == {"min_items": 5, "max_items": None}


def test_ignoring_robots_and_certificates_is_said_loudly(cli: Cli) -> None:
    ended = cli("add", "https://other.example/", "--ignore-robots", "--insecure")

    assert "WARNING: other.example: robots.txt is IGNORED" in ended.err
    assert "WARNING: other.example: TLS certificates are NOT verified" in ended.err
    assert "WARNING" not in cli("add", "https://other.example/", "--obey-robots", "--secure").err


def test_remove_forgets_a_source_with_its_resources(cli: Cli, filled: object) -> None:
    ended = cli("remove", "alpha.example", "--yes")

    assert ended.code == 0
    assert "Removed alpha.example with its 3 resources" in ended.err
    assert cli("resources", "--json").out == ""
    assert cli("sources").err.startswith("No sources yet")


def test_a_slip_among_names_adds_nothing(cli: Cli, filled: object) -> None:
    assert cli("sync", "https://new.example/", "nobody").code == 2
    assert [each["name"] for each in cli("sources", "--json").objects] == [SOURCE.name]


def test_sync_with_only_paused_or_no_sources_ends_with_2(cli: Cli, filled: object) -> None:
    cli("remove", SOURCE.name, "--yes")

    ended = cli("sync")

    assert ended.code == 2
    assert "There are no sources yet." in ended.err


def test_a_beginning_of_a_key_is_enough_if_it_is_one_ones(cli: Cli, filled: object) -> None:
    keys = [each["key"] for each in cli("resources", "--json").objects]
    for key in keys:
        assert cli("show", key[: len("alpha.example/") + 8], "--json").objects[0]["key"] == key
        assert cli("show", key.partition("/")[2][:8], "--json").objects[0]["key"] == key


def test_nothing_is_shown_of_a_database_without_resources(cli: Cli, inside_tmp: Path) -> None:
    cli("add", "https://other.example/")

    assert "No resources yet" in cli("resources").err
    assert "No runs yet" in cli("runs").err


def test_an_empty_search_says_among_how_many(cli: Cli, filled: object) -> None:
    ended = cli("resources", "unheard-of")

    assert (ended.code, ended.out) == (0, "")
    assert "None of the 3 resources fits." in ended.err


def test_a_second_run_is_listed_first(cli: Cli, filled: object) -> None:
    fill([observed(1), observed(2, title="Another title")], day=4)

    second, first = cli("runs", "--json").objects
    assert (first["new"], second["new"], second["changed"], second["unchanged"]) == (3, 0, 1, 1)
