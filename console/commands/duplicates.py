"""`gleanery duplicates`: what is one work, why, and what people say to that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from console import endings, forms
from console.commands import options
from console.commands.resources import source_name, the_one
from console.session import session_of
from console.terminal import Column, Terminal, printable
from pipeline.errors import UsageError
from pipeline.works import Relation

if TYPE_CHECKING:
    from storage.store import Store
    from storage.works import Cluster, Member, PairJudged

EXAMPLES = """\
Examples:
  gleanery duplicates
  gleanery duplicates --source example.org --json
  gleanery duplicates --pairs --relation edition
  gleanery duplicates --update
"""

# On a terminal; a pipe gets them all.
_SHOWN = 50
_PAIR = "KEY KEY"


def duplicates(
    context: typer.Context,
    *,
    key: Annotated[
        str | None, typer.Argument(metavar="KEY", help="Only what concerns this resource: its key or URL.")
    ] = None,
    source: options.SourceName = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", metavar="", help="The judgements, pair by pair, with reason and score.")
    ] = False,
    relation: Annotated[
        Relation | None,
        typer.Option(
            "--relation",
            metavar="RELATION",
            help="Only pairs that are: same, translation, edition or different. Implies --pairs.",
        ),
    ] = None,
    decided: Annotated[
        bool, typer.Option("--decided", metavar="", help="Only pairs that people have decided. Implies --pairs.")
    ] = False,
    same: Annotated[
        tuple[str, str] | None, typer.Option("--same", metavar=_PAIR, help="Say that two resources are one work.")
    ] = None,
    different: Annotated[
        tuple[str, str] | None,
        typer.Option("--different", metavar=_PAIR, help="Say that two resources are two works."),
    ] = None,
    translation: Annotated[
        tuple[str, str] | None,
        typer.Option("--translation", metavar=_PAIR, help="Say that one resource is a translation of the other."),
    ] = None,
    edition: Annotated[
        tuple[str, str] | None,
        typer.Option("--edition", metavar=_PAIR, help="Say that one resource is another edition of the other."),
    ] = None,
    undo: Annotated[
        tuple[str, str] | None,
        typer.Option("--undo", metavar=_PAIR, help="Take back what was said of two resources; the rules count again."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", metavar="", help="Compare what is new or has changed; each sync ends with that.")
    ] = False,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            metavar="",
            help="Compare everything anew. What people have said stays, and stands above the rules.",
        ),
    ] = False,
    limit: options.Limit = None,
    as_json: options.Json = False,
) -> int:
    """List what is one work: resources that were linked, by rules or by people. Nothing is dropped or overwritten.

    What is new or has changed is compared by each sync. A person's word stands above the rules, and stays.
    """
    session = session_of(context)
    terminal = session.terminal
    said = {
        Relation.SAME: same, Relation.DIFFERENT: different, Relation.TRANSLATION: translation, Relation.EDITION: edition,
    }  # fmt: skip
    with session.store() as store:
        if update or rebuild:
            return _compare(terminal, store, anew=rebuild)
        if undo is not None or any(said.values()):
            return _decide(terminal, store, said, undo)
        of = the_one(store, key).key if key else None
        name = source_name(store, source)
        most = (_SHOWN if terminal.out.is_terminal and not as_json else None) if limit is None else limit or None
        if pairs or relation is not None or decided:
            found = store.works.pairs(relation=relation, source=name, key=of, by_person=decided, limit=most)
            shown = _list_pairs(terminal, found, as_json=as_json)
            total = store.works.count_pairs(relation=relation, source=name, key=of, by_person=decided)
            what = "pair"
        else:
            shown = _list_clusters(terminal, store.works.clusters(source=name, key=of, limit=most), as_json=as_json)
            total = store.works.count_clusters(source=name, key=of)
            what = "work"
        waiting = store.works.waiting()
    _sum_up(terminal, shown, total, what)
    if waiting:
        terminal.say(f"{waiting} resources wait to be compared: gleanery duplicates --update", mark="warning")
    return endings.WELL


def _sum_up(terminal: Terminal, shown: int, total: int, what: str) -> None:
    if total > shown:
        terminal.say(f"{shown} of {total} {what}s; --limit 0 shows all.", mark="quiet")
    elif not total:
        terminal.say(f"No {what}s fit." if what == "pair" else "No work is shown twice.", mark="quiet")
    elif terminal.out.is_terminal:
        terminal.say(f"{total} {what}{'' if total == 1 else 's'}", mark="quiet")


def _compare(terminal: Terminal, store: Store, *, anew: bool) -> int:
    if anew:
        store.works.compare_anew()
    waiting = store.works.waiting()
    with terminal.working(f"Comparing {waiting} resources …"):
        done = store.works.compare()
    terminal.say(
        f"resources compared: {done.resources}; pairs judged: {done.pairs}; "
        f"works that are shown more than once: {store.works.count_clusters()}",
        mark="good",
    )
    return endings.WELL


def _decide(
    terminal: Terminal, store: Store, said: dict[Relation, tuple[str, str] | None], undo: tuple[str, str] | None
) -> int:
    given = [(relation, pair) for relation, pair in said.items() if pair]
    if len(given) + (undo is not None) > 1:
        raise UsageError("Say one thing at a time of two resources.", advice="Call it once for each.")
    named = undo or given[0][1]
    one, other = (the_one(store, each).key for each in named)
    if undo is not None:
        if store.works.undo(one, other):
            terminal.say(f"{one} and {other}: the rules count again.", mark="good")
        else:
            terminal.say(f"Nobody has said anything of {one} and {other}; nothing was changed.")
        return endings.WELL
    relation = given[0][0]
    store.works.decide(one, other, relation)
    terminal.say(f"{one} and {other}: {relation.value}. To take it back: --undo {one} {other}", mark="good")
    return endings.WELL


def _list_clusters(terminal: Terminal, found: Iterable[Cluster], *, as_json: bool) -> int:
    shown = 0

    def rows() -> Iterator[tuple[str | Text, ...]]:
        nonlocal shown
        for shown, cluster in enumerate(found, 1):  # noqa: B007 - counted for the caller
            if terminal.out.is_terminal:
                title = Text(printable(str(cluster.golden.fields.get("title") or cluster.id)), style="bold")
                for member in cluster.members:
                    title.append(f"\n{printable(member.key)}", style="not bold dim")
                yield str(len(cluster.members)), title
            else:
                for member in cluster.members:
                    yield cluster.id, *_cells(member)

    if as_json:
        for shown, cluster in enumerate(found, 1):  # noqa: B007
            terminal.json(forms.cluster_form(cluster))
        return shown
    terminal.table((Column("Records", justify="right"), Column("Title", grows=True)), rows())
    return shown


def _list_pairs(terminal: Terminal, found: Iterable[PairJudged], *, as_json: bool) -> int:
    shown = 0

    def rows() -> Iterator[tuple[str | Text, ...]]:
        nonlocal shown
        for shown, pair in enumerate(found, 1):  # noqa: B007 - counted for the caller
            by = "person" if pair.by_person else "rules"
            score = "" if pair.score is None else f"{pair.score:.2f}"
            if terminal.out.is_terminal:
                title = Text(printable(pair.a.title), style="bold")
                title.append(f"\n{printable(pair.b.title)}")
                title.append(f"\n{printable(pair.reason)}", style="not bold dim")
                yield pair.relation.value, score, by, title, Text(f"{printable(pair.a.key)}\n{printable(pair.b.key)}")
            else:
                yield pair.a.key, pair.b.key, pair.relation.value, score, by, pair.reason

    if as_json:
        for shown, pair in enumerate(found, 1):  # noqa: B007
            terminal.json(forms.pair_form(pair))
        return shown
    columns = (
        Column("Relation", style="cyan"),
        Column("Score", justify="right", from_width=60),
        Column("By", from_width=80),
        Column("Titles", grows=True),
        Column("Keys", style="dim", from_width=100),
    )
    terminal.table(columns, rows())
    return shown


def _cells(member: Member) -> tuple[str, str, str, str]:
    return member.key, (member.published or "")[:10], member.title, member.url
