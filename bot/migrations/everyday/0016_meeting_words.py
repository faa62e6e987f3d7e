"""Communities keep the words that will be heard in a meeting."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0016"
down_revision = "everyday_0015"


def upgrade() -> None:
    """Make the table of the terms that are kept for meetings."""
    op.create_table(
        "meeting_words",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("community", "meeting", name="meeting_words_key"),
    )
