"""`gleanery export`: a clean dataset in a file, or on standard output."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Annotated

import typer

from console import endings
from console.commands import options
from console.commands.resources import source_name
from console.session import session_of
from console.terminal import written

EXAMPLES = """\
Examples:
  gleanery export resources.csv
  gleanery export resources.jsonl --source example.org
  gleanery export resources.csv --mapped-terms
  gleanery export - --format jsonl --state present | jq .title
"""


def export(
    context: typer.Context,
    *,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is standard output.")],
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="csv or jsonl. If not given, by the file's suffix; jsonl for -."
        ),
    ] = None,
    source: options.SourceName = None,
    state: options.InState = None,
    mapped_terms: options.MappedTerms = False,
) -> int:
    """Write resources to a file: CSV or JSON Lines. An older file is replaced whole, or not at all."""
    session = session_of(context)
    from storage.export import chosen_format
    from storage.export import export as write

    chosen_format(file, format_name)
    with session.store() as store, written() if file == "-" else nullcontext():
        vocabulary = store.vocabularies.load() if mapped_terms else None
        found = store.resources(source=source_name(store, source), state=state)
        count = write(found, file, format_name, vocabulary=vocabulary)
    session.terminal.say(
        f"{count} resource{'' if count == 1 else 's'} written to {'standard output' if file == '-' else file}"
    )
    return endings.WELL
