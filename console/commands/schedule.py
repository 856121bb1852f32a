"""`gleanery schedule`: when sources are visited, said and shown in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from console import endings, forms
from console.chosen import kept_sources
from console.commands import options
from console.session import session_of
from console.terminal import Column
from pipeline import durations, visits
from pipeline.errors import UsageError
from pipeline.model import Source
from pipeline.schedule import Rhythm

if TYPE_CHECKING:
    from storage.overview import Planned

EXAMPLES = """\
Examples:
  gleanery schedule
  gleanery schedule example.org --every 6h
  gleanery schedule example.org --cron "30 2 * * mon-fri" --timezone Europe/Berlin
  gleanery schedule example.org --adaptive --min-every 2h --max-every 3d
  gleanery schedule example.org --hours 22:00-06:00 --jitter 20m
  gleanery schedule example.org --pause
  gleanery schedule --all --resume
"""


def schedule(
    context: typer.Context,
    *,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME|URL", help="Sources; all are shown when none is named.")
    ] = None,
    every_source: Annotated[bool, typer.Option("--all", metavar="", help="Change all sources.")] = False,
    every: Annotated[
        str | None, typer.Option("--every", metavar="TIME", help="Visit every so long: 90m, 6h, 2d, 1w.")
    ] = None,
    cron: Annotated[
        str | None,
        typer.Option("--cron", metavar="FIELDS", help="Visit at these times: minute, hour, day, month, week day."),
    ] = None,
    adaptive: Annotated[
        bool, typer.Option("--adaptive", metavar="", help="Visit as often as the source changes; the default.")
    ] = False,
    min_every: Annotated[
        str | None, typer.Option("--min-every", metavar="TIME", help="Adaptive: no more often than this; 1h.")
    ] = None,
    max_every: Annotated[
        str | None, typer.Option("--max-every", metavar="TIME", help="Adaptive: no less often than this; 7d.")
    ] = None,
    hours: Annotated[
        str | None,
        typer.Option("--hours", metavar="SPANS", help='Only at these hours: "22:00-06:00"; "any" takes it back.'),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option("--timezone", metavar="ZONE", help="The site's time zone, for --cron and --hours; UTC."),
    ] = None,
    jitter: Annotated[
        str | None, typer.Option("--jitter", metavar="TIME", help="Come up to so much later, by chance; 0s.")
    ] = None,
    priority: Annotated[
        int | None,
        typer.Option("--priority", min=-100, max=100, metavar="N", help="Of visits that wait, the highest first; 0."),
    ] = None,
    pause: Annotated[
        bool | None, typer.Option("--pause/--resume", metavar="", help="Visit it no more, until it is resumed.")
    ] = None,
    as_json: options.Json = False,
) -> int:
    """Show or set when sources are visited, in words, with the next time. A running `gleanery serve` follows at once."""
    session = session_of(context)
    lengths = {"every": every, "min_every": min_every, "max_every": max_every, "jitter": jitter}
    others = {"cron": cron, "adaptive": adaptive or None, "hours": hours, "timezone": timezone, "priority": priority}
    given = {name: value for name, value in {**lengths, **others}.items() if value is not None}
    changing = bool(given) or pause is not None
    if changing and not names and not every_source:
        raise UsageError("Which source is meant?", advice="Name it, or add --all.")
    with session.store() as store:
        chosen = kept_sources(store, names) if names else store.sources()
        if changing:
            chosen = [_changed(source, given, pause) for source in chosen]
            for source in chosen:
                store.put_source(source)
        planned = {each.source: each for each in store.agenda.planned([source.name for source in chosen])}
    if as_json:
        for source in chosen:
            session.terminal.json(forms.schedule_form(source, planned.get(source.name)))
    elif changing:
        for source in chosen:
            session.terminal.say(f"{source.name}: {_words(source)}", mark="good")
    elif chosen:
        session.terminal.table(_COLUMNS, (_row(source, planned.get(source.name)) for source in chosen))
    else:
        session.terminal.say("No sources yet. Begin with: gleanery sync https://…")
    return endings.WELL


_COLUMNS = (
    Column("Name", style="bold", wraps=True),
    Column("Visited", wraps=True, grows=True),
    Column("Next (UTC)", style="cyan"),
    Column("Why then", style="dim", wraps=True, from_width=90),
)


def _row(source: Source, planned: Planned | None) -> tuple[str, ...]:
    due = planned.due if planned else None
    return source.name, _words(source), _when(source, due), planned.reason if planned else ""


def _when(source: Source, due: datetime | None) -> str:
    if source.paused:
        return "paused"
    return f"{due:%Y-%m-%d %H:%M}" if due else "when serve runs"


def _words(source: Source) -> str:
    return visits.words(source.schedule) + ("; paused" if source.paused else "")


def _changed(source: Source, given: Mapping[str, Any], pause: bool | None) -> Source:
    """The source with what was given. Raises UsageError for two rhythms at once, and for nonsense."""
    rhythms = [name for name in ("every", "cron", "adaptive") if name in given]
    if len(rhythms) > 1:
        raise UsageError("A source has one rhythm.", advice="Give one of --every, --cron and --adaptive.")
    values: dict[str, Any] = {name: durations.seconds(given[name]) for name in _LENGTHS if name in given}
    values |= {name: given[name] for name in ("cron", "timezone", "priority") if name in given}
    if "hours" in given:
        values["hours"] = "" if given["hours"].strip().lower() == "any" else given["hours"].strip()
    if rhythms:
        values["rhythm"] = _RHYTHMS[rhythms[0]]
    schedule = replace(source.schedule, **values)
    visits.check(schedule)
    return replace(source, schedule=schedule, paused=source.paused if pause is None else pause)


_LENGTHS = ("every", "min_every", "max_every", "jitter")
_RHYTHMS = {"every": Rhythm.INTERVAL, "cron": Rhythm.CRON, "adaptive": Rhythm.ADAPTIVE}
