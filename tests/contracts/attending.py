"""A community that is told of its meetings: the real services and stores, and a Discord that can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from bot.app.opening import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.attending.rules import Reply
from bot.attending.service import CHANGE, POST, Announcing, Replying
from bot.attending.store import AttendingStore, announcement_table, reply_table
from bot.core.database import Database
from bot.core.notices import Button, Notice
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.meetings.rules import Change, Meeting, Place
from config.settings import WORDING
from tests.contracts.nudging import AMA, BEN, HERE, QUESTIONS, Parish, open_parish
from tests.support import FakeClock, Message

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SAYS = Wording(WORDING)


class Hall(Parish):
    """A parish whose meetings are announced."""

    def starts(self) -> None:
        """The bot starts, or starts again."""
        super().starts()
        self.store, self.names = AttendingStore(), {AMA: "Ama", BEN: "Ben"}
        self.announcing = Announcing(
            store=self.store,
            communities=self.communities,
            nudges=self.nudges,
            deliveries=self.deliveries,
            alarms=self.alarms,
            clock=self.clock,
        )
        self.replying = Replying(
            database=self.database, store=self.store, people=self, names=self, clock=self.clock
        )
        self.alarms.answer(self.announcing.works())
        self.postman.belongs({POST: self.announcing, CHANGE: self.announcing})

    def name_of(self, community: int, account: int) -> str:
        """What somebody is called."""
        return self.names.get(account, "")

    async def find(self, community, account):  # type: ignore[no-untyped-def]
        async with self.database.read() as tx:
            return await self.members.get(tx, community, account)

    async def member(self, tx, community, member):  # type: ignore[no-untyped-def]
        return await self.members.by_id(tx, community, member)

    async def decides(self, before: Meeting | None, after: Meeting | None) -> None:
        """A meeting is added, changed or cancelled; nothing has gone out yet."""
        async with self.database.write() as tx:
            await self.announcing.meeting_changed(tx, HERE, Change(before, after))

    async def plans(self, days: float = 7, **what: object) -> Meeting:
        """A meeting is added, and all that follows at once is done."""
        values = {"place": Place(channel=5), **what}
        meeting = replace(Meeting("m1", HERE, "First", self.clock.now() + days * DAY), **values)
        await self.decides(None, meeting)
        await self.rings()
        return meeting

    async def changes_to(self, before: Meeting, after: Meeting | None) -> None:
        """A meeting is changed or cancelled, and all that follows at once is done."""
        await self.decides(before, after)
        await self.rings()

    def posts(self) -> list[str]:
        """What everybody reads in the channel, as it is now."""
        return [self.words(each.notice) for each in self.discord.messages if each.channel == QUESTIONS]

    def direct(self, account: int = AMA) -> list[str]:
        """What somebody was written."""
        return [self.words(each.notice) for each in self.discord.messages if each.channel == account]

    def last(self) -> Message:
        """The latest message in the channel."""
        return [each for each in self.discord.messages if each.channel == QUESTIONS][-1]

    def buttons(self, at: int = 0) -> list[Button]:
        """Those of a message in the channel."""
        return list([each for each in self.discord.messages if each.channel == QUESTIONS][at].notice.buttons)

    @staticmethod
    def words(notice: Notice) -> str:
        """A message as it is read."""
        return "\n".join(SAYS.say(part) for part in notice.parts)  # type: ignore[arg-type]

    async def says(self, reply: Reply, account: int = AMA, at: int = 0) -> Notice:
        """Somebody presses below a message in the channel."""
        return await self.replying.reply(HERE, account, self.buttons(at)[0].token, reply)

    async def lists(self) -> str:
        """What facilitators read."""
        return self.words(await self.replying.listed(HERE, self.buttons()[0].token))

    async def left(self) -> tuple[int, int, int]:
        """How many announcements, answers and alarms there are."""
        async with self.database.read() as tx:
            tables = (announcement_table, reply_table, EVERYDAY_ALARMS)
            one, two, three = [len((await tx.execute(select(each))).all()) for each in tables]
        return one, two, three


async def open_hall(database: Database, seal: Seal, clock: FakeClock) -> Hall:
    """A community with Ama and Ben in it."""
    clock.time = NOON
    parish = await open_parish(database, seal, clock)

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=[announcement_table, reply_table])

    async with database.write() as tx:
        await tx.run_sync(make)
    assert EVERYDAY_DELIVERIES is not None
    hall = Hall(parish.database, seal, clock)
    await hall.joins()
    await hall.joins("ben", BEN)
    return hall
