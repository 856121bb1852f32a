"""Compares what is new or has changed with what it may be: a part at a time, each in one transaction.

::

    unjudged → fingerprint → bands → who shares one → judge → judgements → clusters

A pair is compared if it shares a band that is no crowd (`pipeline.candidates`). Bands fill and empty as resources come
and change; so, to leave what a comparison of everything at once would leave, a band that becomes a crowd takes the
judgements with it that nothing else supports, and one that no longer is a crowd has its members compared.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import BigInteger

from pipeline.candidates import CROWD
from pipeline.candidates import bands as bands_of
from pipeline.fingerprints import Fingerprint, fingerprint
from pipeline.judge_pairs import judge, worth_judging
from pipeline.model import Key
from pipeline.records import record_of
from pipeline.works import Judgement
from storage import clusters
from storage.duplicate_tables import bands, fingerprints, judgements, unjudged
from storage.parts import PART, among, in_parts, rows_of
from storage.rows import load
from storage.tables import resources

# Any number will do, as long as nobody else uses it (PostgreSQL manual, "Advisory Locks").
_ADVISORY_LOCK = 0x676C65616E6475

# In the databases' own words: what SQLAlchemy makes of a limit inside of a correlated count is not the same on both.
_COUNTED = (
    "SELECT {each}, (SELECT count(*) FROM (SELECT 1 FROM bands WHERE band = {each} LIMIT :most) AS counted) FROM {all}"
)
_SIZES = {
    "sqlite": text(_COUNTED.format(each="value", all="json_each(:numbers)")),
    "postgresql": text(_COUNTED.format(each="wanted", all="unnest(CAST(:numbers AS BIGINT[])) AS wanted")),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What a part came to: how many resources were compared, in how many pairs, and how many wait."""

    resources: int
    pairs: int
    waiting: int


def put_off(connection: Connection, keys: Iterable[Key]) -> None:
    """Note resources as to be compared. Those that are noted already stay so."""
    for part in in_parts(keys):
        wanted = rows_of(connection, part)
        noted = select(unjudged.c.resource).where(unjudged.c.resource == wanted).exists()
        connection.execute(insert(unjudged).from_select(["resource"], select(wanted).where(~noted)))


def put_off_all(connection: Connection) -> None:
    """Note every resource as to be compared anew."""
    noted = select(unjudged.c.resource).where(unjudged.c.resource == resources.c.key).exists()
    connection.execute(insert(unjudged).from_select(["resource"], select(resources.c.key).where(~noted)))


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
    pairs = moved.reopened | _pairs(connection, prints, moved.own, crowd)
    judged, touched = _judge(connection, pairs, prints, now)
    touched |= prints.keys() | _withdraw(connection, moved.closed, crowd)
    clusters.renew(connection, touched)
    waiting = connection.scalar(select(func.count()).select_from(unjudged)) or 0
    return Compared(len(keys), judged, waiting)


def _prints(connection: Connection, keys: Collection[Key]) -> dict[Key, Fingerprint]:
    return {key: fingerprint(record_of(key, known.resource)) for key, known in load(connection, sorted(keys)).items()}


# Bands -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Moved:
    """What a part did to the bands: each resource's own, those that are a crowd now, pairs of those that no longer are."""

    own: Mapping[Key, tuple[int, ...]]
    closed: Sequence[int]
    reopened: set[tuple[Key, Key]]


def _replace_bands(connection: Connection, prints: Mapping[Key, Fingerprint], crowd: int) -> _Moved:
    own = {key: bands_of(each) for key, each in prints.items()}
    numbers, before = _known(connection, list(own))
    _number(connection, own, numbers, before)
    gone = [(band, numbers[key]) for key, had in before.items() for band in set(had).difference(own[key])]
    come = [(band, numbers[key]) for key, has in own.items() for band in set(has).difference(before.get(key, ()))]
    affected = sorted({band for band, _ in (*gone, *come)})
    sizes = _sizes(connection, affected, crowd)
    _delete(connection, gone)
    if come:
        connection.execute(insert(bands), [{"band": band, "fingerprint": number} for band, number in sorted(come)])
    now = _sizes(connection, affected, crowd)
    closed = [band for band in affected if sizes[band] <= crowd < now[band]]
    opened = [band for band in affected if now[band] <= crowd < sizes[band]]
    reopened = {pair for members in _members(connection, opened).values() for pair in combinations(sorted(members), 2)}
    return _Moved(own, closed, reopened)


