"""A scheduled event, as plain data: a meeting that a community announces, in a voice channel or elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TypedDict


class EntityKind(IntEnum):
    """Where an event is held, as far as it is known here."""

    VOICE = 2
    EXTERNAL = 3


class EventStatus(IntEnum):
    """How far an event is, by Discord's names."""

    SCHEDULED = 1
    ACTIVE = 2
    COMPLETED = 3
    CANCELED = 4


#: Discord says "a few hours" of an event that nobody started.
UNSTARTED_FOR = timedelta(hours=3)
TRANSITIONS = frozenset(
    {
        (EventStatus.SCHEDULED, EventStatus.ACTIVE),
        (EventStatus.ACTIVE, EventStatus.COMPLETED),
        (EventStatus.SCHEDULED, EventStatus.CANCELED),
    }
)


@dataclass(frozen=True, slots=True)
class ByItself:
    """What an event becomes if nobody touches it, and when."""

    at: datetime
    status: EventStatus


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody says of an event who makes one."""

    name: str
    kind: EntityKind
    starts: datetime
    ends: datetime | None = None
    description: str | None = None
    location: str | None = None
    channel_id: int | None = None


class Amendment(TypedDict, total=False):
    """What somebody says of an event who changes it; what is absent stays."""

    name: str
    kind: EntityKind
    starts: datetime
    ends: datetime | None
    description: str | None
    location: str | None
    channel_id: int | None
    status: EventStatus


@dataclass(frozen=True, slots=True)
class ScheduledEvent:
    """An event as it is now; a changed one is another object with the same id."""

    id: int
    creator_id: int
    name: str
    kind: EntityKind
    starts: datetime
    ends: datetime | None
    description: str | None
    location: str | None
    channel_id: int | None
    status: EventStatus = EventStatus.SCHEDULED

    @property
    def open(self) -> bool:
        """Whether it is still to come, or under way."""
        return self.status in (EventStatus.SCHEDULED, EventStatus.ACTIVE)

    def by_itself(self) -> ByItself | None:
        """What comes next of itself, as Discord documents it, or None.

        An external event begins and ends at its times. One in a voice channel that nobody started is
        cancelled some hours after its start.
        """
        if self.kind is EntityKind.EXTERNAL:
            if self.status is EventStatus.SCHEDULED:
                return ByItself(self.starts, EventStatus.ACTIVE)
            if self.status is EventStatus.ACTIVE and self.ends is not None:
                return ByItself(self.ends, EventStatus.COMPLETED)
        elif self.status is EventStatus.SCHEDULED:
            return ByItself(self.starts + UNSTARTED_FOR, EventStatus.CANCELED)
        return None
