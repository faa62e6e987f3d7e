"""What may be in a registration of commands: slash commands, their subcommands, and message menus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, StringConstraints, Tag
from pydantic import model_validator as check
from pydantic_core import PydanticCustomError

from rehearsal.wire.bodies import Body, Empty, NotTrue, parse
from rehearsal.wire.bodies_options import MAX_OPTIONS, CommandName, OptionBody
from rehearsal.world import errors
from rehearsal.world.errors import NotKnownError, Problem
from rehearsal.world.model import CommandKind, CommandOption, CommandSpec, Subcommand

MAX_OF_KIND = {CommandKind.SLASH: 100, CommandKind.MESSAGE_MENU: 15}
MAX_WORDS = 8000
_SUBCOMMAND = 1


def _refuse_bad_order(options: Sequence[OptionBody | SubcommandBody]) -> None:
    """Raises where two options share a name, or one that must be given comes after one that need not."""
    if len({option.name for option in options}) < len(options):
        raise PydanticCustomError(
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists"
        )
    required = [isinstance(option, OptionBody) and option.required for option in options]
    if required != sorted(required, reverse=True):
        raise PydanticCustomError(
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options",
        )


class SubcommandBody(Body):
    """A command under another's name (1); groups of such (2) are not known."""

    type: Literal[1]
    name: CommandName
    description: str = Field(min_length=1, max_length=100)
    required: NotTrue = False
    options: list[OptionBody] | None = Field(default=None, max_length=MAX_OPTIONS)
    name_localizations: Empty = None
    description_localizations: Empty = None

    @check(mode="after")
    def _ordered(self) -> SubcommandBody:
        _refuse_bad_order(self.options or [])
        return self

    def subcommand(self) -> Subcommand:
        """As the world understands it."""
        options = tuple(option.option() for option in self.options or ())
        return Subcommand(self.name, self.description, options)


def _below(value: Any) -> str:
    """Which of the two an option is; the mark is taken out of error paths again."""
    kind = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return "#subcommand" if kind == _SUBCOMMAND else "#option"


class CommandBody(Body):
    """What all commands have."""

    default_member_permissions: Annotated[int, Field(ge=0, lt=1 << 54)] | None = None
    dm_permission: bool | None = True
    contexts: list[Literal[0, 1, 2]] | None = Field(default=None, min_length=1)
    integration_types: list[Literal[0, 1]] | None = Field(default=None, min_length=1)
    nsfw: NotTrue = False
    name_localizations: Empty = None
    description_localizations: Empty = None

    def with_rights(self, spec: CommandSpec) -> CommandSpec:
        """The same command, offered to whom and where this body says."""
        return replace(
            spec,
            default_member_permissions=self.default_member_permissions,
            dm_permission=self.dm_permission is not False,
            contexts=tuple(self.contexts) if self.contexts else None,
            integration_types=tuple(self.integration_types or (0,)),
            nsfw=bool(self.nsfw),
        )


class SlashBody(CommandBody):
    """A slash command."""

    type: Literal[1] | None = 1
    name: CommandName
    description: str = Field(min_length=1, max_length=100)
    options: (
        list[
            Annotated[
                Annotated[OptionBody, Tag("#option")] | Annotated[SubcommandBody, Tag("#subcommand")],
                Discriminator(_below),
            ]
        ]
        | None
    ) = Field(default=None, max_length=MAX_OPTIONS)

    @check(mode="after")
    def _possible(self) -> SlashBody:
        options = self.options or []
        _refuse_bad_order(options)
        if len({type(option) for option in options}) > 1:
            raise PydanticCustomError(
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types",
            )
        return self

    def spec(self) -> CommandSpec:
        """As the world understands it."""
        options = self.options or []
        spec = CommandSpec(
            name=self.name,
            description=self.description,
            options=tuple(each.option() for each in options if isinstance(each, OptionBody)),
            subcommands=tuple(each.subcommand() for each in options if isinstance(each, SubcommandBody)),
        )
        return self.with_rights(spec)


def _no_description(value: str | None) -> str | None:
    if value:
        raise PydanticCustomError(
            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
            "Context menu commands cannot have description",
        )
    return value


def _no_options(value: list[Any] | None) -> list[Any] | None:
    if value:
        raise PydanticCustomError(
            "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID", "Context menu commands cannot have options"
        )
    return value


class MenuBody(CommandBody):
    """A command in the menu of a message; its name may have spaces and capitals."""

    type: Literal[3]
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=32)]
    description: Annotated[str | None, AfterValidator(_no_description)] = None
    options: Annotated[list[Any] | None, AfterValidator(_no_options)] = None

    def spec(self) -> CommandSpec:
        """As the world understands it."""
        return self.with_rights(CommandSpec(self.name, "", CommandKind.MESSAGE_MENU))


def command_specs(data: Any) -> list[CommandSpec]:
    """The body of a sync: at most 100 slash commands and 15 menus, names unique in each (50035).

    Menus of people (2) and the entry point (4) are not known.
    """
    if not isinstance(data, list):
        raise errors.invalid_form(
            Problem((), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        )
    specs = [_spec(item, str(index)) for index, item in enumerate(data)]
    for kind, most in MAX_OF_KIND.items():
        if sum(spec.kind is kind for spec in specs) > most:
            raise errors.invalid_form(
                Problem((), "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
            )
    for index, spec in enumerate(specs):
        if any((spec.kind, spec.name) == (other.kind, other.name) for other in specs[:index]):
            raise errors.invalid_form(
                Problem(
                    (str(index), "name"),
                    "APPLICATION_COMMANDS_DUPLICATE_NAME",
                    "Application command names must be unique",
                )
            )
    return specs


def _spec(item: Any, index: str) -> CommandSpec:
    kind = item.get("type") if isinstance(item, dict) else None
    if kind == CommandKind.MESSAGE_MENU:
        return parse(MenuBody, item, index).spec()
    if kind not in (None, CommandKind.SLASH):
        raise NotKnownError(f"The rehearsal does not know commands of type {kind}")
    spec = parse(SlashBody, item, index).spec()
    if _words(spec) > MAX_WORDS:
        raise errors.invalid_form(
            Problem((index,), "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MAX_WORDS})")
        )
    return spec


def _words(spec: CommandSpec) -> int:
    """How long all names, descriptions and values of a command are together."""
    named: list[CommandSpec | Subcommand | CommandOption] = [spec, *spec.options, *spec.subcommands]
    named += [option for subcommand in spec.subcommands for option in subcommand.options]
    choices = [choice for each in named if isinstance(each, CommandOption) for choice in each.choices]
    return sum(len(each.name) + len(each.description) for each in named) + sum(
        len(name) + len(str(value)) for name, value in choices
    )
