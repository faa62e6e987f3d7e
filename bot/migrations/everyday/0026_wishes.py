"""What would make it easier to come, and what to talk about: kept until facilitators have had it."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0026"
down_revision = "everyday_0025"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "wish",
        sa.Column("community", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("batch", sa.Text, nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "id", name="wish_key"),
    )
    op.create_table(
        "wish_post",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("key", name="wish_post_key"),
    )
    op.create_table(
        "wish_item",
        sa.Column("community", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("member", sa.Text),
        sa.Column("decided_on", sa.Date),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "id", name="wish_item_key"),
    )
