"""Scheduled events: who may make, change and see them, what is refused, and what they do by themselves.

Rights, by Discord's table: an event elsewhere asks for rights in the community, one in a voice channel for
rights in that channel, and to view and to enter it as well. Making needs CREATE_EVENTS. Changing and deleting
need MANAGE_EVENTS, or for one's own event either of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from rehearsal.world import errors, happenings
from rehearsal.world import permissions as rights
from rehearsal.world.errors import NotKnownError, Problem
from rehearsal.world.model import ChannelKind
from rehearsal.world.permissions import Permission
from rehearsal.world.scheduled_event import (
    TRANSITIONS,
    Amendment,
    ByItself,
    EntityKind,
    EventStatus,
    Plan,
    ScheduledEvent,
)

if TYPE_CHECKING:
    from rehearsal.world.world import World

MAX_OPEN = 100
_REQUIRED = ("BASE_TYPE_REQUIRED", "This field is required")


class Scheduled:
    """All scheduled events of the community.

    What is due by itself happens before anything is looked at, so nobody meets an event that should be over.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._events: dict[int, ScheduledEvent] = {}
        self._interested: dict[int, set[int]] = {}

    @property
    def next_due(self) -> datetime | None:
        """When the next event changes by itself."""
        return min((step.at for _, step in self._steps()), default=None)

    def run_due(self) -> None:
        """Lets everything happen that is due by now, in the order of its moments."""
        while due := [each for each in self._steps() if each[1].at <= self._world.clock.now()]:
            event, step = min(due, key=lambda each: (each[1].at, each[0].id))
            self._change(replace(event, status=step.status))

    def visible(self, user_id: int, event: ScheduledEvent) -> bool:
        """Whether the account can see the event: as a member, and its channel where it has one."""
        if event.channel_id is None:
            return user_id in self._world.guild.members
        channel = self._world.channels.get(event.channel_id)
        return channel is not None and self._world.sees(user_id, channel)

    def open_for(self, user_id: int) -> list[ScheduledEvent]:
        """The events to come and under way that the account can see, by their start."""
        self.run_due()
        seen = [each for each in self._events.values() if each.open and self.visible(user_id, each)]
        return sorted(seen, key=lambda event: (event.starts, event.id))

    def fetch(self, user_id: int, event_id: int) -> ScheduledEvent:
        """An event that the account can see, a finished one too; 10070 unknown, 50001 hidden."""
        self.run_due()
        event = self._events.get(event_id)
        if event is None:
            raise errors.unknown_scheduled_event()
        if not self.visible(user_id, event):
            raise errors.missing_access()
        return event

    def create(self, user_id: int, plan: Plan) -> ScheduledEvent:
        """Makes an event.

        Refused: 10003 and 50001 for its channel, 50013 without the rights, 50024 for a channel that is no
        voice channel, 50035 for what does not go together, 30038 when 100 are open.
        """
        self.run_due()
        event = ScheduledEvent(
            id=self._world.ids.next(),
            creator_id=user_id,
            name=plan.name,
            kind=plan.kind,
            starts=plan.starts,
            ends=plan.ends,
            description=plan.description,
            location=plan.location,
            channel_id=plan.channel_id,
        )
        self._refuse_without(user_id, event, int(Permission.CREATE_EVENTS))
        _refuse_form(*_misfits(event), *self._past("scheduled_start_time", event.starts), *_backwards(event))
        if sum(each.open for each in self._events.values()) >= MAX_OPEN:
            raise errors.too_many_scheduled_events()
        self._events[event.id] = event
        self._world.tell(happenings.ScheduledEventCreated(event))
        return event

    def amend(self, user_id: int, event_id: int, said: Amendment) -> ScheduledEvent:
        """Changes an event, wholly or not at all.

        Refused as at `create`, and: 10070 unknown, 180000 for one that is over, 50035 for a status that does
        not follow on the present one, and for the start of one that is under way.
        """
        before = self.fetch(user_id, event_id)
        self._refuse_strangers(user_id, before)
        if not before.open:
            raise errors.finished_event()
        after = replace(before, **said)
        if after.kind is EntityKind.VOICE and "location" in said:
            # Discord documents that it drops this silently.
            after = replace(after, location=None)
        if after.kind is not before.kind and before.status is EventStatus.ACTIVE:
            raise NotKnownError("The rehearsal does not know how an event under way moves elsewhere")
        if after.channel_id != before.channel_id:
            self._refuse_strangers(user_id, after)
        _refuse_form(
            *_misfits(after), *_transition(before, said), *self._times(before, said), *_backwards(after)
        )
        if after != before:
            self._change(after)
            self.run_due()
        return self._events[event_id]

    def delete(self, user_id: int, event_id: int) -> None:
        """Deletes an event, and who was interested; 10070 unknown, 50013 without the rights."""
        event = self.fetch(user_id, event_id)
        self._refuse_strangers(user_id, event)
        self._forget(event)
        self._world.tell(happenings.ScheduledEventDeleted(event))

    def lose_channel(self, channel_id: int) -> None:
        """A channel was deleted, and its events with it; a client concludes this from the channel alone."""
        for event in [each for each in self._events.values() if each.channel_id == channel_id]:
            self._forget(event)

    def interested(self, event_id: int) -> list[int]:
        """The accounts that are interested in an event, in the order of their ids."""
        return sorted(self._interested.get(event_id, ()))

    def set_interest(self, user_id: int, event_id: int, *, yes: bool) -> None:
        """Somebody is interested, or no longer; 10070 unknown, 50001 hidden, 180000 over."""
        event = self.fetch(user_id, event_id)
        if not event.open:
            raise errors.finished_event()
        those = self._interested.setdefault(event_id, set())
        if (user_id in those) is not yes:
            (those.add if yes else those.discard)(user_id)
            self._world.tell(happenings.InterestChanged(event, user_id, yes))

    def _steps(self) -> Iterator[tuple[ScheduledEvent, ByItself]]:
        for event in self._events.values():
            step = event.by_itself()
            if step is not None:
                yield event, step

    def _change(self, event: ScheduledEvent) -> None:
        self._events[event.id] = event
        self._world.tell(happenings.ScheduledEventChanged(event))

    def _forget(self, event: ScheduledEvent) -> None:
        del self._events[event.id]
        self._interested.pop(event.id, None)

    def _refuse_strangers(self, user_id: int, event: ScheduledEvent) -> None:
        """For who may not change the event."""
        own = Permission.CREATE_EVENTS if event.creator_id == user_id else 0
        self._refuse_without(user_id, event, int(Permission.MANAGE_EVENTS | own))

    def _refuse_without(self, user_id: int, event: ScheduledEvent, one_of: int) -> None:
        """For who has none of these rights where the event is held, or cannot go there."""
        if event.channel_id is None:
            member = self._world.guild.members.get(user_id)
            held = rights.in_guild(self._world.guild, member) if member else 0
        else:
            channel = self._world.channel_for(user_id, event.channel_id)
            if channel.kind is not ChannelKind.VOICE:
                raise errors.wrong_channel_type()
            held = self._world.permissions(user_id, channel)
            one_of = one_of if held & Permission.CONNECT else 0
        if not held & one_of:
            raise errors.missing_permissions()

    def _times(self, before: ScheduledEvent, said: Amendment) -> Iterator[Problem]:
        """Whether times that are said can still be said, the same as before or not."""
        if "starts" in said:
            if before.status is EventStatus.ACTIVE:
                code = "GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID_START_BY_STATUS"
                yield Problem(("scheduled_start_time",), code, "Cannot update the start of an active event.")
            else:
                yield from self._past("scheduled_start_time", said["starts"])
        if said.get("ends") is not None:
            yield from self._past("scheduled_end_time", said["ends"])

    def _past(self, name: str, moment: datetime | None) -> Iterator[Problem]:
        if moment is not None and moment <= self._world.clock.now():
            code = "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST"
            yield Problem((name,), code, "Cannot schedule event in the past.")


