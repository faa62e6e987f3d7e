"""Members are prepared for their first meeting: paths, how far each has come, times for calls."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0011"
down_revision = "everyday_0010"


def upgrade() -> None:
    """Make the tables of paths, of members on them, and of times for calls."""
    op.create_table(
        "preparation_path",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chosen", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("community", name="preparation_path_key"),
    )
    op.create_table(
        "preparation_progress",
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("due", sa.BigInteger),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("member", name="preparation_progress_key"),
    )
    op.create_index("ix_preparation_progress_community", "preparation_progress", ["community"])
    op.create_table(
        "preparation_slot",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("starts_at", sa.BigInteger, nullable=False),
        sa.Column("member", sa.Text),
        sa.PrimaryKeyConstraint("id", name="preparation_slot_key"),
        sa.UniqueConstraint(
            "community", "contact", "starts_at", name="preparation_slot_community_contact_starts_at_unique"
        ),
    )
    op.create_index("ix_preparation_slot_member", "preparation_slot", ["member"])
