"""A read page becomes rows: what was seen, what it is, what is decided, what is written. One transaction, few statements.

::

    observations → record
    resources    → aliases → known → decide → write what is new, changed or back
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from pipeline import decide, guard, identify
from pipeline.model import JSON, Decision, DecisionKind, FieldChange, Key, Known, Observation, Resource, State
from storage import observations, rows, waiting
from storage.columns import bounded
from storage.parts import among, in_parts, rows_of
from storage.rows import content_row, file_rows, load, term_row, terms_of
from storage.tables import aliases, files, removals, resource_terms, resources, terms, versions


@dataclass(frozen=True, slots=True)
class Page:
    """What a run read of one page."""

    run_id: int
    source: str
    url: str
    observations: Sequence[Observation]
    resources: Sequence[Resource]
    now: datetime
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the bounded aliases of the resource as it was seen, which the kept one may not have."""

    decision: Decision
    names: tuple[str, ...]


def decide_page(
    connection: Connection, page: Page, seen_in_run: AbstractSet[Key]
) -> tuple[Page, list[Decided], dict[str, Key]]:
    """What is to be done with each resource of a page, and to whom the page's aliases belong by now. Writes nothing.

    The page comes back without the fields that it has lost (`pipeline.guard`), unless it is trusted.
    """
    names = [tuple(map(bounded, identify.aliases(each))) for each in page.resources]
    owners = _owners(connection, page, names)
    known = load(connection, set(owners.values()))
    by_alias = {alias: known[key] for alias, key in owners.items()}
    if not page.trusted:
        page = _without_lost(page, names, by_alias)
    taken: set[Key] = set()
    while True:
        decided = decide_resources(page, names, by_alias, seen_in_run, taken)
        fresh = [each.decision.key for each in decided if each.decision.kind is DecisionKind.NEW]
        hit = {key for part in in_parts(fresh) for key in _existing(connection, part)}
        if not hit:
            return page, decided, owners
        taken |= hit


def _without_lost(page: Page, names: Sequence[tuple[str, ...]], by_alias: Mapping[str, Known]) -> Page:
    pairs = []
    for seen, its_names in zip(page.resources, names, strict=True):
        full = zip(identify.aliases(seen), its_names, strict=True)
        known = identify.match(seen, {alias: by_alias[name] for alias, name in full if name in by_alias})
        if known is not None:
            pairs.append((seen, known.resource))
    lost = guard.lost_fields(pairs)
    if not lost:
        return page
    return replace(
        page,
        resources=[guard.overlooked(each, lost) for each in page.resources],
        observations=[guard.unobserved(each, lost) for each in page.observations],
    )


def decide_resources(
    page: Page,
    names: Sequence[tuple[str, ...]],
    by_alias: Mapping[str, Known],
    seen_in_run: AbstractSet[Key],
    taken: AbstractSet[Key],
) -> list[Decided]:
    """Pure: one decision for each resource that the run has not shown before. The same one twice is one.

    `names` holds the bounded aliases of each resource of the page, `by_alias` what is known by them; `taken` names keys
    that new resources must not get.
    """
    lookup, used, done = dict(by_alias), set(taken), set(seen_in_run)
    decided: list[Decided] = []
    for seen, its_names in zip(page.resources, names, strict=True):
        full = zip(identify.aliases(seen), its_names, strict=True)
        known = identify.match(seen, {alias: lookup[name] for alias, name in full if name in lookup})
        if known is not None and known.key in done:
            continue
        key = identify.new_key(seen, used) if known is None else known.key
        decision = decide.decide_seen(seen, known, key)
        decided.append(Decided(decision, its_names))
        done.add(decision.key)
        used.add(decision.key)
        if known is None:
            as_known = Known(key, seen, decision.content_hash, State.PRESENT, page.now, page.now)
            lookup.update(dict.fromkeys(its_names, as_known))
    return decided


