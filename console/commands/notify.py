"""`gleanery notify`: of what people are told, and what they were told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from console import endings, forms
from console.chosen import kept_sources
from console.commands import options
from console.session import session_of
from console.terminal import Column, Terminal
from pipeline.alarms import MUTABLE, NoticeKind
from pipeline.errors import ConfigurationError, UsageError
from pipeline.model import Source
from pipeline.schedule import Alerts

if TYPE_CHECKING:
    from storage.store import Store

EXAMPLES = """\
Examples:
  gleanery notify
  gleanery notify example.org --after 3 --mute digest
  gleanery notify example.org --unmute digest --tag team-a
  gleanery notify --json --limit 100
"""


def notify(
    context: typer.Context,
    *,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME|URL", help="Sources whose rules are shown or set.")
    ] = None,
    mute: Annotated[
        list[str] | None,
        typer.Option("--mute", metavar="KIND", help="Do not tell this: attention, an outcome, held, quiet, digest, …"),
    ] = None,
    unmute: Annotated[
        list[str] | None, typer.Option("--unmute", metavar="KIND", help="Tell it again; all: everything.")
    ] = None,
    after: Annotated[
        int | None, typer.Option("--after", min=1, max=50, metavar="N", help="Tell after N bad runs in a row; 1.")
    ] = None,
    tag: Annotated[
        str | None, typer.Option("--tag", metavar="TAG", help='Tell only receivers with this tag; "all": everybody.')
    ] = None,
    test: Annotated[bool, typer.Option("--test", metavar="", help="Tell all receivers that this is a test.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show at most so many notices.")] = 20,
    as_json: options.Json = False,
) -> int:
    """Show what people were told, or set of what they are told. Receivers stand in the environment: GLEANERY_NOTIFY."""
    session = session_of(context)
    rules = Rules(mute or [], unmute or [], after, tag)
    if rules != Rules([], [], None, None) and not names:
        raise UsageError("Of which source?", advice="Name it: gleanery notify NAME --mute KIND")
    if test:
        return _test(session.terminal)
    with session.store() as store:
        if names:
            return _by_rules(session.terminal, store, kept_sources(store, names), rules, as_json=as_json)
        told = store.agenda.notices(limit)
    if as_json:
        for notice in told:
            session.terminal.json(forms.notice_form(notice))
    elif not told:
        session.terminal.say("Nobody was told anything yet.")
    else:
        rows = ((f"{each.opened:%Y-%m-%d %H:%M}", each.state, each.title) for each in told)
        session.terminal.table(_COLUMNS, rows)
    return endings.WELL


_COLUMNS = (Column("When (UTC)", style="cyan"), Column("State"), Column("What", grows=True, wraps=True))


@dataclass(frozen=True, slots=True)
class Rules:
    """What is to change in a source's rules."""

    mute: list[str]
    unmute: list[str]
    after: int | None
    tag: str | None

    def over(self, before: Alerts) -> Alerts:
        """The rules with these changes. Raises UsageError for a kind that there is not."""
        for kind in self.mute:
            if kind not in MUTABLE:
                advice = f"Choose of: {', '.join(sorted(MUTABLE))}."
                raise UsageError(f"{kind!r} is nothing that can be muted.", advice=advice)
        muted = set() if "all" in self.unmute else set(before.mute) - set(self.unmute)
        tag = before.tag if self.tag is None else self.tag
        return Alerts(
            mute=tuple(sorted(muted | set(self.mute))),
            after=self.after or before.after,
            tag="" if tag == "all" else tag,
        )


def _by_rules(terminal: Terminal, store: Store, chosen: Sequence[Source], rules: Rules, *, as_json: bool) -> int:
    """Sets and shows the rules of these sources."""
    for source in [replace(each, alerts=rules.over(each.alerts)) for each in chosen]:
        store.put_source(source)
        if as_json:
            terminal.json(forms.alerts_form(source))
        else:
            terminal.say(f"{source.name}: {_words(source.alerts)}")
    return endings.WELL


def _words(alerts: Alerts) -> str:
    parts = ["told after the first bad run" if alerts.after == 1 else f"told after {alerts.after} bad runs in a row"]
    if alerts.mute:
        parts.append(f"never of {', '.join(alerts.mute)}")
    if alerts.tag:
        parts.append(f"to receivers with the tag {alerts.tag}")
    return "; ".join(parts)


def _test(terminal: Terminal) -> int:
    from crawler.clock import now
    from scheduler.receivers import ADDRESSES, Receivers
    from storage.notices import Notice

    receivers = Receivers()
    if not len(receivers):
        advice = f"Set {ADDRESSES} to apprise addresses, such as mailtos://…"
        raise ConfigurationError("There is nobody to tell.", advice=advice)
    title, body = "Gleanery: a test", "If you read this, notices reach you."
    notice = Notice(0, "", NoticeKind.TEST, "", title, body, "", now(), None, "waiting", 0)
    done, failed = receivers.send(notice, well=True)
    if failed:
        terminal.say(f"not reached: {', '.join(failed)}", mark="bad")
        terminal.say("Check the address, and that the service can be reached from here.")
        return endings.NEEDS_ATTENTION
    terminal.say(f"{len(done)} told", mark="good")
    return endings.WELL
