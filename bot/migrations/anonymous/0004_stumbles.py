"""Who looked a word up is counted while a quarter runs: by tokens, each in a sealed block of one length."""

import sqlalchemy as sa
from alembic import op

revision = "anonymous_0004"
down_revision = "anonymous_0003"


def upgrade() -> None:
    """Make the shelf of what people stumble over."""
    op.create_table(
        "stumble",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(16), nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "key", name="stumble_key"),
        sqlite_with_rowid=False,
    )
