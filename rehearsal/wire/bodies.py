"""What may be in a request, and how what may not becomes Discord's answer.

A field that Discord has and that is not modelled here is refused as not known (501), never ignored. A
few fields are accepted only in the empty form in which discord.py likes to send them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic import model_validator as check
from pydantic_core import ErrorDetails, PydanticCustomError

from rehearsal.world import errors
from rehearsal.world.components import MessageComponent
from rehearsal.world.errors import DiscordError, NotKnownError, Problem
from rehearsal.world.mentions import AllowedMentions
from rehearsal.world.messages import Change, Draft
from rehearsal.world.model import CommandOption, CommandSpec, OptionKind

Model = TypeVar("Model", bound=BaseModel)
_NOT_KNOWN = {"extra_forbidden", "union_tag_invalid", "not_known"}
_NAME = re.compile(r"^[-_'\w]{1,32}$")


def parse(model: type[Model], data: Any, *prefix: str) -> Model:
    """The body as a model. Raises NotKnownError, or DiscordError 50035 with each problem at its path."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise _refusal(error.errors(include_url=False), prefix) from None


def _refusal(found: list[ErrorDetails], prefix: tuple[str, ...]) -> DiscordError | NotKnownError:
    for error in found:
        if error["type"] in _NOT_KNOWN:
            return NotKnownError(f"The rehearsal does not know {'.'.join(_path(error, prefix))} in this body")
    return errors.invalid_form(*(_problem(error, prefix) for error in found))


def _path(error: ErrorDetails, prefix: tuple[str, ...]) -> tuple[str, ...]:
    steps = (str(step) for step in error["loc"])
    return prefix + tuple(step for step in steps if not step.startswith("#"))


_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": ("BASE_TYPE_REQUIRED", "This field is required"),
    "union_tag_not_found": ("BASE_TYPE_REQUIRED", "This field is required"),
    "string_too_long": ("BASE_TYPE_MAX_LENGTH", "Must be {max_length} or fewer in length."),
    "too_long": ("BASE_TYPE_MAX_LENGTH", "Must be {max_length} or fewer in length."),
    "string_too_short": ("BASE_TYPE_MIN_LENGTH", "Must be {min_length} or more in length."),
    "too_short": ("BASE_TYPE_MIN_LENGTH", "Must be {min_length} or more in length."),
    "literal_error": ("BASE_TYPE_CHOICES", "Value must be one of ({expected})."),
    "less_than": ("NUMBER_TYPE_MAX", "Value should be less than {lt}."),
    "less_than_equal": ("NUMBER_TYPE_MAX", "Value should be less than or equal to {le}."),
    "greater_than_equal": ("NUMBER_TYPE_MIN", "Value should be greater than or equal to {ge}."),
    "string_pattern_mismatch": ("STRING_TYPE_REGEX", "String value did not match validation regex."),
}


def _problem(error: ErrorDetails, prefix: tuple[str, ...]) -> Problem:
    """An error in capitals carries Discord's own inner code; the others are pydantic's."""
    kind, path = error["type"], _path(error, prefix)
    if kind.isupper():
        return Problem(path, kind, error["msg"])
    if kind not in _SENTENCES:
        return Problem(path, "BASE_TYPE_INVALID", error["msg"])
    code, sentence = _SENTENCES[kind]
    return Problem(path, code, sentence.format_map(error.get("ctx", {})))


def snowflake(value: Any) -> int:
    """An id as a number or as digits; discord.py sends both."""
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,20}", str(value)):
        raise PydanticCustomError(
            "NUMBER_TYPE_COERCE", 'Value "{value}" is not snowflake.', {"value": str(value)}
        )
    return int(value)


def _only_empty(value: Any) -> None:
    if value not in (None, [], {}):
        raise PydanticCustomError("not_known", "not known unless empty")


def _only_false(value: Any) -> bool:
    if value not in (None, False):
        raise PydanticCustomError("not_known", "not known unless false")
    return False


def _not_none(default: Any) -> Callable[[Any], Any]:
    return lambda value: default if value is None else value


Snowflake = Annotated[int, BeforeValidator(snowflake)]
Empty = Annotated[None, BeforeValidator(_only_empty)]
NotTrue = Annotated[bool, BeforeValidator(_only_false)]
Flags = Annotated[int, BeforeValidator(_not_none(0)), Field(ge=0)]
Components = list[MessageComponent]


class Body(BaseModel):
    """A request body: nothing in it that is not modelled."""

    model_config = ConfigDict(extra="forbid")


