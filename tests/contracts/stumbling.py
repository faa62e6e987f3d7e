"""People who look words up, with everything that counts them, and a Discord that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from sqlalchemy import select

from bot.app import ANONYMOUS_ALARMS, ANONYMOUS_DELIVERIES
from bot.community.rules import Community
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.alarms import Alarms
from bot.core.bell import Round
from bot.core.database import Database
from bot.core.deliveries import Deliveries
from bot.core.notices import Line, Notice, Words
from bot.core.postman import Postman
from bot.core.sealing import Seal
from bot.glossary.rules.term import Term
from bot.glossary.service.indexes import Indexes
from bot.people.rules import Member, newcomer
from bot.questions.rules.windows import GRAIN
from bot.stumbles.rules import Kept, Looker, Subject
from bot.stumbles.service import Desk, Stumbles
from bot.stumbles.store import PublishedStore, StumbleStore, stumble_table
from tests.bot.glossary.making import term
from tests.support import FakeClock, FakeDiscord
from tests.tables import make_all_tables

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
FACILITATORS, THEIRS = 800_000_000_000_000_002, 800_000_000_000_000_004
FACILITATING = 700_000_000_000_000_001
#: Twelve who have joined here and are no facilitators, two who are, and one elsewhere.
LAY = tuple(190_000_000_000_000_100 + at for at in range(12))
LEADERS = (190_000_000_000_000_200, 190_000_000_000_000_201)
STRANGER = 190_000_000_000_000_300

TERMS = (
    term("Audit"),
    term("Commissioning"),
    term("Osteoarthritis", "OA"),
    term("Open access", "OA"),
    term("Integrated care board", "ICB"),
)


@dataclass
class FakeTerms:
    """The glossary, the same for all."""

    terms_: tuple[Term, ...] = TERMS
    number: int = 1

    async def terms(self, community: int) -> tuple[Term, ...]:
        return self.terms_

    async def version(self, community: int) -> int:
        return self.number

    def have(self, *terms: Term) -> None:
        """From now on these are there."""
        self.terms_, self.number = terms, self.number + 1


@dataclass
class FakePeople:
    """Who has joined which community, with which roles."""

    joined: dict[tuple[int, int], frozenset[int]] = field(default_factory=dict)

    async def members(self, community: int) -> list[Member]:
        now = datetime(2026, 5, 1, tzinfo=UTC)
        return [
            newcomer(f"m{account}", community, account, roles, now)
            for (place, account), roles in self.joined.items()
            if place == community
        ]


class Readers:
    """Two communities, built as `bot.app` builds them."""

    def __init__(self, database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> None:
        self.database, self.everyday, self.seal, self.clock = database, everyday, seal, clock
        self.discord, self.people, self.glossary = FakeDiscord(clock), FakePeople(), FakeTerms()
        self.store, self.told = StumbleStore(seal, Random(7)), PublishedStore(seal)
        self.communities = Communities(everyday, CommunityStore())
        self.alarms = Alarms(database, ANONYMOUS_ALARMS, clock, grain=GRAIN)
        self.starts()

    def starts(self) -> None:
        """The bot starts, for the first time or again."""
        deliveries = Deliveries(ANONYMOUS_DELIVERIES, self.seal, grain=GRAIN)
        desk = Desk(
            database=self.database,
            everyday=self.everyday,
            store=self.store,
            told=self.told,
            communities=self.communities,
            people=self.people,
            indexes=Indexes(self.glossary),
            deliveries=deliveries,
            alarms=self.alarms,
            seal=self.seal,
            clock=self.clock,
        )
        self.desk, self.stumbles = desk, Stumbles(desk)
        self.alarms.answer(self.stumbles.works())
        postman = Postman(self.database, deliveries, self.discord, self.clock)
        postman.belongs(self.stumbles.kinds())
        self.round = Round(self.clock, [self.alarms, postman])

    async def begin(self) -> None:
        """Make all tables, set both communities up, let people join, and start."""
        await make_all_tables(self.everyday, "everyday")
        await make_all_tables(self.database, "anonymous")
        async with self.everyday.write() as tx:
            await self.communities.save(tx, Community(HERE, 1, FACILITATORS, FACILITATING))
            await self.communities.save(tx, Community(ELSEWHERE, 2, THEIRS, FACILITATING))
        for account in LAY:
            self.people.joined[HERE, account] = frozenset()
        for account in LEADERS:
            self.people.joined[HERE, account] = frozenset({FACILITATING})
        for account in (STRANGER, *LAY[:4]):
            self.people.joined[ELSEWHERE, account] = frozenset()
        await self.stumbles.start()
        await self.round.make()

    # What people do

    async def look(self, word: str, *accounts: int, community: int = HERE, roles: int | None = None) -> None:
        """These people look a word up."""
        known = await self.desk.indexes.of(community)
        held = frozenset() if roles is None else frozenset({roles})
        for account in accounts:
            self.stumbles.gathering.looked_up(community, Looker(account, held), word, known)

    async def ask(self, text: str, *accounts: int) -> None:
        """These people ask this without their names."""
        for account in accounts:
            await self.stumbles.gathering.asked(HERE, account, text)

    # What time does

    async def night(self) -> None:
        """A day passes, and what is due is done."""
        self.clock.move(days=1)
        await self.round.make()

    async def at(self, *when: int) -> None:
        """It is that time, in UTC; what was due meanwhile is done then."""
        self.clock.time = datetime(*when, tzinfo=UTC)  # type: ignore[misc, arg-type]
        await self.round.make()

    async def quarter_ends(self) -> None:
        """The quarter ends (June does, at midnight in London), and the message has come."""
        await self.midnight()
        await self.at(2026, 7, 1, 8, 0, 30)

    async def midnight(self) -> None:
        """The quarter is over, and nothing has come yet."""
        await self.at(2026, 6, 30, 4)
        await self.at(2026, 6, 30, 23, 0, 30)

    # What can be seen

    def messages(self, channel: int = FACILITATORS) -> list[dict[str, str]]:
        """What facilitators read: the words under each heading."""
        return [listed(each.notice) for each in self.discord.messages if each.channel == channel]

    def key(self) -> str:
        """What the buttons of the first message carry."""
        return next(each.key for each in self.discord.messages if each.channel == FACILITATORS)

    # What is kept

    async def kept(self, community: int = HERE) -> Kept:
        async with self.database.read() as tx:
            return await self.store.read(tx, community)

    async def rows(self, community: int = HERE) -> list[bytes]:
        async with self.database.read() as tx:
            found = select(stumble_table.c.block).where(stumble_table.c.community == community)
            return list(await tx.scalars(found))

    async def who(self, accounts: Sequence[int] = LAY, community: int = HERE) -> set[tuple[Subject, int]]:
        """Who looked what up, as whoever has both the file and the key finds out by trying everybody."""
        kept = await self.kept(community)
        return set(self._tried(kept, accounts, community))

    def _tried(self, kept: Kept, accounts: Sequence[int], community: int) -> Iterator[tuple[Subject, int]]:
        if kept.running is not None:
            handle = self.desk.handles(community, kept.running)
            for token in kept.tokens:
                yield from ((token.subject, a) for a in accounts if handle(token.subject, a) == token.handle)


def listed(notice: Notice) -> dict[str, str]:
    """The lines of a notice by their ids, each with the words in it."""
    lines = [part for part in notice.parts if isinstance(part, Line)]
    return {line.id: _words(line) for line in lines}


def _words(line: Line) -> str:
    words = line.values.get("words", "")
    return words.words if isinstance(words, Words) else str(words)


async def open_readers(database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> Readers:
    """Two communities whose bot has started, on 14 May 2026."""
    readers = Readers(database, everyday, seal, clock)
    await readers.begin()
    return readers
