"""Wishes and proposed items on the everyday database. What was written is sealed; no row has an hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Date, LargeBinary, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.wishes.rules import Posted, Proposed, Wish

wish_table = Table(
    "wish",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("batch", Text, nullable=False),
    Column("block", LargeBinary, nullable=False, info=sealed_as("wish", "id")),
)
wish_post_table = Table(
    "wish_post",
    EVERYDAY,
    Column("key", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=False),
)
wish_item_table = Table(
    "wish_item",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("member", Text),
    Column("decided_on", Date),
    Column("block", LargeBinary, nullable=False, info=sealed_as("wish item", "id")),
)


class WishStore:
    """Reads and writes what people wish for."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes all that somebody wrote."""
        self._seal = seal

    # What would make it easier

    async def put_wish(self, tx: Tx, wish: Wish) -> None:
        """Keep it as it is now."""
        block = self._seal.close(Purpose("wish", wish.community, wish.id), wish.text.encode())
        row = {"community": wish.community, "id": wish.id, "batch": wish.batch, "block": block}
        await upsert(tx, wish_table, row)

    async def wishes(self, tx: Tx, community: int) -> list[Wish]:
        """All of a community; the order tells nothing."""
        table = wish_table
        rows = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.id))
        return [self._wish(row) for row in rows.mappings()]

    async def put_post(self, tx: Tx, posted: Posted) -> None:
        """Remember where a message with wishes is."""
        row = {
            "key": posted.key,
            "community": posted.community,
            "channel": posted.channel,
            "message": posted.message,
        }
        await upsert(tx, wish_post_table, row)

    async def forget_batch(self, tx: Tx, key: str) -> Posted | None:
        """Keep nothing of what went in a message; returns where that is."""
        this = wish_post_table.c.key == key
        row = (await tx.execute(select(wish_post_table).where(this))).mappings().first()
        await tx.execute(delete(wish_post_table).where(this))
        await tx.execute(delete(wish_table).where(wish_table.c.batch == key))
        return None if row is None else Posted(row["key"], row["community"], row["channel"], row["message"])

    # What to talk about

    async def put(self, tx: Tx, item: Proposed) -> None:
        """Keep an item as it is now."""
        bare = replace(item, member=None, decided_on=None)
        row = {
            "community": item.community,
            "id": item.id,
            "member": item.member,
            "decided_on": item.decided_on,
            "block": self._seal.close(_purpose(item.community, item.id), _ITEM.dump_json(bare)),
        }
        await upsert(tx, wish_item_table, row)

    async def get(self, tx: Tx, community: int, id_: str) -> Proposed | None:
        """The item with this id."""
        table = wish_item_table
        found = select(table).where(table.c.community == community, table.c.id == id_)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else self._item(row)

    async def of_community(self, tx: Tx, community: int) -> list[Proposed]:
        """All items of a community; the order tells nothing."""
        table = wish_item_table
        rows = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.id))
        return [self._item(row) for row in rows.mappings()]

    async def drop(self, tx: Tx, community: int, id_: str) -> None:
        """Nothing is kept of an item."""
        table = wish_item_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.id == id_))

    # Rows

    def _wish(self, row: Mapping[Any, Any]) -> Wish:
        text = self._seal.open(Purpose("wish", row["community"], row["id"]), row["block"])
        return Wish(row["id"], row["community"], text.decode(), row["batch"])

    def _item(self, row: Mapping[Any, Any]) -> Proposed:
        bare = _ITEM.validate_json(self._seal.open(_purpose(row["community"], row["id"]), row["block"]))
        return replace(bare, member=row["member"], decided_on=row["decided_on"])


def _purpose(community: int, id_: str) -> Purpose:
    return Purpose("wish item", community, id_)


_ITEM = TypeAdapter(Proposed)
