"""Permission bits and Discord's way of adding them up.

Base: @everyone and the member's roles; owner and ADMINISTRATOR have everything. Then, in a channel,
the overwrites of @everyone, of the roles together, and of the member. Who cannot view a channel can do
nothing in it; who cannot send there can neither mention everyone nor attach nor embed; who cannot enter a
voice room can do nothing with it.
"""

from __future__ import annotations

from enum import IntFlag

from rehearsal.world.model import Channel, ChannelKind, Guild, Member, Overwrite


class Permission(IntFlag):
    """The bits that the rehearsal or its cast speaks of, by Discord's names."""

    KICK_MEMBERS = 1 << 1
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    MOVE_MEMBERS = 1 << 24
    CHANGE_NICKNAME = 1 << 26
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    CREATE_EVENTS = 1 << 44


EVERYTHING = (1 << 54) - 1 & ~((1 << 47) | (1 << 48))
IN_DIRECT_MESSAGES = int(
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.ADD_REACTIONS
    | Permission.USE_APPLICATION_COMMANDS
)
_NEEDS_SENDING = int(
    Permission.MENTION_EVERYONE
    | Permission.SEND_TTS_MESSAGES
    | Permission.ATTACH_FILES
    | Permission.EMBED_LINKS
)

_NEEDS_CONNECTING = int(
    Permission.SPEAK | Permission.MOVE_MEMBERS | Permission.MANAGE_CHANNELS | Permission.MANAGE_ROLES
)


def named(names: list[str]) -> int:
    """The bits of these names. Raises KeyError for a name that is not in `Permission`."""
    bits = 0
    for name in names:
        bits |= Permission[name]
    return bits


def in_guild(guild: Guild, member: Member) -> int:
    """What the member may do in the community, before any channel is looked at."""
    if member.user.id == guild.owner_id:
        return EVERYTHING
    bits = guild.roles[guild.id].permissions
    for role_id in member.role_ids:
        bits |= guild.roles[role_id].permissions
    return EVERYTHING if bits & Permission.ADMINISTRATOR else bits


def in_channel(guild: Guild, member: Member, channel: Channel) -> int:
    """What the member may do in the channel."""
    bits = in_guild(guild, member)
    if bits == EVERYTHING:
        return bits
    bits = _apply(bits, [channel.overwrites.get(guild.id)])
    bits = _apply(bits, [channel.overwrites.get(role_id) for role_id in member.role_ids])
    bits = _apply(bits, [channel.overwrites.get(member.user.id)])
    if not bits & Permission.VIEW_CHANNEL:
        return 0
    if not bits & Permission.SEND_MESSAGES:
        bits &= ~_NEEDS_SENDING
    if channel.kind is ChannelKind.VOICE and not bits & Permission.CONNECT:
        bits &= ~_NEEDS_CONNECTING
    return bits


def _apply(bits: int, overwrites: list[Overwrite | None]) -> int:
    """One layer: everything it denies goes, then everything it allows comes."""
    allow = deny = 0
    for overwrite in overwrites:
        if overwrite is not None:
            allow |= overwrite.allow
            deny |= overwrite.deny
    return bits & ~deny | allow
