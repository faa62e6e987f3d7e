"""A community's questions, with everything under them, and a Discord that can be read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest
from sqlalchemy import Table, select

from bot.app import ANONYMOUS_ALARMS, ANONYMOUS_DELIVERIES
from bot.community.rules import Community
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.alarms import Alarms
from bot.core.bell import Round
from bot.core.database import Database
from bot.core.deliveries import Deliveries
from bot.core.errors import NotNow, Refused
from bot.core.notices import Form, Line, Notice
from bot.core.postman import Postman
from bot.core.sealing import Purpose, Seal
from bot.questions.rules.question import AnonymousQuestion, Ending
from bot.questions.rules.second_look import Finding, Kind
from bot.questions.rules.settings import QuestionSettings
from bot.questions.rules.windows import GRAIN
from bot.questions.service import Desk, Draft, Questions
from bot.questions.store import QuestionStore, SettingsStore
from tests.support import FakeClock, FakeDiscord, Message
from tests.tables import make_all_tables

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
QUESTIONS, FACILITATORS = 800_000_000_000_000_001, 800_000_000_000_000_002
THEIR_QUESTIONS, THEIR_FACILITATORS = 800_000_000_000_000_003, 800_000_000_000_000_004
NEW_CHANNEL = 800_000_000_000_000_009
AMA, BEN, CAT = 190_000_000_000_000_042, 190_000_000_000_000_043, 190_000_000_000_000_044
HER_WORDS, AN_ANSWER = "What does commissioning mean?", "It means choosing what is paid for."
A_REASON = "We come to this after the break."
#: What a card says before it has an answer.
CARD = ["question-card", HER_WORDS]


@dataclass
class FakeServer:
    """A Server in which twenty people who joined can read every channel, until a test says otherwise."""

    can_read: dict[int, int] = field(default_factory=dict)
    #: The channels that not everyone can read.
    private: set[int] = field(default_factory=set)
    shown: frozenset[str] = frozenset()
    there: set[tuple[int, int]] = field(default_factory=set)
    silent: bool = False

    async def readers(self, community: int, channel: int) -> int:
        return self.can_read.get(channel, 20)

    async def all_can_read(self, community: int, channel: int, seen_in: int) -> bool:
        return channel not in self.private

    def names(self, community: int) -> frozenset[str]:
        return self.shown

    def name(self, community: int) -> str:
        return f"Community {community % 10}"

    async def is_in(self, community: int, account: int) -> bool:
        if self.silent:
            raise NotNow("status 503")
        return (community, account) in self.there


@dataclass
class FakePeople:
    """Who has joined which community."""

    members: set[tuple[int, int]] = field(default_factory=set)

    async def joined(self, community: int, account: int) -> bool:
        return (community, account) in self.members

    async def communities_of(self, account: int) -> list[int]:
        return sorted(community for community, member in self.members if member == account)


def finds_names(text: str, names: Collection[str], today: date) -> tuple[Finding, ...]:
    """A second look that finds the names that Discord shows, and nothing else."""
    return tuple(Finding(Kind.NAME, name, text.index(name)) for name in sorted(names) if name in text)


@dataclass
class FakePanel:
    """The panels, and whether each says that there are new answers."""

    new: dict[int, bool] = field(default_factory=dict)

    async def show(self, community: int, *, new: bool) -> None:
        self.new[community] = new


class Group:
    """A community's questions, built as `bot.app` builds them, with a Discord that can be read."""

    def __init__(self, database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> None:
        rng = Random(7)
        self.database, self.everyday, self.seal, self.clock = database, everyday, seal, clock
        self.discord = FakeDiscord(clock)
        self.server, self.people, self.panel = FakeServer(), FakePeople(), FakePanel()
        self.store, self.choices = QuestionStore(seal, rng), SettingsStore()
        deliveries = Deliveries(ANONYMOUS_DELIVERIES, seal, grain=GRAIN)
        self.alarms = alarms = Alarms(database, ANONYMOUS_ALARMS, clock, grain=GRAIN)
        self.communities = Communities(everyday, CommunityStore())
        desk = Desk(
            database=database,
            everyday=everyday,
            store=self.store,
            choices=self.choices,
            communities=self.communities,
            deliveries=deliveries,
            alarms=alarms,
            seal=seal,
            clock=clock,
            rng=rng,
        )
        self.questions = Questions(
            desk, server=self.server, people=self.people, look=finds_names, new_answers=self.panel
        )
        self.asking, self.facilitating = self.questions.asking, self.questions.facilitating
        self.windows, self.choosing = self.questions.windows, self.questions.choosing
        self.saying = self.questions.saying
        alarms.answer(self.questions.works())
        self.postman = Postman(database, deliveries, self.discord, clock)
        self.postman.belongs(self.questions.kinds())
        self.round = Round(clock, [alarms, self.postman])

    async def begin(self) -> None:
        """Make all tables, set both communities up, and start, as a first run does."""
        await make_all_tables(self.everyday, "everyday")
        await make_all_tables(self.database, "anonymous")
        async with self.everyday.write() as tx:
            await self.communities.save(tx, Community(HERE, QUESTIONS, FACILITATORS, 1))
            await self.communities.save(tx, Community(ELSEWHERE, THEIR_QUESTIONS, THEIR_FACILITATORS, 1))
        await self.windows.start()
        await self.round.make()

    # What people do

    async def asks(
        self,
        account: int = AMA,
        words: str = HER_WORDS,
        community: int = HERE,
        draft: str | None = None,
        **sent: Any,
    ) -> str:
        """Somebody sends the form, with what else `Draft` takes; returns its draft."""
        draft = draft or (await self.asking.form(community)).token
        notice = await self.asking.ask(community, account, draft, Draft(words, **sent))
        assert said(notice)[0] == "question-ack"
        return draft

    async def asked(self, account: int = AMA, words: str = HER_WORDS, **sent: Any) -> str:
        """Somebody asks and it comes out; returns the token of its card."""
        before = await self.cards_of()
        await self.asks(account, words, **sent)
        await self.next_window()
        (token,) = [each for each in await self.cards_of() if each not in before]
        return token

    async def answered(self, account: int = AMA, words: str = HER_WORDS, **sent: Any) -> str:
        """Somebody asks and gets an answer; returns the token of the card."""
        token = await self.asked(account, words, **sent)
        await self.facilitating.answer(HERE, token, AN_ANSWER)
        await self.round.make()
        return token

    async def mine(self, account: int = AMA, community: int = HERE) -> list[str]:
        """What somebody sees under [My questions], and so has read."""
        page = await self.asking.mine(community, account)
        await self.asking.read(community, account, page.shown)
        return said(page.notice)

    async def ends(self, token: str, how: Ending = Ending.HELPED, account: int = AMA) -> None:
        """The asker says that it helps, or takes it back."""
        await self.asking.end(HERE, account, token, how)

    # What time does

    async def meets(self, community: int = HERE) -> None:
        """A meeting starts."""
        await self.windows.meeting_starts(community)

    async def next_window(self, **by: float) -> None:
        """Time for a quick window passes, or what `timedelta` takes."""
        self.clock.move(**(by or {"seconds": 20}))
        await self.round.make()

    async def nights(self, number: int) -> None:
        for _ in range(number):
            self.clock.move(days=1)
            await self.round.make()

    async def at(self, day: int, hour: int, minute: int = 0) -> None:
        """It is that time, in UTC, in the month in which all begins; what was due meanwhile is done then."""
        self.clock.time = datetime(2026, 5, 1, hour, minute, tzinfo=UTC)
        self.clock.move(days=day - 1)
        await self.round.make()

    # What a community chooses

    async def choose(self, community: int = HERE, **changes: Any) -> QuestionSettings:
        """Facilitators choose something for their community."""
        async with self.everyday.write() as tx:
            chosen = replace(await self.choices.get(tx, community), **changes)
            await self.choices.put(tx, chosen)
        return chosen

    async def moves_to(self, channel: int, facilitators: int = FACILITATORS) -> None:
        """An administrator chooses another channel for questions."""
        async with self.everyday.write() as tx:
            await self.communities.save(tx, Community(HERE, channel, facilitators, 1))

    # What can be seen

    def cards(self, channel: int = QUESTIONS) -> list[list[str]]:
        return [said(message.notice) for message in self._in(channel)]

    def token(self, which: int = 0, channel: int = QUESTIONS) -> str:
        """What a card's buttons carry."""
        return self._in(channel)[which].notice.buttons[0].token

    def _in(self, channel: int) -> list[Message]:
        return [message for message in self.discord.messages if message.channel == channel]

    # What is kept

    async def kept(self, token: str) -> AnonymousQuestion:
        """The question whose card has this token."""
        async with self.database.read() as tx:
            question = await self.store.by_card(tx, HERE, token)
        assert question is not None
        return question

    async def cards_of(self, community: int = HERE) -> list[str]:
        """The tokens of all cards of a community, closed ones too."""
        async with self.database.read() as tx:
            known = [*await self.store.open(tx, community), *await self.store.closed(tx, community)]
        return [each.card.token for each in known]

    async def everything(self, table: Table) -> list[Any]:
        async with self.database.read() as tx:
            return [tuple(row) for row in await tx.execute(select(table))]

    async def opened(self, table: Table, community: int = HERE) -> list[bytes]:
        """What lies on a shelf, as whoever has both the file and the key reads it; blanks left out."""
        purpose = Purpose(f"shelf {table.name}", community)
        async with self.database.read() as tx:
            blocks = await tx.scalars(select(table.c.block).where(table.c.community == community))
            return [content for content in (self.seal.open(purpose, block) for block in blocks) if content]


def said(notice: Notice | Form) -> list[str]:
    """What a notice says: ids of sentences, and people's words as they are."""
    assert isinstance(notice, Notice)
    return [part.id if isinstance(part, Line) else part.words for part in notice.parts]


def pressable(notice: Notice) -> list[str]:
    """What can be pressed on a notice."""
    return [button.action.removeprefix("questions:") for button in notice.buttons]


async def open_group(
    database: Database, everyday: Database, seal: Seal, clock: FakeClock, *, meeting: bool = True
) -> Group:
    """A group whose bot has started; a meeting is on, with quick windows."""
    group = Group(database, everyday, seal, clock)
    await group.begin()
    if meeting:
        await group.meets()
        await group.meets(ELSEWHERE)
    return group


async def refusal(what: Any) -> tuple[str, object]:
    """The sentence that somebody reads, and the number in it."""
    with pytest.raises(Refused) as caught:
        await what
    return caught.value.line.id, caught.value.line.values.get("number")
