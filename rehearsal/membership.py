"""Being in the community: what is on the left, leaving and coming back, and what a right lets her do."""

from __future__ import annotations

from rehearsal.world.errors import CannotSee, CannotSend, CannotUse, DiscordError
from rehearsal.world.management import MAX_CHANNEL_NAME, written_name
from rehearsal.world.model import Channel, ChannelKind, User
from rehearsal.world.permissions import Permission, in_guild
from rehearsal.world.world import World

_READ = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY


class Membership:
    """The part of a person that does not use the bot."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self._user = user

    @property
    def name(self) -> str:
        """The display name."""
        return self._user.display_name

    @property
    def in_community(self) -> bool:
        """Whether she is a member now."""
        return self._user.id in self._world.guild.members

    @property
    def user_id(self) -> int:
        """The account's id."""
        return self._user.id

    def places(self) -> list[Channel]:
        """The text channels on the left, from top to bottom, and last the chat with the bot."""
        return [*(each for each in self._world.listed(ChannelKind.TEXT) if self._sees(each)), self._chat()]

    def may_read(self, place: Channel) -> bool:
        """Whether she sees the place, and what was written there before."""
        return self._world.permissions(self.user_id, place) & _READ == _READ

    def may_write(self, place: Channel) -> bool:
        """Whether her client has a box to write in there."""
        if place.kind is ChannelKind.DIRECT:
            return self.in_community
        allowed = self._world.permissions(self.user_id, place) & Permission.SEND_MESSAGES
        return self.may_read(place) and bool(allowed)

    def leave(self) -> None:
        """Leaves the community; CannotUse for its owner, CannotSee for somebody who is not in it."""
        self._need_membership()
        try:
            self._world.remove_member(self._user.display_name)
        except ValueError as refusal:
            raise CannotUse("the owner cannot leave") from refusal

    def rejoin(self) -> None:
        """Joins again, without the roles she had; ValueError for a member."""
        self._world.add_member(self._user.id)

    def gains(self, role: str) -> None:
        """Somebody gives her a role; LookupError when there is none of this name."""
        self._need_membership()
        self._world.give_role(self._user.display_name, role)

    def loses(self, role: str) -> None:
        """Somebody takes a role from her; LookupError when there is none of this name."""
        self._need_membership()
        self._world.take_role(self._user.display_name, role)

    def close_direct_messages(self) -> None:
        """Lets no direct messages in from this community."""
        self._user.direct_messages_open = False

    def open_direct_messages(self) -> None:
        """Lets direct messages in again."""
        self._user.direct_messages_open = True

    def create_channel(self, name: str) -> None:
        """Makes a text channel that everybody sees.

        CannotUse without MANAGE_CHANNELS; CannotSend for a name that is empty or too long.
        """
        self._need_membership()
        held = in_guild(self._world.guild, self._world.guild.members[self._user.id])
        if not held & Permission.MANAGE_CHANNELS:
            raise CannotUse(f"{self._user.display_name} may not make channels")
        # The box of the client writes it so while she types.
        written = written_name(name, ChannelKind.TEXT)
        if not 1 <= len(written) <= MAX_CHANNEL_NAME:
            raise CannotSend(f"a channel's name has 1 to {MAX_CHANNEL_NAME} characters")
        self._world.create_channel(written)

    def delete_channel(self, name: str) -> None:
        """Deletes a channel with all that is in it; CannotSee or CannotUse without the right."""
        channel = self._seen_channel(name)
        if not self._world.permissions(self._user.id, channel) & Permission.MANAGE_CHANNELS:
            raise CannotUse(f"{self._user.display_name} may not delete #{name}")
        self._world.management.remove(channel)

    def delete_message(self, message_id: int, *, channel: str | None = None) -> None:
        """Deletes a message in a channel (None: in the chat with the bot); CannotUse without the right."""
        place = self._world.direct_channel(self._user.id) if channel is None else self._seen_channel(channel)
        try:
            self._world.messages.delete(self._user.id, place.id, message_id)
        except DiscordError as refusal:
            raise CannotUse(refusal.message) from refusal

    def _chat(self) -> Channel:
        return self._world.direct_channel(self.user_id)

    def _sees(self, channel: Channel) -> bool:
        return self._world.sees(self.user_id, channel)

    def _seen_channel(self, name: str) -> Channel:
        for channel in self._world.guild.channels.values():
            if channel.name == name and self._world.sees(self._user.id, channel):
                return channel
        raise CannotSee(f"{self._user.display_name} does not see a channel {name!r}")

    def _need_membership(self) -> None:
        if not self.in_community:
            raise CannotSee(f"{self._user.display_name} is not in the community")
