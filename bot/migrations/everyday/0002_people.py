"""People can join a community, and the bot finds out, one at a time, who has left the server again.

That is due at times, so the everyday database gets a table of alarms as the anonymous one has.
"""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0002"
down_revision = "everyday_0001"
branch_labels = None


def upgrade() -> None:
    """Make the tables of members and of alarms."""
    op.create_table(
        "member",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("account", sa.BigInteger, nullable=False),
        sa.Column("joined_on", sa.Date, nullable=False),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("checked_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="member_key"),
        sa.UniqueConstraint("community", "account", name="member_community_account_unique"),
    )
    op.create_table(
        "alarm",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", name="alarm_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alarm_due", "alarm", ["due"])
