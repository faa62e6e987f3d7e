"""Unasked messages wait for an hour and for room; what closed direct messages kept out is kept to be read."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0008"
down_revision = "everyday_0007"


def upgrade() -> None:
    """Make the tables of what waits and was sent, and of what could not reach somebody."""
    op.create_table(
        "nudge",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("key", sa.Text),
        sa.Column("budget", sa.Text, nullable=False),
        sa.Column("not_before", sa.BigInteger, nullable=False),
        sa.Column("sent_on", sa.Date),
        sa.Column("payload", sa.LargeBinary),
        sa.PrimaryKeyConstraint("id", name="nudge_key"),
        sa.UniqueConstraint("community", "member", "key", name="nudge_community_member_key_unique"),
        sa.CheckConstraint("(sent_on IS NULL) = (payload IS NOT NULL)", name="nudge_waits_or_was_sent"),
    )
    op.create_index("ix_nudge_member", "nudge", ["member"])
    op.create_table(
        "undelivered",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("kept_on", sa.Date, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="undelivered_key"),
    )
    op.create_index("ix_undelivered_member", "undelivered", ["member"])
