"""Which happening becomes which gateway event, and which bot connection hears of it."""

from __future__ import annotations

from enum import IntFlag
from typing import Any

from rehearsal.wire import (
    payloads,
    payloads_interactions,
    payloads_messages,
    payloads_rooms,
    payloads_scheduled,
)
from rehearsal.world import happenings as h
from rehearsal.world.model import Channel, ChannelKind, Message
from rehearsal.world.world import World


class Intent(IntFlag):
    """Gateway intents, by Discord's names."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_MODERATION = 1 << 2
    GUILD_EXPRESSIONS = 1 << 3
    GUILD_INTEGRATIONS = 1 << 4
    GUILD_WEBHOOKS = 1 << 5
    GUILD_INVITES = 1 << 6
    GUILD_VOICE_STATES = 1 << 7
    GUILD_PRESENCES = 1 << 8
    GUILD_Messages = 1 << 9
    GUILD_MESSAGE_REACTIONS = 1 << 10
    GUILD_MESSAGE_TYPING = 1 << 11
    DIRECT_Messages = 1 << 12
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    DIRECT_MESSAGE_TYPING = 1 << 14
    MESSAGE_CONTENT = 1 << 15
    GUILD_SCHEDULED_EVENTS = 1 << 16
    AUTO_MODERATION_CONFIGURATION = 1 << 20
    AUTO_MODERATION_EXECUTION = 1 << 21
    GUILD_MESSAGE_POLLS = 1 << 24
    DIRECT_MESSAGE_POLLS = 1 << 25


ALL_INTENTS = sum(Intent)
PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT
_Messages = h.MessageCreated | h.MessageEdited | h.MessageDeleted
_Channels = h.ChannelCreated | h.ChannelChanged | h.ChannelDeleted
_Roles = h.RoleCreated | h.RoleChanged | h.RoleDeleted
_Members = h.MemberAdded | h.MemberChanged | h.MemberRemoved
_ScheduledEvents = (
    h.ScheduledEventCreated | h.ScheduledEventChanged | h.ScheduledEventDeleted | h.InterestChanged
)
_CHANNEL_EVENTS = {
    h.ChannelCreated: "CHANNEL_CREATE",
    h.ChannelChanged: "CHANNEL_UPDATE",
    h.ChannelDeleted: "CHANNEL_DELETE",
}
_SCHEDULED_EVENTS = {
    h.ScheduledEventCreated: "GUILD_SCHEDULED_EVENT_CREATE",
    h.ScheduledEventChanged: "GUILD_SCHEDULED_EVENT_UPDATE",
    h.ScheduledEventDeleted: "GUILD_SCHEDULED_EVENT_DELETE",
}


def shard_of(guild_id: int, count: int) -> int:
    """The shard that hears of a community."""
    return (guild_id >> 22) % count


def concerns(world: World, happening: h.Happening, intents: int, shard: tuple[int, int]) -> bool:
    """Whether a connection with these intents, on this shard, is told."""
    if isinstance(happening, _Messages):
        return _message_concerns(world, happening.message, intents, shard)
    if isinstance(happening, h.InteractionBegun):
        return _on_shard(world.channels[happening.interaction.channel_id], shard)
    if shard_of(world.guild.id, shard[1]) != shard[0]:
        return False
    if isinstance(happening, _Members):
        own = isinstance(happening, h.MemberChanged) and happening.member.user.bot
        return own or bool(intents & Intent.GUILD_MEMBERS)
    if isinstance(happening, _ScheduledEvents):
        seen = world.scheduled.visible(world.application.id, happening.event)
        return seen and bool(intents & Intent.GUILD_SCHEDULED_EVENTS)
    voice = isinstance(happening, h.VoiceStateChanged)
    return bool(intents & (Intent.GUILD_VOICE_STATES if voice else Intent.GUILDS))


def _message_concerns(world: World, message: Message, intents: int, shard: tuple[int, int]) -> bool:
    """An ephemeral message comes under DIRECT_Messages, as Discord documents."""
    channel = world.channels[message.channel_id]
    if not _on_shard(channel, shard):
        return False
    if channel.kind is ChannelKind.DIRECT or message.only_for is not None:
        return bool(intents & Intent.DIRECT_Messages)
    return bool(intents & Intent.GUILD_Messages) and world.sees(world.application.id, channel)


def _on_shard(channel: Channel, shard: tuple[int, int]) -> bool:
    return shard_of(channel.guild_id or 0, shard[1]) == shard[0]


def arriving_guild(world: World, intents: int) -> dict[str, Any]:
    """GUILD_CREATE for a connection with these intents: who is in voice only where that is asked for."""
    arriving = payloads.arriving_guild(world) | payloads_scheduled.arriving(world)
    heard = intents & Intent.GUILD_VOICE_STATES
    return arriving | (payloads_rooms.arriving_rooms(world) if heard else {})


def event(world: World, happening: h.Happening) -> tuple[str, Any]:
    """The event's name and its `d`."""
    match happening:
        case h.InteractionBegun(interaction):
            return "INTERACTION_CREATE", payloads_interactions.interaction(world, interaction)
        case h.MessageCreated() | h.MessageEdited() | h.MessageDeleted():
            return _message_event(world, happening)
        case h.VoiceStateChanged(member, state):
            return "VOICE_STATE_UPDATE", payloads_rooms.voice_state_event(world, member, state)
        case h.InterestChanged(scheduled, user_id, interested):
            name = "GUILD_SCHEDULED_EVENT_USER_ADD" if interested else "GUILD_SCHEDULED_EVENT_USER_REMOVE"
            return name, payloads_scheduled.interest(world, scheduled, user_id)
        case h.ScheduledEventCreated() | h.ScheduledEventChanged() | h.ScheduledEventDeleted():
            name = _SCHEDULED_EVENTS[type(happening)]
            return name, payloads_scheduled.event(world, happening.event)
        case _:
            return _guild_event(world, happening)


