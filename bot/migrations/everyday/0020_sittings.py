"""Meetings as they really take place: what is kept of one that is on has to be kept under something."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0020"
down_revision = "everyday_0019"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "sitting",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False, index=True),
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("began_at", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("ended_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="sitting_key"),
    )
