"""A run's own process: everything that a site sent is fetched and parsed in here, and may break nothing else.

It tells its parent through one pipe: `Progress` while it goes on, `Alive` now and then from the very loop that reads (a
page that hangs the reader silences it), and in the end a `RunReport`, `Stopped`, or the fault that ended it.
"""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from crawler.clock import Clock, at, now
from crawler.run import harvest_source
from pipeline.errors import GleaneryError
from pipeline.model import RunReport
from scheduler.messages import Alive, Broke, Job, Stopped
from storage.store import Store

ALIVE_SECONDS = 2.0


def main(pipe: Connection, job: Job) -> None:
    """Do the job, and tell the parent how it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to understand: it reaches the whole group
    os.environ.clear()
    os.environ.update(job.environment)
    _be_silent()
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()
    _limit_memory(job.memory)
    pipe.send(_ended(pipe, job))


def _ended(pipe: Connection, job: Job) -> RunReport | Stopped | GleaneryError | Broke:
    try:
        return asyncio.run(_harvest(pipe, job))
    except GleaneryError as fault:
        return fault
    except asyncio.CancelledError:
        return Stopped()
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent is to tell it
        if os.environ.get("GLEANERY_DEBUG"):
            sys.excepthook(type(error), error, error.__traceback__)
        return Broke(repr(error))


async def _harvest(pipe: Connection, job: Job) -> RunReport:
    if task := asyncio.current_task():
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    beat = asyncio.create_task(_beat(pipe))
    clock: Clock = now if job.moment is None else at(job.moment)
    try:
        with Store.open(job.store_url) as store:
            return await harvest_source(store, job.source, job.options, pipe.send, clock)
    finally:
        beat.cancel()


async def _beat(pipe: Connection) -> None:
    while True:
        pipe.send(Alive())
        await asyncio.sleep(ALIVE_SECONDS)


def _end_with(pipe: Connection) -> None:
    """Ends this process when its parent is no more: nobody would hear it, and the source must be free for the next.

    Nothing is ever sent this way, so that the pipe can only become readable by its end.
    """
    with suppress(OSError):
        pipe.poll(None)
    os.kill(os.getpid(), signal.SIGKILL)


def _be_silent() -> None:
    """Standard output is the parent's alone: who reads it waits until nobody has it open any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _limit_memory(more: int) -> None:
    """At most `more` bytes of address space beyond what there is now; further ones are a MemoryError (setrlimit(2))."""
    with suppress(OSError, ValueError, IndexError):  # where there is no /proc, nobody knows what there is
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + more, resource.RLIM_INFINITY))
