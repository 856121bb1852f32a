"""Draws docs/picture.svg, the picture in the README: what the program prints on a terminal 100 columns wide.

    .venv/bin/python docs/picture.py

Serves the demo's site, runs the commands of COMMANDS on a pseudo-terminal, and draws what stood there.
"""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from console.demo.site import serve

WIDTH = 100
SHOWN_URL = "https://library.example/resources/"
COMMANDS = ("sync URL", "resources --limit 5", "sync", "show URLreading-a-river-by-its-banks/")
# The fonts that Rich's own form fetches from a server are left to the reader's machine.
FONT_FACES = re.compile(r"\s*@font-face \{.*?\n\s*\}\n", re.DOTALL)


def printed(arguments: list[str], folder: str) -> str:
    """What a command prints on a terminal; its moving progress is left out."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, WIDTH, 0, 0))
    command = [sys.executable, "-m", "console.main", *arguments]
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[1])}
    for name in ("NO_COLOR", "DATABASE_URL"):
        env.pop(name, None)
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=subprocess.DEVNULL, env=env):  # noqa: S603
        os.close(theirs)
        read = b""
        while part := _read(ours):
            read += part
    os.close(ours)
    return read.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO when the last holder is gone
        return b""


def draw() -> str:
    """The picture, as SVG."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with serve() as site, tempfile.TemporaryDirectory() as folder:
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "console.main", "add", site.url, "--name", "library.example"],
            cwd=folder, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        )  # fmt: skip
        for command in COMMANDS:
            console.print(Text(f"$ gleanery {command.replace('URL', SHOWN_URL)}", style="bold green"))
            shown = printed([each.replace("URL", site.url) for each in command.split()], folder)
            base = site.url.removesuffix("resources/")
            console.print(Text.from_ansi(shown.replace(base, SHOWN_URL.removesuffix("resources/"))))
    drawn = console.export_svg(title="gleanery", theme=MONOKAI, unique_id="gleanery")
    return FONT_FACES.sub("\n", drawn)


if __name__ == "__main__":
    Path(__file__).with_name("picture.svg").write_text(draw(), "utf-8")
