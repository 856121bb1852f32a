"""A source's newest run is found without a look at its others."""

from __future__ import annotations

from alembic import op

revision = "0072"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_runs_source_id"), "runs", ["source", "id"])
    op.drop_index(op.f("ix_runs_source"), "runs")


def downgrade() -> None:
    op.create_index(op.f("ix_runs_source"), "runs", ["source"])
    op.drop_index(op.f("ix_runs_source_id"), "runs")
