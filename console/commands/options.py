"""Options that several commands share: how a site is asked, and how much is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from console.terminal import Terminal
from pipeline.errors import UsageError
from pipeline.model import Channel, Enrich, Expectations, Policy, Politeness, Source, State

# The channels that have a spider.
READABLE = (
    Channel.AUTO, Channel.WORDPRESS, Channel.DRUPAL, Channel.GHOST, Channel.DISCOURSE, Channel.OAI, Channel.FEED,
    Channel.SITEMAP, Channel.LISTING,
)  # fmt: skip


def _readable(channel: Channel | None) -> Channel | None:
    if channel is not None and channel not in READABLE:
        raise UsageError(
            f"Reading by {channel.value} is not possible yet.",
            advice=f"Choose one of: {', '.join(each.value for each in READABLE)}.",
        )
    return channel


Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=0,
        metavar="N",
        help="At most so many, 0 for all; if not given 50 on a terminal, all in a pipe.",
    ),
]
Delay = Annotated[
    float | None,
    typer.Option("--delay", min=0, metavar="SECONDS", help="Least time between two requests; 0.5 if not given."),
]
Concurrency = Annotated[
    int | None, typer.Option("--concurrency", min=1, max=16, metavar="N", help="Requests at a time; 2 if not given.")
]
Contact = Annotated[
    str | None,
    typer.Option(
        "--contact", metavar="TEXT", help="A mail address or page by which the site can reach you; it is sent along."
    ),
]
IgnoreRobots = Annotated[
    bool | None,
    typer.Option(
        "--ignore-robots/--obey-robots", metavar="", help="Read also what robots.txt forbids. Ask the site first."
    ),
]
Insecure = Annotated[
    bool | None,
    typer.Option("--insecure/--secure", metavar="", help="Accept a TLS certificate that cannot be verified."),
]
Json = Annotated[bool, typer.Option("--json", metavar="", help="JSON, one object a line.")]
ByChannel = Annotated[
    Channel | None,
    typer.Option(
        "--channel",
        metavar="CHANNEL",
        callback=_readable,
        help=f"How to read the site: {', '.join(each.value for each in READABLE[1:])}, or auto (the default), "
        "the best way that works.",
    ),
]
Enriching = Annotated[
    Enrich | None,
    typer.Option(
        "--enrich",
        metavar="HOW",
        help="Complete items from their own pages: none, missing (where title, teaser, date, authors or terms lack), all.",
    ),
]
FileSizes = Annotated[
    bool | None,
    typer.Option(
        "--file-sizes/--no-file-sizes", metavar="", help="Ask linked files for their size and type; none is downloaded."
    ),
]
InState = Annotated[
    State | None, typer.Option("--state", metavar="STATE", help="Only in this state: present, missing or gone.")
]
SourceName = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only of this source (name or URL).")]


Absences = Annotated[
    int | None,
    typer.Option(
        "--absences", min=1, metavar="N", help="Complete runs without a resource before its address is asked; 2."
    ),
]
RemovalShare = Annotated[
    float | None,
    typer.Option(
        "--removal-share",
        min=0,
        max=100,
        metavar="PERCENT",
        help="More removals at a time than this share wait for a person; 5.",
    ),
]
FullEvery = Annotated[
    int | None,
    typer.Option(
        "--full-every",
        min=1,
        metavar="N",
        help="Read everything in every N-th run, only news in the others; 7, and less often where that finds nothing.",
    ),
]
KeepRuns = Annotated[
    int | None,
    typer.Option(
        "--keep-runs", min=0, metavar="DAYS", help="Forget runs that changed nothing after so long; 0: never; 400."
    ),
]


def politeness(
    known: Politeness,
    *,
    delay: float | None = None,
    concurrency: int | None = None,
    contact: str | None = None,
    ignore_robots: bool | None = None,
    insecure: bool | None = None,
) -> Politeness:
    """`known`, with what was given in its place. Raises UsageError for a contact that no header can carry."""
    if contact is not None and (not contact.isprintable() or not contact.isascii() or set("();") & set(contact)):
        raise UsageError(
            "The contact has to be plain ASCII text without brackets and semicolons: it is sent in the User-Agent header.",
            advice="Give a mail address or the address of a page.",
        )
    given: dict[str, Any] = {
        "delay": delay,
        "concurrency": concurrency,
        "contact": contact,
        "obey_robots": None if ignore_robots is None else not ignore_robots,
        "verify_tls": None if insecure is None else not insecure,
    }
    return replace(known, **{name: value for name, value in given.items() if value is not None})


def expectations(known: Expectations, least: int | None, most: int | None) -> Expectations:
    """`known`, with the bounds that were given. Raises UsageError if they contradict each other."""
    bounds = Expectations(
        known.min_items if least is None else least,
        known.max_items if most is None else most,
    )
    if bounds.min_items is not None and bounds.max_items is not None and bounds.min_items > bounds.max_items:
        raise UsageError(
            f"At least {bounds.min_items} and at most {bounds.max_items} resources: no source can meet that.",
            advice="Give a --min that is not above --max.",
        )
    return bounds


def policy(
    known: Policy,
    *,
    absences: int | None,
    removal_percent: float | None,
    full_every: int | None,
    keep_runs: int | None,
) -> Policy:
    """`known`, with what was given in its place."""
    return Policy(
        known.absences if absences is None else absences,
        known.removal_share if removal_percent is None else removal_percent / 100,
        known.full_every if full_every is None else full_every,
        known.keep_runs if keep_runs is None else keep_runs,
    )


def warn(terminal: Terminal, source: Source) -> None:
    """Says loudly what is unusual about how a source is asked."""
    if not source.politeness.obey_robots:
        terminal.say(f"WARNING: {source.name}: robots.txt is IGNORED. Be sure that the site agrees.", mark="warning")
    if not source.politeness.verify_tls:
        terminal.say(
            f"WARNING: {source.name}: TLS certificates are NOT verified. Anybody on the way can change what is read.",
            mark="warning",
        )


MappedTerms = Annotated[
    bool,
    typer.Option(
        "--mapped-terms",
        metavar="",
        help="Give the categories and tags also as the terms that they mean across sites (see 'gleanery terms').",
    ),
]
