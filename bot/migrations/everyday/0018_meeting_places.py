"""A meeting has a length, a place, and a time on the wall, which stays where clocks are changed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "everyday_0018"
down_revision = "everyday_0017"


def upgrade() -> None:
    """Add what was not asked for so far: two hours, at a place that nobody named."""
    with op.batch_alter_table("meeting") as table:
        table.add_column(sa.Column("local", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("minutes", sa.Integer, nullable=False, server_default="120"))
        table.add_column(sa.Column("channel", sa.BigInteger))
        table.add_column(sa.Column("place", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("link", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("version", sa.Integer, nullable=False, server_default="0"))
        table.add_column(sa.Column("series", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("is_cancelled", sa.Boolean, nullable=False, server_default=sa.false()))
    _write_local_times()
    with op.batch_alter_table("meeting") as table:
        for name in ("local", "minutes", "place", "link", "version", "series", "is_cancelled"):
            table.alter_column(name, server_default=None)


def _write_local_times() -> None:
    meeting = sa.table("meeting", *(sa.column(name) for name in ("id", "starts_at", "zone", "local")))
    connection = op.get_bind()
    for id_, starts_at, zone in connection.execute(
        sa.select(meeting.c.id, meeting.c.starts_at, meeting.c.zone)
    ).all():
        local = datetime.fromtimestamp(starts_at, UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        connection.execute(sa.update(meeting).where(meeting.c.id == id_).values(local=local.isoformat()))
