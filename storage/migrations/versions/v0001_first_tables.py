"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "sources",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sources")),
    )
    op.create_table(
        "leases",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_leases_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_leases")),
    )
    op.create_table(
        "observations",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("page_url", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("native_id", sa.Text(), nullable=True),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("raw_hash", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_observations_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observations")),
    )
    op.create_index(op.f("ix_observations_source_channel_item_id"), "observations", ["source", "channel", "item", "id"])
    op.create_table(
        "resources",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("native_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("teaser", sa.Text(), nullable=False),
        sa.Column("teaser_truncated", sa.Boolean(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_utc", _MOMENT, nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("modified_utc", _MOMENT, nullable=True),
        sa.Column("image", sa.Text(), nullable=False),
        sa.Column("origins", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("first_seen", _MOMENT, nullable=False),
        sa.Column("first_run", sa.Integer(), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_resources_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_resources")),
    )
    op.create_index(op.f("ix_resources_source_state"), "resources", ["source", "state"])
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("full", sa.Boolean(), nullable=False),
        sa.Column("item_limit", sa.Integer(), nullable=True),
        sa.Column("started", _MOMENT, nullable=False),
        sa.Column("finished", _MOMENT, nullable=True),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("swept", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("returned", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
        sa.Column("bytes", _BIG, nullable=False),
        sa.Column("inventory", sa.Text(), nullable=True),
        sa.Column("checkpoint", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_runs_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_runs_source"), "runs", ["source"])
    op.create_table(
        "terms",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("indexed", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_terms_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms")),
        sa.UniqueConstraint("source", "kind", "indexed", name=op.f("uq_terms_source_kind_indexed")),
    )
    op.create_index(op.f("ix_terms_folded_kind"), "terms", ["folded", "kind"])
    op.create_table(
        "aliases",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("resource", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["resource"], ["resources.key"], name=op.f("fk_aliases_resource"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_aliases_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", "alias", name=op.f("pk_aliases")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_aliases_resource"), "aliases", ["resource"])
    op.create_table(
        "files",
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", _BIG, nullable=True),
        sa.ForeignKeyConstraint(["resource"], ["resources.key"], name=op.f("fk_files_resource"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("resource", "position", name=op.f("pk_files")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "resource_terms",
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("term", _BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resource"], ["resources.key"], name=op.f("fk_resource_terms_resource"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["term"], ["terms.id"], name=op.f("fk_resource_terms_term"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("resource", "term", name=op.f("pk_resource_terms")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_resource_terms_term"), "resource_terms", ["term"])
    op.create_table(
        "run_pages",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("shown", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_run_pages_run"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_run_pages_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run_pages")),
    )
    op.create_index(op.f("ix_run_pages_run"), "run_pages", ["run"])
    op.create_index(op.f("ix_run_pages_source_run"), "run_pages", ["source", "run"])
    op.create_table(
        "versions",
        sa.Column("id", _BIG, nullable=False),
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["resource"], ["resources.key"], name=op.f("fk_versions_resource"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
    )
    op.create_index(op.f("ix_versions_resource"), "versions", ["resource"])
    op.create_index(op.f("ix_versions_run"), "versions", ["run"])


def downgrade() -> None:
    for table in (
        "versions",
        "run_pages",
        "resource_terms",
        "files",
        "aliases",
        "terms",
        "runs",
        "resources",
        "observations",
        "leases",
        "sources",
    ):
        op.drop_table(table)
