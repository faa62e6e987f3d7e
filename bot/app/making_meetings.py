"""How each service round meetings is made of what it needs. `meetings.py` says who is told of what."""

from __future__ import annotations

from bot.agenda.service import Agenda, Desk, Inviting, Steering
from bot.agenda.store import AgendaStore
from bot.app.making import Ground
from bot.attending.service import Announcing, Replying
from bot.attending.store import AttendingStore
from bot.chairing import service as chairing
from bot.chairing.service import Chairing, Showing
from bot.chairing.store import ChairingStore
from bot.events.service import Events
from bot.events.store import EventStore
from bot.hands.service import Hands
from bot.hands.store import HandStore
from bot.meetings.service import Meetings
from bot.meetings.store import MeetingStore
from bot.nudges.service import Nudges
from bot.papers.service import Errands, MeetingWords, Office
from bot.papers.service.office import Ground as PapersGround
from bot.papers.store import PapersStore
from bot.people.service import People
from bot.presence.service import Presence
from bot.presence.store import PresenceStore
from bot.questions.service import Questions
from bot.record.service import Office as RecordOffice
from bot.record.service import Records
from bot.record.store import RecordStore
from bot.signals.service import Signals
from bot.sittings.service import Sittings
from bot.sittings.store import SittingStore
from bot.standing_roles.service import Holders
from bot.wishes import service as wishes
from bot.wishes.store import WishStore
from cogs._server import DiscordServer


def make_planning(on: Ground, server: DiscordServer) -> Meetings:
    """The meetings to come."""
    return Meetings(
        database=on.database,
        store=MeetingStore(),
        communities=on.communities,
        rooms=server,
        clock=on.clock,
    )


def make_sittings(on: Ground, planning: Meetings) -> Sittings:
    """Meetings as they take place."""
    return Sittings(
        database=on.database,
        store=SittingStore(),
        meetings=planning,
        communities=on.communities,
        alarms=on.alarms,
        clock=on.clock,
    )


def make_agenda(on: Ground, planning: Meetings) -> Agenda:
    """What meetings are to be about."""
    return Agenda(AgendaStore(on.seal), planning, on.clock)


def make_steering(on: Ground, agenda: Agenda, people: People, nudges: Nudges, holders: Holders) -> Steering:
    """The steering group, which is asked whether it agrees."""
    return Steering(
        database=on.database,
        agenda=agenda,
        communities=on.communities,
        people=people,
        holders=holders,
        nudges=nudges,
        deliveries=on.deliveries,
        clock=on.clock,
    )


def make_agenda_desk(on: Ground, agenda: Agenda, steering: Steering) -> Desk:
    """Where facilitators prepare agendas."""
    return Desk(
        database=on.database,
        agenda=agenda,
        steering=steering,
        communities=on.communities,
        clock=on.clock,
    )


def make_inviting(on: Ground, agenda: Agenda, server: DiscordServer) -> Inviting:
    """Drafts of invitations."""
    return Inviting(database=on.database, agenda=agenda, rooms=server, clock=on.clock)


def make_chairing(on: Ground, planning: Meetings, sittings: Sittings, agenda: Agenda) -> chairing.Desk:
    """What the view of a meeting that is on stands on."""
    return chairing.Desk(
        database=on.database,
        store=ChairingStore(),
        sittings=sittings,
        agenda=agenda,
        meetings=planning,
        communities=on.communities,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
    )


def make_showing(on: Ground, desk: chairing.Desk, questions: Questions) -> Showing:
    """The view; what is published of questions is shown in it."""
    return Showing(
        desk, questions.published, on.store.anonymous, on.anonymous_deliveries, on.anonymous_alarms
    )


def make_chair(
    on: Ground, desk: chairing.Desk, showing: Showing, questions: Questions, server: DiscordServer
) -> Chairing:
    """What is pressed below the view; it ends a meeting as questions do."""
    return Chairing(
        desk, showing, questions.published, on.store.anonymous, ending=questions.windows, channels=server
    )


def make_signals(on: Ground, questions: Questions, going: Chairing) -> Signals:
    """[I'm lost] and [Slower, please]; questions know when a meeting is on."""
    return Signals(
        database=on.store.anonymous,
        communities=on.communities,
        deliveries=on.anonymous_deliveries,
        alarms=on.anonymous_alarms,
        meetings=questions.windows,
        going=going,
        clock=on.clock,
    )


def make_announcing(on: Ground, nudges: Nudges) -> Announcing:
    """Announcements of meetings."""
    return Announcing(
        store=AttendingStore(),
        communities=on.communities,
        nudges=nudges,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
    )


def make_events(on: Ground, server: DiscordServer) -> Events:
    """Meetings in the servers' own lists of events."""
    return Events(
        database=on.database,
        store=EventStore(),
        communities=on.communities,
        server=server,
        deliveries=on.deliveries,
        clock=on.clock,
    )


def make_replying(on: Ground, people: People, server: DiscordServer) -> Replying:
    """Who comes to meetings."""
    return Replying(database=on.database, store=AttendingStore(), people=people, names=server, clock=on.clock)


def make_wishes(on: Ground, people: People, nudges: Nudges) -> wishes.Desk:
    """What would let people come, and what they would talk about."""
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


def make_hands(on: Ground, people: People, sittings: Sittings) -> Hands:
    """Who would like to speak."""
    return Hands(
        database=on.database,
        store=HandStore(),
        sittings=sittings,
        people=people,
        communities=on.communities,
        deliveries=on.deliveries,
        clock=on.clock,
    )


def make_presence(on: Ground, people: People, planning: Meetings, sittings: Sittings) -> Presence:
    """Who is at a meeting."""
    return Presence(
        database=on.database,
        store=PresenceStore(),
        sittings=sittings,
        meetings=planning,
        people=people,
        alarms=on.alarms,
        clock=on.clock,
    )


def make_papers(
    on: Ground,
    server: DiscordServer,
    people: People,
    *,
    agenda: Agenda,
    words: MeetingWords,
    errands: Errands,
) -> Office:
    """What goes out a week before a meeting."""
    return Office(
        PapersGround(
            database=on.database,
            store=PapersStore(),
            communities=on.communities,
            rooms=server,
            people=people,
            deliveries=on.deliveries,
            clock=on.clock,
        ),
        agenda,
        words,
        errands,
    )


def make_records(
    on: Ground,
    people: People,
    nudges: Nudges,
    questions: Questions,
    *,
    planning: Meetings,
    agenda: Agenda,
    presence: Presence,
) -> Records:
    """The page that comes of each meeting."""
    return Records(
        RecordOffice(
            database=on.database,
            store=RecordStore(on.seal),
            communities=on.communities,
            meetings=planning,
            agenda=agenda,
            questions=questions.published,
            replies=AttendingStore(),
            people=people,
            nudges=nudges,
            deliveries=on.deliveries,
            alarms=on.alarms,
            clock=on.clock,
            presence=presence,
        ),
        on.anonymous_alarms,
    )
