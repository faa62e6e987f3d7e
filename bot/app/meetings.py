"""What stands round meetings: how it is made, who is told of what, and what it answers.

A new feature of this kind is a line in each of the methods here; `features.py` asks this for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.agenda import service as agenda
from bot.app import making_meetings as make
from bot.app.making import Ground
from bot.attending import service as attending
from bot.chairing import service as chairing
from bot.chairing.service import Edits
from bot.core.alarms import AlarmWork
from bot.core.postman import Owner
from bot.core.wording import Wording
from bot.events import service as events
from bot.hands import service as hands
from bot.meetings.service import OnChange
from bot.nudges.service import Nudges
from bot.papers import service as papers
from bot.papers.service import Desk as PapersDesk
from bot.papers.service import Errands, MeetingWords, Office, Sending
from bot.people.service import OnLeft, People
from bot.questions.kinds import Kind
from bot.questions.kinds import Owner as OwnerOfSaid
from bot.questions.service import Questions
from bot.signals import service as signals
from bot.standing_roles.service import Holders
from bot.standing_roles.store import StandingRoleStore
from bot.wishes import service as wishes
from bot.wishes.rules import ABSENT, EASIER, ITEM
from bot.wishes.service import AskingWho, Batches, DecidingItems, ProposingItems, Wishing
from cogs._server import DiscordServer
from cogs._views import FeatureCog
from cogs.agenda import AgendaCog, AgendaInvitationCog, AgendaSteeringCog
from cogs.attending import AttendingCog
from cogs.chairing import ChairingCog
from cogs.events import EventsCog
from cogs.hands import HandsCog
from cogs.meetings import MeetingsCog
from cogs.papers import PapersCog
from cogs.presence import PresenceCog
from cogs.record import RecordCog
from cogs.signals import SignalsCog
from cogs.wishes import DecidingItemsCog, WishesCog


class AroundMeetings:
    """The features round meetings, wired to each other."""

    papers: Office
    sending_papers: Sending

    def __init__(
        self, on: Ground, people: People, server: DiscordServer, nudges: Nudges, questions: Questions
    ) -> None:
        """Nothing is read or written."""
        self._on = on
        self._server = server
        self._people = people
        holders = Holders(StandingRoleStore(on.seal), people)
        self.planning = make.make_planning(on, server)
        self.sittings = make.make_sittings(on, self.planning)
        self.agenda = make.make_agenda(on, self.planning)
        self.steering = make.make_steering(on, self.agenda, people, nudges, holders)
        self.agenda_desk = make.make_agenda_desk(on, self.agenda, self.steering)
        self.inviting = make.make_inviting(on, self.agenda, server)
        desk = make.make_chairing(on, self.planning, self.sittings, self.agenda)
        self.showing = make.make_showing(on, desk, questions)
        self.chairing = make.make_chair(on, desk, self.showing, questions, server)
        self.signals = make.make_signals(on, questions, self.chairing)
        self.announcing = make.make_announcing(on, nudges)
        self.events = make.make_events(on, server)
        self.replying = make.make_replying(on, people, server)
        office = make.make_wishes(on, people, nudges)
        self.wishing = Wishing(office, questions.saying)
        self.proposing_items = ProposingItems(office, questions.saying)
        self.deciding_items = DecidingItems(office, self.planning, self.agenda)
        self.batches = Batches(office)
        self.asking_who = AskingWho(office, holders)
        self.hands = make.make_hands(on, people, self.sittings)
        self.presence = make.make_presence(on, people, self.planning, self.sittings)
        self.records = make.make_records(
            on,
            people,
            nudges,
            questions,
            planning=self.planning,
            agenda=self.agenda,
            presence=self.presence,
        )
        self.sittings.tell(self.hands, self.presence, self.showing, self.records.promising)
        self.agenda.tell(self.showing)
        questions.windows.tell(self.sittings)
        questions.published.tell(self.showing, self.records.following)

    def tell(self, *others: OnChange) -> None:
        """Say who else is told of each change of a meeting; once, when all is built."""
        followers = (self.announcing, self.events, self.agenda, self.steering, self.showing)
        self.planning.tell(*others, *followers, self.sending_papers)

    def read_from(self, words: MeetingWords, errands: Errands) -> None:
        """Make papers: which words they have, and who prints them for members without Discord.

        Once, before `tell`: those two are built later than what stands here.
        """
        self.papers = make.make_papers(
            self._on, self._server, self._people, agenda=self.agenda, words=words, errands=errands
        )
        self.sending_papers = Sending(self.papers, self._on.alarms)

    async def start(self) -> None:
        """What is done before anybody can press."""
        await self.announcing.start(self._on.database, self.planning)
        await self.asking_who.start()
        await self.showing.start()
        await self.records.following.start()

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
            self.presence.works(),
            self.showing.works(),
            self.sending_papers.works(),
            self.records.promising.works(),
        )

    def anonymous_works(self) -> Sequence[Mapping[str, AlarmWork]]:
        """The same of the anonymous one."""
        return (
            self.signals.works(),
            self.showing.anonymous_works(),
            self.records.following.works(),
        )

    def of_leaving(self) -> tuple[OnLeft, ...]:
        """Who is told that a member has left the server."""
        return (self.replying, self.hands, self.presence)

    def everyday_kinds(self) -> Mapping[str, Owner]:
        """To whom each kind of delivery of the everyday database belongs."""
        return {
            **dict.fromkeys((attending.POST, attending.CHANGE), self.announcing),
            **dict.fromkeys((wishes.BATCH, wishes.NOTE), self.batches),
            **dict.fromkeys((events.LISTED, events.TOLD), self.events),
            **dict.fromkeys((papers.POST, papers.CARD), self.sending_papers),
            **dict.fromkeys((chairing.VIEW, chairing.BREAK), self.showing),
            **self.records.kinds(),
            hands.ORDER: self.hands,
            agenda.WISH: self.steering,
        }

    def anonymous_kinds(self) -> Mapping[str, Owner]:
        """To whom each kind of delivery of the anonymous database belongs."""
        return {signals.SHOWN: self.signals, chairing.EDIT: Edits()}

    def cogs(self, wording: Wording) -> list[FeatureCog]:
        """What stands between Discord and the services."""
        shared = wording, self._on.communities
        return [
            MeetingsCog(*shared, self.planning, self.chairing),
            ChairingCog(*shared, self.chairing),
            AgendaCog(*shared, self.agenda_desk),
            AgendaInvitationCog(*shared, self.inviting),
            AgendaSteeringCog(*shared, self.steering),
            AttendingCog(*shared, self.replying, self._server.saw),
            EventsCog(*shared, self.events, self.planning),
            SignalsCog(*shared, self.signals),
            PapersCog(*shared, PapersDesk(self.papers, wording.say)),
            WishesCog(*shared, self.wishing, self.proposing_items),
            DecidingItemsCog(*shared, self.deciding_items),
            HandsCog(*shared, self.hands),
            PresenceCog(*shared, self.presence),
            RecordCog(*shared, self.records),
        ]
