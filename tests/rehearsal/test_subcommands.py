"""Commands under another's name, one level deep."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import CannotUse, Rehearsal
from tests.rehearsal.raw import Answer, Bot


def _option(name: str = "place", kind: int = 3, **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "An option", "type": kind, **more}


def _below(name: str = "list", *options: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "Below", "type": 1, "options": list(options), **more}


async def _registered(bot: Bot, *below: dict[str, Any], **more: Any) -> Answer:
    body = {"name": "questions", "description": "Questions", "options": list(below), **more}
    return await bot.api("PUT", f"/applications/{bot.rehearsal.application_id}/commands", [body])


async def test_a_subcommand_with_its_options(bot: Bot, rehearsal: Rehearsal) -> None:
    shown = _below("show", _option("who", 6, required=True), _option("why"))
    answer = await _registered(bot, _below(), shown)
    leila = rehearsal.person("Leila")
    using = leila.command("questions show", channel="facilitators", who="Tom Ashworth", why="To help")
    used = await bot.begun(asyncio.create_task(using))
    await used.answer(4, {"content": "a"})
    tom = str(rehearsal.person("Tom").user_id)

    assert [each["type"] for each in answer.body[0]["options"]] == [1, 1]
    assert [each["name"] for each in answer.body[0]["options"][1]["options"]] == ["who", "why"]
    assert (used.data["data"]["name"], used.data["data"]["id"]) == ("questions", answer.body[0]["id"])
    assert used.data["data"]["options"] == [
        {
            "name": "show",
            "type": 1,
            "options": [
                {"name": "who", "type": 6, "value": tom},
                {"name": "why", "type": 3, "value": "To help"},
            ],
        }
    ]
    assert list(used.data["data"]["resolved"]["members"]) == [tom]


async def test_a_subcommand_without_options(bot: Bot) -> None:
    await _registered(bot, _below())
    used = await bot.used("Amina", "questions list")
    await used.answer(4, {"content": "a"})

    assert used.data["data"]["options"] == [{"name": "list", "type": 1, "options": []}]
    assert "resolved" not in used.data["data"]


async def test_which_subcommands_are_offered(bot: Bot, rehearsal: Rehearsal) -> None:
    """The rights are the whole command's."""
    await _registered(bot, _below("list"), _below("show"), default_member_permissions="32")
    amina, leila = rehearsal.person("Amina"), rehearsal.person("Leila")

    assert leila.commands("general") == ["questions list", "questions show"]
    assert amina.commands("general") == []
    for person, name in [
        (amina, "questions list"),
        (leila, "questions"),
        (leila, "list"),
        (leila, "questions hide"),
        (leila, "questions list all"),
    ]:
        with pytest.raises(CannotUse):
            await person.command(name, channel="general")


async def test_a_command_without_subcommands_has_none(bot: Bot, rehearsal: Rehearsal) -> None:
    with pytest.raises(CannotUse):
        await rehearsal.person("Amina").command("ask list", channel="general")


@pytest.mark.parametrize("options", [{}, {"text": "a", "more": 1}, {"text": ""}, {"text": 5}])
async def test_options_that_the_client_does_not_take(
    bot: Bot, rehearsal: Rehearsal, options: dict[str, object]
) -> None:
    await _registered(bot, _below("list", _option("text", required=True)))

    with pytest.raises(CannotUse):
        await rehearsal.person("Amina").command("questions list", channel="general", **options)


def _wide(number: int) -> list[dict[str, Any]]:
    return [_option(f"o{each}", description="a" * 100) for each in range(number)]


@pytest.mark.parametrize(
    ("below", "path"),
    [
        ([_below("")], "0.options.0.name"),
        ([_below("List")], "0.options.0.name"),
        ([_below("a" * 33)], "0.options.0.name"),
        ([_below(description="")], "0.options.0.description"),
        ([_below(description="a" * 101)], "0.options.0.description"),
        ([_below("a"), _below("a")], "0"),
        ([_below(), _option()], "0"),
        ([_below(f"c{number}") for number in range(26)], "0.options"),
        ([_below("list", _option("No"))], "0.options.0.options.0.name"),
        ([_below("list", _option(), _option())], "0.options.0"),
        ([_below("list", _option("a"), _option("b", required=True))], "0.options.0"),
        ([_below("list", *[_option(f"o{number}") for number in range(26)])], "0.options.0.options"),
        ([_below("list", _option(min_value=1))], "0.options.0.options.0"),
        ([_below(f"c{number}", *_wide(25)) for number in range(4)], "0"),
    ],
)
async def test_what_is_wrong_with_a_subcommand(bot: Bot, below: list[dict[str, Any]], path: str) -> None:
    assert list((await _registered(bot, *below)).problems()) == [path]


async def test_how_large_a_command_may_be(bot: Bot) -> None:
    """8,000 characters of names, descriptions and values in all."""
    choices = [{"name": f"{each:02}".ljust(100, "a"), "value": "v" * 98} for each in range(20)]
    options = [_option(f"o{each}", description="a", choices=choices) for each in range(2)]
    used = len("questions") + len("Questions") + 2 * len("o0a") + 2 * 20 * 198

    just = await _registered(bot, *options, _option("p", description="a" * (7999 - used)))
    beyond = await _registered(bot, *options, _option("p", description="a" * (8000 - used)))

    assert just.status == 200
    assert list(beyond.problems()) == ["0"]


@pytest.mark.parametrize(
    "below",
    [
        _below(unknown=1),
        _below(required=True),
        _below("list", _option(unknown=1)),
        _below("list", _below("deeper")),
        _below("list", _option(kind=2)),
        _below(name_localizations={"de": "liste"}),
        {"name": "group", "description": "a", "type": 2, "options": [_below()]},
    ],
)
async def test_what_is_not_known_of_a_subcommand(bot: Bot, below: dict[str, Any]) -> None:
    assert (await _registered(bot, below)).status == 501
