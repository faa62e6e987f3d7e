"""Communities on the everyday database."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import BigInteger, Column, Table, select

from bot.community.rules import Community
from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert

community_table = Table(
    "community",
    EVERYDAY,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("questions_channel", BigInteger, nullable=False),
    Column("facilitators_channel", BigInteger, nullable=False),
    Column("facilitators_role", BigInteger, nullable=False),
)


class CommunityStore:
    """Reads and writes communities."""

    async def put(self, tx: Tx, community: Community) -> None:
        """Keep a community's settings, in place of earlier ones."""
        await upsert(tx, community_table, asdict(community))

    async def get(self, tx: Tx, community: int) -> Community | None:
        """A community's settings, or None before it is set up."""
        found = select(community_table).where(community_table.c.id == community)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else Community(**row)

    async def all(self, tx: Tx) -> list[Community]:
        """Every community, by id."""
        rows = await tx.execute(select(community_table).order_by(community_table.c.id))
        return [Community(**row) for row in rows.mappings()]
