"""What a person sees, what her client lets her do, and what she is told."""

from __future__ import annotations

import asyncio

import pytest

from rehearsal import CannotSee, CannotSend, CannotUse, Rehearsal
from tests.rehearsal.raw import EPHEMERAL, Bot, button, row

_ALL = ["welcome", "general", "questions", "facilitators", "patients-and-public"]


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("Amina", {"facilitators"}),
        ("Tom", {"facilitators", "patients-and-public"}),
        ("Leila", {"patients-and-public"}),
        ("Ruth", set()),
    ],
)
async def test_who_sees_which_channel(rehearsal: Rehearsal, name: str, hidden: set[str]) -> None:
    assert rehearsal.person(name).channels() == [each for each in _ALL if each not in hidden]
    for channel in hidden:
        with pytest.raises(CannotSee):
            rehearsal.person(name).read(channel)


async def test_the_cast(rehearsal: Rehearsal) -> None:
    sides = [each.part.side for each in rehearsal.people]

    assert {side: sides.count(side) for side in sides} == {
        "lay": 5,
        "clinical": 6,
        "managerial": 2,
        "commissioning": 1,
        "academic": 1,
        "facilitating": 2,
    }
    assert [each.name for each in rehearsal.people if each.part.supporter] == ["Owen Beckett"]
    with pytest.raises(LookupError):
        rehearsal.person("Nobody")


async def test_a_member_reads_what_she_may(rehearsal: Rehearsal) -> None:
    await rehearsal.person("Amina").say("patients-and-public", "Among us")

    assert [each.text for each in rehearsal.person("Derek").read("patients-and-public")] == ["Among us"]
    with pytest.raises(CannotSend):
        await rehearsal.person("Amina").say("questions", "May I?")
    with pytest.raises(CannotSend):
        await rehearsal.person("Amina").say("general", "a" * 2001)
    with pytest.raises(CannotSend):
        await rehearsal.person("Amina").say("general", " ")
    rehearsal.world.deny("Amina Yusuf", "general", "READ_MESSAGE_HISTORY")
    with pytest.raises(CannotSee):
        rehearsal.person("Amina").read("general")


async def test_somebody_who_left_sees_nothing(rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    rehearsal.world.remove_member("Amina Yusuf")

    assert amina.channels() == []
    with pytest.raises(ValueError, match="stay"):
        rehearsal.world.remove_member("Ruth Calder")


async def test_which_commands_are_offered(bot: Bot, rehearsal: Rehearsal) -> None:
    application = rehearsal.world.application
    body = [
        {"name": "all", "description": "a"},
        {"name": "here", "description": "a", "contexts": [0]},
        {"name": "chat", "description": "a", "contexts": [1]},
        {"name": "managed", "description": "a", "default_member_permissions": "32"},
        {"name": "nobody", "description": "a", "default_member_permissions": 0},
        {"name": "old", "description": "a", "dm_permission": False},
    ]
    await bot.api("PUT", f"/applications/{application.id}/commands", body)
    amina, leila, ruth = (rehearsal.person(name) for name in ("Amina", "Leila", "Ruth"))

    assert amina.commands("general") == ["all", "here", "old"]
    assert leila.commands("general") == ["all", "here", "managed", "old"]
    assert ruth.commands("general") == ["all", "here", "managed", "nobody", "old"]
    assert amina.commands() == ["all", "chat", "managed", "nobody"]
    rehearsal.world.deny("@everyone", "general", "USE_APPLICATION_COMMANDS")
    assert amina.commands("general") == []
    with pytest.raises(CannotUse):
        await amina.command("all", channel="general")


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"text": "abc", "more": 1},
        {"text": "a"},
        {"text": "abcdef"},
        {"text": "abc", "number": 0},
        {"text": "abc", "number": 6},
        {"text": "abc", "number": "1"},
        {"text": "abc", "choice": "Neither"},
        {"text": "abc", "truth": "yes"},
        {"text": "abc", "member": "Nobody"},
        {"text": "abc", "place": "facilitators"},
        {"text": "abc", "role": "Nobody"},
    ],
)
async def test_options_the_client_does_not_take(
    bot: Bot, rehearsal: Rehearsal, options: dict[str, object]
) -> None:
    limits = {"text": {"min_length": 2, "max_length": 5}, "number": {"min_value": 1, "max_value": 5}}
    choices = {"choice": {"choices": [{"name": "One", "value": 1}, {"name": "Two", "value": 2}]}}
    kinds = {"text": 3, "number": 4, "truth": 5, "member": 6, "place": 7, "role": 8, "choice": 4}
    described = [
        {"name": name, "description": "a", "type": kind, "required": name == "text"}
        | limits.get(name, {})
        | choices.get(name, {})
        for name, kind in kinds.items()
    ]
    await bot.register("try", options=described)

    with pytest.raises(CannotUse):
        await rehearsal.person("Amina").command("try", channel="general", **options)


