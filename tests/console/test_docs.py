"""The documentation is true: every command and option is described, none that is not there, and all examples run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from console.commands.options import READABLE
from console.demo.site import DemoSite, serve
from console.main import app, main
from crawler.listing.reader import read_listing
from pipeline.model import Channel, OutcomeKind
from pipeline.removals import Removals
from pipeline.sources import name_for
from storage.export.record import FIELDS
from storage.removals import settle
from storage.store import Store
from tests.console.conftest import NOON, REPOSITORY, Cli, environment

DOCS = REPOSITORY / "docs"
PROGRAM: Any = get_command(app)
COMMANDS: dict[str, Any] = PROGRAM.commands
# They stay until they are told to stop: tests/e2e/test_serve.py runs them.
STAY = re.compile(r"gleanery (.* )?(serve|worker)\b")
# Ends with 2 where nobody can answer its question.
ASKS = "gleanery remove example.org"


def text_of(name: str) -> str:
    return (REPOSITORY / name).read_text("utf-8")


# -- what is described -----------------------------------------------------------------------------------------------


def sections() -> dict[str, str]:
    """The sections of commands.md by the command that they describe."""
    parts = re.split(r"^## (.+)\n", text_of("docs/commands.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def documented(section: str) -> set[str]:
    """The options in a section's table."""
    rows = re.findall(r"^\| (`-.*?) \|", section, flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(-[^`]+)`", row)}


def existing(command: Any) -> set[str]:
    """The options that a command has, but for --help."""
    options = [each for each in command.params if each.param_type_name == "option"]
    return {name for each in options for name in (*each.opts, *each.secondary_opts)}


def test_every_command_is_documented_and_none_that_is_not_there() -> None:
    assert list(sections()) == ["gleanery", *COMMANDS]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_is_documented_and_none_that_is_not_there(name: str) -> None:
    assert documented(sections()[name]) == existing(COMMANDS[name])


def test_the_programs_own_options_are_documented() -> None:
    assert documented(sections()["gleanery"]) - {"--help", "-h"} == existing(PROGRAM)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_argument_is_documented(name: str) -> None:
    arguments = [each for each in COMMANDS[name].params if each.param_type_name == "argument"]
    for each in arguments:
        shown = each.metavar.replace("|", r"\|")
        assert f"| {shown} |" in sections()[name]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_examples_in_its_help_and_in_the_documentation(name: str) -> None:
    assert f"gleanery {name}" in COMMANDS[name].epilog
    assert f"gleanery {name}" in sections()[name]


def test_options_that_are_mentioned_anywhere_exist() -> None:
    known = {"--help", "-h"} | existing(PROGRAM) | {name for command in COMMANDS.values() for name in existing(command)}
    for page in [REPOSITORY / "README.md", *DOCS.glob("*.md")]:
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text("utf-8")):
            assert option in known, f"{page.name} mentions {option}"


def test_output_md_names_every_outcome_exit_code_field_and_channel() -> None:
    text = text_of("docs/output.md")

    assert set(re.findall(r"^\| `(\w+)` \|", text[: text.index("## `sync")], flags=re.MULTILINE)) == set(OutcomeKind)
    assert re.findall(r"^\| (\d+) \|", text, flags=re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]
    table = text[text.index("## `export`") : text.index("CSV has the same")]
    described = [
        name for row in re.findall(r"^\| (`.+?) \|", table, flags=re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    ]
    assert described == list(FIELDS)


def test_links_between_pages_lead_somewhere() -> None:
    for page in [REPOSITORY / "README.md", *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_decision_is_in_the_index() -> None:
    index = text_of("docs/decisions/README.md")

    for page in DOCS.glob("decisions/[0-9]*.md"):
        assert f"({page.name})" in index


@pytest.mark.parametrize("channel", list(Channel))
def test_channels_without_a_spider_are_refused(cli: Cli, channel: Channel) -> None:
    from crawler.run import _SPIDERS

    assert (channel in READABLE) == (channel is Channel.AUTO or channel in _SPIDERS)
    assert (cli("add", "https://other.example/", "--channel", channel.value).code == 0) == (channel in READABLE)
    assert (channel.value in COMMANDS["sync"].params[-2].help) == (channel in READABLE)


# -- what is shown as an example -------------------------------------------------------------------------------------


def examples() -> list[str]:
    """Every command in the pages' sh blocks and in the help, once."""
    lines: list[str] = []
    for page in [REPOSITORY / "README.md", *sorted(DOCS.glob("*.md"))]:
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL):
            lines += block.splitlines()
    for command in (PROGRAM, *COMMANDS.values()):
        lines += command.epilog.splitlines()[1:]
    commands = (re.sub(r"\s+#.*", "", line).strip() for line in lines)
    kept = (line for line in commands if line and not line.startswith(("make ", ". ")) and not STAY.match(line))
    return list(dict.fromkeys(kept))


@dataclass(frozen=True, slots=True)
class Place:
    """A folder in which the examples can run, and what their made-up names stand for."""

    folder: Path
    site: DemoSite
    names: dict[str, str]

    def real(self, line: str) -> str:
        for made_up, real in self.names.items():
            line = line.replace(made_up, real)
        return line


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("examples")
    with serve() as site:
        database = str(folder / "gleanery.db")
        assert main(["sync", site.url, "--database", database]) == 0
        with Store.open(database) as store:
            first, second, *_ = store.resources()
        name = name_for(site.url)
        tools = folder / "tools"
        tools.mkdir()
        _tool(tools / "gleanery", f'exec {shlex.quote(sys.executable)} -m console.main "$@"')
        _tool(tools / "curl", "exec cat saved.html")
        _tool(tools / "jq", "exec cat")
        saved = subprocess.run(
            [sys.executable, "-c", f"import urllib.request as u; print(u.urlopen({site.url!r}).read().decode())"],
            check=True, capture_output=True, text=True, env=environment(PYTHONIOENCODING="utf-8"),
        ).stdout  # fmt: skip
        for each in ("saved.html", "page-1.html", "page-2.html"):
            (folder / each).write_text(saved, "utf-8")
        (folder / "wrapper.json").write_text(json.dumps(dict(read_listing(saved, site.url).wrapper or {})), "utf-8")
        (folder / "example.yaml").write_text(f"name: {name}\nurl: {site.url}\n", "utf-8")
        (folder / "other.yaml").write_text("url: https://other.example/reports/\n", "utf-8")
        (folder / "pages.jsonl").write_text(json.dumps({"file": "saved.html", "url": site.url}) + "\n")
        (folder / "records.jsonl").write_text('{"id": 1, "title": "A guide"}\n{"id": 2, "title": "A guide"}\n')
        for each in ("other.db", "gleanery-demo.db"):
            shutil.copy(database, folder / each)
        digits = first.key.rpartition("/")[2]
        names = {
            "https://example.org/resources/a-guide/": first.resource.url,
            "https://example.org/resources/": site.url,
            "https://example.org/news/": site.url,
            "3f2a9c41d07b": digits,
            "81b0c7e2aa10": second.key.rpartition("/")[2],
            "3f2a": digits[:8],
            "you@example.org": "you@site.invalid",
            "example.org": name,
        }
        yield Place(folder, site, names)


def _hold_one(database: Path) -> None:
    """Lets a removal wait, for there to be one."""
    with Store.open(str(database)) as store, store._database.writing() as connection:
        first = next(iter(store.resources()))
        settle(connection, 1, first.resource.source, Removals(held=(first.key,)), NOON)


def _tool(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("example", examples())
@pytest.mark.sampled(3)
def test_every_example_runs(
    place: Place, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    work = tmp_path / "work"
    shutil.copytree(place.folder, work)
    monkeypatch.chdir(work)
    line = place.real(example)
    if "removals" in line:
        _hold_one(work / "gleanery.db")
    if "--write-wrapper" in line:
        (work / "wrapper.json").unlink()  # a file that exists is never overwritten
    if re.search(r"[|<>]", line):
        env = environment(PATH=f"{work / 'tools'}:{os.environ['PATH']}")
        ended = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line], check=False, capture_output=True, text=True, env=env, timeout=60
        )
        code, said = ended.returncode, ended.stderr
    else:
        words = shlex.split(line)
        assert words[0] == "gleanery"
        with Path(os.devnull).open() as nobody:
            monkeypatch.setattr("sys.stdin", nobody)
            code = main(words[1:])
        said = capfd.readouterr().err

    assert code == (2 if example == ASKS else 0), said
    assert "Traceback" not in said


def test_there_are_examples() -> None:
    assert len(examples()) > 40
    assert ASKS in examples()