def _known(connection: Connection, keys: Sequence[Key]) -> tuple[dict[Key, int], dict[Key, tuple[int, ...]]]:
    numbers: dict[Key, int] = {}
    had: dict[Key, tuple[int, ...]] = {}
    for part in in_parts(keys):
        for row in connection.execute(select(fingerprints).where(among(connection, fingerprints.c.resource, part))):
            numbers[row.resource], had[row.resource] = row.id, unpack(row.bands)
    return numbers, had


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


def _sizes(connection: Connection, wanted: Sequence[int], crowd: int) -> dict[int, int]:
    """How many share each band; counted to one more than a crowd, so that a crowd costs no more than that."""
    found: dict[int, int] = {}
    for part in in_parts(wanted):
        numbers: Any = list(part) if connection.dialect.name == "postgresql" else str(part)
        counted = connection.execute(_SIZES[connection.dialect.name], {"numbers": numbers, "most": crowd + 1})
        found.update((row[0], row[1]) for row in counted)
    return found


def _members(connection: Connection, wanted: Sequence[int]) -> dict[int, set[Key]]:
    found: dict[int, set[Key]] = defaultdict(set)
    for part in in_parts(wanted):
        shared = select(bands.c.band, fingerprints.c.resource).join(
            fingerprints, fingerprints.c.id == bands.c.fingerprint
        )
        for band, key in connection.execute(shared.where(bands.c.band.in_(select(_integers(connection, part))))):
            found[band].add(key)
    return found


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
        numbers, had = _known(connection, part)
        affected = sorted({band for each in had.values() for band in each})
        sizes = _sizes(connection, affected, crowd)
        _delete(connection, [(band, numbers[key]) for key, each in had.items() for band in each])
        now = _sizes(connection, affected, crowd)
        opened = [band for band in affected if now[band] <= crowd < sizes[band]]
        concerned = {key for members in _members(connection, opened).values() for key in members}
        put_off(connection, sorted(concerned | clusters.companions(connection, part)))
    clusters.dissolve(connection, source)


# Pairs -----------------------------------------------------------------------------------------------------------------


def _pairs(
    connection: Connection, prints: Mapping[Key, Fingerprint], own: Mapping[Key, tuple[int, ...]], crowd: int
) -> set[tuple[Key, Key]]:
    wanted = sorted({band for has in own.values() for band in has})
    sizes = _sizes(connection, wanted, crowd)
    members = _members(connection, [band for band in wanted if 1 < sizes[band] <= crowd])
    return {
        (min(key, other), max(key, other))
        for key in prints
        for band in own[key]
        for other in members.get(band, ())
        if other != key
    }


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
    """Withdraw judgements of pairs that shared a band which is a crowd now, and no other. Gives whom that concerns."""
    concerned: set[Key] = set()
    for members in _members(connection, closed).values():
        judged = [pair for pair in _judged_of(connection, members) if members.issuperset(pair)]
        _, had = _known(connection, sorted({key for pair in judged for key in pair}))
        shared = {pair: set(had[pair[0]]).intersection(had[pair[1]]) for pair in judged}
        sizes = _sizes(connection, sorted(set().union(*shared.values())), crowd)
        lost = [pair for pair, common in shared.items() if all(sizes[band] > crowd for band in common)]
        delete_pairs(connection, lost)
        concerned.update(key for pair in lost for key in pair)
    return concerned


# Forms -----------------------------------------------------------------------------------------------------------------


def pack(numbers: Sequence[int]) -> bytes:
    """Bands as a fingerprint's row holds them."""
    return struct.pack(f"<{len(numbers)}q", *numbers)


def unpack(packed: bytes) -> tuple[int, ...]:
    """The bands in a fingerprint's row."""
    return struct.unpack(f"<{len(packed) // 8}q", packed)


def _integers(connection: Connection, numbers: Sequence[int]) -> Any:
    """The column of a table of one's own that holds `numbers`, as `parts.rows_of` does for texts."""
    if connection.dialect.name == "postgresql":
        return func.unnest(literal(list(numbers), ARRAY(BigInteger))).column_valued("wanted")
    return func.json_each(str(list(numbers))).table_valued("value", name="wanted").c.value
