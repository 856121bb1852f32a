"""`gleanery add`, `gleanery sources`, `gleanery remove`: what is kept, and how."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from console import endings, forms, near, wrappers, written
from console.commands import options
from console.session import Session, session_of
from console.tables import outcome_text
from console.terminal import Column
from crawler.clock import now
from pipeline.definitions import NAME
from pipeline.errors import UsageError
from pipeline.model import Channel, RunReport, Source, State
from pipeline.sources import name_for
from pipeline.urls import identity

if TYPE_CHECKING:
    from storage.store import Store

ADD_EXAMPLES = """\
Examples:
  gleanery add https://example.org/resources/
  gleanery add https://example.org/publications/ --name example --min 100 --contact me@example.net
  gleanery add https://example.org/resources/ --delay 3
  gleanery add https://example.org/resources/ --enrich missing --file-sizes
  gleanery add https://example.org/resources/ --wrapper wrapper.json
  gleanery add --from example.yaml
"""
SOURCES_EXAMPLES = """\
Examples:
  gleanery sources
  gleanery sources --json
"""
REMOVE_EXAMPLES = """\
Examples:
  gleanery remove example.org
  gleanery remove example.org --yes
"""


def add(
    context: typer.Context,
    *,
    url: Annotated[str | None, typer.Argument(metavar="URL", help="The page that lists the resources.")] = None,
    from_file: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Keep the sources of a YAML file (see 'gleanery probe --write')."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call it; its host if not given.")
    ] = None,
    channel: options.ByChannel = None,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only this post type (WordPress); may be repeated."),
    ] = None,
    enrich: options.Enriching = None,
    file_sizes: options.FileSizes = None,
    delay: options.Delay = None,
    concurrency: options.Concurrency = None,
    least: Annotated[
        int | None, typer.Option("--min", min=0, metavar="N", help="Fewer resources than this need attention.")
    ] = None,
    most: Annotated[
        int | None, typer.Option("--max", min=1, metavar="N", help="More resources than this need attention.")
    ] = None,
    max_requests: Annotated[
        int | None,
        typer.Option("--max-requests", min=1, metavar="N", help="Most requests of one run; 5000 if not given."),
    ] = None,
    absences: options.Absences = None,
    removal_share: options.RemovalShare = None,
    full_every: options.FullEvery = None,
    keep_runs: options.KeepRuns = None,
    contact: options.Contact = None,
    ignore_robots: options.IgnoreRobots = None,
    insecure: options.Insecure = None,
    wrapper: Annotated[
        str | None,
        typer.Option(
            "--wrapper",
            metavar="FILE",
            help="Read its listing by this wrapper only (see 'gleanery probe --write-wrapper').",
        ),
    ] = None,
    unpin: Annotated[
        bool, typer.Option("--unpin", metavar="", help="Learn the listing's form anew; undoes --wrapper.")
    ] = False,
) -> int:
    """Keep a source from now on, or change how a kept one is read. No request is made: that is what sync is for."""
    session = session_of(context)
    terminal = session.terminal
    if from_file is not None:
        given = [each for each, value in context.params.items() if value and each != "from_file"]
        return _add_from(session, from_file, given)
    if url is None:
        raise UsageError("Nothing to add.", advice="Give an address, or a file: gleanery add --from FILE")
    asked = near.address(url)
    if name is not None and not NAME.fullmatch(name):
        raise UsageError(
            f"{name} cannot be a source's name.", advice="Use letters, digits, dots, dashes and underscores, up to 100."
        )
    with session.store(may_be_new=True) as store:
        known = _known(store, asked, name)
        source = known or Source(name or name_for(asked, [each.name for each in store.sources()]), asked)
        polite = options.politeness(
            source.politeness,
            delay=delay,
            concurrency=concurrency,
            contact=contact,
            ignore_robots=ignore_robots,
            insecure=insecure,
        )
        source = replace(
            source,
            channel=channel or source.channel,
            types=tuple(types) if types else source.types,
            enrich=source.enrich if enrich is None else enrich,
            file_sizes=source.file_sizes if file_sizes is None else file_sizes,
            politeness=polite if max_requests is None else replace(polite, max_requests=max_requests),
            expectations=options.expectations(source.expectations, least, most),
            policy=options.policy(
                source.policy,
                absences=absences,
                removal_percent=removal_share,
                full_every=full_every,
                keep_runs=keep_runs,
            ),
        )
        if wrapper is not None:
            source = wrappers.pin(source, wrapper)
        elif unpin:
            source = wrappers.unpin(source)
        store.put_source(source, now())
    done = "unchanged" if source == known else "changed" if known else "added"
    terminal.say(f"{source.name}: {done}. To read it: gleanery sync {source.name}", mark="good")
    options.warn(terminal, source)
    return endings.WELL


def _add_from(session: Session, file: str, given: list[str]) -> int:
    """Keeps every source of a file, or none of them."""
    if given:
        raise UsageError(
            f"With --from the file says everything: leave out {', '.join(given)}.", advice="Edit the file."
        )
    terminal = session.terminal
    with session.store(may_be_new=True) as store:
        kept = {each.name: each for each in store.sources()}
        named = [
            (known.name if (known := store.find_source(each.url)) and each.name not in kept else each.name, each)
            for each in written.read(file)
        ]
        for name, source in named:
            before = kept.get(name)
            if before is not None and identity(before.url) != identity(source.url):
                raise UsageError(
                    f"{file}: {name} is the name of another source: {before.url}", advice="Choose another name."
                )
        for name, source in named:
            before = kept.get(name)
            same = before is not None and before.channel is source.channel
            kept_plan = before.plan if before is not None and same else None
            named_source = replace(source, name=name, plan=source.plan or kept_plan)
            store.put_source(named_source, now())
            done = "unchanged" if named_source == before else "changed" if before else "added"
            terminal.say(f"{name}: {done}. To read it: gleanery sync {name}", mark="good")
            options.warn(terminal, named_source)
    return endings.WELL


def _known(store: Store, url: str, name: str | None) -> Source | None:
    """The kept source that is meant, if any. Raises UsageError where name and address are of different ones."""
    by_url = store.find_source(url)
    if name is None:
        return by_url
    by_name = next((each for each in store.sources() if each.name == name), None)
    if by_url and by_url.name != name:
        raise UsageError(
            f"{url} is kept already, as {by_url.name}.",
            advice=f"Leave out --name; or forget it with all that was read: gleanery remove {by_url.name}",
        )
    if by_name and by_name != by_url:
        raise UsageError(f"{name} is the name of another source: {by_name.url}", advice="Choose another --name.")
    return by_url


def sources(context: typer.Context, *, as_json: options.Json = False) -> int:
    """List what is kept: each source, its resources, and how its last run ended."""
    session = session_of(context)
    terminal = session.terminal
    with session.store() as store:
        kept = store.sources()
        counts = {each.name: _resources_of(store, each) for each in kept}
        last = {each.name: next(iter(store.last_reports(each.name, limit=1)), None) for each in kept}
    if as_json:
        for each in kept:
            terminal.json(forms.source_form(each, counts[each.name], last[each.name]))
        return endings.WELL
    if not kept:
        terminal.say("No sources yet. Begin with: gleanery sync https://…")
        return endings.WELL
    columns = (
        Column("Name", style="bold", wraps=True),
        Column("Read by", from_width=60),
        Column("Resources", justify="right", from_width=40),
        Column("Last run", style="dim", from_width=70),
        Column("Outcome"),
        Column("URL", grows=True, from_width=100),
    )
    terminal.table(columns, _rows(kept, counts, last))
    return endings.WELL


def _resources_of(store: Store, source: Source) -> int:
    return store.count_resources(source=source.name) - store.count_resources(source=source.name, state=State.GONE)


def _rows(
    kept: Iterable[Source], counts: dict[str, int], last: dict[str, RunReport | None]
) -> Iterable[tuple[str | Text, ...]]:
    for each in kept:
        report = last[each.name]
        channel = each.plan.channel if each.plan else each.channel
        yield (
            each.name,
            "not yet" if channel is Channel.AUTO else channel.value,
            str(counts[each.name]),
            f"{report.started:%Y-%m-%d %H:%M}" if report else "never",
            outcome_text(report.outcome) if report else "",
            each.url,
        )


def remove(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The source's name or URL.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", metavar="", help="Do not ask.")] = False,
) -> int:
    """Forget a source, with every resource and version that was read from it."""
    session = session_of(context)
    terminal = session.terminal
    with session.store() as store:
        source = store.find_source(name)
        if source is None:
            raise near.unknown_source(name, [each.name for each in store.sources()])
        count = store.count_resources(source=source.name)
        what = f"{source.name} with its {count} resource{'' if count == 1 else 's'} and their history"
        if not yes:
            if not sys.stdin.isatty():
                raise UsageError(f"This would remove {what}; nobody is there to confirm it.", advice="Add --yes.")
            if not typer.confirm(f"Remove {what}?", err=True):
                terminal.say("Nothing was removed.")
                return endings.WELL
        store.remove_source(source.name)
    terminal.say(f"Removed {what}.")
    return endings.WELL
