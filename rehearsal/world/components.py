"""The components that are known here, with Discord's shape and length of each.

Each model takes what a bot sends. A field or type that is not modelled is an error of pydantic's kinds
`extra_forbidden` or `uniontag_invalid`, which the wire turns into a refusal (501); everything else that
is wrong becomes 50035. Errors in capitals carry Discord's own inner code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Annotated, Any, Literal, Protocol

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from rehearsal.world.snowflakes import snowflake

MAX_COMPONENTS = 40
MAX_TEXT = 4000
MAX_ROWS = 5
MAX_BUTTONS_IN_ROW = 5
LINK_STYLE = 5

CustomId = Annotated[str, Field(min_length=1, max_length=100)]


def tag(value: Any) -> str | None:
    """The `#type` that marks a union's member; the mark is taken out of error paths again."""
    kind = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return None if kind is None else f"#{kind}"


class Component(BaseModel):
    """What all components share."""

    model_config = ConfigDict(extra="forbid")

    id: int | None = Field(default=None, ge=0, le=2**31 - 1)


class Button(Component):
    """A button (2): styles 1 to 4 with a custom_id, style 5 with a url."""

    type: Literal[2]
    style: Literal[1, 2, 3, 4, 5]
    label: str | None = Field(default=None, min_length=1, max_length=80)
    custom_id: CustomId | None = None
    url: str | None = Field(default=None, max_length=512, pattern=r"^(https?|discord)://\S+$")
    disabled: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Button:
        needed, other = ("url", "custom_id") if self.style == LINK_STYLE else ("custom_id", "url")
        if getattr(self, needed) is None:
            raise PydanticCustomError(
                "BASE_TYPE_REQUIRED", "A button of this style needs a {f}", {"f": needed}
            )
        if getattr(self, other) is not None:
            raise PydanticCustomError(
                "BUTTON_COMPONENT_INVALID", "A button has a custom id or a url, not both"
            )
        if self.label is None:
            raise PydanticCustomError("BUTTON_COMPONENT_INVALID", "A button must have a label")
        return self


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


class DefaultUser(BaseModel):
    """Somebody who is chosen in a select before anybody touches it."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["user"]
    id: Annotated[int, BeforeValidator(snowflake), PlainSerializer(str)]


class UserSelect(Select):
    """A select of people (5): in a community its members, in a chat the two who talk."""

    type: Literal[5]
    default_values: list[DefaultUser] | None = Field(default=None, max_length=25)

    @model_validator(mode="after")
    def _in_order(self) -> UserSelect:
        if self.min_values > self.max_values:
            raise PydanticCustomError("SELECT_COMPONENT_INVALID", "min_values is above max_values")
        chosen = [each.id for each in self.default_values or ()]
        if len(set(chosen)) < len(chosen):
            raise PydanticCustomError(
                "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"
            )
        if chosen and not self.min_values <= len(chosen) <= self.max_values:
            raise PydanticCustomError(
                "SELECT_COMPONENT_INVALID", "default_values, min_values and max_values disagree"
            )
        return self


class ActionRow(Component):
    """A row (1) of up to five buttons, or of one select."""

    type: Literal[1]
    components: list[
        Annotated[
            Annotated[Button, Tag("#2")]
            | Annotated[StringSelect, Tag("#3")]
            | Annotated[UserSelect, Tag("#5")],
            Discriminator(tag),
        ]
    ] = Field(min_length=1, max_length=MAX_BUTTONS_IN_ROW)

    @model_validator(mode="after")
    def _width(self) -> ActionRow:
        if len(self.components) > 1 and any(isinstance(c, Select) for c in self.components):
            raise PydanticCustomError(
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"
            )
        return self


class TextDisplay(Component):
    """Text (10)."""

    type: Literal[10]
    content: str = Field(min_length=1, max_length=MAX_TEXT)


class Separator(Component):
    """A line or a space (14)."""

    type: Literal[14]
    divider: bool = True
    spacing: Literal[1, 2] = 1


class Container(Component):
    """A frame (17) round rows, texts and separators."""

    type: Literal[17]
    accent_color: int | None = Field(default=None, ge=0, le=0xFFFFFF)
    spoiler: bool = False
    components: list[
        Annotated[
            Annotated[ActionRow, Tag("#1")]
            | Annotated[TextDisplay, Tag("#10")]
            | Annotated[Separator, Tag("#14")],
            Discriminator(tag),
        ]
    ] = Field(min_length=1, max_length=MAX_COMPONENTS)


MessageComponent = Annotated[
    Annotated[ActionRow, Tag("#1")]
    | Annotated[TextDisplay, Tag("#10")]
    | Annotated[Separator, Tag("#14")]
    | Annotated[Container, Tag("#17")],
    Discriminator(tag),
]
AnyComponent = ActionRow | TextDisplay | Separator | Container | Button | StringSelect | UserSelect


def refuse_duplicates(custom_ids: Iterable[str]) -> None:
    """Raises where two components share a custom_id."""
    seen: set[str] = set()
    for custom_id in custom_ids:
        if custom_id in seen:
            raise PydanticCustomError(
                "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        seen.add(custom_id)


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


def walk(components: Iterable[AnyComponent]) -> Iterator[AnyComponent]:
    """Each component and everything inside it, in the order of reading."""
    for component in components:
        yield component
        if isinstance(component, ActionRow | Container):
            yield from walk(component.components)


def custom_ids(components: Iterable[AnyComponent]) -> Iterator[str]:
    """The custom_ids of all buttons and selects."""
    for component in walk(components):
        if isinstance(component, Button | Select) and component.custom_id is not None:
            yield component.custom_id


def texts(components: Iterable[AnyComponent]) -> list[str]:
    """What the text displays say, in the order of reading."""
    return [c.content for c in walk(components) if isinstance(c, TextDisplay)]


def numbered(components: tuple[MessageComponent, ...]) -> tuple[MessageComponent, ...]:
    """Copies in which every component has an id, as Discord gives one to each that has none."""
    copies = tuple(component.model_copy(deep=True) for component in components)
    number(list(walk(copies)))
    return copies


def number(components: Sequence[Component]) -> None:
    """Gives each component that has no id the lowest that is free, in this order."""
    taken = {part.id for part in components}
    free = (each for each in count(1) if each not in taken)
    for part in components:
        if not part.id:
            part.id = next(free)
