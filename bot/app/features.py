"""Every feature, built from both databases: its service, its cog, its kinds of alarm and of delivery.

A new feature is a line in each of the methods here; how it is made of what it needs is in `making.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.app import making
from bot.app.making import Ground
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
from bot.glossary.service import before_posting
from bot.meetings.service import Meetings
from bot.meetings.store import MeetingStore
from bot.nudges import service as nudges
from bot.panel import service as panels
from bot.people import service as people
from bot.people.service import Invited
from bot.preparation import service as preparing
from bot.privacy.service import Data
from cogs._building import DiscordBuilding
from cogs._server import DiscordServer
from cogs._views import FeatureCog
from cogs.community import BuildingCog, PausingCog, SetupCog
from cogs.contacts import HelpingCog, RelayingCog, SupportersCog, WordsCog
from cogs.glossary import GlossaryCog
from cogs.glossary_check import GlossaryCheckCog
from cogs.meetings import MeetingsCog
from cogs.nudges import NudgesCog
from cogs.panel import PanelCog
from cogs.people import InvitingCog, JoiningCog, MeCog, WithoutCog
from cogs.preparation import CallsCog, ComposingCog, ReadingCog
from cogs.privacy import PrivacyCog
from cogs.questions import AskingCog, ChoosingCog, FacilitatingCog
from cogs.standing_roles import StandingRolesCog


class Features:
    """The services, wired to each other."""

    def __init__(self, store: Store, clock: Clock) -> None:
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
        self.glossary_keeping = making.make_glossary_keeping(on)
        self.looking_up = making.make_looking_up(on, self.glossary_keeping, self.questions)
        self.contacts = making.make_contacts(on, self.people, self.nudges, self.questions)
        self.meetings = Meetings(
            database=on.database, store=MeetingStore(), communities=on.communities, clock=clock
        )
        self.preparation = making.make_preparation(on, self.people, self.contacts, self.meetings, self.nudges)
        self.standing_roles = making.make_standing_roles(on, self.people, self.contacts, self.nudges)
        self.invited = Invited(on.database, self.people, on.invitations)
        self.offers = making.make_offers(on, self.people)
        self.before_posting = making.make_before_posting(on, self.looking_up.indexes)
        self.rights = rights_of(self)
        self.erasing = making.make_erasing(on, self.rights)
        self.keeping = making.make_keeping(on, self.rights, self.erasing)
        self.my_data = Data(on.database, on.members, self.rights, self.erasing, self.contacts)
        self.coming = making.make_coming(on, self.people, self.meetings, self.server, self.erasing)
        self.restored = making.make_restored(on, self.questions.windows)
        self.rotation = making.make_rotation(on, self.questions.keys_needed, self.people.keys_needed)
        self.keys = Keys(self.rotation, on.database, on.alarms, clock)
        self._tell_each_other()
        self._answer_alarms()

    def _tell_each_other(self) -> None:
        """Who is told of what happens in another feature."""
        self.questions.asking.let_answer(self.looking_up)
        self.nudges.pass_on_to(self.contacts)
        self.nudges.tell({preparing.KIND: self.preparation.walking})
        self.meetings.tell(self.preparation.walking)
        self.people.tell(of_joining=(self.preparation.walking,), of_leaving=(self.contacts,))
        self.contacts.supporters.tell(self.preparation.walking)
        self.pausing.tell(self.nudges, self.meetings, self.preparation.walking)

    def _answer_alarms(self) -> None:
        """What is done for each kind of alarm."""
        self.ground.anonymous_alarms.answer(self.questions.works())
        for works in (
            self.people.works(self.server),
            self.coming.joining.works(self.server),
            self.coming.inviting.works(),
            self.nudges.works(),
            self.contacts.works(),
            self.preparation.walking.works(),
            self.standing_roles.works(),
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
            GlossaryCog(*shared, self.looking_up),
            GlossaryCheckCog(*shared, self.before_posting),
            PanelCog(*shared, self.panel),
            JoiningCog(*shared, coming.joining, self.server.saw),
            MeCog(*shared, coming.about_me),
            InvitingCog(*shared, coming.inviting),
            WithoutCog(*shared, coming.without),
            MeetingsCog(*shared, self.meetings),
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
            nudges.MESSAGE: self.nudges,
            pausing.CARD: self.pausing,
            before_posting.CARD: self.before_posting,
            people.NOTE: self.coming.joining,
            backup.KIND: self.restored,
        }

    def anonymous_kinds(self) -> Mapping[str, Owner]:
        """To whom each kind of delivery of the anonymous database belongs."""
        return self.questions.kinds()

    async def before_start(self) -> None:
        """What has to be done before anybody is served, and was perhaps broken off."""
        await self.keys.start()
        await self.restored.start()
        await self.erasing.start()

    async def start(self) -> None:
        """What each feature does before anybody can press."""
        await self.questions.windows.start()
        await self.keeping.start()

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
