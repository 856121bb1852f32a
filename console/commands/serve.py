"""`gleanery serve` and `gleanery worker`: the processes that stay."""

from __future__ import annotations

from contextlib import ExitStack
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from console import endings, forms
from console.commands.sync import counts
from console.session import Session, session_of
from console.tables import outcome_mark, outcome_text
from console.terminal import HungUp, hang_up, printable
from pipeline.errors import ConfigurationError, UsageError

if TYPE_CHECKING:
    from scheduler.service import Audience
    from scheduler.visiting import Made
    from storage.store import Store

SERVE_EXAMPLES = """\
Examples:
  gleanery serve
  gleanery serve --slots 2 --digest weekly
  gleanery --database postgresql://gleanery@db.example.org/gleanery serve --slots 0
  gleanery serve --metrics 0.0.0.0:9470 --json >> runs.jsonl
"""
WORKER_EXAMPLES = """\
Examples:
  gleanery --database postgresql://gleanery@db.example.org/gleanery worker
  gleanery worker --slots 8
"""


class Digest(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


Metrics = Annotated[
    str | None,
    typer.Option("--metrics", metavar="ADDRESS", help="Where /metrics answers; 127.0.0.1:9470 if not given; off."),
]
AsJson = Annotated[bool, typer.Option("--json", metavar="", help="One JSON object per run, a line each.")]


def serve(
    context: typer.Context,
    *,
    slots: Annotated[
        int, typer.Option("--slots", min=0, max=64, metavar="N", help="Runs at a time; 0 leaves all to workers.")
    ] = 4,
    budget: Annotated[
        float | None,
        typer.Option("--budget", min=1, metavar="N", help="Requests a day for all adaptive sources together."),
    ] = None,
    digest: Annotated[
        Digest, typer.Option("--digest", metavar="HOW", help="Tell what is new: daily, weekly or never.")
    ] = Digest.DAILY,
    metrics: Metrics = None,
    as_json: AsJson = False,
) -> int:
    """Visit sources when they are due, until it is told to stop (SIGTERM, Ctrl-C): then within ten seconds."""
    session = session_of(context)
    from scheduler.service import ServeOptions, uses_queue
    from scheduler.service import serve as run

    how = ServeOptions(slots=slots, budget=budget, digest=digest.value)
    with ExitStack() as stack:
        store = stack.enter_context(session.store(may_be_new=True))
        if not slots and not uses_queue(store, how):
            raise UsageError(
                "Without workers, somebody has to run the visits.",
                advice="Give --slots 1 or more; workers need PostgreSQL and the extra: pip install 'gleanery[workers]'",
            )
        _answer_metrics(stack, session, store, metrics)
        count = len(store.sources())
        who = "through the queue" if uses_queue(store, how) else "here"
        session.terminal.say(f"{count} source{'' if count == 1 else 's'} in {store.shown}; {slots} at a time, {who}")
        run(session.database, how, _audience(session, as_json=as_json))
    session.terminal.say("stopped; what was read is kept")
    return endings.WELL


def worker(
    context: typer.Context,
    *,
    slots: Annotated[int, typer.Option("--slots", min=1, max=64, metavar="N", help="Runs at a time.")] = 4,
    metrics: Annotated[
        str, typer.Option("--metrics", metavar="ADDRESS", help="Where /metrics answers; nowhere if not given.")
    ] = "off",
    as_json: AsJson = False,
) -> int:
    """Take visits from the queue of a `gleanery serve` on the same PostgreSQL database. Start as many as you like."""
    session = session_of(context)
    from scheduler.service import work_here

    with ExitStack() as stack:
        store = stack.enter_context(session.store(may_be_new=True))
        _answer_metrics(stack, session, store, metrics)
        session.terminal.say(f"works for {store.shown}, {slots} at a time")
        work_here(session.database, slots, _audience(session, as_json=as_json))
    session.terminal.say("stopped; what was read is kept")
    return endings.WELL


def _answer_metrics(stack: ExitStack, session: Session, store: Store, address: str | None) -> None:
    """Answers /metrics where that was asked for; where it was not, its failing is only said."""
    if address == "off":
        return
    from crawler.clock import now
    from scheduler.metrics import DEFAULT_ADDRESS, serve_metrics

    try:
        stack.callback(serve_metrics(store, address or DEFAULT_ADDRESS, now))
    except ConfigurationError as fault:
        if address is not None:
            raise
        session.terminal.say(f"no metrics: {fault}", mark="quiet")
    else:
        session.terminal.say(f"metrics: http://{address or DEFAULT_ADDRESS}/metrics", mark="quiet")


def _audience(session: Session, *, as_json: bool) -> Audience:
    from scheduler.service import Audience

    terminal = session.terminal
    hung_up = False

    def made(made: Made) -> None:
        nonlocal hung_up
        report = made.report
        if report is None:
            return
        if as_json and not hung_up:
            try:
                terminal.json(forms.report_form(report))
            except HungUp:
                hung_up = True
                hang_up()
        elif not as_json:
            mark, name = outcome_mark(report.outcome), outcome_text(report.outcome)
            evidence = printable(report.outcome.evidence)
            terminal.say(
                f"{report.started:%Y-%m-%d %H:%M:%S} ",
                mark,
                " ",
                name,
                f"  {report.source}: {evidence}; ",
                counts(report.tally),
            )

    return Audience(made, lambda what: terminal.say(printable(what), mark="warning"))
