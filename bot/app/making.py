"""How each service is made of what it needs. `features.py` says what is there, and who is told of what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import SystemRandom

from bot.app.opening import (
    ANONYMOUS_ALARMS,
    ANONYMOUS_DELIVERIES,
    ANONYMOUS_KEYS,
    EVERYDAY_ALARMS,
    EVERYDAY_DELIVERIES,
    EVERYDAY_KEYS,
    Store,
)
from bot.backup.service import Restored
from bot.community.service import Communities
from bot.community.service.pausing import Pausing
from bot.community.store import CommunityStore
from bot.contacts.service import Contacts, Office
from bot.contacts.store import ContactStore
from bot.core.alarms import Alarms
from bot.core.clock import Clock
from bot.core.deliveries import Deliveries
from bot.core.rotation import KeysNeeded, Rotation, Sealed
from bot.core.schema import ANONYMOUS, EVERYDAY
from bot.core.wording import Line, Wording
from bot.meetings.service import Meetings
from bot.nudges.service import Nudges
from bot.nudges.store import NudgeStore
from bot.panel.service import Panel
from bot.panel.store import PanelStore
from bot.people.service import AboutMe, Inviting, Joining, People, WithoutDiscord
from bot.people.store import InvitationStore, PeopleStore
from bot.preparation.service import Desk as PreparationDesk
from bot.preparation.service import Preparation
from bot.preparation.store import PreparationStore
from bot.privacy.service import Erasing, Keeping, Rights
from bot.privacy.store import PrivacyStore
from bot.questions.rules.second_look import Hints, look
from bot.questions.rules.windows import GRAIN
from bot.questions.service import Desk, Questions, SecondLook, Windows
from bot.questions.store import QuestionStore, SettingsStore
from bot.standing_roles.service import Offers, StandingRoles
from bot.standing_roles.store import StandingRoleStore
from cogs._server import DiscordServer
from config.second_look import EN_GB, read_hints
from config.settings import WORDING


class Ground:
    """What every service stands on: both databases, and what is due and to be sent in each."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Nothing is read or written."""
        self.store = store
        self.clock = clock
        self.database = store.everyday
        self.seal = store.seal
        self.deliveries = Deliveries(EVERYDAY_DELIVERIES, store.seal)
        self.alarms = Alarms(store.everyday, EVERYDAY_ALARMS, clock)
        self.anonymous_deliveries = Deliveries(ANONYMOUS_DELIVERIES, store.seal, grain=GRAIN)
        self.anonymous_alarms = Alarms(store.anonymous, ANONYMOUS_ALARMS, clock, grain=GRAIN)
        self.communities = Communities(store.everyday, CommunityStore())
        self.members = PeopleStore(store.seal)
        self.invitations = InvitationStore(store.seal)


def make_people(on: Ground) -> People:
    """Who is a member."""
    return People(
        database=on.database,
        store=on.members,
        invitations=on.invitations,
        communities=on.communities,
        alarms=on.alarms,
        clock=on.clock,
    )


@dataclass(frozen=True, slots=True)
class Coming:
    """What somebody does who joins, is invited, or is written down; and what she says of herself."""

    joining: Joining
    about_me: AboutMe
    inviting: Inviting
    without: WithoutDiscord


def make_coming(
    on: Ground, people: People, meetings: Meetings, server: DiscordServer, erasing: Erasing
) -> Coming:
    """What stands round `people`; `server` is asked who is there."""
    joining = Joining(
        database=on.database,
        people=people,
        invitations=on.invitations,
        communities=on.communities,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
        erasing=erasing,
    )
    about_me = AboutMe(
        database=on.database,
        people=people,
        joining=joining,
        communities=on.communities,
        clock=on.clock,
        meetings=meetings,
    )
    inviting = Inviting(
        database=on.database,
        people=people,
        invitations=on.invitations,
        communities=on.communities,
        alarms=on.alarms,
        clock=on.clock,
        directory=server,
        search=server,
    )
    without = WithoutDiscord(
        database=on.database, people=people, communities=on.communities, clock=on.clock, erasing=erasing
    )
    return Coming(joining, about_me, inviting, without)


def make_panel(on: Ground) -> Panel:
    """The messages with the buttons."""
    return Panel(
        database=on.database,
        store=PanelStore(),
        communities=on.communities,
        deliveries=on.deliveries,
        clock=on.clock,
    )


