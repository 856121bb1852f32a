"""What was found out about absent resources; validators of pages, and what those pages showed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0070"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "removals",
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["resource"], ["resources.key"], name=op.f("fk_removals_resource"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_removals_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("resource", name=op.f("pk_removals")),
    )
    op.create_index(op.f("ix_removals_source"), "removals", ["source"])
    op.create_table(
        "validators",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("checkpoint", sa.Text(), nullable=True),
        sa.Column("shown", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_validators_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", "page", name=op.f("pk_validators")),
    )


def downgrade() -> None:
    op.drop_table("validators")
    op.drop_index(op.f("ix_removals_source"), "removals")
    op.drop_table("removals")
