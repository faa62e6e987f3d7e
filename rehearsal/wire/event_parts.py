"""The things that gateway events are made of: exactly these fields, no others."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]*)$")]
Bits = Annotated[str, Field(pattern=r"^[0-9]+$")]
Nothing = Annotated[list[Any], Field(max_length=0)]


class Schema(BaseModel):
    """Exactly these fields."""

    model_config = ConfigDict(extra="forbid")


class UserSchema(Schema):
    """An account."""

    id: Id
    username: str
    avatar: None
    discriminator: Literal["0"]
    public_flags: int
    flags: int
    bot: bool
    banner: None
    accent_color: None
    global_name: str | None
    primary_guild: None


class OwnUserSchema(UserSchema):
    """The bot's own account."""

    mfa_enabled: bool
    locale: str
    premium_type: int
    email: None
    verified: bool


class RoleColours(Schema):
    """A role's colours."""

    primary_color: int
    secondary_color: int | None
    tertiary_color: int | None


class RoleTags(Schema):
    """What a managed role belongs to."""

    bot_id: Id


class RoleSchema(Schema):
    """A role."""

    id: Id
    name: str
    permissions: Bits
    position: int
    color: int
    colors: RoleColours
    hoist: bool
    managed: bool
    mentionable: bool
    icon: None
    unicode_emoji: None
    flags: int
    tags: RoleTags | None = None


class PartialMember(Schema):
    """A member without its account."""

    avatar: None
    banner: None
    communication_disabled_until: None
    flags: int
    joined_at: AwareDatetime
    nick: None
    pending: bool
    premium_since: None
    roles: list[Id]
    mute: bool
    deaf: bool


class MemberSchema(PartialMember):
    """A member."""

    user: UserSchema


class ActingMember(MemberSchema):
    """A member who uses the bot."""

    permissions: Bits


class ResolvedMember(Schema):
    """A member that an option names."""

    avatar: None
    banner: None
    communication_disabled_until: None
    flags: int
    joined_at: AwareDatetime
    nick: None
    pending: bool
    premium_since: None
    roles: list[Id]
    permissions: Bits


class OverwriteSchema(Schema):
    """What a channel allows and denies."""

    id: Id
    type: Literal[0, 1]
    allow: Bits
    deny: Bits


class GuildChannel(Schema):
    """What every channel of a community has."""

    id: Id
    guild_id: Id
    name: str
    parent_id: Id | None
    position: int
    permission_overwrites: list[OverwriteSchema]
    rate_limit_per_user: int
    nsfw: bool
    flags: int
    last_message_id: Id | None
    last_pin_timestamp: None


class TextChannel(GuildChannel):
    """A text channel."""

    type: Literal[0]
    topic: str | None


class SeenChannel(TextChannel):
    """A text channel with what the acting person may do in it."""

    permissions: Bits


class DirectChannel(Schema):
    """A chat with the bot."""

    id: Id
    type: Literal[1]
    flags: int
    last_message_id: Id | None
    last_pin_timestamp: None
    recipients: Annotated[list[UserSchema], Field(min_length=1, max_length=1)]


class Metadata(Schema):
    """Where an answer comes from."""

    id: Id
    type: Literal[2, 3, 5]
    user: UserSchema
    authorizing_integration_owners: dict[str, Id]
    original_response_message_id: Id | None = None
    interacted_message_id: Id | None = None
    target_message_id: Id | None = None
    triggering_interaction_metadata: Metadata | None = None


class Reference(Schema):
    """From the answer to a message menu to the message that the menu was of."""

    type: Literal[0]
    channel_id: Id
    message_id: Id
    guild_id: Id | None = None


class AttachmentSchema(Schema):
    """A file on a message."""

    id: Id
    filename: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+$")]
    size: Annotated[int, Field(ge=0)]
    url: Annotated[str, Field(pattern=r"^http://127\.0\.0\.1:[0-9]+/(ephemeral-)?attachments/\S+$")]
    proxy_url: str
    title: str | None = None
    description: Annotated[str, Field(min_length=1, max_length=1024)] | None = None
    content_type: str | None = None
    width: Annotated[int, Field(ge=1)] | None = None
    height: Annotated[int, Field(ge=1)] | None = None
    ephemeral: Literal[True] | None = None
    flags: Literal[8] | None = None


class MessageSchema(Schema):
    """A message as it stands inside an interaction."""

    id: Id
    type: Literal[0, 20, 23]
    channel_id: Id
    author: UserSchema
    content: str
    components: list[dict[str, Any]]
    embeds: Nothing
    attachments: list[AttachmentSchema]
    mentions: list[UserSchema]
    mention_roles: list[Id]
    mention_everyone: bool
    timestamp: AwareDatetime
    edited_timestamp: AwareDatetime | None
    flags: int
    pinned: bool
    tts: bool
    nonce: str | int | None = None
    webhook_id: Id | None = None
    application_id: Id | None = None
    interaction_metadata: Metadata | None = None
    message_reference: Reference | None = None


class UnavailableGuild(Schema):
    """A community in READY."""

    id: Id
    unavailable: Literal[True]


class PartialApplication(Schema):
    """The application in READY."""

    id: Id
    flags: int
