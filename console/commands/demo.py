"""`gleanery demo`: the whole way on a small bundled site, without any network but this machine's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from console import endings
from console.commands.sync import report_lines, run
from console.session import session_of
from console.tables import resource_table
from console.terminal import Terminal
from crawler.clock import now
from pipeline.decide import to_json
from pipeline.errors import ConfigurationError
from pipeline.model import Policy, Resource, RunReport, Source
from pipeline.urls import identity

if TYPE_CHECKING:
    from storage.store import Store

EXAMPLES = """\
Examples:
  gleanery demo
  gleanery --database gleanery-demo.db resources
"""

DATABASE = "gleanery-demo.db"
CSV = "demo.csv"


def demo(context: typer.Context) -> int:
    """Harvest a small bundled site twice, show what came of it, and write demo.csv. Nothing leaves this machine."""
    terminal = session_of(context).terminal
    from console.demo.site import serve
    from storage.export import export
    from storage.store import Store

    _begin_anew()
    with serve() as site, Store.open(DATABASE) as store:
        source = Source("demo", site.url, policy=Policy(full_every=1))
        store.put_source(source, now())
        terminal.say(("1  ", "bold cyan"), f"A small site is served on this machine: {site.url}")
        first = _sync(terminal, store)
        terminal.say(("2  ", "bold cyan"), "The same again: what has not changed must not look changed.")
        second = _sync(terminal, store)
        harvested = [known.resource for known in store.resources()]
        terminal.say(("3  ", "bold cyan"), "What is kept now:")
        resource_table(terminal, harvested, teaser_lines=1)
        export(store.resources(), CSV)
        differences = [*compared(site.truth, harvested), *_quiet(first, second, len(site.truth))]
    for each in differences:
        terminal.say(f"✗ {each}", mark="bad")
    if differences:
        endings.tell(
            terminal, "The demo's harvest is not what its site holds.", "That is a fault of Gleanery: please report it."
        )
        return endings.UNEXPECTED
    terminal.say(
        ("✓ ", "green"),
        f"All {len(harvested)} resources are exactly what the site holds, in every field; the second sync changed nothing.",
    )
    terminal.say(("✓ ", "green"), f"Written: {CSV} and {DATABASE}. Now your own site: gleanery sync https://…")
    return endings.WELL


def _begin_anew() -> None:
    """Removes what an earlier demo left. Raises ConfigurationError where that is not possible."""
    try:
        for suffix in ("", "-wal", "-shm"):
            Path(DATABASE + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"{DATABASE} cannot be made anew: {error.strerror}",
            advice="Run the demo in a folder that may be written to.",
        ) from error


def _sync(terminal: Terminal, store: Store) -> RunReport:
    """One sync of the demo's source, with its report shown."""
    from scheduler.sync import SyncOptions

    def tell(report: RunReport) -> None:
        for lead, body in report_lines(report):
            terminal.say(lead, body)

    # The source as it is kept now: with what the first sync has learnt.
    return run(terminal, DATABASE, store.sources(), SyncOptions(), tell)[0]


def _quiet(first: RunReport, second: RunReport, count: int) -> list[str]:
    """What the two runs' counts say that they should not."""
    wrong = []
    if first.tally.new != count:
        wrong.append(f"the first sync found {first.tally.new} new resources, the site has {count}")
    if second.tally.new or second.tally.changed or second.tally.missing or second.tally.unchanged != count:
        wrong.append(f"the second sync was not quiet: {second.tally}")
    return wrong


def compared(truth: Sequence[Mapping[str, Any]], harvested: Sequence[Resource]) -> list[str]:
    """Every difference between what a site holds and what was harvested, in words."""
    found = {identity(each.url): each for each in harvested}
    differences = []
    for row in truth:
        resource = found.pop(identity(row["url"]), None)
        if resource is None:
            differences.append(f"{row['url']} was not found")
            continue
        seen = to_json(resource)
        seen["published"] = resource.published.text[:10] if resource.published else None
        seen["files"] = [each.url for each in resource.files]
        differences += [
            f"{row['url']}: {name} is {seen[name]!r}, not {row[name]!r}"
            for name in row
            if name != "url" and seen[name] != row[name]
        ]
    return differences + [f"{each.url} is not on the site" for each in found.values()]
