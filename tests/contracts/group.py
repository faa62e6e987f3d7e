"""A community's questions, with everything under them, and a Discord that can be read."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from sqlalchemy import Table, select

from bot import migrations
from bot.app import ANONYMOUS_ALARMS, ANONYMOUS_DELIVERIES
from bot.community.rules import Community
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.alarms import Alarms
from bot.core.bell import Round
from bot.core.database import Database
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.core.notices import Line, Notice
from bot.core.postman import Postman
from bot.core.sealing import Purpose, Seal
from bot.questions import service
from bot.questions.rules import WINDOW
from bot.questions.service import Questions
from bot.questions.store import QuestionStore
from tests.support import FakeClock, FakeDiscord, Message

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
QUESTIONS, FACILITATORS = 800_000_000_000_000_001, 800_000_000_000_000_002
THEIR_QUESTIONS, THEIR_FACILITATORS = 800_000_000_000_000_003, 800_000_000_000_000_004
AMA, BEN = 190_000_000_000_000_042, 190_000_000_000_000_043
HER_WORDS, AN_ANSWER = "What does commissioning mean?", "It means choosing what is paid for."


class Group:
    """A community's questions, built as `bot.app` builds them, with a Discord that can be read."""

    def __init__(self, database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> None:
        rng = Random(7)
        self.database, self.everyday, self.seal, self.clock = database, everyday, seal, clock
        self.discord = FakeDiscord(clock)
        self.store = QuestionStore(seal, rng)
        deliveries = Deliveries(ANONYMOUS_DELIVERIES, seal, grain=WINDOW)
        alarms = Alarms(database, ANONYMOUS_ALARMS, clock)
        self.communities = Communities(everyday, CommunityStore())
        self.questions = Questions(
            database=database,
            store=self.store,
            communities=self.communities,
            deliveries=deliveries,
            alarms=alarms,
            seal=seal,
            clock=clock,
            rng=rng,
        )
        alarms.answer(self.questions.works())
        self.postman = Postman(database, deliveries, self.discord, clock)
        self.postman.belongs({service.CARD: self.questions, service.TROUBLE: self.questions})
        self.round = Round(clock, [alarms, self.postman])

    async def begin(self) -> None:
        """Migrate both databases, set both communities up, and start, as a first run does."""
        await migrations.upgrade(self.everyday, "everyday")
        await migrations.upgrade(self.database, "anonymous")
        async with self.everyday.write() as tx:
            await self.communities.save(tx, Community(HERE, QUESTIONS, FACILITATORS, 1))
            await self.communities.save(tx, Community(ELSEWHERE, THEIR_QUESTIONS, THEIR_FACILITATORS, 1))
        await self.questions.start()
        await self.round.make()

    async def asks(
        self, account: int = AMA, words: str = HER_WORDS, community: int = HERE, draft: str | None = None
    ) -> str:
        """Somebody sends the form; returns its draft."""
        draft = draft or (await self.questions.ask_form(community)).token
        await self.questions.ask(community, account, draft, words)
        return draft

    async def next_window(self) -> None:
        self.clock.move(seconds=20)
        await self.round.make()

    async def nights(self, number: int) -> None:
        for _ in range(number):
            self.clock.move(days=1)
            await self.round.make()

    async def mine(self, account: int = AMA, community: int = HERE) -> list[str]:
        """What somebody sees under [My questions], and so has read."""
        page = await self.questions.mine(community, account)
        await self.questions.read(community, account, page.answers_shown)
        return said(page.notice)

    def cards(self, channel: int = QUESTIONS) -> list[list[str]]:
        return [said(message.notice) for message in self.discord.messages if message.channel == channel]

    def token(self, which: int = 0, channel: int = QUESTIONS) -> str:
        """What a card's buttons carry."""
        return self._in(channel)[which].notice.buttons[0].token

    def _in(self, channel: int) -> list[Message]:
        return [message for message in self.discord.messages if message.channel == channel]

    async def moves_to(self, channel: int) -> None:
        """An administrator chooses another channel for questions."""
        async with self.everyday.write() as tx:
            await self.communities.save(tx, Community(HERE, channel, FACILITATORS, 1))

    async def everything(self, table: Table) -> list[Any]:
        async with self.database.read() as tx:
            return [tuple(row) for row in await tx.execute(select(table))]

    async def opened(self, table: Table, community: int = HERE) -> list[bytes]:
        """What lies on a shelf, as whoever has both the file and the key reads it; blanks left out."""
        purpose = Purpose(f"shelf {table.name}", community)
        async with self.database.read() as tx:
            blocks = await tx.scalars(select(table.c.block).where(table.c.community == community))
            return [content for content in (self.seal.open(purpose, block) for block in blocks) if content]


def said(notice: Notice) -> list[str]:
    """What a notice says: ids of sentences, and people's words as they are."""
    return [part.id if isinstance(part, Line) else part.words for part in notice.parts]


async def open_group(database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> Group:
    """A group whose bot has started."""
    group = Group(database, everyday, seal, clock)
    await group.begin()
    return group


async def refusal(what: Any) -> tuple[str, object]:
    """The sentence that somebody reads, and the number in it."""
    with pytest.raises(Refused) as caught:
        await what
    return caught.value.line.id, caught.value.line.values.get("number")
