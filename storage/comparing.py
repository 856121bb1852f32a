"""Compares what is new or has changed with what it may be: a part at a time, each in one transaction.

::

    unjudged → fingerprint → bands → who shares one → judge → judgements → clusters

A pair is compared if it shares enough bands that are no crowds (`pipeline.candidates`). Bands fill and empty as resources
come and change; so, to leave what a comparison of everything at once would leave, a band that becomes a crowd takes the
judgements with it that nothing else supports, and one that no longer is a crowd has its members compared.

What a part costs is what its bands hold, and that is bounded: each band is read once, up to a crowd.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from pipeline.candidates import CROWD, ENOUGH, strength
from pipeline.candidates import bands as bands_of
from pipeline.fingerprints import Fingerprint, fingerprint
from pipeline.judge_pairs import judge, worth_judging
from pipeline.model import Key
from pipeline.records import record_of
from pipeline.works import Judgement
from storage import clusters, waiting
from storage.bands import fingerprinted, holders, keys_of, members_of, pack, unsupported
from storage.duplicate_tables import bands, fingerprints, judgements, unjudged
from storage.parts import PART, among, in_parts
from storage.rows import load
from storage.tables import resources

# Any number will do, as long as nobody else uses it (PostgreSQL manual, "Advisory Locks").
_ADVISORY_LOCK = 0x676C65616E6475


@dataclass(frozen=True, slots=True)
class Compared:
    """What a part came to: how many resources were compared, in how many pairs, and how many wait."""

    resources: int
    pairs: int
    waiting: int


def compare_part(connection: Connection, now: datetime, crowd: int = CROWD, size: int = PART) -> Compared:
    """Compare at most `size` of the resources that wait. One process does so at a time; others wait for it."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
    keys = connection.scalars(select(unjudged.c.resource).order_by(unjudged.c.resource).limit(size)).all()
    if not keys:
        return Compared(0, 0, 0)
    connection.execute(delete(unjudged).where(among(connection, unjudged.c.resource, keys)))
    prints = _prints(connection, keys)
    moved = _replace_bands(connection, prints, crowd)
    judged, touched = _judge(connection, moved.pairs, prints, now)
    touched |= prints.keys() | _withdraw(connection, moved.closed, crowd)
    clusters.renew(connection, touched)
    still = connection.scalar(select(func.count()).select_from(unjudged)) or 0
    return Compared(len(keys), judged, still)


def _prints(connection: Connection, keys: Collection[Key]) -> dict[Key, Fingerprint]:
    return {key: fingerprint(record_of(key, known.resource)) for key, known in load(connection, sorted(keys)).items()}


# Bands -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Moved:
    """What a part did to the bands: the pairs that are to be judged now, and the bands that have become crowds."""

    pairs: set[tuple[Key, Key]]
    closed: Sequence[int]


def _replace_bands(connection: Connection, prints: Mapping[Key, Fingerprint], crowd: int) -> _Moved:
    own = {key: bands_of(each) for key, each in prints.items()}
    numbers, before = fingerprinted(connection, list(own))
    _number(connection, own, numbers, before)
    gone = [(band, numbers[key]) for key, had in before.items() for band in set(had).difference(own[key])]
    come = [(band, numbers[key]) for key, has in own.items() for band in set(has).difference(before.get(key, ()))]
    held = holders(connection, {band for each in (*own.values(), *before.values()) for band in each}, crowd)
    sizes = {band: len(its) for band, its in held.items()}
    _delete(connection, gone)
    if come:
        connection.execute(insert(bands), [{"band": band, "fingerprint": number} for band, number in sorted(come)])
    for band, number in gone:
        held[band].discard(number)
    held |= holders(connection, {band for band, _ in gone if sizes[band] > crowd}, crowd)
    for band, number in come:
        held[band].add(number)
    opened = [band for band, its in held.items() if len(its) <= crowd < sizes[band]]
    closed = [band for band, its in held.items() if sizes[band] <= crowd < len(its)]
    pairs = _pairs({numbers[key]: has for key, has in own.items()}, held, crowd)
    return _Moved(_named(connection, pairs, numbers) | _reopened(connection, opened, crowd), closed)


def _number(
    connection: Connection,
    own: Mapping[Key, tuple[int, ...]],
    numbers: dict[Key, int],
    before: Mapping[Key, tuple[int, ...]],
) -> None:
    """Write the fingerprints, and add those that are new to `numbers`."""
    new = [{"resource": key, "bands": pack(has)} for key, has in own.items() if key not in numbers]
    if new:
        made = insert(fingerprints).returning(fingerprints.c.resource, fingerprints.c.id)
        numbers.update((key, number) for key, number in connection.execute(made, new))
    for key, had in before.items():
        if had != own[key]:
            changed = update(fingerprints).where(fingerprints.c.id == numbers[key])
            connection.execute(changed.values(bands=pack(own[key])))


def _delete(connection: Connection, gone: Sequence[tuple[int, int]]) -> None:
    if gone:
        its = (bands.c.band == bindparam("its_band")) & (bands.c.fingerprint == bindparam("its_fingerprint"))
        rows = [{"its_band": band, "its_fingerprint": number} for band, number in gone]
        connection.execute(delete(bands).where(its), rows)


