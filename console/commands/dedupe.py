"""`gleanery dedupe`: which records of a file are one work; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from console import endings, forms
from console.session import session_of

if TYPE_CHECKING:
    from console.terminal import Terminal
    from storage.pairing import BadLine

EXAMPLES = """\
Examples:
  gleanery dedupe --records records.jsonl
  gleanery dedupe --records records.jsonl --pairs | jq .reason
"""
_SHOWN = 5


def dedupe(
    context: typer.Context,
    *,
    records: Annotated[
        str,
        typer.Option(
            "--records", metavar="FILE", help="JSON Lines: an object with id, source, title and more, one a line."
        ),
    ],
    pairs: Annotated[
        bool, typer.Option("--pairs", metavar="", help="Every pair that was judged, with its reason, not the groups.")
    ] = False,
) -> int:
    """Find the records of a file that are one work: a line of JSON for each group of two and more.

    The database is neither read nor written. Exit code 3 if a line is no record; the others are judged.
    """
    session = session_of(context)
    terminal = session.terminal
    from storage.pairing import Pairing, opened

    with Pairing() as pairing:
        with terminal.working("Reading the records …"):
            bad = list(pairing.add(opened(records)))
        _tell_bad(terminal, records, bad)
        found = 0
        with terminal.working(f"Comparing {pairing.count} records …"):
            if pairs:
                lines: Iterator[dict[str, Any]] = map(forms.judgement_form, pairing.judgements())
            else:
                lines = ({"ids": list(ids)} for ids in pairing.clusters())
            for form in lines:
                terminal.json(form)
                found += 1
        what = "pair" if pairs else "group"
        terminal.say(f"{pairing.count} records: {found} {what}{'' if found == 1 else 's'}")
    return endings.NEEDS_ATTENTION if bad else endings.WELL


def _tell_bad(terminal: Terminal, file: str, bad: list[BadLine]) -> None:
    for each in bad[:_SHOWN]:
        terminal.say(f"{file}, line {each.number}: {each.why}", mark="warning")
    if len(bad) > _SHOWN:
        terminal.say(f"… and {len(bad) - _SHOWN} lines more that are no records", mark="warning")
