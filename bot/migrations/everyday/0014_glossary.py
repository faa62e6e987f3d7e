"""Communities keep words of their own over the starter glossary, hide some, and see what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0014"
down_revision = "everyday_0013"


def upgrade() -> None:
    """Make the tables of own terms, of what is hidden, of what became of them, and of how often."""
    op.create_table(
        "term",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("named", sa.Text),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "id", name="term_key"),
    )
    op.create_table(
        "term_hidden",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("community", "id", name="term_hidden_key"),
    )
    op.create_table(
        "term_change",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("term", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("who", sa.Text),
        sa.Column("named", sa.Text),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "term", "number", name="term_change_key"),
    )
    op.create_table(
        "glossary_version",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("community", name="glossary_version_key"),
    )
