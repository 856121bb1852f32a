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
    """A process's start in clock ticks since boot (proc(5), stat, field 22); "" where there is no /proc."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