def forget_source(connection: Connection, source: str, crowd: int = CROWD) -> None:
    """Before a source is removed: delete its bands, and note for comparison whom that concerns.

    That is who shares a cluster with its resources, and who shares a band that was a crowd and will be none.
    """
    its = select(resources.c.key).where(resources.c.source == source)
    keys = connection.scalars(its).all()
    for part in in_parts(keys):
        numbers, had = fingerprinted(connection, part)
        affected = {band for each in had.values() for band in each}
        crowds = {band for band, its in holders(connection, affected, crowd).items() if len(its) > crowd}
        _delete(connection, [(band, numbers[key]) for key, each in had.items() for band in each])
        opened = [band for band, its in holders(connection, crowds, crowd).items() if len(its) <= crowd]
        concerned = {key for members in members_of(connection, opened).values() for key in members}
        waiting.put_off(connection, sorted(concerned | clusters.companions(connection, part)))
    clusters.dissolve(connection, source)


# Pairs -----------------------------------------------------------------------------------------------------------------


def _pairs(own: Mapping[int, tuple[int, ...]], held: Mapping[int, set[int]], crowd: int) -> set[tuple[int, int]]:
    """Who shares enough bands with whom: pairs of ids of fingerprints, of which the first is one of `own`."""
    found: set[tuple[int, int]] = set()
    for number, has in own.items():
        shared: dict[int, int] = {}
        for band in has:
            if 1 < len(its := held[band]) <= crowd:
                counts = strength(band)
                for other in its:
                    shared[other] = shared.get(other, 0) + counts
        found.update((number, other) for other, counts in shared.items() if counts >= ENOUGH and other != number)
    return found


def _named(
    connection: Connection, pairs: Collection[tuple[int, int]], numbers: Mapping[Key, int]
) -> set[tuple[Key, Key]]:
    """Pairs of ids as pairs of keys in order; `numbers` holds the ids of the part's own keys."""
    keys = {number: key for key, number in numbers.items()}
    keys |= keys_of(connection, {other for _, other in pairs} - keys.keys())
    return {(min(keys[one], keys[other]), max(keys[one], keys[other])) for one, other in pairs}


def _reopened(connection: Connection, opened: Sequence[int], crowd: int) -> set[tuple[Key, Key]]:
    """The pairs within bands that no longer are crowds, where that makes their bands enough."""
    members = members_of(connection, opened).values()
    pairs = {pair for each in members for pair in combinations(sorted(each), 2)}
    return pairs - unsupported(connection, pairs, crowd)


def _judge(
    connection: Connection, pairs: set[tuple[Key, Key]], prints: Mapping[Key, Fingerprint], now: datetime
) -> tuple[int, set[Key]]:
    """Judge the pairs in place of what was judged of the part's resources before. Gives how many, and whom that concerns."""
    others = _prints(connection, {key for pair in pairs for key in pair} - prints.keys()) | dict(prints)
    made = [judge(others[a], others[b]) for a, b in sorted(pairs) if worth_judging(others[a], others[b])]
    before = {
        pair: said
        for pair, said in _judged_of(connection, others.keys()).items()
        if pair in pairs or not prints.keys().isdisjoint(pair)
    }
    now_said = {(each.a, each.b): each for each in made}
    stale = [pair for pair, said in before.items() if _says(now_said.get(pair)) != said]
    delete_pairs(connection, stale)
    fresh = [each for pair, each in now_said.items() if pair not in before or pair in stale]
    if fresh:
        connection.execute(insert(judgements), [_row(each, now) for each in fresh])
    return len(made), {key for pair in (*stale, *((each.a, each.b) for each in fresh)) for key in pair}


def _says(judgement: Judgement | None) -> tuple[str, float, str] | None:
    return None if judgement is None else (judgement.relation.value, judgement.score, judgement.reason)


def _judged_of(connection: Connection, keys: Collection[Key]) -> dict[tuple[Key, Key], tuple[str, float, str]]:
    found: dict[tuple[Key, Key], tuple[str, float, str]] = {}
    columns = judgements.c
    for part in in_parts(sorted(keys)):
        for side in (columns.a, columns.b):
            for row in connection.execute(select(judgements).where(among(connection, side, part))):
                found[row.a, row.b] = (row.relation, row.score, row.reason)
    return found


def _row(judgement: Judgement, now: datetime) -> dict[str, Any]:
    said = {"relation": judgement.relation, "score": judgement.score, "reason": judgement.reason}
    return {"a": judgement.a, "b": judgement.b, **said, "at": now}


def delete_pairs(connection: Connection, pairs: Sequence[tuple[Key, Key]]) -> None:
    """Delete what the rules said of these pairs."""
    if pairs:
        its = (judgements.c.a == bindparam("its_a")) & (judgements.c.b == bindparam("its_b"))
        connection.execute(delete(judgements).where(its), [{"its_a": a, "its_b": b} for a, b in pairs])


def _withdraw(connection: Connection, closed: Sequence[int], crowd: int) -> set[Key]:
    """Withdraw judgements of pairs that no longer share enough bands: one is a crowd now. Gives whom that concerns."""
    concerned: set[Key] = set()
    for members in members_of(connection, closed).values():
        judged = [pair for pair in _judged_of(connection, members) if members.issuperset(pair)]
        lost = sorted(unsupported(connection, judged, crowd))
        delete_pairs(connection, lost)
        concerned.update(key for pair in lost for key in pair)
    return concerned
