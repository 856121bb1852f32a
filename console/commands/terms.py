"""`gleanery terms`: the one vocabulary that the sites' categories and tags mean, and what a person says of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from console import endings, forms
from console.commands import options
from console.session import session_of
from console.terminal import Column, Terminal
from crawler.clock import now
from pipeline.errors import UsageError
from pipeline.vocabulary import Edit, EditKind, KeptEdit, Term

if TYPE_CHECKING:
    from storage.store import Store

EXAMPLES = """\
Examples:
  gleanery terms
  gleanery terms list water --json
  gleanery terms merge "Case study" "Success stories" --into "Case studies"
  gleanery terms rename Guidance "Guidance and tools"
  gleanery terms edits
"""
_SHOWN = 50
_COLUMNS = (
    Column("Term", style="bold", wraps=True),
    Column("Resources", justify="right", style="cyan"),
    Column("Spellings", style="green", grows=True, wraps=True),
)
_EDIT_COLUMNS = (
    Column("Edit", justify="right", style="dim"),
    Column("When (UTC)", style="cyan", from_width=60),
    Column("What", grows=True, wraps=True),
    Column("", style="yellow"),
)


class Action(StrEnum):
    """What is done with terms."""

    LIST = "list"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    UNDO = "undo"
    EDITS = "edits"


def terms(
    context: typer.Context,
    *,
    action: Annotated[
        Action, typer.Argument(metavar="ACTION", help="list, merge, split, rename, undo or edits.", show_default=False)
    ] = Action.LIST,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Terms or their spellings; for undo an edit's number; for list a word."),
    ] = None,
    into: Annotated[str | None, typer.Option("--into", metavar="TERM", help="The term that merged ones mean.")] = None,
    limit: options.Limit = None,
    as_json: options.Json = False,
) -> int:
    """Show which categories and tags mean the same across sites; merge, split, rename; undo.

    What a site says is never changed: only `--any-spelling` and `--mapped-terms` look at it this way.
    """
    session = session_of(context)
    terminal, given = session.terminal, names or []
    if into is not None and action is not Action.MERGE:
        raise UsageError("--into belongs to merge.", advice='gleanery terms merge NAME... --into "TERM"')
    edit = _edit(action, given, into)
    with session.store() as store:
        if action is Action.LIST:
            return _list(terminal, store, " ".join(given), limit, as_json=as_json)
        if action is Action.EDITS:
            return _edits(terminal, store, as_json=as_json)
        kept = store.vocabularies.say(edit, now()) if edit else store.vocabularies.undo(_number(given))
    if as_json:
        terminal.json(forms.edit_form(kept))
    else:
        said = "undone" if action is Action.UNDO else "gleanery terms undo takes it back"
        terminal.say(f"{_words(kept)} (edit {kept.number}: {said})")
    return endings.WELL


def _edit(action: Action, names: list[str], into: str | None) -> Edit | None:
    """What the words of the command say. Raises UsageError where some are missing."""
    if action is Action.MERGE:
        if into is None or not names:
            raise UsageError("merge needs names and a term.", advice='gleanery terms merge NAME... --into "TERM"')
        return Edit(EditKind.MERGE, tuple(names), into)
    if action is Action.SPLIT:
        if not names:
            raise UsageError("split needs the spelling to take out.", advice='gleanery terms split "NAME"')
        return Edit(EditKind.SPLIT, tuple(names))
    if action is Action.RENAME:
        if len(names) != 2:
            raise UsageError("rename needs two names.", advice='gleanery terms rename "OLD NAME" "NEW NAME"')
        return Edit(EditKind.RENAME, (names[0],), names[1])
    return None


def _number(names: list[str]) -> int | None:
    if not names:
        return None
    if len(names) > 1 or not names[0].isdecimal():
        raise UsageError("undo takes the number of one edit.", advice="gleanery terms edits lists them.")
    return int(names[0])


def _list(terminal: Terminal, store: Store, text: str, limit: int | None, *, as_json: bool) -> int:
    every = store.vocabularies.load().terms()
    found = [term for term in every if _holds(term, text.casefold())]
    most = (_SHOWN if terminal.out.is_terminal and not as_json else None) if limit is None else limit or None
    shown = found[:most]
    if as_json:
        for term in shown:
            terminal.json(forms.term_form(term))
        return endings.WELL
    terminal.table(_COLUMNS, ((term.name, str(term.uses), _spellings(term)) for term in shown))
    if len(found) > len(shown):
        terminal.say(f"{len(shown)} of {len(found)} terms; --limit 0 shows all.", mark="quiet")
    elif not found:
        terminal.say("No resource has a category or tag yet." if not every else f"None of {len(every)} terms fits.")
    return endings.WELL


def _holds(term: Term, text: str) -> bool:
    return text in term.name.casefold() or any(text in name.casefold() for name, _ in term.spellings)


def _spellings(term: Term) -> str:
    """The spellings but for the term's own name, with how many resources carry each."""
    if len(term.spellings) == 1 and term.spellings[0][0] == term.name:
        return ""
    return ", ".join(f"{name} ({uses})" for name, uses in term.spellings)


def _edits(terminal: Terminal, store: Store, *, as_json: bool) -> int:
    edits = store.vocabularies.edits()
    if as_json:
        for kept in edits:
            terminal.json(forms.edit_form(kept))
    elif not edits:
        terminal.say("Nobody has edited terms yet.")
    else:
        rows = ((str(each.number), f"{each.at:%Y-%m-%d %H:%M}", _words(each), _state(each)) for each in edits)
        terminal.table(_EDIT_COLUMNS, rows)
    return endings.WELL


def _state(kept: KeptEdit) -> str:
    return "undone" if kept.undone else ""


def _words(kept: KeptEdit) -> str:
    edit = kept.edit
    names = ", ".join(edit.names)
    if edit.kind is EditKind.MERGE:
        return f"{names} merged into {edit.target}"
    return f"{names} renamed to {edit.target}" if edit.kind is EditKind.RENAME else f"{names} split off"
