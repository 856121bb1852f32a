"""`gleanery diff` and `gleanery replay`: what changed; and everything made anew from what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from console import endings, forms
from console.commands import options
from console.commands.resources import source_name
from console.session import session_of
from console.terminal import Terminal, printable
from crawler import holder
from crawler.clock import now
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from storage.changes import Changed
    from storage.store import Store

EXAMPLES = """\
Examples:
  gleanery diff
  gleanery diff 1
  gleanery diff 2026-03-01..2026-04-01 --source example.org
  gleanery diff 2026-03-01.. --json
"""
REPLAY_EXAMPLES = """\
Examples:
  gleanery replay
  gleanery replay example.org
"""

_MARKS = {"added": "+", "changed": "~", "missing": "?", "removed": "-", "returned": "^"}
_REPLAY_LEASE = timedelta(minutes=10)


def diff(
    context: typer.Context,
    *,
    which: Annotated[
        str | None,
        typer.Argument(metavar="RUN|DATE..DATE", help="A run's number, or days; the newest runs if not given."),
    ] = None,
    source: options.SourceName = None,
    as_json: options.Json = False,
) -> int:
    """Show what was added, changed (field by field), missed, removed and returned: by a run, or between two days."""
    session = session_of(context)
    terminal = session.terminal
    with session.store() as store:
        count = 0
        for each in _changed(store, which, source_name(store, source)):
            count += 1
            if as_json:
                terminal.json(forms.changed_form(each))
            else:
                _tell(terminal, each)
    if not count:
        terminal.say("Nothing changed.")
    return endings.WELL


def _changed(store: Store, which: str | None, source: str | None) -> Iterator[Changed]:
    if which is None or which.isdigit():
        for number in store.changes.newest_runs(source) if which is None else [int(which)]:
            yield from (each for each in store.changes.of_run(number) if source in {None, each.source})
        return
    begin, dots, end = which.partition("..")
    if not dots:
        raise UsageError(f"{which} is neither a run nor days.", advice="Write 12, or 2026-03-01..2026-04-01.")
    yield from store.changes.between(_day(begin), _day(end, whole=True), source)


def _day(given: str, *, whole: bool = False) -> datetime | None:
    """A day or moment in ISO 8601, in UTC; `whole`: the end of that day. Raises UsageError."""
    if not given:
        return None
    try:
        when = datetime.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{given} is not a date.", advice="Write it as 2026-04-03 or 2026-04-03T12:00.") from None
    when = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return when + timedelta(days=1) if whole and len(given) == len("2026-04-03") else when


def _tell(terminal: Terminal, changed: Changed) -> None:
    kind = changed.difference.kind.value
    title = printable(changed.title or changed.url)
    terminal.item(Text(f"{_MARKS[kind]} "), Text.assemble((kind, "bold"), f"  {title}  ", (changed.key, "dim")))
    for each in changed.difference.changes:
        said = f"{each.field}: {forms.shown(each.before) or 'nothing'} → {forms.shown(each.after) or 'nothing'}"
        terminal.item(Text("    "), Text(printable(said)))
    if kind in {"removed", "missing"} and changed.difference.reason:
        terminal.item(Text("    "), Text(printable(changed.difference.reason), style="dim"))


def replay(
    context: typer.Context,
    *,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Sources, by name or URL; all when none is named.")
    ] = None,
) -> int:
    """Make all resources anew from what was recorded, without a request: today's cleaning for yesterday's pages."""
    session = session_of(context)
    with session.store() as store:
        chosen = [source_name(store, each) or "" for each in names or []] or [each.name for each in store.sources()]
        for name, said in _replayed(store, chosen):
            session.terminal.say(f"{name}: {said}", mark="good")
    return endings.WELL


def _replayed(store: Store, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        lease = store.acquire_lease(name, holder.this_process(), now(), _REPLAY_LEASE, holder.is_dead)
        try:
            done = store.changes.replay(name, now())
        finally:
            store.release_lease(lease)
        yield name, f"{done.resources} resources from {done.observations} observations, {done.changed} changed"
