"""A community that wishes for things: real services and stores, a Discord that can be read, small ports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zlib import crc32

from sqlalchemy import Connection, select

from bot.agenda.rules import Item
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Form, Notice, Words
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.meetings.rules import Meeting
from bot.people.rules import Member
from bot.questions.kinds import Said
from bot.questions.text import ToSay, say_form
from bot.standing_roles.rules import Role
from bot.wishes.rules import ABSENT, EASIER, ITEM, Proposed, Wish
from bot.wishes.service import BATCH, NOTE, AskingWho, Batches, DecidingItems, Desk, ProposingItems, Wishing
from bot.wishes.store import WishStore, wish_item_table, wish_post_table, wish_table
from config.settings import WORDING
from tests.contracts.nudging import AMA, BEN, FACILITATORS, HERE, Parish, open_parish
from tests.support import FakeClock

#: A Thursday.
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)
A_WEEK, A_MINUTE = timedelta(days=7), timedelta(minutes=1)
KINDS = {kind.code: kind for kind in (EASIER, ABSENT, ITEM)}
TABLES = (wish_table, wish_post_table, wish_item_table)
SAYS = Wording(WORDING)


@dataclass
class FakeAgenda:
    """An agenda with room for so many items."""

    room: int = 9
    items: list[Item] = field(default_factory=list)

    async def add(self, tx: Tx, item: Item) -> Item:
        if len(self.items) >= self.room:
            raise Refused("error-agenda-full")
        self.items.append(item)
        return item


@dataclass
class Planned:
    """The meetings that were planned."""

    meetings: list[Meeting] = field(default_factory=list)

    async def upcoming(self, tx: Tx, community: int) -> list[Meeting]:
        return self.meetings


@dataclass
class Steering:
    """Who is in the steering group."""

    members: list[str] = field(default_factory=list)

    async def of(self, tx: Tx, community: int, role: Role) -> list[str]:
        return self.members if role is Role.STEERING_GROUP else []


@dataclass
class Unsigned:
    """The way for what is said without a name; nothing comes out of it by itself."""

    taken: list[tuple[str, str, str]] = field(default_factory=list)

    async def form(self, kind: str, community: int) -> Form:
        return say_form("draft~", ToSay(KINDS[kind]), few=False)

    async def say(
        self, kind: str, community: int, account: int, token: str, *, fields: Mapping[str, str], name: str
    ) -> Notice:
        self.taken.append((kind, name, " ".join(fields.values())))
        return Notice(())


class Chapel(Parish):
    """A parish whose people wish for something. On the agenda is what was put there, in memory."""

    def starts(self) -> None:
        """The bot starts, or starts again."""
        super().starts()
        if not hasattr(self, "agenda"):
            self.agenda, self.planned, self.steering = FakeAgenda(), Planned(), Steering()
            self.unsigned = Unsigned()
        self.store = WishStore(self.seal)
        self.desk = Desk(
            database=self.database,
            store=self.store,
            people=self,
            communities=self.communities,
            nudges=self.nudges,
            deliveries=self.deliveries,
            alarms=self.alarms,
            clock=self.clock,
        )
        self.wishing = Wishing(self.desk, self.unsigned)
        self.proposing = ProposingItems(self.desk, self.unsigned)
        self.deciding = DecidingItems(self.desk, self.planned, self.agenda)
        batches, self.asking = Batches(self.desk), AskingWho(self.desk, self.steering)
        self.alarms.answer(batches.works())
        self.alarms.answer(self.asking.works())
        self.postman.belongs({BATCH: batches, NOTE: batches})

    async def find(self, community: int, account: int) -> Member | None:
        async with self.database.read() as tx:
            return await self.members.get(tx, community, account)

    async def wishes(self, *texts: str) -> None:
        """These came out at a window, in this order."""
        for text in texts:
            await self.wishing.take(Said(HERE, f"{crc32(text.encode()):016}", "easier", "", text, False))

    async def keeps(self, *kept: Wish | Proposed) -> None:
        """These wait already."""
        async with self.database.write() as tx:
            for each in kept:
                put = self.store.put_wish if isinstance(each, Wish) else self.store.put
                await put(tx, each)  # type: ignore[operator]

    async def proposes(self, what: str = "Parking", why: str = "", account: int = AMA) -> Proposed:
        """Somebody proposes an item under her name."""
        fields = {"what": what, "why": why, "how": "named"}
        await self.proposing.propose(HERE, account, "", fields, "Ama A.")
        return next(each for each in await self.desk.items(HERE) if each.what == what)

    async def item(self, id_: str) -> Proposed:
        """An item as it is kept."""
        async with self.database.read() as tx:
            return await self.desk.get(tx, HERE, id_)

    def posts(self) -> list[str]:
        """What facilitators read in their channel, as it is now."""
        return [self.words(each.notice) for each in self.discord.messages if each.channel == FACILITATORS]

    def direct(self, account: int = AMA) -> list[str]:
        """What somebody was written."""
        return [self.words(each.notice) for each in self.discord.messages if each.channel == account]

    @staticmethod
    def words(notice: Notice) -> str:
        """A message as it is read."""
        return "\n".join(
            f"> {part.words}" if isinstance(part, Words) else SAYS.say(part) for part in notice.parts
        )

    async def left(self) -> list[int]:
        """How many rows each table of wishes has."""
        async with self.database.read() as tx:
            return [len((await tx.execute(select(each))).all()) for each in TABLES]


async def open_chapel(database: Database, seal: Seal, clock: FakeClock) -> Chapel:
    """A community with Ama and Ben in it."""
    clock.time = NOON
    await open_parish(database, seal, clock)

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=TABLES)

    async with database.write() as tx:
        await tx.run_sync(make)
    chapel = Chapel(database, seal, clock)
    await chapel.joins()
    await chapel.joins("ben", BEN)
    return chapel
