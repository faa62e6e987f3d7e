"""Windows of each kind: when what waits comes out."""

from __future__ import annotations

import asyncio

from rehearsal import Rehearsal
from tests.e2e.conftest import ask, cards, pass_window, set_up
from tests.e2e.flows import (
    THE_FACILITATORS,
    at,
    choose,
    meeting_ends,
    meeting_starts,
    press,
    seen,
)

QUESTION = "What is a tariff?"
CAREFUL = ("In meetings", {"How often do they come out?": "Every 10 minutes"})
STEADY = ("In meetings", {"How often do they come out?": "Every 2 minutes"})


async def test_between_meetings_they_come_out_at_the_two_hours(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    told = seen(await ask(rehearsal, "Amina", QUESTION))
    assert f"by <t:{int(at(2, 16).timestamp())}:f> at the latest" in told
    await rehearsal.move_to(at(2, 15, 59))
    assert cards(rehearsal) == []
    await rehearsal.move_to(at(2, 16))
    assert len(cards(rehearsal)) == 1
    told = seen(await ask(rehearsal, "Amina", "And who sets it?"))
    assert f"by <t:{int(at(3, 9).timestamp())}:f> at the latest" in told
    await rehearsal.move_to(at(3, 8, 59))
    assert len(cards(rehearsal)) == 1
    await rehearsal.move_to(at(3, 9))
    assert len(cards(rehearsal)) == 2


async def test_a_meeting_that_begins_lets_out_what_waited_and_its_end_the_rest(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await ask(rehearsal, "Amina", QUESTION)
    await rehearsal.move_to(at(2, 10, 30))
    await meeting_starts(rehearsal)
    assert cards(rehearsal) == []
    await pass_window(rehearsal)
    assert len(cards(rehearsal)) == 1
    await ask(rehearsal, "Derek", "Is there tea?")
    await meeting_ends(rehearsal)
    assert len(cards(rehearsal)) == 2


async def test_in_careful_windows_several_come_out_after_ten_minutes(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await choose(rehearsal, *CAREFUL)
    await meeting_starts(rehearsal)
    assert "10 minutes" in seen(await ask(rehearsal, "Amina", QUESTION))
    await ask(rehearsal, "Derek", "Is there tea?")
    await rehearsal.move_to(at(2, 10, 9))
    assert cards(rehearsal) == []
    await rehearsal.move_to(at(2, 10, 10))
    assert len(cards(rehearsal)) == 2


async def test_a_lone_question_waits_for_one_window_more_whatever_is_pressed(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await choose(rehearsal, *CAREFUL)
    await meeting_starts(rehearsal)
    assert "If it is the only one, it waits for 10 minutes more" in seen(
        await ask(rehearsal, "Amina", QUESTION)
    )
    await rehearsal.move_to(at(2, 10, 10))
    assert cards(rehearsal) == []
    await rehearsal.move_to(at(2, 10, 19))
    assert cards(rehearsal) == []
    await rehearsal.move_to(at(2, 10, 20))
    assert len(cards(rehearsal)) == 1


async def test_questions_now_lets_several_out_and_a_lone_one_wait(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    await choose(rehearsal, *CAREFUL)
    await meeting_starts(rehearsal)
    await ask(rehearsal, "Amina", QUESTION)
    told = await press(rehearsal, "Leila", "Let questions out now", channel=THE_FACILITATORS)
    assert "A question that is alone still waits for ten minutes more" in told
    assert cards(rehearsal) == []
    refused = await press(rehearsal, "Owen", "Let questions out now", channel=THE_FACILITATORS)
    assert "works once in 10 minutes" in refused
    await rehearsal.move_to(at(2, 10, 10))
    await rehearsal.move_to(at(2, 10, 11))
    for name in ("Derek", "Rosa"):
        await ask(rehearsal, name, f"{name} wonders.")
    before = len(cards(rehearsal))
    await press(rehearsal, "Owen", "Let questions out now", channel=THE_FACILITATORS)
    assert len(cards(rehearsal)) == before + 2


async def test_questions_now_is_for_careful_meetings_and_for_facilitators(community: Rehearsal) -> None:
    refused = await press(community, "Leila", "Let questions out now", channel=THE_FACILITATORS)
    assert "works only in a meeting in which questions come out every 10 minutes" in refused
    refused = await press(community, "Ruth", "Let questions out now", channel=THE_FACILITATORS)
    assert "Only facilitators" in refused
    await ask(community, "Amina", QUESTION)
    assert cards(community) == []


async def test_steady_windows_last_two_minutes(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    await set_up(rehearsal)
    await choose(rehearsal, *STEADY)
    await meeting_starts(rehearsal)
    assert "2 minutes at the latest" in seen(await ask(rehearsal, "Amina", QUESTION))
    await rehearsal.move_to(at(2, 10, 1))
    assert cards(rehearsal) == []
    await rehearsal.move_to(at(2, 10, 2))
    assert len(cards(rehearsal)) == 1


async def test_the_switch_cannot_be_pressed_twice(community: Rehearsal) -> None:
    assert "A meeting is on already" in await press(
        community, "Owen", "Meeting starts", channel=THE_FACILITATORS
    )
    await meeting_ends(community)
    assert "No meeting is on" in await press(community, "Owen", "Meeting ends", channel=THE_FACILITATORS)
