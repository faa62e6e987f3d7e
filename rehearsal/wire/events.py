"""Schemas of every gateway event that the rehearsal sends.

They are the project's own, written from what Discord documents and what discord.py reads without asking.
Nothing that is not in a schema may be sent.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from rehearsal.wire.event_parts import (
    ActingMember,
    Bits,
    DirectChannel,
    Id,
    MemberSchema,
    MessageSchema,
    Nothing,
    OwnUserSchema,
    PartialApplication,
    PartialMember,
    ResolvedMember,
    RoleSchema,
    Schema,
    SeenChannel,
    TextChannel,
    UnavailableGuild,
    UserSchema,
)


class MessageEvent(MessageSchema):
    """MESSAGE_CREATE and MESSAGE_UPDATE."""

    guild_id: Id | None = None
    member: PartialMember | None = None


class MessageDelete(Schema):
    """MESSAGE_DELETE."""

    id: Id
    channel_id: Id
    guild_id: Id | None = None


class Ready(Schema):
    """READY."""

    v: Literal[10]
    user: OwnUserSchema
    guilds: list[UnavailableGuild]
    session_id: str
    resume_gateway_url: str
    application: PartialApplication
    shard: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None


class GuildCreate(Schema):
    """GUILD_CREATE."""

    id: Id
    name: str
    owner_id: Id
    roles: Annotated[list[RoleSchema], Field(min_length=1)]
    preferred_locale: str
    region: str
    features: Nothing
    emojis: Nothing
    stickers: Nothing
    afk_timeout: int
    system_channel_flags: int
    widget_enabled: bool
    verification_level: int
    default_message_notifications: int
    mfa_level: int
    explicit_content_filter: int
    max_presences: None
    max_members: int
    max_stage_video_channel_users: int
    max_video_channel_users: int
    premium_tier: int
    premium_subscription_count: int
    premium_progress_bar_enabled: bool
    nsfw: bool
    nsfw_level: int
    icon: None
    description: None
    home_header: None
    splash: None
    discovery_splash: None
    banner: None
    application_id: None
    afk_channel_id: None
    system_channel_id: None
    widget_channel_id: None
    vanity_url_code: None
    rules_channel_id: None
    safety_alerts_channel_id: None
    public_updates_channel_id: None
    incidents_data: None
    joined_at: AwareDatetime
    large: bool
    unavailable: Literal[False]
    member_count: int
    members: Annotated[list[MemberSchema], Field(min_length=1)]
    channels: list[TextChannel]
    voice_states: Nothing
    threads: Nothing
    presences: Nothing
    stage_instances: Nothing
    guild_scheduled_events: Nothing
    soundboard_sounds: Nothing


class RoleEvent(Schema):
    """GUILD_ROLE_UPDATE."""

    guild_id: Id
    role: RoleSchema


class MemberUpdate(MemberSchema):
    """GUILD_MEMBER_UPDATE."""

    guild_id: Id


class MemberRemove(Schema):
    """GUILD_MEMBER_REMOVE."""

    guild_id: Id
    user: UserSchema


class OptionValue(Schema):
    """An option of a command as it was used."""

    name: str
    type: Literal[3, 4, 5, 6, 7, 8]
    value: str | int | bool


class Resolved(Schema):
    """What the options name."""

    users: dict[Id, UserSchema] | None = None
    members: dict[Id, ResolvedMember] | None = None
    roles: dict[Id, RoleSchema] | None = None
    channels: dict[Id, SeenChannel] | None = None


class CommandData(Schema):
    """`data` of a command."""

    id: Id
    name: str
    type: Literal[1]
    options: list[OptionValue] | None = None
    resolved: Resolved | None = None


class ComponentData(Schema):
    """`data` of a press or a choice."""

    id: int
    custom_id: str
    component_type: Literal[2, 3]
    values: list[str] | None = None


class SentInput(Schema):
    """A text input as it was filled in."""

    type: Literal[4]
    id: int
    custom_id: str
    value: str


class SentLabel(Schema):
    """A label of a form, with its input."""

    type: Literal[18]
    id: int
    component: SentInput


class SentText(Schema):
    """A text display of a form."""

    type: Literal[10]
    id: int


class FormData(Schema):
    """`data` of a form that was sent."""

    custom_id: str
    components: list[SentLabel | SentText]


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
    data: CommandData


class ComponentInteraction(InteractionBase):
    """INTERACTION_CREATE of a press; without its message discord.py misbehaves silently."""

    type: Literal[3]
    data: ComponentData
    message: MessageSchema


class FormInteraction(InteractionBase):
    """INTERACTION_CREATE of a form."""

    type: Literal[5]
    data: FormData


class InteractionCreate(BaseModel):
    """Any interaction, told apart by its type."""

    event: Annotated[CommandInteraction | ComponentInteraction | FormInteraction, Field(discriminator="type")]


_SCHEMAS: dict[str, type[BaseModel]] = {
    "READY": Ready,
    "GUILD_CREATE": GuildCreate,
    "CHANNEL_UPDATE": TextChannel,
    "CHANNEL_DELETE": TextChannel,
    "GUILD_ROLE_UPDATE": RoleEvent,
    "GUILD_MEMBER_UPDATE": MemberUpdate,
    "GUILD_MEMBER_REMOVE": MemberRemove,
    "MESSAGE_CREATE": MessageEvent,
    "MESSAGE_UPDATE": MessageEvent,
    "MESSAGE_DELETE": MessageDelete,
}


def violations(name: str, data: Any) -> list[str]:
    """What is wrong with an event, each as `path: sentence`; nothing when it is right."""
    try:
        if name == "INTERACTION_CREATE":
            InteractionCreate.model_validate({"event": data})
        elif name in _SCHEMAS:
            _SCHEMAS[name].model_validate(data)
        else:
            return [f"{name}: there is no schema for this event"]
    except ValidationError as error:
        return [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
    return []