def _guild_event(world: World, happening: _Channels | _Members | _Roles) -> tuple[str, Any]:
    if isinstance(happening, _Roles):
        return _role_event(world, happening)
    if isinstance(happening, _Channels):
        return _CHANNEL_EVENTS[type(happening)], payloads.channel(world, happening.channel)
    return _member_event(world, happening)


def _role_event(world: World, happening: _Roles) -> tuple[str, Any]:
    guild_id, role = {"guild_id": str(world.guild.id)}, happening.role
    if isinstance(happening, h.RoleDeleted):
        return "GUILD_ROLE_DELETE", guild_id | {"role_id": str(role.id)}
    made = isinstance(happening, h.RoleCreated)
    return "GUILD_ROLE_CREATE" if made else "GUILD_ROLE_UPDATE", guild_id | {"role": payloads.role(role)}


def _member_event(world: World, happening: _Members) -> tuple[str, Any]:
    guild_id = {"guild_id": str(world.guild.id)}
    match happening:
        case h.MemberAdded(member):
            return "GUILD_MEMBER_ADD", payloads.member(member) | guild_id
        case h.MemberChanged(member):
            return "GUILD_MEMBER_UPDATE", payloads.member(member) | guild_id
        case h.MemberRemoved(user):
            return "GUILD_MEMBER_REMOVE", {"user": payloads.user(user)} | guild_id


def _message_event(world: World, happening: _Messages) -> tuple[str, Any]:
    message = happening.message
    if isinstance(happening, h.MessageCreated):
        nonce = {} if message.nonce is None else {"nonce": message.nonce}
        return "MESSAGE_CREATE", payloads_messages.message_event(world, message) | nonce
    if isinstance(happening, h.MessageEdited):
        return "MESSAGE_UPDATE", payloads_messages.message_event(world, message)
    gone = {"id": str(message.id), "channel_id": str(message.channel_id)}
    guild_id = world.channels[message.channel_id].guild_id
    if guild_id is not None and message.only_for is None:
        gone["guild_id"] = str(guild_id)
    return "MESSAGE_DELETE", gone
