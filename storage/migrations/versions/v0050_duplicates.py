"""Duplicates: what is to be compared, by what, what was judged, what is one work. All that is kept is to be compared."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0060"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def _of_resource(table: str, column: str = "resource") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["resources.key"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "unjudged",
        sa.Column("resource", sa.Text(), nullable=False),
        _of_resource("unjudged"),
        sa.PrimaryKeyConstraint("resource", name=op.f("pk_unjudged")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fingerprints",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("bands", sa.LargeBinary(), nullable=False),
        _of_resource("fingerprints"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fingerprints")),
        sa.UniqueConstraint("resource", name=op.f("uq_fingerprints_resource")),
    )
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("band", "fingerprint", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )
    for table, more in (
        (
            "judgements",
            [sa.Column("score", sa.Double(), nullable=False), sa.Column("reason", sa.Text(), nullable=False)],
        ),
        ("verdicts", []),
    ):
        op.create_table(
            table,
            sa.Column("a", sa.Text(), nullable=False),
            sa.Column("b", sa.Text(), nullable=False),
            sa.Column("relation", sa.Text(), nullable=False),
            *more,
            sa.Column("at", _MOMENT, nullable=False),
            _of_resource(table, "a"),
            _of_resource(table, "b"),
            sa.PrimaryKeyConstraint("a", "b", name=op.f(f"pk_{table}")),
            sqlite_with_rowid=False,
        )
        op.create_index(op.f(f"ix_{table}_b"), table, ["b"])
    op.create_table(
        "clusters",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("golden", sa.Text(), nullable=False),
        sa.Column("origins", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clusters")),
    )
    op.create_table(
        "cluster_members",
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("cluster", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster"], ["clusters.id"], name=op.f("fk_cluster_members_cluster"), ondelete="CASCADE"
        ),
        _of_resource("cluster_members"),
        sa.PrimaryKeyConstraint("resource", name=op.f("pk_cluster_members")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_cluster_members_cluster"), "cluster_members", ["cluster"])
    op.execute("INSERT INTO unjudged (resource) SELECT key FROM resources")


def downgrade() -> None:
    for table in ("cluster_members", "clusters", "verdicts", "judgements", "bands", "fingerprints", "unjudged"):
        op.drop_table(table)
