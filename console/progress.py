"""How a sync is watched: moving bars on a terminal, a plain line now and then in a pipe. Always on standard error."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Protocol

from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TaskID
from rich.text import Text

from console.terminal import Terminal, printable

if TYPE_CHECKING:
    from scheduler.sync import Progress as Step

# In a pipe: a line per source at most so often, in seconds, and at every change of phase.
_LINE_EVERY = 5.0


class Watch(Protocol):
    """Is told of a run's steps. While it is `paused`, others may print."""

    def step(self, step: Step) -> None: ...
    def paused(self) -> AbstractContextManager[None]: ...


@contextmanager
def watching(terminal: Terminal) -> Iterator[Watch]:
    """Shows the steps of runs until the block ends."""
    if terminal.live:
        with _Bars(terminal) as bars:
            yield bars
    else:
        yield _Lines(terminal)


def counted(step: Step) -> str:
    """Where a run stands: "120 of 240 resources, 2 pages"."""
    of = f" of {step.claimed}" if step.claimed is not None else ""
    one = step.items == 1 and not of
    pages = f", {step.pages} page{'' if step.pages == 1 else 's'}" if step.pages else ""
    return f"{step.items}{of} resource{'' if one else 's'}{pages}"


class _Lines:
    """For pipes and logs."""

    def __init__(self, terminal: Terminal, clock: Callable[[], float] = time.monotonic) -> None:
        self._terminal = terminal
        self._clock = clock
        self._said: dict[str, tuple[str, float]] = {}

    def step(self, step: Step) -> None:
        phase, said_at = self._said.get(step.source, ("", 0.0))
        now = self._clock()
        if step.phase == "done" or (step.phase == phase and not step.message and now - said_at < _LINE_EVERY):
            return
        self._said[step.source] = (step.phase, now)
        so_far = f", {counted(step)}" if step.items or step.pages else ""
        trouble = f": {step.message}" if step.message else ""
        self._terminal.say(f"{step.source}: {step.phase}{so_far}{trouble}")

    def paused(self) -> AbstractContextManager[None]:
        return nullcontext()


class _Bars:
    """For terminals: a line per running source, gone when it has ended."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._steps: dict[str, Step] = {}
        self._bars = self._made()
        self._tasks: dict[str, TaskID] = {}

    def _made(self) -> Progress:
        return Progress(
            SpinnerColumn(style="cyan", finished_text=" "),
            _Plain("name", style="bold"),
            BarColumn(bar_width=24),
            _Plain("where", style="dim"),
            console=self._terminal.err,
            transient=True,
            # What a command prints itself must not pass through here: data goes to standard output untouched.
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def __enter__(self) -> _Bars:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Others may print. Afterwards the bars are new ones: started again, the old would erase what was printed."""
        self._bars.stop()
        yield
        self._bars, self._tasks = self._made(), {}
        for step in self._steps.values():
            self._draw(step)
        self._bars.start()

    def step(self, step: Step) -> None:
        if step.phase != "done":
            self._steps[step.source] = step
            self._draw(step)
            return
        self._steps.pop(step.source, None)
        task = self._tasks.pop(step.source, None)
        if task is not None:
            self._bars.remove_task(task)

    def _draw(self, step: Step) -> None:
        if step.source not in self._tasks:
            self._tasks[step.source] = self._bars.add_task("", total=None, name=step.source, where="")
        where = counted(step) if step.phase == "reading" else step.phase
        if step.message:
            where += f" · {step.message}"
        self._bars.update(self._tasks[step.source], total=step.claimed, completed=step.items, where=where)


class _Plain(ProgressColumn):
    """A field of a task as it is, never as markup."""

    def __init__(self, name: str, style: str) -> None:
        super().__init__()
        self._name = name
        self._style = style

    def render(self, task: Task) -> Text:
        return Text(
            printable(str(task.fields.get(self._name, ""))), style=self._style, overflow="ellipsis", no_wrap=True
        )
