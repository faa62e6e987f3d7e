"""The things of the world, as plain data."""

from rehearsal.world.model.commands import (
    Application,
    Command,
    CommandKey,
    CommandOption,
    CommandSpec,
    Subcommand,
)
from rehearsal.world.model.community import Channel, Guild, Member, Overwrite, Role, User, VoiceState
from rehearsal.world.model.kinds import (
    CallbackKind,
    ChannelKind,
    CommandKind,
    InteractionKind,
    MessageFlag,
    OptionKind,
    OverwriteKind,
)
from rehearsal.world.model.messages import Message, Origin
from rehearsal.world.model.using import CommandUse, Filled, Interaction, OptionValue, Press, Submission

__all__ = [
    "Application",
    "CallbackKind",
    "Channel",
    "ChannelKind",
    "Command",
    "CommandKey",
    "CommandKind",
    "CommandOption",
    "CommandSpec",
    "CommandUse",
    "Filled",
    "Guild",
    "Interaction",
    "InteractionKind",
    "Member",
    "Message",
    "MessageFlag",
    "OptionKind",
    "OptionValue",
    "Origin",
    "Overwrite",
    "OverwriteKind",
    "Press",
    "Role",
    "Subcommand",
    "Submission",
    "User",
    "VoiceState",
]
