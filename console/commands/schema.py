"""`gleanery schema` and `gleanery validate`: what a source's file may hold, and whether one does."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from console import endings, written
from console.commands import options
from console.session import session_of
from pipeline.definitions import json_schema
from pipeline.model import Channel

SCHEMA_EXAMPLES = """\
Examples:
  gleanery schema
  gleanery schema > gleanery.schema.json
"""
VALIDATE_EXAMPLES = """\
Examples:
  gleanery validate example.yaml
  gleanery validate example.yaml other.yaml --json
"""


def schema(context: typer.Context) -> int:
    """Print the JSON Schema of a source's file, for editors and other programs."""
    session_of(context).terminal.line(json.dumps(json_schema(), indent=2))
    return endings.WELL


def validate(
    context: typer.Context,
    *,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="YAML files, as probe --write makes them.")],
    as_json: options.Json = False,
) -> int:
    """Check files that describe sources. Nothing is kept, and no site is asked. Exit code 2 where one is wrong."""
    terminal = session_of(context).terminal
    names: list[str] = []
    for file in files:
        found = written.read(file, names)
        names += [each.name for each in found]
        if as_json:
            terminal.json({"file": file, "sources": [{"name": each.name, "url": each.url} for each in found]})
            continue
        for each in found:
            read_by = "found out at the first sync" if each.channel is Channel.AUTO else each.channel.value
            terminal.say(f"{file}: {each.name}, {each.url}, read by {read_by}", mark="good")
    return endings.WELL
