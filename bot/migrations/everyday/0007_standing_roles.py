"""Patient and public members can be offered a standing role, privately."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0007"
down_revision = "everyday_0006"


def upgrade() -> None:
    """Make the table of standing roles."""
    op.create_table(
        "standing_role",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="standing_role_key"),
    )
    op.create_index("ix_standing_role_community", "standing_role", ["community"])
