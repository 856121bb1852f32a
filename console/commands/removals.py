"""`gleanery removals`: what may be gone, and waits for a person's word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from console import endings, forms, near
from console.commands import options
from console.commands.resources import source_name
from console.session import session_of
from console.terminal import Column, Terminal
from crawler.clock import now
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from storage.removals import Held
    from storage.store import Store

EXAMPLES = """\
Examples:
  gleanery removals
  gleanery removals --confirm example.org
  gleanery removals --confirm example.org/3f2a9c41d07b
  gleanery removals --refuse all
"""

_COLUMNS = (
    Column("Key", style="dim", from_width=70),
    Column("Held since", style="cyan", from_width=60),
    Column("Proof", wraps=True),
    Column("Title", wraps=True, grows=True, style="bold"),
    Column("URL", from_width=120),
)
_WHICH = "KEY|SOURCE|all"


def removals(
    context: typer.Context,
    *,
    confirm: Annotated[
        str | None,
        typer.Option("--confirm", metavar=_WHICH, help="They are gone: remove them; their last values stay."),
    ] = None,
    refuse: Annotated[
        str | None,
        typer.Option("--refuse", metavar=_WHICH, help="They are not: keep them as missing, and ask no more."),
    ] = None,
    source: options.SourceName = None,
    as_json: options.Json = False,
) -> int:
    """Show the removals that wait for a person, because too many came at a time; confirm or refuse them."""
    session = session_of(context)
    terminal = session.terminal
    with session.store() as store:
        name = source_name(store, source)
        for which, settle, done in (
            (confirm, store.removals.confirm, "removed"),
            (refuse, store.removals.refuse, "kept as missing"),
        ):
            if which is not None:
                chosen = _chosen(store, which)
                settle(chosen, now())
                terminal.say(f"{len(chosen)} {done}.", mark="good")
        waiting = store.removals.held(name)
    if as_json:
        for each in waiting:
            terminal.json(forms.held_form(each))
    elif waiting:
        terminal.table(_COLUMNS, (_row(each) for each in waiting))
    _tell(terminal, waiting)
    return endings.WELL


def _chosen(store: Store, which: str) -> Sequence[Held]:
    """The held removals that are meant. Raises UsageError where that is none."""
    waiting = store.removals.held()
    if which == "all":
        chosen = waiting
    elif source := store.find_source(which):
        chosen = [each for each in waiting if each.known.resource.source == source.name]
    else:
        chosen = [each for each in waiting if each.known.key == which]
        if not chosen and "/" not in which:
            raise near.unknown_source(which, [each.name for each in store.sources()])
    if not chosen:
        raise UsageError(f"No removal waits under {which}.", advice="See what waits: gleanery removals")
    return chosen


def _tell(terminal: Terminal, waiting: Sequence[Held]) -> None:
    if not waiting:
        terminal.say("No removal waits.")
        return
    terminal.say(f"{len(waiting)} removal{'s wait' if len(waiting) != 1 else ' waits'} for a person.")
    terminal.say("Remove them: gleanery removals --confirm SOURCE · keep them: gleanery removals --refuse SOURCE")


def _row(held: Held) -> tuple[str, ...]:
    resource = held.known.resource
    proof = held.proof or "its own address was not asked yet"
    return (held.known.key, f"{held.since:%Y-%m-%d %H:%M}", proof, resource.title, resource.url)
