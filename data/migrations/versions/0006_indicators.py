"""Which indicators of its programme a counted case meets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this version."""
    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.add_column(sa.Column("indicators", sa.String(length=400), server_default="", nullable=False))


def downgrade() -> None:
    """Take this version back."""
    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.drop_column("indicators")
