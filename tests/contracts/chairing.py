"""A meeting that is chaired: the real services and stores, and a Discord that can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.agenda.rules import Item
from bot.app.opening import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.chairing.rules import View
from bot.chairing.service import BREAK, EDIT, VIEW, Chairing, Desk, Edits, Showing
from bot.chairing.store import ChairingStore
from bot.core.alarms import Alarms
from bot.core.bell import Round
from bot.core.database import Tx
from bot.core.deliveries import Deliveries, Delivery, Edit
from bot.core.notices import Line, Notice
from bot.core.postman import Postman
from bot.core.wording import Wording
from bot.meetings.rules import Meeting
from bot.meetings.store import MeetingStore
from bot.sittings.service import Sittings
from bot.sittings.store import SittingStore
from cogs._send import inline
from config.settings import WORDING
from tests.contracts.group import FACILITATORS, HERE, QUESTIONS, Group
from tests.support import Message

SAYS = Wording(WORDING)
ITEMS = [Item(f"i{at}", HERE, "m1", at, title, 10) for at, title in enumerate(("Welcome", "Tariffs", "Next"))]


class Counting:
    """Discord, with the edits of messages counted."""

    def __init__(self, group: Group) -> None:
        self._discord, self.edits = group.discord, 0

    async def send(self, delivery: Delivery) -> int:
        self.edits += isinstance(delivery.place, Edit)
        return await self._discord.send(delivery)

    async def find(self, delivery: Delivery, since):  # type: ignore[no-untyped-def]
        return await self._discord.find(delivery, since)


class Table:
    """A planned meeting of `Group` that is chaired; `starts` is a start of the bot."""

    def __init__(self, group: Group) -> None:
        self.group, self.agenda, self.store = group, list(ITEMS), ChairingStore()
        self.discord = Counting(group)
        self.alarms = Alarms(group.everyday, EVERYDAY_ALARMS, group.clock)
        self.deliveries = Deliveries(EVERYDAY_DELIVERIES, group.seal)
        self.sittings = Sittings(
            database=group.everyday,
            store=SittingStore(),
            meetings=self,
            communities=group.communities,
            alarms=self.alarms,
            clock=group.clock,
        )
        group.windows.tell(self.sittings)
        self.alarms.answer(self.sittings.works())
        self._begin()

    def _begin(self) -> None:
        group = self.group
        desk = Desk(
            database=group.everyday,
            store=self.store,
            sittings=self.sittings,
            agenda=self,
            meetings=self,
            communities=group.communities,
            deliveries=self.deliveries,
            alarms=self.alarms,
            clock=group.clock,
        )
        published, anonymous = group.questions.published, group.database
        theirs = Deliveries(group.questions.published._desk.deliveries._table, group.seal)
        self.showing = Showing(desk, published, anonymous, theirs, group.alarms)
        self.chairing = Chairing(
            desk, self.showing, published, anonymous, ending=group.windows, channels=self
        )
        self.sittings.tell(self.showing)
        published.tell(self.showing)
        group.alarms.answer(self.showing.anonymous_works())
        self.alarms.answer(self.showing.works())
        self.postmen = [
            Postman(group.database, theirs, self.discord, group.clock),
            Postman(group.everyday, self.deliveries, self.discord, group.clock),
        ]
        self.postmen[0].belongs({**group.questions.kinds(), EDIT: Edits()})
        self.postmen[1].belongs({VIEW: self.showing, BREAK: self.showing})
        self.round = Round(group.clock, [group.alarms, self.alarms, *self.postmen])

    async def starts(self) -> None:
        """All that was in memory is gone, and the bot starts again."""
        self._begin()
        for postman in self.postmen:
            await postman.start()
        await self.showing.start()
        await self.round.make()

    # What others know

    async def items(self, tx: Tx, community: int, meeting: str) -> list[Item]:
        """The agenda."""
        return self.agenda

    async def since(self, tx, community, moment):  # type: ignore[no-untyped-def]
        return await MeetingStore().between(tx, community, moment, moment + timedelta(days=1))

    def can_post(self, community: int, channel: int) -> bool:
        """Whether the channel is there."""
        return channel not in self.group.discord.gone

    # What people do, and time

    async def meets(self, title: str = "First") -> None:
        """A planned meeting starts, and all that follows is done."""
        if title:
            now = self.group.clock.now().replace(microsecond=0)
            async with self.group.everyday.write() as tx:
                await MeetingStore().put(tx, Meeting("m1", HERE, title, now, minutes=90))
        await self.group.meets()
        await self.round.make()

    async def ends(self) -> None:
        """[Meeting ends]."""
        await self.group.windows.meeting_ends(HERE)
        await self.round.make()

    async def presses(self, verb: str, token: str | None = None) -> str:
        """A facilitator presses below the message; what she reads, and all that follows is done."""
        notice = await getattr(self.chairing, verb)(HERE, token or self.token(verb))
        await self.round.make()
        return words(notice)

    async def shows(self) -> Notice:
        """[The meeting now]."""
        notice = await self.chairing.show(HERE)
        await self.round.make()
        return notice

    async def passes(self, **by: float) -> None:
        """Time passes."""
        self.group.clock.move(**by)
        await self.round.make()

    async def changes(self, *agenda: Item) -> None:
        """The agenda is another one from now on."""
        self.agenda = list(agenda)
        async with self.group.everyday.write() as tx:
            await self.showing.agenda_changed(tx, HERE)
        await self.round.make()

    # What can be seen

    def messages(self, channel: int = FACILITATORS) -> list[Message]:
        """The messages about the meeting in a channel."""
        found = [each for each in self.group.discord.messages if each.channel == channel]
        return [each for each in found if any("chairing" in part for part in ids(each.notice))]

    def view(self, channel: int = FACILITATORS) -> str:
        """The one message about the meeting, as it is read."""
        (message,) = self.messages(channel)
        return words(message.notice)

    def token(self, verb: str = "next") -> str:
        """What a button of the message carries."""
        actions = {"rest": "chairing:break", "go_on": "chairing:go-on", "ask_to_end": "chairing:end"}
        (message,) = self.messages()
        tokens = {each.action: each.token for each in message.notice.buttons}
        return tokens[actions.get(verb, f"chairing:{verb}")]

    def told(self) -> list[str]:
        """What everybody was told of breaks."""
        return [words(each.notice) for each in self.messages(QUESTIONS)]

    async def kept(self) -> View:
        """Where the meeting stands."""
        async with self.group.everyday.read() as tx:
            sitting = await self.sittings.last(tx, HERE)
            assert sitting is not None
            view = await self.store.get(tx, HERE, sitting.id)
        assert view is not None
        return view


def ids(notice: Notice) -> list[str]:
    return [each.id for each in notice.parts if isinstance(each, Line)]


def words(notice: Notice) -> str:
    """A message as it is read."""
    return "\n".join(SAYS.say(part, plain=inline) for part in notice.parts if isinstance(part, Line))


def without(*gone: str) -> list[Item]:
    """The agenda without these."""
    return [replace(each) for each in ITEMS if each.id not in gone]
