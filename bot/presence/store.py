"""Who said that she is at a meeting, on the everyday database."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert

presence_table = Table(
    "presence",
    EVERYDAY,
    Column("sitting", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
)


class PresenceStore:
    """Reads and writes who is at a meeting. When or in which order they pressed is not kept."""

    async def put(self, tx: Tx, community: int, sitting: str, member: str) -> None:
        """A member is at a meeting; said twice, it is kept once."""
        await upsert(tx, presence_table, {"sitting": sitting, "member": member, "community": community})

    async def take_out(self, tx: Tx, community: int, sitting: str, member: str) -> None:
        """She is not, after all."""
        table = presence_table
        this = (table.c.sitting == sitting) & (table.c.member == member)
        await tx.execute(delete(table).where(table.c.community == community, this))

    async def at(self, tx: Tx, community: int, sitting: str) -> list[str]:
        """The ids of those who are at a meeting, in the order of the ids."""
        table = presence_table
        found = select(table.c.member).where(table.c.community == community, table.c.sitting == sitting)
        return list(await tx.scalars(found.order_by(table.c.member)))

    async def of_member(self, tx: Tx, community: int, member: str) -> list[str]:
        """The sittings at which a member is, or was, as far as it is kept."""
        table = presence_table
        found = select(table.c.sitting).where(table.c.community == community, table.c.member == member)
        return list(await tx.scalars(found.order_by(table.c.sitting)))

    async def forget(self, tx: Tx, community: int, sitting: str) -> None:
        """Keep nothing of who was at a meeting."""
        table = presence_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.sitting == sitting))

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of a member."""
        table = presence_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.member == member))
