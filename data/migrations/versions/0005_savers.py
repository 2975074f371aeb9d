"""The roster of savers, and who goes to which visit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this version."""
    op.create_table(
        "savers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("programme", sa.String(length=64), nullable=False),
        sa.Column("profile_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_savers")),
    )
    with op.batch_alter_table("savers", schema=None) as batch_op:
        batch_op.create_index("ix_savers_programme", ["programme"], unique=False)
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.add_column(sa.Column("saver_id", sa.Uuid(), nullable=True))


def downgrade() -> None:
    """Take this version back."""
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.drop_column("saver_id")
    op.drop_table("savers")
