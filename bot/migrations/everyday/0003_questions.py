"""A community chooses when its questions come out and who sees them; its panel can be changed later."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0003"
down_revision = "everyday_0002"


def upgrade() -> None:
    """Make the tables of what communities chose, and of where panels are."""
    op.create_table(
        "question_settings",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chosen", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("community", name="question_settings_key"),
    )
    op.create_table(
        "panel",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("new", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("community", name="panel_key"),
    )
