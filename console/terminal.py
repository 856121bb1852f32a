"""What people see: data on standard output, talk on standard error; nothing a site wrote can steer the terminal.

Texts that sites wrote are shown as they are, never as Rich markup, and never raw: `printable` makes control characters
visible. In a pipe, tables are lines of tab-separated values in full length, without a heading.
"""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal, TextIO, cast

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.errors import ConfigurationError

# C0 and C1 controls (ECMA-48), line separators, embeddings and overrides of direction (UAX 9), and halves of
# surrogate pairs, which no encoding can write. Marks of direction (LRM, RLM) stay: right-to-left texts need them.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Of these JSON escapes all below a space by itself.
_UNPRINTABLE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile(r"[\t\r\n]+")

MARKS = {"good": "green", "bad": "bold red", "warning": "yellow", "quiet": "dim", "plain": ""}


def printable(text: str) -> str:
    """`text` on one line, with anything that could steer a terminal made visible: "\\x1b[31m" for an escape sequence."""
    return _UNPRINTABLE.sub(_visible, _SPACES.sub(" ", text))


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def json_line(value: Any) -> str:
    """`value` as JSON on one line, in UTF-8's own letters; what could steer a terminal is escaped as JSON allows."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class HungUp(Exception):
    """Whoever read our output reads no more (EPIPE)."""


# No space left, quota exceeded, file too large, an input or output error: what a full or broken disk says.
_UNWRITABLE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))


@contextmanager
def written() -> Iterator[None]:
    """Around what writes to standard output. Raises HungUp if nobody reads it, ConfigurationError if there is no room."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise HungUp from error
        if error.errno not in _UNWRITABLE:
            raise
        hang_up()
        raise ConfigurationError(
            f"Standard output cannot be written: {error.strerror}.", advice="Make room, or write to another place."
        ) from error


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise HungUp


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: how it is called, and how it gives way where the terminal is narrow.

    `from_width`: on terminals with fewer columns of characters it is left out.
    """

    title: str
    grows: bool = False
    wraps: bool = False
    justify: Literal["left", "right"] = "left"
    style: str = ""
    max_width: int | None = None
    from_width: int = 0


class Terminal:
    """The two streams of a command. `live` tells whether people watch standard error while it works."""

    def __init__(self, stdout: IO[str] | None = None, stderr: IO[str] | None = None) -> None:
        self._stdout = stdout or sys.stdout
        self.out = _console(self._stdout)
        self.err = _console(stderr or sys.stderr)

    @property
    def live(self) -> bool:
        return self.err.is_terminal and not self.err.is_dumb_terminal

    def line(self, text: str) -> None:
        """One line of data, as it is; it is there at once, also in a pipe. Raises HungUp."""
        with written():
            self._stdout.write(text + "\n")
            self._stdout.flush()

    def json(self, value: Any) -> None:
        self.line(json_line(value))

    def say(self, *parts: str | Text | tuple[str, str], mark: str = "plain") -> None:
        """One line of talk on standard error. Plain strings are a site's or ours: never markup."""
        text = Text.assemble(*(_safe(part) for part in parts), style=MARKS[mark])
        self.err.print(text, highlight=False, soft_wrap=not self.err.is_terminal)

    def show(self, renderable: RenderableType) -> None:
        """Something for people on standard output."""
        with written():
            self.out.print(renderable, highlight=False, soft_wrap=not self.out.is_terminal)

    def item(self, lead: str | Text, body: Text) -> None:
        """A line for people on standard output; on a terminal it is wrapped beside its lead, not below it."""
        if not self.out.is_terminal:
            self.show(Text.assemble(lead, body))
            return
        grid = Table.grid()
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(lead, body)
        self.show(grid)

    @contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Says what takes a while: a moving sign on a terminal, a line in a pipe."""
        if not self.live:
            self.say(what)
            yield
            return
        with self.err.status(Text(printable(what))):
            yield

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str | Text]]) -> None:
        """A table on a terminal; tab-separated lines in a pipe."""
        if not self.out.is_terminal:
            for row in rows:
                self.line("\t".join(printable(str(cell)) for cell in row))
            return
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
        shown = [number for number, each in enumerate(columns) if each.from_width <= self.out.width]
        for each in (columns[number] for number in shown):
            wraps = each.grows or each.wraps
            table.add_column(
                each.title,
                justify=each.justify,
                style=each.style,
                max_width=each.max_width,
                ratio=1 if each.grows else None,
                no_wrap=not wraps,
                overflow="fold" if wraps else "ellipsis",
            )
        for row in rows:
            table.add_row(*(_safe(row[number]) for number in shown))
        with written():
            self.out.print(table, highlight=False)


def _safe(part: str | Text | tuple[str, str]) -> Text:
    if isinstance(part, tuple):
        return Text(printable(part[0]), style=part[1])
    return Text(printable(part)) if isinstance(part, str) else part


def _console(stream: IO[str]) -> Console:
    # Where colours are not wanted, bold and dim are not either (https://no-color.org asks for the former only).
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return _Console(
        file=stream,
        markup=False,
        emoji=False,
        highlight=False,
        color_system=colours,
        # What a pipe gets is a contract: FORCE_COLOR and its like do not make a terminal of it.
        force_terminal=stream.isatty(),
    )


def prepare_streams() -> None:
    """Make standard output and error fit for texts of any script, whatever the locale says.

    In a pipe they are UTF-8, as the contract says; a terminal that cannot show a letter is shown its code point. Streams
    that the caller has closed ("2>&-") lead nowhere.
    """
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere(mode: str) -> TextIO:
    return cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))


def hang_up() -> None:
    """After output that could not be written: it leads nowhere, so that the interpreter's last flush is quiet too."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a descriptor is wanted
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
