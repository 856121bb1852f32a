"""How a command ends: its exit code, and the words for what went wrong.

0 well · 1 unexpected error · 2 wrong usage · 3 a source needs attention · 4 configuration or database unusable ·
130 stopped by Ctrl-C or SIGTERM
"""

from __future__ import annotations

import os
import traceback

import typer

from console.terminal import Terminal
from pipeline.errors import ConfigurationError, GleaneryError, UsageError

WELL = 0
UNEXPECTED = 1
WRONG_USAGE = 2
NEEDS_ATTENTION = 3
UNUSABLE = 4
STOPPED = 130


def debugging() -> bool:
    """Whether GLEANERY_DEBUG asks for tracebacks."""
    return os.environ.get("GLEANERY_DEBUG", "") not in {"", "0"}


def exit_code(fault: GleaneryError) -> int:
    """The exit code that a foreseen fault ends a command with."""
    if isinstance(fault, UsageError):
        return WRONG_USAGE
    if isinstance(fault, ConfigurationError):
        return UNUSABLE
    return NEEDS_ATTENTION


def tell_fault(terminal: Terminal, fault: GleaneryError) -> int:
    """Says what is wrong and what to do about it, on standard error; gives the exit code."""
    tell(terminal, str(fault), fault.advice)
    if debugging():
        terminal.say("".join(traceback.format_exception(fault)), mark="quiet")
    return exit_code(fault)


def tell_stopped(terminal: Terminal) -> int:
    """Ctrl-C: every page was committed as it was read."""
    terminal.say("stopped; what was read is kept; sync again to go on")
    return STOPPED


def tell_usage(terminal: Terminal, error: typer.TyperException) -> int:
    """What Typer has found wrong with the arguments, and where the command's help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "gleanery"
    tell(terminal, error.format_message().replace("Value error, ", ""), f"Try: {path} --help")
    return error.exit_code


def tell(terminal: Terminal, message: str, advice: str = "") -> None:
    """ "gleanery: MESSAGE", and the advice on a line of its own."""
    terminal.say(("gleanery: ", "bold red"), message)
    if advice:
        terminal.say(advice)


def tell_unexpected(terminal: Terminal, error: Exception) -> int:
    """An error of ours: short, and how to see more of it."""
    if debugging():
        for line in "".join(traceback.format_exception(error)).splitlines():
            terminal.say(line)
        return UNEXPECTED
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    tell(
        terminal,
        f"unexpected error: {what}",
        "Run it again with GLEANERY_DEBUG=1 to see the traceback; please report it.",
    )
    return UNEXPECTED
