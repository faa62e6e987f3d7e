"""The things of the world, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, IntFlag
from typing import TYPE_CHECKING

from rehearsal.world.components import MessageComponent
from rehearsal.world.files import Attachment
from rehearsal.world.inputs import Modal

if TYPE_CHECKING:
    from rehearsal.world.suggesting import Choice, Typing


class MessageFlag(IntFlag):
    """The message flags that are known here."""

    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    IS_COMPONENTS_V2 = 1 << 15


class ChannelKind(IntEnum):
    """Discord's channel types, as far as they are known here."""

    TEXT = 0
    DIRECT = 1
    VOICE = 2


class OverwriteKind(IntEnum):
    """Whom an overwrite is for."""

    ROLE = 0
    MEMBER = 1


class InteractionKind(IntEnum):
    """Discord's interaction types, as far as they are known here."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class CallbackKind(IntEnum):
    """The first answers to an interaction that are known here."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    SUGGESTIONS = 8
    MODAL = 9


class CommandKind(IntEnum):
    """Discord's types of application commands, as far as they are known here."""

    SLASH = 1
    MESSAGE_MENU = 3


class OptionKind(IntEnum):
    """The types of command options that are known here."""

    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    NUMBER = 10


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


@dataclass(frozen=True, slots=True)
class Origin:
    """Which interaction a message answers; `via` is the one that opened the form, where there was one."""

    interaction_id: int
    kind: InteractionKind
    user_id: int
    guild_id: int | None
    interacted_message_id: int | None = None
    target_message_id: int | None = None
    original_response_id: int | None = None
    via: Origin | None = None


@dataclass(slots=True)
class Message:
    """A message. `only_for` is the one person who sees an ephemeral one; `rung` were notified by it."""

    id: int
    channel_id: int
    author_id: int
    content: str
    components: tuple[MessageComponent, ...]
    flags: int
    created_at: datetime
    kind: int = 0
    edited_at: datetime | None = None
    nonce: str | int | None = None
    mentions: frozenset[int] = frozenset()
    mention_roles: frozenset[int] = frozenset()
    mention_everyone: bool = False
    rung: frozenset[int] = frozenset()
    origin: Origin | None = None
    only_for: int | None = None
    attachments: tuple[Attachment, ...] = ()

    def attached(self, name: str) -> Attachment:
        """The attachment of this name; LookupError where there is none."""
        for each in self.attachments:
            if each.name == name:
                return each
        raise LookupError(f"there is no attachment {name!r}")

    @property
    def loading(self) -> bool:
        """Whether it still says that the bot is thinking."""
        return bool(self.flags & MessageFlag.LOADING)


@dataclass(slots=True)
class Channel:
    """A channel of a community, or the chat of one person with the bot; `user_limit` 0 is none."""

    id: int
    kind: ChannelKind
    name: str = ""
    guild_id: int | None = None
    position: int = 0
    recipient_id: int | None = None
    user_limit: int = 0
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


@dataclass(frozen=True, slots=True)
class CommandOption:
    """One option of a slash command; `limits` are min/max of value or length, by Discord's names."""

    kind: OptionKind
    name: str
    description: str
    required: bool = False
    choices: tuple[tuple[str, str | int | float], ...] = ()
    channel_types: tuple[int, ...] = ()
    limits: Mapping[str, int | float] = field(default_factory=dict)
    autocomplete: bool = False


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One of the commands that stand under a slash command's name."""

    name: str
    description: str
    options: tuple[CommandOption, ...] = ()


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """What a bot registers; a slash command has options or subcommands, a message menu neither."""

    name: str
    description: str
    kind: CommandKind = CommandKind.SLASH
    options: tuple[CommandOption, ...] = ()
    subcommands: tuple[Subcommand, ...] = ()
    default_member_permissions: int | None = None
    dm_permission: bool = True
    contexts: tuple[int, ...] | None = None
    integration_types: tuple[int, ...] = (0,)
    nsfw: bool = False


CommandKey = tuple[CommandKind, str]


@dataclass(frozen=True, slots=True)
class Command:
    """A registered command."""

    id: int
    version: int
    spec: CommandSpec


@dataclass(slots=True)
class Application:
    """The bot: its account has the application's id. `privileged_intents` are those switched on for it."""

    id: int
    name: str
    token: str
    privileged_intents: int = 0
    commands: dict[CommandKey, Command] = field(default_factory=dict)
    commands_synced: bool = False


OptionValue = str | int | float | bool


@dataclass(frozen=True, slots=True)
class CommandUse:
    """A command as it was used; option values are as on the wire (ids of users, channels, roles).

    `subcommand` is the one that was used, where the command has any; `target_id` a menu's message.
    """

    command: Command
    options: tuple[tuple[CommandOption, OptionValue], ...] = ()
    subcommand: Subcommand | None = None
    target_id: int | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a button, or a choice in a select (then with `values`)."""

    message_id: int
    custom_id: str
    component_type: int
    component_id: int
    values: tuple[str, ...] = ()


#: What one input of a form holds: a text or one choice (or none), yes or no, or several choices.
Filled = str | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Submission:
    """A form as it was sent: what was filled in, by custom_id, as on the wire.

    `message_id` is the message it was opened from.
    """

    modal: Modal
    values: Mapping[str, Filled]
    message_id: int | None


@dataclass(slots=True)
class Interaction:
    """One use of the bot by one person, and how far the answer to it is."""

    id: int
    token: str
    kind: InteractionKind
    user_id: int
    channel_id: int
    guild_id: int | None
    created_at: datetime
    heard_at: float
    what: CommandUse | Press | Submission | Typing
    via: Interaction | None = None
    answer: CallbackKind | None = None
    modal: Modal | None = None
    choices: tuple[Choice, ...] = ()
    ephemeral: bool = False
    original_id: int | None = None
    latest_id: int | None = None
    followed_up: bool = False
    followup_ids: set[int] = field(default_factory=set)

    def source_message_id(self) -> int | None:
        """The message whose button was pressed, directly or before the form."""
        return self.what.message_id if isinstance(self.what, Press | Submission) else None
