"""Who holds a lease: a process of some machine, named so that another can tell whether it still runs."""

from __future__ import annotations

import os
import socket
from pathlib import Path


def this_process() -> str:
    """This process as a holder: "HOST:PID:START". The start tells a process from a later one with the same number."""
    return f"{socket.gethostname()}:{os.getpid()}:{_start(os.getpid())}"


def is_dead(holder: str) -> bool:
    """True if the holder was a process of this machine and no longer runs. One elsewhere is never called dead."""
    host, pid, start = holder.rsplit(":", 2)
    if host != socket.gethostname():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return start != _start(int(pid))


def _start(pid: int) -> str:
    """A process's start in clock ticks since boot (proc(5), stat, field 22); "" where there is no /proc.

    "ended" for one that is no more than an entry in the table, because nobody has asked yet how it ended (a zombie).
    """
    try:
        state, *others = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        return "ended" if state in {"Z", "X"} else others[18]
    except (OSError, ValueError, IndexError):
        return ""
