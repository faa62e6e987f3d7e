"""When the first row of a table is due, read again only where that may have changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.core.database import Database, Tx


class NextDue:
    """Remembers the answer until something is written: a bell asks every second, and mostly nothing is new.

    Only for a SQLite file, which is one process's own while a bot runs; elsewhere others write as well.
    """

    def __init__(self, database: Database, read: Callable[[Tx], Awaitable[datetime | None]]) -> None:
        """`read` finds the answer in the database."""
        self._database = database
        self._read = read
        self._answer: datetime | None = None
        self._after: int | None = None

    async def __call__(self) -> datetime | None:
        """When the first is due; None if nothing is."""
        # Counted before it is read: what is written meanwhile makes this answer an old one.
        writes = self._database.writes
        if self._after != writes or not self._database.is_sqlite:
            async with self._database.read() as tx:
                self._answer = await self._read(tx)
            self._after = writes
        return self._answer
