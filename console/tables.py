"""The tables that several commands show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from console.terminal import Column, Terminal, printable
from pipeline.model import Outcome, OutcomeKind, Resource

# So much of a teaser lets a person see that it is the right text.
_TEASER_SHOWN = 160

_RECORDS = (
    Column("Published", style="cyan"),
    Column("Title", grows=True),
    Column("Categories · Tags", style="green", wraps=True, max_width=32),
)


def resource_table(terminal: Terminal, resources: Iterable[Resource]) -> None:
    """Resources that no store knows: on a terminal date, title with teaser, and terms.

    In a pipe a line each: url, published, title, categories, tags, authors, teaser.
    """
    if not terminal.out.is_terminal:
        terminal.table((), (_plain(each) for each in resources))
        return
    terminal.table(_RECORDS, ((day(each), titled(each), terms(each)) for each in resources))


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


def titled(resource: Resource, *, teaser: bool = True) -> Text:
    """The title, and below it the beginning of the teaser."""
    text = Text(printable(resource.title or resource.url), style="bold")
    if teaser and resource.teaser:
        whole = printable(resource.teaser)
        short = whole if len(whole) <= _TEASER_SHOWN else whole[:_TEASER_SHOWN].rstrip() + "…"
        text.append(f"\n{short}", style="not bold dim")
    return text


def terms(resource: Resource) -> str:
    """Categories, then tags."""
    return " · ".join(filter(None, (", ".join(resource.categories), ", ".join(resource.tags))))


_OUTCOMES = {OutcomeKind.OK: ("✓", "green"), OutcomeKind.PARTIAL: ("!", "yellow"), OutcomeKind.DRIFTED: ("!", "yellow"),
             OutcomeKind.BUSY: ("!", "yellow")}  # fmt: skip


def outcome_text(outcome: Outcome, *, mark: bool = False) -> Text:
    """An outcome's name in its colour; with a mark that says the same without colours."""
    sign, style = _OUTCOMES.get(outcome.kind, ("✗", "bold red"))
    return Text(f"{sign} {outcome.kind.value}" if mark else outcome.kind.value, style=style)