def write_page(
    connection: Connection,
    page: Page,
    decided: Sequence[Decided],
    owners: Mapping[str, Key],
    seen_in_run: AbstractSet[Key],
) -> None:
    """Write the observations, then the decisions. What is the same as before costs no row."""
    observations.record(connection, page.run_id, page.observations, owners, seen_in_run)
    new = [each.decision for each in decided if each.decision.kind is DecisionKind.NEW]
    moved = [each.decision for each in decided if each.decision.kind in {DecisionKind.CHANGED, DecisionKind.RETURNED}]
    _insert_new(connection, page, new)
    _update_moved(connection, page, moved)
    _write_terms(
        connection, page.source, [*new, *_cleared(connection, resource_terms, moved, set(rows.KINDS.values()))]
    )
    with_files = [*new, *_cleared(connection, files, moved, {"files"})]
    _insert(connection, files, [row for each in with_files for row in file_rows(each.key, each.resource)])
    _write_aliases(connection, page.source, decided, owners)
    _forget_suspicions(connection, [each.key for each in moved if each.kind is DecisionKind.RETURNED])
    waiting.put_off(connection, [each.key for each in (*new, *moved)])
    write_versions(connection, page.run_id, page.now, [*new, *moved])


def rewrite(connection: Connection, source: str, decisions: Sequence[Decision], now: datetime) -> None:
    """Write what resources are by now, whatever their state: no run's doing, so that the versions' run is 0."""
    if not decisions:
        return
    values = [
        {"its_key": each.key, "content_hash": each.content_hash, "changed_at": now, **content_row(each.resource)}
        for each in decisions
    ]
    connection.execute(update(resources).where(resources.c.key == bindparam("its_key")), values)
    _write_terms(connection, source, _cleared(connection, resource_terms, decisions, set(rows.KINDS.values())))
    with_files = _cleared(connection, files, decisions, {"files"})
    _insert(connection, files, [row for each in with_files for row in file_rows(each.key, each.resource)])
    write_versions(connection, 0, now, decisions)


def write_versions(connection: Connection, run_id: int, now: datetime, decisions: Sequence[Decision]) -> None:
    """Keep each decision, with what was before and after, in the history of its resource."""
    _insert(
        connection,
        versions,
        [
            {
                "resource": each.key,
                "run": run_id,
                "at": now,
                "kind": each.kind,
                "changes": [_change(change) for change in each.changes],
                "reason": each.reason,
            }
            for each in decisions
        ],
    )


def counts(decided: Sequence[Decided]) -> dict[str, int]:
    """What a page adds to its run's tally."""
    kinds = Counter(each.decision.kind for each in decided)
    named = {"new": DecisionKind.NEW, "changed": DecisionKind.CHANGED, "returned": DecisionKind.RETURNED}
    return {"unchanged": kinds[DecisionKind.SAME], **{name: kinds[kind] for name, kind in named.items()}}


def _forget_suspicions(connection: Connection, keys: Sequence[Key]) -> None:
    """What is back is under no suspicion any more."""
    for part in in_parts(keys):
        connection.execute(delete(removals).where(among(connection, removals.c.resource, part)))


def _change(change: FieldChange) -> dict[str, JSON]:
    return {"field": change.field, "before": change.before, "after": change.after}


def _owners(connection: Connection, page: Page, names: Sequence[tuple[str, ...]]) -> dict[str, Key]:
    wanted = {name for each in names for name in each}
    wanted.update(observations.item_name(each) for each in page.observations)
    found: dict[str, Key] = {}
    for part in in_parts(sorted(wanted)):
        wanted_alias = rows_of(connection, part)
        owner = select(aliases.c.resource).where(aliases.c.source == page.source, aliases.c.alias == wanted_alias)
        pairs = connection.execute(select(wanted_alias, owner.scalar_subquery()))
        found.update((alias, key) for alias, key in pairs if key is not None)
    return found


def _existing(connection: Connection, keys: Sequence[Key]) -> Sequence[Key]:
    return connection.scalars(select(resources.c.key).where(among(connection, resources.c.key, keys))).all()


