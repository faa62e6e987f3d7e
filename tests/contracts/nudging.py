"""A community with unasked messages, built as `bot.app` builds it, and a Discord that can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from bot.app.opening import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.community.rules import Community, CommunitySettings, PastDate
from bot.community.service import Communities
from bot.community.service.pausing import CARD, Pausing
from bot.community.store import CommunityStore, community_table, settings_table
from bot.core.alarms import Alarms
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.notices import Line, Notice, Words
from bot.core.postman import Postman
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.nudges.rules import Budget, Nudge
from bot.nudges.service import MESSAGE, Nudges
from bot.nudges.store import NudgeStore, nudge_table, undelivered_table
from bot.people.rules import Member
from bot.people.service import People
from bot.people.store import InvitationStore, PeopleStore, member_table
from tests.support import FakeClock, FakeDiscord

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
AMA, BEN = 190_000_000_000_000_042, 190_000_000_000_000_043
QUESTIONS, FACILITATORS = 600_000_000_000_000_001, 600_000_000_000_000_002
TABLES = (
    *(nudge_table, undelivered_table, community_table, settings_table, member_table),
    *(EVERYDAY_ALARMS, EVERYDAY_DELIVERIES),
)


@dataclass
class FakeErrands:
    """What contacts have to print or to say."""

    given: list[tuple[str, str, str, date]] = field(default_factory=list)

    async def errand(self, tx: Tx, community: int, member: str, *, kind: str, line: Line, due: date) -> None:
        self.given.append((member, kind, line.id, due))


@dataclass
class FakeMeetings:
    """A feature with dates that pass while all is paused."""

    dates: list[PastDate] = field(default_factory=list)
    told: list[tuple[int, datetime, datetime]] = field(default_factory=list)

    async def resumed(self, tx: Tx, community: int, since: datetime, now: datetime) -> list[PastDate]:
        self.told.append((community, since, now))
        return self.dates


@dataclass
class FakeFeature:
    """Whoever sends messages, and hears which never went."""

    told: list[tuple[str, str]] = field(default_factory=list)

    async def lost(self, tx: Tx, community: int, member: str, key: str) -> None:
        self.told.append((member, key))


class Parish:
    """A community whose members get messages of the bot's own accord."""

    def __init__(self, database: Database, seal: Seal, clock: FakeClock) -> None:
        self.database, self.seal, self.clock = database, seal, clock
        self.discord, self.errands, self.meetings = FakeDiscord(clock), FakeErrands(), FakeMeetings()
        self.feature = FakeFeature()
        self.members, self.kept = PeopleStore(seal), NudgeStore(seal)
        self.communities = Communities(database, CommunityStore())
        self.starts()

    def starts(self) -> None:
        """The bot starts, or starts again."""
        database, clock = self.database, self.clock
        self.deliveries = Deliveries(EVERYDAY_DELIVERIES, self.seal)
        self.alarms = Alarms(database, EVERYDAY_ALARMS, clock)
        people = People(
            database=database,
            store=self.members,
            invitations=InvitationStore(self.seal),
            communities=self.communities,
            alarms=self.alarms,
            clock=clock,
        )
        shared = {"database": database, "communities": self.communities, "deliveries": self.deliveries}
        self.nudges = Nudges(
            store=self.kept,
            people=people,
            alarms=self.alarms,
            clock=clock,
            **shared,  # type: ignore[arg-type]
        )
        self.pausing = Pausing(clock=clock, **shared)  # type: ignore[arg-type]
        self.nudges.pass_on_to(self.errands)
        self.nudges.tell({"test": self.feature})
        self.pausing.tell(self.nudges, self.meetings)
        self.alarms.answer(self.nudges.works())
        self.postman = Postman(database, self.deliveries, self.discord, clock)
        self.postman.belongs({MESSAGE: self.nudges, CARD: self.pausing})

    async def joins(self, id_: str = "ama", account: int | None = AMA, **changes: Any) -> Member:
        """Somebody joins, or is as she is from now on."""
        day = self.clock.now()
        member = Member(
            id_, HERE, account, day.date(), frozenset({HERE}), day.replace(microsecond=0), **changes
        )
        async with self.database.write() as tx:
            await self.members.put(tx, member)
        return member

    async def changes(self, member: Member, **changes: Any) -> Member:
        """Something about somebody is different."""
        changed = replace(member, **changes)
        async with self.database.write() as tx:
            await self.members.put(tx, changed)
        return changed

    async def chooses(self, change: Callable[[CommunitySettings], CommunitySettings]) -> None:
        """The community chooses something else."""
        async with self.database.write() as tx:
            await self.communities.change(tx, HERE, change)

    async def sends(self, *nudges: Nudge) -> None:
        """A feature decides that these be sent; what can be, is done at once."""
        async with self.database.write() as tx:
            for nudge in nudges:
                await self.nudges.send(tx, nudge)
        await self.rings()

    async def rings(self) -> None:
        """All that is due is done."""
        await self.alarms.ring()
        await self.postman.ring()

    async def passes_until(self, moment: datetime) -> None:
        """Time passes, stopping wherever something is due."""
        while True:
            await self.rings()
            due = [each for each in (await self.alarms.next_due(), await self.postman.next_due()) if each]
            step = min([*due, moment])
            if step >= moment:
                break
            self.clock.time = max(step, self.clock.time)
        self.clock.time = moment
        await self.rings()

    def said(self, account: int = AMA) -> list[str]:
        """What somebody has read in the chat with the bot."""
        return [_words(each.notice) for each in self.discord.messages if each.channel == account]

    def came(self, account: int = AMA) -> list[datetime]:
        """When it came."""
        return [each.posted for each in self.discord.messages if each.channel == account]

    def cards(self) -> list[str]:
        """What everybody reads in the questions channel, as it is now."""
        return [_words(each.notice) for each in self.discord.messages if each.channel == QUESTIONS]

    async def rows(self) -> dict[str, int]:
        """How many rows each table has, where it has any."""
        found = {}
        async with self.database.read() as tx:
            for table in TABLES:
                found[table.name] = len((await tx.execute(select(table))).all())
        return {name: count for name, count in found.items() if count}


async def open_parish(database: Database, seal: Seal, clock: FakeClock) -> Parish:
    """A community that is set up, with nobody in it."""

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=TABLES)

    parish = Parish(database, seal, clock)
    async with database.write() as tx:
        await tx.run_sync(make)
        await parish.communities.save(tx, Community(HERE, QUESTIONS, FACILITATORS, 7))
    return parish


def message(key: str, clock: FakeClock, **changes: Any) -> Nudge:
    """A message that says its key, from now on."""
    values: dict[str, Any] = {
        "community": HERE,
        "member": "ama",
        "kind": "test",
        "notice": Notice((Line("panel-new-answers"), Words(key))),
        "not_before": clock.now(),
        "until": None,
        "budget": Budget.COUNTED,
    }
    return Nudge(key=key, **{**values, **changes})


def _words(notice: Notice) -> str:
    said = [part.words if isinstance(part, Words) else part.id for part in notice.parts]
    return " ".join(each for each in said if each != "panel-new-answers")
