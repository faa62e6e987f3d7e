"""The components that are known here, with Discord's shape and length of each.

Each model takes what a bot sends. A field or type that is not modelled is an error of pydantic's kinds
`extra_forbidden` or `union_tag_invalid`, which the wire turns into a refusal (501); everything else that
is wrong becomes 50035. Errors in capitals carry Discord's own inner code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

MAX_COMPONENTS = 40
MAX_TEXT = 4000
MAX_ROWS = 5
MAX_BUTTONS_IN_ROW = 5
LINK_STYLE = 5

CustomId = Annotated[str, Field(min_length=1, max_length=100)]


def _tag(value: Any) -> str | None:
    """The `#type` that marks a union's member; the mark is taken out of error paths again."""
    kind = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return None if kind is None else f"#{kind}"


class _Component(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: int | None = Field(default=None, ge=0, le=2**31 - 1)


class Button(_Component):
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


class StringSelect(_Component):
    """A select of texts (3), in messages only."""

    type: Literal[3]
    custom_id: CustomId
    options: list[SelectOption] = Field(min_length=1, max_length=25)
    placeholder: str | None = Field(default=None, max_length=150)
    min_values: int = Field(default=1, ge=0, le=25)
    max_values: int = Field(default=1, ge=1, le=25)
    disabled: bool = False
    required: bool = True

    @model_validator(mode="after")
    def _distinct(self) -> StringSelect:
        if len({option.value for option in self.options}) < len(self.options):
            raise PydanticCustomError(
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"
            )
        if self.min_values > self.max_values or self.max_values > len(self.options):
            raise PydanticCustomError(
                "SELECT_COMPONENT_INVALID", "min_values, max_values and options disagree"
            )
        return self


class ActionRow(_Component):
    """A row (1) of up to five buttons, or of one select."""

    type: Literal[1]
    components: list[
        Annotated[
            Annotated[Button, Tag("#2")] | Annotated[StringSelect, Tag("#3")],
            Discriminator(_tag),
        ]
    ] = Field(min_length=1, max_length=MAX_BUTTONS_IN_ROW)

    @model_validator(mode="after")
    def _width(self) -> ActionRow:
        if len(self.components) > 1 and any(isinstance(c, StringSelect) for c in self.components):
            raise PydanticCustomError(
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"
            )
        return self


class TextDisplay(_Component):
    """Text (10)."""

    type: Literal[10]
    content: str = Field(min_length=1, max_length=MAX_TEXT)


class Separator(_Component):
    """A line or a space (14)."""

    type: Literal[14]
    divider: bool = True
    spacing: Literal[1, 2] = 1


class Container(_Component):
    """A frame (17) round rows, texts and separators."""

    type: Literal[17]
    accent_color: int | None = Field(default=None, ge=0, le=0xFFFFFF)
    spoiler: bool = False
    components: list[
        Annotated[
            Annotated[ActionRow, Tag("#1")]
            | Annotated[TextDisplay, Tag("#10")]
            | Annotated[Separator, Tag("#14")],
            Discriminator(_tag),
        ]
    ] = Field(min_length=1, max_length=MAX_COMPONENTS)


MessageComponent = Annotated[
    Annotated[ActionRow, Tag("#1")]
    | Annotated[TextDisplay, Tag("#10")]
    | Annotated[Separator, Tag("#14")]
    | Annotated[Container, Tag("#17")],
    Discriminator(_tag),
]
AnyComponent = ActionRow | TextDisplay | Separator | Container | Button | StringSelect


class TextInput(_Component):
    """A line or a box to write in (4), in a form's Label only; it has no label of its own there."""

    type: Literal[4]
    custom_id: CustomId
    style: Literal[1, 2]
    label: None = None
    min_length: int = Field(default=0, ge=0, le=MAX_TEXT)
    max_length: int = Field(default=MAX_TEXT, ge=1, le=MAX_TEXT)
    required: bool = True
    value: str | None = Field(default=None, max_length=MAX_TEXT)
    placeholder: str | None = Field(default=None, max_length=100)

    @model_validator(mode="after")
    def _possible(self) -> TextInput:
        if self.min_length > self.max_length:
            raise PydanticCustomError("TEXT_INPUT_COMPONENT_INVALID", "min_length is above max_length")
        return self


class Label(_Component):
    """A name and a description (18) round one text input of a form."""

    type: Literal[18]
    label: str = Field(min_length=1, max_length=45)
    description: str | None = Field(default=None, max_length=100)
    component: Annotated[Annotated[TextInput, Tag("#4")], Discriminator(_tag)]


class Modal(BaseModel):
    """A form: one to five labels or texts (Discord documents five; its specification says 40)."""

    model_config = ConfigDict(extra="forbid")

    custom_id: CustomId
    title: str = Field(min_length=1, max_length=45)
    components: list[
        Annotated[
            Annotated[TextDisplay, Tag("#10")] | Annotated[Label, Tag("#18")],
            Discriminator(_tag),
        ]
    ] = Field(min_length=1, max_length=5)

    @model_validator(mode="after")
    def _distinct(self) -> Modal:
        refuse_duplicates(entry.custom_id for entry in self.inputs())
        return self

    def inputs(self) -> list[TextInput]:
        """Its text inputs, from top to bottom."""
        return [part.component for part in self.components if isinstance(part, Label)]


def refuse_duplicates(custom_ids: Iterable[str]) -> None:
    """Raises where two components share a custom_id."""
    seen: set[str] = set()
    for custom_id in custom_ids:
        if custom_id in seen:
            raise PydanticCustomError(
                "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        seen.add(custom_id)


def walk(components: Iterable[AnyComponent]) -> Iterator[AnyComponent]:
    """Each component and everything inside it, in the order of reading."""
    for component in components:
        yield component
        if isinstance(component, ActionRow | Container):
            yield from walk(component.components)


def custom_ids(components: Iterable[AnyComponent]) -> Iterator[str]:
    """The custom_ids of all buttons and selects."""
    for component in walk(components):
        if isinstance(component, Button | StringSelect) and component.custom_id is not None:
            yield component.custom_id


def texts(components: Iterable[AnyComponent]) -> list[str]:
    """What the text displays say, in the order of reading."""
    return [c.content for c in walk(components) if isinstance(c, TextDisplay)]


def numbered(components: tuple[MessageComponent, ...]) -> tuple[MessageComponent, ...]:
    """Copies in which every component has an id, as Discord gives one to each that has none."""
    copies = tuple(component.model_copy(deep=True) for component in components)
    taken = {part.id for part in walk(copies)}
    free = (number for number in range(1, 10 * MAX_COMPONENTS) if number not in taken)
    for part in walk(copies):
        if not part.id:
            part.id = next(free)
    return copies
