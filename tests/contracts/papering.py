"""A community whose meetings have papers: the real services and stores, and a Discord that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot.agenda.rules import Item, Pauses
from bot.core.database import Database, Tx
from bot.core.notices import Line, Notice, Words
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.glossary.rules.term import Term
from bot.meetings.rules import Change, Meeting, Place
from bot.papers.service import CARD, POST, Desk, Office, Sending
from bot.papers.service.office import Ground
from bot.papers.store import PapersStore, papers_table
from bot.people.rules import Member
from config.settings import WORDING
from tests.bot.glossary.samples import PLAIN
from tests.contracts.nudging import FACILITATORS, HERE, QUESTIONS, Parish, open_parish
from tests.support import FakeClock, Message

#: A Thursday; the meeting is on Thursday the 26th, so its papers go on the 19th.
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
STARTS = datetime(2026, 3, 26, 14, tzinfo=UTC)
SENT = datetime(2026, 3, 19, 14, tzinfo=UTC)
SHOWN = datetime(2026, 3, 17, 14, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SAYS = Wording(WORDING)
LINK = "https://papers.example.org/two-pages"


class FakeAgenda:
    """What a meeting is about."""

    def __init__(self) -> None:
        self.kept: list[Item] = []
        self.breathing = Pauses()

    async def items(self, tx: Tx, community: int, meeting: str) -> Sequence[Item]:
        return [each for each in self.kept if (each.community, each.meeting) == (community, meeting)]

    async def pauses(self, tx: Tx, community: int, meeting: str) -> Pauses:
        return self.breathing


class FakeWords:
    """The words of a meeting."""

    def __init__(self) -> None:
        self.kept: tuple[Term, ...] = (PLAIN,)

    async def of_meeting(self, tx: Tx, community: int, meeting: str) -> Sequence[Term]:
        return self.kept


class Library(Parish):
    """A parish whose meetings have papers."""

    def starts(self) -> None:
        """The bot starts, or starts again."""
        super().starts()
        if not hasattr(self, "agenda"):
            self.agenda, self.words = FakeAgenda(), FakeWords()
        ground = Ground(
            database=self.database,
            store=PapersStore(),
            communities=self.communities,
            rooms=self,
            people=self,
            deliveries=self.deliveries,
            clock=self.clock,
        )
        office = Office(ground, self.agenda, self.words, self.errands)
        self.sending, self.desk = Sending(office, self.alarms), Desk(office, SAYS.say)
        self.pausing.tell(self.sending)
        self.alarms.answer(self.sending.works())
        self.postman.belongs({POST: self.sending, CARD: self.sending})

    def voice_name(self, community: int, channel: int) -> str:
        """What a voice channel is called."""
        return "The big room"

    async def of_community(self, tx: Tx, community: int) -> list[Member]:
        """Who has joined."""
        return await self.members.of_community(tx, community)

    async def decides(self, before: Meeting | None, after: Meeting | None) -> None:
        """A meeting is added, changed or cancelled, and all that follows at once is done."""
        async with self.database.write() as tx:
            await self.sending.meeting_changed(tx, HERE, Change(before, after))
        await self.rings()

    async def plans(self, starts_at: datetime = STARTS) -> Meeting:
        """A meeting is added."""
        meeting = Meeting("m1", HERE, "Shorter waits", starts_at, place=Place(where="Room 4"))
        await self.decides(None, meeting)
        return meeting

    async def moves(self, meeting: Meeting, **what: object) -> Meeting:
        """A meeting is changed."""
        changed = replace(meeting, version=meeting.version + 1, **what)  # type: ignore[arg-type]
        await self.decides(meeting, changed)
        return changed

    def posted(self) -> list[Message]:
        """What everybody has in the channel."""
        return [each for each in self.discord.messages if each.channel == QUESTIONS and "In " in said(each)]

    def shown(self) -> list[Message]:
        """What facilitators have in theirs."""
        return [each for each in self.discord.messages if each.channel == FACILITATORS]

    def token(self, at: int = -1) -> str:
        """That of a facilitators' card."""
        return self.shown()[at].notice.buttons[0].token

    async def pauses(self) -> None:
        """A facilitator pauses everything."""
        preview = await self.pausing.preview(HERE, 7, "We pause.")
        await self.pausing.pause(HERE, 7, preview.buttons[0].token)
        await self.rings()

    async def goes_on(self) -> None:
        """And lets it go on."""
        pause = (await self.communities.settings(HERE)).pause
        assert pause is not None
        await self.pausing.resume(HERE, pause.key)
        await self.rings()


def said(shown: Message | Notice) -> str:
    """A message as it is read."""
    notice = shown if isinstance(shown, Notice) else shown.notice
    return "\n".join(
        SAYS.say(part) if isinstance(part, Line) else part.words
        for part in notice.parts
        if isinstance(part, Line | Words)
    )


async def open_library(database: Database, seal: Seal, clock: FakeClock) -> Library:
    """A community that is set up, on a Thursday three weeks before its meeting."""
    clock.time = NOON
    parish = await open_parish(database, seal, clock)

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=[papers_table])

    async with database.write() as tx:
        await tx.run_sync(make)
    return Library(parish.database, seal, clock)
