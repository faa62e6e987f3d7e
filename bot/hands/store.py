"""The hands of meetings that are on, on the everyday database."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, Text, delete, insert, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert
from bot.hands.rules import Hand, Order

order_table = Table(
    "hand_order",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("sitting", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=False),
    Column("last", Integer, nullable=False),
)
hand_table = Table(
    "hand",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("member", Text, nullable=False),
    Column("is_called", Boolean, nullable=False),
)


class HandStore:
    """Reads and writes the order of hands: one for each community in a meeting."""

    async def put(self, tx: Tx, order: Order) -> None:
        """Keep the order as it is now."""
        row = {
            "community": order.community,
            "sitting": order.sitting,
            "key": order.key,
            "channel": order.channel,
            "since": order.since,
            "message": order.message,
            "last": order.last,
        }
        await upsert(tx, order_table, row)
        wanted = {(each, False) for each in order.hands} | ({(order.now, True)} if order.now else set())
        kept = set(await self._kept(tx, order.community))
        table = hand_table
        for hand, _ in kept - wanted:
            this = (table.c.community == order.community) & (table.c.number == hand.number)
            await tx.execute(delete(table).where(this))
        if new := wanted - kept:
            await tx.execute(insert(table), [_row(order.community, *each) for each in new])

    async def get(self, tx: Tx, community: int) -> Order | None:
        """The order of hands, or None if none has gone up in the meeting that is on."""
        found = select(order_table).where(order_table.c.community == community)
        row = (await tx.execute(found)).mappings().first()
        if row is None:
            return None
        hands = await self._kept(tx, community)
        waiting = tuple(hand for hand, is_called in hands if not is_called)
        now = next((hand for hand, is_called in hands if is_called), None)
        return Order(**row, hands=waiting, now=now)

    async def drop(self, tx: Tx, community: int) -> None:
        """Keep nothing of a community's hands."""
        for table in (hand_table, order_table):
            await tx.execute(delete(table).where(table.c.community == community))

    async def _kept(self, tx: Tx, community: int) -> list[tuple[Hand, bool]]:
        """Each hand and whether it was called, in their order."""
        table = hand_table
        kept = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.number))
        return [(Hand(each.member, each.number), each.is_called) for each in kept]


def _row(community: int, hand: Hand, is_called: bool) -> dict[str, object]:
    return {
        "community": community,
        "number": hand.number,
        "member": hand.member,
        "is_called": is_called,
    }
