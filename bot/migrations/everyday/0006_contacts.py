"""Somebody looks after each patient and public member, and does what the bot cannot do."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0006"
down_revision = "everyday_0005"


def upgrade() -> None:
    """Make the tables of named contacts, words, errands, and how members without Discord take part."""
    op.create_table(
        "supporter",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("hours", sa.LargeBinary, nullable=False),
        sa.Column("cover", sa.Text),
        sa.PrimaryKeyConstraint("community", "member", name="supporter_key"),
    )
    op.create_table(
        "word",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("member", sa.Text),
        sa.Column("keeper", sa.Text),
        sa.Column("sent_at", sa.BigInteger, nullable=False),
        sa.Column("seen_on", sa.Date),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="word_key"),
    )
    op.create_index("ix_word_community", "word", ["community"])
    op.create_table(
        "errand",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("done_on", sa.Date),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="errand_key"),
    )
    op.create_index("ix_errand_community", "errand", ["community"])
    op.create_table(
        "attendance",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("how", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("community", "member", name="attendance_key"),
    )
