"""Selects, with Discord's shape and length of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Protocol

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from rehearsal.world.component_base import Component, CustomId
from rehearsal.world.snowflakes import snowflake


class Choosable(Protocol):
    """A line that can be chosen, in a select or a group."""

    @property
    def value(self) -> str:
        """What goes over the wire."""

    @property
    def default(self) -> bool:
        """Whether it is chosen before anybody touches it."""


def refuse_repeated_values(options: Sequence[Choosable]) -> None:
    """Raises where two options share a value."""
    if len({option.value for option in options}) < len(options):
        raise PydanticCustomError(
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"
        )


def refuse_many_defaults(options: Sequence[Choosable], most: int) -> None:
    """Raises where more options are chosen beforehand than may be."""
    if sum(option.default for option in options) > most:
        raise PydanticCustomError(
            "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "More default options than max_values"
        )


#: Discord's types of channels, also those that are not known here.
AnyChannelType = Literal[0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]


class SelectOption(BaseModel):
    """One line of a select."""

    model_config = ConfigDict(extra="forbid")

    label: str = Field(min_length=1, max_length=100)
    value: str = Field(min_length=1, max_length=100)
    description: str | None = Field(default=None, max_length=100)
    default: bool = False


class Select(Component):
    """What every select has. `required` is for forms; Discord ignores it in messages."""

    custom_id: CustomId
    placeholder: str | None = Field(default=None, max_length=150)
    min_values: int = Field(default=1, ge=0, le=25)
    max_values: int = Field(default=1, ge=1, le=25)
    disabled: bool = False
    required: bool = Field(default=True, exclude=True)


class StringSelect(Select):
    """A select of texts (3)."""

    type: Literal[3]
    options: list[SelectOption] = Field(min_length=1, max_length=25)

    @model_validator(mode="after")
    def _distinct(self) -> StringSelect:
        refuse_repeated_values(self.options)
        if self.min_values > self.max_values or self.max_values > len(self.options):
            raise PydanticCustomError(
                "SELECT_COMPONENT_INVALID", "min_values, max_values and options disagree"
            )
        refuse_many_defaults(self.options, self.max_values)
        return self


class _Default(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: Annotated[int, BeforeValidator(snowflake), PlainSerializer(str)]


class DefaultUser(_Default):
    """Somebody who is chosen in a select before anybody touches it."""

    type: Literal["user"]


class DefaultRole(_Default):
    """A role that is chosen beforehand."""

    type: Literal["role"]


class DefaultChannel(_Default):
    """A channel that is chosen beforehand."""

    type: Literal["channel"]


class Picker(Select):
    """A select of what there is in the community: people, roles or channels."""

    type: Literal[5, 6, 8]
    default_values: Sequence[DefaultUser | DefaultRole | DefaultChannel] | None = Field(
        default=None, max_length=25
    )

    @property
    def chosen(self) -> frozenset[int]:
        """The ids of what is chosen beforehand."""
        return frozenset(each.id for each in self.default_values or ())

    @model_validator(mode="after")
    def _in_order(self) -> Picker:
        if self.min_values > self.max_values:
            raise PydanticCustomError("SELECT_COMPONENT_INVALID", "min_values is above max_values")
        defaults = self.default_values or ()
        if len(self.chosen) < len(defaults):
            raise PydanticCustomError(
                "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"
            )
        if defaults and not self.min_values <= len(defaults) <= self.max_values:
            raise PydanticCustomError(
                "SELECT_COMPONENT_INVALID", "default_values, min_values and max_values disagree"
            )
        return self


class UserSelect(Picker):
    """A select of people (5): in a community its members, in a chat the two who talk."""

    type: Literal[5]
    default_values: list[DefaultUser] | None = Field(default=None, max_length=25)


class RoleSelect(Picker):
    """A select of roles (6), @everyone and those of bots among them; in a chat there are none."""

    type: Literal[6]
    default_values: list[DefaultRole] | None = Field(default=None, max_length=25)


class ChannelSelect(Picker):
    """A select of channels (8): those that somebody sees, of `channel_types` if any are given."""

    type: Literal[8]
    default_values: list[DefaultChannel] | None = Field(default=None, max_length=25)
    channel_types: list[AnyChannelType] | None = None

    @model_validator(mode="after")
    def _distinct_types(self) -> ChannelSelect:
        types = self.channel_types or []
        if len(set(types)) < len(types):
            raise PydanticCustomError(
                "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"
            )
        return self
