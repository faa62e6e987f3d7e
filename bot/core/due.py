"""When the first row of a table is due, read again only where that may have changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime

from bot.core.database import Database, Tx


class NextDue:
    """Remembers the answer until something is written: a bell asks each second, and mostly nothing is new."""

    def __init__(self, database: Database, read: Callable[[Tx], Awaitable[datetime | None]]) -> None:
        """`read` finds the answer in the database."""
        self._database = database
        self._read = read
        self._answer: datetime | None = None
        self._mark: Hashable | None = None

    async def __call__(self) -> datetime | None:
        """When the first is due; None if nothing is."""
        # Taken before it is read: what is written meanwhile makes this answer an old one.
        mark = self._database.mark()
        if mark is None or mark != self._mark:
            async with self._database.read() as tx:
                answer = await self._read(tx)
            # Together: of two that read at once, the later mark must not stand beside the older answer.
            self._answer, self._mark = answer, mark
        return self._answer
