"""What stands round meetings: how it is made, who is told of what, and what it answers.

A new feature of this kind is a line in each of the methods here; `features.py` asks this for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.agenda.rules import Item
from bot.app.making import Ground
from bot.attending import service as attending
from bot.attending.service import Announcing, Replying
from bot.attending.store import AttendingStore
from bot.core.alarms import AlarmWork
from bot.core.database import Tx
from bot.core.errors import Refused
from bot.core.postman import Owner
from bot.core.wording import Wording
from bot.meetings.service import Meetings, OnChange
from bot.meetings.store import MeetingStore
from bot.nudges.service import Nudges
from bot.people.service import People
from bot.questions.kinds import Kind
from bot.questions.kinds import Owner as OwnerOfSaid
from bot.questions.service import Questions
from bot.signals import service as signals
from bot.signals.service import Signals
from bot.sittings.service import Sittings
from bot.sittings.store import SittingStore
from bot.standing_roles.service import Holders
from bot.standing_roles.store import StandingRoleStore
from bot.wishes import service as wishes
from bot.wishes.rules import ABSENT, EASIER, ITEM
from bot.wishes.service import AskingWho, Batches, DecidingItems, ProposingItems, Wishing
from bot.wishes.store import WishStore
from cogs._server import DiscordServer
from cogs._views import FeatureCog
from cogs.attending import AttendingCog
from cogs.meetings import MeetingsCog
from cogs.signals import SignalsCog
from cogs.wishes import DecidingItemsCog, WishesCog


class NoAgenda:
    """Stands where the service of `bot.agenda` goes, which `DecidingItems` is given once it is there."""

    async def add(self, tx: Tx, item: Item) -> Item:
        """Raises Refused: the item goes on waiting."""
        raise Refused("error-wishes-no-agenda")


class AroundMeetings:
    """The features round meetings, wired to each other."""

    def __init__(
        self, on: Ground, people: People, server: DiscordServer, nudges: Nudges, questions: Questions
    ) -> None:
        """Nothing is read or written."""
        self._on = on
        self._server = server
        self.planning = Meetings(
            database=on.database,
            store=MeetingStore(),
            communities=on.communities,
            rooms=server,
            clock=on.clock,
        )
        self.sittings = self._make_sittings()
        self.signals = self._make_signals(questions)
        self.announcing = self._make_announcing(nudges)
        self.replying = Replying(
            database=on.database, store=AttendingStore(), people=people, names=server, clock=on.clock
        )
        desk = self._make_wishes(people, nudges)
        self.wishing = Wishing(desk, questions.saying)
        self.proposing_items = ProposingItems(desk, questions.saying)
        self.deciding_items = DecidingItems(desk, self.planning, NoAgenda())
        self.batches = Batches(desk)
        self.asking_who = AskingWho(desk, Holders(StandingRoleStore(on.seal), people))
        questions.windows.tell(self.sittings)

    def tell(self, *others: OnChange) -> None:
        """Say who else is told of each change of a meeting; once, when all is built."""
        self.planning.tell(*others, self.announcing)

    async def start(self) -> None:
        """What is done before anybody can press."""
        await self.asking_who.start()

    def said(self) -> Mapping[Kind, OwnerOfSaid]:
        """To whom each kind of what is said without a name belongs."""
        return {EASIER: self.wishing, ABSENT: self.wishing, ITEM: self.proposing_items}

    def works(self) -> Sequence[Mapping[str, AlarmWork]]:
        """What is done for each kind of alarm of the everyday database."""
        return (
            self.announcing.works(),
            self.sittings.works(),
            self.batches.works(),
            self.asking_who.works(),
        )

    def everyday_kinds(self) -> Mapping[str, Owner]:
        """To whom each kind of delivery of the everyday database belongs."""
        return {
            **dict.fromkeys((attending.POST, attending.CHANGE), self.announcing),
            **dict.fromkeys((wishes.BATCH, wishes.NOTE), self.batches),
        }

    def anonymous_kinds(self) -> Mapping[str, Owner]:
        """To whom each kind of delivery of the anonymous database belongs."""
        return {signals.SHOWN: self.signals}

    def cogs(self, wording: Wording) -> list[FeatureCog]:
        """What stands between Discord and the services."""
        shared = wording, self._on.communities
        return [
            MeetingsCog(*shared, self.planning),
            AttendingCog(*shared, self.replying, self._server.saw),
            SignalsCog(*shared, self.signals),
            WishesCog(*shared, self.wishing, self.proposing_items),
            DecidingItemsCog(*shared, self.deciding_items),
        ]

    def _make_sittings(self) -> Sittings:
        on = self._on
        return Sittings(
            database=on.database,
            store=SittingStore(),
            meetings=self.planning,
            communities=on.communities,
            alarms=on.alarms,
            clock=on.clock,
        )

    def _make_signals(self, questions: Questions) -> Signals:
        """Questions know when a meeting is on."""
        on = self._on
        return Signals(
            database=on.store.anonymous,
            communities=on.communities,
            deliveries=on.anonymous_deliveries,
            alarms=on.anonymous_alarms,
            meetings=questions.windows,
            clock=on.clock,
        )

    def _make_announcing(self, nudges: Nudges) -> Announcing:
        on = self._on
        return Announcing(
            store=AttendingStore(),
            communities=on.communities,
            nudges=nudges,
            deliveries=on.deliveries,
            alarms=on.alarms,
            clock=on.clock,
        )

    def _make_wishes(self, people: People, nudges: Nudges) -> wishes.Desk:
        on = self._on
        return wishes.Desk(
            database=on.database,
            store=WishStore(on.seal),
            people=people,
            communities=on.communities,
            nudges=nudges,
            deliveries=on.deliveries,
            alarms=on.alarms,
            clock=on.clock,
        )
