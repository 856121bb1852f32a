"""When sources are due, what people are told, who works; what a run heard of when to come back."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "visits",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("due", _MOMENT, nullable=True),
        sa.Column("slot", _MOMENT, nullable=True),
        sa.Column("made", _MOMENT, nullable=True),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("claimed_until", _MOMENT, nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("broken", sa.Boolean(), nullable=False),
        sa.Column("rate", sa.Double(), nullable=False),
        sa.Column("cost", sa.Double(), nullable=False),
        sa.Column("least", sa.Double(), nullable=False),
        sa.Column("most", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name=op.f("fk_visits_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_visits")),
    )
    op.create_index(op.f("ix_visits_due"), "visits", ["due"])
    op.create_index(op.f("ix_visits_host"), "visits", ["host"])
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("opened", _MOMENT, nullable=False),
        sa.Column("closed", _MOMENT, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("source", "kind", "mark", name=op.f("uq_notices_source_kind_mark")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_notices_state"), "notices", ["state"])
    op.create_table(
        "workers",
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("started", _MOMENT, nullable=False),
        sa.Column("seen", _MOMENT, nullable=False),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("busy", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("holder", name=op.f("pk_workers")),
    )
    with op.batch_alter_table("runs") as batch:
        batch.add_column(sa.Column("hints", sa.Text(), nullable=True))
    _first_visits()


def _first_visits() -> None:
    """Every source that is kept is to be planned."""
    connection = op.get_bind()
    fields = "source host paused turn taken reason priority attempts claimed_by failures broken rate cost least most"
    visits = sa.table("visits", *(sa.column(name) for name in fields.split()))
    sources = sa.table("sources", *(sa.column(name) for name in ("name", "url", "definition")))
    known = sa.select(sources.c.name, sources.c.url, sources.c.definition)
    for name, url, definition in connection.execute(known).all():
        connection.execute(
            sa.insert(visits).values(
                source=name, host=urlsplit(url).netloc, paused=bool(json.loads(definition).get("paused")), turn=1,
                taken=False, reason="", priority=0, attempts=0, claimed_by="", failures=0, broken=False,
                rate=1 / 86400, cost=1.0, least=3600.0, most=7 * 86400.0,
            )
        )  # fmt: skip


def downgrade() -> None:
    with op.batch_alter_table("runs") as batch:
        batch.drop_column("hints")
    for table in ("workers", "notices", "visits"):
        op.drop_table(table)
