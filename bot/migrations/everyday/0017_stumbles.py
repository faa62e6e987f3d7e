"""What facilitators were told of a quarter's hard words stays to be read for a year."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0017"
down_revision = "everyday_0016"


def upgrade() -> None:
    """Make the table of what was told."""
    op.create_table(
        "stumble_published",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("quarter", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "quarter", name="stumble_published_key"),
    )
