"""What happens in the world, told to whoever subscribed, in the order in which it happened."""

from __future__ import annotations

from dataclasses import dataclass

from rehearsal.world.model import Channel, Interaction, Member, Message, Role, User, VoiceState
from rehearsal.world.scheduled_event import ScheduledEvent


@dataclass(frozen=True, slots=True)
class MessageCreated:
    """A message came."""

    message: Message


@dataclass(frozen=True, slots=True)
class MessageEdited:
    """A message changed."""

    message: Message


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    """A message went."""

    message: Message


@dataclass(frozen=True, slots=True)
class InteractionBegun:
    """A person used a command, pressed a button or sent a form."""

    interaction: Interaction


@dataclass(frozen=True, slots=True)
class ChannelCreated:
    """A channel was made."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class ChannelChanged:
    """A channel has another name, place, limit or other overwrites."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class ChannelDeleted:
    """A channel went, and its messages with it."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class RoleCreated:
    """A role was made."""

    role: Role


@dataclass(frozen=True, slots=True)
class RoleDeleted:
    """A role went."""

    role: Role


@dataclass(frozen=True, slots=True)
class RoleChanged:
    """A role has another name, place or other permissions."""

    role: Role


@dataclass(frozen=True, slots=True)
class MemberAdded:
    """Somebody joined."""

    member: Member


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """A member has other roles."""

    member: Member


@dataclass(frozen=True, slots=True)
class MemberRemoved:
    """A member left or was removed."""

    user: User


@dataclass(frozen=True, slots=True)
class VoiceStateChanged:
    """A member entered a voice room, went to another or left."""

    member: Member
    state: VoiceState


@dataclass(frozen=True, slots=True)
class ScheduledEventCreated:
    """An event was announced."""

    event: ScheduledEvent


@dataclass(frozen=True, slots=True)
class ScheduledEventChanged:
    """An event changed, began or ended."""

    event: ScheduledEvent


@dataclass(frozen=True, slots=True)
class ScheduledEventDeleted:
    """An event was deleted."""

    event: ScheduledEvent


@dataclass(frozen=True, slots=True)
class InterestChanged:
    """Somebody is interested in an event, or no longer."""

    event: ScheduledEvent
    user_id: int
    interested: bool


Happening = (
    MessageCreated
    | MessageEdited
    | MessageDeleted
    | InteractionBegun
    | ChannelCreated
    | ChannelChanged
    | ChannelDeleted
    | RoleCreated
    | RoleChanged
    | RoleDeleted
    | MemberAdded
    | MemberChanged
    | MemberRemoved
    | VoiceStateChanged
    | ScheduledEventCreated
    | ScheduledEventChanged
    | ScheduledEventDeleted
    | InterestChanged
)
