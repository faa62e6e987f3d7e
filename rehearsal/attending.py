"""The scheduled events that one person sees, and what she can say of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rehearsal.membership import Membership
from rehearsal.world.errors import CannotSee, CannotUse, DiscordError
from rehearsal.world.scheduled_event import EventStatus, ScheduledEvent


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event as it is on one person's screen.

    `place` is what its makers wrote, or the name of a voice channel; `about` is empty where they wrote
    nothing; `count` people are interested, and `interested` says whether she is; `under_way` from its
    beginning on.
    """

    id: int
    name: str
    about: str
    start: datetime
    end: datetime | None
    place: str
    count: int
    interested: bool
    under_way: bool


class Attending(Membership):
    """The part of a person that looks at the community's events."""

    def events(self) -> list[ShownEvent]:
        """The events to come and under way, by their start; none outside the community."""
        return [self._shown_event(each) for each in self._world.scheduled.open_for(self._user.id)]

    def interested(self, event: ShownEvent | int, yes: bool = True) -> None:
        """Presses "Interested" on an event (or its id), or takes it back; CannotSee for any other event."""
        self._need_event(event)
        self._world.scheduled.set_interest(self._user.id, _id(event), yes=yes)

    def delete_event(self, event: ShownEvent | int) -> None:
        """Deletes an event (or its id); CannotSee for one not on her screen, CannotUse without the right."""
        self._need_event(event)
        try:
            self._world.scheduled.delete(self._user.id, _id(event))
        except DiscordError as refusal:
            raise CannotUse(refusal.message) from refusal

    def cancel_event(self, event: ShownEvent | int) -> None:
        """Cancels an event to come (or its id): it goes from all lists. Raises as `delete_event` does."""
        self._need_event(event)
        try:
            self._world.scheduled.amend(self._user.id, _id(event), {"status": EventStatus.CANCELED})
        except DiscordError as refusal:
            raise CannotUse(refusal.message) from refusal

    def _need_event(self, event: ShownEvent | int) -> None:
        if _id(event) not in {each.id for each in self._world.scheduled.open_for(self._user.id)}:
            raise CannotSee(f"{self._user.display_name} does not see that event")

    def _shown_event(self, event: ScheduledEvent) -> ShownEvent:
        those = self._world.scheduled.interested(event.id)
        place = event.location or ""
        if event.channel_id is not None:
            place = self._world.channels[event.channel_id].name
        return ShownEvent(
            id=event.id,
            name=event.name,
            about=event.description or "",
            start=event.starts,
            end=event.ends,
            place=place,
            count=len(those),
            interested=self._user.id in those,
            under_way=event.status is EventStatus.ACTIVE,
        )


def _id(event: ShownEvent | int) -> int:
    return event if isinstance(event, int) else event.id
