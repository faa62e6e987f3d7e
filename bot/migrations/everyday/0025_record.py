"""The record of a meeting is drafted by the bot and finished by people, so it has to be kept meanwhile."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0025"
down_revision = "everyday_0024"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "record",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("held_on", sa.Date, nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "id", name="record_key"),
        sa.UniqueConstraint("key", name="record_key_unique"),
    )
