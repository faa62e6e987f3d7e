"""What may be in an option of a slash command, and in the suggestions for one."""

from __future__ import annotations

import math
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, FiniteFloat, PlainValidator, ValidationInfo
from pydantic import field_validator as check_field
from pydantic import model_validator as check
from pydantic_core import PydanticCustomError

from rehearsal.wire.bodies import Body, Empty
from rehearsal.world.model import CommandOption, OptionKind
from rehearsal.world.suggesting import (
    COMPLETED_KINDS,
    MAX_CHOICE,
    MAX_CHOICES,
    MAX_WHOLE,
    Choice,
    ChoiceValue,
    is_of_kind,
)

MAX_OPTIONS = 25
_NAME = re.compile(r"^[-_'\w]{1,32}$")


def _command_name(value: str) -> str:
    if not _NAME.match(value) or value != value.lower():
        raise PydanticCustomError("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    return value


CommandName = Annotated[str, Field(min_length=1, max_length=32), AfterValidator(_command_name)]


def _choice_value(value: Any) -> ChoiceValue:
    if isinstance(value, str):
        if len(value) > MAX_CHOICE:
            raise PydanticCustomError("BASE_TYPE_MAX_LENGTH", f"Must be {MAX_CHOICE} or fewer in length.")
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PydanticCustomError("BASE_TYPE_INVALID", "A choice has a text or a number")
    return value


class ChoiceBody(Body):
    """One choice of an option."""

    name: str = Field(min_length=1, max_length=MAX_CHOICE)
    value: Annotated[ChoiceValue, PlainValidator(_choice_value)]


class SuggestionsBody(Body):
    """The answer to somebody who types in an option. Discord documents its list of choices as required."""

    choices: list[ChoiceBody] = Field(max_length=MAX_CHOICES)

    def suggested(self) -> tuple[Choice, ...]:
        """As the world understands it."""
        return tuple(Choice(each.name, each.value) for each in self.choices)


#: Discord's kinds of channels and threads.
ChannelType = Literal[0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16]
_SPECIAL = ("choices", "channel_types", "min_value", "max_value", "min_length", "max_length")
_SPECIAL_OF = {
    OptionKind.STRING: frozenset({"choices", "min_length", "max_length"}),
    OptionKind.INTEGER: frozenset({"choices", "min_value", "max_value"}),
    OptionKind.NUMBER: frozenset({"choices", "min_value", "max_value"}),
    OptionKind.CHANNEL: frozenset({"channel_types"}),
}


class OptionBody(Body):
    """One option of a slash command; attachments are not known."""

    type: int
    name: CommandName
    description: str = Field(min_length=1, max_length=100)
    required: bool = False
    choices: list[ChoiceBody] | None = Field(default=None, max_length=MAX_CHOICES)
    channel_types: list[ChannelType] | None = None
    autocomplete: bool | None = None
    min_value: FiniteFloat | None = None
    max_value: FiniteFloat | None = None
    min_length: int | None = Field(default=None, ge=0, le=6000)
    max_length: int | None = Field(default=None, ge=1, le=6000)
    name_localizations: Empty = None
    description_localizations: Empty = None

    @check_field("type")
    @classmethod
    def _known(cls, value: int) -> int:
        if value not in set(OptionKind):
            raise PydanticCustomError("not_known", "an option of this type is not known")
        return value

    @check_field("autocomplete")
    @classmethod
    def _completed(cls, value: bool | None, info: ValidationInfo) -> bool | None:
        if value and "type" in info.data and info.data["type"] not in COMPLETED_KINDS:
            raise PydanticCustomError(
                "APPLICATION_COMMAND_OPTION_INVALID", "an option of this type cannot be completed"
            )
        if value and info.data.get("choices"):
            raise PydanticCustomError(
                "APPLICATION_COMMAND_OPTION_INVALID", "an option with choices cannot be completed"
            )
        return value

    @check_field("min_value", "max_value")
    @classmethod
    def _whole(cls, value: float | None, info: ValidationInfo) -> float | None:
        whole = value is None or (value.is_integer() and abs(value) <= MAX_WHOLE)
        if info.data.get("type") == OptionKind.INTEGER and not whole:
            raise PydanticCustomError("NUMBER_TYPE_COERCE", "not a whole number of 53 bits")
        return value

    @check(mode="after")
    def _modelled(self) -> OptionBody:
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
        if not all(is_of_kind(OptionKind(self.type), choice.value) for choice in choices):
            raise PydanticCustomError("APPLICATION_COMMAND_OPTION_INVALID", "a choice of another type")
        if len({choice.name for choice in choices}) != len(choices):
            raise PydanticCustomError("APPLICATION_COMMAND_OPTION_INVALID", "two choices of one name")

    def option(self) -> CommandOption:
        """As the world understands it."""
        return CommandOption(
            kind=OptionKind(self.type),
            name=self.name,
            description=self.description,
            required=self.required,
            choices=tuple((choice.name, choice.value) for choice in self.choices or ()),
            channel_types=tuple(self.channel_types or ()),
            limits=self._limits(),
            autocomplete=bool(self.autocomplete),
        )

    def _limits(self) -> dict[str, int | float]:
        names = {"min_value", "max_value", "min_length", "max_length"}
        limits: dict[str, int | float] = self.model_dump(include=names, exclude_none=True)
        if self.type == OptionKind.NUMBER:
            return limits
        return {name: int(value) for name, value in limits.items()}
