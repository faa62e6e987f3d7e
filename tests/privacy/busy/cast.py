"""Who does what in the quarter, and what is written: what is linked to HER, and what is not."""

from __future__ import annotations

from bot.core.notices import Line, Notice
from tests.privacy.town import FIRST_ACCOUNT, HER_NAME, HERE, Town

WEEKS = 13
LAST = WEEKS - 1

#: Her named contact, and who covers for her, who is a named contact herself.
CONTACT, COVER = 1, 2
#: A facilitator, as far as the services can tell.
FACILITATOR = 0
#: Whose call with her is still to come, and who waits for a word with her.
CALLS_HER, WRITES_TO_HER = 33, 36
#: Somebody who has not joined: invited, waits for a word, has offered a role; and one who is only invited.
OUTSIDER, INVITED = FIRST_ACCOUNT + 50 * 7_919, FIRST_ACCOUNT + 51 * 7_919

HER_NEEDS = "A chair with arms, since my hip is stiff"
HER_ORGANISATION = "The Larkrise Walking Circle"
HER_PERMISSION = "noted by the facilitator on duty"
HER_WAITING = "Why does nobody mention the bus timetable?"
HER_MESSAGE = "Your papers for the ninth are with Larkrise"
HER_HOURS = "Tuesdays after the choir, not before noon"
HER_WORD = "The stairs at the hall were too much for me"
HER_NUDGE = "Bring the grey folder to the Larkrise table"
HER_INBOX = "The hearing loop will be on your left"
HER_TERMS = "An hour before each meeting, by the piano"
HER_REASON = "My sister in Fennel Lane read it as a kind of path"
HER_LOOKED = "larkrise wobble board"
HER_OPEN = "What is a pathway, in {week} short words?"

#: Hers, and linked to her.
LINKED = (
    *(HER_NEEDS, HER_ORGANISATION, HER_PERMISSION, HER_WAITING, HER_MESSAGE, HER_NAME),
    *(HER_HOURS, HER_WORD, HER_NUDGE, HER_INBOX, HER_TERMS, HER_REASON),
    HER_LOOKED,
)
#: Hers, and nobody can link it to her once her handle has gone.
UNLINKED = tuple(HER_OPEN.format(week=week) for week in range(0, WEEKS, 4))

OUTSIDERS_WORD = "I am not sure that this group is for me"
OUTSIDERS_PLACE = "The Fennel Lane Surgery"
OUTSIDERS_TERMS = "Two evenings, and a sandwich"

RELAYED = "Is the tablet in week {week} the white one?"
RELAYED_WAITING = "May my sister read the papers to me?"
TO_SAY = "The minutes of week {week}, in large print"
#: Of the member without Discord, and linked to her.
LINKED_WITHOUT = (RELAYED_WAITING, TO_SAY.format(week=LAST))


def pressed(notice: Notice) -> str:
    """The token of the button that stands out."""
    return next(button.token for button in notice.buttons if button.main)


def names_her(account: int) -> Notice:
    """A message that mentions somebody."""
    return Notice((Line("contact-word-with", {"name": f"<@{account}>"}),))


async def asks_for_a_word(town: Town, account: int, words: str) -> str:
    """Somebody asks for a word; returns its id. Whoever has one open already has no second."""
    service = town.features.contacts.words
    token = service.form("").token
    await service.preview(HERE, account, token, words)
    try:
        await service.send(HERE, account, token)
    finally:
        service.never_mind(token)
    return token
