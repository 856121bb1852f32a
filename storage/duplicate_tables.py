"""The tables of finding duplicates; they belong to those of `storage.tables`.

::

    resources ─┬─ unjudged                   what is to be compared
               ├─ fingerprints ── bands      by what it is compared
               ├─ judgements, verdicts       what two of them are to each other: by rules, by people
               └─ cluster_members ── clusters    what is one work
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Integer, LargeBinary, Named, Table, Text, TypedColumns

from storage.columns import BigId, JsonText, SafeText, UtcDateTime
from storage.tables import metadata


def _of_resource() -> ForeignKey:
    return ForeignKey("resources.key", ondelete="CASCADE")


class UnjudgedColumns(TypedColumns):
    """A resource that is new or has changed since it was last compared."""

    resource: Named[str] = Column(Text, _of_resource(), primary_key=True)


class FingerprintColumns(TypedColumns):
    """A resource that was compared; `bands` are its rows of `bands`, as signed integers of 64 bits, little-endian."""

    id: Named[int] = Column(BigId, primary_key=True)
    resource: Named[str] = Column(Text, _of_resource(), unique=True)
    bands: Named[bytes] = Column(LargeBinary)


class BandColumns(TypedColumns):
    """What makes two resources worth comparing: that they share a band (`pipeline.candidates`).

    No foreign key: it would need an index of its own, as large again; who deletes a fingerprint deletes its bands.
    """

    band: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    fingerprint: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)


class JudgementColumns(TypedColumns):
    """What the rules say of two resources; `a` sorts before `b`."""

    a: Named[str] = Column(Text, _of_resource(), primary_key=True)
    b: Named[str] = Column(Text, _of_resource(), primary_key=True, index=True)
    relation: Named[str] = Column(Text)
    score: Named[float] = Column(Double)
    reason: Named[str] = Column(SafeText)
    at: Named[datetime] = Column(UtcDateTime)


class VerdictColumns(TypedColumns):
    """What a person says of two resources: stands above the rules."""

    a: Named[str] = Column(Text, _of_resource(), primary_key=True)
    b: Named[str] = Column(Text, _of_resource(), primary_key=True, index=True)
    relation: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcDateTime)


class ClusterColumns(TypedColumns):
    """Resources that are one work: `id` is the first of their keys; `golden` the best of each field, with `origins`."""

    id: Named[str] = Column(Text, primary_key=True)
    size: Named[int] = Column(Integer)
    golden: Named[dict[str, Any]] = Column(JsonText)
    origins: Named[dict[str, list[str]]] = Column(JsonText)


class ClusterMemberColumns(TypedColumns):
    resource: Named[str] = Column(Text, _of_resource(), primary_key=True)
    cluster: Named[str] = Column(Text, ForeignKey("clusters.id", ondelete="CASCADE"), index=True)


unjudged = Table("unjudged", metadata, UnjudgedColumns, sqlite_with_rowid=False)
fingerprints = Table("fingerprints", metadata, FingerprintColumns)
bands = Table("bands", metadata, BandColumns, sqlite_with_rowid=False)
judgements = Table("judgements", metadata, JudgementColumns, sqlite_with_rowid=False)
verdicts = Table("verdicts", metadata, VerdictColumns, sqlite_with_rowid=False)
clusters = Table("clusters", metadata, ClusterColumns)
cluster_members = Table("cluster_members", metadata, ClusterMemberColumns, sqlite_with_rowid=False)
