"""Every feature, built from both databases: its service, its cog, its kinds of alarm and of delivery.

A new feature is a line in each of the methods here; how it is made of what it needs is in `making.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.app import glossary, making
from bot.app.making import Ground
from bot.app.meetings import AroundMeetings
from bot.app.opening import Store
from bot.app.rights import rights_of
from bot.backup import service as backup
from bot.backup.service import Keys
from bot.client import look_at
from bot.community.service import making as setting_up
from bot.community.service import pausing
from bot.community.service.desk import SetupDesk
from bot.community.service.guiding import Guiding
from bot.community.service.making import Making
from bot.community.store import SetupStore
from bot.core.clock import Clock
from bot.core.database import Tx
from bot.core.postman import Owner
from bot.core.wording import Wording
from bot.glossary.rules.showing import SHOW_WORD
from bot.glossary.service import cards, reviewing
from bot.glossary.service.before_posting import BeforePosting
from bot.nudges import service as nudges
from bot.panel import service as panels
from bot.people import service as people
from bot.people.service import Invited
from bot.preparation import service as preparing
from bot.privacy.service import Data
from bot.proposals.rules import UNSIGNED
from bot.proposals.service import Deciding, Proposing, Telling
from bot.proposals.service import telling as proposals
from cogs._building import DiscordBuilding
from cogs._server import DiscordServer
from cogs._views import FeatureCog
from cogs.community import BuildingCog, PausingCog, SetupCog
from cogs.contacts import HelpingCog, RelayingCog, SupportersCog, WordsCog
from cogs.glossary import GlossaryCog
from cogs.glossary_check import GlossaryCheckCog
from cogs.glossary_desk import GlossaryDeskCog
from cogs.glossary_files import GlossaryFilesCog
from cogs.glossary_review import GlossaryReviewCog
from cogs.meeting_words import MeetingWordsCog
from cogs.nudges import NudgesCog
from cogs.panel import PanelCog
from cogs.people import InvitingCog, JoiningCog, MeCog, WithoutCog
from cogs.preparation import CallsCog, ComposingCog, ReadingCog
from cogs.privacy import PrivacyCog
from cogs.proposals import DecidingCog, ProposingCog
from cogs.questions import AskingCog, ChoosingCog, FacilitatingCog, SayingCog
from cogs.standing_roles import StandingRolesCog
from cogs.stumbles import StumblesCog


class Features:
    """The services, wired to each other."""

    def __init__(self, store: Store, clock: Clock, shared_glossary: Path | None = None) -> None:
        """Nothing is read or written before something is asked for."""
        self.ground = on = Ground(store, clock)
        self.communities, self.members = on.communities, on.members
        self.people = making.make_people(on)
        self.server = DiscordServer(self.people)
        self.building = DiscordBuilding(look_at)
        self.panel = making.make_panel(on)
        self.nudges = making.make_nudges(on, self.people)
        self.pausing = making.make_pausing(on)
        self.questions = making.make_questions(on, self.people, self.server, self.panel)
        self.around_meetings = AroundMeetings(on, self.people, self.server, self.nudges, self.questions)
        self.meetings = self.around_meetings.planning
        self.beneath_glossaries = glossary.make_beneath(shared_glossary)
        self.glossary_keeping = glossary.make_keeping(on, self.beneath_glossaries)
        self.looking_up = glossary.make_looking_up(on, self.glossary_keeping, self.questions)
        self.stumbles = glossary.make_stumbles(on, self.people, self.looking_up.indexes)
        self.showing = glossary.make_showing(on, self.looking_up.indexes, self.questions)
        self.contacts = making.make_contacts(on, self.people, self.nudges, self.questions)
        self.preparation = making.make_preparation(on, self.people, self.contacts, self.meetings, self.nudges)
        self.standing_roles = making.make_standing_roles(on, self.people, self.contacts, self.nudges)
        self.glossary_desk = glossary.make_desk(on, self.glossary_keeping, self.looking_up, self.people)
        self.glossary_files = glossary.make_files(on, self.glossary_keeping, self.people)
        office = glossary.make_proposals(on, self.glossary_keeping, self.looking_up, self.people)
        self.proposing, self.deciding = (
            Proposing(office, self.looking_up, self.questions.saying),
            Deciding(office),
        )
        self.telling = Telling(office)
        self.reviewing = glossary.make_reviewing(
            on, self.glossary_keeping, self.people, self.standing_roles, self.nudges
        )
        self.invited = Invited(on.database, self.people, on.invitations)
        self.offers = making.make_offers(on, self.people)
        self.before_posting = BeforePosting(self.looking_up.indexes, clock)
        self.meeting_words = glossary.make_meeting_words(on, self.meetings, self.looking_up.indexes)
        self.cards = glossary.make_cards(on, self.meeting_words)
        self.rights = rights_of(self)
        self.erasing = making.make_erasing(on, self.rights)
        self.keeping = making.make_keeping(on, self.rights, self.erasing)
        self.my_data = Data(on.database, on.members, self.rights, self.erasing, self.contacts)
        self.coming = making.make_coming(on, self.people, self.meetings, self.server, self.erasing)
        self.restored = making.make_restored(on, self.questions.windows)
        self.rotation = making.make_rotation(
            on, self.questions.keys_needed, self.people.keys_needed, self.stumbles.keys_needed
        )
        self.keys = Keys(self.rotation, on.database, on.alarms, clock)
        self._tell_each_other()
        self._answer_alarms()

    def _tell_each_other(self) -> None:
        """Who is told of what happens in another feature."""
        self.questions.asking.let_answer(self.looking_up)
        self.questions.asking.tell(self.stumbles.gathering)
        self.looking_up.tell(self.stumbles.gathering)
        unsigned = dict.fromkeys(UNSIGNED.values(), self.proposing)
        self.questions.hand_over_to({SHOW_WORD: self.showing, **unsigned, **self.around_meetings.said()})
        self.communities.let_take_part(self.standing_roles)
        self.around_meetings.records.writing.let_read(self.before_posting)
        self.glossary_desk.count(self.deciding, self.reviewing)
        self.nudges.pass_on_to(self.contacts)
        self.nudges.tell({preparing.KIND: self.preparation.walking})
        self.around_meetings.read_from(self.meeting_words, self.contacts)
        self.around_meetings.tell(self.preparation.walking, self.meeting_words)
        for previewing in (self.pausing, self.meetings, self.standing_roles, self.preparation.composing):
            previewing.let_read(self.before_posting)
        self.around_meetings.agenda_desk.let_read(self.before_posting)
        self.around_meetings.inviting.let_read(self.before_posting)
        self.people.tell(
            of_joining=(self.preparation.walking,),
            of_leaving=(self.contacts, *self.around_meetings.of_leaving()),
        )
        self.contacts.supporters.tell(self.preparation.walking)
        self.pausing.tell(
            self.nudges, self.meetings, self.preparation.walking, self.around_meetings.sending_papers
        )

    def _answer_alarms(self) -> None:
        """What is done for each kind of alarm."""
        for anonymous in (
            self.questions.works(),
            self.showing.works(),
            self.stumbles.works(),
            *self.around_meetings.anonymous_works(),
        ):
            self.ground.anonymous_alarms.answer(anonymous)
        for works in (
            self.people.works(self.server),
            self.coming.joining.works(self.server),
            self.coming.inviting.works(),
            self.nudges.works(),
            self.contacts.works(),
            self.preparation.walking.works(),
            self.standing_roles.works(),
            self.meeting_words.works(),
            *self.around_meetings.works(),
            self.telling.works(),
            self.reviewing.works(),
            self.erasing.works(),
            self.keeping.works(),
            self.keys.works(),
        ):
            self.ground.alarms.answer(works)

    def cogs(self, wording: Wording) -> list[FeatureCog]:
        """What stands between Discord and the services."""
        shared = wording, self.communities
        questions, preparation, contacts, coming = (
            self.questions,
            self.preparation,
            self.contacts,
            self.coming,
        )
        desk = self._make_setup_desk(wording)
        return [
            AskingCog(*shared, questions.asking),
            FacilitatingCog(*shared, questions.facilitating, questions.windows, questions.choosing),
            ChoosingCog(*shared, questions.choosing),
            SayingCog(*shared, questions.saying),
            GlossaryCog(*shared, self.looking_up, self.meeting_words, self.showing),
            GlossaryCheckCog(*shared, self.before_posting, self.cards),
            MeetingWordsCog(*shared, self.meeting_words),
            StumblesCog(*shared, self.stumbles.quarters),
            PanelCog(*shared, self.panel),
            GlossaryDeskCog(*shared, self.glossary_desk),
            GlossaryFilesCog(*shared, self.glossary_files),
            GlossaryReviewCog(*shared, self.reviewing),
            ProposingCog(*shared, self.proposing),
            DecidingCog(*shared, self.deciding),
            JoiningCog(*shared, coming.joining, self.server.saw),
            MeCog(*shared, coming.about_me),
            InvitingCog(*shared, coming.inviting),
            WithoutCog(*shared, coming.without),
            *self.around_meetings.cogs(wording),
            ComposingCog(*shared, preparation.composing),
            ReadingCog(*shared, preparation.reading),
            CallsCog(*shared, preparation.booking),
            SupportersCog(*shared, contacts.supporters),
            WordsCog(*shared, contacts.words),
            HelpingCog(*shared, contacts.errands),
            RelayingCog(*shared, contacts.relaying),
            StandingRolesCog(*shared, self.standing_roles),
            NudgesCog(*shared, self.nudges),
            SetupCog(*shared, Guiding(desk)),
            BuildingCog(*shared, Making(desk)),
            PausingCog(*shared, self.pausing),
            PrivacyCog(*shared, self.my_data, self.keeping),
        ]

    def everyday_kinds(self) -> Mapping[str, Owner]:
        """To whom each kind of delivery of the everyday database belongs."""
        posted = (panels.KIND, panels.FACILITATORS, panels.JOINING, setting_up.BEGUN)
        return {
            **dict.fromkeys(posted, self.panel),
            **self.contacts.kinds(),
            **self.around_meetings.everyday_kinds(),
            nudges.MESSAGE: self.nudges,
            pausing.CARD: self.pausing,
            cards.CARD: self.cards,
            proposals.NOTE: self.telling,
            reviewing.NOTE: self.reviewing,
            people.NOTE: self.coming.joining,
            backup.KIND: self.restored,
        }

    def anonymous_kinds(self) -> Mapping[str, Owner]:
        """To whom each kind of delivery of the anonymous database belongs."""
        return {**self.questions.kinds(), **self.stumbles.kinds(), **self.around_meetings.anonymous_kinds()}

    async def before_start(self) -> None:
        """What has to be done before anybody is served, and was perhaps broken off."""
        await self.beneath_glossaries.read()
        await self.keys.start()
        await self.restored.start()
        await self.erasing.start()

    async def start(self) -> None:
        """What each feature does before anybody can press."""
        await self.questions.windows.start()
        await self.stumbles.start()
        await self.keeping.start()
        await self.reviewing.start()
        await self.around_meetings.start()

    async def erase_again(self, tx: Tx, community: int, member: str) -> None:
        """Erase, in a backup that is put back, a member who was erased since: in every everyday feature."""
        await self.erasing.erase_in(tx, community, member)

    async def forget_unknown(self, tx: Tx, community: int) -> None:
        """Drop, in a backup that is put back, what only an account leads to: it may be erased since."""
        await self.erasing.forget_unknown(tx, community)

    def _make_setup_desk(self, wording: Wording) -> SetupDesk:
        return SetupDesk(
            database=self.ground.database,
            store=SetupStore(),
            communities=self.communities,
            building=self.building,
            panels=self.panel,
            choosing=self.questions.choosing,
            deliveries=self.ground.deliveries,
            clock=self.ground.clock,
            say=wording.say,
        )
