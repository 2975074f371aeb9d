"""Whether the family says that it got help."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this version."""
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("helped", sa.String(length=8), server_default="", nullable=False))


def downgrade() -> None:
    """Take this version back."""
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("helped")