class AllowedMentionsBody(Body):
    """`allowed_mentions`; a kind is either parsed or listed, not both."""

    parse_: list[Literal["users", "roles", "everyone"]] = Field(default_factory=list, alias="parse")
    users: list[Snowflake] = Field(default_factory=list, max_length=100)
    roles: list[Snowflake] = Field(default_factory=list, max_length=100)
    replied_user: NotTrue = False

    @check(mode="after")
    def _exclusive(self) -> AllowedMentionsBody:
        for kind, listed in (("users", self.users), ("roles", self.roles)):
            if len(set(listed)) != len(listed):
                raise PydanticCustomError(
                    "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"
                )
            if kind in self.parse_ and listed:
                raise PydanticCustomError(
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
                    {"kind": kind},
                )
        return self

    def meant(self) -> AllowedMentions:
        """As the world understands it."""
        return AllowedMentions(frozenset(self.parse_), frozenset(self.users), frozenset(self.roles))


class AnswerBody(Body):
    """A message as an interaction's answer or follow-up."""

    content: str | None = None
    components: Components | None = None
    flags: Flags = 0
    allowed_mentions: AllowedMentionsBody | None = None
    tts: NotTrue = False
    embeds: Empty = None
    attachments: Empty = None
    poll: Empty = None

    def draft(self) -> Draft:
        """As the world understands it."""
        return Draft(
            content=self.content or "",
            components=tuple(self.components or ()),
            flags=self.flags,
            allowed_mentions=self.allowed_mentions.meant() if self.allowed_mentions else None,
        )


def _short_nonce(value: str | int) -> str | int:
    too_large = isinstance(value, int) and not -(1 << 63) <= value < 1 << 63
    if too_large or len(str(value)) > 25:  # noqa: PLR2004 - Discord's limit, used once
        raise PydanticCustomError("NONCE_TYPE_TOO_LONG", "Nonce must be 25 or fewer in length.")
    return value


class MessageBody(AnswerBody):
    """An ordinary message."""

    nonce: Annotated[str | int, AfterValidator(_short_nonce)] | None = None
    enforce_nonce: bool | None = None
    sticker_ids: Empty = None
    message_reference: Empty = None

    def draft(self) -> Draft:
        """As the world understands it."""
        said = AnswerBody.draft(self)
        return Draft(
            said.content,
            said.components,
            said.flags,
            said.allowed_mentions,
            self.nonce,
            bool(self.enforce_nonce),
        )


class EditBody(Body):
    """A change of a message; what is absent stays, null empties."""

    content: str | None = None
    components: Components | None = None
    flags: Flags | None = None
    allowed_mentions: AllowedMentionsBody | None = None
    tts: NotTrue = False
    embeds: Empty = None
    attachments: Empty = None

    def change(self) -> Change:
        """As the world understands it."""
        given = self.model_fields_set
        return Change(
            content=(self.content or "") if "content" in given else None,
            components=tuple(self.components or ()) if "components" in given else None,
            flags=self.flags,
            allowed_mentions=self.allowed_mentions.meant() if self.allowed_mentions else None,
        )


class DeferBody(Body):
    """What can go with a deferred answer."""

    flags: Flags = 0


class CallbackBody(Body):
    """A first answer; `data` is looked at once its type is known."""

    type: Literal[4, 5, 6, 7, 9]
    data: Any = None


class DirectChannelBody(Body):
    """Whom to open a chat with."""

    recipient_id: Snowflake


class ChoiceBody(Body):
    """One choice of an option."""

    name: str = Field(min_length=1, max_length=100)
    value: Annotated[str, Field(max_length=100)] | int


