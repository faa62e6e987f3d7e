"""What the services of proposals share: databases and ports, and how a proposal is kept."""

from __future__ import annotations

from dataclasses import dataclass

from bot.community.service import Communities
from bot.core.alarms import Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.glossary.rules.term import Term
from bot.glossary.service import Keeping
from bot.glossary.service.indexes import Indexes
from bot.nudges.rules import next_in_channel
from bot.people.rules import Member
from bot.proposals import rules
from bot.proposals.rules import Proposal
from bot.proposals.service.ports import People, ProposalStore

#: One for each community, at most: when facilitators are told that something waits.
TELL = "proposals.tell"


@dataclass(frozen=True, slots=True)
class Office:
    """All that is needed; database, deliveries and alarms are the everyday ones."""

    database: Database
    store: ProposalStore
    keeping: Keeping
    indexes: Indexes
    people: People
    communities: Communities
    deliveries: Deliveries
    alarms: Alarms
    clock: Clock

    async def all_of(self, community: int) -> list[Proposal]:
        """Every proposal of a community."""
        async with self.database.read() as tx:
            return await self.store.of_community(tx, community)

    async def get(self, tx: Tx, community: int, id_: str) -> Proposal:
        """One of them; raises Refused if it is gone."""
        found = await self.store.get(tx, community, id_)
        if found is None:
            raise Refused("error-proposal-gone")
        return found

    async def term(self, community: int, id_: str) -> Term | None:
        """A term that is shown, or None if it is not any more."""
        return (await self.indexes.of(community)).by_id.get(id_)

    async def member(self, community: int, account: int) -> Member | None:
        """Whoever pressed, if she has joined and has not left."""
        found = await self.people.find(community, account)
        return None if found is None or found.left_on is not None else found

    async def let_wait(self, tx: Tx, proposal: Proposal) -> None:
        """Keep a new one; who decides is told of it in good time, once a week at most."""
        await self.store.put(tx, proposal)
        subject = str(proposal.community)
        if not await self.alarms.is_set(tx, TELL, subject):
            settings = await self.communities.settings_in(tx, proposal.community)
            when = next_in_channel(settings, self.clock.now())
            if when is not None:
                await self.alarms.set(tx, Alarm(TELL, subject, when))

    async def drop(self, tx: Tx, proposal: Proposal) -> None:
        """Keep nothing of one; what was put together with it waits by itself again."""
        await self.store.drop(tx, proposal.community, proposal.id)
        every = await self.store.of_community(tx, proposal.community)
        for each in rules.loosened(every, proposal.id):
            await self.store.put(tx, each)
