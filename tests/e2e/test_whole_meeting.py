"""A whole meeting of fifteen, from the day when it is planned to its record, in the real bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rehearsal import Rehearsal, Shown
from tests.e2e.attending import posts
from tests.e2e.conftest import Log, answer, set_up
from tests.e2e.contacts import mention, name_contacts, put_members
from tests.e2e.flows import (
    FACILITATING,
    THE_FACILITATORS,
    THE_QUESTIONS,
    ask_with,
    at,
    card,
    everybody,
    fill,
    join,
    meeting_starts,
    mine,
    press,
    readers,
    seen,
    under_more,
)
from tests.e2e.test_agenda import ADD, GROUP, MINUTES, NAME, SPEAKER, USE
from tests.e2e.test_scheduling import TITLE, WHEN, WHERE, on, schedule
from tests.e2e.test_standing_roles import offer

MEETING, QUESTION, ANSWER = "The zyzzle meeting", "What is a tariff?", "The price of one treatment."
PLANNED = {TITLE: MEETING, WHEN: "5 March 2026 10am; 2 April 2026 10am", MINUTES: "90", WHERE: "Room 4"}
ITEMS = (
    {NAME: "How letters are written", MINUTES: "40", SPEAKER: "Priya Raman", GROUP: "Clinical"},
    {NAME: "Who pays for taxis", MINUTES: "30", SPEAKER: "Helen Okafor", GROUP: "Commissioning"},
)
DECIDED, ADDED = "Letters say first what happens next.", "Please say it in Welsh, too."
LAY = ("Amina", "Derek", "Rosa", "Gwyn", "Linh")
CLINICAL = ("Priya", "Tom", "Ngozi", "Hannah", "Kwame", "Sofia")
FIFTEEN = (*LAY, *CLINICAL, "Ruth", "Imran", "Helen", "Jakub")
COMING, MAYBE, NOT = "I’m coming", "Maybe", "I can’t come"
SPEAK, CHAIR, NOTES = "I’d like to speak", "Gwyn", "Linh"
#: From [Send] to the card, with what Discord takes; presses of a facilitator for a record.
LONGEST, MOST_PRESSES = timedelta(seconds=22), 15


@dataclass(slots=True)
class Counted:
    """A facilitator in her channel, whose presses are counted, [Send] of a form among them."""

    rehearsal: Rehearsal
    who: str
    presses: int = 0

    async def press(self, label: str) -> str:
        """She presses; what she reads then."""
        self.presses += 1
        return await press(self.rehearsal, self.who, label, channel=THE_FACILITATORS)


def shown(rehearsal: Rehearsal, channel: str, words: str, who: str = "Leila") -> Shown:
    """The message with these words that everybody in a channel sees, as somebody sees it."""
    (found,) = (
        each for each in rehearsal.person(who).read(channel) if not each.only_you and words in each.text
    )
    return found


def view(rehearsal: Rehearsal) -> Shown:
    """What facilitators see of the meeting that is on."""
    return shown(rehearsal, THE_FACILITATORS, "The meeting is planned to end at")


async def prepared(rehearsal: Rehearsal, folder: Path) -> None:
    """All have joined, Gwyn chairs and Linh takes notes; Leila has planned a meeting with its agenda."""
    await set_up(rehearsal)
    await join(rehearsal, *FIFTEEN, "Leila", "Owen")
    await put_members(rehearsal, folder, *LAY)
    await name_contacts(rehearsal, ("Leila", "Owen"))
    for label in ("Named contacts", "Suggest", "Use this"):
        await press(rehearsal, "Leila", label, channel=THE_FACILITATORS)
    for role, who in (("Chair", CHAIR), ("Note-taker", NOTES)):
        assert "is offered" in await offer(rehearsal, role, who)
    await on(rehearsal, "Yes, use this", await schedule(rehearsal, PLANNED))
    for label in ("Meetings", "Agenda 1"):
        await press(rehearsal, "Leila", label, channel=THE_FACILITATORS)
    for item in ITEMS:
        await fill(rehearsal, "Leila", ADD, item, channel=THE_FACILITATORS)
        await press(rehearsal, "Leila", USE, channel=THE_FACILITATORS)
    await rehearsal.advance(timedelta(days=1))
    for who in (CHAIR, NOTES):
        assert "It is yours" in seen(await rehearsal.person(who).press("Yes"))


async def replied(rehearsal: Rehearsal) -> None:
    """Each says whether she comes; facilitators alone see who said what."""
    announced = posts(rehearsal, MEETING)[0]
    for who, label in (*((each, COMING) for each in LAY), ("Priya", MAYBE), ("Helen", COMING), ("Tom", NOT)):
        await press(rehearsal, who, label, on=announced)
    listed = await press(rehearsal, "Owen", "Facilitators", on=announced)
    assert f"**Can’t come:** {mention(rehearsal, 'Tom')}" in listed
    assert mention(rehearsal, "Helen") in listed.partition("**Maybe:**")[0]
    told = await press(rehearsal, "Helen", "Facilitators", on=announced)
    assert "Only facilitators can do this" in told
    assert MEETING in await under_more(rehearsal, "Derek", "What’s next")
    about = await press(rehearsal, "Derek", "What it is about")
    assert "10:00, 40 minutes, to talk about it. Who speaks: Priya Raman" in about
    assert "Who pays for taxis" in about


async def lost_and_asking(rehearsal: Rehearsal) -> None:
    """In the first item one is lost and one asks; each kind of person sees what it is promised, in time."""
    await meeting_starts(rehearsal)
    assert readers(rehearsal, "# How letters are written\n**To talk about** · Priya Raman") == FACILITATING
    await rehearsal.advance(timedelta(seconds=3))
    assert "is safe here" in seen(await ask_with(rehearsal, "Amina", QUESTION))
    sent = rehearsal.world.clock.now()
    assert "They cannot see who." in await press(rehearsal, "Rosa", "I’m lost")
    assert readers(rehearsal, QUESTION) == readers(rehearsal, "Someone is lost") == set()
    await rehearsal.advance(LONGEST)
    took = card(rehearsal, 1).shown_at - sent
    assert took <= LONGEST, f"the card came after {took.total_seconds()} s"
    for who in everybody(rehearsal):
        found = card(rehearsal, 1, who=who)
        assert (found.text, found.used_by) == (f"### Question 1\nSomeone asks:\n>>> {QUESTION}", None)
    assert readers(rehearsal, "## Someone is lost.\nDuring: **How letters are written**") == FACILITATING
    for text in (shown(rehearsal, THE_FACILITATORS, "Someone is lost.").text, view(rehearsal).text):
        assert not [each for each in ("<@", *everybody(rehearsal) - {"Priya", "Helen"}) if each in text]
    assert f"**1 question is open:**\n**1** {QUESTION}" in view(rehearsal).text


async def speaking(rehearsal: Rehearsal) -> None:
    """All are here; three would like to speak, and a member who chairs calls them."""
    for who in (each for each in FIFTEEN if each != "Tom"):
        assert "You are counted as here." in await press(rehearsal, who, "I’m here")
    count = await press(rehearsal, "Leila", "How many are here", channel=THE_FACILITATORS)
    assert "**14 people** have pressed" in count
    for who in ("Derek", "Helen", "Sofia"):
        assert "Your hand is up." in await press(rehearsal, who, SPEAK)
    assert readers(rehearsal, "## Who would like to speak") == FACILITATING
    await under_more(rehearsal, CHAIR, "About me")
    await press(rehearsal, CHAIR, "My roles")
    order = await press(rehearsal, CHAIR, "The order of hands")
    derek, helen, sofia = (mention(rehearsal, who) for who in ("Derek", "Helen", "Sofia"))
    assert f"**Next:** {derek}\n**Then:** {helen}, {sofia}" in order
    assert f"**Now:** {derek}" in await press(rehearsal, CHAIR, "Next person")
    assert f"**Now:** {derek}\n**Next:** {helen}" in shown(rehearsal, THE_FACILITATORS, "Who would like").text


async def chaired(rehearsal: Rehearsal) -> None:
    """One facilitator goes on, rests and answers; the other ends what she began."""
    leila = Counted(rehearsal, "Leila")
    assert (await leila.press("Next item")).startswith("# Who pays for taxis")
    await leila.press("Break")
    assert readers(rehearsal, "Nobody has to do anything.") == everybody(rehearsal)
    await leila.press("The break is over")
    await answer(rehearsal, "Leila", ANSWER)
    await rehearsal.settle()
    assert "No question is open." in view(rehearsal).text
    owen = Counted(rehearsal, "Owen")
    await owen.press("End the meeting")
    await owen.press("Yes, end the meeting")
    assert readers(rehearsal, "# The zyzzle meeting\nThe meeting is over.") == FACILITATING
    await rehearsal.advance(timedelta(minutes=1))
    assert readers(rehearsal, "can be finished") == FACILITATING
    assert "has an answer" in await mine(rehearsal, "Amina")


async def recorded(rehearsal: Rehearsal) -> None:
    """A member who takes notes writes; a facilitator posts it with few presses; all read the same."""
    await under_more(rehearsal, NOTES, "About me")
    await press(rehearsal, NOTES, "My roles")
    await press(rehearsal, NOTES, "Write the record")
    assert DECIDED in await fill(rehearsal, NOTES, "What we decided", {"What did we decide?": DECIDED})
    leila = Counted(rehearsal, "Leila")
    held = await leila.press("Finish the record")
    assert "on the agenda: 2. Questions that everybody can read: 1." in held
    assert readers(rehearsal, DECIDED) == {NOTES, "Leila"}
    await leila.press("Show it as it will be")
    assert "It is posted" in await leila.press("Post it")
    assert leila.presses <= MOST_PRESSES, f"{leila.presses} presses for the record; {MOST_PRESSES} at most"
    assert readers(rehearsal, f"**What we decided**\n>>> {DECIDED}") == everybody(rehearsal)
    record = shown(rehearsal, THE_QUESTIONS, DECIDED, "Amina")
    for part in (*(each[NAME] for each in ITEMS), QUESTION, ANSWER, "Thursday 2 April 2026, 10:00"):
        assert part in record.text
    assert {shown(rehearsal, THE_QUESTIONS, DECIDED, who) for who in everybody(rehearsal)} == {record}
    pages = set()
    for who in ("Amina", "Helen"):
        printed = await rehearsal.person(who).press("Print it", channel=THE_QUESTIONS, message=record)
        assert printed.message is not None
        (file,) = printed.message.files
        pages.add(await rehearsal.person(who).open_file(file))
    (page,) = pages
    assert all(words in page.decode() for words in (DECIDED, QUESTION, ANSWER, "Who pays for taxis"))


async def added(rehearsal: Rehearsal) -> None:
    """Who could not come, and nobody else, has the record as a message, and adds something."""
    having = {
        each.name.split()[0]
        for each in rehearsal.people
        if any("You said that you could not come" in shown.text for shown in each.read_direct())
    }
    assert having == {"Tom"}
    form = (await rehearsal.person("Tom").press("Add something")).form
    assert form is not None
    assert "It is sent" in seen(await form.submit({"What would you like to add?": ADDED}))
    await rehearsal.settle()
    assert readers(rehearsal, ADDED) == FACILITATING
    assert mention(rehearsal, "Tom") in shown(rehearsal, THE_FACILITATORS, ADDED).text


async def test_a_meeting_of_fifteen_from_the_plan_to_the_record(
    rehearsal: Rehearsal, bot: asyncio.Task[None], tmp_path: Path, log: Log
) -> None:
    await prepared(rehearsal, tmp_path)
    await replied(rehearsal)
    await rehearsal.move_to(at(5, 10))
    assert readers(rehearsal, "### What it is about\n**1. How letters are written**") == everybody(rehearsal)
    await lost_and_asking(rehearsal)
    await speaking(rehearsal)
    await chaired(rehearsal)
    await recorded(rehearsal)
    await added(rehearsal)
    await rehearsal.advance(timedelta(days=3))
    assert [each.text for each in posts(rehearsal, MEETING) if DECIDED in each.text] != []
    assert readers(rehearsal, "is not posted yet") == set()
    for hidden in (QUESTION, DECIDED, ADDED, MEETING, *(mention(rehearsal, who) for who in FIFTEEN)):
        assert hidden.strip("<@>") not in log.getvalue()
