"""Lengths and ranges: at the limit it is taken, one beyond it is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rehearsal.raw import V2, Bot, button, row, text

_LINK = "https://e.org/"


def _link(length: int) -> dict[str, Any]:
    url = _LINK + "a" * (length - len(_LINK))
    return row({"type": 2, "style": 5, "label": "Open", "url": url})


def _select(count: int = 1, **more: Any) -> dict[str, Any]:
    options = [{"label": f"Option {number}", "value": str(number)} for number in range(count)]
    return row({"type": 3, "custom_id": "s", "options": options, **more})


def _option(**more: Any) -> dict[str, Any]:
    return _select(options=[{"label": "a", "value": "a", **more}])


def _box(**more: Any) -> dict[str, Any]:
    return {"type": 17, "components": [text("a")], **more}


def _line(spacing: int) -> dict[str, Any]:
    return _box(components=[text("a"), {"type": 14, "spacing": spacing}])


_INSIDE = "components.0.components.0"


@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        (text("a") | {"id": 2**31 - 1}, text("a") | {"id": 2**31}, "components.0.id"),
        (text("a") | {"id": 0}, text("a") | {"id": -1}, "components.0.id"),
        (row(button(id=2**31 - 1)), row(button(id=2**31)), f"{_INSIDE}.id"),
        (_link(512), _link(513), f"{_INSIDE}.url"),
        (row(button("a" * 100)), row(button("a" * 101)), f"{_INSIDE}.custom_id"),
        (row(button(label="a" * 80)), row(button(label="a" * 81)), f"{_INSIDE}.label"),
        (_option(label="a" * 100), _option(label="a" * 101), f"{_INSIDE}.options.0.label"),
        (_option(label="a"), _option(label=""), f"{_INSIDE}.options.0.label"),
        (_option(value="a" * 100), _option(value="a" * 101), f"{_INSIDE}.options.0.value"),
        (_option(value="a"), _option(value=""), f"{_INSIDE}.options.0.value"),
        (_option(description="a" * 100), _option(description="a" * 101), f"{_INSIDE}.options.0.description"),
        (_select(25), _select(26), f"{_INSIDE}.options"),
        (_select(1), _select(0), f"{_INSIDE}.options"),
        (_select(custom_id="a" * 100), _select(custom_id="a" * 101), f"{_INSIDE}.custom_id"),
        (_select(placeholder="a" * 150), _select(placeholder="a" * 151), f"{_INSIDE}.placeholder"),
        (_select(min_values=0), _select(min_values=-1), f"{_INSIDE}.min_values"),
        (
            _select(25, min_values=25, max_values=25),
            _select(25, min_values=26, max_values=25),
            f"{_INSIDE}.min_values",
        ),
        (_select(max_values=1), _select(max_values=0), f"{_INSIDE}.max_values"),
        (_select(25, max_values=25), _select(25, max_values=26), f"{_INSIDE}.max_values"),
        (
            _select(3, min_values=2, max_values=2),
            _select(3, min_values=3, max_values=2),
            _INSIDE,
        ),
        (_select(3, max_values=3), _select(3, max_values=4), _INSIDE),
        (_line(1), _line(0), "components.0.components.1.spacing"),
        (_line(2), _line(3), "components.0.components.1.spacing"),
        (_box(accent_color=0), _box(accent_color=-1), "components.0.accent_color"),
        (_box(accent_color=0xFFFFFF), _box(accent_color=0x1000000), "components.0.accent_color"),
        (text("a" * 4000), text("a" * 4001), "components.0.content"),
    ],
)
async def test_the_limits_of_a_component(
    bot: Bot, right: dict[str, Any], wrong: dict[str, Any], path: str
) -> None:
    taken = await bot.send("general", {"flags": V2, "components": [right]})
    refused = await bot.send("general", {"flags": V2, "components": [wrong]})

    assert taken.status == 200
    assert list(refused.problems()) == [path]


def _choice(name: str = "a", value: str | int = "a", kind: int = 3) -> dict[str, Any]:
    return {"type": kind, "choices": [{"name": name, "value": value}]}


def _choices(count: int) -> dict[str, Any]:
    return {"type": 3, "choices": [{"name": f"n{number}", "value": f"v{number}"} for number in range(count)]}


@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        (_choice("a" * 100), _choice("a" * 101), "choices.0.name"),
        (_choice("a"), _choice(""), "choices.0.name"),
        (_choice(value="a" * 100), _choice(value="a" * 101), "choices.0.value"),
        (_choices(25), _choices(26), "choices"),
        ({"min_length": 0}, {"min_length": -1}, "min_length"),
        ({"min_length": 6000}, {"min_length": 6001}, "min_length"),
        ({"max_length": 1}, {"max_length": 0}, "max_length"),
        ({"max_length": 6000}, {"max_length": 6001}, "max_length"),
        ({"description": "a" * 100}, {"description": "a" * 101}, "description"),
        ({"name": "a" * 32}, {"name": "a" * 33}, "name"),
    ],
)
async def test_the_limits_of_an_option(
    bot: Bot, right: dict[str, Any], wrong: dict[str, Any], path: str
) -> None:
    async def synced(more: dict[str, Any]) -> Any:
        option = {"type": 3, "name": "o", "description": "a", **more}
        body = [{"name": "ask", "description": "a", "options": [option]}]
        return await bot.api("PUT", f"/applications/{bot.rehearsal.application_id}/commands", body)

    taken, refused = await synced(right), await synced(wrong)

    assert taken.status == 200
    assert all(each.startswith(f"0.options.0.{path}") for each in refused.problems())


@pytest.mark.parametrize("length", [2000, 2001])
async def test_the_limit_of_a_text(bot: Bot, length: int) -> None:
    answer = await bot.send("general", {"content": "a" * length})

    assert answer.status == (200 if length == 2000 else 400)


@pytest.mark.parametrize("length", [25, 26])
async def test_the_limit_of_a_nonce(bot: Bot, length: int) -> None:
    answer = await bot.send("general", {"content": "a", "nonce": "1" * length})

    assert answer.status == (200 if length == 25 else 400)
