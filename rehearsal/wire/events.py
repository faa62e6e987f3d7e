"""Schemas of every gateway event that the rehearsal sends.

They are the project's own, written from what Discord documents and what discord.py reads without asking.
Nothing that is not in a schema may be sent.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from rehearsal.wire.event_interactions import InteractionCreate
from rehearsal.wire.event_parts import (
    Id,
    MemberSchema,
    MessageSchema,
    Nothing,
    OwnUserSchema,
    PartialApplication,
    PartialMember,
    RoleSchema,
    Schema,
    UnavailableGuild,
    UserSchema,
)
from rehearsal.wire.event_rooms import AnyChannel, ArrivingVoiceState, ChannelEvent, VoiceStateUpdate
from rehearsal.wire.event_scheduled import InterestEvent, ScheduledEvents, ScheduledEventSchema


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


class Resumed(Schema):
    """RESUMED."""


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
    channels: list[AnyChannel]
    voice_states: list[ArrivingVoiceState]
    threads: Nothing
    presences: Nothing
    stage_instances: Nothing
    guild_scheduled_events: list[ScheduledEventSchema]
    soundboard_sounds: Nothing


class RoleEvent(Schema):
    """GUILD_ROLE_CREATE and GUILD_ROLE_UPDATE."""

    guild_id: Id
    role: RoleSchema


class RoleDelete(Schema):
    """GUILD_ROLE_DELETE."""

    guild_id: Id
    role_id: Id


class MemberEvent(MemberSchema):
    """GUILD_MEMBER_ADD and GUILD_MEMBER_UPDATE."""

    guild_id: Id


class MemberRemove(Schema):
    """GUILD_MEMBER_REMOVE."""

    guild_id: Id
    user: UserSchema


_SCHEMAS: dict[str, type[BaseModel]] = {
    "READY": Ready,
    "RESUMED": Resumed,
    "GUILD_CREATE": GuildCreate,
    "CHANNEL_CREATE": ChannelEvent,
    "CHANNEL_UPDATE": ChannelEvent,
    "CHANNEL_DELETE": ChannelEvent,
    "GUILD_ROLE_CREATE": RoleEvent,
    "GUILD_ROLE_UPDATE": RoleEvent,
    "GUILD_ROLE_DELETE": RoleDelete,
    "GUILD_MEMBER_ADD": MemberEvent,
    "GUILD_MEMBER_UPDATE": MemberEvent,
    "GUILD_MEMBER_REMOVE": MemberRemove,
    "VOICE_STATE_UPDATE": VoiceStateUpdate,
    "MESSAGE_CREATE": MessageEvent,
    "MESSAGE_UPDATE": MessageEvent,
    "MESSAGE_DELETE": MessageDelete,
    "GUILD_SCHEDULED_EVENT_CREATE": ScheduledEvents,
    "GUILD_SCHEDULED_EVENT_UPDATE": ScheduledEvents,
    "GUILD_SCHEDULED_EVENT_DELETE": ScheduledEvents,
    "GUILD_SCHEDULED_EVENT_USER_ADD": InterestEvent,
    "GUILD_SCHEDULED_EVENT_USER_REMOVE": InterestEvent,
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
