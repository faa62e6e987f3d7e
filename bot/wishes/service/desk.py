"""What the services of wishes share: the database, ports, and when facilitators are given what waits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.community.service import Communities
from bot.core.alarms import Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.nudges.rules.nudge import zone_of
from bot.people.rules import Member
from bot.wishes import rules
from bot.wishes.rules import Proposed
from bot.wishes.service.ports import Nudges, People, WishStore

#: One for each community, at most: when facilitators are given what waits.
WEEKLY = "wishes.weekly"


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is needed; database, deliveries and alarms are the everyday ones."""

    database: Database
    store: WishStore
    people: People
    communities: Communities
    nudges: Nudges
    deliveries: Deliveries
    alarms: Alarms
    clock: Clock

    async def items(self, community: int) -> list[Proposed]:
        """Every item that was proposed in a community."""
        async with self.database.read() as tx:
            return await self.store.of_community(tx, community)

    async def get(self, tx: Tx, community: int, id_: str) -> Proposed:
        """One of them; raises Refused if it is gone."""
        found = await self.store.get(tx, community, id_)
        if found is None:
            raise Refused("error-wishes-gone")
        return found

    async def member(self, community: int, account: int) -> Member | None:
        """Whoever pressed, if she has joined and has not left."""
        found = await self.people.find(community, account)
        return None if found is None or found.left_on is not None else found

    async def let_wait(self, tx: Tx, community: int) -> None:
        """Something waits for facilitators: they hear of it on the Monday that comes, with all that does."""
        if not await self.alarms.is_set(tx, WEEKLY, str(community)):
            settings = await self.communities.settings_in(tx, community)
            when = rules.batch_at(self.clock.now(), zone_of(settings))
            await self.alarms.set(tx, Alarm(WEEKLY, str(community), when))
