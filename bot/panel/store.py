"""Where panels are, on the everyday database."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import BigInteger, Boolean, Column, Table, Text, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert
from bot.panel.rules import PostedPanel

panel_table = Table(
    "panel",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=False),
    Column("key", Text, nullable=False),
    Column("new", Boolean, nullable=False),
)


class PanelStore:
    """Reads and writes where panels are."""

    async def put(self, tx: Tx, panel: PostedPanel) -> None:
        """Keep where a community's latest panel is."""
        await upsert(tx, panel_table, asdict(panel))

    async def get(self, tx: Tx, community: int) -> PostedPanel | None:
        """Where a community's latest panel is, or None before it is there."""
        found = select(panel_table).where(panel_table.c.community == community)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else PostedPanel(**row)
