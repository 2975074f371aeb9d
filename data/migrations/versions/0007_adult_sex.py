"""The sex of the adult or the young person of a counted case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this version. Of cases from before it is not known."""
    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.add_column(sa.Column("adult_sex", sa.String(length=8), server_default="unknown", nullable=False))


def downgrade() -> None:
    """Take this version back."""
    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.drop_column("adult_sex")