async def test_buttons_that_are_not_there_or_grey(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    with pytest.raises(CannotSee):
        await amina.press("Press", channel="general")
    await bot.send("general", {"content": "a", "components": [row(button(disabled=True))]})
    with pytest.raises(CannotUse):
        await amina.press("Press", channel="general")


async def test_the_latest_button_is_pressed_unless_a_message_is_named(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    for custom_id in ("old", "new"):
        await bot.send("general", {"content": custom_id, "components": [row(button(custom_id))]})
    first = amina.read("general")[0]

    latest = await bot.begun(asyncio.create_task(amina.press("Press", channel="general")))
    await latest.answer(6)
    named = await bot.begun(asyncio.create_task(amina.press("Press", channel="general", message=first)))
    await named.answer(6)

    assert [each.data["data"]["custom_id"] for each in (latest, named)] == ["new", "old"]


async def test_choosing(bot: Bot, rehearsal: Rehearsal) -> None:
    options = [{"label": "Yes", "value": "y"}, {"label": "No", "value": "n"}]
    await bot.send("general", {"components": [row({"type": 3, "custom_id": "s", "options": options})]})
    amina = rehearsal.person("Amina")

    chosen = await bot.begun(asyncio.create_task(amina.choose("No", channel="general")))
    await chosen.answer(4, {"content": "Noted", "flags": EPHEMERAL})

    assert chosen.data["data"]["values"] == ["n"]
    with pytest.raises(CannotUse):
        await amina.choose("Yes", "No", channel="general")
    with pytest.raises(CannotSee):
        await amina.choose("Perhaps", channel="general")


async def test_nothing_happens_without_a_bot(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.send("general", {"content": "a", "components": [row(button())]})
    dropping = asyncio.create_task(rehearsal.drop_gateway())
    await bot.socket.closed_with()
    await dropping
    await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)

    used = await rehearsal.person("Amina").command("ask", channel="general")
    pressed = await rehearsal.person("Amina").press("Press", channel="general")

    assert used.failed == "The application did not respond"
    assert pressed.failed == "This interaction failed"


async def test_a_bot_that_goes_away_meanwhile(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    dropping = asyncio.create_task(rehearsal.drop_gateway())
    await bot.socket.closed_with()
    await dropping

    assert (await interaction.outcome()).failed == "The application did not respond"


async def test_a_command_in_the_chat_with_the_bot(bot: Bot, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina", channel=None)
    await interaction.answer(4, {"content": "Hello"})

    assert interaction.data["context"] == 1
    assert interaction.data["user"]["global_name"] == "Amina Yusuf"
    assert "member" not in interaction.data
    assert [each.text for each in rehearsal.person("Amina").read_direct()] == ["Hello"]
    assert rehearsal.person("Derek").read_direct() == []


async def test_only_ones_own_notes_can_be_dismissed(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.send("general", {"content": "For all"})
    amina = rehearsal.person("Amina")

    with pytest.raises(CannotUse):
        amina.dismiss(amina.read("general")[0])
