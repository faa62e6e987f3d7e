"""Records on the everyday database. All that somebody wrote is sealed; who wrote it is not kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Date, LargeBinary, Table, Text, delete, func, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.record.rules import Record

record_table = Table(
    "record",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("held_on", Date, nullable=False),
    Column("block", LargeBinary, nullable=False, info=sealed_as("record", "id")),
)


class RecordStore:
    """Reads and writes records."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes all that somebody wrote."""
        self._seal = seal

    async def put(self, tx: Tx, record: Record) -> None:
        """Keep a record as it is now."""
        block = self._seal.close(_purpose(record.community, record.id), _RECORD.dump_json(record))
        row = {
            "community": record.community,
            "id": record.id,
            "key": record.key,
            "held_on": record.began_at.date(),
            "block": block,
        }
        await upsert(tx, record_table, row)

    async def get(self, tx: Tx, community: int, sitting: str) -> Record | None:
        """The record of a sitting, or None if there is none."""
        return await self._one(tx, community, record_table.c.id == sitting)

    async def by_key(self, tx: Tx, community: int, key: str) -> Record | None:
        """The record with this key, or None if there is none in this community."""
        return await self._one(tx, community, record_table.c.key == key)

    async def of_community(self, tx: Tx, community: int) -> list[Record]:
        """All records of a community, the oldest meeting first."""
        found = select(record_table).where(record_table.c.community == community)
        rows = await tx.execute(found.order_by(record_table.c.held_on, record_table.c.id))
        return [self._record(row) for row in rows.mappings()]

    async def latest(self, tx: Tx, community: int) -> Record | None:
        """The record of the meeting that was last, or None before the first has ended."""
        day = (
            select(func.max(record_table.c.held_on)).where(record_table.c.community == community)
        ).scalar_subquery()
        found = select(record_table).where(
            record_table.c.community == community, record_table.c.held_on == day
        )
        records = [self._record(row) for row in (await tx.execute(found)).mappings()]
        return max(records, key=lambda each: (each.began_at, each.id), default=None)

    async def last_posted(self, tx: Tx, community: int) -> Record | None:
        """Of the records that are posted, that of the latest meeting; None if none is."""
        table = record_table
        found = select(table).where(table.c.community == community)
        records = (self._record(row) for row in (await tx.execute(found)).mappings())
        posted = [each for each in records if each.posted is not None]
        return max(posted, key=lambda each: (each.began_at, each.id), default=None)

    async def expire(self, tx: Tx, community: int, before: date) -> list[str]:
        """Keep nothing of meetings before a day; returns their sittings' ids."""
        old = (record_table.c.community == community) & (record_table.c.held_on < before)
        gone = list(await tx.scalars(select(record_table.c.id).where(old)))
        await tx.execute(delete(record_table).where(old))
        return gone

    async def _one(self, tx: Tx, community: int, condition: Any) -> Record | None:
        found = select(record_table).where(record_table.c.community == community, condition)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else self._record(row)

    def _record(self, row: Mapping[Any, Any]) -> Record:
        return _RECORD.validate_json(self._seal.open(_purpose(row["community"], row["id"]), row["block"]))


def _purpose(community: int, id_: str) -> Purpose:
    return Purpose("record", community, id_)


_RECORD = TypeAdapter(Record)
