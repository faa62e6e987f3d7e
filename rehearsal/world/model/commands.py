"""Commands, and the application that registers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rehearsal.world.model.kinds import CommandKind, OptionKind


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
