"""The command line: `gleanery`. Its commands live in `console.commands`, one file each; this is where they meet.

Every way a command can end passes through `main`, so that no traceback reaches a person for a foreseeable fault.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib import metadata
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from console import endings, terminal
from console.commands import (
    dedupe,
    demo,
    diff,
    duplicates,
    export,
    extract,
    notify,
    probe,
    removals,
    resources,
    runs,
    schedule,
    schema,
    serve,
    sources,
    status,
    sync,
    terms,
)
from console.session import Session
from console.terminal import HungUp, Terminal
from crawler.clock import now
from pipeline.errors import GleaneryError

_GLOBAL_FLAGS = frozenset({"--no-color"})
_GLOBAL_VALUES = frozenset({"--database"})

EXAMPLES = """\
Examples:
  gleanery probe https://example.org/resources/
  gleanery sync https://example.org/resources/
  gleanery resources --since 2026-01-01
  gleanery export resources.csv
  gleanery demo
"""


class Stopped(Exception):
    """Ctrl-C, carried past Typer's own handling."""


class _Command(TyperCommand):
    def get_help_option(self, ctx: Any) -> Any:
        """Without "<bool>" beside it."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.metavar = ""
        return option


class _Commands(TyperGroup):
    """Runs a command; carries Ctrl-C past Typer."""

    def get_help_option(self, ctx: Any) -> Any:
        """Without "<bool>" beside it."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.metavar = ""
        return option

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise Stopped from error


app = typer.Typer(
    name="gleanery",
    cls=_Commands,
    help="Keeps an honest, clean copy of the resource listings of many websites.",
    epilog=EXAMPLES,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        try:
            number = metadata.version("gleanery")
        except metadata.PackageNotFoundError:
            number = "(a checkout that is not installed)"
        Terminal().line(f"gleanery {number}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _program(
    context: typer.Context,
    database: Annotated[
        str | None,
        typer.Option(
            "--database",
            metavar="URL",
            envvar="DATABASE_URL",
            show_envvar=True,
            help="Where everything is kept: a database URL or an SQLite file. Without it: ./gleanery.db.",
        ),
    ] = None,
    no_color: Annotated[
        bool,
        typer.Option("--no-color", metavar="", help="No colours; the environment variable NO_COLOR does the same."),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, metavar="", help="Show the version and end.")
    ] = False,
) -> None:
    del no_color, version
    now()  # a GLEANERY_NOW that is no date is said before anything is done
    context.obj = Session(Terminal(), database or None)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), nl=False)
        raise typer.Exit(endings.WRONG_USAGE)


# In the order in which they are used, which is the order of the help.
app.command(cls=_Command, epilog=probe.EXAMPLES)(probe.probe)
app.command(cls=_Command, epilog=sync.EXAMPLES)(sync.sync)
app.command(cls=_Command, epilog=resources.EXAMPLES)(resources.resources)
app.command(cls=_Command, epilog=resources.SHOW_EXAMPLES)(resources.show)
app.command(cls=_Command, epilog=terms.EXAMPLES)(terms.terms)
app.command(cls=_Command, epilog=export.EXAMPLES)(export.export)
app.command(cls=_Command, epilog=duplicates.EXAMPLES)(duplicates.duplicates)
app.command(cls=_Command, epilog=dedupe.EXAMPLES)(dedupe.dedupe)
app.command(cls=_Command, epilog=sources.ADD_EXAMPLES)(sources.add)
app.command(cls=_Command, epilog=sources.SOURCES_EXAMPLES)(sources.sources)
app.command(cls=_Command, epilog=sources.REMOVE_EXAMPLES)(sources.remove)
app.command(cls=_Command, epilog=runs.EXAMPLES)(runs.runs)
app.command(cls=_Command, epilog=diff.EXAMPLES)(diff.diff)
app.command(cls=_Command, epilog=removals.EXAMPLES)(removals.removals)
app.command(cls=_Command, epilog=diff.REPLAY_EXAMPLES)(diff.replay)
app.command(cls=_Command, epilog=schedule.EXAMPLES)(schedule.schedule)
app.command(cls=_Command, epilog=serve.SERVE_EXAMPLES)(serve.serve)
app.command(cls=_Command, epilog=serve.WORKER_EXAMPLES)(serve.worker)
app.command(cls=_Command, epilog=status.STATUS_EXAMPLES)(status.status)
app.command(cls=_Command, epilog=notify.EXAMPLES)(notify.notify)
app.command(cls=_Command, epilog=status.DOCTOR_EXAMPLES)(status.doctor)
app.command(cls=_Command, epilog=extract.EXAMPLES)(extract.extract)
app.command(cls=_Command, epilog=schema.VALIDATE_EXAMPLES)(schema.validate)
app.command(cls=_Command, epilog=schema.SCHEMA_EXAMPLES)(schema.schema)
app.command(cls=_Command, epilog=demo.EXAMPLES)(demo.demo)


def main(arguments: Sequence[str]) -> int:
    """Runs one command; gives its exit code (see `console.endings`)."""
    terminal.prepare_streams()
    arguments = globals_first(arguments)
    if "--no-color" in arguments:
        os.environ["NO_COLOR"] = "1"
    if os.environ.get("NO_COLOR"):
        _plain_help()
    try:
        ended = app(arguments, prog_name="gleanery", standalone_mode=False)
    except SystemExit:
        # Rich's way to say that a pipe is closed, from Typer's help.
        return _told(HungUp())
    except Exception as error:  # noqa: BLE001 - the last door: whatever it is, a person gets a sentence
        return _told(error)
    return ended if isinstance(ended, int) else endings.WELL


def _plain_help() -> None:
    """Typer writes its help by a console of its own, which NO_COLOR leaves bold and dim."""
    from typer import rich_utils

    rich_utils.COLOR_SYSTEM = None


def _told(error: Exception) -> int:
    """Says what ended the command; gives its exit code."""
    if isinstance(error, HungUp):
        # Whoever read our output has read enough: nobody's fault.
        terminal.hang_up()
        return endings.WELL
    talk = Terminal()
    if isinstance(error, typer.Abort):
        talk.say("nothing was changed")
        return endings.UNEXPECTED
    if isinstance(error, Stopped):
        return endings.tell_stopped(talk)
    if isinstance(error, GleaneryError):
        return endings.tell_fault(talk, error)
    if isinstance(error, typer.TyperException):
        return endings.tell_usage(talk, error)
    return endings.tell_unexpected(talk, error)


def globals_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with the program's own options in front, where Typer wants them: "sync --database URL" works too."""
    first: list[str] = []
    rest: list[str] = []
    remaining = iter(arguments)
    for each in remaining:
        if each == "--":
            rest += [each, *remaining]
        elif each in _GLOBAL_FLAGS or (each.partition("=")[0] in _GLOBAL_VALUES and "=" in each):
            first.append(each)
        elif each in _GLOBAL_VALUES:
            first += [each, *[value for value in [next(remaining, None)] if value is not None]]
        else:
            rest.append(each)
    return first + rest


def run() -> None:
    """The installed command. SIGTERM ends it as Ctrl-C does: between two pages, leases given back."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
