"""From the announcement of a meeting to its end, as each kind of person lives through it, in the real bot."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.meetings.rules import Meeting, Place
from rehearsal import Rehearsal
from tests.e2e.attending import decide, posts
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.contacts import mention
from tests.e2e.flows import KINDS, THE_QUESTIONS, at, join, labels, press, screen, seen
from tests.e2e.hands import custom_ids, forge

TITLE = "The zyzzle meeting"
LINK = "https://meet.example/room"
COMING, MAYBE, NOT = "I’m coming", "Maybe", "I can’t come"
CALENDAR = "Put it in my calendar"
DAY = timedelta(days=1)


def a_meeting(rehearsal: Rehearsal, **what: object) -> Meeting:
    """On Monday 16 March, 10:30, in Room 4."""
    meeting = Meeting("m1", rehearsal.community_id, TITLE, at(16, 10, 30), place=Place(None, "Room 4", LINK))
    return replace(meeting, **what)


def direct(rehearsal: Rehearsal, who: str) -> list[str]:
    """What the bot wrote to somebody of its own accord about the meeting."""
    shown = rehearsal.person(who).read_direct()
    return [each.text for each in shown if not each.only_you and TITLE in each.text]


async def says(rehearsal: Rehearsal, who: str, label: str, on: int = -1) -> str:
    """Somebody presses below one of the messages about the meeting."""
    return await press(rehearsal, who, label, on=posts(rehearsal, TITLE, who)[on])


async def lists(rehearsal: Rehearsal, who: str = "Leila") -> str:
    """What a facilitator reads of who comes."""
    return await says(rehearsal, who, "Facilitators", on=0)


async def test_everybody_is_asked_and_facilitators_alone_see_who_comes(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await join(community, "Amina", "Priya", "Leila")
    voice = next(each for each in community.world.guild.channels.values() if each.kind.name == "VOICE")
    meeting = a_meeting(community, place=Place(voice.id, "", LINK), minutes=90)
    await decide(community, tmp_path, None, meeting)
    (announced,) = posts(community, TITLE)
    assert "Monday 16 March 2026, 10:30 (Europe/London). It takes 1 hour and 30 minutes." in announced.text
    assert f"**Where:** <#{voice.id}>" in announced.text
    assert LINK in announced.text
    assert [each.label for each in announced.buttons] == [COMING, MAYBE, NOT, CALENDAR, "Facilitators"]
    others = {who: screen(community, who) for who in KINDS if who != "Amina"}

    kept = await says(community, "Amina", COMING)
    assert "You are coming" in kept
    assert "Only you and the facilitators can see it." in kept
    assert "press another button" in kept
    assert {who: screen(community, who) for who in others} == others
    assert "You may come" in await says(community, "Priya", MAYBE)
    both = await asyncio.gather(*(community.person("Amina").press(NOT, channel=THE_QUESTIONS) for _ in "12"))
    assert all("gets a summary later" in seen(each) for each in both)
    assert posts(community, TITLE)[0].text == announced.text

    amina, priya = mention(community, "Amina"), mention(community, "Priya")
    listed = await lists(community)
    assert f"**Coming:** –\n**Maybe:** {priya}\n**Can’t come:** {amina}" in listed
    assert mention(community, "Leila") not in listed
    token = custom_ids(community, THE_QUESTIONS)[COMING].rpartition(":")[2]
    for who in ("Amina", "Priya", "Ruth"):
        told = await forge(community, community.person(who), f"attending:list:{token}")
        assert "Only facilitators can do this" in seen(told)
    mine = await community.person("Amina").command("mydata", channel="general")
    assert "**Meetings that you answered about**" in seen(mine)
    assert "What you said: not coming" in seen(mine)
    for who in ("Amina", "Priya"):
        assert str(community.person(who).user_id) not in log.getvalue()
    assert TITLE not in log.getvalue()


async def test_who_has_not_joined_is_led_to_it_and_can_answer_then(
    community: Rehearsal, tmp_path: Path
) -> None:
    await decide(community, tmp_path, None, a_meeting(community))
    (announced,) = posts(community, TITLE)
    outcome = await community.person("Derek").press(COMING, channel=THE_QUESTIONS, message=announced)
    assert "You have not joined yet" in seen(outcome)
    assert labels(outcome) == ["Join this community"]
    assert "**Coming:** –" in await lists(community)
    await join(community, "Derek")
    assert "You are coming" in await says(community, "Derek", COMING)
    assert "**Coming:** –" not in await lists(community)


async def test_a_move_and_a_cancellation_are_told_once_to_everyone(
    community: Rehearsal, tmp_path: Path
) -> None:
    await join(community, "Amina", "Priya", "Derek")
    meeting = a_meeting(community)
    await decide(community, tmp_path, None, meeting)
    for who, label in (("Amina", COMING), ("Priya", MAYBE), ("Derek", NOT)):
        await says(community, who, label)
    community.person("Priya").close_direct_messages()
    await community.move_to(at(3, 23))
    moved = replace(meeting, starts_at=meeting.starts_at + DAY, version=1)
    await decide(community, tmp_path, meeting, moved)
    announced, told = posts(community, TITLE)
    for shown in (announced, told):
        assert "Tuesday 17 March 2026, 10:30" in shown.text
        assert "It was:** Monday 16 March 2026, 10:30" in shown.text
    assert [each.label for each in told.buttons] == [COMING, MAYBE, NOT, CALENDAR]
    (written,) = direct(community, "Amina")
    assert "has a new time" in written
    assert direct(community, "Priya") == direct(community, "Derek") == []
    inbox = await community.person("Priya").command("inbox", channel="general")
    assert "has a new time" in seen(inbox)
    # From the newer message, too.
    await says(community, "Derek", COMING)
    await decide(community, tmp_path, moved, None)
    announced, _, told = posts(community, TITLE)
    assert list(announced.buttons) == []
    for shown in (announced, told):
        assert "This meeting is cancelled.** It was to be on Tuesday 17 March 2026" in shown.text
    assert [len(direct(community, who)) for who in ("Amina", "Derek")] == [2, 1]
    assert "This meeting is cancelled. Nothing was kept" in await says(community, "Amina", MAYBE, on=1)
    assert "No meeting is announced just now" in await says(community, "Amina", "What’s next")
    await community.advance(timedelta(days=2))
    assert len(posts(community, TITLE)) == 3


async def test_a_message_deleted_by_hand_is_not_posted_again_and_nothing_is_lost(
    community: Rehearsal, tmp_path: Path
) -> None:
    await join(community, "Amina")
    meeting = a_meeting(community)
    await decide(community, tmp_path, None, meeting)
    await says(community, "Amina", COMING)
    (announced,) = posts(community, TITLE)
    community.person("Ruth").delete_message(announced.id, channel=THE_QUESTIONS)
    longer = replace(meeting, minutes=45)
    await decide(community, tmp_path, meeting, longer)
    assert posts(community, TITLE) == []
    await decide(community, tmp_path, longer, replace(longer, place=Place(where="Room 5")))
    (told,) = posts(community, TITLE)
    assert "has a new place" in told.text
    assert "It was:** Room 4" in told.text
    assert len(direct(community, "Amina")) == 1


async def test_when_it_is_over_its_buttons_go(community: Rehearsal, tmp_path: Path) -> None:
    await join(community, "Amina")
    meeting = a_meeting(community)
    await decide(community, tmp_path, None, meeting)
    token = custom_ids(community, THE_QUESTIONS)[COMING]
    await says(community, "Amina", COMING)
    await community.move_to(meeting.ends_at - timedelta(minutes=1))
    assert len(posts(community, TITLE)[0].buttons) == 5
    await community.move_to(meeting.ends_at + timedelta(minutes=1))
    (announced,) = posts(community, TITLE)
    assert list(announced.buttons) == []
    assert "This meeting is over." in announced.text
    told = await forge(community, community.person("Amina"), token)
    assert "This meeting is over. Nothing was changed" in seen(told)


@pytest.mark.parametrize("cancelled", [False, True])
async def test_a_change_decided_just_before_the_bot_died_is_told_once_when_it_is_back(
    rehearsal: Rehearsal, tmp_path: Path, cancelled: bool
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    meeting = a_meeting(rehearsal)
    after = None if cancelled else replace(meeting, starts_at=meeting.starts_at + DAY)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await join(rehearsal, "Amina")
        await decide(rehearsal, tmp_path, None, meeting)
        await says(rehearsal, "Amina", COMING)
    await decide(rehearsal, tmp_path, meeting, after, running=False)
    assert len(posts(rehearsal, TITLE)) == 1
    for _ in range(2):
        async with bot_running(settings):
            await rehearsal.bot_ready()
            await rehearsal.advance(timedelta(minutes=1))
            assert len(posts(rehearsal, TITLE)) == 2
            assert len(direct(rehearsal, "Amina")) == 1
    assert ("is cancelled" if cancelled else "has a new time") in posts(rehearsal, TITLE)[1].text
