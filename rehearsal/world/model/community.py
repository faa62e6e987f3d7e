"""A community: its people, roles and channels."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from rehearsal.world.model.kinds import ChannelKind, OverwriteKind
from rehearsal.world.model.messages import Message


@dataclass(slots=True)
class User:
    """A Discord account."""

    id: int
    username: str
    display_name: str
    bot: bool = False
    direct_messages_open: bool = True


@dataclass(slots=True)
class Role:
    """A role; the one whose id is its community's id is @everyone."""

    id: int
    name: str
    permissions: int
    position: int
    managed_for: int | None = None
    mentionable: bool = False
    hoist: bool = False


@dataclass(slots=True)
class Member:
    """An account in a community; `role_ids` without @everyone."""

    user: User
    joined_at: datetime
    role_ids: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Overwrite:
    """What a channel allows and denies one role or member."""

    target_id: int
    kind: OverwriteKind
    allow: int = 0
    deny: int = 0


@dataclass(slots=True)
class Channel:
    """A channel of a community, or the chat of one person with the bot; `user_limit` 0 is none.

    `parent_id` is the category that it stands in.
    """

    id: int
    kind: ChannelKind
    name: str = ""
    guild_id: int | None = None
    position: int = 0
    recipient_id: int | None = None
    user_limit: int = 0
    parent_id: int | None = None
    topic: str = ""
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VoiceState:
    """In which voice room an account is; None when it has just left."""

    user_id: int
    session_id: str
    channel_id: int | None


@dataclass(slots=True)
class Guild:
    """A community."""

    id: int
    name: str
    owner_id: int
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
