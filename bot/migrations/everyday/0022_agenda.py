"""Agendas of meetings: what each is to be about, prepared with everybody."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0022"
down_revision = "everyday_0021"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "agenda",
        sa.Column("meeting", sa.Text, nullable=False),
        sa.Column("community", sa.BigInteger, nullable=False, index=True),
        sa.Column("starts_at", sa.BigInteger, nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("meeting", name="agenda_key"),
    )
