"""Who is in the community, with which roles, and channels that people make and delete."""

from __future__ import annotations

import pytest

from rehearsal import CannotSee, CannotSend, CannotUse, Rehearsal
from rehearsal.world.management import MAX_CHANNEL_NAME
from tests.rehearsal.raw import Api, Bot, Socket, button, form, row

MEMBERS = 1 << 1


def _member(rehearsal: Rehearsal, name: str) -> str:
    return f"/guilds/{rehearsal.community_id}/members/{rehearsal.person(name).user_id}"


async def test_a_member_who_leaves_and_comes_back(bot: Bot, rehearsal: Rehearsal) -> None:
    path = _member(rehearsal, "Leila")
    before = await bot.api("GET", path)
    rehearsal.person("Leila").leave()
    between = await bot.api("GET", path)
    rehearsal.person("Leila").rejoin()
    after = await bot.api("GET", path)

    assert before.body["roles"] == [str(rehearsal.world.role_named("Facilitators").id)]
    assert between.refusal == (404, 10007)
    assert after.body["roles"] == []
    assert after.body["joined_at"] > before.body["joined_at"]


async def test_who_left_sees_and_presses_nothing(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    await bot.send("general", {"content": "Panel", "components": [row(button())]})
    pressed = await bot.pressed("Amina", "Press")
    await pressed.answer(9, form())
    opened = (await pressed.outcome()).form
    assert opened is not None
    amina.leave()

    assert amina.channels() == []
    with pytest.raises(CannotSee):
        amina.read("general")
    with pytest.raises(CannotSee):
        await amina.press("Press", channel="general")
    with pytest.raises(CannotSee):
        await opened.submit({"Question": "Is anybody there?"})
    assert "INTERACTION_CREATE" not in await bot.socket.heard()
    amina.rejoin()
    assert [each.text for each in amina.read("general")] == ["Panel"]


async def test_who_cannot_leave_or_join(rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    with pytest.raises(CannotUse):
        rehearsal.person("Ruth").leave()
    with pytest.raises(ValueError, match="is a member"):
        amina.rejoin()
    amina.leave()
    for doing in (amina.leave, lambda: amina.gains("Academics"), lambda: amina.create_channel("den")):
        with pytest.raises(CannotSee):
            doing()
    assert rehearsal.person("Ruth").in_community
    assert not amina.in_community


async def test_roles_come_and_go(bot: Bot, rehearsal: Rehearsal) -> None:
    amina, path = rehearsal.person("Amina"), _member(rehearsal, "Amina")
    role = str(rehearsal.world.role_named("Facilitators").id)
    amina.gains("Facilitators")
    seen, held = amina.channels(), (await bot.api("GET", path)).body["roles"]
    amina.loses("Facilitators")

    assert "facilitators" in seen
    assert role in held
    assert "facilitators" not in amina.channels()
    assert role not in (await bot.api("GET", path)).body["roles"]
    with pytest.raises(LookupError):
        amina.gains("Magicians")


@pytest.mark.parametrize(
    ("intents", "heard"),
    [
        (1 << 0, []),
        (MEMBERS, ["GUILD_MEMBER_UPDATE"] * 2 + ["GUILD_MEMBER_REMOVE", "GUILD_MEMBER_ADD"]),
    ],
)
async def test_which_intent_hears_of_members(
    socket: Socket, rehearsal: Rehearsal, intents: int, heard: list[str]
) -> None:
    rehearsal.world.application.privileged_intents = MEMBERS
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    await socket.heard()
    amina = rehearsal.person("Amina")
    amina.gains("Academics")
    amina.loses("Academics")
    amina.leave()
    amina.rejoin()

    assert await socket.heard() == heard


async def test_a_channel_is_deleted_and_made_again(bot: Bot, rehearsal: Rehearsal) -> None:
    leila, old = rehearsal.person("Leila"), bot.channel("questions")
    leila.delete_channel("questions")
    gone = await bot.socket.event("CHANNEL_DELETE")
    refused = await bot.api("POST", f"/channels/{old}/messages", {"content": "a"})
    leila.create_channel("Questions")
    made = await bot.socket.event("CHANNEL_CREATE")
    sent = await bot.send("questions", {"content": "Here again"})

    assert (gone["id"], gone["name"]) == (str(old), "questions")
    assert refused.refusal == (404, 10003)
    assert made["id"] != gone["id"]
    assert made["name"] == "questions"
    assert made["guild_id"] == str(rehearsal.community_id)
    assert made["permission_overwrites"] == []
    assert sent.body["channel_id"] == made["id"]
    assert [each.text for each in rehearsal.person("Amina").read("questions")] == ["Here again"]
    channels = await bot.api("GET", f"/guilds/{rehearsal.community_id}/channels")
    assert [each["id"] for each in channels.body if each["name"] == "questions"] == [made["id"]]


@pytest.mark.parametrize(("intents", "heard"), [(1 << 0, ["CHANNEL_DELETE", "CHANNEL_CREATE"]), (1 << 9, [])])
async def test_which_intent_hears_of_channels(
    socket: Socket, rehearsal: Rehearsal, intents: int, heard: list[str]
) -> None:
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    await socket.heard()
    rehearsal.person("Leila").delete_channel("welcome")
    rehearsal.person("Leila").create_channel("welcome")

    assert await socket.heard() == heard


async def test_who_may_not_make_or_delete_channels(rehearsal: Rehearsal) -> None:
    amina, leila = rehearsal.person("Amina"), rehearsal.person("Leila")
    with pytest.raises(CannotUse):
        amina.delete_channel("general")
    with pytest.raises(CannotUse):
        amina.create_channel("den")
    with pytest.raises(CannotSee):
        amina.delete_channel("facilitators")
    for name in ("", "  ", "x" * (MAX_CHANNEL_NAME + 1)):
        with pytest.raises(CannotSend):
            leila.create_channel(name)

    leila.create_channel("x" * MAX_CHANNEL_NAME)
    names = [each.name for each in rehearsal.world.guild.channels.values()]
    assert names == [*names[:6], "x" * MAX_CHANNEL_NAME]
    assert "den" not in names


async def test_an_account_that_never_was(api: Api, rehearsal: Rehearsal) -> None:
    assert (await api("GET", f"/guilds/{rehearsal.community_id}/members/1")).refusal == (404, 10013)
    assert (await api("GET", f"/guilds/1/members/{rehearsal.application_id}")).refusal == (404, 10004)
