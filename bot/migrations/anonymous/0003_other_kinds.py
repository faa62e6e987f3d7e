"""What else is said anonymously is handed over to the feature that it is for; words that were shown to all.

Both lie on shelves, as what waits does: sealed blocks of one length under random keys.
"""

import sqlalchemy as sa
from alembic import op

revision = "anonymous_0003"
down_revision = "anonymous_0002"


def upgrade() -> None:
    """Make two shelves."""
    for shelf in ("said", "shown_word"):
        op.create_table(
            shelf,
            sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
            sa.Column("key", sa.LargeBinary(16), nullable=False),
            sa.Column("block", sa.LargeBinary, nullable=False),
            sa.PrimaryKeyConstraint("community", "key", name=f"{shelf}_key"),
            sqlite_with_rowid=False,
        )
