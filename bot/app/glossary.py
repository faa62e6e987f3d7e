"""How the glossary's services are made of what they need; `making.py` has those of the other features."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import SystemRandom

from bot.app.making import Ground, wording
from bot.core.wording import Line
from bot.glossary.rules.term import Term
from bot.glossary.service import Keeping, LookingUp, read_starter
from bot.glossary.service.cards import Cards
from bot.glossary.service.desk import Desk
from bot.glossary.service.files import Files
from bot.glossary.service.indexes import Indexes
from bot.glossary.service.reviewing import Reviewing
from bot.glossary.service.shared import Beneath
from bot.glossary.service.showing import Showing
from bot.glossary.store import GlossaryStore, ShownStore
from bot.meeting_words.service import MeetingWords
from bot.meeting_words.store import MeetingWordsStore
from bot.meetings.service import Meetings
from bot.nudges.service import Nudges
from bot.people.service import People
from bot.proposals.service import Office
from bot.proposals.store import ProposalStore
from bot.questions.service import Questions
from bot.standing_roles.service import StandingRoles
from bot.stumbles.service import Desk as StumblesDesk
from bot.stumbles.service import Stumbles
from bot.stumbles.store import PublishedStore, StumbleStore
from config.settings import GLOSSARY


def make_beneath(shared: Path | None) -> Beneath:
    """What lies under each community's own words; `shared` is the file of a glossary that all share."""
    return Beneath(_starter, shared, wording().say(Line("glossary-shared")))


def make_keeping(on: Ground, beneath: Beneath) -> Keeping:
    """What is in the glossary."""
    return Keeping(database=on.database, store=GlossaryStore(on.seal), starter=beneath, clock=on.clock)


def make_looking_up(on: Ground, terms: Keeping, questions: Questions) -> LookingUp:
    """Looking words up; what is still unclear is asked anonymously."""
    return LookingUp(terms, questions.asking, on.clock, wording().say)


def make_showing(on: Ground, indexes: Indexes, questions: Questions) -> Showing:
    """Words that somebody would like everyone to see, on the anonymous database."""
    return Showing(
        database=on.store.anonymous,
        store=ShownStore(on.seal, SystemRandom()),
        alarms=on.anonymous_alarms,
        indexes=indexes,
        saying=questions.saying,
        posting=questions.posting,
        clock=on.clock,
    )


def make_stumbles(on: Ground, people: People, indexes: Indexes) -> Stumbles:
    """What groups stumble over, counted on the anonymous database."""
    desk = StumblesDesk(
        database=on.store.anonymous,
        everyday=on.database,
        store=StumbleStore(on.seal, SystemRandom()),
        told=PublishedStore(on.seal),
        communities=on.communities,
        people=people,
        indexes=indexes,
        deliveries=on.anonymous_deliveries,
        alarms=on.anonymous_alarms,
        seal=on.seal,
        clock=on.clock,
    )
    return Stumbles(desk)


def make_cards(on: Ground, words: MeetingWords) -> Cards:
    """The cards "Words you will hear"."""
    return Cards(
        database=on.database,
        communities=on.communities,
        words=words,
        deliveries=on.deliveries,
        clock=on.clock,
    )


def make_meeting_words(on: Ground, meetings: Meetings, indexes: Indexes) -> MeetingWords:
    """The words of the next meeting."""
    return MeetingWords(
        database=on.database,
        store=MeetingWordsStore(),
        meetings=meetings,
        indexes=indexes,
        alarms=on.alarms,
        clock=on.clock,
        say=wording().say,
    )


def make_desk(on: Ground, keeping: Keeping, looking_up: LookingUp, people: People) -> Desk:
    """Words that facilitators write."""
    return Desk(keeping=keeping, indexes=looking_up.indexes, people=people, clock=on.clock)


def make_files(on: Ground, keeping: Keeping, people: People) -> Files:
    """The glossary as a file."""
    return Files(keeping=keeping, people=people, clock=on.clock, say=wording().say)


def make_proposals(on: Ground, keeping: Keeping, looking_up: LookingUp, people: People) -> Office:
    """What the services of proposals stand on."""
    return Office(
        database=on.database,
        store=ProposalStore(on.seal),
        keeping=keeping,
        indexes=looking_up.indexes,
        people=people,
        communities=on.communities,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
    )


def make_reviewing(
    on: Ground, keeping: Keeping, people: People, roles: StandingRoles, nudges: Nudges
) -> Reviewing:
    """Words that nobody has looked at for a year."""
    return Reviewing(
        database=on.database,
        keeping=keeping,
        communities=on.communities,
        people=people,
        editors=roles,
        nudges=nudges,
        deliveries=on.deliveries,
        alarms=on.alarms,
        clock=on.clock,
    )


@cache
def _starter() -> tuple[Term, ...]:
    return read_starter(GLOSSARY, wording().say(Line("glossary-starter")))
