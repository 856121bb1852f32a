"""`gleanery resources` and `gleanery show`: look at what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from console import endings, forms, near
from console.commands import options
from console.session import session_of
from console.tables import day, terms, titled
from console.terminal import Column, Terminal, printable
from pipeline.errors import UsageError
from pipeline.model import CONTENT_FIELDS, Known, State

if TYPE_CHECKING:
    from storage.resources import Version
    from storage.store import Store

EXAMPLES = """\
Examples:
  gleanery resources
  gleanery resources "child protection" --tag Global
  gleanery resources --source example.org --since 2026-01-01
  gleanery resources --category "Case studies" --any-spelling
  gleanery resources --state gone --json
"""
SHOW_EXAMPLES = """\
Examples:
  gleanery show example.org/3f2a9c41d07b
  gleanery show 3f2a
  gleanery show https://example.org/resources/a-guide/
"""

# Fields of which an origin can be expected: whether a teaser was cut is seen with the teaser.
_OBSERVED = frozenset(CONTENT_FIELDS) - {"url", "teaser_truncated"}

# On a terminal; a pipe gets them all.
_SHOWN = 50


def resources(
    context: typer.Context,
    *,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Words in the title or teaser.")] = None,
    source: options.SourceName = None,
    category: Annotated[str | None, typer.Option("--category", metavar="NAME", help="Only of this category.")] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="NAME", help="Only with this tag.")] = None,
    any_spelling: Annotated[
        bool,
        typer.Option(
            "--any-spelling",
            metavar="",
            help="The category and tag also in other spellings and languages (see 'gleanery terms').",
        ),
    ] = False,
    language: Annotated[
        str | None, typer.Option("--language", metavar="TAG", help='Only in this language; "pt" is also "pt-BR".')
    ] = None,
    state: options.InState = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE", help="Only new, changed, missing or returned since then (2026-04-03, UTC)."
        ),
    ] = None,
    limit: options.Limit = None,
    mapped_terms: options.MappedTerms = False,
    as_json: options.Json = False,
) -> int:
    """Search and list resources, newest first."""
    session = session_of(context)
    terminal = session.terminal
    most = (_SHOWN if terminal.out.is_terminal and not as_json else None) if limit is None else limit or None
    with session.store() as store:
        wanted: dict[str, Any] = {
            "source": source_name(store, source),
            "text": " ".join(text) if text else None,
            "category": category,
            "tag": tag,
            "language": language,
            "state": state,
            "since": _moment(since),
            "any_spelling": any_spelling,
        }
        found = store.resources(**wanted, limit=most)
        if as_json:
            vocabulary = store.vocabularies.load() if mapped_terms else None
            for known in found:
                terminal.json(forms.known_form(known, vocabulary))
            return endings.WELL
        shown = _list(terminal, found)
        total = store.count_resources(**wanted)
        kept = total or store.count_resources()
    if total > shown:
        terminal.say(f"{shown} of {total} resources; --limit 0 shows all.", mark="quiet")
    elif terminal.out.is_terminal or not total:
        terminal.say(_count(total, kept), mark="quiet")
    return endings.WELL


def _count(total: int, kept: int) -> str:
    if not kept:
        return "No resources yet. Begin with: gleanery sync https://…"
    return f"None of the {kept} resources fits." if not total else f"{total} resource{'' if total == 1 else 's'}"


def _list(terminal: Terminal, found: Iterator[Known]) -> int:
    """A table on a terminal; in a pipe lines of key, published, title, url. Gives how many."""
    shown = 0

    def rows() -> Iterator[tuple[str | Text, ...]]:
        nonlocal shown
        for shown, known in enumerate(found, 1):  # noqa: B007 - counted for the caller
            resource = known.resource
            if terminal.out.is_terminal:
                yield (
                    day(resource),
                    _with_key(known),
                    terms(resource),
                    "" if known.state is State.PRESENT else known.state,
                )
            else:
                yield known.key, day(resource), resource.title, resource.url

    columns = (
        Column("Published", style="cyan", from_width=30),
        Column("Title", grows=True),
        Column("Categories · Tags", style="green", wraps=True, max_width=32, from_width=70),
        Column("", style="yellow", from_width=50),
    )
    terminal.table(columns, rows())
    return shown


def _with_key(known: Known) -> Text:
    text = titled(known.resource)
    text.append(f"\n{printable(known.key)}", style="not bold dim")
    return text


def source_name(store: Store, given: str | None) -> str | None:
    """The name of the source that a person has named, by name or URL. Raises UnknownSource."""
    if given is None:
        return None
    source = store.find_source(given)
    if source is None:
        raise near.unknown_source(given, [each.name for each in store.sources()])
    return source.name


def _moment(given: str | None) -> datetime | None:
    """A day or moment in ISO 8601 → aware, in UTC. Raises UsageError."""
    if given is None:
        return None
    try:
        when = datetime.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{given} is not a date.", advice="Write it as 2026-04-03 or 2026-04-03T12:00.") from None
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


# -- one resource ----------------------------------------------------------------------------------------------------


def show(
    context: typer.Context,
    *,
    key: Annotated[str, typer.Argument(metavar="KEY", help="A resource's key, a unique beginning of it, or its URL.")],
    as_json: Annotated[bool, typer.Option("--json", metavar="", help="One JSON object.")] = False,
) -> int:
    """Show a resource: its fields, where each of them came from, and what has changed, before and after."""
    session = session_of(context)
    terminal = session.terminal
    with session.store() as store:
        known = the_one(store, key)
        versions = store.versions(known.key)
    if as_json:
        form = forms.known_form(known)
        terminal.json(
            form
            | {"origins": dict(known.resource.origins), "versions": [forms.version_form(each) for each in versions]}
        )
        return endings.WELL
    _show_fields(terminal, known)
    terminal.show("")
    for version in versions:
        _show_version(terminal, version)
    return endings.WELL


def the_one(store: Store, key: str) -> Known:
    """The resource that is meant. Raises UsageError where there is none, or more than one."""
    known = store.resource(key)
    if known is not None:
        return known
    if near.is_url(key):
        raise UsageError(f"No resource is known at {key}", advice="Look for it with: gleanery resources WORDS")
    name, slash, _ = key.rpartition("/")
    among = store.resources(source=name) if slash else store.resources()
    found = [*islice((each for each in among if _begins(each.key, key)), 4)]
    if not found:
        raise UsageError(f"No resource has a key like {key}.", advice="Look for it with: gleanery resources WORDS")
    if len(found) > 1:
        keys = ", ".join(each.key for each in found[:3]) + (", …" if len(found) > 3 else "")
        raise UsageError(f"{key} could be any of {keys}", advice="Give more of the key.")
    return found[0]


def _begins(key: str, beginning: str) -> bool:
    """Whether `beginning` is that of the key, or of its last part."""
    return key.startswith(beginning) or key.rpartition("/")[2].startswith(beginning)


def _show_fields(terminal: Terminal, known: Known) -> None:
    form = forms.known_form(known)
    origins = known.resource.origins
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=1, style="dim", overflow="fold")
    for name in ("key", "source", "native_id", *CONTENT_FIELDS, "state", "first_seen", "last_seen"):
        origin = f"from {origins[name]}" if name in origins else "not shown by the site" if name in _OBSERVED else ""
        value = _lines(form[name])
        if terminal.out.is_terminal:
            table.add_row(name, Text(value or "–"), printable(origin))
        else:
            terminal.line("\t".join((name, printable(value), printable(origin))))
    if terminal.out.is_terminal:
        terminal.show(table)


def _lines(value: object) -> str:
    """A field's value; a list of files a line each, since addresses are long."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "\n".join(printable(_file(each)) for each in value)
    return printable(forms.shown(value))


def _file(file: dict[str, Any]) -> str:
    about = ", ".join(filter(None, (file.get("title"), file.get("media_type"))))
    return f"{file['url']}" + (f" ({about})" if about else "")


def _show_version(terminal: Terminal, version: Version) -> None:
    reason = f": {version.reason}" if version.reason else ""
    head = Text.assemble(
        (f"{version.at:%Y-%m-%d %H:%M} UTC  ", "cyan"), (version.kind.value, "bold"), printable(reason)
    )
    head.append(f"  (run {version.run_id})", style="dim")
    terminal.show(head)
    for change in version.changes:
        terminal.show(Text.assemble(f"  {change.field}"))
        terminal.show(Text.assemble(("  - ", "red"), _lines(change.before) or "nothing"))
        terminal.show(Text.assemble(("  + ", "green"), _lines(change.after) or "nothing"))
