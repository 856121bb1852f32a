"""Which other languages a resource is in, as its site states it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("resources") as batch:
        batch.add_column(sa.Column("translations", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("resources") as batch:
        batch.alter_column("translations", server_default=None, existing_type=sa.Text(), existing_nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("resources") as batch:
        batch.drop_column("translations")
