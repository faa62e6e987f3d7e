"""Sittings on the everyday database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert
from bot.sittings.rules import Sitting

sitting_table = Table(
    "sitting",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("meeting", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("began_at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
)


class SittingStore:
    """Reads and writes sittings."""

    async def put(self, tx: Tx, sitting: Sitting) -> None:
        """Keep a sitting as it is now."""
        row = {
            "id": sitting.id,
            "community": sitting.community,
            "meeting": sitting.meeting,
            "title": sitting.title,
            "zone": sitting.zone,
            "began_at": int(sitting.began_at.timestamp()),
            "until": int(sitting.until.timestamp()),
            "ended_at": None if sitting.ended_at is None else int(sitting.ended_at.timestamp()),
        }
        await upsert(tx, sitting_table, row)

    async def get(self, tx: Tx, community: int, sitting: str) -> Sitting | None:
        """The sitting with this id, or None if there is none in this community."""
        this = (sitting_table.c.community == community) & (sitting_table.c.id == sitting)
        row = (await tx.execute(select(sitting_table).where(this))).mappings().first()
        return None if row is None else _sitting(row)

    async def last(self, tx: Tx, community: int) -> Sitting | None:
        """The one that began last, or None before the first."""
        table = sitting_table
        found = (
            select(table)
            .where(table.c.community == community)
            .order_by(table.c.began_at.desc(), table.c.id)
            .limit(1)
        )
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else _sitting(row)

    async def expire(self, tx: Tx, community: int, before: datetime) -> int:
        """Remove those that began before a moment; returns how many."""
        table = sitting_table
        old = (table.c.community == community) & (table.c.began_at < int(before.timestamp()))
        return int((await tx.execute(delete(table).where(old))).rowcount)


def _sitting(row: Mapping[Any, Any]) -> Sitting:
    ended = row["ended_at"]
    return Sitting(
        row["id"],
        row["community"],
        row["meeting"],
        row["title"],
        row["zone"],
        _moment(row["began_at"]),
        _moment(row["until"]),
        None if ended is None else _moment(ended),
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
