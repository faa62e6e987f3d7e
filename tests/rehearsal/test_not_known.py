"""What is not modelled is refused in every body, and never ignored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from rehearsal import Rehearsal
from tests.rehearsal.raw import EPHEMERAL, V2, Answer, Api, Bot, button, field, form, row, text

_LOADING = 1 << 7
_SILENT = 1 << 12
_NO_EMBEDS = 1 << 2
Way = Callable[[Bot, dict[str, Any]], Awaitable[Answer]]


async def _sent(bot: Bot, body: dict[str, Any]) -> Answer:
    return await bot.send("general", body)


async def _edited(bot: Bot, body: dict[str, Any]) -> Answer:
    message = (await bot.send("general", {"content": "a"})).body
    return await bot.api("PATCH", f"/channels/{message['channel_id']}/messages/{message['id']}", body)


async def _answered(bot: Bot, body: dict[str, Any]) -> Answer:
    interaction = await bot.used("Amina")
    answer = await interaction.answer(4, body)
    await interaction.answer(4, {"content": "a"})
    return answer


async def _deferred(bot: Bot, body: dict[str, Any]) -> Answer:
    interaction = await bot.used("Amina")
    answer = await interaction.answer(5, body)
    await interaction.answer(4, {"content": "a"})
    return answer


async def _updated(bot: Bot, body: dict[str, Any]) -> Answer:
    await bot.send("general", {"content": "Panel", "components": [row(button())]})
    interaction = await bot.pressed("Amina", "Press")
    answer = await interaction.answer(7, body)
    await interaction.answer(6)
    return answer


async def _shown_a_form(bot: Bot, body: dict[str, Any]) -> Answer:
    interaction = await bot.used("Amina")
    answer = await interaction.answer(9, form() | body)
    await interaction.answer(4, {"content": "a"})
    return answer


async def _followed_up(bot: Bot, body: dict[str, Any]) -> Answer:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "a"})
    return await interaction.follow_up(body)


async def _edited_answer(bot: Bot, body: dict[str, Any]) -> Answer:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "a"})
    return await interaction.original("PATCH", body)


async def _edited_follow_up(bot: Bot, body: dict[str, Any]) -> Answer:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "a"})
    more = (await interaction.follow_up({"content": "more"})).body
    path = f"{interaction.webhook}/messages/{more['id']}"
    return await bot.api("PATCH", path, body, token="none")


_CREATING = [_sent, _answered, _followed_up]
_EDITING = [_edited, _updated, _edited_answer, _edited_follow_up]


@pytest.mark.parametrize(
    ("way", "flags", "path"),
    [
        (_sent, EPHEMERAL, "flags"),
        *[(way, flags, "flags") for way in _EDITING if way is not _updated for flags in (EPHEMERAL, _SILENT)],
        (_updated, EPHEMERAL, "data.flags"),
        (_updated, _SILENT, "data.flags"),
        (_deferred, V2, "data.flags"),
        (_deferred, _SILENT, "data.flags"),
    ],
)
async def test_flags_that_cannot_be_set_there(bot: Bot, way: Way, flags: int, path: str) -> None:
    body = {} if way is _deferred else {"content": "b"}

    assert list((await way(bot, {**body, "flags": flags})).problems()) == [path]


@pytest.mark.parametrize("flags", [1, _NO_EMBEDS, _LOADING, EPHEMERAL | 1 << 13, 1 << 14, 1 << 16])
@pytest.mark.parametrize("way", [*_CREATING, *_EDITING, _deferred])
async def test_flags_that_are_not_known(bot: Bot, way: Way, flags: int) -> None:
    body = {} if way is _deferred else {"content": "b"}

    assert (await way(bot, {**body, "flags": flags})).status == 501


@pytest.mark.parametrize("way", [*_CREATING, *_EDITING, _deferred, _shown_a_form])
async def test_a_field_that_is_not_known(bot: Bot, way: Way) -> None:
    body = {} if way in (_deferred, _shown_a_form) else {"content": "b"}

    assert (await way(bot, {**body, "unknown": 1})).status == 501
    assert "b" not in [each.text for each in bot.rehearsal.person("Amina").read("general")]


async def test_a_field_of_a_callback_that_is_not_known(bot: Bot) -> None:
    interaction = await bot.used("Amina")
    path = f"/interactions/{interaction.data['id']}/{interaction.data['token']}/callback"
    body = {"type": 4, "data": {"content": "a"}}

    assert (await bot.api("POST", path, {**body, "unknown": 1})).status == 501
    assert (await bot.api("POST", path, body)).status == 204


async def test_a_field_of_a_chat_that_is_not_known(api: Api, rehearsal: Rehearsal) -> None:
    body = {"recipient_id": str(rehearsal.person("Amina").user_id)}

    assert (await api("POST", "/users/@me/channels", {**body, "unknown": 1})).status == 501
    assert (await api("POST", "/users/@me/channels", body)).status == 200


@pytest.mark.parametrize(
    "component",
    [
        text("a") | {"unknown": 1},
        {"type": 14, "unknown": 1},
        row(button()) | {"unknown": 1},
        row(button(unknown=1)),
        {"type": 17, "components": [text("a")], "unknown": 1},
        {"type": 17, "components": [text("a") | {"unknown": 1}]},
        row({"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a"}], "unknown": 1}),
        row({"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a", "unknown": 1}]}),
        row({"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a", "emoji": {}}]}),
        row({"type": 99}),
        {"type": 2, "style": 1, "custom_id": "a", "label": "a"},
        {"type": 99},
    ],
)
async def test_a_part_of_a_component_that_is_not_known(bot: Bot, component: dict[str, Any]) -> None:
    assert (await bot.send("general", {"flags": V2, "components": [component]})).status == 501


@pytest.mark.parametrize(
    "component",
    [field(unknown=1), field() | {"unknown": 1}, text("a") | {"unknown": 1}, row(button()), {"type": 14}],
)
async def test_a_part_of_a_form_that_is_not_known(bot: Bot, component: dict[str, Any]) -> None:
    assert (await _shown_a_form(bot, {"components": [component]})).status == 501


@pytest.mark.parametrize(
    "body",
    [
        [{"name": "ask", "description": "a", "unknown": 1}],
        [
            {
                "name": "ask",
                "description": "a",
                "options": [{"type": 3, "name": "o", "description": "a", "unknown": 1}],
            }
        ],
        [{"name": "ask", "description": "a", "name_localizations": {"de": "frage"}}],
    ],
)
async def test_a_part_of_a_command_that_is_not_known(bot: Bot, body: list[dict[str, Any]]) -> None:
    path = f"/applications/{bot.rehearsal.application_id}/commands"

    assert (await bot.api("PUT", path, body)).status == 501


async def test_an_allowed_mention_that_is_not_known(bot: Bot) -> None:
    body = {"content": "a", "allowed_mentions": {"parse": [], "unknown": 1}}

    assert (await bot.send("general", body)).status == 501


@pytest.mark.parametrize(
    "more",
    [
        {"tts": True},
        {"embeds": [{"title": "a"}]},
        {"attachments": [{"id": 0, "title": "a"}]},
        {"attachments": [{"id": 0, "is_spoiler": True}]},
        {"attachments": [{"id": 0, "waveform": "a"}]},
        {"sticker_ids": ["1"]},
        {"poll": {"question": {"text": "a"}}},
    ],
)
@pytest.mark.parametrize("way", [*_CREATING, *_EDITING])
async def test_what_else_a_message_could_have(bot: Bot, way: Way, more: dict[str, Any]) -> None:
    assert (await way(bot, {"content": "b", **more})).status == 501


@pytest.mark.parametrize("way", [*_CREATING, *_EDITING])
async def test_what_a_message_has_not(bot: Bot, way: Way) -> None:
    answer = await way(bot, {"content": "b", "tts": False, "embeds": [], "attachments": []})

    assert answer.status == 200


@pytest.mark.parametrize("flags", [0, None])
async def test_the_new_components_cannot_be_given_up(bot: Bot, flags: int | None) -> None:
    message = (await bot.send("general", {"flags": V2, "components": [text("a")]})).body
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    kept = await bot.api("PATCH", path, {"flags": flags, "components": [text("b")]})
    plain = await bot.api("PATCH", path, {"flags": flags, "content": "c", "components": []})
    both = await bot.api("PATCH", path, {"flags": flags, "content": "c"})

    assert (kept.status, kept.body["flags"]) == (200, V2)
    assert list(plain.problems()) == ["content"]
    assert list(both.problems()) == ["content"]
