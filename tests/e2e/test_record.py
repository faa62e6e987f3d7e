"""The record of a meeting, from its end to the page on paper, as each kind of person lives through it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.meetings.rules import Meeting, Place
from rehearsal import Rehearsal, Shown
from tests.e2e.attending import decide, posts
from tests.e2e.conftest import Log, answer, bot_running, set_up, settings_for
from tests.e2e.contacts import begin, mention
from tests.e2e.flows import (
    THE_FACILITATORS,
    THE_QUESTIONS,
    at,
    fill,
    join,
    meeting_ends,
    meeting_starts,
    press,
    seen,
)
from tests.e2e.hands import custom_ids, forge
from tests.e2e.test_standing_roles import offer

TITLE, DECIDED = "The zyzzle meeting", "We buy the quince cheese."
FINISH, SHOW, POST, CHANGE, PRINT = (
    *("Finish the record", "Show it as it will be", "Post it"),
    *("Change it", "Print it"),
)


async def a_meeting(rehearsal: Rehearsal, folder: Path) -> None:
    """One that is planned for Monday 16 March, 10:30, and another four weeks later."""
    meeting = Meeting("m1", rehearsal.community_id, TITLE, at(16, 10, 30))
    following = meeting.starts_at + timedelta(days=28)
    later = Meeting("m2", rehearsal.community_id, "The next one", following, place=Place(where="Room 4"))
    for each in (meeting, later):
        await decide(rehearsal, folder, None, each)


async def asked(rehearsal: Rehearsal, who: str, question: str) -> None:
    """Somebody asks in the meeting, and it comes out."""
    opened = await rehearsal.person(who).press("Ask anonymously", channel=THE_QUESTIONS)
    assert opened.form is not None
    await opened.form.submit({"Your question": question})
    await rehearsal.advance(timedelta(seconds=20))


def offers(rehearsal: Rehearsal, who: str = "Leila") -> list[Shown]:
    """What facilitators read of the record in their channel."""
    shown = rehearsal.person(who).read(THE_FACILITATORS)
    return [each for each in shown if not each.only_you and "The record of" in each.text]


def records(rehearsal: Rehearsal, who: str = "Derek") -> list[Shown]:
    """The record as everybody reads it."""
    return [each for each in posts(rehearsal, TITLE, who) if "What to prepare" in each.text]


async def writes(rehearsal: Rehearsal, who: str = "Leila", decided: str = DECIDED) -> str:
    """One part is written on the page that she has before her."""
    values = {"What did we decide?": decided, "Why?": "It lasts."}
    return await fill(rehearsal, who, "What we decided", values, channel=THE_FACILITATORS)


async def presses(rehearsal: Rehearsal, *labels: str, who: str = "Leila") -> str:
    """One button after the other; what is read at the end."""
    told = ""
    for label in labels:
        told = await press(rehearsal, who, label, channel=THE_FACILITATORS)
    return told


async def adds(rehearsal: Rehearsal, written: Shown, words: str) -> str:
    """Amina, who could not come, adds something; what facilitators read then."""
    form = (await rehearsal.person("Amina").press("Add something", message=written)).form
    assert form is not None
    assert "It is sent" in seen(await form.submit({"What would you like to add?": words}))
    await rehearsal.settle()
    return rehearsal.person("Leila").read(THE_FACILITATORS)[-1].text


async def changes(rehearsal: Rehearsal, record: Shown, decided: str) -> str:
    """Leila changes what is posted."""
    await rehearsal.person("Leila").press(CHANGE, channel=THE_QUESTIONS, message=record)
    await fill(rehearsal, "Leila", "What we decided", {"What did we decide?": decided})
    await press(rehearsal, "Leila", SHOW)
    return await press(rehearsal, "Leila", "Put this in its place")


async def test_from_the_end_of_a_meeting_to_the_page_on_paper(
    rehearsal: Rehearsal, bot: asyncio.Task[None], tmp_path: Path, log: Log
) -> None:
    await set_up(rehearsal)
    await join(rehearsal, "Amina", "Derek")
    await a_meeting(rehearsal, tmp_path)
    (announced,) = posts(rehearsal, TITLE, "Amina")
    await press(rehearsal, "Amina", "I can’t come", on=announced)
    await rehearsal.move_to(at(16, 10, 30))
    await meeting_starts(rehearsal)
    await asked(rehearsal, "Derek", "Who eats it?")
    await answer(rehearsal, "Leila", "All of us.")
    await meeting_ends(rehearsal)
    (offered,) = offers(rehearsal)
    assert "16 March 2026, can be finished" in offered.text
    token = custom_ids(rehearsal, THE_FACILITATORS)[FINISH].rpartition(":")[2]
    for action in ("open", "preview", "post", "actions"):
        told = await forge(rehearsal, rehearsal.person("Amina"), f"record:{action}:{token}")
        assert "for facilitators, and for members who take notes" in seen(told)
    assert "Questions that everybody can read: 1" in await presses(rehearsal, FINISH)
    assert DECIDED in await writes(rehearsal)
    action = {"Who?": "Sam", "What will they do?": "Asks the shop.", "Until when?": "14 May"}
    await fill(rehearsal, "Leila", "Add an action", action, channel=THE_FACILITATORS)
    preview = await presses(rehearsal, SHOW)
    assert records(rehearsal) == []
    both = await asyncio.gather(
        *(rehearsal.person("Leila").press(POST, channel=THE_FACILITATORS) for _ in "12")
    )
    await rehearsal.settle()
    assert any("It is posted" in seen(each) for each in both)
    (record,) = records(rehearsal)
    assert record.text in preview
    for words in ("Monday 16 March 2026", DECIDED, "Who eats it?", "All of us.", "Sam · Asks the shop."):
        assert words in record.text
    assert "Monday 13 April 2026, 11:30" in record.text
    assert [each.label for each in record.buttons] == [PRINT, CHANGE]

    printed = await rehearsal.person("Derek").press(PRINT, channel=THE_QUESTIONS, message=record)
    assert printed.message is not None
    assert [file.name for file in printed.message.files] == ["record.html"]
    (written,) = [each for each in rehearsal.person("Amina").read_direct() if DECIDED in each.text]
    assert "Who eats it?" not in written.text
    assert [each for each in rehearsal.person("Derek").read_direct() if DECIDED in each.text] == []
    added = await adds(rehearsal, written, "I baked it.")
    assert "I baked it." in added
    assert mention(rehearsal, "Amina") in added

    told = await rehearsal.person("Derek").press(CHANGE, channel=THE_QUESTIONS, message=record)
    assert "for facilitators, and for members who take notes" in seen(told)
    assert "It is changed" in await changes(rehearsal, record, "We buy bread.")
    (record,) = records(rehearsal)
    assert "We buy bread." in record.text
    assert "This page was changed on 16 March 2026." in record.text
    for words in (DECIDED, "Who eats it?", "I baked it.", str(rehearsal.person("Amina").user_id)):
        assert words not in log.getvalue()


async def test_a_note_taker_writes_it_after_a_restart_and_two_do_not_overwrite_each_other(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await begin(rehearsal, tmp_path)
        await offer(rehearsal, "Note-taker", "Amina")
        await rehearsal.advance(timedelta(days=1))
        assert "It is yours" in seen(await rehearsal.person("Amina").press("Yes"))
        await a_meeting(rehearsal, tmp_path)
        await rehearsal.move_to(at(16, 10, 30))
        await meeting_starts(rehearsal)
        await meeting_ends(rehearsal)
        await presses(rehearsal, FINISH)
        opened = await rehearsal.person("Leila").press("What we decided", channel=THE_FACILITATORS)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await press(rehearsal, "Amina", "About me")
        await press(rehearsal, "Amina", "My roles")
        assert "The record of The zyzzle meeting" in await press(rehearsal, "Amina", "Write the record")
        values = {"What did we decide?": DECIDED}
        assert DECIDED in await fill(rehearsal, "Amina", "What we decided", values)
        # Leila's form was opened before the restart.
        assert opened.form is not None
        told = seen(await opened.form.submit({"What did we decide?": "We buy bread."}))
        assert "Somebody else saved this part" in told
        assert DECIDED in told
        assert "We buy bread." in told
        assert DECIDED in await press(rehearsal, "Amina", SHOW)
        await press(rehearsal, "Amina", POST)
        (record,) = records(rehearsal)
        assert DECIDED in record.text
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.advance(timedelta(days=3))
        assert len(records(rehearsal)) == 1
        assert [each for each in offers(rehearsal) if "is not posted yet" in each.text] == []
