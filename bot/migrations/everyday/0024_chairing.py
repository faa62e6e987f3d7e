"""Where a meeting stands with its agenda: another facilitator has to find it, also after a crash."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0024"
down_revision = "everyday_0023"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "chairing_view",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False, index=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("break_began_at", sa.BigInteger),
        sa.Column("break_until", sa.BigInteger),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="chairing_view_key"),
    )
