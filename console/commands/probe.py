"""`gleanery probe`: how can this site be read?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from console import endings, forms, near, wrappers, written
from console.commands import options
from console.session import session_of
from console.tables import outline, resource_table
from console.terminal import Terminal, printable
from pipeline.decide import judge
from pipeline.definitions import planned
from pipeline.errors import UsageError
from pipeline.model import Channel, Inventory, Outcome, Politeness, Source

if TYPE_CHECKING:
    from crawler.probe import Rung
    from crawler.run import ProbeReport

EXAMPLES = """\
Examples:
  gleanery probe https://example.org/resources/
  gleanery probe https://example.org/resources/ --json
  gleanery probe https://example.org/resources/ --write new.yaml
  gleanery probe https://example.org/resources/ --write-wrapper wrapper.json
"""


def probe(
    context: typer.Context,
    *,
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL", help="Any page of the site: its listing, its home page, an article, a feed, an API."
        ),
    ],
    contact: options.Contact = None,
    ignore_robots: options.IgnoreRobots = None,
    insecure: options.Insecure = None,
    write: Annotated[
        str | None,
        typer.Option(
            "--write", metavar="FILE", help="Write the source that is proposed, as YAML; - is standard output."
        ),
    ] = None,
    write_wrapper: Annotated[
        str | None,
        typer.Option(
            "--write-wrapper", metavar="FILE", help="Write what was learnt of the listing's form, to be edited."
        ),
    ] = None,
    as_json: options.Json = False,
) -> int:
    """Find out how a site is best read, and show the first resources. Nothing is kept; a dozen requests at most."""
    terminal = session_of(context).terminal
    asked = near.address(url)
    polite = options.politeness(Politeness(), contact=contact, ignore_robots=ignore_robots, insecure=insecure)
    from crawler.run import probe_site

    with terminal.working(f"probing {asked}"):
        report = probe_site(asked, polite)
    if as_json:
        terminal.json(forms.probe_form(report))
    elif write != "-":
        _show(terminal, report)
    if write is not None and report.plan is not None:
        _propose(terminal, planned(asked, report.plan, polite), write)
    if write_wrapper is not None:
        _write(terminal, report, write_wrapper)
    if report.plan is None:
        verdict = _verdict(report)
        # Nothing was kept of it, so that there is no earlier data to speak of.
        endings.tell(terminal, verdict.evidence, verdict.advice.removesuffix(" Earlier data is untouched."))
        return endings.NEEDS_ATTENTION
    return endings.WELL


def _propose(terminal: Terminal, source: Source, file: str) -> None:
    if file == "-":
        terminal.line(written.text_of(source, "FILE").rstrip())
        return
    written.write(source, file)
    terminal.say(f"Written: {file}. To keep it: gleanery add --from {file}", mark="good")


def _write(terminal: Terminal, report: ProbeReport, file: str) -> None:
    if not report.wrapper:
        raise UsageError(
            "No listing was read here, so that no wrapper was learnt.", advice="Probe the page that lists."
        )
    wrappers.write(report.wrapper, file)
    terminal.say(f"Written: {file}. Edited, it is pinned by: gleanery add {report.url} --wrapper {file}", mark="good")


def _show(terminal: Terminal, report: ProbeReport) -> None:
    terminal.show(Text.assemble((printable(report.url), "bold"), f"  {printable(report.cms)}" if report.cms else ""))
    for rung in report.rungs:
        chosen = report.plan is not None and rung.usable and rung.channel is report.plan.channel
        terminal.show(_rung(rung, chosen=chosen))
    if report.preview:
        terminal.show("")
        resource_table(terminal, report.preview)
        terminal.show("")
    if report.next_url:
        terminal.show(f"next page: {printable(report.next_url)}")
    if report.wrapper and report.plan is not None and report.plan.channel is Channel.LISTING:
        terminal.say("learnt of the listing's form:", mark="quiet")
        for line in outline(report.wrapper):
            terminal.say(f"  {line}", mark="quiet")
    if report.plan is not None:
        terminal.say(f"{report.requests} requests. To keep it: gleanery sync {report.url}", mark="quiet")


def _rung(rung: Rung, *, chosen: bool) -> Text:
    mark, style = ("✓", "green") if rung.usable else ("–", "dim")
    claimed = f"{rung.claimed} claimed; " if rung.claimed is not None else ""
    return Text.assemble(
        (f"{mark} ", style),
        (f"{rung.channel.value:10}", "bold" if chosen else style),
        printable(f"{claimed}{rung.reason}" + (f"; not taken: {rung.not_taken}" if rung.not_taken else "")),
        ("  ← chosen", "green") if chosen else "",
    )


def _verdict(report: ProbeReport) -> Outcome:
    """Why nothing can be read, and what to do: as a sync of it would say."""
    outcome = judge(Inventory(), report.failures)
    if not report.failures:
        evidence = "; ".join(f"{each.channel.value}: {each.reason}" for each in report.rungs)
        return replace(
            outcome, evidence=f"{report.url}: {evidence}" if evidence else f"{report.url}: no way to read it"
        )
    return outcome
