"""Resources are compared by other bands: what was compared waits to be compared anew. What people have said stays."""

from __future__ import annotations

from alembic import op

revision = "0051"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM bands")
    op.execute("DELETE FROM fingerprints")
    op.execute(
        "INSERT INTO unjudged (resource) SELECT key FROM resources"
        " WHERE NOT EXISTS (SELECT 1 FROM unjudged WHERE unjudged.resource = resources.key)"
    )


def downgrade() -> None:
    upgrade()
