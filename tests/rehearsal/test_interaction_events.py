"""The schema of INTERACTION_CREATE catches what Discord would never send."""

from __future__ import annotations

import asyncio
import copy
from typing import Any

import pytest

from rehearsal.wire.events import violations
from tests.rehearsal.raw import Bot, Interaction, checkbox, form, group, label, people, radio

_GONE = object()


def _planted(event: dict[str, Any], place: list[Any], value: Any) -> list[str]:
    """What is found wrong once the value stands at that place of the event, or nothing does."""
    event = copy.deepcopy(event)
    target: Any = event
    for step in place[:-1]:
        target = target[step]
    if value is _GONE:
        del target[place[-1]]
    else:
        target[place[-1]] = value
    return violations("INTERACTION_CREATE", event)


async def _form(bot: Bot) -> Interaction:
    used = await bot.used("Amina")
    parts = [
        label(radio("One", "Two"), "Which"),
        label(group("Up", "Down"), "Where"),
        label(checkbox(), "Sure"),
        label(people(), "Who"),
    ]
    await used.answer(9, form(*parts))
    opened = (await used.outcome()).form
    assert opened is not None
    filled = {"Which": "One", "Where": "Up", "Who": "Tom Ashworth"}
    sent = await bot.begun(asyncio.create_task(opened.submit(filled)))
    await sent.answer(4, {"content": "a"})
    return sent


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["data", "components", 0, "component", "value"], 1),
        (["data", "components", 0, "component", "value"], _GONE),
        (["data", "components", 0, "component", "values"], ["o"]),
        (["data", "components", 1, "component", "values"], "u"),
        (["data", "components", 1, "component", "values"], None),
        (["data", "components", 2, "component", "value"], "true"),
        (["data", "components", 2, "component", "value"], None),
        (["data", "components", 3, "component", "type"], 7),
        (["data", "components", 3, "component", "id"], _GONE),
        (["data", "resolved", "roles"], {"1": {}}),
        (["data", "resolved", "people"], {}),
    ],
)
async def test_a_form_that_is_not_discords(bot: Bot, place: list[Any], value: Any) -> None:
    sent = await _form(bot)

    assert violations("INTERACTION_CREATE", sent.data) == []
    assert _planted(sent.data, place, value)


async def _menu(bot: Bot) -> Interaction:
    path = f"/applications/{bot.rehearsal.application_id}/commands"
    assert (await bot.api("PUT", path, [{"type": 3, "name": "Lost"}])).status == 200
    said = await bot.rehearsal.person("Tom").say("general", "Our rota")
    using = bot.rehearsal.person("Amina").use_menu("Lost", channel="general", message=said)
    used = await bot.begun(asyncio.create_task(using))
    await used.answer(4, {"content": "a"})
    return used


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["data", "type"], 2),
        (["data", "target_id"], _GONE),
        (["data", "resolved"], _GONE),
        (["data", "resolved", "messages"], {}),
        (["data", "options"], []),
    ],
)
async def test_a_menu_that_is_not_discords(bot: Bot, place: list[Any], value: Any) -> None:
    used = await _menu(bot)

    assert violations("INTERACTION_CREATE", used.data) == []
    assert _planted(used.data, place, value)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["data", "options", 0, "options"], _GONE),
        (["data", "options", 0, "type"], 2),
        (["data", "options", 0, "value"], "a"),
        (["data", "options"], [{"name": each, "type": 1, "options": []} for each in "ab"]),
        (
            ["data", "options"],
            [{"name": "a", "type": 1, "options": []}, {"name": "b", "type": 3, "value": "c"}],
        ),
    ],
)
async def test_a_subcommand_that_is_not_discords(bot: Bot, place: list[Any], value: Any) -> None:
    await bot.register("ask", options=[{"type": 1, "name": "list", "description": "a"}])
    used = await bot.used("Amina", "ask list")
    await used.answer(4, {"content": "a"})

    assert violations("INTERACTION_CREATE", used.data) == []
    assert _planted(used.data, place, value)


async def _typing(bot: Bot, command: str) -> dict[str, Any]:
    topic = {"type": 3, "name": "topic", "description": "a", "autocomplete": True}
    many = {"type": 4, "name": "many", "description": "a"}
    below = {"type": 1, "name": "find", "description": "a", "options": [topic, many]}
    path = f"/applications/{bot.rehearsal.application_id}/commands"
    commands = [
        {"name": "ask", "description": "a", "options": [topic, many]},
        {"name": "terms", "description": "a", "options": [below]},
    ]
    assert (await bot.api("PUT", path, commands)).status == 200
    amina = bot.rehearsal.person("Amina")
    asking = asyncio.create_task(amina.suggestions(command, "topic", "fa", channel="general", many=3))
    event: dict[str, Any] = await bot.socket.event("INTERACTION_CREATE")
    path = f"/interactions/{event['id']}/{event['token']}/callback"
    await bot.api("POST", path, {"type": 8, "data": {"choices": []}})
    await asking
    return event


@pytest.mark.parametrize("command", ["ask", "terms find"])
@pytest.mark.parametrize(
    ("place", "value"),
    [
        ([0, "focused"], _GONE),
        ([0, "focused"], False),
        ([0, "value"], 1),
        ([0, "value"], _GONE),
        ([0, "type"], 6),
        ([1, "focused"], True),
        ([1, "type"], 9),
        ([1], {"name": "more", "type": 3, "value": "a", "focused": True}),
        ([1], {"name": "who", "type": 6, "value": "1", "resolved": {}}),
    ],
)
async def test_an_option_being_typed_that_is_not_discords(
    bot: Bot, command: str, place: list[Any], value: Any
) -> None:
    event = await _typing(bot, command)
    below = ["data", "options", *([0, "options"] if command == "terms find" else [])]

    assert violations("INTERACTION_CREATE", event) == []
    assert _planted(event, [*below, *place], value)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["data", "options"], _GONE),
        (["data", "options"], []),
        (["data", "resolved"], {"users": {}}),
        (["data", "type"], 3),
        (["type"], 2),
    ],
)
async def test_the_rest_of_what_the_bot_hears_of_typing(bot: Bot, place: list[Any], value: Any) -> None:
    assert _planted(await _typing(bot, "ask"), place, value)
