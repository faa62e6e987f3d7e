"""What Discord shows of a server: channels, roles and names from memory; who is in it, by asking."""

from __future__ import annotations

from collections.abc import Collection

import discord

from bot.core.errors import NotNow
from bot.people.service import People
from cogs._directory import DiscordDirectory

_READ = discord.Permissions(view_channel=True, read_message_history=True)
#: What the bot needs for an event; in a voice channel, all of it, and elsewhere the last.
_FOR_EVENTS = ("view_channel", "connect", "create_events")


class DiscordServer:
    """Looks through a client, once there is one; before that it knows nothing."""

    def __init__(self, people: People) -> None:
        """`people`: who has joined, with their roles as last fetched."""
        self._people = people
        self._client: discord.Client | None = None
        self._names: dict[int, dict[int, str]] = {}

    def look_through(self, client: discord.Client) -> None:
        """From now on this client is asked."""
        self._client = client

    async def readers(self, community: int, channel: int) -> int:
        """How many people who joined can read a channel, by their roles as last fetched."""
        found = self._channel(community, channel)
        if found is None:
            return 0
        members = await self._people.members(community)
        return sum(
            can_read(found, member.roles, member.account) for member in members if member.account is not None
        )

    async def all_can_read(self, community: int, channel: int, seen_in: int) -> bool:
        """Whether everyone who sees the channel `seen_in` can read `channel`.

        That is so for one and the same channel, and for one that everybody can read and that shuts nobody
        out; in any doubt it is not.
        """
        found = self._channel(community, channel)
        return found is not None and (channel == seen_in or _is_open_to_all(found))

    def names(self, community: int) -> frozenset[str]:
        """The names of people that Discord shows in this server, as far as they are known."""
        return frozenset(self._names.get(community, {}).values())

    def saw(self, community: int, account: int, name: str) -> None:
        """Remember, in memory only, what somebody is called who acts under her name.

        Of a press that is anonymous nothing is remembered: what others may write would depend on it.
        """
        self._names.setdefault(community, {})[account] = name

    def name_of(self, community: int, account: int) -> str:
        """What somebody is called in this server, as far as it is known; else nothing."""
        return self._names.get(community, {}).get(account, "")

    def forget(self, community: int, account: int) -> None:
        """Forget what somebody is called."""
        self._names.get(community, {}).pop(account, None)

    def name(self, community: int) -> str:
        """What the server is called; empty if it is not known."""
        guild = self._guild(community)
        return "" if guild is None else guild.name

    async def is_in(self, community: int, account: int) -> bool:
        """Whether this account is in that server now. Raises NotNow if Discord cannot be asked."""
        if self._client is None or self._guild(community) is None:
            return False
        return await DiscordDirectory(self._client).roles_of(community, account) is not None

    async def roles_of(self, community: int, account: int) -> frozenset[int] | None:
        """As `DiscordDirectory.roles_of`; her name is remembered. Raises NotNow before there is a client."""
        if self._client is None:
            raise NotNow("not connected")
        return await DiscordDirectory(self._client, self.saw).roles_of(community, account)

    async def find(self, community: int, name: str) -> list[int]:
        """As `DiscordDirectory.find`. Raises NotNow before there is a client."""
        if self._client is None:
            raise NotNow("not connected")
        return await DiscordDirectory(self._client).find(community, name)

    async def give(self, community: int, account: int, role: int) -> None:
        """As `DiscordDirectory.give`. Raises NotNow before there is a client."""
        if self._client is None:
            raise NotNow("not connected")
        await DiscordDirectory(self._client).give(community, account, role)

    def _guild(self, community: int) -> discord.Guild | None:
        return None if self._client is None else self._client.get_guild(community)

    def voice_name(self, community: int, channel: int) -> str:
        """What a voice channel is called; empty if it is not there, or not known now."""
        guild = self._guild(community)
        found = None if guild is None else guild.get_channel(channel)
        return found.name if isinstance(found, discord.VoiceChannel | discord.StageChannel) else ""

    def lacking_for_events(self, community: int, channel: int | None) -> tuple[str, ...]:
        """The permissions that the bot lacks to have an event there (None: elsewhere), by Discord's names."""
        guild = self._guild(community)
        if guild is None or guild.me is None:
            return ()
        if channel is None:
            return () if guild.me.guild_permissions.create_events else ("create_events",)
        found = guild.get_channel(channel)
        held = None if found is None else found.permissions_for(guild.me)
        return () if held is None else tuple(name for name in _FOR_EVENTS if not getattr(held, name))

    def can_post(self, community: int, channel: int) -> bool:
        """Whether a channel is there and the bot may write in it; True where nobody can tell."""
        guild = self._guild(community)
        if guild is None:
            return True
        found = guild.get_channel(channel)
        if not isinstance(found, discord.TextChannel):
            return False
        may = found.permissions_for(guild.me)
        return may.view_channel and may.send_messages

    def _channel(self, community: int, channel: int) -> discord.TextChannel | None:
        """A channel for text. Threads and voice channels count as none: who can read them is less certain."""
        guild = self._guild(community)
        found = None if guild is None else guild.get_channel(channel)
        return found if isinstance(found, discord.TextChannel) else None


def can_read(channel: discord.TextChannel, roles: Collection[int], account: int) -> bool:
    """Whether somebody with these roles can read a channel and its history, as Discord computes it."""
    guild = channel.guild
    held = [role for role in guild.roles if role.id in roles or role.is_default()]
    allowed = 0
    for role in held:
        allowed |= role.permissions.value
    if discord.Permissions(allowed).administrator or account == guild.owner_id:
        return True
    ids = {role.id for role in held if not role.is_default()}
    for those in ({guild.default_role.id}, ids, {account}):
        pairs = [pair.pair() for target, pair in channel.overwrites.items() if target.id in those]
        for _, deny in pairs:
            allowed &= ~deny.value
        for allow, _ in pairs:
            allowed |= allow.value
    return allowed & _READ.value == _READ.value


def _is_open_to_all(channel: discord.TextChannel) -> bool:
    denied = any(pair.pair()[1].value & _READ.value for pair in channel.overwrites.values())
    return not denied and can_read(channel, (), 0)
