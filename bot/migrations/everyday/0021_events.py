"""Meetings in the server's own list of events: which event is whose has to be known to change it."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0021"
down_revision = "everyday_0020"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "event_entry",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False, index=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("meeting", name="event_entry_key"),
    )
