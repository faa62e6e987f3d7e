"""[I'm lost] and [Slower, please], as the one who presses and the facilitators see it, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from rehearsal import Rehearsal
from tests.e2e.conftest import PANEL, Log, ask, bot_running, set_up, settings_for
from tests.e2e.flows import (
    CROWD,
    FACILITATING,
    THE_FACILITATORS,
    THE_QUESTIONS,
    at,
    labels,
    meeting_ends,
    meeting_starts,
    press,
    readers,
    seen,
)
from tests.e2e.hands import custom_ids, forge, many_presses, said

LOST, SLOWER, SEEN = "I’m lost", "Slower, please", "Seen, thank you"
SOMEONE, SEVERAL = "## Someone is lost.", "## Several people are lost."
SOMEONE_SLOWER = "## Someone would like it slower."
TOLD = "They cannot see who."
SECOND = timedelta(seconds=1)


def up(rehearsal: Rehearsal, who: str = "Leila") -> list[str]:
    """The first line of each message about signals that a facilitator sees."""
    shown = rehearsal.person(who).read(THE_FACILITATORS)
    found = [each for each in shown if SEEN in {button.label for button in each.buttons}]
    return [each.text.split("\n")[0] for each in found if not each.only_you]


async def watch(rehearsal: Rehearsal, seconds: int) -> list[list[str]]:
    """What is up in each of so many seconds from now on."""
    read = []
    for _ in range(seconds):
        await rehearsal.advance(SECOND)
        read.append(up(rehearsal))
    return read


async def test_nothing_before_the_tick_then_someone_and_several_from_the_fifth(community: Rehearsal) -> None:
    await community.advance(3 * SECOND)
    assert TOLD in await press(community, CROWD[0], LOST)
    assert await watch(community, 17) == [[]] * 16 + [[SOMEONE]]
    # Three more, the first one again, and the fourth of them twice.
    for name in (*CROWD[1:4], CROWD[0], CROWD[3]):
        assert TOLD in await press(community, name, LOST)
    assert await watch(community, 20) == [[SOMEONE]] * 20
    await press(community, CROWD[4], LOST)
    assert await watch(community, 20) == [[SOMEONE]] * 19 + [[SEVERAL]]
    assert readers(community, SEVERAL) == FACILITATING
    assert await watch(community, 180) == [[SEVERAL]] * 179 + [[]]


async def test_both_kinds_are_told_apart_and_a_facilitator_lets_one_go(community: Rehearsal) -> None:
    await press(community, "Derek", SLOWER)
    await press(community, "Amina", LOST)
    await community.move_to(at(2, 10) + 20 * SECOND)
    assert up(community) == [SOMEONE, SOMEONE_SLOWER]
    (lost, _) = [
        each
        for each in community.person("Owen").read(THE_FACILITATORS)
        if SEEN in {button.label for button in each.buttons}
    ]
    assert "The message goes" in await press(community, "Owen", SEEN, on=lost, channel=THE_FACILITATORS)
    assert up(community) == [SOMEONE_SLOWER]
    await press(community, "Amina", LOST)
    assert up(community) == [SOMEONE_SLOWER]
    await community.advance(20 * SECOND)
    assert up(community) == [SOMEONE_SLOWER, SOMEONE]


async def test_what_she_reads_is_the_same_each_time_and_leads_to_asking(community: Rehearsal) -> None:
    amina = community.person("Amina")
    first, second = [await amina.press(LOST, channel=THE_QUESTIONS) for _ in range(2)]
    assert seen(first) == seen(second)
    assert labels(first) == labels(second) == ["Ask anonymously"]
    assert first.message is not None
    opened = await amina.press("Ask anonymously", channel=THE_QUESTIONS, message=first.message)
    assert opened.form is not None


async def test_outside_a_meeting_she_is_told_what_to_press(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    await set_up(rehearsal)
    outcome = await rehearsal.person("Amina").press(LOST, channel=THE_QUESTIONS)
    assert "no meeting is on now" in seen(outcome)
    assert labels(outcome) == ["Ask anonymously", "I’d like a word"]
    await meeting_starts(rehearsal)
    assert await watch(rehearsal, 40) == [[]] * 40


async def test_facilitators_are_not_counted_and_nobody_else_lets_a_message_go(community: Rehearsal) -> None:
    for name in ("Leila", "Owen"):
        assert "you were not counted" in await press(community, name, LOST)
    assert await watch(community, 40) == [[]] * 40
    await press(community, "Amina", LOST)
    await community.advance(20 * SECOND)
    assert "Only facilitators" in await press(community, "Ruth", SEEN, channel=THE_FACILITATORS)
    token = custom_ids(community, THE_FACILITATORS)[SEEN]
    assert "Only facilitators" in said(await forge(community, community.person("Derek"), token))
    assert up(community) == [SOMEONE]


async def test_presses_at_once_are_as_many_as_there_are_people(community: Rehearsal) -> None:
    outcomes = await many_presses(community.person("Amina"), LOST, THE_QUESTIONS, 10)
    assert {TOLD in seen(each) for each in outcomes} == {True}
    await asyncio.gather(*(community.person(name).press(LOST, channel=THE_QUESTIONS) for name in CROWD[1:4]))
    await community.move_to(at(2, 10) + 20 * SECOND)
    assert up(community) == [SOMEONE]
    (message,) = [each for each in community.person("Leila").read(THE_FACILITATORS) if SOMEONE in each.text]
    pressed = await asyncio.gather(
        *(
            community.person(name).press(SEEN, channel=THE_FACILITATORS, message=message)
            for name in ("Leila", "Owen")
        )
    )
    assert sorted("This is over already" in seen(each) for each in pressed) == [False, True]
    await community.settle()
    assert up(community) == []


@pytest.mark.parametrize("by_itself", [False, True], ids=["by hand", "by itself"])
async def test_when_the_meeting_ends_it_goes(community: Rehearsal, *, by_itself: bool) -> None:
    if by_itself:
        await community.move_to(at(2, 15, 59))
    await press(community, "Amina", LOST)
    await community.advance(20 * SECOND)
    assert up(community) == [SOMEONE]
    if by_itself:
        await community.move_to(at(2, 16, 1))
    else:
        await meeting_ends(community)
        await community.advance(20 * SECOND)
    assert up(community) == []
    assert "no meeting is on now" in await press(community, "Amina", LOST)


@pytest.mark.parametrize("after", [5, 20, 30], ids=["before the tick", "at the tick", "after it"])
async def test_after_a_start_nothing_stays_that_is_not_so_and_nothing_comes_twice(
    rehearsal: Rehearsal, tmp_path: Path, after: int
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.person("Ruth").command("panel", channel="general", **PANEL)
        await rehearsal.settle()
        await meeting_starts(rehearsal)
        for name in CROWD[:5]:
            await rehearsal.person(name).press(LOST, channel=THE_QUESTIONS)
        await rehearsal.advance(after * SECOND)
        assert up(rehearsal) == ([SEVERAL] if after >= 20 else [])
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.advance(20 * SECOND)
        assert up(rehearsal) == []
        await press(rehearsal, CROWD[0], LOST)
        await rehearsal.advance(20 * SECOND)
        assert up(rehearsal) == [SOMEONE]


async def test_a_press_leaves_no_line_in_the_log(community: Rehearsal, log: Log) -> None:
    await community.settle()
    before = log.getvalue()
    for name in CROWD[:5]:
        await press(community, name, LOST)
        await press(community, name, SLOWER)
    await community.advance(timedelta(minutes=5))
    assert log.getvalue() == before


async def test_a_question_is_asked_beside_it(community: Rehearsal) -> None:
    """The windows of questions and the ticks stand on one clock, and neither holds the other up."""
    await press(community, "Amina", LOST)
    await ask(community, "Derek", "What is a tariff?")
    await community.move_to(at(2, 10) + 20 * SECOND)
    assert up(community) == [SOMEONE]
    assert "What is a tariff?" in community.person("Leila").read(THE_QUESTIONS)[-1].text
