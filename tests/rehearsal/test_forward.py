"""A scene that goes on step by step, and what happens when somebody takes over by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from rehearsal.scenes.player import Player, SceneFailed
from rehearsal.scenes.script import Expectation, FileGiven, Scene, Step
from tests.rehearsal.raw import EPHEMERAL, Bot, Interaction, button, files, form, label, roles, row

PEOPLE = ("Amina", "Derek")


def player_of(bot: Bot, *steps: Step) -> Player:
    scene = Scene(title="A", about="B", people=PEOPLE, channels=("general",), steps=steps)
    return Player(bot.rehearsal, scene)


async def answering(bot: Bot, work: Awaitable[Any], *answers: Callable[[Interaction], Awaitable[Any]]) -> Any:
    """Does the work while the bot answers each use in turn."""
    doing = asyncio.ensure_future(work)
    for answer in answers:
        data = await bot.socket.event("INTERACTION_CREATE")
        await answer(Interaction(bot, data, asyncio.get_running_loop().create_future()))  # type: ignore[arg-type]
    return await doing


def says(words: str) -> Callable[[Interaction], Awaitable[Any]]:
    return lambda used: used.answer(4, {"content": words})


def opens(used: Interaction) -> Awaitable[Any]:
    return used.answer(9, form())


def written(bot: Bot) -> list[str]:
    return [shown.text for shown in bot.rehearsal.person("Tom").read("general")]


def expecting(words: str) -> tuple[Expectation, ...]:
    return (Expectation(who="Derek", sees=words),)


async def test_steps_are_done_one_by_one(bot: Bot) -> None:
    first = Step(says="One.", who="Amina", writes="Good morning", channel="general")
    second = Step(says="Two.", who="Derek", writes="Hello", channel="general")
    player = player_of(bot, first, second)
    assert (player.at, player.next) == (0, first)
    assert await player.forward() is first
    assert (player.at, player.next) == (1, second)
    assert await player.forward() is second
    assert (player.at, player.next) == (2, None)
    with pytest.raises(IndexError):
        await player.forward()
    assert written(bot) == ["Good morning", "Hello"]


async def test_what_a_client_refuses_fails_the_step_in_a_sentence(bot: Bot) -> None:
    step = Step(says="She presses.", who="Amina", press="Nothing", channel="general")
    player = player_of(bot, step)
    with pytest.raises(SceneFailed) as failed:
        await player.forward()
    assert failed.value.reason == "Amina Yusuf sees no button 'Nothing' there"
    assert player.at == 0


async def test_whoever_has_done_a_step_does_not_do_it_twice(bot: Bot) -> None:
    """Derek may not write at the first try."""
    step = Step(says="Both.", who=PEOPLE, writes="Good morning", channel="general")
    player = player_of(bot, step)
    derek = bot.rehearsal.person("Derek").name
    bot.rehearsal.world.deny(derek, "general", "SEND_MESSAGES")
    for _ in range(2):
        with pytest.raises(SceneFailed, match="Missing Permissions"):
            await player.forward()
    assert written(bot) == ["Good morning"]
    bot.rehearsal.world.clear(derek, "general")
    await player.forward()
    assert written(bot) == ["Good morning"] * 2
    assert player.at == 1


async def test_screens_that_came_right_are_enough(bot: Bot) -> None:
    step = Step(says="A.", who="Amina", writes="One", channel="general", expect=expecting("Two"))
    player = player_of(bot, step)
    with pytest.raises(SceneFailed, match="does not see 'Two'"):
        await player.forward()
    await bot.rehearsal.person("Tom").say("general", "Two")
    await player.forward()
    assert written(bot) == ["One", "Two"], "and Amina did not say it again"


async def test_screens_that_did_not_come_right_need_the_step_again(bot: Bot) -> None:
    step = Step(says="A.", who="Amina", command="ask", channel="general", expect=expecting("Right"))
    player = player_of(bot, step)
    with pytest.raises(SceneFailed, match="does not see 'Right'"):
        await answering(bot, player.forward(), says("Wrong"))
    await answering(bot, player.forward(), says("Right"))
    assert player.at == 1


async def test_a_form_that_could_not_be_sent_is_still_there(bot: Bot) -> None:
    asks = Step(says="Asks.", who="Amina", command="ask", channel="general", opens="Ask")
    fills = Step(says="Fills.", who="Amina", types={"Question": "Why?"}, expect=expecting("Thanks"))
    player = player_of(bot, asks, fills)
    await answering(bot, player.forward(), opens)
    assert player.opened is not None
    assert player.opened[1].title == "Ask"
    with pytest.raises(SceneFailed, match="does not see 'Thanks'"):
        await answering(bot, player.forward(), says("No"))
    with pytest.raises(SceneFailed, match="has no form open"):
        await player.forward()
    assert player.at == 1


async def test_a_form_is_kept_where_nobody_took_it(bot: Bot) -> None:
    asks = Step(says="Asks.", who="Amina", command="ask", channel="general", opens="Ask")
    fills = Step(says="Fills.", who="Amina", types={"Question": ""}, expect=expecting("Thanks"))
    player = player_of(bot, asks, fills)
    await answering(bot, player.forward(), opens)
    for _ in range(2):
        with pytest.raises(SceneFailed, match="'Question' is required"):
            await player.forward()


async def test_a_bot_with_nothing_to_wait_for(bot: Bot) -> None:
    player = player_of(bot, Step(says="Waits.", wait=True))
    with pytest.raises(SceneFailed, match="nothing to wait for"):
        await player.forward()


def _panel(words: str) -> dict[str, Any]:
    return {"content": words, "components": [row(button(label="Next"))]}


async def test_a_press_on_a_message_that_only_she_sees(bot: Bot) -> None:
    shown = [Step(says="One.", who="Amina", command="ask", channel="general")] * 2
    pressed = Step(says="Two.", who="Amina", press="Next", on="first", channel="general")
    player = player_of(bot, *shown, pressed)

    async def change(used: Interaction) -> None:
        await used.answer(7, {"content": "It is the first one.", "components": []})

    def panel(words: str) -> Callable[[Interaction], Awaitable[Any]]:
        return lambda used: used.answer(4, {**_panel(words), "flags": EPHEMERAL})

    await answering(bot, player.forward(), panel("the first"))
    await answering(bot, player.forward(), panel("the second"))
    await answering(bot, player.forward(), change)
    assert [each.text for each in bot.rehearsal.person("Amina").read("general")] == [
        "It is the first one.",
        "the second",
    ]


async def test_a_press_in_the_chat_with_the_bot(bot: Bot) -> None:
    step = Step(
        says="One.",
        who="Amina",
        press="Next",
        channel="direct",
        expect=(Expectation(who="Amina", sees="It went"), Expectation(who="Derek", does_not_see="It went")),
    )
    scene = Scene(title="A", about="B", people=PEOPLE, channels=("general", "direct"), steps=(step,))
    chat = bot.rehearsal.world.direct_channel(bot.rehearsal.person("Amina").user_id)
    await bot.api("POST", f"/channels/{chat.id}/messages", _panel("Hello"))
    await answering(bot, Player(bot.rehearsal, scene).forward(), says("It went on."))


async def test_a_form_with_roles_and_a_file(bot: Bot) -> None:
    filled: dict[str, Any] = {"Who": ("Clinicians", "Managers"), "List": FileGiven(file="a.csv", text="Jo")}
    opening = Step(says="One.", who="Leila", command="ask", channel="general", opens="Ask")
    player = player_of(bot, opening, Step(says="Two.", who="Leila", types=filled))
    told: dict[str, Any] = {}

    async def keep(used: Interaction) -> None:
        told.update(used.data["data"]["resolved"])
        await used.answer(4, {"content": "Thank you"})

    parts = [label(roles(max_values=2), "Who"), label(files(), "List")]
    await answering(bot, player.forward(), lambda used: used.answer(9, form(*parts)))
    await answering(bot, player.forward(), keep)

    assert [each["name"] for each in told["roles"].values()] == ["Clinicians", "Managers"]
    assert [each["filename"] for each in told["attachments"].values()] == ["a.csv"]
