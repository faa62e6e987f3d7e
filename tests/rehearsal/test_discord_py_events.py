"""The real discord.py, unmodified, with scheduled events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from rehearsal import Rehearsal
from rehearsal.world.changes import Changes
from tests.rehearsal.clients import point_at
from tests.rehearsal.scheduled import BOT_ROLE, END, START, made_by, voice_channel

pytestmark = pytest.mark.usefixtures("checked")
EXTERNAL, ONLY_HERE = discord.EntityType.external, discord.PrivacyLevel.guild_only


class _Client(discord.Client):
    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True, guild_scheduled_events=True))
        self.heard: list[tuple[str, str]] = []
        self.changed = Changes()

    def hear(self, what: str, name: str) -> None:
        self.heard.append((what, name))
        self.changed.notify()

    async def setup_hook(self) -> None:
        await discord.app_commands.CommandTree(self).sync()

    async def on_scheduled_event_create(self, event: discord.ScheduledEvent) -> None:
        self.hear("create", event.name)

    async def on_scheduled_event_update(
        self, before: discord.ScheduledEvent, after: discord.ScheduledEvent
    ) -> None:
        self.hear(f"{before.status.name} {after.status.name}", after.name)

    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        self.hear("delete", event.name)


@pytest.fixture
async def client(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[_Client]:
    point_at(rehearsal, monkeypatch)
    rehearsal.world.grant(BOT_ROLE, "CREATE_EVENTS")
    made_by(rehearsal, "Leila")
    client = _Client()
    running = asyncio.create_task(client.start(rehearsal.token))
    await rehearsal.bot_ready(timeout=10, clock=False)
    await client.wait_until_ready()
    yield client
    await client.close()
    await running


def _guild(client: discord.Client, rehearsal: Rehearsal) -> discord.Guild:
    guild = client.get_guild(rehearsal.community_id)
    assert guild is not None
    return guild


async def _made(guild: discord.Guild, **more: Any) -> discord.ScheduledEvent:
    said: dict[str, Any] = {
        "name": "Spring meeting",
        "description": "Tea at four",
        "start_time": START,
        "end_time": END,
        "location": "The old library",
        "entity_type": EXTERNAL,
        "privacy_level": ONLY_HERE,
        "reason": "asked for by a member",
        **more,
    }
    made: discord.ScheduledEvent = await guild.create_scheduled_event(**said)
    return made


async def _heard(client: _Client, count: int) -> list[tuple[str, str]]:
    assert await client.changed.until(lambda: len(client.heard) >= count, 5)
    return client.heard


async def test_from_its_making_to_its_end(client: _Client, rehearsal: Rehearsal) -> None:
    guild, amina = _guild(client, rehearsal), rehearsal.person("Amina")
    assert [each.name for each in guild.scheduled_events] == ["Walk"]

    made = await _made(guild)
    assert made.creator is not None
    assert made.creator.id == rehearsal.application_id
    shown = amina.events()[-1]
    assert (shown.id, shown.name, shown.about) == (made.id, "Spring meeting", "Tea at four")
    assert (shown.start, shown.end, shown.place) == (START, END, "The old library")

    await made.edit(location="The garden", description="Cake at four", reason="rain is over")
    assert [(each.place, each.about) for each in amina.events()][-1] == ("The garden", "Cake at four")
    running = await (await guild.fetch_scheduled_event(made.id)).start(reason="everybody is here")
    assert amina.events()[-1].under_way
    await running.end(reason="we are done")
    assert [each.name for each in amina.events()] == ["Walk"]
    assert await _heard(client, 4) == [
        ("create", "Spring meeting"),
        ("scheduled scheduled", "Spring meeting"),
        ("scheduled active", "Spring meeting"),
        ("active completed", "Spring meeting"),
    ]


async def test_who_is_interested(client: _Client, rehearsal: Rehearsal) -> None:
    guild = _guild(client, rehearsal)
    made = await _made(guild)
    for name in ("Tom", "Amina"):
        rehearsal.person(name).interested(made.id)
    counted = {each.name: each.user_count for each in await guild.fetch_scheduled_events()}
    fetched = await guild.fetch_scheduled_event(made.id)

    assert counted == {"Walk": 0, "Spring meeting": 2}
    names = {each.display_name async for each in fetched.users(limit=None)}
    assert names == {"Amina Yusuf", "Tom Ashworth"}
    assert [each.display_name async for each in made.users(after=discord.Object(0))] != []
    assert not [each async for each in made.users(limit=1, before=discord.Object(1))]


async def test_cancelled_and_deleted(client: _Client, rehearsal: Rehearsal) -> None:
    guild = _guild(client, rehearsal)
    first, second = await _made(guild, name="First"), await _made(guild, name="Second")

    assert (await first.cancel(reason="too few")).status is discord.EventStatus.cancelled
    await second.delete(reason="twice by mistake")
    assert [each.name for each in rehearsal.person("Amina").events()] == ["Walk"]
    with pytest.raises(discord.NotFound) as unknown:
        await guild.fetch_scheduled_event(second.id)
    assert unknown.value.code == 10070
    with pytest.raises(discord.HTTPException) as finished:
        await first.edit(name="Third")
    assert (finished.value.status, finished.value.code) == (400, 180000)
    assert await _heard(client, 4) == [
        ("create", "First"),
        ("create", "Second"),
        ("scheduled canceled", "First"),
        ("delete", "Second"),
    ]


async def test_a_client_hears_of_what_happens_by_itself(client: _Client, rehearsal: Rehearsal) -> None:
    await rehearsal.move_to(START)
    assert await _heard(client, 1) == [("scheduled active", "Walk")]
    await rehearsal.move_to(END)
    assert await _heard(client, 2) == [("scheduled active", "Walk"), ("active completed", "Walk")]


async def test_an_event_of_somebody_else(client: _Client, rehearsal: Rehearsal) -> None:
    walk = _guild(client, rehearsal).scheduled_events[0]
    for asked in (walk.delete(), walk.edit(name="Run"), walk.start()):
        with pytest.raises(discord.Forbidden) as forbidden:
            await asked
        assert forbidden.value.code == 50013

    rehearsal.world.grant(BOT_ROLE, "MANAGE_EVENTS")
    assert (await walk.edit(name="Run")).name == "Run"
    assert [each.name for each in rehearsal.person("Amina").events()] == ["Run"]


async def test_a_bot_without_the_right(client: _Client, rehearsal: Rehearsal) -> None:
    rehearsal.world.revoke(BOT_ROLE, "CREATE_EVENTS")
    with pytest.raises(discord.Forbidden) as forbidden:
        await _made(_guild(client, rehearsal))

    assert forbidden.value.code == 50013
    assert [each.name for each in rehearsal.person("Amina").events()] == ["Walk"]


async def test_an_event_in_a_voice_channel(client: _Client, rehearsal: Rehearsal) -> None:
    guild, room = _guild(client, rehearsal), voice_channel(rehearsal)
    voice: dict[str, Any] = {"channel": discord.Object(room.id), "entity_type": discord.EntityType.voice}
    made = await _made(guild, **voice, location=discord.utils.MISSING)
    assert rehearsal.person("Amina").events()[-1].place == "meeting-room"

    outside = await made.edit(location="The garden", end_time=END, entity_type=EXTERNAL)
    assert rehearsal.person("Amina").events()[-1].place == "The garden"
    inside = await outside.edit(**voice)
    assert (inside.channel_id, inside.location) == (room.id, None)
    with pytest.raises(discord.HTTPException) as wrong:
        await made.edit(channel=guild.text_channels[0], entity_type=discord.EntityType.voice)
    assert (wrong.value.status, wrong.value.code) == (400, 50024)
