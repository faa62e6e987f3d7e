"""Papers for meetings: what a facilitator adds has to be kept until it goes out, and be printable after."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0027"
down_revision = "everyday_0026"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "meeting_papers",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False, index=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("meeting", name="meeting_papers_key"),
    )
