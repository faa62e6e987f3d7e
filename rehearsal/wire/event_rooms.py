"""The schemas of voice rooms, and of channels of any kind."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from rehearsal.wire.event_parts import (
    Bits,
    GuildChannel,
    Id,
    MemberSchema,
    Schema,
    SeenChannel,
    TextChannel,
)


class VoiceChannel(GuildChannel):
    """A voice room."""

    type: Literal[2]
    bitrate: int
    user_limit: Annotated[int, Field(ge=0, le=99)]
    rtc_region: None


class SeenVoiceChannel(VoiceChannel):
    """A voice room with what the acting person may do in it."""

    permissions: Bits


class Category(GuildChannel):
    """A category."""

    type: Literal[4]
    parent_id: None


class SeenCategory(Category):
    """A category with what the acting person may do in it."""

    permissions: Bits


AnyChannel = Annotated[TextChannel | VoiceChannel | Category, Field(discriminator="type")]
AnySeenChannel = Annotated[SeenChannel | SeenVoiceChannel | SeenCategory, Field(discriminator="type")]


class ChannelEvent(RootModel[AnyChannel]):
    """CHANNEL_CREATE, CHANNEL_UPDATE and CHANNEL_DELETE."""


class VoiceStateFields(Schema):
    """What every voice state has."""

    user_id: Id
    session_id: Annotated[str, Field(min_length=1)]
    deaf: bool
    mute: bool
    self_deaf: bool
    self_mute: bool
    self_video: bool
    suppress: bool
    request_to_speak_timestamp: None


class ArrivingVoiceState(VoiceStateFields):
    """A voice state in GUILD_CREATE: of somebody who is in a room."""

    channel_id: Id


class VoiceStateUpdate(VoiceStateFields):
    """VOICE_STATE_UPDATE; without a channel she has left."""

    channel_id: Id | None
    guild_id: Id
    member: MemberSchema
