"""Voice rooms as one person uses them: who is in which, going in and leaving."""

from __future__ import annotations

from rehearsal.membership import Membership
from rehearsal.world.errors import CannotSee, CannotUse, DiscordError
from rehearsal.world.model import Channel, ChannelKind
from rehearsal.world.permissions import Permission


class RoomGoer(Membership):
    """The part of a person that goes into voice rooms. Their text chats are not on her screen."""

    @property
    def room(self) -> str | None:
        """The voice room that she is in."""
        found = self._world.rooms.of(self._user.id)
        return None if found is None else found.name

    def rooms(self) -> dict[str, list[str]]:
        """The voice rooms on the left, from top to bottom, each with the names of who is in it, by name.

        A room that is hidden from her is there only while she is in it.
        """
        return {room.name: names for room, names in self.seen_rooms()}

    def seen_rooms(self) -> list[tuple[Channel, list[str]]]:
        """As `rooms`, with the rooms themselves, of which two may have one name."""
        return [(room, self._names(room)) for room in self._seen_rooms()]

    def enter(self, where: str | Channel) -> None:
        """Goes into a voice room, given by name or itself; from another if she was in one.

        CannotSee when it is not on her screen, CannotUse without the right to enter or when it is full.
        """
        rooms = self._world.rooms
        room = self._seen_room(where)
        if rooms.of(self._user.id) is room:
            return
        if not self._world.permissions(self._user.id, room) & Permission.CONNECT:
            raise CannotUse(f"{self._user.display_name} may not enter {room.name!r}")
        if rooms.full_for(self._user.id, room):
            raise CannotUse(f"{room.name!r} is full")
        rooms.put(self._user.id, room)

    def leave_voice(self) -> None:
        """Leaves the voice room that she is in; CannotUse when she is in none."""
        if self.room is None:
            raise CannotUse(f"{self._user.display_name} is in no voice room")
        self._world.rooms.take_out(self._user.id)

    def move(self, name: str, room: str) -> None:
        """Draws somebody who is in a voice room into another one.

        CannotSee when that room is not on her screen, CannotUse without the right or when nobody of this name
        is in a room; LookupError for nobody.
        """
        moved, goal = self._world.member_named(name).user, self._seen_room(room)
        try:
            self._world.rooms.move(self._user.id, moved.id, goal.id)
        except DiscordError as refusal:
            raise CannotUse(refusal.message) from refusal

    def _seen_rooms(self) -> list[Channel]:
        own = self._world.rooms.of(self._user.id)
        listed = self._world.listed(ChannelKind.VOICE)
        return [each for each in listed if each is own or self._world.sees(self._user.id, each)]

    def _seen_room(self, where: str | Channel) -> Channel:
        for room in self._seen_rooms():
            if where in (room, room.name):
                return room
        name = where if isinstance(where, str) else where.name
        raise CannotSee(f"{self._user.display_name} does not see a voice room {name!r}")

    def _names(self, room: Channel) -> list[str]:
        inside = self._world.rooms.inside(room)
        return sorted((member.user.display_name for member in inside), key=str.casefold)
