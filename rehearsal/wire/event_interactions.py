"""The schemas of INTERACTION_CREATE: a command, an option being typed, a menu, a press or a form."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, StrictBool, StrictStr

from rehearsal.wire.event_parts import (
    ActingMember,
    AttachmentSchema,
    Bits,
    DirectChannel,
    Id,
    MessageSchema,
    Nothing,
    ResolvedMember,
    RoleSchema,
    Schema,
    SeenChannel,
    UserSchema,
)
from rehearsal.wire.event_rooms import AnySeenChannel


class OptionValue(Schema):
    """An option of a command as it was used."""

    name: str
    type: Literal[3, 4, 5, 6, 7, 8, 10]
    value: str | int | float | bool


class SubcommandValue(Schema):
    """A subcommand as it was used."""

    name: str
    type: Literal[1]
    options: list[OptionValue]


class TypedOption(Schema):
    """The option that somebody types in: a text, whatever the option takes."""

    name: str
    type: Literal[3, 4, 10]
    value: StrictStr
    focused: Literal[True]


def _one_typed(options: list[OptionValue | TypedOption]) -> list[OptionValue | TypedOption]:
    if sum(isinstance(option, TypedOption) for option in options) != 1:
        raise ValueError("somebody types in one option")
    return options


TypedOptions = Annotated[list[TypedOption | OptionValue], AfterValidator(_one_typed)]


class TypedSubcommand(Schema):
    """A subcommand in an option of which somebody types."""

    name: str
    type: Literal[1]
    options: TypedOptions


class Resolved(Schema):
    """What options, what was chosen, and files that were handed in name."""

    users: dict[Id, UserSchema] | None = None
    members: dict[Id, ResolvedMember] | None = None
    roles: dict[Id, RoleSchema] | None = None
    channels: dict[Id, AnySeenChannel] | None = None
    attachments: dict[Id, AttachmentSchema] | None = None


class CommandData(Schema):
    """`data` of a slash command."""

    id: Id
    name: str
    type: Literal[1]
    options: list[OptionValue] | Annotated[list[SubcommandValue], Field(max_length=1)] | None = None
    resolved: Resolved | None = None


class TypingData(Schema):
    """`data` while somebody types in an option; it has nothing resolved."""

    id: Id
    name: str
    type: Literal[1]
    options: TypedOptions | Annotated[list[TypedSubcommand], Field(min_length=1, max_length=1)]


class ResolvedMessages(Schema):
    """The message that a menu is of."""

    messages: Annotated[dict[Id, MessageSchema], Field(min_length=1, max_length=1)]


class MenuData(Schema):
    """`data` of a message menu."""

    id: Id
    name: str
    type: Literal[3]
    target_id: Id
    resolved: ResolvedMessages


class ComponentData(Schema):
    """`data` of a press or a choice."""

    id: int
    custom_id: str
    component_type: Literal[2, 3, 5, 6, 8]
    values: list[str] | None = None
    resolved: Resolved | None = None


class SentInput(Schema):
    """A text input as it was filled in."""

    type: Literal[4]
    id: int
    custom_id: str
    value: str


class SentRadio(Schema):
    """Radio buttons as they were left: one or none."""

    type: Literal[21]
    id: int
    custom_id: str
    value: str | None


class SentChoices(Schema):
    """A select, a field for files or a group of checkboxes, with all that was chosen."""

    type: Literal[3, 5, 6, 8, 19, 22]
    id: int
    custom_id: str
    values: list[str]


class SentCheckbox(Schema):
    """One checkbox."""

    type: Literal[23]
    id: int
    custom_id: str
    value: StrictBool


class SentLabel(Schema):
    """A label of a form, with its input."""

    type: Literal[18]
    id: int
    component: Annotated[SentInput | SentRadio | SentChoices | SentCheckbox, Field(discriminator="type")]


class SentText(Schema):
    """A text display of a form."""

    type: Literal[10]
    id: int


class FormData(Schema):
    """`data` of a form that was sent."""

    custom_id: str
    components: list[SentLabel | SentText]
    resolved: Resolved | None = None


class PartialGuild(Schema):
    """The community of an interaction."""

    id: Id
    locale: str
    features: Nothing


class InteractionBase(Schema):
    """What every interaction carries; in a community `member`, in a chat `user`."""

    id: Id
    application_id: Id
    token: str
    version: Literal[1]
    channel_id: Id
    channel: SeenChannel | DirectChannel
    app_permissions: Bits
    locale: str
    entitlements: Nothing
    authorizing_integration_owners: dict[str, Id]
    context: Literal[0, 1]
    attachment_size_limit: int
    message: MessageSchema | None = None
    user: UserSchema | None = None
    guild_id: Id | None = None
    guild_locale: str | None = None
    guild: PartialGuild | None = None
    member: ActingMember | None = None


class CommandInteraction(InteractionBase):
    """INTERACTION_CREATE of a command."""

    type: Literal[2]
    data: Annotated[CommandData | MenuData, Field(discriminator="type")]


class ComponentInteraction(InteractionBase):
    """INTERACTION_CREATE of a press; without its message discord.py misbehaves silently."""

    type: Literal[3]
    data: ComponentData
    message: MessageSchema


class TypingInteraction(InteractionBase):
    """INTERACTION_CREATE of an option that somebody types in."""

    type: Literal[4]
    data: TypingData


class FormInteraction(InteractionBase):
    """INTERACTION_CREATE of a form."""

    type: Literal[5]
    data: FormData


class InteractionCreate(BaseModel):
    """Any interaction, told apart by its type."""

    event: Annotated[
        CommandInteraction | ComponentInteraction | TypingInteraction | FormInteraction,
        Field(discriminator="type"),
    ]
