"""The papers of meetings, on the everyday database; they are about nobody."""

from __future__ import annotations

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert
from bot.papers.rules import Papers

papers_table = Table(
    "meeting_papers",
    EVERYDAY,
    Column("meeting", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("state", Text, nullable=False),
)


class PapersStore:
    """Reads and writes papers."""

    async def put(self, tx: Tx, papers: Papers) -> None:
        """Keep papers as they are now."""
        row = {
            "meeting": papers.meeting.id,
            "community": papers.meeting.community,
            "key": papers.key,
            "state": _PAPERS.dump_json(papers).decode(),
        }
        await upsert(tx, papers_table, row)

    async def get(self, tx: Tx, community: int, meeting: str) -> Papers | None:
        """The papers of a meeting, or None if there are none."""
        table = papers_table
        found = select(table.c.state).where(table.c.community == community, table.c.meeting == meeting)
        state = await tx.scalar(found)
        return None if state is None else _PAPERS.validate_json(state)

    async def by_key(self, tx: Tx, community: int, key: str) -> Papers | None:
        """The papers with this key, or None if there are none in this community."""
        table = papers_table
        found = select(table.c.state).where(table.c.community == community, table.c.key == key)
        state = await tx.scalar(found)
        return None if state is None else _PAPERS.validate_json(state)

    async def of_community(self, tx: Tx, community: int) -> list[Papers]:
        """All of a community, in the order of their meetings' ids."""
        table = papers_table
        found = select(table.c.state).where(table.c.community == community).order_by(table.c.meeting)
        return [_PAPERS.validate_json(row.state) for row in await tx.execute(found)]

    async def remove(self, tx: Tx, community: int, meeting: str) -> None:
        """Keep no papers of a meeting."""
        table = papers_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.meeting == meeting))


_PAPERS = TypeAdapter(Papers)
