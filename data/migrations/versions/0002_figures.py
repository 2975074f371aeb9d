"""What is kept for the reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this version. Cases from before are in no report: what would have to be counted lies in sealed columns."""
    op.create_table(
        "figures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("line", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("centre", sa.String(length=64), nullable=False),
        sa.Column("child_sex", sa.String(length=8), nullable=False),
        sa.Column("child_age", sa.String(length=8), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_reply_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=40), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figures")),
        sa.UniqueConstraint("case_id", name=op.f("uq_figures_case_id")),
    )
    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.create_index("ix_figures_programme_opened_at", ["programme", "opened_at"], unique=False)
        batch_op.create_index("ix_figures_programme_closed_at", ["programme", "closed_at"], unique=False)

    op.create_table(
        "figure_alarms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("figure_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figures.id"], name=op.f("fk_figure_alarms_figure_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_alarms")),
    )
    op.create_table(
        "figure_visits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("figure_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("moves", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("reminders", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("answer", sa.String(length=8), server_default="", nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figures.id"], name=op.f("fk_figure_visits_figure_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_visits")),
        sa.UniqueConstraint("visit_id", name=op.f("uq_figure_visits_visit_id")),
    )
    for table in ("figure_alarms", "figure_visits"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(f"ix_{table}_figure_id", ["figure_id"], unique=False)
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kept", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Take this version back."""
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.drop_column("kept")
    op.drop_table("figure_visits")
    op.drop_table("figure_alarms")
    op.drop_table("figures")
