"""`gleanery runs`: how the last runs ended."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from console import endings, forms
from console.commands import options
from console.commands.resources import source_name
from console.commands.sync import counts
from console.session import session_of
from console.tables import outcome_text
from console.terminal import Column
from pipeline.model import RunReport

EXAMPLES = """\
Examples:
  gleanery runs
  gleanery runs --source example.org --limit 100
  gleanery runs --json
"""

_COLUMNS = (
    Column("Run", justify="right", style="dim", from_width=70),
    Column("Started (UTC)", style="cyan", from_width=50),
    Column("Source", style="bold", wraps=True),
    Column("Outcome"),
    Column("Counts", wraps=True, from_width=60),
    Column("Evidence", grows=True, style="dim", from_width=100),
)


def runs(
    context: typer.Context,
    *,
    source: options.SourceName = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = 20,
    as_json: options.Json = False,
) -> int:
    """List the last runs, newest first: how each ended, what it saw, what changed."""
    session = session_of(context)
    terminal = session.terminal
    with session.store() as store:
        reports = store.last_reports(source_name(store, source), limit=limit)
    if as_json:
        for report in reports:
            terminal.json(forms.report_form(report))
    elif not reports:
        terminal.say("No runs yet. Begin with: gleanery sync")
    else:
        terminal.table(_COLUMNS, (_row(each) for each in reports))
    return endings.WELL


def _row(report: RunReport) -> tuple[str | Text, ...]:
    return (
        str(report.run_id),
        f"{report.started:%Y-%m-%d %H:%M:%S}",
        report.source,
        outcome_text(report.outcome),
        counts(report.tally),
        report.outcome.evidence,
    )
