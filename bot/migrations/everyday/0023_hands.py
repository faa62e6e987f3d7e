"""Hands that are up in a meeting, and who is at one."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0023"
down_revision = "everyday_0022"


def upgrade() -> None:
    """Make the tables of both."""
    op.create_table(
        "hand_order",
        sa.Column("community", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("sitting", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("community", name="hand_order_key"),
    )
    op.create_table(
        "hand",
        sa.Column("community", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("is_called", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="hand_key"),
    )
    op.create_table(
        "presence",
        sa.Column("sitting", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False, index=True),
        sa.PrimaryKeyConstraint("sitting", "member", name="presence_key"),
    )
