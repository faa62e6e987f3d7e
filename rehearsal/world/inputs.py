"""Forms, and what can be filled in in them, with Discord's shape and length of each.

Refusals are made as in `components`. Every input stands below a label of its own.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic import model_validator as check
from pydantic_core import PydanticCustomError

from rehearsal.world.components import (
    MAX_TEXT,
    ChannelSelect,
    Component,
    CustomId,
    Picker,
    RoleSelect,
    Select,
    StringSelect,
    TextDisplay,
    UserSelect,
    number,
    refuse_duplicates,
    refuse_many_defaults,
    refuse_repeated_values,
    tag,
)

MAX_PARTS = 5
MAX_IN_GROUP = 10
MAX_FILES_IN_FIELD = 10
AnySelect = TypeVar("AnySelect", bound=Select)

OrTrue = Annotated[bool, BeforeValidator(lambda value: True if value is None else value)]
OrFalse = Annotated[bool, BeforeValidator(lambda value: False if value is None else value)]


class TextInput(Component):
    """A line or a box to write in (4); it has no label of its own below a label."""

    type: Literal[4]
    custom_id: CustomId
    style: Literal[1, 2]
    label: None = None
    min_length: int = Field(default=0, ge=0, le=MAX_TEXT)
    max_length: int = Field(default=MAX_TEXT, ge=1, le=MAX_TEXT)
    required: bool = True
    value: str | None = Field(default=None, max_length=MAX_TEXT)
    placeholder: str | None = Field(default=None, max_length=100)

    @check(mode="after")
    def _possible(self) -> TextInput:
        if self.min_length > self.max_length:
            raise PydanticCustomError("TEXT_INPUT_COMPONENT_INVALID", "min_length is above max_length")
        return self


class GroupOption(BaseModel):
    """One line of a group of radio buttons or of checkboxes."""

    model_config = ConfigDict(extra="forbid")

    label: str = Field(min_length=1, max_length=100)
    value: str = Field(min_length=1, max_length=100)
    description: str | None = Field(default=None, max_length=100)
    default: OrFalse = False


class RadioGroup(Component):
    """Radio buttons (21), of which at most one is chosen."""

    type: Literal[21]
    custom_id: CustomId
    required: OrTrue = True
    options: list[GroupOption] = Field(min_length=2, max_length=MAX_IN_GROUP)

    @check(mode="after")
    def _possible(self) -> RadioGroup:
        refuse_repeated_values(self.options)
        refuse_many_defaults(self.options, 1)
        return self


class CheckboxGroup(Component):
    """Checkboxes (22); `least` and `most` are how many may be ticked, where any are."""

    type: Literal[22]
    custom_id: CustomId
    required: OrTrue = True
    options: list[GroupOption] = Field(min_length=1, max_length=MAX_IN_GROUP)
    min_values: int | None = Field(default=None, ge=0, le=MAX_IN_GROUP)
    max_values: int | None = Field(default=None, ge=1, le=MAX_IN_GROUP)

    @property
    def least(self) -> int:
        """One, unless told otherwise."""
        return 1 if self.min_values is None else self.min_values

    @property
    def most(self) -> int:
        """All, unless told otherwise."""
        return len(self.options) if self.max_values is None else self.max_values

    @check(mode="after")
    def _possible(self) -> CheckboxGroup:
        _refuse_required_nothing(self.required, self.least)
        if not self.least <= self.most <= len(self.options):
            raise PydanticCustomError(
                "CHECKBOX_GROUP_COMPONENT_INVALID", "min_values, max_values and options disagree"
            )
        refuse_repeated_values(self.options)
        refuse_many_defaults(self.options, self.most)
        return self


class Checkbox(Component):
    """One checkbox (23); it cannot be required."""

    type: Literal[23]
    custom_id: CustomId
    default: OrFalse = False


class FileUpload(Component):
    """A field for files (19); `least` and `most` are how many may be handed in, where any are."""

    type: Literal[19]
    custom_id: CustomId
    required: OrTrue = True
    min_values: int | None = Field(default=None, ge=0, le=MAX_FILES_IN_FIELD)
    max_values: int | None = Field(default=None, ge=1, le=MAX_FILES_IN_FIELD)

    @property
    def least(self) -> int:
        """One, unless told otherwise."""
        return 1 if self.min_values is None else self.min_values

    @property
    def most(self) -> int:
        """One, unless told otherwise."""
        return 1 if self.max_values is None else self.max_values

    @check(mode="after")
    def _possible(self) -> FileUpload:
        _refuse_required_nothing(self.required, self.least)
        if self.least > self.most:
            raise PydanticCustomError("FILE_UPLOAD_COMPONENT_INVALID", "min_values is above max_values")
        return self


def _refuse_required_nothing(required: bool, least: int) -> None:
    if required and least < 1:
        raise PydanticCustomError(
            "COMPONENT_MIN_VALUES_INVALID", "min_values must be at least 1 where required is true"
        )


def _of_a_form(select: AnySelect) -> AnySelect:
    if select.disabled:
        raise PydanticCustomError("MODAL_COMPONENT_DISABLED", "A component of a modal cannot be disabled")
    _refuse_required_nothing(select.required, select.min_values)
    return select


Input = TextInput | StringSelect | Picker | FileUpload | RadioGroup | CheckboxGroup | Checkbox


class Label(Component):
    """A name and a description (18) round one input of a form."""

    type: Literal[18]
    label: str = Field(min_length=1, max_length=45)
    description: str | None = Field(default=None, min_length=1, max_length=100)
    component: Annotated[
        Annotated[StringSelect, AfterValidator(_of_a_form), Tag("#3")]
        | Annotated[TextInput, Tag("#4")]
        | Annotated[UserSelect, AfterValidator(_of_a_form), Tag("#5")]
        | Annotated[RoleSelect, AfterValidator(_of_a_form), Tag("#6")]
        | Annotated[ChannelSelect, AfterValidator(_of_a_form), Tag("#8")]
        | Annotated[FileUpload, Tag("#19")]
        | Annotated[RadioGroup, Tag("#21")]
        | Annotated[CheckboxGroup, Tag("#22")]
        | Annotated[Checkbox, Tag("#23")],
        Discriminator(tag),
    ]


class Modal(BaseModel):
    """A form: one to five labels or texts (Discord documents five; its specification says 40)."""

    model_config = ConfigDict(extra="forbid")

    custom_id: CustomId
    title: str = Field(min_length=1, max_length=45)
    components: list[
        Annotated[
            Annotated[TextDisplay, Tag("#10")] | Annotated[Label, Tag("#18")],
            Discriminator(tag),
        ]
    ] = Field(min_length=1, max_length=MAX_PARTS)

    @check(mode="after")
    def _distinct(self) -> Modal:
        refuse_duplicates(label.component.custom_id for label in self.labels())
        ids = [part.id for part in self._walk() if part.id]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("COMPONENT_ID_DUPLICATED", "Component ids cannot be duplicated")
        return self

    def labels(self) -> list[Label]:
        """Its labels, from top to bottom."""
        return [part for part in self.components if isinstance(part, Label)]

    def numbered(self) -> Modal:
        """A copy in which every component has an id, as Discord gives one to each that has none."""
        copy = self.model_copy(deep=True)
        number(copy._walk())
        return copy

    def _walk(self) -> list[Component]:
        found: list[Component] = []
        for part in self.components:
            found += [part, part.component] if isinstance(part, Label) else [part]
        return found
