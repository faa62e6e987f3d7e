"""Anonymous questions: what waits, what is published, what proves who asked, and what follows from it.

No table here has a row id, an autoincrement or a time finer than a window: they would tell the order in
which people acted.
"""

import sqlalchemy as sa
from alembic import op

revision = "anonymous_0001"
down_revision = None
branch_labels = ("anonymous",)


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "sealed_with",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="sealed_with_key"),
        sqlite_with_rowid=False,
    )
    for shelf in ("waiting", "claim"):
        op.create_table(
            shelf,
            sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
            sa.Column("key", sa.LargeBinary(16), nullable=False),
            sa.Column("block", sa.LargeBinary, nullable=False),
            sa.PrimaryKeyConstraint("community", "key", name=f"{shelf}_key"),
            sqlite_with_rowid=False,
        )
    _make_question()
    _make_what_is_due()


def _make_question() -> None:
    op.create_table(
        "question",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("answer", sa.LargeBinary),
        sa.Column("window", sa.BigInteger, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.Column("card_channel", sa.BigInteger, nullable=False),
        sa.Column("card_token", sa.Text, nullable=False),
        sa.Column("card_message", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="question_key"),
        sa.UniqueConstraint("community", "number", name="question_community_number_unique"),
        sa.UniqueConstraint("card_token", name="question_card_token_unique"),
        sa.CheckConstraint("number > 0", name="question_number_counts_from_one"),
        sa.CheckConstraint("state IN ('out', 'answered', 'closed')", name="question_state_is_known"),
        sa.CheckConstraint("(state = 'out') = (answer IS NULL)", name="question_answered_has_an_answer"),
        sa.CheckConstraint("(state = 'closed') = (closed_on IS NOT NULL)", name="question_closed_has_a_date"),
        sqlite_with_rowid=False,
    )


def _make_what_is_due() -> None:
    op.create_table(
        "alarm",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", name="alarm_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alarm_due", "alarm", ["due"])
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
