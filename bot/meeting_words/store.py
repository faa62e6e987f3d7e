"""The words that are kept for meetings, on the everyday database: ids of terms, which tell of nobody."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import BigInteger, Column, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, upsert

meeting_words_table = Table(
    "meeting_words",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("meeting", Text, primary_key=True),
    Column("terms", Text, nullable=False),
)


class MeetingWordsStore:
    """Reads and writes which terms belong to which meeting."""

    async def put(self, tx: Tx, community: int, meeting: str, terms: Sequence[str]) -> None:
        """Keep the ids of a meeting's terms, in their order, in place of earlier ones."""
        row = {"community": community, "meeting": meeting, "terms": json.dumps(list(terms))}
        await upsert(tx, meeting_words_table, row)

    async def of_community(self, tx: Tx, community: int) -> dict[str, tuple[str, ...]]:
        """The ids of the terms of each meeting that has any, by the meeting's."""
        table = meeting_words_table
        found = select(table.c.meeting, table.c.terms).where(table.c.community == community)
        return {row.meeting: tuple(json.loads(row.terms)) for row in await tx.execute(found)}

    async def remove(self, tx: Tx, community: int, meeting: str) -> bool:
        """Keep no words for a meeting; returns whether there were any."""
        table = meeting_words_table
        words = (table.c.community == community) & (table.c.meeting == meeting)
        return bool((await tx.execute(delete(table).where(words))).rowcount)
