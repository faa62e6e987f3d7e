"""A community whose meetings are in the server's list of events, and a Discord that has such a list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot.core.database import Database
from bot.core.deliveries import Delivery
from bot.core.errors import Gone, NotAllowed
from bot.core.happenings import Happening, Listing
from bot.core.notices import Button, Notice
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.events.service import LISTED, TOLD, Events
from bot.events.store import EventStore, entry_table
from bot.meetings.rules import Change, Meeting, Place
from config.settings import WORDING
from tests.contracts.nudging import FACILITATORS, HERE, Parish, open_parish
from tests.support import FakeClock, FakeDiscord

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
HALL, LIBRARY = 700_000_000_000_000_001, 700_000_000_000_000_002
SAYS = Wording(WORDING)


@dataclass
class FakeList(FakeDiscord):
    """A Discord with a list of events; the bot may be forbidden to touch it."""

    events: dict[int, Happening] = field(default_factory=dict)
    about: dict[int, str] = field(default_factory=dict)
    cancelled: list[int] = field(default_factory=list)
    rooms: set[int] = field(default_factory=lambda: {HALL, LIBRARY})
    forbidden: bool = False
    made: int = 0

    async def send(self, delivery: Delivery) -> int:
        """As it should be; what is looked for is found as the real list is searched."""
        place = delivery.place
        if not isinstance(place, Listing):
            return await super().send(delivery)
        if self.refuse_next:
            raise self.refuse_next.pop(0)
        event = place.event or self._found(place)
        if place.happening is None:
            self._end(event)
        else:
            self._refuse(event, place.happening)
            event = event or self._make()
            self.events[event] = place.happening
            self.about[event] = "\n".join(SAYS.say(part) for part in delivery.notice.parts)  # type: ignore[arg-type]
        if self.lose_answer:
            raise self.lose_answer.pop(0)
        return event

    def delete_room(self, room: int) -> None:
        """A channel goes, and its events with it."""
        self.rooms.discard(room)
        self.events = {id_: each for id_, each in self.events.items() if each.channel != room}

    def _found(self, place: Listing) -> int:
        tried = [(each.name, each.starts, each.channel) for each in place.tried]
        those = [id_ for id_, each in self.events.items() if (each.name, each.starts, each.channel) in tried]
        return next((id_ for id_ in those if id_ not in place.others), 0)

    def _refuse(self, event: int, wanted: Happening) -> None:
        if self.forbidden:
            raise NotAllowed("50013")
        if wanted.channel is not None and wanted.channel not in self.rooms:
            raise Gone("10003")
        if event and event not in self.events:
            raise Gone("10070")
        if wanted.starts <= self.clock.now() or (event and self.events[event].starts <= self.clock.now()):
            raise NotAllowed("50035")

    def _make(self) -> int:
        self.made += 1
        return self.made

    def _end(self, event: int) -> None:
        if self.forbidden:
            raise NotAllowed("50013")
        if event and self.events.pop(event, None) is None:
            raise Gone("10070")
        self.cancelled += [event] if event else []


class Hall(Parish):
    """A parish with a list of events."""

    def starts(self) -> None:
        """The bot starts, or starts again."""
        if not isinstance(self.discord, FakeList):
            self.discord = FakeList(self.clock)
        super().starts()
        self.list: FakeList = self.discord
        self.store = EventStore()
        self.events = Events(
            database=self.database,
            store=self.store,
            communities=self.communities,
            server=self,
            deliveries=self.deliveries,
            clock=self.clock,
        )
        self.postman.belongs({LISTED: self.events, TOLD: self.events})

    def voice_name(self, community: int, channel: int) -> str:
        """What a voice channel is called."""
        return "Hall" if channel in self.list.rooms else ""

    def lacking_for_events(self, community: int, channel: int | None) -> tuple[str, ...]:
        """What the bot lacks."""
        return ("create_events",) if self.list.forbidden else ()

    async def decides(self, *changes: tuple[Meeting | None, Meeting | None]) -> None:
        """Meetings are added, changed or cancelled together; nothing has gone out yet."""
        async with self.database.write() as tx:
            for before, after in changes:
                await self.events.meeting_changed(tx, HERE, Change(before, after))

    async def changes_to(self, before: Meeting | None, after: Meeting | None) -> None:
        """A meeting is added, changed or cancelled, and all that follows at once is done."""
        await self.decides((before, after))
        await self.rings()

    async def plans(self, id_: str = "m1", **what: object) -> Meeting:
        """A meeting in Room 4, in a week."""
        meeting = a_meeting(id_, **what)
        await self.changes_to(None, meeting)
        return meeting

    async def waits(self, minutes: float) -> None:
        """Time passes, and what is due is done."""
        self.clock.move(minutes=minutes)
        await self.rings()

    def listed(self) -> list[Happening]:
        """The list, by when it was made."""
        return [self.list.events[each] for each in sorted(self.list.events)]

    def notes(self) -> list[str]:
        """What facilitators read."""
        those = [each.notice for each in self.discord.messages if each.channel == FACILITATORS]
        return [self.words(each) for each in those]

    def button(self) -> Button:
        """The one below the latest that facilitators were told."""
        (button,) = [each for each in self.discord.messages if each.channel == FACILITATORS][
            -1
        ].notice.buttons
        return button

    @staticmethod
    def words(notice: Notice) -> str:
        """A message as it is read."""
        return "\n".join(SAYS.say(part) for part in notice.parts)  # type: ignore[arg-type]

    async def entries(self) -> int:
        """How many meetings are kept with their events."""
        async with self.database.read() as tx:
            return len(await self.store.of_community(tx, HERE))


def a_meeting(id_: str = "m1", **what: object) -> Meeting:
    """In Room 4, a week after noon."""
    return replace(Meeting(id_, HERE, "First", NOON + 7 * DAY, place=Place(where="Room 4")), **what)  # type: ignore[arg-type]


async def open_hall(database: Database, seal: Seal, clock: FakeClock) -> Hall:
    """A community that is set up."""
    clock.time = NOON
    parish = await open_parish(database, seal, clock)

    def make(connection: Connection) -> None:
        EVERYDAY.create_all(connection, tables=[entry_table])

    async with database.write() as tx:
        await tx.run_sync(make)
    return Hall(parish.database, seal, clock)
