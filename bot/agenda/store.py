"""Agendas on the everyday database. What stands on them is sealed: members propose items, too."""

from __future__ import annotations

from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, LargeBinary, Table, Text, delete, select

from bot.agenda.rules import Plan
from bot.core.database import Tx
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal

agenda_table = Table(
    "agenda",
    EVERYDAY,
    Column("meeting", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("starts_at", BigInteger, nullable=False),
    Column("block", LargeBinary, nullable=False, info=sealed_as("agenda", "meeting")),
)


class AgendaStore:
    """Reads and writes agendas."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes all of an agenda but whose it is, and when the meeting begins."""
        self._seal = seal

    async def put(self, tx: Tx, plan: Plan) -> None:
        """Keep an agenda as it is now."""
        row = {
            "meeting": plan.meeting,
            "community": plan.community,
            "starts_at": int(plan.starts_at.timestamp()),
            "block": self._seal.close(_purpose(plan.community, plan.meeting), _PLAN.dump_json(plan)),
        }
        await upsert(tx, agenda_table, row)

    async def get(self, tx: Tx, community: int, meeting: str) -> Plan | None:
        """The agenda of a meeting, or None if nobody has begun one."""
        table = agenda_table
        found = select(table.c.block).where(table.c.community == community, table.c.meeting == meeting)
        block = await tx.scalar(found)
        if block is None:
            return None
        return _PLAN.validate_json(self._seal.open(_purpose(community, meeting), block))

    async def remove(self, tx: Tx, community: int, meeting: str) -> None:
        """Keep nothing of an agenda."""
        table = agenda_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.meeting == meeting))

    async def expire(self, tx: Tx, community: int, before: datetime) -> int:
        """Remove those of meetings that began before a moment; returns how many."""
        table = agenda_table
        old = (table.c.community == community) & (table.c.starts_at < int(before.timestamp()))
        return int((await tx.execute(delete(table).where(old))).rowcount)


def _purpose(community: int, meeting: str) -> Purpose:
    return Purpose("agenda", community, meeting)


_PLAN = TypeAdapter(Plan)
