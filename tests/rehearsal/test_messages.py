"""Sending, changing, deleting and reading messages, as strict as Discord."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rehearsal import Rehearsal
from tests.rehearsal.raw import EPHEMERAL, V2, Bot, button, row, text


async def test_a_message_is_sent_told_and_shown(bot: Bot, rehearsal: Rehearsal) -> None:
    sent = await bot.send("general", {"content": "Hello", "tts": False, "nonce": "n1"})
    told = await bot.socket.event("MESSAGE_CREATE")

    assert sent.status == 200
    assert told["id"] == sent.body["id"]
    assert told["nonce"] == "n1"
    assert told["guild_id"] == str(rehearsal.community_id)
    shown = rehearsal.person("Amina").read("general")
    assert [(each.author, each.text, each.used_by) for each in shown] == [("Equal Footing", "Hello", None)]
    fetched = await bot.api("GET", f"/channels/{bot.channel('general')}/messages/{sent.body['id']}")
    assert "nonce" not in fetched.body


async def test_components_get_ids_and_are_given_back(bot: Bot) -> None:
    box = {"type": 17, "components": [text("In a box"), {"type": 14}, row(button())]}
    sent = (await bot.send("general", {"flags": V2, "components": [text("Hi"), box]})).body

    assert sent["flags"] == V2
    assert [part["id"] for part in sent["components"]] == [1, 2]
    assert sent["components"][1]["accent_color"] is None
    assert sent["components"][1]["components"][2]["components"][0]["custom_id"] == "a"


_MANY = [row(*[button(f"{r}-{n}") for n in range(5)]) for r in range(7)]
_NO_OPTIONS = {"type": 3, "custom_id": "s", "options": []}


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ({"content": "a" * 2001}, ["content"]),
        ({"content": "a", "flags": V2}, ["content"]),
        ({"content": "a", "components": [text("b")]}, ["components.0.type"]),
        ({"content": "a", "components": [row(button(str(n))) for n in range(6)]}, ["components"]),
        (
            {"flags": V2, "components": _MANY},
            ["components"],
        ),
        ({"flags": V2, "components": [text("a" * 4001)]}, ["components.0.content"]),
        ({"flags": V2, "components": [text("a" * 2000), text("b" * 2001)]}, ["components"]),
        ({"flags": V2, "components": [text("")]}, ["components.0.content"]),
        ({"components": [row()]}, ["components.0.components"]),
        ({"components": [row(*[button(str(n)) for n in range(6)])]}, ["components.0.components"]),
        ({"components": [row(button("a" * 101))]}, ["components.0.components.0.custom_id"]),
        ({"components": [row(button(""))]}, ["components.0.components.0.custom_id"]),
        ({"components": [row(button(label="a" * 81))]}, ["components.0.components.0.label"]),
        ({"components": [row(button(style=5))]}, ["components.0.components.0"]),
        ({"components": [row(button(url="https://example.org"))]}, ["components.0.components.0"]),
        ({"components": [row({"type": 2, "style": 1, "label": "a"})]}, ["components.0.components.0"]),
        ({"components": [row({"type": 2, "style": 1, "custom_id": "a"})]}, ["components.0.components.0"]),
        ({"components": [row(button("a"), button("a"))]}, ["components"]),
        ({"components": [row(button("a", id=7), button("b", id=7))]}, ["components"]),
        (
            {"components": [row(_NO_OPTIONS)]},
            ["components.0.components.0.options"],
        ),
        ({"components": [{"components": []}]}, ["components.0"]),
        ({"content": "a", "nonce": "n" * 26}, ["nonce"]),
        ({"content": "a", "flags": EPHEMERAL}, ["flags"]),
        ({"content": "a", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, ["allowed_mentions"]),
        ({"content": "a", "allowed_mentions": {"parse": ["all"]}}, ["allowed_mentions.parse.0"]),
    ],
)
async def test_what_is_wrong_with_a_message(bot: Bot, body: dict[str, Any], paths: list[str]) -> None:
    answer = await bot.send("general", body)

    assert list(answer.problems()) == paths
    assert bot.rehearsal.person("Amina").read("general") == []


@pytest.mark.parametrize("count", [40, 41])
async def test_forty_components_nested_ones_too(bot: Bot, count: int) -> None:
    components = [{"type": 17, "components": [text("a")] * (count - 1)}]

    answer = await bot.send("general", {"flags": V2, "components": components})

    assert answer.status == (200 if count <= 40 else 400)


async def test_selects(bot: Bot) -> None:
    def select(**more: Any) -> dict[str, Any]:
        options = [{"label": "Yes", "value": "y"}, {"label": "No", "value": "n"}]
        return {"type": 3, "custom_id": "s", "options": options, "disabled": False, "required": True, **more}

    right = await bot.send("general", {"content": "?", "components": [row(select())]})
    twice = await bot.send(
        "general", {"components": [row(select(options=[{"label": "a", "value": "a"}] * 2))]}
    )
    wide = await bot.send("general", {"components": [row(select(), button())]})
    too_many = await bot.send("general", {"components": [row(select(max_values=3))]})

    assert right.status == 200
    assert [list(each.problems().values()) for each in (twice, wide, too_many)] == [
        [["SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"]],
        [["COMPONENT_LAYOUT_WIDTH_EXCEEDED"]],
        [["SELECT_COMPONENT_INVALID"]],
    ]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"content": " "},
        {"content": None, "components": []},
        {"flags": V2, "components": []},
    ],
)
async def test_an_empty_message(bot: Bot, body: dict[str, Any]) -> None:
    assert (await bot.send("general", body)).refusal == (400, 50006)


@pytest.mark.parametrize(
    "body",
    [
        {"content": "a", "embeds": [{"title": "b"}]},
        {"content": "a", "poll": {"question": {}}},
        {"content": "a", "message_reference": {"message_id": "1"}},
        {"content": "a", "tts": True},
        {"content": "a", "flags": 1 << 13},
        {"content": "a", "shared_client_theme": {}},
        {"components": [row(button(emoji={"name": "x"}))]},
        {"components": [row({"type": 19, "custom_id": "f"})]},
        {"components": [row({"type": 7, "custom_id": "m"})]},
    ],
)
async def test_what_is_not_modelled_is_refused(bot: Bot, body: dict[str, Any]) -> None:
    answer = await bot.send("general", body)

    assert answer.status == 501
    assert "POST /channels/" in answer.body["message"]


@pytest.mark.parametrize(
    ("missing", "refusal"), [("VIEW_CHANNEL", (403, 50001)), ("SEND_MESSAGES", (403, 50013))]
)
async def test_sending_needs_permissions(
    bot: Bot, rehearsal: Rehearsal, missing: str, refusal: tuple[int, int]
) -> None:
    rehearsal.world.deny("Equal Footing", "general", missing)
    assert (await bot.send("general", {"content": "a"})).refusal == refusal

    rehearsal.world.clear("Equal Footing", "general", missing)
    assert (await bot.send("general", {"content": "a"})).status == 200
    assert await bot.socket.event("CHANNEL_UPDATE")


async def test_reading_needs_history(bot: Bot, rehearsal: Rehearsal) -> None:
    sent = (await bot.send("general", {"content": "a"})).body
    rehearsal.world.deny("Equal Footing", "general", "READ_MESSAGE_HISTORY")
    path = f"/channels/{bot.channel('general')}/messages"

    assert (await bot.api("GET", path)).body == []
    assert (await bot.api("GET", f"{path}/{sent['id']}")).refusal == (403, 50013)


async def test_the_same_nonce_makes_one_message(bot: Bot, rehearsal: Rehearsal) -> None:
    body = {"content": "Once", "nonce": "delivery-1", "enforce_nonce": True}
    first = await bot.send("general", body)
    await rehearsal.advance(timedelta(minutes=2, seconds=59))
    second = await bot.send("questions", body)
    told = await bot.socket.heard()
    await rehearsal.advance(timedelta(seconds=1))
    third = await bot.send("general", body)

    assert second.body["id"] == first.body["id"]
    assert told.count("MESSAGE_CREATE") == 1
    assert third.body["id"] != first.body["id"]
    assert len(rehearsal.person("Amina").read("general")) == 2
    assert rehearsal.person("Amina").read("questions") == []


async def test_a_nonce_that_is_not_enforced_makes_two(bot: Bot) -> None:
    body = {"content": "Twice", "nonce": 7}

    assert (await bot.send("general", body)).body["id"] != (await bot.send("general", body)).body["id"]


async def test_a_nonce_of_a_deleted_message(bot: Bot) -> None:
    body = {"content": "Gone", "nonce": "n", "enforce_nonce": True}
    sent = (await bot.send("general", body)).body
    await bot.api("DELETE", f"/channels/{bot.channel('general')}/messages/{sent['id']}")

    assert (await bot.send("general", body)).refusal == (404, 10008)


async def test_editing(bot: Bot, rehearsal: Rehearsal) -> None:
    sent = (await bot.send("general", {"content": "a"})).body
    path = f"/channels/{bot.channel('general')}/messages/{sent['id']}"

    edited = await bot.api("PATCH", path, {"content": "b"})
    emptied = await bot.api("PATCH", path, {"content": None})
    mixed = await bot.api("PATCH", path, {"flags": V2, "components": [text("c")]})
    turned = await bot.api("PATCH", path, {"flags": V2, "content": None, "components": [text("c")]})
    back = await bot.api("PATCH", path, {"content": "d", "components": []})

    assert edited.body["edited_timestamp"] is not None
    assert emptied.refusal == (400, 50006)
    assert list(mixed.problems()) == ["content"]
    assert turned.body["flags"] == V2
    assert back.status == 400
    shown = rehearsal.person("Amina").read("general")[0]
    assert (shown.text, shown.edited) == ("c", True)
    assert (await bot.socket.heard()).count("MESSAGE_UPDATE") == 2


async def test_another_persons_message(bot: Bot, rehearsal: Rehearsal) -> None:
    said = await rehearsal.person("Amina").say("general", "Mine")
    path = f"/channels/{bot.channel('general')}/messages/{said.id}"

    assert (await bot.api("PATCH", path, {"content": "b"})).refusal == (403, 50005)
    assert (await bot.api("DELETE", path)).refusal == (403, 50013)
    rehearsal.world.grant("Equal Footing", "MANAGE_MESSAGES")
    assert (await bot.api("DELETE", path)).status == 204
    assert rehearsal.person("Amina").read("general") == []
    assert (await bot.socket.heard())[-2:] == ["GUILD_ROLE_UPDATE", "MESSAGE_DELETE"]


async def test_the_text_of_others_is_hidden_unless_the_bot_is_meant(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    await amina.say("general", "Between us")
    await amina.say("general", f"<@{rehearsal.application_id}> hello")
    await amina.say_direct("Hello bot")
    heard = [(await bot.socket.event("MESSAGE_CREATE"))["content"] for _ in range(3)]
    fetched = (await bot.api("GET", f"/channels/{bot.channel('general')}/messages")).body

    assert heard == ["", f"<@{rehearsal.application_id}> hello", "Hello bot"]
    assert [each["content"] for each in fetched] == [heard[1], ""]


async def test_pages_of_history(bot: Bot) -> None:
    ids = [(await bot.send("general", {"content": str(n)})).body["id"] for n in range(6)]
    path = f"/channels/{bot.channel('general')}/messages"

    async def page(query: str) -> list[str]:
        return [each["content"] for each in (await bot.api("GET", f"{path}?{query}")).body]

    assert await page("limit=2") == ["5", "4"]
    assert await page(f"before={ids[2]}&limit=1") == ["1"]
    assert await page(f"after={ids[2]}&limit=2") == ["4", "3"]
    assert await page(f"around={ids[2]}&limit=3") == ["3", "2", "1"]
    both = await bot.api("GET", f"{path}?before={ids[2]}&after={ids[0]}")
    assert both.status == 501


@pytest.mark.parametrize(
    ("content", "allowed", "rung"),
    [
        ("<@{amina}>", None, {"Amina Yusuf"}),
        ("<@!{amina}>", {"parse": []}, set()),
        ("<@{amina}> <@{tom}>", {"users": ["{tom}"]}, {"Tom Ashworth"}),
        ("<@&{facilitators}>", None, {"Leila Haddad", "Owen Beckett"}),
        ("<@&{facilitators}>", {"parse": ["users"]}, set()),
        ("<@&{facilitators}>", {"roles": ["{facilitators}"]}, {"Leila Haddad", "Owen Beckett"}),
        ("@everyone", {"parse": ["users"]}, set()),
    ],
)
async def test_who_is_rung(
    bot: Bot, rehearsal: Rehearsal, content: str, allowed: dict[str, Any] | None, rung: set[str]
) -> None:
    world = rehearsal.world
    world.grant("Equal Footing", "MENTION_EVERYONE")
    names = {
        "amina": rehearsal.person("Amina").user_id,
        "tom": rehearsal.person("Tom").user_id,
        "facilitators": world.role_named("Facilitators").id,
    }
    filled = {key: [each.format(**names) for each in value] for key, value in (allowed or {}).items()}
    body = {"flags": V2, "components": [text(content.format(**names))]}
    await bot.send("general", body | ({"allowed_mentions": filled} if allowed is not None else {}))

    assert {each.name for each in rehearsal.people if each.read("general")[0].rings_me} == rung


async def test_everyone_and_roles_need_the_permission(bot: Bot, rehearsal: Rehearsal) -> None:
    role = rehearsal.world.role_named("Facilitators").id
    await bot.send("general", {"content": f"@everyone <@&{role}>"})
    assert not any(each.read("general")[0].rings_me for each in rehearsal.people)

    rehearsal.world.grant("Equal Footing", "MENTION_EVERYONE")
    await bot.send("general", {"content": "@everyone"})
    assert all(each.read("general")[1].rings_me for each in rehearsal.people)

    await bot.send("general", {"content": "@everyone", "flags": 1 << 12})
    assert not any(each.read("general")[2].rings_me for each in rehearsal.people)


async def test_closed_direct_messages_and_no_common_community(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    chat = (await bot.api("POST", "/users/@me/channels", {"recipient_id": amina.user_id})).body["id"]
    path = f"/channels/{chat}/messages"

    assert (await bot.api("POST", path, {"content": "Hello"})).status == 200
    amina.close_direct_messages()
    assert (await bot.api("POST", path, {"content": "Hello"})).refusal == (403, 50007)
    amina.open_direct_messages()
    assert (await bot.api("POST", path, {"content": "Hello"})).status == 200
    rehearsal.world.remove_member("Amina Yusuf")
    assert (await bot.api("POST", path, {"content": "Hello"})).refusal == (403, 50278)
    assert len(amina.read_direct()) == 2


async def test_a_deleted_channel(bot: Bot, rehearsal: Rehearsal) -> None:
    channel = bot.channel("general")
    rehearsal.world.delete_channel("general")

    assert (await bot.socket.event("CHANNEL_DELETE"))["id"] == str(channel)
    assert (await bot.api("POST", f"/channels/{channel}/messages", {"content": "a"})).refusal == (404, 10003)
