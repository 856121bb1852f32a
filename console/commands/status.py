"""`gleanery status` and `gleanery doctor`: where everything stands, and whether everything is as it has to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from console import endings, forms
from console.commands import options
from console.session import session_of
from console.tables import outcome_text
from console.terminal import Column, Terminal, printable
from pipeline import durations

if TYPE_CHECKING:
    from datetime import datetime

    from storage.overview import Overview

STATUS_EXAMPLES = """\
Examples:
  gleanery status
  gleanery status --json | jq .attention
"""
DOCTOR_EXAMPLES = """\
Examples:
  gleanery doctor
  gleanery doctor --json
"""
_SHOWN = 10
_IN_JSON = 1000


def status(context: typer.Context, *, as_json: options.Json = False) -> int:
    """Show what is due, who runs what, how runs ended, and what needs attention. Exit code 3 if something does."""
    session = session_of(context)
    from crawler.clock import now

    moment = now()
    with session.store() as store:
        seen = store.agenda.overview(moment, _IN_JSON if as_json else _SHOWN)
    troubled = bool(seen.attention or seen.alarms or seen.unsent)
    if as_json:
        session.terminal.json(forms.status_form(seen, moment))
    else:
        _show(session.terminal, seen, moment)
    return endings.NEEDS_ATTENTION if troubled else endings.WELL


def _show(terminal: Terminal, seen: Overview, moment: datetime) -> None:
    for line in _summary(seen, moment):
        terminal.line(line)
    for title, columns, every in _lists(seen, moment):
        if rows := list(every):
            terminal.line("")
            terminal.line(title)
            terminal.table(columns, rows)


def _summary(seen: Overview, moment: datetime) -> Iterable[str]:
    parts = [f"{seen.sources} sources", f"{seen.resources} resources"]
    parts += [f"{number} {what}" for number, what in ((seen.paused, "paused"), (seen.broken, "left alone")) if number]
    yield ", ".join(parts)
    outcomes = ", ".join(f"{count} {name}" for name, count in sorted(seen.outcomes.items(), key=lambda each: -each[1]))
    yield f"last outcomes: {outcomes or 'no runs yet'}"
    late = f", the longest for {durations.words(seen.longest_wait)}" if seen.overdue else ""
    yield f"due now: {seen.overdue}{late}; in the queue: {seen.queued}; to be planned: {seen.unplanned}"
    alive = [each for each in seen.workers if not forms.is_silent(each, moment)]
    roles = {role: sum(each.role == role for each in alive) for role in ("scheduler", "worker")}
    yield f"processes: {roles['scheduler']} schedulers, {roles['worker']} workers; {seen.going_on} runs go on"
    if not roles["scheduler"]:
        yield "nothing is visited by itself: start gleanery serve"
    if seen.unsent:
        yield f"notices that could not be sent yet: {seen.unsent}; see gleanery notify"


def _lists(
    seen: Overview, moment: datetime
) -> Iterable[tuple[str, tuple[Column, ...], Iterable[tuple[str | Text, ...]]]]:
    yield (
        "Needs attention",
        (Column("Source", style="bold", wraps=True), Column("Outcome"), Column("Evidence", grows=True, wraps=True)),
        ((each.source, outcome_text(each.outcome), printable(each.outcome.evidence)) for each in seen.attention),
    )
    yield (
        "Open alarms",
        (Column("Since (UTC)", style="cyan"), Column("Alarm", grows=True, wraps=True)),
        ((f"{each.opened:%Y-%m-%d %H:%M}", printable(each.title)) for each in seen.alarms),
    )
    yield (
        "Running",
        (Column("Source", style="bold", wraps=True), Column("Since (UTC)", style="cyan"), Column("By", style="dim")),
        ((each.source, f"{each.since:%Y-%m-%d %H:%M:%S}", each.holder) for each in seen.held),
    )
    yield (
        "Next",
        (Column("Due (UTC)", style="cyan"), Column("Source", style="bold", wraps=True), Column("Why then", grows=True)),
        ((f"{each.due:%Y-%m-%d %H:%M}", each.source, each.reason) for each in seen.next),
    )
    yield (
        "Processes",
        (
            Column("Process"),
            Column("Does"),
            Column("Heard of (UTC)", style="cyan"),
            Column("Runs", grows=True, wraps=True),
        ),
        (
            (
                each.holder,
                each.role + (", silent" if forms.is_silent(each, moment) else ""),
                f"{each.seen:%Y-%m-%d %H:%M:%S}",
                ", ".join(each.busy),
            )
            for each in seen.workers
        ),
    )


_MARKS = {"well": ("✓", "green"), "attention": ("!", "yellow"), "broken": ("✗", "bold red")}


def doctor(context: typer.Context, *, as_json: options.Json = False) -> int:
    """Check database, tables, clock, disk, proxies, TLS roots, receivers. Exit code 3: do something; 4: broken."""
    session = session_of(context)
    from scheduler.doctor import examine

    states = set()
    for check in examine(session.database):
        states.add(check.state)
        if as_json:
            session.terminal.json(forms.check_form(check))
            continue
        sign, style = _MARKS[check.state]
        session.terminal.item(
            Text(f"{sign} ", style), Text.assemble((check.name, "bold"), f": {printable(check.seen)}")
        )
        if check.advice:
            session.terminal.item("  ", Text.assemble("→ ", (printable(check.advice), "yellow")))
    if "broken" in states:
        return endings.UNUSABLE
    return endings.NEEDS_ATTENTION if "attention" in states else endings.WELL
