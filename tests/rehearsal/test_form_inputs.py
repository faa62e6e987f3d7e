"""What a form holds besides texts: what a client lets go, and what arrives."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import CannotSend, Form, Rehearsal
from rehearsal.forms import Typed
from tests.rehearsal.raw import (
    Bot,
    checkbox,
    field,
    form,
    group,
    label,
    people,
    radio,
    select,
    text,
)


async def _opened(bot: Bot, *parts: dict[str, Any], channel: str | None = "general") -> Form:
    used = await bot.used("Amina", channel=channel)
    answer = await used.answer(9, form(*parts))
    assert answer.status == 200, answer.body
    opened = (await used.outcome()).form
    assert opened is not None
    return opened


async def _sent(bot: Bot, opened: Form, filled: dict[str, Typed], **how: bool) -> dict[str, Any]:
    """What the bot hears of the form."""
    sent = await bot.begun(asyncio.create_task(opened.submit(filled, **how)))
    await sent.answer(4, {"content": "Thank you"})
    await sent.outcome()
    data: dict[str, Any] = sent.data["data"]
    return data


def _component(data: dict[str, Any], place: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = data["components"][place]["component"]
    return found


_WHEN = ("Monday", "Tuesday", "Wednesday")


async def test_radio_buttons_arrive_as_one_value(bot: Bot) -> None:
    opened = await _opened(bot, label(radio(*_WHEN)))
    data = await _sent(bot, opened, {"Choose": "Tuesday"})

    assert (opened.fields[0].kind, opened.fields[0].options, opened.fields[0].value) == ("radio", _WHEN, None)
    assert data["components"] == [
        {"type": 18, "id": 1, "component": {"type": 21, "id": 2, "custom_id": "radio", "value": "t"}}
    ]
    assert "resolved" not in data


async def test_radio_buttons_that_were_left_alone(bot: Bot) -> None:
    chosen = await _sent(bot, await _opened(bot, label(radio(*_WHEN, chosen="Monday"))), {})
    none = await _sent(bot, await _opened(bot, label(radio(*_WHEN, required=False))), {})
    cleared = await _opened(bot, label(radio(*_WHEN, chosen="Monday", required=False)))

    assert _component(chosen)["value"] == "m"
    assert _component(none)["value"] is None
    assert cleared.fields[0].value == "Monday"
    assert _component(await _sent(bot, cleared, {"Choose": None}))["value"] is None


async def test_checkboxes_arrive_as_values_in_the_order_of_ticking(bot: Bot) -> None:
    opened = await _opened(bot, label(group(*_WHEN, chosen="Monday")))
    field = opened.fields[0]

    assert (field.kind, field.value, field.min_values, field.max_values) == ("checkboxes", ("Monday",), 1, 3)
    assert _component(await _sent(bot, opened, {"Choose": ["Wednesday", "Monday"]})) == {
        "type": 22,
        "id": 2,
        "custom_id": "group",
        "values": ["w", "m"],
    }


async def test_checkboxes_that_were_left_alone(bot: Bot) -> None:
    ticked = await _sent(bot, await _opened(bot, label(group(*_WHEN, chosen="Monday"))), {})
    none = await _sent(bot, await _opened(bot, label(group(*_WHEN, required=False))), {})

    assert _component(ticked)["values"] == ["m"]
    assert _component(none)["values"] == []


@pytest.mark.parametrize(
    ("default", "typed", "value"),
    [(False, {}, False), (True, {}, True), (True, {"Choose": False}, False), (False, {"Choose": True}, True)],
)
async def test_a_checkbox_arrives_as_yes_or_no(
    bot: Bot, default: bool, typed: dict[str, Typed], value: bool
) -> None:
    opened = await _opened(bot, label(checkbox(default=default)))
    data = await _sent(bot, opened, typed)

    assert (opened.fields[0].kind, opened.fields[0].value) == ("checkbox", default)
    assert _component(data) == {"type": 23, "id": 2, "custom_id": "box", "value": value}


async def test_a_select_arrives_as_values(bot: Bot) -> None:
    opened = await _opened(bot, label(select(*_WHEN, max_values=2, placeholder="When?")))
    field = opened.fields[0]

    assert (field.kind, field.placeholder, field.options) == ("select", "When?", _WHEN)
    assert _component(await _sent(bot, opened, {"Choose": "Monday"})) == {
        "type": 3,
        "id": 2,
        "custom_id": "select",
        "values": ["m"],
    }


async def test_people_arrive_with_who_they_are(bot: Bot, rehearsal: Rehearsal) -> None:
    opened = await _opened(bot, label(people(max_values=2)))
    tom, ruth = rehearsal.person("Tom"), rehearsal.person("Ruth")
    data = await _sent(bot, opened, {"Choose": (tom.name, ruth.name)})

    assert opened.fields[0].kind == "people"
    assert {each.name for each in rehearsal.people} < set(opened.fields[0].options)
    assert _component(data)["values"] == [str(tom.user_id), str(ruth.user_id)]
    assert set(data["resolved"]) == {"users", "members"}
    assert data["resolved"]["users"][str(tom.user_id)]["global_name"] == tom.name
    assert "permissions" in data["resolved"]["members"][str(ruth.user_id)]


async def test_people_who_are_chosen_beforehand(bot: Bot, rehearsal: Rehearsal) -> None:
    tom = rehearsal.person("Tom")
    chosen = [{"type": "user", "id": tom.user_id}]
    opened = await _opened(bot, label(people(default_values=chosen)))
    data = await _sent(bot, opened, {})

    assert opened.fields[0].value == (tom.name,)
    assert _component(data)["values"] == [str(tom.user_id)]
    assert list(data["resolved"]["members"]) == [str(tom.user_id)]


async def test_people_in_the_chat_with_the_bot(bot: Bot, rehearsal: Rehearsal) -> None:
    """There are two in it, and neither is a member there."""
    opened = await _opened(bot, label(people()), channel=None)
    amina = rehearsal.person("Amina")
    with pytest.raises(CannotSend):
        await opened.submit({"Choose": "Tom Ashworth"})
    data = await _sent(bot, opened, {"Choose": amina.name})

    assert opened.fields[0].options == (amina.name, "Equal Footing")
    assert list(data["resolved"]) == ["users"]


async def test_a_form_of_everything(bot: Bot) -> None:
    opened = await _opened(
        bot,
        text("Read me"),
        field(name="Why", value="Because"),
        label(radio("One", "Two", id=7), "Which", description="Only one"),
        label(select("Up", "Down"), "Where"),
        label(checkbox(), "Sure"),
    )
    data = await _sent(bot, opened, {"Which": "Two", "Where": ["Down"], "Sure": True})

    assert opened.text == "Read me"
    assert [each.description for each in opened.fields] == [None, "Only one", None, None]
    assert data["components"][0] == {"type": 10, "id": 1}
    assert [_component(data, place)["id"] for place in (1, 2, 3, 4)] == [3, 7, 6, 9]
    assert [_component(data, place).get("value", "-") for place in (1, 2, 3, 4)] == [
        "Because",
        "t",
        "-",
        True,
    ]


_BAD: list[tuple[dict[str, Any], Typed]] = [
    (radio(*_WHEN), None),
    (radio(*_WHEN), "Friday"),
    (radio(*_WHEN), "t"),
    (radio(*_WHEN), ["Monday", "Tuesday"]),
    (radio(*_WHEN), True),
    (group(*_WHEN), []),
    (group(*_WHEN), None),
    (group(*_WHEN), ["Monday", "Monday"]),
    (group(*_WHEN), ["Monday", "Friday"]),
    (group(*_WHEN, max_values=1), ["Monday", "Tuesday"]),
    (group(*_WHEN, min_values=2, required=False), "Monday"),
    (checkbox(), "yes"),
    (checkbox(), None),
    (select(*_WHEN), ()),
    (select(*_WHEN), ["Monday", "Tuesday"]),
    (select(*_WHEN, max_values=2), ["Monday", "Monday"]),
    (select(*_WHEN), "m"),
    (people(), "Nobody"),
    (people(), []),
    (people(), ["Tom Ashworth", "Ruth Calder"]),
    (people(max_values=2), ["Tom Ashworth", "Tom Ashworth"]),
]


@pytest.mark.parametrize(("component", "typed"), _BAD)
async def test_what_the_client_does_not_let_go(bot: Bot, component: dict[str, Any], typed: Typed) -> None:
    opened = await _opened(bot, label(component))

    with pytest.raises(CannotSend, match="Choose"):
        await opened.submit({"Choose": typed})
    assert "INTERACTION_CREATE" not in await bot.socket.heard()


async def test_a_choice_is_not_a_text(bot: Bot) -> None:
    opened = await _opened(bot, field(name="Why"))

    with pytest.raises(CannotSend, match="takes a text"):
        await opened.submit({"Why": ["a"]})


async def test_a_client_that_was_tampered_with_still_cannot_invent_options(bot: Bot) -> None:
    opened = await _opened(bot, label(group(*_WHEN, max_values=1)))

    with pytest.raises(CannotSend):
        await opened.submit({"Choose": "Friday"}, unchecked=True)
    with pytest.raises(CannotSend):
        await opened.submit({"Choose": ["Monday", "Monday"]}, unchecked=True)
    data = await _sent(bot, opened, {"Choose": ["Monday", "Tuesday"]}, unchecked=True)
    assert _component(data)["values"] == ["m", "t"]
    one = await _opened(bot, label(radio(*_WHEN)))
    with pytest.raises(CannotSend):
        await one.submit({"Choose": ["Monday", "Tuesday"]}, unchecked=True)
    assert _component(await _sent(bot, one, {"Choose": None}, unchecked=True))["value"] is None
