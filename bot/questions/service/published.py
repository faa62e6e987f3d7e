"""What is published of questions, for features that show it elsewhere."""

from __future__ import annotations

from bot.core.database import Tx
from bot.questions.rules.question import AnonymousQuestion
from bot.questions.service.desk import Desk
from bot.questions.service.ports import OnPublished


class Published:
    """The published state: what waits for a window is not in it."""

    def __init__(self, desk: Desk) -> None:
        """`desk` holds databases, stores and keys."""
        self._desk = desk

    def tell(self, *followers: OnPublished) -> None:
        """Say who is told of each change; once, when all is built."""
        self._desk.followers[:] = followers

    async def open(self, tx: Tx, community: int) -> list[AnonymousQuestion]:
        """The questions that are not closed, in no order; `tx` is of the anonymous database.

        What is shown of them has to be for facilitators: some are theirs alone.
        """
        return await self._desk.store.open(tx, community)
