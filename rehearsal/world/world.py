"""The world: one community, its people, one bot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rehearsal.world import errors, happenings
from rehearsal.world import permissions as rights
from rehearsal.world.changes import Changes
from rehearsal.world.clock import WorldClock
from rehearsal.world.handed_in import HandedIn
from rehearsal.world.happenings import Happening
from rehearsal.world.interactions import Interactions
from rehearsal.world.management import Management, NewChannel
from rehearsal.world.messages import Messages
from rehearsal.world.model import (
    Application,
    Channel,
    ChannelKind,
    Command,
    CommandSpec,
    Guild,
    Member,
    Message,
    Overwrite,
    OverwriteKind,
    Role,
    User,
)
from rehearsal.world.permissions import Permission
from rehearsal.world.roles import RoleChange, Roles
from rehearsal.world.rooms import Rooms
from rehearsal.world.scheduled import Scheduled
from rehearsal.world.snowflakes import Snowflakes


class World:
    """State and what can be done to it.

    `subscribe` gives every happening to a listener at once, in order; `changed` wakes whoever waits for a
    condition. Operations that Discord offers to a bot raise DiscordError as Discord refuses; the ones under
    "from outside" are the hand of a test or a scene, and raise LookupError for names that are not there.
    """

    def __init__(self, clock: WorldClock, ids: Snowflakes, guild: Guild, application: Application) -> None:
        self.clock = clock
        self.ids = ids
        self.guild = guild
        self.application = application
        self.users: dict[int, User] = {member.user.id: member.user for member in guild.members.values()}
        self.channels: dict[int, Channel] = guild.channels.copy()
        self.changed = Changes()
        #: Where the rehearsal's server is; files on messages are below it.
        self.address = ""
        self.bot_connections = 0
        #: Bots that are connected, or closed their connection like one that comes back.
        self.bots_expected = 0
        self.messages = Messages(self)
        self.interactions = Interactions(self)
        self.management = Management(self)
        self.roles = Roles(self)
        self.rooms = Rooms(self)
        self.scheduled = Scheduled(self)
        self.handed_in = HandedIn(clock, ids.next)
        self._listeners: list[Callable[[Happening], None]] = []

    def subscribe(self, listener: Callable[[Happening], None]) -> None:
        """`listener` is called with each happening, in order."""
        self._listeners.append(listener)

    def tell(self, happening: Happening) -> None:
        """Gives a happening to every listener and wakes whoever waits."""
        for listener in self._listeners:
            listener(happening)
        self.changed.notify()

    def permissions(self, user_id: int, channel: Channel) -> int:
        """The bits of an account in a channel; none outside its community or chat."""
        if channel.kind is ChannelKind.DIRECT:
            inside = user_id in (self.application.id, channel.recipient_id)
            return rights.IN_DIRECT_MESSAGES if inside else 0
        member = self.guild.members.get(user_id)
        return rights.in_channel(self.guild, member, channel) if member else 0

    def sees(self, user_id: int, channel: Channel) -> bool:
        """Whether the account can view the channel."""
        return bool(self.permissions(user_id, channel) & Permission.VIEW_CHANNEL)

    def channel_for(self, user_id: int, channel_id: int) -> Channel:
        """A channel that the account can see; 10003 unknown, 50001 hidden."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise errors.unknown_channel()
        if not self.sees(user_id, channel):
            raise errors.missing_access()
        return channel

    def listed(self, kind: ChannelKind) -> list[Channel]:
        """The community's channels of a kind, from top to bottom."""
        found = [each for each in self.guild.channels.values() if each.kind is kind]
        return sorted(found, key=lambda each: (each.position, each.id))

    def guild_for_bot(self, guild_id: int) -> Guild:
        """The community, when it is this one (10004)."""
        if guild_id != self.guild.id:
            raise errors.unknown_guild()
        return self.guild

    def member(self, user_id: int) -> Member:
        """A member; 10013 when there is no such account, 10007 when it is not in the community."""
        if user_id not in self.users:
            raise errors.unknown_user()
        if user_id not in self.guild.members:
            raise errors.unknown_member()
        return self.guild.members[user_id]

    def direct_channel(self, user_id: int) -> Channel:
        """The chat of an account with the bot, made at the first call; 10013 for no such account."""
        if user_id not in self.users or user_id == self.application.id:
            raise errors.unknown_user()
        for channel in self.channels.values():
            if channel.kind is ChannelKind.DIRECT and channel.recipient_id == user_id:
                return channel
        channel = Channel(id=self.ids.next(), kind=ChannelKind.DIRECT, recipient_id=user_id)
        self.channels[channel.id] = channel
        return channel

    def readable_by_bot(self, message: Message) -> bool:
        """Whether the bot gets the text: its own, in a direct chat, or when it is mentioned.

        Otherwise the MESSAGE_CONTENT intent would have to be switched on for the application.
        """
        switched_on = bool(self.application.privileged_intents & 1 << 15)
        own = message.author_id == self.application.id
        direct = self.channels[message.channel_id].kind is ChannelKind.DIRECT
        return switched_on or own or direct or self.application.id in message.mentions

    def register_commands(self, specs: Sequence[CommandSpec]) -> list[Command]:
        """Replaces all commands; a kind and name keep their id, and version unless something changed."""
        commands = {}
        for spec in specs:
            known = self.application.commands.get((spec.kind, spec.name))
            if known is None:
                known = Command(self.ids.next(), self.ids.next(), spec)
            elif known.spec != spec:
                known = replace(known, version=self.ids.next(), spec=spec)
            commands[spec.kind, spec.name] = known
        self.application.commands = commands
        self.application.commands_synced = True
        self.changed.notify()
        return list(commands.values())

    # From outside

    def channel_named(self, name: str) -> Channel:
        """A channel of the community by name."""
        for channel in self.guild.channels.values():
            if channel.name == name:
                return channel
        raise LookupError(f"there is no channel {name!r}")

    def role_named(self, name: str) -> Role:
        """A role of the community by name."""
        for role in self.guild.roles.values():
            if role.name == name:
                return role
        raise LookupError(f"there is no role {name!r}")

    def member_named(self, name: str) -> Member:
        """A member by display name."""
        for member in self.guild.members.values():
            if member.user.display_name == name:
                return member
        raise LookupError(f"there is no member {name!r}")

    def allow(self, whom: str, channel: str, *permissions: str) -> None:
        """Allows a role or member (by name) these permissions in a channel."""
        self._overwrite(whom, channel, allow=rights.named(list(permissions)))

    def deny(self, whom: str, channel: str, *permissions: str) -> None:
        """Denies a role or member (by name) these permissions in a channel."""
        self._overwrite(whom, channel, deny=rights.named(list(permissions)))

    def clear(self, whom: str, channel: str, *permissions: str) -> None:
        """Neither allows nor denies these permissions any longer; without any, the whole overwrite goes."""
        self._overwrite(whom, channel, clear=rights.named(list(permissions)) or rights.EVERYTHING)

    def grant(self, role: str, *permissions: str) -> None:
        """Gives a role these permissions everywhere."""
        found = self.role_named(role)
        found.permissions |= rights.named(list(permissions))
        self.tell(happenings.RoleChanged(found))

    def revoke(self, role: str, *permissions: str) -> None:
        """Takes these permissions from a role everywhere."""
        found = self.role_named(role)
        found.permissions &= ~rights.named(list(permissions))
        self.tell(happenings.RoleChanged(found))

    def give_role(self, person: str, role: str) -> None:
        """A member gets a role."""
        member = self.member_named(person)
        member.role_ids.add(self.role_named(role).id)
        self.tell(happenings.MemberChanged(member))

    def take_role(self, person: str, role: str) -> None:
        """A member loses a role."""
        member = self.member_named(person)
        member.role_ids.discard(self.role_named(role).id)
        self.tell(happenings.MemberChanged(member))

    def remove_member(self, name: str) -> None:
        """A member leaves, the voice room too; the bot and the owner stay (ValueError)."""
        user = self.member_named(name).user
        if user.id in (self.application.id, self.guild.owner_id):
            raise ValueError("the bot and the owner stay")
        self.rooms.take_out(user.id)
        del self.guild.members[user.id]
        for channel in self.guild.channels.values():
            channel.overwrites.pop(user.id, None)
        self.tell(happenings.MemberRemoved(user))

    def add_member(self, user_id: int) -> None:
        """An account that was in the community joins again, without any role (ValueError for a member)."""
        if user_id in self.guild.members:
            raise ValueError(f"{self.users[user_id].display_name} is a member")
        member = Member(self.users[user_id], self.clock.now())
        self.guild.members[user_id] = member
        self.tell(happenings.MemberAdded(member))

    def create_channel(self, name: str, kind: ChannelKind = ChannelKind.TEXT, *, under: str = "") -> Channel:
        """A channel is made, below all others of its kind, in a category if one is named.

        Its overwrites are those of the category.
        """
        parent_id = self.channel_named(under).id if under else None
        return self.management.add(NewChannel(name, kind, parent_id=parent_id))

    def create_role(self, name: str, *permissions: str) -> Role:
        """A role is made, at the bottom, with these permissions."""
        return self.roles.add(RoleChange(name, rights.named(list(permissions))))

    def move_role(self, name: str, *, below: str) -> None:
        """A role comes to stand right below another one; what was below that one stays below both."""
        moved = self.role_named(name)
        others = [each for each in self.roles.from_the_top() if each is not moved]
        others.insert(others.index(self.role_named(below)) + 1, moved)
        self.roles.arrange(others)

    def delete_role(self, name: str) -> None:
        """A role goes, from its members and from the channels too."""
        self.roles.remove(self.role_named(name))

    def delete_channel(self, name: str) -> None:
        """A channel goes, with its messages; whoever was in a voice room is out of it."""
        self.management.remove(self.channel_named(name))

    def _overwrite(self, whom: str, channel: str, *, allow: int = 0, deny: int = 0, clear: int = 0) -> None:
        place = self.channel_named(channel)
        target_id, kind = self._target(whom)
        old = place.overwrites.get(target_id, Overwrite(target_id, kind))
        kept = ~(allow | deny | clear)
        new = replace(old, allow=old.allow & kept | allow, deny=old.deny & kept | deny)
        if new.allow or new.deny:
            place.overwrites[target_id] = new
        else:
            place.overwrites.pop(target_id, None)
        self.tell(happenings.ChannelChanged(place))

    def _target(self, whom: str) -> tuple[int, OverwriteKind]:
        for role in self.guild.roles.values():
            if role.name == whom:
                return role.id, OverwriteKind.ROLE
        return self.member_named(whom).user.id, OverwriteKind.MEMBER
