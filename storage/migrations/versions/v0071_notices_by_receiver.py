"""Which runs people were told of, and which receivers have had a notice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0071"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("visits") as batch:
        batch.add_column(sa.Column("judged", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("visits") as batch:
        batch.alter_column("judged", server_default=None, existing_type=sa.Boolean(), existing_nullable=False)
    op.create_index(op.f("ix_visits_judged"), "visits", ["judged"])
    with op.batch_alter_table("notices") as batch:
        batch.add_column(sa.Column("done", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("notices") as batch:
        batch.alter_column("done", server_default=None, existing_type=sa.Text(), existing_nullable=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_visits_judged"), "visits")
    for table, column in (("notices", "done"), ("visits", "judged")):
        with op.batch_alter_table(table) as batch:
            batch.drop_column(column)
