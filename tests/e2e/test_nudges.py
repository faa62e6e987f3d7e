"""Messages of the bot's own accord: their hours, their number, and where they go if nobody lets them in."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Rehearsal, Shown
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.flows import at, join, labels, screen, seen
from tests.e2e.nudging import Budget, promise


def chat(rehearsal: Rehearsal, name: str = "Amina") -> list[Shown]:
    """What the bot has written to somebody directly."""
    shown = rehearsal.person(name).read_direct()
    return [each for each in shown if each.author == "Equal Footing" and not each.only_you]


def read(rehearsal: Rehearsal, name: str = "Amina") -> list[str]:
    return [each.text.removeprefix(">>> ") for each in chat(rehearsal, name)]


async def inbox(rehearsal: Rehearsal, name: str = "Amina") -> str:
    return seen(await rehearsal.person(name).command("inbox", channel="general"))


async def test_they_come_by_day_one_in_a_week_and_what_was_asked_for_at_once(
    community: Rehearsal, tmp_path: Path
) -> None:
    await join(community, "Amina")
    await community.move_to(at(2, 20))
    await promise(community, tmp_path, "Amina", "Papers", "More papers")
    await promise(community, tmp_path, "Amina", "Your answer", budget=Budget.ASKED)
    await promise(community, tmp_path, "Derek", "Derek has not joined", budget=Budget.ASKED)
    assert read(community) == ["Your answer"]
    (answer,) = chat(community)
    assert [each.label for each in answer.buttons] == ["Why did this come?"]
    why = await community.person("Amina").press("Why did this come?", message=answer)
    assert "You asked for this message" in seen(why)
    await community.move_to(at(3, 8, 59))
    assert read(community) == ["Your answer"]
    await community.move_to(at(3, 9, 1))
    assert len(read(community)) == 2
    assert [each.label for each in chat(community)[1].buttons] == ["Pause messages"]
    await community.move_to(at(4, 9, 1))
    assert len(read(community)) == 2, "the other one waits for the next week"
    assert read(community, "Derek") == []


async def test_what_closed_messages_kept_out_is_found_by_her_alone_and_goes_when_it_is_read(
    rehearsal: Rehearsal, tmp_path: Path, log: Log
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    amina = rehearsal.person("Amina")
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await join(rehearsal, "Amina", "Derek")
        assert "nothing here" in await inbox(rehearsal)
        amina.close_direct_messages()
        before = {each.name: screen(rehearsal, each.name) for each in rehearsal.people}
        for words in ("The meeting is off", "x" * 3_500):
            await promise(rehearsal, tmp_path, "Amina", words, budget=Budget.URGENT)
            await rehearsal.advance(timedelta(hours=1))
        assert {each.name: screen(rehearsal, each.name) for each in rehearsal.people} == before
        for other in ("Derek", "Priya", "Leila"):
            assert "nothing here" in await inbox(rehearsal, other)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        outcome = await amina.command("inbox", channel="general")
        assert "Message 1 of 2" in seen(outcome)
        assert "The meeting is off" in seen(outcome)
        assert labels(outcome) == ["I have read this", "Show the next one"]
        second = await amina.press("Show the next one", channel="general")
        assert "x" * 3_500 in seen(second)
        both = await asyncio.gather(*(amina.press("I have read this", channel="general") for _ in range(2)))
        assert all("The meeting is off" in seen(each) for each in both)
        await amina.press("I have read this", channel="general")
        assert "nothing here" in await inbox(rehearsal)
    assert str(amina.user_id) not in log.getvalue()
    assert "The meeting is off" not in log.getvalue()


async def test_one_press_below_a_message_stops_them_and_what_she_asks_for_still_comes(
    community: Rehearsal, tmp_path: Path
) -> None:
    await join(community, "Amina")
    await promise(community, tmp_path, "Amina", "Papers")
    (papers,) = chat(community)
    await community.person("Amina").press("Pause messages", message=papers)
    await promise(community, tmp_path, "Amina", "More papers", budget=Budget.PATH)
    await promise(community, tmp_path, "Amina", "It is off", budget=Budget.URGENT)
    await promise(community, tmp_path, "Amina", "Your answer", budget=Budget.ASKED)
    await community.advance(timedelta(hours=2))
    said = read(community)
    assert "Your answer" in said
    assert not {"More papers", "It is off"} & set(said)
