"""The real discord.py, unmodified, makes rooms, moves people between them and sees who is where."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import discord
import pytest

from rehearsal import Rehearsal
from tests.rehearsal.clients import point_at

pytestmark = pytest.mark.usefixtures("checked")

MEETING = "meeting room"
ROLE = "Equal Footing"
Change = tuple[str, str | None, str | None]


class _Bot(discord.Client):
    """Keeps what it heard of voice: who, from where, to where."""

    def __init__(self, *, voice_states: bool = True) -> None:
        super().__init__(intents=discord.Intents(guilds=True, voice_states=voice_states))
        self.changes: asyncio.Queue[Change] = asyncio.Queue()
        self.gone: asyncio.Queue[str] = asyncio.Queue()
        self.arrived = asyncio.Event()

    @property
    def guild(self) -> discord.Guild:
        return self.guilds[0]

    def room(self, name: str) -> discord.VoiceChannel:
        return next(each for each in self.guild.voice_channels if each.name == name)

    def inside(self) -> dict[str, list[str]]:
        rooms = self.guild.voice_channels
        return {room.name: sorted(member.display_name for member in room.members) for room in rooms}

    async def on_guild_available(self, _guild: discord.Guild) -> None:
        self.arrived.set()

    async def on_voice_state_update(
        self, member: discord.Member, before: discord.VoiceState, after: discord.VoiceState
    ) -> None:
        places = (each.channel.name if each.channel else None for each in (before, after))
        await self.changes.put((member.display_name, *places))  # type: ignore[arg-type]

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self.gone.put(channel.name)

    async def heard(self) -> Change:
        return await asyncio.wait_for(self.changes.get(), 5)


async def _started(bot: _Bot, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> asyncio.Task[None]:
    point_at(rehearsal, monkeypatch)
    running = asyncio.create_task(bot.start(rehearsal.token))
    await asyncio.wait_for(bot.arrived.wait(), 5)
    return running


@pytest.fixture
async def bot(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[_Bot]:
    rehearsal.world.grant(ROLE, "MANAGE_CHANNELS", "MANAGE_ROLES", "MOVE_MEMBERS")
    rehearsal.person("Owen").enter(MEETING)
    bot = _Bot()
    running = await _started(bot, rehearsal, monkeypatch)
    yield bot
    await bot.close()
    await running


async def test_people_are_split_and_brought_back(rehearsal: Rehearsal, bot: _Bot) -> None:
    amina, owen = rehearsal.person("Amina"), rehearsal.person("Owen")
    assert bot.inside() == {MEETING: ["Owen Beckett"]}
    amina.enter(MEETING)
    assert await bot.heard() == ("Amina Yusuf", None, MEETING)

    room = await bot.guild.create_voice_channel(
        "Room 1",
        user_limit=1,
        overwrites={bot.guild.default_role: discord.PermissionOverwrite(speak=True)},
        reason="Breakout for ten minutes, “together”",
    )
    for member in list(bot.room(MEETING).members):
        await member.move_to(room, reason="Breakout")
    assert {await bot.heard(), await bot.heard()} == {
        ("Owen Beckett", MEETING, "Room 1"),
        ("Amina Yusuf", MEETING, "Room 1"),
    }
    assert bot.inside() == {MEETING: [], "Room 1": ["Amina Yusuf", "Owen Beckett"]}
    assert (amina.room, owen.room) == ("Room 1", "Room 1")
    assert bot.room("Room 1").user_limit == 1

    await bot.room("Room 1").members[0].move_to(None)
    assert (await bot.heard())[1:] == ("Room 1", None)
    left = bot.room("Room 1").members[0]
    await left.move_to(bot.room(MEETING))
    assert await bot.heard() == (left.display_name, "Room 1", MEETING)
    assert rehearsal.person("Tom").rooms() == {MEETING: [left.display_name], "Room 1": []}


async def test_a_room_is_deleted_with_people_inside(rehearsal: Rehearsal, bot: _Bot) -> None:
    await bot.room(MEETING).delete(reason="Over")

    assert await bot.heard() == ("Owen Beckett", MEETING, None)
    assert await asyncio.wait_for(bot.gone.get(), 5) == MEETING
    assert bot.inside() == {}
    assert rehearsal.person("Owen").room is None


async def test_a_room_is_changed(rehearsal: Rehearsal, bot: _Bot) -> None:
    tom, leila = rehearsal.person("Tom"), rehearsal.person("Leila")
    facilitators = discord.utils.get(bot.guild.roles, name="Facilitators")
    assert facilitators is not None
    seen = discord.PermissionOverwrite(view_channel=True, connect=True)
    changed = await bot.room(MEETING).edit(
        name="Facilitators' room",
        user_limit=2,
        overwrites={
            bot.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            facilitators: seen,
            bot.guild.me: seen,
        },
    )

    assert changed is not None
    assert changed.user_limit == 2
    assert tom.rooms() == {}
    assert leila.rooms() == {"Facilitators' room": ["Owen Beckett"]}
    assert rehearsal.person("Owen").room == "Facilitators' room"


async def test_a_text_channel_for_a_room(rehearsal: Rehearsal, bot: _Bot) -> None:
    me = discord.PermissionOverwrite(view_channel=True)
    everyone = discord.PermissionOverwrite(view_channel=False)
    made = await bot.guild.create_text_channel(
        "Notes", overwrites={bot.guild.default_role: everyone, bot.guild.me: me}
    )
    await made.send("Written here")

    assert "notes" not in rehearsal.person("Amina").channels()
    assert [each.text for each in rehearsal.person("Ruth").read("notes")] == ["Written here"]
    fetched = {channel.name: channel.type for channel in await bot.guild.fetch_channels()}
    assert (fetched["notes"], fetched[MEETING]) == (discord.ChannelType.text, discord.ChannelType.voice)


async def _make(bot: _Bot) -> None:
    await bot.guild.create_voice_channel("Room 1")


async def _rename(bot: _Bot) -> None:
    await bot.room(MEETING).edit(name="Other")


async def _overwrite(bot: _Bot) -> None:
    await bot.room(MEETING).edit(overwrites={bot.guild.default_role: discord.PermissionOverwrite(speak=True)})


async def _delete(bot: _Bot) -> None:
    await bot.room(MEETING).delete()


async def _put_out(bot: _Bot) -> None:
    await bot.room(MEETING).members[0].move_to(None)


@pytest.mark.parametrize(
    ("right", "doing"),
    [
        ("MANAGE_CHANNELS", _make),
        ("MANAGE_CHANNELS", _rename),
        ("MANAGE_CHANNELS", _delete),
        ("MANAGE_ROLES", _overwrite),
        ("MOVE_MEMBERS", _put_out),
    ],
)
async def test_each_right_is_needed(
    rehearsal: Rehearsal, bot: _Bot, right: str, doing: Callable[[_Bot], Awaitable[None]]
) -> None:
    rehearsal.world.revoke(ROLE, right)

    with pytest.raises(discord.Forbidden) as refusal:
        await doing(bot)
    assert refusal.value.code == 50013
    assert rehearsal.person("Amina").rooms() == {MEETING: ["Owen Beckett"]}


async def test_who_has_left_cannot_be_moved(rehearsal: Rehearsal, bot: _Bot) -> None:
    member = bot.room(MEETING).members[0]
    rehearsal.person("Owen").leave_voice()

    with pytest.raises(discord.HTTPException) as refusal:
        await member.move_to(bot.room(MEETING))
    assert (refusal.value.status, refusal.value.code) == (400, 40032)


async def test_what_was_missed_is_told_after_a_break(rehearsal: Rehearsal, bot: _Bot) -> None:
    await rehearsal.drop_connection()
    assert await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)
    rehearsal.person("Amina").enter(MEETING)
    rehearsal.person("Owen").leave_voice()

    assert [await bot.heard(), await bot.heard()] == [
        ("Amina Yusuf", None, MEETING),
        ("Owen Beckett", MEETING, None),
    ]


async def test_without_the_intent_nothing_is_seen(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal.person("Owen").enter(MEETING)
    bot = _Bot(voice_states=False)
    running = await _started(bot, rehearsal, monkeypatch)
    made = asyncio.create_task(bot.wait_for("guild_channel_create"))
    rehearsal.person("Amina").enter(MEETING)
    rehearsal.person("Leila").create_channel("after")
    await asyncio.wait_for(made, 5)

    assert bot.inside() == {MEETING: []}
    assert bot.changes.empty()
    await bot.close()
    await running
