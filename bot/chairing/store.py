"""Where meetings stand with their agenda, on the everyday database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, Text, delete, select

from bot.chairing.rules import Break, View
from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert

view_table = Table(
    "chairing_view",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=False),
    Column("item", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("break_began_at", BigInteger),
    Column("break_until", BigInteger),
    Column("number", Integer, nullable=False),
    Column("closed", Boolean, nullable=False),
)


class ChairingStore:
    """Reads and writes views. Times are kept in whole seconds."""

    async def put(self, tx: Tx, view: View) -> None:
        """Keep a view as it is now."""
        row = {
            "id": view.id,
            "community": view.community,
            "key": view.key,
            "channel": view.channel,
            "message": view.message,
            "item": view.item,
            "position": view.position,
            "since": int(view.since.timestamp()),
            "break_began_at": None if view.rest is None else int(view.rest.began_at.timestamp()),
            "break_until": None if view.rest is None else int(view.rest.until.timestamp()),
            "number": view.number,
            "closed": view.closed,
        }
        await upsert(tx, view_table, row)

    async def get(self, tx: Tx, community: int, sitting: str) -> View | None:
        """The view of a sitting, or None if there is none in this community."""
        this = (view_table.c.community == community) & (view_table.c.id == sitting)
        row = (await tx.execute(select(view_table).where(this))).mappings().first()
        return None if row is None else _view(row)

    async def open(self, tx: Tx) -> list[View]:
        """Those of every community that are not closed, by community."""
        table = view_table
        found = select(table).where(~table.c.closed).order_by(table.c.community, table.c.id)
        return [_view(row) for row in (await tx.execute(found)).mappings()]

    async def expire(self, tx: Tx, community: int, before: datetime) -> int:
        """Remove those in which nothing changed since a moment; returns how many."""
        table = view_table
        old = (table.c.community == community) & (table.c.since < int(before.timestamp()))
        return int((await tx.execute(delete(table).where(old))).rowcount)


def _view(row: Mapping[Any, Any]) -> View:
    began, until = row["break_began_at"], row["break_until"]
    rest = None if began is None or until is None else Break(_moment(began), _moment(until))
    return View(
        row["id"], row["community"], row["key"], _moment(row["since"]), row["channel"], row["message"],
        row["item"], row["position"], rest, row["number"], row["closed"],
    )  # fmt: skip


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
