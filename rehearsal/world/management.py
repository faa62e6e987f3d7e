"""Making, changing and deleting channels, with Discord's rules for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearsal.world import errors, happenings
from rehearsal.world import permissions as rights
from rehearsal.world.model import Channel, ChannelKind, Overwrite, OverwriteKind
from rehearsal.world.permissions import Permission

if TYPE_CHECKING:
    from rehearsal.world.world import World

MAX_CHANNELS = 500
MAX_CHANNEL_NAME = 100


@dataclass(frozen=True, slots=True)
class NewChannel:
    """A channel as its maker wants it; without a position it comes below all others of its kind."""

    name: str
    kind: ChannelKind = ChannelKind.TEXT
    overwrites: tuple[Overwrite, ...] = ()
    user_limit: int = 0
    position: int | None = None


@dataclass(frozen=True, slots=True)
class ChannelChange:
    """An edit; None leaves a thing as it is, and overwrites replace all that there were."""

    name: str | None = None
    overwrites: tuple[Overwrite, ...] | None = None
    user_limit: int | None = None
    position: int | None = None


def written_name(name: str, kind: ChannelKind) -> str:
    """A channel's name as Discord keeps it: in a text channel small, and with hyphens for spaces."""
    name = name.strip()
    return name.casefold().replace(" ", "-") if kind is ChannelKind.TEXT else name


@dataclass(slots=True)
class Management:
    """The channels of a world. `create`, `change` and `delete` raise DiscordError as Discord would refuse."""

    world: World

    def create(self, who_id: int, wanted: NewChannel) -> Channel:
        """Makes a channel; needs MANAGE_CHANNELS, and every right that it allows or denies (50013)."""
        held = self._held(who_id)
        if not held & Permission.MANAGE_CHANNELS:
            raise errors.missing_permissions()
        self._refuse_overwrites(wanted.overwrites, held)
        if len(self.world.guild.channels) >= MAX_CHANNELS:
            raise errors.too_many_channels(MAX_CHANNELS)
        return self.add(wanted)

    def add(self, wanted: NewChannel) -> Channel:
        """Makes a channel without asking for permissions."""
        guild = self.world.guild
        position = wanted.position
        if position is None:
            position = max((each.position for each in self.world.listed(wanted.kind)), default=-1) + 1
        channel = Channel(
            self.world.ids.next(),
            wanted.kind,
            written_name(wanted.name, wanted.kind),
            guild.id,
            position,
            user_limit=wanted.user_limit,
            overwrites={each.target_id: each for each in wanted.overwrites},
        )
        guild.channels[channel.id] = self.world.channels[channel.id] = channel
        self.world.tell(happenings.ChannelCreated(channel))
        return channel

    def change(self, who_id: int, channel_id: int, change: ChannelChange) -> Channel:
        """Changes a channel.

        Needs MANAGE_CHANNELS there; for overwrites MANAGE_ROLES there, and in the community every right
        that they allow or deny (50013).
        """
        channel = self._managed(who_id, channel_id)
        if change.user_limit is not None and channel.kind is not ChannelKind.VOICE:
            raise errors.NotKnownError("The rehearsal does not know user_limit in a text channel")
        if change.overwrites is not None:
            if not self.world.permissions(who_id, channel) & Permission.MANAGE_ROLES:
                raise errors.missing_permissions()
            self._refuse_overwrites(change.overwrites, self._held(who_id))
            channel.overwrites = {each.target_id: each for each in change.overwrites}
        if change.name is not None:
            channel.name = written_name(change.name, channel.kind)
        if change.user_limit is not None:
            channel.user_limit = change.user_limit
        if change.position is not None:
            channel.position = change.position
        self.world.tell(happenings.ChannelChanged(channel))
        return channel

    def delete(self, who_id: int, channel_id: int) -> Channel:
        """Deletes a channel with all that is in it; needs MANAGE_CHANNELS there (50013)."""
        channel = self._managed(who_id, channel_id)
        self.remove(channel)
        return channel

    def remove(self, channel: Channel) -> None:
        """Deletes a channel and its events without asking for permissions; first everybody is out of it."""
        self.world.rooms.empty(channel.id)
        del self.world.guild.channels[channel.id]
        del self.world.channels[channel.id]
        self.world.scheduled.lose_channel(channel.id)
        self.world.tell(happenings.ChannelDeleted(channel))

    def _held(self, who_id: int) -> int:
        # A flag would forget, upside down, the bits that have no name here.
        return int(rights.in_guild(self.world.guild, self.world.guild.members[who_id]))

    def _managed(self, who_id: int, channel_id: int) -> Channel:
        """A channel that may be managed; 10003, 50001 (in voice without CONNECT too) and 50013."""
        channel = self.world.channel_for(who_id, channel_id)
        if channel.kind is ChannelKind.DIRECT:
            raise errors.NotKnownError("The rehearsal does not know how to change or close a direct chat")
        bits = self.world.permissions(who_id, channel)
        if channel.kind is ChannelKind.VOICE and not bits & Permission.CONNECT:
            raise errors.missing_access()
        if not bits & Permission.MANAGE_CHANNELS:
            raise errors.missing_permissions()
        return channel

    def _refuse_overwrites(self, overwrites: Sequence[Overwrite], held: int) -> None:
        """Raises 50013 for a right that is not held; MANAGE_ROLES is for administrators alone."""
        guild = self.world.guild
        for each in overwrites:
            known = guild.roles if each.kind is OverwriteKind.ROLE else guild.members
            if each.target_id not in known:
                raise errors.NotKnownError("The rehearsal does not know overwrites for nobody who is here")
        if len({each.target_id for each in overwrites}) < len(overwrites):
            raise errors.NotKnownError("The rehearsal does not know two overwrites for one role or member")
        if held == rights.EVERYTHING:
            return
        for each in overwrites:
            bits = each.allow | each.deny
            if bits & ~held or bits & Permission.MANAGE_ROLES:
                raise errors.missing_permissions()
