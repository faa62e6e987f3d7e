"""Facilitators can invite many people at once; what they put in is sealed until each of them decides."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0005"
down_revision = "everyday_0004"


def upgrade() -> None:
    """Make the table of invitations."""
    op.create_table(
        "invitation",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("handle", sa.LargeBinary, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("community", "handle", name="invitation_key"),
        sqlite_with_rowid=False,
    )
