"""Selects of people in messages, and rows of buttons."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import CannotSee, CannotUse, Rehearsal
from tests.rehearsal.raw import V2, Bot, button, options, people, row, text


async def test_choosing_people_in_a_message(bot: Bot, rehearsal: Rehearsal) -> None:
    sent = await bot.send("general", {"content": "Who?", "components": [row(people(max_values=2))]})
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    chosen = await bot.begun(asyncio.create_task(amina.choose(tom.name, amina.name, channel="general")))
    await chosen.answer(6)
    data = chosen.data["data"]

    assert "required" not in sent.body["components"][0]["components"][0]
    assert (data["component_type"], data["custom_id"]) == (5, "people")
    assert data["values"] == [str(tom.user_id), str(amina.user_id)]
    assert set(data["resolved"]["users"]) == set(data["resolved"]["members"]) == set(data["values"])


async def test_people_who_cannot_be_chosen(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.send("general", {"content": "Who?", "components": [row(people())]})
    amina = rehearsal.person("Amina")

    with pytest.raises(CannotSee):
        await amina.choose("Nobody", channel="general")
    with pytest.raises(CannotUse):
        await amina.choose("Tom Ashworth", "Ruth Calder", channel="general")
    await bot.send("general", {"content": "Who?", "components": [row(people(disabled=True))]})
    with pytest.raises(CannotUse):
        await amina.choose("Tom Ashworth", channel="general")


async def test_default_people_are_given_back_as_text(bot: Bot, rehearsal: Rehearsal) -> None:
    chosen = [{"type": "user", "id": rehearsal.person("Tom").user_id}]
    sent = await bot.send("general", {"components": [row(people(default_values=chosen))]})

    assert sent.body["components"][0]["components"][0]["default_values"] == [
        {"type": "user", "id": str(chosen[0]["id"])}
    ]


_INSIDE = "components.0.components.0"


@pytest.mark.parametrize(
    ("component", "path"),
    [
        (people(custom_id=""), f"{_INSIDE}.custom_id"),
        (people(placeholder="a" * 151), f"{_INSIDE}.placeholder"),
        (people(min_values=2), _INSIDE),
        (people(max_values=26), f"{_INSIDE}.max_values"),
        (people(default_values=[{"type": "user", "id": "1"}] * 2, max_values=2), _INSIDE),
        (people(default_values=[{"type": "channel", "id": "1"}]), f"{_INSIDE}.default_values.0.type"),
        (
            {
                "type": 3,
                "custom_id": "s",
                "options": [each | {"default": True} for each in options("A", "B")],
            },
            _INSIDE,
        ),
    ],
)
async def test_what_is_wrong_with_a_select(bot: Bot, component: dict[str, Any], path: str) -> None:
    assert list((await bot.send("general", {"components": [row(component)]})).problems()) == [path]


async def test_a_select_fills_its_row_and_shares_no_id(bot: Bot) -> None:
    wide = await bot.send("general", {"components": [row(people(), button())]})
    same = await bot.send("general", {"components": [row(people()), row(people())]})

    assert list(wide.problems()) == ["components.0"]
    assert list(same.problems()) == ["components"]


async def test_three_rows_of_five_buttons(bot: Bot, rehearsal: Rehearsal) -> None:
    rows = [row(*(button(f"{n}-{m}", label=f"Button {n}-{m}") for m in range(5))) for n in range(3)]
    sent = await bot.send("general", {"flags": V2, "components": [text("Panel"), *rows]})
    pressed = await bot.pressed("Amina", "Button 2-4")
    await pressed.answer(7, {"components": [text("Pressed"), rows[0], rows[2]]})
    await pressed.outcome()
    shown = rehearsal.person("Amina").read("general")[0]

    assert sent.status == 200
    assert pressed.data["data"]["custom_id"] == "2-4"
    assert [each["id"] for each in pressed.data["message"]["components"]] == [1, 2, 8, 14]
    assert [each.label for each in shown.buttons] == [f"Button {n}-{m}" for n in (0, 2) for m in range(5)]
    wide = [row(*(button(f"{n}") for n in range(6)))]
    assert list((await bot.send("general", {"flags": V2, "components": wide})).problems()) == [
        "components.0.components"
    ]
