"""Words that members propose, and who looks after them, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Outcome, Rehearsal
from tests.e2e.conftest import bot_running, pass_window, set_up, settings_for
from tests.e2e.contacts import FACILITATORS as DESK
from tests.e2e.contacts import put_members
from tests.e2e.flows import (
    READ_FIRST,
    THE_QUESTIONS,
    choose,
    fill,
    join,
    labels,
    mine,
    press,
    screen,
    seen,
    under_more,
)
from tests.e2e.test_glossary import look
from tests.e2e.test_standing_roles import offer

SIMPLER, ADD, LIST = "I know a simpler way to say it", "Add a word", "Words that were proposed"
NAMED = {"Do you want your name with it?": "With my name"}
LOOK_AFTER, HOW, WORD = "Words to look after", "How you would say it", "The word"
BOARD, PLAIN = "Integrated care board", "The group that plans our health care."
TAKEN = "It was taken. It is in the glossary now."
REASON = "Thank you. We have this word already, under another name."


async def propose(rehearsal: Rehearsal, who: str, plain: str = PLAIN) -> str:
    """Somebody looks a word up, and knows a simpler way to say it."""
    await look(rehearsal, who, "ICB")
    return await fill(rehearsal, who, SIMPLER, {HOW: plain, **NAMED})


async def browse(rehearsal: Rehearsal, who: str) -> Outcome:
    """Somebody looks at all words."""
    await look(rehearsal, who, "ICB")
    return await rehearsal.person(who).press("All words", channel=THE_QUESTIONS)


async def proposed(rehearsal: Rehearsal, who: str) -> str:
    """The list that everybody can read."""
    await browse(rehearsal, who)
    return await press(rehearsal, who, LIST)


async def open_first(rehearsal: Rehearsal, label: str, who: str = "Leila") -> str:
    """A facilitator opens the desk, what waits, and one of it."""
    await press(rehearsal, who, "Glossary", channel=DESK)
    await press(rehearsal, who, "Proposals that wait", channel=DESK)
    return await press(rehearsal, who, label, channel=DESK)


async def make_editor(rehearsal: Rehearsal, folder: Path, who: str = "Amina") -> None:
    """A patient or public member is asked to look after the words, and says yes."""
    await join(rehearsal, who)
    await put_members(rehearsal, folder, who)
    assert "is offered" in await offer(rehearsal, "Word editor", who)
    await rehearsal.advance(timedelta(days=1))
    yes = await rehearsal.person(who).press("Yes")
    assert yes.message is not None
    assert "Word editor" in yes.message.text or "word editor" in yes.message.text


async def test_a_simpler_meaning_is_proposed_taken_and_read_by_everybody(community: Rehearsal) -> None:
    await join(community, "Amina")
    told = await propose(community, "Amina")
    assert "is on the list, with your name: Amina" in told
    for who in ("Derek", "Priya"):
        shown = await proposed(community, who)
        assert PLAIN in shown
        assert "It waits for an answer." in shown
    await press(community, "Leila", "Glossary", channel=DESK)
    assert "One proposal waits." in screen(community, "Leila")
    told = await open_first(community, f"Simpler: {BOARD}")
    assert "Now it says: “The local organisation" in told
    opened = await community.person("Leila").press("Take it", channel=DESK)
    assert opened.form is not None
    (why,) = (field for field in opened.form.fields if field.label == "Why? (It may be empty)")
    assert why.description == "Everybody can read it in the list of proposals. Please write no names."
    await opened.form.submit({why.label: "It is short"})
    await community.settle()
    told = await press(community, "Leila", "Open the word", channel=DESK)
    assert PLAIN in told
    assert "Written by: Amina" in told
    await press(community, "Leila", "History", channel=DESK)
    assert "written as somebody proposed." in screen(community, "Leila")
    found = seen(await look(community, "Derek", "ICB"))
    assert PLAIN in found
    assert "Written by: Amina" in found
    shown = await proposed(community, "Derek")
    assert TAKEN in shown
    assert "Why: It is short" in shown


async def test_without_a_name_nothing_shows_before_the_window_and_nobody_after_it(
    community: Rehearsal,
) -> None:
    """Somebody who never joined says it; she could still take it back."""
    await look(community, "Derek", "ICB")
    told = await fill(community, "Derek", SIMPLER, {HOW: PLAIN})
    assert f"What you wrote about “{BOARD}” is safe." in told
    assert f"Your words for “{BOARD}” go to those who look after the words" in await mine(community, "Derek")
    for who in ("Leila", "Amina"):
        assert "Nobody has proposed a word yet" in await proposed(community, who)
    await pass_window(community)
    shown = await proposed(community, "Amina")
    assert PLAIN in shown
    assert "Proposed by" not in shown
    assert "nothing of yours" in await mine(community, "Derek")
    await open_first(community, f"Simpler: {BOARD}")
    await fill(community, "Leila", "Take it", {}, channel=DESK)
    found = seen(await look(community, "Amina", "ICB"))
    assert PLAIN in found
    assert "Derek" not in found
    assert "Somebody here wrote this." in found
    assert TAKEN in await proposed(community, "Derek")


async def test_what_was_said_without_a_name_is_taken_back_before_the_window(community: Rehearsal) -> None:
    await look(community, "Derek", "ICB")
    await fill(community, "Derek", SIMPLER, {HOW: PLAIN})
    await mine(community, "Derek")
    await press(community, "Derek", "Take it back")
    await pass_window(community)
    assert "Nobody has proposed a word yet" in await proposed(community, "Amina")


async def test_a_word_that_nobody_knows_is_added_from_where_it_was_missed(community: Rehearsal) -> None:
    await join(community, "Amina")
    missed = await look(community, "Amina", "Zebra crossing group")
    assert ADD in labels(missed)
    opened = await community.person("Amina").press(ADD, channel=THE_QUESTIONS)
    assert opened.form is not None
    assert [field.value for field in opened.form.fields][:1] == ["Zebra crossing group"]
    told = seen(
        await opened.form.submit({WORD: "Zebra crossing group", HOW: "Safe ways over a road.", **NAMED})
    )
    assert "is on the list" in told
    await open_first(community, "New word: Zebra crossing group")
    what = {"What it is about": "The NHS"}
    assert "in the glossary now" in await fill(community, "Leila", "Take it", what, channel=DESK)
    assert "Safe ways over a road." in seen(await look(community, "Derek", "Zebra crossing group"))


async def test_a_reason_is_public_and_what_is_taken_back_is_gone(community: Rehearsal) -> None:
    await join(community, "Amina")
    await propose(community, "Amina")
    assert "taken back" in await press(community, "Amina", "Take it back")
    assert "Nobody has proposed a word yet" in await proposed(community, "Derek")
    await propose(community, "Amina")
    await open_first(community, f"Simpler: {BOARD}")
    told = await fill(community, "Leila", "Not this one", {"Why not?": REASON}, channel=DESK)
    assert "That is kept." in told
    shown = await proposed(community, "Amina")
    assert "It was not taken this time." in shown
    assert f"Why: {REASON}" in shown


async def test_of_two_who_decide_at_once_one_reads_what_the_other_decided(community: Rehearsal) -> None:
    await join(community, "Amina")
    await propose(community, "Amina")
    opened = []
    for who in ("Leila", "Owen"):
        await open_first(community, f"Simpler: {BOARD}", who)
        opened.append(await community.person(who).press("Not this one", channel=DESK))
    forms = [each.form for each in opened if each.form is not None]
    values = {"Why not?": REASON}
    told = [seen(each) for each in await asyncio.gather(*(form.submit(values) for form in forms))]
    assert sorted("That is kept." in each for each in told) == [False, True]
    assert sum("This one has its answer" in each for each in told) == 1


async def test_a_word_editor_is_asked_with_time_and_payment_and_looks_after_the_words(
    community: Rehearsal, tmp_path: Path
) -> None:
    await browse(community, "Amina")
    told = await press(community, "Amina", LOOK_AFTER)
    assert "for facilitators, and for members who look after the words" in told
    await make_editor(community, tmp_path)
    (message,) = community.person("Amina").read_direct()[:1]
    assert "Two hours a month" in message.text
    assert "25 pounds an hour" in message.text
    await join(community, "Derek")
    await propose(community, "Derek")
    # From her own page she types nothing; from the chat with the bot she reads the way.
    await under_more(community, "Amina", "About me")
    await press(community, "Amina", "My roles")
    assert "One proposal waits." in await press(community, "Amina", LOOK_AFTER)
    chat = await community.person("Amina").press("My roles")
    assert LOOK_AFTER not in labels(chat)
    assert chat.message is not None
    assert f"press More, then About me, then My roles, then {LOOK_AFTER}." in chat.message.text.replace(
        "**", ""
    )
    await browse(community, "Amina")
    told = await press(community, "Amina", LOOK_AFTER)
    assert "One proposal waits." in told
    assert "Read a file in" not in [
        b.label for b in community.person("Amina").read(THE_QUESTIONS)[-1].buttons
    ]
    await press(community, "Amina", "Proposals that wait")
    await press(community, "Amina", f"Simpler: {BOARD}")
    assert "in the glossary now" in await fill(community, "Amina", "Take it", {})
    await press(community, "Amina", "Open the word")
    told = await fill(community, "Amina", "Mark: checked by a patient or public member", {})
    assert "A patient or member of the public has checked that this is plain." in told
    # With one press it is nobody's duty any more.
    await press(community, "Amina", "Back to the glossary")
    await press(community, "Amina", "My roles")
    assert "The role has ended." in await press(community, "Amina", "Give back: word editor")
    await browse(community, "Amina")
    assert "for facilitators, and for members" in await press(community, "Amina", LOOK_AFTER)


async def test_where_facilitators_look_first_a_word_editor_sees_nothing_of_it(
    community: Rehearsal, tmp_path: Path
) -> None:
    await make_editor(community, tmp_path)
    await choose(community, *READ_FIRST)
    await look(community, "Derek", "ICB")
    assert "A facilitator looks at it first." in await fill(community, "Derek", SIMPLER, {HOW: PLAIN})
    await pass_window(community)
    await browse(community, "Amina")
    assert "No proposals wait." in await press(community, "Amina", LOOK_AFTER)
    assert PLAIN not in await press(community, "Amina", "Proposals that wait")
    assert "No proposals wait." in screen(community, "Amina")
    told = await open_first(community, f"Simpler: {BOARD}")
    assert PLAIN in told
    assert "Only facilitators can see this one." in told


async def test_no_payment_has_to_be_written_out(community: Rehearsal, tmp_path: Path) -> None:
    await join(community, "Amina")
    await put_members(community, tmp_path, "Amina")
    await press(community, "Leila", "Standing roles", channel=DESK)
    values = {
        "Which role?": "Word editor",
        "To whom?": [community.person("Amina").name],
        "How much time does it take?": "An hour a month",
        "What is paid?": "nothing",
    }
    told = await fill(community, "Leila", "Offer a role", values, channel=DESK)  # type: ignore[arg-type]
    assert "If nothing is paid, write that: This role is not paid." in told
    values["What is paid?"] = "This role is not paid."
    told = await fill(community, "Leila", "Offer a role", values, channel=DESK)  # type: ignore[arg-type]
    assert "What is paid: This role is not paid." in told


async def test_a_member_who_has_not_joined_and_4000_characters_are_told_what_to_do(
    community: Rehearsal,
) -> None:
    told = await propose(community, "Derek")
    assert "you have to join first" in told
    assert PLAIN in told, "nothing that was typed is lost"
    await join(community, "Derek")
    await look(community, "Derek", "ICB")
    opened = await community.person("Derek").press(SIMPLER, channel=THE_QUESTIONS)
    assert opened.form is not None
    told = seen(await opened.form.submit({HOW: "x" * 4_000, **NAMED}, unchecked=True))
    assert "300 is the most" in told
    assert "Nobody has proposed a word yet" in await proposed(community, "Derek")


async def test_facilitators_are_told_by_day_and_nobody_is_named(community: Rehearsal) -> None:
    await join(community, "Amina")
    await propose(community, "Amina")
    await community.advance(timedelta(days=1))
    shown = screen(community, "Owen")
    assert "One new or simpler word waits." in shown
    assert "Amina" not in shown.partition("One new or simpler word waits.")[2]
    assert f"Simpler: {BOARD}" in [
        button.label
        for button in (await community.person("Owen").press("See them", channel=DESK)).message.buttons  # type: ignore[union-attr]
    ]


async def test_words_that_are_old_come_up_after_a_year_and_one_press_says_still_right(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    """For most of the year nobody starts the bot: nights of which nothing comes here would only cost time."""
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await make_editor(rehearsal, tmp_path)
        await look(rehearsal, "Leila", "ICB")
        await press(rehearsal, "Leila", "Glossary", channel=DESK)
        await fill(rehearsal, "Leila", "Change a word", {WORD: "ICB"}, channel=DESK)
        await press(rehearsal, "Leila", "Checked today", channel=DESK)
        await press(rehearsal, "Leila", "Back to the glossary", channel=DESK)
        checked = await press(rehearsal, "Leila", "Words to check again", channel=DESK)
        assert "nothing to check" in checked
    await rehearsal.advance(timedelta(days=380))
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.advance(timedelta(days=5))
        assert "One word was last checked over a year ago." in screen(rehearsal, "Owen")
        amina = rehearsal.person("Amina")
        message = amina.read_direct()[-1]
        assert "was last checked over a year ago" in message.text
        told = await amina.press("Words to check again", message=message)
        assert told.message is not None
        assert BOARD in told.message.text
        right = await amina.press("Still right", message=told.message)
        assert right.message is not None
        assert "There is nothing to check." in right.message.text
