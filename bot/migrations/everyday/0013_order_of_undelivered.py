"""What could not reach somebody is found in the order in which it was sent, within one day too."""

import sqlalchemy as sa
from alembic import op

revision = "everyday_0013"
down_revision = "everyday_0012"


def upgrade() -> None:
    """Number what is kept; what was kept before is the oldest."""
    op.add_column("undelivered", sa.Column("number", sa.Integer, nullable=False, server_default="0"))