def make_nudges(on: Ground, people: People) -> Nudges:
    """Messages that nobody asked for."""
    return Nudges(
        database=on.database,
        store=NudgeStore(on.seal),
        people=people,
        communities=on.communities,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
    )


def make_pausing(on: Ground) -> Pausing:
    """The pause of everything."""
    return Pausing(database=on.database, communities=on.communities, deliveries=on.deliveries, clock=on.clock)


def make_questions(on: Ground, people: People, server: DiscordServer, panel: Panel) -> Questions:
    """Anonymous questions, on the anonymous database."""
    rng = SystemRandom()
    desk = Desk(
        database=on.store.anonymous,
        everyday=on.database,
        store=QuestionStore(on.seal, rng),
        choices=SettingsStore(),
        communities=on.communities,
        deliveries=on.anonymous_deliveries,
        alarms=on.anonymous_alarms,
        seal=on.seal,
        clock=on.clock,
        rng=rng,
    )
    return Questions(desk, server=server, people=people, look=_second_look(), new_answers=panel)


def make_contacts(on: Ground, people: People, nudges: Nudges, questions: Questions) -> Contacts:
    """Named contacts; they relay questions of members without Discord."""
    office = Office(
        database=on.database,
        store=ContactStore(on.seal),
        people=people,
        communities=on.communities,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
        nudges=nudges,
    )
    return Contacts(office, questions.asking)


def make_standing_roles(on: Ground, people: People, contacts: Contacts, nudges: Nudges) -> StandingRoles:
    """Standing roles, offered in private."""
    return StandingRoles(
        database=on.database,
        store=StandingRoleStore(on.seal),
        people=people,
        communities=on.communities,
        contacts=contacts,
        nudges=nudges,
        alarms=on.alarms,
        clock=on.clock,
    )


def make_offers(on: Ground, people: People) -> Offers:
    """Who offered standing roles."""
    return Offers(on.database, StandingRoleStore(on.seal), people)


def make_preparation(
    on: Ground, people: People, contacts: Contacts, meetings: Meetings, nudges: Nudges
) -> Preparation:
    """The path before the first meeting."""
    desk = PreparationDesk(
        database=on.database,
        store=PreparationStore(on.seal),
        communities=on.communities,
        people=people,
        contacts=contacts,
        meetings=meetings,
        nudges=nudges,
        alarms=on.alarms,
        clock=on.clock,
    )
    return Preparation(desk)


def make_erasing(on: Ground, rights: Rights) -> Erasing:
    """Forgets people, in every feature."""
    return Erasing(
        databases=(on.database, on.store.anonymous),
        posts=(on.deliveries, on.anonymous_deliveries),
        store=PrivacyStore(on.seal),
        members=on.members,
        alarms=on.alarms,
        erasures=on.store.erasures,
        rights=rights,
        clock=on.clock,
        someone=_someone,
    )


def make_keeping(on: Ground, rights: Rights, erasing: Erasing) -> Keeping:
    """Forgets by night what is old."""
    return Keeping(
        database=on.database,
        store=PrivacyStore(on.seal),
        members=on.members,
        communities=on.communities,
        alarms=on.alarms,
        rights=rights,
        erasing=erasing,
        clock=on.clock,
    )


def make_restored(on: Ground, windows: Windows) -> Restored:
    """What follows when a backup was put back."""
    return Restored(
        database=on.database,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
        end_questions=windows.end_after_restore,
    )


def make_rotation(on: Ground, *needs: KeysNeeded) -> Rotation:
    """Goes on with a rotation of keys; each of `needs` says which keys it cannot do without."""
    store = on.store
    sealed = (
        Sealed(store.everyday, EVERYDAY, EVERYDAY_KEYS),
        Sealed(store.anonymous, ANONYMOUS, ANONYMOUS_KEYS),
    )
    return Rotation(sealed, store.seal, store.key_file, store.erasures, needs)


@cache
def _someone() -> str:
    """What stands for somebody who has erased herself in a message to others that waits."""
    return wording().say(Line("privacy-someone"))


@cache
def wording() -> Wording:
    """Every sentence, in every language, read once."""
    return Wording(WORDING)


def _second_look() -> SecondLook:
    hints = Hints(**read_hints(EN_GB))
    return lambda text, names, today: look(text, names, hints, today)
