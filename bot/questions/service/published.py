"""What is published of questions, for features that show or repeat it. It is read anew each time.

So what was taken back meanwhile is not repeated.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.core.database import Tx
from bot.questions.rules.public import Public, between, public
from bot.questions.rules.question import AnonymousQuestion
from bot.questions.rules.windows import LENGTHS, window_start
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

    async def of_meeting(self, community: int, began: datetime, ended: datetime) -> list[Public]:
        """What everybody can read of questions that came out or were answered in a meeting, by number.

        What was asked just before its end comes out one window later.
        """
        settings = await self._desk.settings(community)
        until = ended + LENGTHS[settings.pace]
        return public(between(await self._all(community), window_start(began), until))

    async def these(self, community: int, cards: Collection[str]) -> list[Public]:
        """What everybody can read now of the questions with these cards, by number."""
        return [each for each in public(await self._all(community)) if each.card in cards]

    async def wordless(self, community: int, cards: Collection[str]) -> set[str]:
        """Those of these cards whose words were taken away for good, as everybody can read."""
        async with self._desk.database.read() as tx:
            closed = await self._desk.store.closed(tx, community)
        return {each.card.token for each in closed if each.is_wordless and each.card.token in cards}

    async def _all(self, community: int) -> list[AnonymousQuestion]:
        async with self._desk.database.read() as tx:
            store = self._desk.store
            return [*await store.open(tx, community), *await store.closed(tx, community)]
