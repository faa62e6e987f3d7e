"""Selects of roles and of channels, in messages and in forms."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import CannotSee, CannotSend, Form, Rehearsal
from rehearsal.forms import Typed
from rehearsal.world.model import ChannelKind
from tests.rehearsal.raw import Bot, channels, form, label, roles, row


async def _opened(bot: Bot, *parts: dict[str, Any], channel: str | None = "general") -> Form:
    used = await bot.used("Leila", channel=channel)
    answer = await used.answer(9, form(*parts))
    assert answer.status == 200, answer.body
    opened = (await used.outcome()).form
    assert opened is not None
    return opened


async def _sent(bot: Bot, opened: Form, filled: dict[str, Typed]) -> dict[str, Any]:
    """What the bot hears of the form."""
    sent = await bot.begun(asyncio.create_task(opened.submit(filled)))
    await sent.answer(4, {"content": "Thank you"})
    await sent.outcome()
    data: dict[str, Any] = sent.data["data"]
    return data


@pytest.mark.usefixtures("checked")
async def test_roles_arrive_with_what_they_are(bot: Bot, rehearsal: Rehearsal) -> None:
    opened = await _opened(bot, label(roles(max_values=2)))
    data = await _sent(bot, opened, {"Choose": ("Clinicians", "Managers")})
    ids = [str(rehearsal.world.role_named(each).id) for each in ("Clinicians", "Managers")]

    assert opened.fields[0].kind == "roles"
    assert opened.fields[0].options[0] == "Equal Footing"
    assert opened.fields[0].options[-1] == "@everyone"
    assert data["components"][0]["component"] == {
        "type": 6,
        "id": 2,
        "custom_id": "roles",
        "values": ids,
    }
    assert list(data["resolved"]) == ["roles"]
    assert [each["name"] for each in data["resolved"]["roles"].values()] == ["Clinicians", "Managers"]


@pytest.mark.usefixtures("checked")
async def test_channels_arrive_with_what_she_may_do_there(bot: Bot, rehearsal: Rehearsal) -> None:
    rehearsal.world.create_channel("Meeting room", ChannelKind.VOICE)
    opened = await _opened(bot, label(channels(channel_types=[0])), label(channels(custom_id="b"), "Any"))
    data = await _sent(bot, opened, {"Choose": "facilitators", "Any": "Meeting room"})
    found = data["resolved"]["channels"]

    assert opened.fields[0].kind == "channels"
    assert opened.fields[0].options == ("welcome", "general", "questions", "facilitators")
    assert opened.fields[1].options[-1] == "Meeting room"
    assert {each["type"] for each in found.values()} == {0, 2}
    assert all(int(each["permissions"]) for each in found.values())


async def test_a_channel_that_she_does_not_see_is_not_offered(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.send("general", {"content": "Where?", "components": [row(channels())]})

    with pytest.raises(CannotSee):
        await rehearsal.person("Amina").choose("facilitators", channel="general")


async def test_two_channels_of_one_name_can_both_be_picked(bot: Bot, rehearsal: Rehearsal) -> None:
    first = rehearsal.world.create_channel("odd")
    second = rehearsal.world.create_channel("odd")
    opened = await _opened(bot, label(channels(max_values=2)))
    data = await _sent(bot, opened, {"Choose": ("odd (2)", "odd")})

    assert data["components"][0]["component"]["values"] == [str(second.id), str(first.id)]


async def test_what_is_chosen_beforehand_is_sent(bot: Bot, rehearsal: Rehearsal) -> None:
    role, place = rehearsal.world.role_named("Academics"), rehearsal.world.channel_named("welcome")
    opened = await _opened(
        bot,
        label(roles(default_values=[{"type": "role", "id": role.id}]), "Who"),
        label(channels(default_values=[{"type": "channel", "id": str(place.id)}]), "Where"),
    )
    data = await _sent(bot, opened, {})

    assert [each.value for each in opened.fields] == [("Academics",), ("welcome",)]
    assert list(data["resolved"]["roles"]) == [str(role.id)]
    assert list(data["resolved"]["channels"]) == [str(place.id)]


async def test_nothing_is_sent_where_nothing_is_needed(bot: Bot) -> None:
    opened = await _opened(bot, label(roles(required=False, min_values=0)))
    data = await _sent(bot, opened, {})

    assert data["components"][0]["component"]["values"] == []
    assert "resolved" not in data


async def test_a_form_waits_for_a_role(bot: Bot) -> None:
    opened = await _opened(bot, label(roles(min_values=2, max_values=3)))

    with pytest.raises(CannotSend, match="is required"):
        await opened.submit({})
    with pytest.raises(CannotSend, match="2 options at least"):
        await opened.submit({"Choose": "Clinicians"})
    with pytest.raises(CannotSend, match="no option"):
        await opened.submit({"Choose": "Dentists"})


async def test_a_chat_has_neither_roles_nor_channels(bot: Bot) -> None:
    opened = await _opened(bot, label(roles(), "Who"), label(channels(), "Where"), channel=None)

    assert [each.options for each in opened.fields] == [(), ()]


@pytest.mark.usefixtures("checked")
async def test_choosing_in_a_message(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.send("general", {"components": [row(roles(max_values=2)), row(channels())]})
    amina = rehearsal.person("Amina")
    chosen = await bot.begun(asyncio.create_task(amina.choose("Managers", channel="general")))
    await chosen.answer(6)
    placed = await bot.begun(asyncio.create_task(amina.choose("welcome", channel="general")))
    await placed.answer(6)

    assert [each.data["data"]["component_type"] for each in (chosen, placed)] == [6, 8]
    assert list(chosen.data["data"]["resolved"]) == ["roles"]
    assert list(placed.data["data"]["resolved"]["channels"]) == placed.data["data"]["values"]


_INSIDE = "components.0.components.0"


@pytest.mark.parametrize(
    ("component", "path"),
    [
        (roles(min_values=2), _INSIDE),
        (roles(default_values=[{"type": "user", "id": "1"}]), f"{_INSIDE}.default_values.0.type"),
        (channels(default_values=[{"type": "role", "id": "1"}]), f"{_INSIDE}.default_values.0.type"),
        (channels(default_values=[{"type": "channel", "id": "1"}] * 2, max_values=2), _INSIDE),
        (channels(channel_types=[0, 0]), _INSIDE),
        (channels(channel_types=[6]), f"{_INSIDE}.channel_types.0"),
    ],
)
async def test_what_is_wrong_with_a_select(bot: Bot, component: dict[str, Any], path: str) -> None:
    assert list((await bot.send("general", {"components": [row(component)]})).problems()) == [path]


@pytest.mark.parametrize(
    "component",
    [
        roles(default_values=[{"type": "role", "id": "1"}]),
        channels(default_values=[{"type": "channel", "id": "1"}]),
    ],
)
async def test_a_default_that_is_not_there_is_not_known(bot: Bot, component: dict[str, Any]) -> None:
    used = await bot.used("Leila")
    answer = await used.answer(9, form(label(component)))

    assert answer.status == 501
    await used.answer(4, {"content": "a"})
    await used.outcome()
