"""The tables that several commands show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.text import Text

from console.terminal import Column, Terminal, printable
from pipeline.model import JSON, Outcome, OutcomeKind, Resource

_RECORDS = (
    Column("Published", style="cyan", from_width=30),
    Column("Title", grows=True),
    Column("Categories · Tags", style="green", wraps=True, max_width=32, from_width=70),
)


def resource_table(terminal: Terminal, resources: Iterable[Resource], *, teaser_lines: int = 2) -> None:
    """Resources that no store knows: on a terminal date, title with the teaser's beginning, and terms.

    In a pipe a line each: url, published, title, categories, tags, authors, teaser.
    """
    if not terminal.out.is_terminal:
        terminal.table((), (_plain(each) for each in resources))
        return
    # What is left beside the other columns; a teaser that gets less than some words says nothing.
    room = (terminal.out.width - 50) * teaser_lines
    terminal.table(_RECORDS, ((day(each) or "–", titled(each, room), terms(each)) for each in resources))


def _plain(resource: Resource) -> Sequence[str]:
    return (
        resource.url,
        resource.published.text if resource.published else "",
        resource.title,
        "; ".join(resource.categories),
        "; ".join(resource.tags),
        "; ".join(resource.authors),
        resource.teaser,
    )


def day(resource: Resource) -> str:
    """The day of publication as the site states it; "" if it states none."""
    return resource.published.text[:10] if resource.published else ""


def titled(resource: Resource, room: int = 0) -> Text:
    """The title, and below it as much of the teaser as `room` has columns for."""
    text = Text(printable(resource.title or resource.url), style="bold")
    if resource.teaser and room >= 20:
        teaser = Text(printable(resource.teaser), style="not bold dim")
        teaser.truncate(room, overflow="ellipsis")
        text.append("\n").append_text(teaser)
    return text


def terms(resource: Resource) -> str:
    """Categories, then tags."""
    return " · ".join(filter(None, (", ".join(resource.categories), ", ".join(resource.tags))))


_BAD = ("✗", "bold red")
_OUTCOMES = {OutcomeKind.OK: ("✓", "green"), OutcomeKind.PARTIAL: ("!", "yellow"), OutcomeKind.DRIFTED: ("!", "yellow"),
             OutcomeKind.BUSY: ("!", "yellow")}  # fmt: skip


def outcome_text(outcome: Outcome) -> Text:
    """An outcome's name in its colour."""
    return Text(outcome.kind.value, style=_OUTCOMES.get(outcome.kind, _BAD)[1])


def outcome_mark(outcome: Outcome) -> Text:
    """A mark that says the same as the colour, for those who see none: "✓ ", "! ", "✗ "."""
    sign, style = _OUTCOMES.get(outcome.kind, _BAD)
    return Text(f"{sign} ", style=style)


def outline(values: Mapping[str, JSON]) -> list[str]:
    """A small JSON object for people: a line per field, a line per item of a list, what is inside of them in one line."""
    lines: list[str] = []
    for name, value in values.items():
        if isinstance(value, list) and any(isinstance(each, dict) for each in value):
            lines += [f"{name}:", *(f"  {_inline(each)}" for each in value)]
        elif isinstance(value, dict):
            lines += [f"{name}:", *(f"  {inner}: {_inline(each)}" for inner, each in value.items())]
        else:
            lines.append(f"{name}: {_inline(value)}")
    return lines


def _inline(value: JSON) -> str:
    if isinstance(value, dict):
        parts = (
            f"{name} ({_inline(each)})" if isinstance(each, dict) else f"{name} {_inline(each)}"
            for name, each in value.items()
        )
        return ", ".join(parts)
    if isinstance(value, list):
        return "; ".join(map(_inline, value)) or "none"
    return "–" if value is None or value == "" else str(value)
