"""Meetings in the server's list of events, on the everyday database."""

from __future__ import annotations

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert
from bot.events.rules import Entry

entry_table = Table(
    "event_entry",
    EVERYDAY,
    Column("meeting", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("state", Text, nullable=False),
)


class EventStore:
    """Reads and writes entries."""

    async def put(self, tx: Tx, entry: Entry) -> None:
        """Keep an entry as it is now."""
        row = {
            "meeting": entry.meeting.id,
            "community": entry.meeting.community,
            "state": _ENTRY.dump_json(entry).decode(),
        }
        await upsert(tx, entry_table, row)

    async def get(self, tx: Tx, community: int, meeting: str) -> Entry | None:
        """The entry of a meeting, or None if there is none in this community."""
        this = (entry_table.c.community == community) & (entry_table.c.meeting == meeting)
        state = await tx.scalar(select(entry_table.c.state).where(this))
        return None if state is None else _ENTRY.validate_json(state)

    async def of_community(self, tx: Tx, community: int) -> list[Entry]:
        """All of a community, in no order."""
        found = select(entry_table.c.state).where(entry_table.c.community == community)
        return [_ENTRY.validate_json(row.state) for row in await tx.execute(found)]

    async def remove(self, tx: Tx, community: int, meeting: str) -> None:
        """Keep nothing of a meeting."""
        this = (entry_table.c.community == community) & (entry_table.c.meeting == meeting)
        await tx.execute(delete(entry_table).where(this))


_ENTRY = TypeAdapter(Entry)
