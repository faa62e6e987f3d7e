"""An erasure that was interrupted is finished later; what went by night is counted, without names."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0012"
down_revision = "everyday_0011"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "erasure",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("whose", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("key", name="erasure_key"),
    )
    op.create_table(
        "removed",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("community", "day", "kind", name="removed_key"),
    )