def _refuse_form(*problems: Problem) -> None:
    if problems:
        raise errors.invalid_form(*problems)


def _misfits(event: ScheduledEvent) -> Iterator[Problem]:
    """Discord's table of what an event of this kind must have, and must not have."""
    if event.kind is EntityKind.VOICE:
        if event.channel_id is None:
            yield Problem(("channel_id",), *_REQUIRED)
        if event.location is not None:
            yield Problem(("entity_metadata",), "BASE_TYPE_INVALID", "Must be null for this entity type.")
        return
    if event.channel_id is not None:
        yield Problem(("channel_id",), "BASE_TYPE_INVALID", "Must be null for this entity type.")
    if event.location is None:
        yield Problem(("entity_metadata", "location"), *_REQUIRED)
    if event.ends is None:
        yield Problem(("scheduled_end_time",), *_REQUIRED)


def _backwards(event: ScheduledEvent) -> Iterator[Problem]:
    if event.ends is not None and event.ends <= event.starts:
        yield Problem(("scheduled_end_time",), "BASE_TYPE_INVALID", "The end must be after the start.")


def _transition(before: ScheduledEvent, said: Amendment) -> Iterator[Problem]:
    if "status" in said and (before.status, said["status"]) not in TRANSITIONS:
        sentence = f"An event cannot go from {before.status.name} to {said['status'].name}."
        yield Problem(("status",), "BASE_TYPE_INVALID", sentence)
