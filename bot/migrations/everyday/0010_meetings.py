"""A community plans its meetings: a title and a date each."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0010"
down_revision = "everyday_0009"


def upgrade() -> None:
    """Make the table of meetings."""
    op.create_table(
        "meeting",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("starts_at", sa.BigInteger, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="meeting_key"),
    )
    op.create_index("ix_meeting_community", "meeting", ["community"])
