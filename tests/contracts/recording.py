"""A community whose meetings have a record: the real services and stores, and a Discord that can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from bot.agenda.rules import Item
from bot.attending.rules import Reply
from bot.attending.store import AttendingStore, reply_table
from bot.core.database import Database
from bot.core.errors import Refused
from bot.core.notices import Line, Notice, Words
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.meetings.rules import Meeting
from bot.people.service import People
from bot.people.store import InvitationStore
from bot.questions.rules.public import Public
from bot.record.rules import Record
from bot.record.service import Office, Records
from bot.record.service.promising import OFFERED_AFTER
from bot.record.store import RecordStore, record_table
from bot.sittings.rules import Sitting
from config.settings import WORDING
from tests.contracts.nudging import FACILITATORS, HERE, QUESTIONS, Parish, open_parish
from tests.support import FakeClock, Message

#: Thursday 14 May 2026, in the afternoon; the meeting begins at 13:00 UTC, 14:00 on the wall.
BEGAN = datetime(2026, 5, 14, 13, tzinfo=UTC)
TITLE = "The zyzzle meeting"
SAYS = Wording(WORDING)
HOUR = timedelta(hours=1)


class Minutes(Parish):
    """A parish whose meetings have a record. It is its own agenda, its planned meetings, its questions."""

    def starts(self) -> None:
        """The bot starts, or starts again."""
        super().starts()
        self.store, self.attending = RecordStore(self.seal), AttendingStore()
        if not hasattr(self, "planned"):
            self.planned: list[Meeting] = []
            self.asked: list[Public] = []
            self.on_agenda: list[Item] = []
            self.came: list[str] = []
            self.back: set[str] = set()
        self.records = Records(self._office(), self.alarms)
        self.alarms.answer(self.records.promising.works())
        self.postman.belongs(self.records.kinds())

    def _office(self) -> Office:
        people = People(
            database=self.database,
            store=self.members,
            invitations=InvitationStore(self.seal),
            communities=self.communities,
            alarms=self.alarms,
            clock=self.clock,
        )
        return Office(
            database=self.database,
            store=self.store,
            communities=self.communities,
            meetings=self,
            questions=self,
            replies=self.attending,
            people=people,
            nudges=self.nudges,
            deliveries=self.deliveries,
            alarms=self.alarms,
            clock=self.clock,
            agenda=self,
            presence=self,
        )

    # Neighbours

    async def items(self, tx, community, meeting):  # type: ignore[no-untyped-def]
        return [each for each in self.on_agenda if (each.community, each.meeting) == (community, meeting)]

    async def here(self, tx, community, sitting):  # type: ignore[no-untyped-def]
        return list(self.came)

    async def upcoming(self, tx, community):  # type: ignore[no-untyped-def]
        return [each for each in self.planned if each.starts_at > self.clock.now()]

    async def of_meeting(self, community, began, ended):  # type: ignore[no-untyped-def]
        return list(self.asked)

    async def these(self, community, cards):  # type: ignore[no-untyped-def]
        return [each for each in self.asked if each.card in cards]

    async def wordless(self, community, cards):  # type: ignore[no-untyped-def]
        return self.back & set(cards)

    # What happens

    @property
    def sitting(self) -> Sitting:
        """The meeting as it takes place."""
        return Sitting("s1", HERE, "m1", TITLE, "Europe/London", BEGAN, BEGAN + 6 * HOUR)

    async def ends(self, hours: float = 2) -> None:
        """The meeting ends, and that its record can be finished is said."""
        ended = BEGAN + timedelta(hours=hours)
        self.clock.time = max(self.clock.time, ended)
        async with self.database.write() as tx:
            await self.records.promising.sitting_ended(tx, replace(self.sitting, ended_at=ended))
        await self.rings()
        self.clock.time += OFFERED_AFTER
        await self.rings()

    async def goes_on(self) -> None:
        """It was ended by mistake."""
        async with self.database.write() as tx:
            await self.records.promising.sitting_began(tx, self.sitting)
        await self.rings()

    async def cannot_come(self, member: str) -> None:
        """Somebody said so before."""
        async with self.database.write() as tx:
            await self.attending.reply(tx, HERE, "m1", member, Reply.NOT)

    # What people press

    async def writes(self, token: str = "", part: str = "decided", version: int = 0, **fields: str) -> str:
        """A form for one part is sent; returns what is read then."""
        key = (await self.record()).key
        sent = f"{token or key}.{part}.{version}"
        return self.words(await self.records.writing.save(HERE, sent, fields, ()))

    async def previews(self) -> tuple[str, str]:
        """What is read before it is posted, and the token of [Post it]."""
        key = (await self.record()).key
        shown = await self.records.writing.preview(HERE, 1, key, leads=False)
        return self.words(shown), shown.buttons[0].token

    async def presses_post(self) -> str:
        """The preview is looked at, and posted; what follows at once is done."""
        _, token = await self.previews()
        told = self.words(await self.records.posting.post(HERE, token))
        await self.rings()
        return told

    async def refused(self, made) -> str:  # type: ignore[no-untyped-def]
        """The sentence that somebody reads who cannot do this."""
        try:
            await made
        except Refused as refusal:
            return refusal.line.id
        return ""

    # What there is

    async def record(self) -> Record:
        """The record as it is kept."""
        async with self.database.read() as tx:
            found = await self.store.get(tx, HERE, "s1")
        assert found is not None
        return found

    def messages(self, channel: int) -> list[Message]:
        """What lies in a channel, or in a chat."""
        return [each for each in self.discord.messages if each.channel == channel]

    def posts(self) -> list[str]:
        """What everybody reads."""
        return [self.words(each.notice) for each in self.messages(QUESTIONS)]

    def told(self) -> list[str]:
        """What facilitators read in their channel."""
        return [self.words(each.notice) for each in self.messages(FACILITATORS)]

    @staticmethod
    def words(notice: Notice) -> str:
        """A message as it is read."""
        said = (each.words if isinstance(each, Words) else SAYS.say(each) for each in notice.parts)
        return "\n".join(said)

    async def in_the_table(self) -> bytes:
        """All that the table holds."""
        async with self.database.read() as tx:
            return b"".join((await tx.execute(select(record_table.c.block))).scalars())


def say(line: Line) -> str:
    """A sentence as it is printed."""
    return SAYS.say(line)


async def open_minutes(database: Database, seal: Seal, clock: FakeClock) -> Minutes:
    """A community with Ama and Ben in it, whose meeting has begun."""
    clock.time = BEGAN
    parish = await open_parish(database, seal, clock)

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=[record_table, reply_table])

    async with database.write() as tx:
        await tx.run_sync(make)
    minutes = Minutes(parish.database, seal, clock)
    await minutes.joins()
    return minutes