def _command_name(value: str) -> str:
    if not _NAME.match(value) or value != value.lower():
        raise PydanticCustomError("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    return value


CommandName = Annotated[str, Field(min_length=1, max_length=32), AfterValidator(_command_name)]


#: Discord's kinds of channels and threads.
ChannelType = Literal[0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16]
_SPECIAL = ("choices", "channel_types", "min_value", "max_value", "min_length", "max_length")
_SPECIAL_OF = {
    OptionKind.STRING: frozenset({"choices", "min_length", "max_length"}),
    OptionKind.INTEGER: frozenset({"choices", "min_value", "max_value"}),
    OptionKind.CHANNEL: frozenset({"channel_types"}),
}


class OptionBody(Body):
    """One option of a slash command; subcommands, attachments, numbers and autocompletion are not known."""

    type: int
    name: CommandName
    description: str = Field(min_length=1, max_length=100)
    required: bool = False
    choices: list[ChoiceBody] | None = Field(default=None, max_length=25)
    channel_types: list[ChannelType] | None = None
    autocomplete: NotTrue = False
    min_value: int | None = None
    max_value: int | None = None
    min_length: int | None = Field(default=None, ge=0, le=6000)
    max_length: int | None = Field(default=None, ge=1, le=6000)
    name_localizations: Empty = None
    description_localizations: Empty = None

    @check(mode="after")
    def _modelled(self) -> OptionBody:
        if self.type not in set(OptionKind):
            raise PydanticCustomError("not_known", "an option of this type is not known")
        given = {name for name in _SPECIAL if getattr(self, name) not in (None, [])}
        if given - _SPECIAL_OF.get(OptionKind(self.type), frozenset()):
            raise PydanticCustomError("APPLICATION_COMMAND_OPTION_INVALID", "not a field of such an option")
        if not self._in_order():
            raise PydanticCustomError(
                "APPLICATION_COMMAND_OPTION_INVALID", "the smallest is above the largest"
            )
        self._check_choices()
        return self

    def _in_order(self) -> bool:
        pairs = ((self.min_value, self.max_value), (self.min_length, self.max_length))
        return all(low is None or high is None or low <= high for low, high in pairs)

    def _check_choices(self) -> None:
        choices = self.choices or []
        wanted = str if self.type == OptionKind.STRING else int
        if not all(isinstance(choice.value, wanted) for choice in choices):
            raise PydanticCustomError("APPLICATION_COMMAND_OPTION_INVALID", "a choice of another type")
        if len({choice.name for choice in choices}) != len(choices):
            raise PydanticCustomError("APPLICATION_COMMAND_OPTION_INVALID", "two choices of one name")

    def option(self) -> CommandOption:
        """As the world understands it."""
        limits = self.model_dump(
            include={"min_value", "max_value", "min_length", "max_length"}, exclude_none=True
        )
        return CommandOption(
            kind=OptionKind(self.type),
            name=self.name,
            description=self.description,
            required=self.required,
            choices=tuple((choice.name, choice.value) for choice in self.choices or ()),
            channel_types=tuple(self.channel_types or ()),
            limits=limits,
        )


class CommandBody(Body):
    """A slash command; other kinds (2, 3, 4) are not known."""

    name: CommandName
    description: str = Field(min_length=1, max_length=100)
    type: int | None = 1
    options: list[OptionBody] | None = Field(default=None, max_length=25)
    default_member_permissions: Annotated[int, Field(ge=0, lt=1 << 54)] | None = None
    dm_permission: bool | None = True
    contexts: list[Literal[0, 1, 2]] | None = Field(default=None, min_length=1)
    integration_types: list[Literal[0, 1]] | None = Field(default=None, min_length=1)
    nsfw: NotTrue = False
    name_localizations: Empty = None
    description_localizations: Empty = None

    @check(mode="before")
    @classmethod
    def _modelled(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("type") not in (None, 1):
            raise PydanticCustomError("not_known", "a command of this type is not known")
        return data

    @check(mode="after")
    def _ordered(self) -> CommandBody:
        options = self.options or []
        if len({option.name for option in options}) < len(options):
            raise PydanticCustomError(
                "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists"
            )
        required = [option.required for option in options]
        if required != sorted(required, reverse=True):
            raise PydanticCustomError(
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        return self

    def spec(self) -> CommandSpec:
        """As the world understands it."""
        return CommandSpec(
            name=self.name,
            description=self.description,
            options=tuple(option.option() for option in self.options or ()),
            default_member_permissions=self.default_member_permissions,
            dm_permission=self.dm_permission is not False,
            contexts=tuple(self.contexts) if self.contexts else None,
            integration_types=tuple(self.integration_types or (0,)),
            nsfw=bool(self.nsfw),
        )


def command_specs(data: Any) -> list[CommandSpec]:
    """The body of a sync: at most 100 slash commands, names unique (50035)."""
    if not isinstance(data, list):
        raise errors.invalid_form(
            Problem((), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        )
    if len(data) > 100:  # noqa: PLR2004 - Discord's limit, used once
        raise errors.invalid_form(Problem((), "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length."))
    specs = [parse(CommandBody, item, str(index)).spec() for index, item in enumerate(data)]
    names = [spec.name for spec in specs]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise errors.invalid_form(
                Problem(
                    (str(index), "name"),
                    "APPLICATION_COMMANDS_DUPLICATE_NAME",
                    "Application command names must be unique",
                )
            )
    return specs
