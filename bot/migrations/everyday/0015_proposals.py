"""Members propose words and simpler meanings; everybody can read what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0015"
down_revision = "everyday_0014"


def upgrade() -> None:
    """Make the table of proposals, the sealed words of each apart from who and when."""
    op.create_table(
        "proposal",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("member", sa.Text),
        sa.Column("who", sa.Text),
        sa.Column("decided_on", sa.Date),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "id", name="proposal_key"),
    )
