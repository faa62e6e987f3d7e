"""The servers that a community can be set up on, and a crowd."""

from __future__ import annotations

import discord
import pytest

from rehearsal import Rehearsal
from rehearsal.cast import crowd
from rehearsal.world.model import ChannelKind
from rehearsal.world.permissions import Permission, in_guild
from rehearsal.world.roles import height
from tests.conformance.checker import ConformanceObserver
from tests.conformance.document import needs_document
from tests.rehearsal.clients import connected

_SETTING_UP = Permission.MANAGE_CHANNELS | Permission.MANAGE_ROLES | Permission.CREATE_EVENTS
_BOT = "Equal Footing"


def _held(rehearsal: Rehearsal, user_id: int) -> int:
    return in_guild(rehearsal.world.guild, rehearsal.world.guild.members[user_id])


def test_an_empty_server() -> None:
    rehearsal = Rehearsal(server="empty")
    guild = rehearsal.world.guild

    assert [each.name for each in guild.channels.values()] == ["general"]
    assert {each.name for each in guild.roles.values()} == {"@everyone", _BOT}
    assert [each.name for each in rehearsal.people] == [each.name for each in Rehearsal().people]
    assert not any(guild.members[each.user_id].role_ids for each in rehearsal.people)
    assert guild.owner_id == rehearsal.person("Ruth").user_id
    assert _held(rehearsal, rehearsal.application_id) & _SETTING_UP == _SETTING_UP


def test_a_server_with_a_past() -> None:
    rehearsal = Rehearsal(server="odd")
    world = rehearsal.world
    names = [each.name for each in world.guild.channels.values()]
    category = world.channel_named("Main STUFF")

    assert names.count("general") == 2
    assert category.kind is ChannelKind.CATEGORY
    assert world.channel_named("💬-chat-💬").parent_id == category.id
    assert "questions" not in rehearsal.person("Amina").channels()
    assert [each.name for each in world.guild.roles.values()].count("Clinicians") == 2
    assert height(world.role_named("ADMIN")) > height(world.role_named(_BOT))


def test_a_crowd_is_the_same_each_time() -> None:
    first, second = Rehearsal(crowd=40), Rehearsal(server="empty", crowd=40)
    ordinary = [each for each in first.people if each.part.side == "crowd"]

    assert len(ordinary) == 40
    assert [each.name for each in first.people] == [each.name for each in second.people]
    assert first.person(ordinary[-1].name).channels() == ["welcome", "general", "questions"]
    assert not {each.name.split()[0] for each in ordinary} & {
        each.name.split()[0] for each in Rehearsal().people
    }


def test_no_two_in_a_crowd_have_one_name() -> None:
    found = crowd.names(250)

    assert len(set(found)) == 250
    assert found[:40] == crowd.names(40)


@pytest.mark.parametrize("below", ["Clinicians", "Patient and public members"])
def test_the_bots_role_can_be_moved_down(below: str) -> None:
    world = Rehearsal().world
    others = [each for each in world.roles.from_the_top() if each.name != _BOT]
    world.move_role(_BOT, below=below)
    now = world.roles.from_the_top()

    assert now[[each.name for each in now].index(below) + 1].name == _BOT
    assert [each for each in now if each.name != _BOT] == others
    assert len({each.position for each in now}) == len(now)


@needs_document
async def test_discord_py_on_a_server_with_a_past(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Rehearsal(server="odd", crowd=40) as rehearsal:
        observer = ConformanceObserver()
        rehearsal.observers.append(observer)
        rehearsal.world.application.commands_synced = True
        client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
        async with connected(rehearsal, monkeypatch, client):
            await client.wait_until_ready()
            (category,) = client.guilds[0].categories
            inside = [each.name for each in category.channels]
            made = await category.create_text_channel("Plans", topic="What comes next")
            with pytest.raises(discord.Forbidden):
                await client.guilds[0].me.add_roles(discord.Object(rehearsal.world.role_named("ADMIN").id))

    assert inside == ["general", "💬-chat-💬", "Meeting ROOM"]
    assert (made.name, made.topic, made.category_id) == ("plans", "What comes next", category.id)
    assert client.guilds[0].member_count == len(rehearsal.people) + 1
    assert observer.violations == []
