"""A community in a meeting, where people put their hands up and say that they are there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Table, select

from bot.core.database import Database
from bot.core.notices import Button, Notice
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.hands.service import ORDER, Hands
from bot.hands.store import HandStore, hand_table, order_table
from bot.meetings.rules import Meeting
from bot.meetings.store import MeetingStore, meeting_table
from bot.presence.service import Presence
from bot.presence.store import PresenceStore, presence_table
from bot.sittings.service import Sittings
from bot.sittings.store import SittingStore, sitting_table
from config.settings import WORDING
from tests.contracts.nudging import AMA, BEN, FACILITATORS, HERE, Parish, open_parish
from tests.support import FakeClock, Message

__all__ = ["AMA", "BEN", "CAT", "FACILITATORS", "HERE", "LEADING", "STRANGER", "Floor", "open_floor"]

CAT, STRANGER = 190_000_000_000_000_044, 190_000_000_000_000_099
#: The facilitators' role, as a parish sets its community up.
LEADING = frozenset({7})
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
LONG = timedelta(hours=6)
SAYS = Wording(WORDING)


class Floor(Parish):
    """A parish that meets."""

    def starts(self) -> None:
        """The bot starts, or starts again."""
        super().starts()
        shared = {"database": self.database, "people": self, "clock": self.clock}
        self.sittings = Sittings(
            database=self.database,
            store=SittingStore(),
            meetings=self,
            communities=self.communities,
            alarms=self.alarms,
            clock=self.clock,
        )
        self.hands = Hands(
            store=HandStore(),
            sittings=self.sittings,
            communities=self.communities,
            deliveries=self.deliveries,
            **shared,  # type: ignore[arg-type]
        )
        self.presence = Presence(
            store=PresenceStore(),
            sittings=self.sittings,
            meetings=self,
            alarms=self.alarms,
            **shared,  # type: ignore[arg-type]
        )
        self.sittings.tell(self.hands, self.presence)
        self.alarms.answer({**self.sittings.works(), **self.presence.works()})
        self.postman.belongs({ORDER: self.hands})

    async def find(self, community, account):  # type: ignore[no-untyped-def]
        async with self.database.read() as tx:
            return await self.members.get(tx, community, account)

    async def member(self, tx, community, member):  # type: ignore[no-untyped-def]
        return await self.members.by_id(tx, community, member)

    async def since(self, tx, community, moment):  # type: ignore[no-untyped-def]
        return await MeetingStore().between(tx, community, moment, moment + timedelta(days=9))

    # What time does

    async def begins(self) -> None:
        """A meeting begins, and ends in six hours by itself."""
        async with self.database.write() as tx:
            await self.sittings.meeting_started(tx, HERE, self.clock.now() + LONG)

    async def ends(self) -> None:
        """A facilitator ends it, and all that follows at once is done."""
        async with self.database.write() as tx:
            await self.sittings.meeting_ended(tx, HERE)
        await self.rings()

    async def plans(self, meeting: Meeting) -> None:
        async with self.database.write() as tx:
            await MeetingStore().put(tx, meeting)

    # What people press, and read

    async def raises(self, *accounts: int) -> str:
        """These press [I'd like to speak], one after the other; what the last one reads."""
        read = ""
        for account in accounts:
            read = words(await self.hands.put_up(HERE, account, ()))
        await self.rings()
        return read

    async def presses(self, label: str) -> str:
        """A facilitator presses below the message."""
        return words(await self.does(self.button(label)))

    async def does(self, button: Button) -> Notice:
        """Whoever chairs presses this; all that follows at once is done."""
        service = self.hands
        press = {
            "hands:call": service.call,
            "hands:choose": service.choose,
            "hands:back": service.take_back,
            "hands:clear": service.clearing,
            "hands:clear-yes": service.clear,
        }[button.action]
        notice = await press(HERE, button.token)
        await self.rings()
        return notice

    def button(self, label: str) -> Button:
        """One of those below the message."""
        return next(each for each in self.message().notice.buttons if each.label == f"hands-button-{label}")

    def messages(self, channel: int = FACILITATORS) -> list[Message]:
        return [each for each in self.discord.messages if each.channel == channel]

    def message(self, channel: int = FACILITATORS) -> Message:
        """The one message in the facilitators' channel."""
        (found,) = self.messages(channel)
        return found

    def read(self) -> str:
        """What it says, without the hint at its end."""
        return words(self.message().notice).rpartition("\nThe order is")[0] or words(self.message().notice)

    # What is kept

    async def rows(self, *tables: Table) -> list[int]:  # type: ignore[override]
        """How many rows there are of the hands, of those who are there, or of `tables`."""
        async with self.database.read() as tx:
            wanted = tables or (order_table, hand_table, presence_table)
            return [len((await tx.execute(select(each))).all()) for each in wanted]


def words(notice: Notice) -> str:
    """A message as it is read."""
    return "\n".join(SAYS.say(part) for part in notice.parts)  # type: ignore[arg-type]


async def open_floor(database: Database, seal: Seal, clock: FakeClock) -> Floor:
    """A community with Ama, Ben and Cat in it, whose meeting is on."""
    clock.time = NOON
    parish = await open_parish(database, seal, clock)
    tables = (meeting_table, sitting_table, order_table, hand_table, presence_table)

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=tables)

    async with database.write() as tx:
        await tx.run_sync(make)
    floor = Floor(parish.database, seal, clock)
    for id_, account in (("ama", AMA), ("ben", BEN), ("cat", CAT)):
        await floor.joins(id_, account)
    await floor.begins()
    return floor
