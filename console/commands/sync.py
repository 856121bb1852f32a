"""`gleanery sync`: read sources, and keep what they say."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, cast

import typer
from rich.text import Text

from console import endings, forms
from console.chosen import chosen_sources
from console.commands import options
from console.progress import watching
from console.session import Session, session_of
from console.tables import outcome_mark, outcome_text
from console.terminal import HungUp, Terminal, hang_up, printable
from pipeline.model import OutcomeKind, RunReport, Source, Tally

if TYPE_CHECKING:
    from scheduler.sync import SyncOptions

EXAMPLES = """\
Examples:
  gleanery sync
  gleanery sync https://example.org/resources/
  gleanery sync example.org --full
  gleanery sync --dry-run
  gleanery sync --json >> runs.jsonl
"""

# Of the counts of a run, those that are said where they are not zero.
_COUNTS = ("new", "changed", "returned", "unchanged", "missing", "removed", "held")


def sync(
    context: typer.Context,
    *,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME|URL", help="Sources; all when none is named. An unknown URL is added by itself."),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full", metavar="", help="Forget what the last runs learnt of the site; read it from the start."
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help="Read, and say what would change, but write nothing.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="Stop after so many resources of each source.")
    ] = None,
    enrich: options.Enriching = None,
    file_sizes: options.FileSizes = None,
    channel: options.ByChannel = None,
    as_json: Annotated[
        bool, typer.Option("--json", metavar="", help="One JSON object per source, a line each.")
    ] = False,
) -> int:
    """Read sources and keep what they say: what is new, changed, missing or back. Exit code 3 if one needs attention."""
    session = session_of(context)
    with _place(session, dry_run=dry_run) as database:
        chosen = chosen_sources(database, names or [], channel, dry_run=dry_run)
        for each in chosen:
            options.warn(session.terminal, each)
        from scheduler.sync import SyncOptions

        how = SyncOptions(full=full, dry_run=dry_run, limit=limit, enrich=enrich, file_sizes=file_sizes)
        reports = run(
            session.terminal, database.database, chosen, how, _Printer(session.terminal, as_json=as_json).report
        )
    if dry_run:
        session.terminal.say("Dry run: nothing was written.", mark="quiet")
    return (
        endings.NEEDS_ATTENTION
        if any(each.outcome.needs_attention or each.tally.held for each in reports)
        else endings.WELL
    )


@contextmanager
def _place(session: Session, *, dry_run: bool) -> Iterator[Session]:
    """The session; where a dry run has no database, one with a database that is gone afterwards."""
    if not dry_run or session.has_database():
        yield session
        return
    with TemporaryDirectory(prefix="gleanery-") as folder:
        yield replace(session, database=str(Path(folder) / "dry-run.db"))


def run(
    terminal: Terminal,
    database: str | None,
    sources: Sequence[Source],
    how: SyncOptions,
    tell: Callable[[RunReport], None],
) -> list[RunReport]:
    """Syncs sources while people watch; each report is told as it comes, and all are given in the end."""
    from scheduler.sync import sync_sources

    reports = []
    with watching(terminal) as watch:
        # A generator, closed at once when something ends the loop: leases are given back, crawls stopped.
        running = cast("Generator[RunReport]", sync_sources(database, sources, how, watch.step))
        with closing(running):
            for report in running:
                reports.append(report)
                with watch.paused():
                    tell(report)
    return reports


class _Printer:
    """Prints reports as they come. Where nobody reads them any more, the sync still goes on to its end."""

    def __init__(self, terminal: Terminal, *, as_json: bool) -> None:
        self._terminal = terminal
        self._as_json = as_json
        self._hung_up = False

    def report(self, report: RunReport) -> None:
        if self._hung_up:
            return
        try:
            if self._as_json:
                self._terminal.json(forms.report_form(report))
            else:
                for lead, body in report_lines(report):
                    self._terminal.item(lead, body)
        except HungUp:
            self._hung_up = True
            hang_up()


def report_lines(report: RunReport) -> list[tuple[Text, Text]]:
    """A run's end for people: outcome and evidence, counts, what to do. Each line's lead, and its text."""
    outcome, tally = report.outcome, report.tally
    mark, name = outcome_mark(outcome), outcome_text(outcome)
    lines = [(mark, Text.assemble(name, "  ", (printable(report.source), "bold"), f": {printable(outcome.evidence)}"))]
    if outcome.kind is not OutcomeKind.BUSY:
        cost = (
            f"{tally.requests} request{'' if tally.requests == 1 else 's'}, {size(tally.bytes)}, {report.seconds:.1f} s"
        )
        lines.append((Text("  "), Text.assemble(counts(tally), (f"  ({cost})", "dim"))))
    if outcome.advice:
        lines.append((Text("  "), Text.assemble("→ ", (printable(outcome.advice), "yellow"))))
    if tally.held:
        waits = f"{tally.held} removal{'s wait' if tally.held != 1 else ' waits'} for your word: gleanery removals"
        lines.append((Text("  "), Text.assemble("→ ", (waits, "yellow"))))
    return lines


def counts(tally: Tally) -> Text:
    """ "12 new, 3 changed, 225 unchanged": what is zero is left out."""
    parts = [f"{getattr(tally, name)} {name}" for name in _COUNTS if getattr(tally, name)]
    return Text(", ".join(parts) or "nothing read")


def size(count: int) -> str:
    """Bytes for people: "312 B", "48 kB", "1.2 MB"."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB"
