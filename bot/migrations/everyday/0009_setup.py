"""Setting a community up can be left and taken up again, and what the bot made can be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0009"
down_revision = "everyday_0008"


def upgrade() -> None:
    """Make the table of how far each community is. It names nobody."""
    op.create_table(
        "setup",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("community", name="setup_key"),
    )
