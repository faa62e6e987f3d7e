"""What a community does in a quarter of a year, feature by feature.

Whoever adds a feature that keeps something about somebody adds a function of its name to WORK. It is called
once a week, thirteen times, and lets many members act, the one who is erased (`HER`) among them, on both
sides wherever there are two. What she writes and what can be linked to her stands in LINKED, what nobody can
link to her in UNLINKED, word for word (`cast.py`): the first must be found before she is erased and nowhere
after it; the second goes at its own time.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.privacy.busy.attending import attending
from tests.privacy.busy.cast import LAST
from tests.privacy.busy.contacts import contacts, words
from tests.privacy.busy.glossary import glossary
from tests.privacy.busy.meetings import hands, presence
from tests.privacy.busy.messages import nudges, waiting_messages
from tests.privacy.busy.people import invitations, people
from tests.privacy.busy.preparation import preparation
from tests.privacy.busy.proposals import proposals
from tests.privacy.busy.questions import questions
from tests.privacy.busy.roles import offers, standing_roles
from tests.privacy.busy.stumbles import stumbles
from tests.privacy.busy.wishes import wishes
from tests.privacy.town import Town

Work = Callable[[Town, int], Awaitable[None]]

#: One line for each feature; contacts first, who are needed for the rest, and hands after the last meeting
#: with questions, as they go with the meeting.
WORK: tuple[Work, ...] = (
    people,
    contacts,
    words,
    preparation,
    attending,
    glossary,
    proposals,
    standing_roles,
    offers,
    invitations,
    questions,
    hands,
    presence,
    stumbles,
    wishes,
    nudges,
    waiting_messages,
)


async def all_but_the_last_week(town: Town) -> None:
    """Twelve busy weeks."""
    for week in range(LAST):
        await _week(town, week)
        await town.passes(days=7)


async def last_week(town: Town) -> None:
    """The thirteenth, at the end of which much is on its way."""
    await _week(town, LAST)


async def _week(town: Town, week: int) -> None:
    for work in WORK:
        await work(town, week)
