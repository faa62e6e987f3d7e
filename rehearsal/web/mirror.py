"""What one browser has been told of one person's screen, and what it has still to be told."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rehearsal import offers
from rehearsal.person import Person
from rehearsal.web import picture
from rehearsal.web.parts import Json
from rehearsal.world.clock import WorldClock
from rehearsal.world.model import Channel
from rehearsal.world.world import World

#: A clock that flows and is this near to where it would have flowed has not been moved.
_NEAR = timedelta(seconds=0.5)


class ClockMirror:
    """Notices that a clock was moved, or that it flows or stands still from now on."""

    def __init__(self, clock: WorldClock, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self._told: tuple[datetime, int, float] | None = None

    def has_moved(self) -> bool:
        """Whether it is not where and as it was at the last call; True at the first."""
        now, rate, at = self._clock.now(), self._clock.rate, self._monotonic()
        if self._told is not None:
            told, told_rate, told_at = self._told
            expected = told + timedelta(seconds=(at - told_at) * told_rate)
            if rate == told_rate and (abs(now - expected) < _NEAR if rate else now == expected):
                return False
        self._told = (now, rate, at)
        return True


@dataclass(slots=True)
class _PlaceTold:
    """What was told of one place: its messages by id, each with its stamp, and what is offered there."""

    messages: dict[int, object] = field(default_factory=dict)
    offered: Json | None = None


class Mirror:
    """One browser's copy of a person's screen."""

    def __init__(self, world: World, person: Person) -> None:
        self._world = world
        self._person = person
        self._clock = ClockMirror(world.clock)
        self._places: list[Json] | None = None
        self._roles: list[Json] = []
        self._events: list[Json] = []
        self._told: dict[int, _PlaceTold] = {}

    def news(self) -> list[Json]:
        """The frames that bring the browser's copy up to date; none when nothing has changed."""
        visible = self._person.places()
        return [*self._clock_frames(), *self._gone(visible), *self._place_frames(visible)]

    def _clock_frames(self) -> list[Json]:
        if not self._clock.has_moved():
            return []
        clock = self._world.clock
        return [{"type": "clock", "now": picture.moment(clock.now()), "rate": clock.rate}]

    def _gone(self, visible: list[Channel]) -> list[Json]:
        """What stood in places that she does not see any more."""
        ids = {channel.id for channel in visible}
        frames = []
        for place_id in [each for each in self._told if each not in ids]:
            told = self._told.pop(place_id)
            if told.messages:
                frames.append(_messages(place_id, [], list(told.messages)))
        return frames

    def _place_frames(self, visible: list[Channel]) -> list[Json]:
        frames: list[Json] = []
        places, events = picture.places(self._world, self._person), picture.events(self._person)
        roles = picture.roles(self._world)
        if (places, roles) != (self._places, self._roles):
            self._places, self._roles = places, roles
            frames.append({"type": "places", "places": places, "roles": roles})
        if events != self._events:
            self._events = events
            frames.append({"type": "events", "events": events})
        for channel in visible:
            # What stood there when the place came into sight is not new.
            is_known = channel.id in self._told
            told = self._told.setdefault(channel.id, _PlaceTold())
            offered = picture.offered(self._world, self._person, channel)
            frames += self._message_frames(channel, told, bool(offered["menus"]), is_known)
            if offered != told.offered:
                told.offered = offered
                frames.append({"type": "offers", "place": str(channel.id), **offered})
        return frames

    def _message_frames(
        self, channel: Channel, told: _PlaceTold, has_menus: bool, is_known: bool
    ) -> list[Json]:
        world, person = self._world, self._person
        pickable = offers.pickable(world, person.user_id, channel)
        stamps: dict[int, object] = {}
        changed: list[Json] = []
        for each in person.messages(channel):
            stamps[each.id] = picture.stamp(world, each, pickable, has_menus=has_menus)
            if told.messages.get(each.id) != stamps[each.id]:
                drawn = picture.message(world, person, each, pickable, has_menus=has_menus)
                changed.append({**drawn, "new": is_known and each.id not in told.messages})
        gone = [each for each in told.messages if each not in stamps]
        told.messages = stamps
        return [_messages(channel.id, changed, gone)] if changed or gone else []


def _messages(place_id: int, changed: list[Json], gone: list[int]) -> Json:
    return {
        "type": "messages",
        "place": str(place_id),
        "messages": changed,
        "gone": [str(each) for each in gone],
    }
