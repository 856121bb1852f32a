"""Run by Alembic for each command; the connection, and its transaction, are `storage.migrate`'s."""

from __future__ import annotations

from alembic import context

from storage import duplicate_tables, robots  # noqa: F401  they belong to the same metadata
from storage.schema import VERSION_TABLE
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,  # Alembic holds that SQLite cannot; with BEGIN sent by ourselves it can
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
