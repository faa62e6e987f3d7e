"""A community says where its questions go, and its panel is delivered."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0001"
down_revision = None
branch_labels = ("everyday",)


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "sealed_with",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="sealed_with_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "community",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("questions_channel", sa.BigInteger, nullable=False),
        sa.Column("facilitators_channel", sa.BigInteger, nullable=False),
        sa.Column("facilitators_role", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="community_key"),
    )
    op.create_table(
        "delivery",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("leased_until", sa.BigInteger),
        sa.Column("maybe_sent_at", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("refusals", sa.Integer, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("key", name="delivery_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_delivery_due", "delivery", ["due"])
