"""Uses of the bot: what somebody did, and how far the answer is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from rehearsal.world.inputs import Modal
from rehearsal.world.model.commands import Command, CommandOption, Subcommand
from rehearsal.world.model.kinds import CallbackKind, InteractionKind

if TYPE_CHECKING:
    from rehearsal.world.suggesting import Choice, Typing


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
