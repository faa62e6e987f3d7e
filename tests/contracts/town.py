"""People in their servers, built as `bot.app` builds them, with fakes of the ports that lead outside."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import MetaData, select

from bot.community.rules import Community, CommunitySettings
from bot.community.service import Communities
from bot.community.store import CommunityStore, community_table, settings_table
from bot.core.alarms import Alarms, alarm_table
from bot.core.database import Database
from bot.core.deliveries import Deliveries, Delivery, delivery_table
from bot.core.errors import NotAllowed, NotNow
from bot.core.notices import Line, Notice, Words
from bot.core.sealing import KEY_BYTES, Seal
from bot.people.rules import CHECK_AFTER, Member
from bot.people.service import AboutMe, Inviting, Joining, People, WithoutDiscord
from bot.people.store import InvitationStore, PeopleStore, invitation_table, member_table
from tests.support import FakeClock

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
AMA, BEN, CAT = 190_000_000_000_000_042, 190_000_000_000_000_043, 190_000_000_000_000_044
LAY, CLINICAL = 700_000_000_000_000_001, 2**63 - 1
QUESTIONS, FACILITATORS, FACILITATING = 11, 12, 13

_OTHERS = MetaData()
_ALARMS, _DELIVERIES = alarm_table(_OTHERS), delivery_table(_OTHERS)
_TABLES = (member_table, invitation_table, community_table, settings_table)


@dataclass
class FakeServers:
    """Discord. Whoever is not in `there` has left; nobody can be asked about who is in `silent`."""

    there: dict[tuple[int, int], frozenset[int]] = field(default_factory=dict)
    silent: set[int] = field(default_factory=set)
    #: What people are called, by account.
    called: dict[int, str] = field(default_factory=dict)
    #: The roles that the bot may not give.
    forbidden: set[int] = field(default_factory=set)
    #: About whom Discord was asked, in turn.
    asked: list[int] = field(default_factory=list)
    #: Done, once, while the question is on its way.
    meanwhile: Callable[[], Awaitable[object]] | None = None

    async def roles_of(self, community: int, account: int) -> frozenset[int] | None:
        self.asked.append(account)
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        if account in self.silent:
            raise NotNow("status 503")
        return self.there.get((community, account))

    async def find(self, community: int, name: str) -> list[int]:
        if self.silent:
            raise NotNow("status 503")
        return [account for account, called in self.called.items() if called.casefold() == name.casefold()]

    async def give(self, community: int, account: int, role: int) -> None:
        if role in self.forbidden:
            raise NotAllowed("50013")
        if account in self.silent:
            raise NotNow("status 503")
        self.there[community, account] |= {role}


@dataclass
class FakeMeetings:
    """When the next meeting is."""

    starts: datetime | None = None

    async def next_start(self, community: int) -> datetime | None:
        return self.starts


class Town:
    """A community and its people."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock = database, clock
        self.seal = Seal(bytes(KEY_BYTES))
        self.store, self.invitations = PeopleStore(self.seal), InvitationStore(self.seal)
        self.servers, self.meetings = FakeServers(), FakeMeetings()
        self.communities = Communities(database, CommunityStore())
        self.post = Deliveries(_DELIVERIES, self.seal)
        #: Whom the rest of the bot was told to erase.
        self.told: list[tuple[int, str]] = []
        self.starts()

    async def is_built(self) -> None:
        """The tables are made, and the community is set up."""
        async with self.database.write() as tx:
            for table in (*_TABLES, _ALARMS, _DELIVERIES):
                await tx.run_sync(table.create)
            await self.communities.save(tx, Community(HERE, QUESTIONS, FACILITATORS, FACILITATING))

    def starts(self) -> None:
        """The bot starts, for the first time or again."""
        # An account can press, and a time be read, in the middle of a second.
        self.clock.time = self.clock.time.replace(microsecond=654_321)
        database, clock, communities = self.database, self.clock, self.communities
        self.alarms = Alarms(database, _ALARMS, clock)
        self.people = People(
            database=database,
            store=self.store,
            invitations=self.invitations,
            communities=communities,
            alarms=self.alarms,
            clock=clock,
        )
        people = self.people
        self.joining = Joining(
            database=database,
            people=people,
            invitations=self.invitations,
            communities=communities,
            deliveries=self.post,
            alarms=self.alarms,
            clock=clock,
            erasing=self,
        )
        self.me = AboutMe(
            database=database,
            people=people,
            joining=self.joining,
            communities=communities,
            clock=clock,
            meetings=self.meetings,
        )
        self.inviting = Inviting(
            database=database,
            people=people,
            invitations=self.invitations,
            communities=communities,
            alarms=self.alarms,
            clock=clock,
            directory=self.servers,
            search=self.servers,
        )
        self.without = WithoutDiscord(
            database=database, people=people, communities=communities, clock=clock, erasing=self
        )
        self.alarms.answer(people.works(self.servers))
        self.alarms.answer(self.joining.works(self.servers))
        self.alarms.answer(self.inviting.works())

    async def erase_member(self, community: int, member: str) -> None:
        """Every feature forgets a member; of these, there is one."""
        self.told.append((community, member))
        async with self.database.write() as tx:
            await self.people.erase(tx, community, member)

    async def chooses(self, change: Callable[[CommunitySettings], CommunitySettings]) -> None:
        """The community chooses something."""
        async with self.database.write() as tx:
            await self.communities.change(tx, HERE, change)

    async def joins(self, account: int = AMA, *roles: int, community: int = HERE, **fields: str) -> Notice:
        """Somebody in the server presses [Join], and sends the form."""
        self.servers.there[community, account] = frozenset({*roles, community})
        filled = {"group": "none", **fields}
        there = self.servers.there[community, account]
        return await self.joining.join(community, account, there, filled, keeps_contact=True)

    def goes(self, account: int = AMA, community: int = HERE) -> None:
        """Somebody leaves the server."""
        del self.servers.there[community, account]

    async def passes(self, times: int = 1) -> None:
        """A day passes, and one member is looked up; or so many days."""
        for _ in range(times):
            self.clock.time += CHECK_AFTER
            await self.rings()

    async def days(self, number: int) -> None:
        """So many days pass; what is due is done once a day, as if the bot ran no more often."""
        for _ in range(number):
            self.clock.move(days=1)
            await self.rings()

    async def rings(self) -> None:
        """All that is due is done."""
        # To ask Discord inside a transaction would hold up everybody; here, for ever.
        async with asyncio.timeout(10):
            await self.alarms.ring()

    async def member(self, account: int = AMA, community: int = HERE) -> Member:
        """What is kept of somebody who has joined."""
        found = await self.people.find(community, account)
        assert found is not None
        return found

    async def everybody(self, community: int = HERE) -> list[Member]:
        """All members."""
        async with self.database.read() as tx:
            return await self.people.of_community(tx, community)

    async def here(self) -> set[int]:
        """Who has joined, and is in the server."""
        return {member.account or 0 for member in await self.people.members(HERE)}

    async def open_invitations(self) -> int:
        """How many invitations are open."""
        async with self.database.read() as tx:
            return await self.invitations.count(tx, HERE)

    async def waiting(self) -> list[Delivery]:
        """The messages that are promised."""
        async with self.database.write() as tx:
            found = []
            while (claimed := await self.post.claim(tx, self.clock.now())) is not None:
                found.append(self.post.open(claimed))
                await self.post.arrived(tx, claimed)
        return found

    async def rows(self) -> int:
        """How many members are kept, in all communities."""
        async with self.database.read() as tx:
            return len((await tx.execute(select(member_table))).all())


def ids(notice: Notice) -> list[str]:
    """The sentences of a notice, people's own words left out."""
    return [part.id for part in notice.parts if isinstance(part, Line)]


def pressable(notice: Notice) -> list[str]:
    """What can be pressed on a notice."""
    return [button.action for button in notice.buttons]


def value(notice: Notice, id_: str, name: str) -> object:
    """What a sentence of a notice is filled with."""
    (found,) = [part.values[name] for part in notice.parts if isinstance(part, Line) and part.id == id_]
    return found.words if isinstance(found, Words) else found
