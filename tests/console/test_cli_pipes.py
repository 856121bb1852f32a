"""The program among others: closed pipes, Ctrl-C, odd locales, quick start-up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console.conftest import COMMAND, Cli, environment, fill, observed
from tests.sites import behaviours
from tests.sites.misbehaving import Misbehaving

HEAVY = (
    "scrapy",
    "twisted",
    "aiohttp",
    "sqlalchemy",
    "alembic",
    "apscheduler",
    "lxml",
    "ftfy",
    "dateutil",
    "dateparser",
)


def started(*arguments: str, **how: object) -> subprocess.Popen[str]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": environment()}
    return subprocess.Popen([*COMMAND, *arguments], **{**pipes, **how})  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    "command",
    [["resources"], ["resources", "--json"], ["export", "-"], ["export", "-", "--format", "csv"]],
    ids=" ".join,
)
@pytest.mark.sampled(2)
def test_a_reader_that_has_read_enough_is_no_fault(inside_tmp: Path, command: list[str]) -> None:
    fill(observed(number, published="2026-03-01", teaser="A long story. " * 40) for number in range(1, 600))

    with started(*command) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        child.stdout.close()
        assert first
        assert child.stderr.read() == ""
        assert child.wait(timeout=60) == 0


def test_help_into_a_closed_pipe_is_quiet(inside_tmp: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with started("--help", stdout=write) as child:
        os.close(write)
        assert child.stderr is not None
        assert child.stderr.read() == ""
        assert child.wait(timeout=60) == 0


def test_a_sync_goes_on_when_nobody_reads_its_output(inside_tmp: Path) -> None:
    from console.demo.site import serve

    read, write = os.pipe()
    os.close(read)
    with serve() as site:
        with started("sync", site.url, "--json", stdout=write) as child:
            os.close(write)
            assert child.stderr is not None
            errors = child.stderr.read()
            assert child.wait(timeout=60) == 0
        assert "Traceback" not in errors
        assert "Errno" not in errors
        listed = subprocess.run(
            [*COMMAND, "resources", "--json"], check=True, capture_output=True, text=True, env=environment()
        )
    assert len(listed.stdout.splitlines()) == len(site.truth)


def test_ctrl_c_ends_with_130_and_keeps_what_was_read(inside_tmp: Path) -> None:
    with Misbehaving() as slow:
        slow.route("/news/", behaviours.no_answer())
        with started("sync", f"{slow.url}/news/") as child:
            assert child.stderr is not None
            for line in child.stderr:
                if "probing" in line:
                    break
            child.send_signal(signal.SIGINT)
            errors = child.stderr.read()
            assert child.wait(timeout=60) == 130
    assert "stopped; what was read is kept; sync again to go on" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    "locale", [{"LANG": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "latin-1"}], ids=str
)
@pytest.mark.sampled(3)
def test_pipes_are_utf_8_in_any_locale(program: Cli, inside_tmp: Path, locale: dict[str, str]) -> None:
    fill([observed(1, title="Οδηγός 指南 دليل")])

    ended = program("resources", "--json", **locale)

    assert ended.code == 0
    assert json.loads(ended.out)["title"] == "Οδηγός 指南 دليل"
    assert "Οδηγός 指南 دليل" in program("resources", **locale).out


def imported(statement: str) -> set[str]:
    """The modules that are there after `statement`."""
    code = f"{statement}\nimport sys; print(' '.join(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment(), timeout=60
    )
    return set(ended.stdout.split())


def test_starting_up_imports_nothing_heavy() -> None:
    modules = imported("import console.main")

    assert "typer" in modules
    assert not modules & set(HEAVY)


def test_scheduling_and_working_load_no_crawler() -> None:
    """A worker that was killed is soon there again: what reads sites is loaded by the server that runs are forked from."""
    modules = imported("import console.main, scheduler.service, scheduler.metrics, scheduler.queue")

    assert "apscheduler" in modules
    assert not modules & {"scrapy", "twisted", "aiohttp", "lxml", "ftfy", "numpy", "alembic", "pipeline.normalize"}


def test_reading_saved_pages_needs_no_framework() -> None:
    modules = imported("import console.main, crawler.listing.reader, crawler.listing.observe, pipeline.normalize")

    assert "lxml" in modules
    assert not modules & {"scrapy", "twisted", "aiohttp", "sqlalchemy", "alembic", "apscheduler", "parsel"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "command",
    [
        ["resources"],
        ["resources", "--json"],
        ["export", "-"],
        ["export", "-", "--format", "csv"],
        ["runs"],
        ["show", "alpha.example/"],
    ],
    ids=" ".join,
)
@pytest.mark.sampled(2)
def test_a_full_disk_is_said_and_ends_with_4(inside_tmp: Path, command: list[str]) -> None:
    fill([observed(1)])

    with Path("/dev/full").open("w") as full, started(*command, stdout=full) as child:
        assert child.stderr is not None
        errors = child.stderr.read()
        assert child.wait(timeout=60) == 4
    assert "Standard output cannot be written: No space left on device." in errors
    assert "Traceback" not in errors
    assert "Exception" not in errors


def test_closed_streams_are_no_fault(inside_tmp: Path) -> None:
    fill([observed(1)])
    program = " ".join(COMMAND)
    for line, code in [
        (f"{program} resources >&-", 0),
        (f"{program} resources 2>&-", 0),
        (f"{program} sources <&- >&- 2>&-", 0),
        (f"{program} remove alpha.example <&-", 2),
        (f"{program} synk 2>&-", 2),
    ]:
        ended = subprocess.run(["bash", "-c", line], check=False, capture_output=True, text=True, env=environment())
        assert (ended.returncode, "Traceback" in ended.stderr) == (code, False), line