def _insert(connection: Connection, table: Any, values: list[dict[str, Any]]) -> None:
    if values:
        connection.execute(insert(table), values)


def _insert_new(connection: Connection, page: Page, decisions: Sequence[Decision]) -> None:
    first = {"state": State.PRESENT, "misses": 0, "first_seen": page.now, "first_run": page.run_id}
    times = {"changed_at": page.now, "seen_at": page.now}
    values = [
        {"key": each.key, "source": page.source, "content_hash": each.content_hash, **content_row(each.resource)}
        for each in decisions
    ]
    _insert(connection, resources, [{**each, **first, **times} for each in values])


def _update_moved(connection: Connection, page: Page, decisions: Sequence[Decision]) -> None:
    if not decisions:
        return
    again = {"state": State.PRESENT, "misses": 0, "changed_at": page.now, "seen_at": page.now}
    values = [
        {"its_key": each.key, "content_hash": each.content_hash, **content_row(each.resource), **again}
        for each in decisions
    ]
    connection.execute(update(resources).where(resources.c.key == bindparam("its_key")), values)


def _cleared(
    connection: Connection, links: Table, decisions: Sequence[Decision], fields: AbstractSet[str]
) -> list[Decision]:
    """The decisions that change one of `fields`, once the rows that held them before are deleted from `links`."""
    touched = [each for each in decisions if any(change.field in fields for change in each.changes)]
    for part in in_parts(each.key for each in touched):
        connection.execute(delete(links).where(among(connection, links.c.resource, part)))
    return touched


def _write_terms(connection: Connection, source: str, decisions: Sequence[Decision]) -> None:
    named = [(each.key, *term) for each in decisions for term in terms_of(each.resource)]
    wanted = {(kind, indexed): name for _, kind, name, indexed, _ in named}
    ids = _term_ids(connection, source, [indexed for _, indexed in wanted])
    if lacking := [
        term_row(source, kind, name) for (kind, indexed), name in wanted.items() if (kind, indexed) not in ids
    ]:
        made = insert(terms).returning(terms.c.id, terms.c.kind, terms.c.indexed)
        ids.update({(kind, indexed): id_ for id_, kind, indexed in connection.execute(made, lacking)})
    links = [{"resource": key, "term": ids[kind, indexed], "position": place} for key, kind, _, indexed, place in named]
    _insert(connection, resource_terms, links)


def _term_ids(connection: Connection, source: str, indexed: Sequence[str]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for part in in_parts(sorted(set(indexed))):
        kinds = terms.c.kind.in_(list(rows.KINDS))
        chosen = (terms.c.source == source) & kinds & among(connection, terms.c.indexed, part)
        for id_, kind, name in connection.execute(select(terms.c.id, terms.c.kind, terms.c.indexed).where(chosen)):
            found[kind, name] = id_
    return found


def _write_aliases(connection: Connection, source: str, decided: Sequence[Decided], owners: Mapping[str, Key]) -> None:
    """Every name leads to its resource. One that was another's is taken over only with a reason.

    A reason is a new resource, an address that a resource has moved to, or an id whose resource is not there any more
    (`identify.match`). Else two items that share an address would take it from each other on every run.
    """
    owned = dict(owners)
    added: dict[str, Key] = {}
    taken: dict[str, Key] = {}
    for each in decided:
        key = each.decision.key
        may_take = each.decision.kind is DecisionKind.NEW or any(one.field == "url" for one in each.decision.changes)
        for name in each.names:
            if name not in owned:
                added[name] = key
            elif owned[name] != key and (may_take or name.startswith("id:")):
                (added if name in added else taken)[name] = key
            owned.setdefault(name, key)
    _insert(connection, aliases, [{"source": source, "alias": name, "resource": key} for name, key in added.items()])
    if taken:
        its = (aliases.c.source == source) & (aliases.c.alias == bindparam("its_alias"))
        changed = [{"its_alias": name, "resource": key} for name, key in taken.items()]
        connection.execute(update(aliases).where(its), changed)
