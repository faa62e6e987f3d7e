"""A community chooses more for itself, and a member may say more of herself, or have no Discord account."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0004"
down_revision = "everyday_0003"


def upgrade() -> None:
    """Make the table of what communities chose, and widen that of members."""
    op.create_table(
        "community_settings",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chosen", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("community", name="community_settings_key"),
    )
    with op.batch_alter_table("member") as member:
        member.alter_column("account", existing_type=sa.BigInteger, nullable=True)
        member.add_column(sa.Column("about", sa.LargeBinary))
        member.add_column(sa.Column("contact", sa.Text))
        member.add_column(sa.Column("pause", sa.Text))
        member.add_column(sa.Column("pause_until", sa.BigInteger))
        member.add_column(sa.Column("left_on", sa.Date))
    op.create_index("ix_member_contact", "member", ["contact"])
