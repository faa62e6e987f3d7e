"""Scheduled events as the gateway brings them: exactly these fields, no others."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, RootModel

from rehearsal.wire.event_parts import Id, Nothing, Schema


class _Common(Schema):
    id: Id
    guild_id: Id
    creator_id: Id
    name: Annotated[str, Field(min_length=1, max_length=100)]
    description: Annotated[str, Field(min_length=1, max_length=1000)] | None
    scheduled_start_time: AwareDatetime
    privacy_level: Literal[2]
    status: Literal[1, 2, 3, 4]
    entity_id: None
    image: None
    recurrence_rule: None
    guild_scheduled_event_exceptions: Nothing


class Place(Schema):
    """Where an event is held that is not held in a channel."""

    location: Annotated[str, Field(min_length=1, max_length=100)]


class ExternalEvent(_Common):
    """An event elsewhere."""

    entity_type: Literal[3]
    channel_id: None
    entity_metadata: Place
    scheduled_end_time: AwareDatetime


class VoiceEvent(_Common):
    """An event in a voice channel."""

    entity_type: Literal[2]
    channel_id: Id
    entity_metadata: None
    scheduled_end_time: AwareDatetime | None


ScheduledEventSchema = Annotated[ExternalEvent | VoiceEvent, Field(discriminator="entity_type")]


class ScheduledEvents(RootModel[ScheduledEventSchema]):
    """GUILD_SCHEDULED_EVENT_CREATE, GUILD_SCHEDULED_EVENT_UPDATE and GUILD_SCHEDULED_EVENT_DELETE."""


class InterestEvent(Schema):
    """GUILD_SCHEDULED_EVENT_USER_ADD and GUILD_SCHEDULED_EVENT_USER_REMOVE."""

    guild_scheduled_event_id: Id
    guild_id: Id
    user_id: Id
