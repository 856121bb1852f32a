"""The bands of what was compared, as `comparing` asks for them: who shares one, and which pairs share enough."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import BigInteger

from pipeline.candidates import ENOUGH, strength
from pipeline.model import Key
from storage.duplicate_tables import bands, fingerprints
from storage.parts import among, in_parts

# In the databases' own words: what SQLAlchemy makes of a limit inside of a correlated subquery is not the same on both.
# One row a band, read once from the index and no further than to the first that makes it a crowd.
_HELD = """SELECT {each}, (SELECT {joined} FROM (SELECT fingerprint FROM bands WHERE band = {each} LIMIT :most) AS held)
FROM {all}"""
_HOLDERS = {
    "sqlite": text(_HELD.format(each="value", joined="group_concat(fingerprint)", all="json_each(:numbers)")),
    "postgresql": text(
        _HELD.format(
            each="wanted",
            joined="string_agg(CAST(fingerprint AS TEXT), ',')",
            all="unnest(CAST(:numbers AS BIGINT[])) AS wanted",
        )
    ),
}


def fingerprinted(connection: Connection, keys: Sequence[Key]) -> tuple[dict[Key, int], dict[Key, tuple[int, ...]]]:
    """The ids of the fingerprints of `keys`, and their bands; of those that have been compared."""
    numbers: dict[Key, int] = {}
    had: dict[Key, tuple[int, ...]] = {}
    for part in in_parts(keys):
        for row in connection.execute(select(fingerprints).where(among(connection, fingerprints.c.resource, part))):
            numbers[row.resource], had[row.resource] = row.id, unpack(row.bands)
    return numbers, had


def holders(connection: Connection, wanted: Collection[int], crowd: int) -> dict[int, set[int]]:
    """The fingerprints in each band, by their ids; of a crowd one more than would be none, whichever."""
    found: dict[int, set[int]] = {}
    for part in in_parts(sorted(wanted)):
        numbers: Any = list(part) if connection.dialect.name == "postgresql" else str(part)
        held = connection.execute(_HOLDERS[connection.dialect.name], {"numbers": numbers, "most": crowd + 1})
        found.update((band, set(map(int, joined.split(","))) if joined else set()) for band, joined in held)
    return found


def members_of(connection: Connection, wanted: Sequence[int]) -> dict[int, set[Key]]:
    """The resources in each band: all of them, a crowd's too."""
    found: dict[int, set[Key]] = defaultdict(set)
    for part in in_parts(wanted):
        shared = select(bands.c.band, fingerprints.c.resource).join(
            fingerprints, fingerprints.c.id == bands.c.fingerprint
        )
        for band, key in connection.execute(shared.where(bands.c.band.in_(select(_integers(connection, part))))):
            found[band].add(key)
    return found


def keys_of(connection: Connection, numbers: Collection[int]) -> dict[int, Key]:
    """The resources of fingerprints, by their ids."""
    found: dict[int, Key] = {}
    for part in in_parts(sorted(numbers)):
        its = select(fingerprints.c.id, fingerprints.c.resource)
        its = its.where(fingerprints.c.id.in_(select(_integers(connection, part))))
        found.update((row.id, row.resource) for row in connection.execute(its))
    return found


def unsupported(connection: Connection, pairs: Collection[tuple[Key, Key]], crowd: int) -> set[tuple[Key, Key]]:
    """Those of the pairs that do not share enough bands which are no crowds."""
    _, has = fingerprinted(connection, sorted({key for pair in pairs for key in pair}))
    shared = {(a, b): set(has[a]).intersection(has[b]) for a, b in pairs}
    held = holders(connection, set().union(*shared.values()), crowd)
    return {
        pair
        for pair, common in shared.items()
        if sum(strength(band) for band in common if len(held[band]) <= crowd) < ENOUGH
    }


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
