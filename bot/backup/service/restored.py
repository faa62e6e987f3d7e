"""What follows in the communities when a backup was put back, at the next start of the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date

from bot.backup import text
from bot.community.rules import Community
from bot.core.alarms import Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.postman import Refusal

KIND = "backup.restored"


class Restored:
    """Closes what was open, and says so; the owner of the message that does."""

    def __init__(
        self,
        *,
        database: Database,
        deliveries: Deliveries,
        alarms: Alarms,
        clock: Clock,
        end_questions: Callable[[], Awaitable[None]],
    ) -> None:
        """`database`, `deliveries` and `alarms` are the everyday ones. `end_questions` can be repeated."""
        self._database = database
        self._deliveries = deliveries
        self._alarms = alarms
        self._clock = clock
        self._end_questions = end_questions

    async def prepare(self, tx: Tx, communities: Sequence[Community], made_on: date) -> None:
        """Promise, in a database that is about to be put back, all that follows from that.

        What waited to be sent was sent since, or is too old: it goes.
        """
        now = self._clock.now()
        await self._deliveries.drop_all(tx)
        for community in communities:
            key = new_key()
            place = Post(community.questions_channel)
            told = Delivery(key, community.id, KIND, place, text.restored(made_on, key))
            await self._deliveries.put(tx, told, now)
        await self._alarms.set(tx, Alarm(KIND, "", now))

    async def start(self) -> None:
        """End open questions, before anything waiting can come out; once, and again if it was broken off."""
        async with self._database.read() as tx:
            if not await self._alarms.is_set(tx, KIND, ""):
                return
        await self._end_questions()
        async with self._database.write() as tx:
            await self._alarms.forget(tx, KIND, "")

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: it is tried again until somebody has mended the channel."""
