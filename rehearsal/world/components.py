"""The components that are known here, with Discord's shape and length of each.

Each model takes what a bot sends. A field or type that is not modelled is an error of pydantic's kinds
`extra_forbidden` or `uniontag_invalid`, which the wire turns into a refusal (501); everything else that
is wrong becomes 50035. Errors in capitals carry Discord's own inner code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from rehearsal.world.component_base import Component, CustomId, refuse_duplicates, tag
from rehearsal.world.media import FileDisplay, MediaGallery, Thumbnail
from rehearsal.world.selects import (
    ChannelSelect,
    Picker,
    RoleSelect,
    Select,
    StringSelect,
    UserSelect,
    refuse_many_defaults,
    refuse_repeated_values,
)

__all__ = [
    "LINK_STYLE",
    "MAX_COMPONENTS",
    "MAX_ROWS",
    "MAX_TEXT",
    "ActionRow",
    "AnyComponent",
    "Button",
    "ChannelSelect",
    "Component",
    "Container",
    "CustomId",
    "FileDisplay",
    "MediaGallery",
    "MessageComponent",
    "Picker",
    "RoleSelect",
    "Section",
    "Select",
    "Separator",
    "StringSelect",
    "TextDisplay",
    "Thumbnail",
    "UserSelect",
    "custom_ids",
    "number",
    "numbered",
    "refuse_duplicates",
    "refuse_many_defaults",
    "refuse_repeated_values",
    "tag",
    "texts",
    "walk",
]

MAX_COMPONENTS = 40
MAX_TEXT = 4000
MAX_ROWS = 5
MAX_BUTTONS_IN_ROW = 5
MAX_TEXTS_IN_SECTION = 3
LINK_STYLE = 5


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


class ActionRow(Component):
    """A row (1) of up to five buttons, or of one select."""

    type: Literal[1]
    components: list[
        Annotated[
            Annotated[Button, Tag("#2")]
            | Annotated[StringSelect, Tag("#3")]
            | Annotated[UserSelect, Tag("#5")]
            | Annotated[RoleSelect, Tag("#6")]
            | Annotated[ChannelSelect, Tag("#8")],
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


class Section(Component):
    """One to three texts (9) with a button or a small picture beside them."""

    type: Literal[9]
    components: list[TextDisplay] = Field(min_length=1, max_length=MAX_TEXTS_IN_SECTION)
    accessory: Annotated[
        Annotated[Button, Tag("#2")] | Annotated[Thumbnail, Tag("#11")],
        Discriminator(tag),
    ]


class Separator(Component):
    """A line or a space (14)."""

    type: Literal[14]
    divider: bool = True
    spacing: Literal[1, 2] = 1


class Container(Component):
    """A frame (17) round anything but another frame."""

    type: Literal[17]
    accent_color: int | None = Field(default=None, ge=0, le=0xFFFFFF)
    spoiler: bool = False
    components: list[
        Annotated[
            Annotated[ActionRow, Tag("#1")]
            | Annotated[Section, Tag("#9")]
            | Annotated[TextDisplay, Tag("#10")]
            | Annotated[MediaGallery, Tag("#12")]
            | Annotated[FileDisplay, Tag("#13")]
            | Annotated[Separator, Tag("#14")],
            Discriminator(tag),
        ]
    ] = Field(min_length=1, max_length=MAX_COMPONENTS)


MessageComponent = Annotated[
    Annotated[ActionRow, Tag("#1")]
    | Annotated[Section, Tag("#9")]
    | Annotated[TextDisplay, Tag("#10")]
    | Annotated[MediaGallery, Tag("#12")]
    | Annotated[FileDisplay, Tag("#13")]
    | Annotated[Separator, Tag("#14")]
    | Annotated[Container, Tag("#17")],
    Discriminator(tag),
]
AnyComponent = (
    ActionRow
    | Section
    | TextDisplay
    | MediaGallery
    | FileDisplay
    | Separator
    | Container
    | Button
    | Thumbnail
    | StringSelect
    | Picker
)


def walk(components: Iterable[AnyComponent]) -> Iterator[AnyComponent]:
    """Each component and everything inside it, in the order of reading."""
    for component in components:
        yield component
        if isinstance(component, ActionRow | Section | Container):
            yield from walk(component.components)
        if isinstance(component, Section):
            yield from walk([component.accessory])


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
