"""What a form may ask for besides texts: at the limit it is taken, beyond it is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rehearsal.raw import (
    Answer,
    Bot,
    Interaction,
    checkbox,
    form,
    group,
    label,
    people,
    radio,
    row,
    select,
    text,
)


async def _shown(bot: Bot, *parts: dict[str, Any]) -> tuple[Interaction, Answer]:
    """The bot answers a command with a form."""
    used = await bot.used("Amina")
    answer = await used.answer(9, form(*parts))
    return used, answer


def _many(number: int) -> list[dict[str, Any]]:
    return [{"label": f"Option {each}", "value": str(each)} for each in range(number)]


def _one(**more: Any) -> list[dict[str, Any]]:
    return [{"label": "a", "value": "a", **more}, {"label": "b", "value": "b"}]


_TWICE = [{"label": "a", "value": "v"}, {"label": "b", "value": "v"}]
_BOTH = [{"label": each, "value": each, "default": True} for each in "ab"]
_SAME = [{"type": "user", "id": "1"}] * 2
_PART = "data.components.0.component"


@pytest.mark.parametrize(
    ("component", "path"),
    [
        (radio("a"), f"{_PART}.options"),
        (radio(options=_many(11)), f"{_PART}.options"),
        (radio(options=_TWICE), _PART),
        (radio(options=_BOTH), _PART),
        (radio(options=_one(label="")), f"{_PART}.options.0.label"),
        (radio(options=_one(label="a" * 101)), f"{_PART}.options.0.label"),
        (radio(options=_one(value="")), f"{_PART}.options.0.value"),
        (radio(options=_one(value="a" * 101)), f"{_PART}.options.0.value"),
        (radio(options=_one(description="a" * 101)), f"{_PART}.options.0.description"),
        (radio("a", "b", custom_id="a" * 101), f"{_PART}.custom_id"),
        ({"type": 21, "custom_id": "a"}, f"{_PART}.options"),
        (group(), f"{_PART}.options"),
        (group(options=_many(11)), f"{_PART}.options"),
        (group(options=_TWICE), _PART),
        (group(options=_BOTH, max_values=1), _PART),
        (group("a", "b", min_values=0), _PART),
        (group("a", "b", min_values=2, max_values=1), _PART),
        (group("a", "b", max_values=3), _PART),
        (group("a", "b", min_values=-1), f"{_PART}.min_values"),
        (group("a", "b", max_values=0), f"{_PART}.max_values"),
        (group("a", "b", max_values=11), f"{_PART}.max_values"),
        (group(options=_one(label="a" * 101)), f"{_PART}.options.0.label"),
        (checkbox(custom_id=""), f"{_PART}.custom_id"),
        (checkbox(default="maybe"), f"{_PART}.default"),
        (select(), f"{_PART}.options"),
        (select(options=_many(26)), f"{_PART}.options"),
        (select(options=_TWICE), _PART),
        (select(options=_BOTH), _PART),
        (select("a", "b", min_values=0), _PART),
        (select("a", "b", disabled=True), _PART),
        (select("a", "b", placeholder="a" * 151), f"{_PART}.placeholder"),
        (people(min_values=0), _PART),
        (people(min_values=2), _PART),
        (people(disabled=True), _PART),
        (people(max_values=26), f"{_PART}.max_values"),
        (people(max_values=2, default_values=_SAME), _PART),
        (people(default_values=[{"type": "user", "id": "1"}, {"type": "user", "id": "2"}]), _PART),
        (people(default_values=[{"type": "role", "id": "1"}]), f"{_PART}.default_values.0.type"),
        (people(default_values=[{"type": "user", "id": "x"}]), f"{_PART}.default_values.0.id"),
    ],
)
async def test_what_is_wrong_with_an_input(bot: Bot, component: dict[str, Any], path: str) -> None:
    used, answer = await _shown(bot, label(component))
    await used.answer(4, {"content": "a"})

    assert list(answer.problems()) == [path]


@pytest.mark.parametrize(
    "component",
    [
        radio(options=_many(2)),
        radio(options=_many(10)),
        radio(options=_one(label="a" * 100, value="a" * 100, description="a" * 100)),
        radio("a", "b", required=None),
        group("a"),
        group(options=_many(10), min_values=10, max_values=10),
        group("a", "b", min_values=0, required=False),
        group("a", "b", min_values=None, max_values=None),
        checkbox(default=None),
        select(options=_many(25), max_values=25),
        select("a", "b", min_values=0, required=False, disabled=False),
        people(min_values=0, max_values=25, required=False, disabled=False),
    ],
)
async def test_what_an_input_may_be(bot: Bot, component: dict[str, Any]) -> None:
    used, answer = await _shown(bot, label(component))

    assert answer.status == 200
    assert (await used.outcome()).form is not None


@pytest.mark.parametrize(
    "component",
    [
        radio("a", "b", disabled=False),
        radio("a", "b", unknown=1),
        radio(options=_one(emoji={"name": "x"})),
        group("a", unknown=1),
        group(options=_one(unknown=1)),
        checkbox(required=True),
        checkbox(label="a"),
        people(unknown=1),
        people(default_values=[{"type": "user", "id": "1"}]),
        {"type": 6, "custom_id": "roles", "channel_types": [0]},
        {"type": 7, "custom_id": "all"},
        {"type": 19, "custom_id": "file", "file_types": [".csv"]},
        {"type": 19, "custom_id": "file", "disabled": False},
        {"type": 1, "components": []},
    ],
)
async def test_what_is_not_known_of_an_input(bot: Bot, component: dict[str, Any]) -> None:
    used, answer = await _shown(bot, label(component))
    await used.answer(4, {"content": "a"})

    assert answer.status == 501


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ([label(checkbox()), label(checkbox())], "data"),
        ([label(radio("a", "b", id=3)), label(group("a", id=3))], "data"),
        ([label(checkbox(), id=3), text("a") | {"id": 3}], "data"),
        ([label(checkbox(), "a" * 46)], "data.components.0.label"),
        ([label(checkbox(), description="")], "data.components.0.description"),
    ],
)
async def test_what_is_wrong_with_the_parts_together(
    bot: Bot, parts: list[dict[str, Any]], path: str
) -> None:
    used, answer = await _shown(bot, *parts)
    await used.answer(4, {"content": "a"})

    assert list(answer.problems()) == [path]


@pytest.mark.parametrize("component", [radio("a", "b"), group("a"), checkbox()])
async def test_inputs_of_forms_are_not_for_messages(bot: Bot, component: dict[str, Any]) -> None:
    assert (await bot.send("general", {"content": "a", "components": [row(component)]})).status == 501
