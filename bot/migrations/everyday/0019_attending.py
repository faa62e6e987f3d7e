"""Announcements of meetings, and who said that she comes."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0019"
down_revision = "everyday_0018"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "attending_announcement",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False, index=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("meeting", name="attending_announcement_key"),
    )
    op.create_table(
        "attending_reply",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("reply", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("meeting", "member", name="attending_reply_key"),
    )
