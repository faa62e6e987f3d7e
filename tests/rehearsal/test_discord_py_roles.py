"""The real discord.py, unmodified, that makes and gives roles, and hides a channel from all but one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest

from rehearsal import Rehearsal
from tests.rehearsal.clients import connected

pytestmark = pytest.mark.usefixtures("checked")


@pytest.fixture
async def guild(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[discord.Guild]:
    client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
    rehearsal.world.application.commands_synced = True
    async with connected(rehearsal, monkeypatch, client):
        await client.wait_until_ready()
        yield client.guilds[0]


async def test_a_role_from_its_making_to_its_end(rehearsal: Rehearsal, guild: discord.Guild) -> None:
    amina = rehearsal.person("Amina")
    role = await guild.create_role(name="Carers", permissions=discord.Permissions.none(), mentionable=True)
    member = await guild.fetch_member(amina.user_id)
    await member.add_roles(role, reason="She asked for it")
    given = [each.name for each in (await guild.fetch_member(amina.user_id)).roles]
    await role.edit(name="Family and carers", permissions=discord.Permissions(view_channel=True))
    edited = await guild.fetch_role(role.id)
    await member.remove_roles(role)
    taken = [each.name for each in (await guild.fetch_member(amina.user_id)).roles]
    await role.delete()

    assert "Carers" in given
    assert (edited.name, edited.permissions.view_channel) == ("Family and carers", True)
    assert "Family and carers" not in taken
    assert role.id not in [each.id for each in await guild.fetch_roles()]


async def test_a_channel_is_hidden_from_all_but_one(rehearsal: Rehearsal, guild: discord.Guild) -> None:
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    channel = discord.utils.get(guild.text_channels, name="general")
    assert channel is not None
    for each in (guild.me, await guild.fetch_member(amina.user_id)):
        await channel.set_permissions(each, view_channel=True)
    await channel.set_permissions(guild.default_role, view_channel=False)
    seen = ["general" in each.channels() for each in (amina, tom)]
    await channel.set_permissions(guild.default_role, overwrite=None)

    assert seen == [True, False]
    assert "general" in tom.channels()


async def test_a_role_that_is_too_high(rehearsal: Rehearsal, guild: discord.Guild) -> None:
    rehearsal.world.role_named("Equal Footing").position = 1
    role = discord.utils.get(guild.roles, name="Managers")
    assert role is not None
    member = await guild.fetch_member(rehearsal.person("Amina").user_id)

    with pytest.raises(discord.Forbidden) as refused:
        await member.add_roles(role)
    assert refused.value.code == 50013


async def test_members_are_found_by_the_beginning_of_a_name(guild: discord.Guild) -> None:
    where = discord.http.Route("GET", "/guilds/{guild_id}/members/search", guild_id=guild.id)
    found = await guild._state.http.request(where, params={"query": "amina", "limit": 5})

    assert [each["user"]["global_name"] for each in found] == ["Amina Yusuf"]
