"""What may be in a request about a scheduled event.

Not known are stage channels, cover images and events that come again: they are refused, never ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, cast

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from rehearsal.wire.bodies import Body, Empty, Snowflake
from rehearsal.world.scheduled_event import Amendment, EntityKind, EventStatus, Plan

_STAGE = 1
#: How the world calls what a change can say.
_NAMES: Mapping[str, str] = {
    "name": "name",
    "entity_type": "kind",
    "scheduled_start_time": "starts",
    "scheduled_end_time": "ends",
    "description": "description",
    "channel_id": "channel_id",
    "entity_metadata": "location",
    "status": "status",
}


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        sentence = "Could not parse {value}. Should be ISO8601."
        raise PydanticCustomError("DATE_TIME_TYPE_PARSE", sentence, {"value": str(value)}) from None
    if moment.tzinfo is None:
        raise PydanticCustomError("not_known", "not known without a zone")
    return moment.astimezone(UTC)


def _not_stage(value: Any) -> Any:
    if value == _STAGE:
        raise PydanticCustomError("not_known", "stage channels are not known")
    return value


def _not_null(value: Any) -> Any:
    if value is None:
        raise PydanticCustomError("BASE_TYPE_REQUIRED", "This field is required")
    return value


def _not_known_as_null(value: Any) -> Any:
    if value is None:
        raise PydanticCustomError("not_known", "not known as null")
    return value


Moment = Annotated[datetime, BeforeValidator(_moment)]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Description = Annotated[str, Field(min_length=1, max_length=1000)]
Location = Annotated[str, Field(min_length=1, max_length=100)]
Kind = Annotated[Literal[2, 3], BeforeValidator(_not_stage)]


class EntityMetadataBody(Body):
    """Where an event is held that is not held in a channel."""

    location: Location | None = None


class ScheduledEventBody(Body):
    """A new event."""

    name: Name
    privacy_level: Literal[2]
    entity_type: Kind
    scheduled_start_time: Moment
    scheduled_end_time: Moment | None = None
    description: Description | None = None
    channel_id: Snowflake | None = None
    entity_metadata: EntityMetadataBody | None = None
    image: Empty = None
    recurrence_rule: Empty = None

    def plan(self) -> Plan:
        """As the world understands it."""
        return Plan(
            name=self.name,
            kind=EntityKind(self.entity_type),
            starts=self.scheduled_start_time,
            ends=self.scheduled_end_time,
            description=self.description,
            location=self.entity_metadata.location if self.entity_metadata else None,
            channel_id=self.channel_id,
        )


class ScheduledEventEditBody(Body):
    """A change of an event; what is absent stays."""

    name: Annotated[Name | None, BeforeValidator(_not_null)] = None
    privacy_level: Annotated[Literal[2] | None, BeforeValidator(_not_null)] = None
    entity_type: Annotated[Kind | None, BeforeValidator(_not_known_as_null)] = None
    scheduled_start_time: Annotated[Moment | None, BeforeValidator(_not_null)] = None
    scheduled_end_time: Moment | None = None
    description: Description | None = None
    channel_id: Snowflake | None = None
    entity_metadata: EntityMetadataBody | None = None
    status: Annotated[Literal[1, 2, 3, 4] | None, BeforeValidator(_not_known_as_null)] = None
    image: Empty = None
    recurrence_rule: Empty = None

    def amendment(self) -> Amendment:
        """As the world understands it."""
        said: dict[str, Any] = {
            name: getattr(self, field) for field, name in _NAMES.items() if field in self.model_fields_set
        }
        for name, kind in (("kind", EntityKind), ("status", EventStatus)):
            if name in said:
                said[name] = kind(said[name])
        if "location" in said:
            said["location"] = self.entity_metadata.location if self.entity_metadata else None
        return cast("Amendment", said)
