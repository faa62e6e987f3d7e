"""Posting the panel, which also says where a community's questions go."""

from __future__ import annotations

from bot.community.rules import Community
from bot.community.service import Communities
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.panel import text

KIND = "panel"


class Panel:
    """The panel of each community; the owner of the deliveries that carry it."""

    def __init__(
        self, database: Database, communities: Communities, deliveries: Deliveries, clock: Clock
    ) -> None:
        """`database` and `deliveries` are the everyday ones."""
        self._database = database
        self._communities = communities
        self._deliveries = deliveries
        self._clock = clock

    async def post(self, community: Community) -> Notice:
        """Set a community up and promise its panel, both or neither.

        Returns what the administrator reads; raises Refused for settings that cannot be.
        """
        key = new_key()
        delivery = Delivery(key, community.id, KIND, Post(community.questions_channel), text.panel(key))
        async with self._database.write() as tx:
            await self._communities.save(tx, community)
            await self._deliveries.put(tx, delivery, self._clock.now())
        return text.posted(community.questions_channel)

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows: a panel is not changed once it is out."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: `/panel` looked at the permissions first, and the panel is tried again."""
