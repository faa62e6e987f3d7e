"""The life of an interaction, from its first three seconds to its last quarter of an hour."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from rehearsal import CannotSend, CannotUse, Rehearsal
from rehearsal.world.interactions import SECONDS_TO_ANSWER
from tests.rehearsal.raw import EPHEMERAL, V2, Bot, Interaction, button, field, form, row, text


async def test_what_the_bot_hears_of_a_command(bot: Bot, rehearsal: Rehearsal) -> None:
    options = [
        {"name": "place", "description": "Where", "type": 7, "channel_types": [0], "required": True},
        {"name": "role", "description": "Who", "type": 8},
        {"name": "who", "description": "Who", "type": 6},
        {"name": "many", "description": "How many", "type": 4, "min_value": 1, "max_value": 5},
        {"name": "sure", "description": "Sure", "type": 5},
        {"name": "why", "description": "Why", "type": 3, "choices": [{"name": "Because", "value": "b"}]},
    ]
    await bot.register("panel", options=options)
    leila = rehearsal.person("Leila")
    using = asyncio.create_task(
        leila.command(
            "panel",
            channel="general",
            place="questions",
            role="Clinicians",
            who="Tom Ashworth",
            many=3,
            sure=True,
            why="Because",
        )
    )
    interaction = await bot.begun(using)
    await interaction.answer(4, {"content": "Done"})
    data = interaction.data

    assert [each["value"] for each in data["data"]["options"]][3:] == [3, True, "b"]
    assert {key: len(value) for key, value in data["data"]["resolved"].items()} == {
        "channels": 1,
        "roles": 1,
        "users": 1,
        "members": 1,
    }
    place = next(iter(data["data"]["resolved"]["channels"].values()))
    assert int(place["permissions"]) & (1 << 10)
    assert int(data["member"]["permissions"]) & (1 << 5)
    assert not int(data["app_permissions"]) & (1 << 5)
    assert (data["context"], data["locale"], data["guild_id"]) == (0, "en-GB", str(rehearsal.community_id))
    assert (await interaction.outcome()).message is not None


async def test_a_public_answer_names_who_asked(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    answer = await interaction.answer(4, {"content": "Here"})
    told = await bot.socket.event("MESSAGE_CREATE")

    metadata = answer.body["resource"]["message"]["interaction_metadata"]
    assert metadata["user"]["global_name"] == "Amina Yusuf"
    assert told["interaction_metadata"] == metadata
    assert answer.body["interaction"]["response_message_id"] == told["id"]
    assert rehearsal.person("Derek").read("general")[0].used_by == "Amina Yusuf"


async def test_an_ephemeral_answer_is_for_one(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "Psst", "flags": EPHEMERAL})
    told = await bot.socket.event("MESSAGE_CREATE")
    amina = rehearsal.person("Amina")
    outcome = await interaction.outcome()

    assert "guild_id" not in told
    assert told["interaction_metadata"]["user"]["id"] == str(amina.user_id)
    assert outcome.message is not None
    assert outcome.message.only_you
    assert outcome.message.used_by is None
    assert rehearsal.person("Derek").read("general") == []
    path = f"/channels/{bot.channel('general')}/messages"
    assert (await bot.api("GET", path)).body == []
    assert (await bot.api("GET", f"{path}/{told['id']}")).refusal == (404, 10008)
    amina.dismiss(outcome.message)
    assert amina.read("general") == []


async def test_without_response_it_is_204(bot: Bot) -> None:
    interaction = await bot.used("Amina")

    assert (await interaction.answer(4, {"content": "a"}, query="")).status == 204


async def test_only_one_answer(bot: Bot) -> None:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "a"})

    assert (await interaction.answer(4, {"content": "b"})).refusal == (400, 40060)


async def test_a_refused_answer_can_be_put_right(bot: Bot) -> None:
    interaction = await bot.used("Amina")

    assert (await interaction.answer(4, {"content": "a" * 2001})).problems() == {
        "data.content": ["BASE_TYPE_MAX_LENGTH"]
    }
    assert (await interaction.answer(4, {"content": "a"})).status == 200


async def test_three_seconds_and_it_is_gone(bot: Bot) -> None:
    interaction = await bot.used("Amina")
    loop = asyncio.get_running_loop()
    started = loop.time()
    outcome = await interaction.outcome()

    assert outcome.failed == "The application did not respond"
    assert loop.time() - started >= SECONDS_TO_ANSWER - 0.2
    assert (await interaction.answer(4, {"content": "late"})).refusal == (404, 10062)
    assert (await interaction.original("GET")).refusal == (404, 10015)


async def test_an_unknown_interaction(bot: Bot) -> None:
    interaction = await bot.used("Amina")
    interaction.data["id"] = "1"

    assert (await interaction.answer(4, {"content": "a"})).refusal == (404, 10062)


async def test_a_deferred_answer_is_filled_once_by_an_edit(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    deferred = await interaction.answer(5, {"flags": EPHEMERAL})
    filled = await interaction.original("PATCH", {"flags": V2, "components": [text("Ready")]})
    outcome = await interaction.outcome()

    assert deferred.body["interaction"]["response_message_loading"] is True
    assert "resource" not in deferred.body
    assert filled.body["flags"] == EPHEMERAL | V2
    assert outcome.message is not None
    assert (outcome.message.text, outcome.message.only_you, outcome.message.edited) == ("Ready", True, False)
    assert (await interaction.original("GET")).body["id"] == filled.body["id"]
    assert (await interaction.original("DELETE")).status == 204
    assert (await interaction.original("GET")).refusal == (404, 10008)
    assert rehearsal.person("Amina").read("general") == []


async def test_a_follow_up_fills_the_deferred_answer(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    await interaction.answer(5)
    filled = await interaction.follow_up({"content": "Public", "flags": EPHEMERAL})
    original = await interaction.original("GET")
    second = await interaction.follow_up({"content": "Private", "flags": EPHEMERAL})
    changed = await bot.api(
        "PATCH", f"{interaction.webhook}/messages/{second.body['id']}", {"content": "Still"}, token="none"
    )
    gone = await bot.api("DELETE", f"{interaction.webhook}/messages/{second.body['id']}", token="none")

    assert filled.body["id"] == original.body["id"]
    assert filled.body["flags"] == 0
    assert changed.body["content"] == "Still"
    assert second.body["interaction_metadata"]["original_response_message_id"] == original.body["id"]
    assert gone.status == 204
    assert [each.text for each in rehearsal.person("Derek").read("general")] == ["Public"]


async def test_a_message_of_somebody_else_is_not_this_interactions(bot: Bot) -> None:
    other = (await bot.send("general", {"content": "a"})).body["id"]
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "b"})

    answer = await bot.api("PATCH", f"{interaction.webhook}/messages/{other}", {"content": "c"}, token="none")
    assert answer.refusal == (404, 10008)


async def test_a_token_lives_15_minutes_of_the_worlds_time(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "a"})
    await rehearsal.advance(timedelta(minutes=14, seconds=59))
    in_time = await interaction.original("PATCH", {"content": "b"})
    await rehearsal.advance(timedelta(seconds=1))

    assert in_time.status == 200
    assert (await interaction.original("PATCH", {"content": "c"})).refusal == (401, 50027)
    assert (await interaction.follow_up({"content": "c"})).refusal == (401, 50027)


async def test_wrong_tokens_and_unknown_webhooks(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    path = f"/{interaction.data['token']}/messages/@original"

    assert (await interaction.original("GET")).refusal == (404, 10015)
    assert (await bot.api("GET", f"/webhooks/1{path}")).refusal == (404, 10015)
    assert (await bot.api("GET", f"/webhooks/{rehearsal.application_id}/x/messages/@original")).refusal == (
        401,
        50027,
    )
    await interaction.answer(4, {"content": "a"})


async def _panel(bot: Bot) -> Interaction:
    await bot.send("general", {"flags": V2, "components": [text("Panel"), row(button())]})
    return await bot.pressed("Amina", "Press")


async def test_a_press_updates_its_message(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await _panel(bot)
    components = [text("Pressed"), row(button(disabled=True))]
    answer = await interaction.answer(7, {"components": components})
    outcome = await interaction.outcome()

    assert interaction.data["message"]["components"][0]["content"] == "Panel"
    assert interaction.data["data"] == {"id": 3, "custom_id": "a", "component_type": 2}
    assert answer.body["resource"]["type"] == 7
    assert outcome.message is not None
    assert outcome.message.text == "Pressed"
    assert rehearsal.person("Derek").read("general")[0].buttons[0].disabled


async def test_a_press_may_be_taken_quietly(bot: Bot) -> None:
    interaction = await _panel(bot)
    await interaction.answer(6)
    await interaction.original("PATCH", {"components": [text("Later")]})
    outcome = await interaction.outcome()

    assert outcome.message is not None
    assert outcome.message.text == "Later"


async def test_a_form_and_its_answer(bot: Bot, rehearsal: Rehearsal) -> None:
    pressed = await _panel(bot)
    shown = await pressed.answer(9, form(text("Read me"), field(max_length=20, min_length=3, value="Why")))
    opened = (await pressed.outcome()).form
    assert opened is not None
    assert (opened.title, opened.text) == ("Ask", "Read me")
    assert [(each.label, each.value, each.max_length) for each in opened.fields] == [("Question", "Why", 20)]

    sent = await bot.begun(asyncio.create_task(opened.submit({"Question": "Why so?"})))
    refused = await sent.answer(9, form())
    answer = await sent.answer(4, {"content": "Thank you"})

    assert "response_message_id" not in shown.body["interaction"]
    assert sent.data["data"]["components"][1]["component"]["value"] == "Why so?"
    assert sent.data["message"]["id"] == pressed.data["message"]["id"]
    assert list(refused.problems()) == ["type"]
    metadata = answer.body["resource"]["message"]["interaction_metadata"]
    assert metadata["triggering_interaction_metadata"]["id"] == pressed.data["id"]
    assert (await sent.outcome()).failed is None


async def test_what_the_client_does_not_let_go(bot: Bot) -> None:
    pressed = await _panel(bot)
    await pressed.answer(9, form(field(max_length=5, min_length=2)))
    opened = (await pressed.outcome()).form
    assert opened is not None

    for typed in ({"Question": " "}, {"Question": "a"}, {"Question": "a" * 6}, {"Other": "a"}, {}):
        with pytest.raises(CannotSend):
            await opened.submit(typed)

    tampered = await bot.begun(asyncio.create_task(opened.submit({"Question": "a" * 6}, unchecked=True)))
    await tampered.answer(4, {"content": "Caught"})
    with pytest.raises(CannotUse):
        await opened.submit({"Question": "abc"})


async def test_an_update_that_was_refused_leaves_no_mark(bot: Bot) -> None:
    """A form in its place is no answer that could be fetched, and no panel is overwritten by it."""
    pressed = await _panel(bot)
    assert (await pressed.answer(7, {"content": "a" * 2001})).refusal == (400, 50035)
    assert (await pressed.answer(9, form(field()))).status == 200
    assert (await pressed.original("GET")).refusal == (404, 10008)


async def test_a_deferred_update_takes_no_flags(bot: Bot) -> None:
    pressed = await _panel(bot)
    assert (await pressed.answer(6, {"flags": 64})).status == 400
    assert (await pressed.answer(6, {"flags": 1 << 20})).status == 501
    assert (await pressed.answer(6)).status == 200


@pytest.mark.parametrize(
    ("modal", "path"),
    [
        (form(title=""), "data.title"),
        (form(title="a" * 46), "data.title"),
        (form(custom_id="a" * 101), "data.custom_id"),
        (form(components=[]), "data.components"),
        (form(*[field(f"q{n}") for n in range(6)]), "data.components"),
        (form(field("a"), field("a")), "data"),
        (form(field(name="a" * 46)), "data.components.0.label"),
        (form(field(description="a" * 101)), "data.components.0.description"),
        (form(field("a" * 101)), "data.components.0.component.custom_id"),
        (form(field(placeholder="a" * 101)), "data.components.0.component.placeholder"),
        (form(field(max_length=4001)), "data.components.0.component.max_length"),
        (form(field(value="a" * 4001)), "data.components.0.component.value"),
        (form(field(min_length=3, max_length=2)), "data.components.0.component"),
        (form(field(label="Old")), "data.components.0.component.label"),
    ],
)
async def test_what_is_wrong_with_a_form(bot: Bot, modal: dict[str, Any], path: str) -> None:
    pressed = await _panel(bot)

    assert list((await pressed.answer(9, modal)).problems()) == [path]
    await pressed.answer(6)


@pytest.mark.parametrize("kind", [1, 10, 12])
async def test_other_answers_are_not_known(bot: Bot, kind: int) -> None:
    interaction = await bot.used("Amina")

    assert (await interaction.answer(kind)).status in (400, 501)
    await interaction.answer(4, {"content": "a"})


@pytest.mark.parametrize("kind", [6, 7])
async def test_a_command_has_no_message_to_update(bot: Bot, kind: int) -> None:
    interaction = await bot.used("Amina")

    assert list((await interaction.answer(kind, {})).problems()) == ["type"]
    await interaction.answer(4, {"content": "a"})


async def test_a_deferred_answer_knows_one_flag(bot: Bot) -> None:
    interaction = await bot.used("Amina")

    assert list((await interaction.answer(5, {"flags": V2})).problems()) == ["data.flags"]
    await interaction.answer(4, {"content": "a"})


async def test_answers_ring_only_users_by_default(bot: Bot, rehearsal: Rehearsal) -> None:
    rehearsal.world.grant("Equal Footing", "MENTION_EVERYONE")
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": f"@everyone <@{rehearsal.person('Tom').user_id}>"})

    assert [each.name for each in rehearsal.people if each.read("general")[0].rings_me] == ["Tom Ashworth"]


async def test_a_channel_that_went_meanwhile(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    await interaction.answer(5)
    rehearsal.world.delete_channel("general")

    assert (await interaction.original("PATCH", {"content": "a"})).refusal == (404, 10008)
    assert (await interaction.follow_up({"content": "a"})).refusal == (404, 10003)
