"""Making, changing and deleting channels, with Discord's rules for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearsal.world import errors, happenings
from rehearsal.world import permissions as rights
from rehearsal.world.errors import Problem
from rehearsal.world.model import Channel, ChannelKind, Overwrite, OverwriteKind
from rehearsal.world.permissions import Permission

if TYPE_CHECKING:
    from rehearsal.world.world import World

MAX_CHANNELS = 500
MAX_CHANNEL_NAME = 100
MAX_IN_CATEGORY = 50


@dataclass(frozen=True, slots=True)
class NewChannel:
    """A channel as its maker wants it; without a position it comes below all others of its kind.

    Without overwrites it has those of its category.
    """

    name: str
    kind: ChannelKind = ChannelKind.TEXT
    overwrites: tuple[Overwrite, ...] = ()
    user_limit: int = 0
    position: int | None = None
    parent_id: int | None = None
    topic: str = ""


#: In no category: what a change of the parent may say.
NOWHERE = 0


@dataclass(frozen=True, slots=True)
class ChannelChange:
    """An edit; None leaves a thing as it is, and overwrites replace all that there were."""

    name: str | None = None
    overwrites: tuple[Overwrite, ...] | None = None
    user_limit: int | None = None
    position: int | None = None
    parent_id: int | None = None
    topic: str | None = None


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
        self._refuse_parent(wanted.kind, wanted.parent_id)
        if len(self.world.guild.channels) >= MAX_CHANNELS:
            raise errors.too_many_channels(MAX_CHANNELS)
        return self.add(wanted)

    def add(self, wanted: NewChannel) -> Channel:
        """Makes a channel without asking for permissions."""
        guild = self.world.guild
        position = wanted.position
        if position is None:
            position = max((each.position for each in self.world.listed(wanted.kind)), default=-1) + 1
        above = guild.channels.get(wanted.parent_id or 0)
        overwrites = wanted.overwrites or (tuple(above.overwrites.values()) if above else ())
        channel = Channel(
            self.world.ids.next(),
            wanted.kind,
            written_name(wanted.name, wanted.kind),
            guild.id,
            position,
            user_limit=wanted.user_limit,
            parent_id=wanted.parent_id,
            topic=wanted.topic,
            overwrites={each.target_id: each for each in overwrites},
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
        self._refuse_what_it_has_not(channel, change)
        if change.overwrites is not None:
            self._refuse_without(Permission.MANAGE_ROLES, who_id, channel)
            self._refuse_overwrites(change.overwrites, self._held(who_id))
        _apply(channel, change)
        self.world.tell(happenings.ChannelChanged(channel))
        return channel

    def _refuse_what_it_has_not(self, channel: Channel, change: ChannelChange) -> None:
        if change.user_limit is not None and channel.kind is not ChannelKind.VOICE:
            raise errors.NotKnownError("The rehearsal does not know user_limit in a text channel")
        if change.topic is not None and channel.kind is not ChannelKind.TEXT:
            raise errors.NotKnownError("The rehearsal does not know a topic but in a text channel")
        if change.parent_id is not None:
            self._refuse_parent(channel.kind, change.parent_id or None)

    def set_overwrite(self, who_id: int, channel_id: int, wanted: Overwrite) -> None:
        """Says what one role or member may do in a channel; needs what overwrites need in `change`."""
        channel = self._with_managed_roles(who_id, channel_id)
        self._refuse_overwrites([wanted], self._held(who_id))
        channel.overwrites[wanted.target_id] = wanted
        self.world.tell(happenings.ChannelChanged(channel))

    def clear_overwrite(self, who_id: int, channel_id: int, target_id: int) -> None:
        """Takes the overwrite of one role or member away (10009 if there is none)."""
        channel = self._with_managed_roles(who_id, channel_id)
        if channel.overwrites.pop(target_id, None) is None:
            raise errors.unknown_overwrite()
        self.world.tell(happenings.ChannelChanged(channel))

    def delete(self, who_id: int, channel_id: int) -> Channel:
        """Deletes a channel with all that is in it; needs MANAGE_CHANNELS there (50013)."""
        channel = self._managed(who_id, channel_id)
        self.remove(channel)
        return channel

    def remove(self, channel: Channel) -> None:
        """Deletes a channel and its events without asking for permissions; first everybody is out of it.

        What stood in a category stays, and stands in none.
        """
        self.world.rooms.empty(channel.id)
        del self.world.guild.channels[channel.id]
        del self.world.channels[channel.id]
        self.world.scheduled.lose_channel(channel.id)
        for each in self.world.guild.channels.values():
            if each.parent_id == channel.id:
                each.parent_id = None
                self.world.tell(happenings.ChannelChanged(each))
        self.world.tell(happenings.ChannelDeleted(channel))

    def _held(self, who_id: int) -> int:
        # A flag would forget, upside down, the bits that have no name here.
        return int(rights.in_guild(self.world.guild, self.world.guild.members[who_id]))

    def _managed(self, who_id: int, channel_id: int) -> Channel:
        """A channel that may be managed (50013)."""
        channel = self._entered(who_id, channel_id)
        self._refuse_without(Permission.MANAGE_CHANNELS, who_id, channel)
        return channel

    def _with_managed_roles(self, who_id: int, channel_id: int) -> Channel:
        """A channel in which roles may be managed (50013)."""
        channel = self._entered(who_id, channel_id)
        self._refuse_without(Permission.MANAGE_ROLES, who_id, channel)
        return channel

    def _refuse_without(self, right: Permission, who_id: int, channel: Channel) -> None:
        if not self.world.permissions(who_id, channel) & right:
            raise errors.missing_permissions()

    def _entered(self, who_id: int, channel_id: int) -> Channel:
        """A channel of the community that is seen, and could be entered; 10003 and 50001."""
        channel = self.world.channel_for(who_id, channel_id)
        if channel.kind is ChannelKind.DIRECT:
            raise errors.NotKnownError("The rehearsal does not know how to change or close a direct chat")
        bits = self.world.permissions(who_id, channel)
        if channel.kind is ChannelKind.VOICE and not bits & Permission.CONNECT:
            raise errors.missing_access()
        return channel

    def _refuse_parent(self, kind: ChannelKind, parent_id: int | None) -> None:
        """Only a category holds channels, at most 50 of them, and none holds a category."""
        if parent_id is None:
            return
        parent = self.world.guild.channels.get(parent_id)
        if kind is ChannelKind.CATEGORY or parent is None or parent.kind is not ChannelKind.CATEGORY:
            said = "Not a category that a channel can stand in"
            raise errors.invalid_form(Problem(("parent_id",), "CHANNEL_PARENT_INVALID", said))
        inside = [each for each in self.world.guild.channels.values() if each.parent_id == parent_id]
        if len(inside) >= MAX_IN_CATEGORY:
            said = f"Maximum number of channels in category reached ({MAX_IN_CATEGORY})"
            raise errors.invalid_form(Problem(("parent_id",), "CHANNEL_PARENT_MAX_CHANNELS", said))

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


def _apply(channel: Channel, change: ChannelChange) -> None:
    if change.overwrites is not None:
        channel.overwrites = {each.target_id: each for each in change.overwrites}
    if change.parent_id is not None:
        channel.parent_id = change.parent_id or None
    if change.topic is not None:
        channel.topic = change.topic
    if change.name is not None:
        channel.name = written_name(change.name, channel.kind)
    if change.user_limit is not None:
        channel.user_limit = change.user_limit
    if change.position is not None:
        channel.position = change.position
