"""Who is in which voice room."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rehearsal.world import errors, happenings
from rehearsal.world import permissions as rights
from rehearsal.world.model import Channel, ChannelKind, Member, VoiceState
from rehearsal.world.permissions import Permission

if TYPE_CHECKING:
    from rehearsal.world.world import World


@dataclass(slots=True)
class Rooms:
    """The voice rooms of a world, by who is in them; a member is in one at most."""

    world: World
    _states: dict[int, VoiceState] = field(default_factory=dict)

    def states(self) -> list[VoiceState]:
        """The states of all who are in a room, in the order in which they came."""
        return list(self._states.values())

    def of(self, user_id: int) -> Channel | None:
        """The room that somebody is in."""
        state = self._states.get(user_id)
        return None if state is None else self.world.channels[state.channel_id or 0]

    def inside(self, room: Channel) -> list[Member]:
        """Who is in a room, in the order in which they came to be in one."""
        members = self.world.guild.members
        return [members[state.user_id] for state in self._states.values() if state.channel_id == room.id]

    def full_for(self, user_id: int, room: Channel) -> bool:
        """Whether the room's limit keeps somebody out, which it does not with MOVE_MEMBERS."""
        if not room.user_limit or self.world.permissions(user_id, room) & Permission.MOVE_MEMBERS:
            return False
        return len(self.inside(room)) >= room.user_limit

    def put(self, user_id: int, room: Channel) -> None:
        """A member enters a room, or comes from another, without being asked for permissions."""
        state = self._states.get(user_id) or VoiceState(user_id, secrets.token_hex(16), None)
        if state.channel_id != room.id:
            self._states[user_id] = replace(state, channel_id=room.id)
            self._tell(self._states[user_id])

    def take_out(self, user_id: int) -> None:
        """Somebody is in no room any more; nothing happens to one who was in none."""
        state = self._states.pop(user_id, None)
        if state is not None:
            self._tell(replace(state, channel_id=None))

    def empty(self, room_id: int) -> None:
        """Everybody is out of a room."""
        for state in self.states():
            if state.channel_id == room_id:
                self.take_out(state.user_id)

    def move(self, who_id: int, user_id: int, room_id: int | None) -> Member:
        """Moves a member who is in a room to another, or out of voice for None.

        Needs MOVE_MEMBERS in the room she is in and in the one she goes to (50013), and CONNECT there
        (50001); 10003 for no such channel, 10007 and 10013 for nobody here, 40032 when she is in no room.
        She herself needs no right to be there, and no limit keeps her out. As Discord documents, her
        membership counts as changed.
        """
        member = self.world.member(user_id)
        goal = None if room_id is None else self._room(who_id, room_id)
        now = self.of(user_id)
        self._refuse_mover(who_id, [room for room in (now, goal) if room is not None])
        if now is None:
            raise errors.not_in_voice()
        if goal is None:
            self.take_out(user_id)
        else:
            self.put(user_id, goal)
        self.world.tell(happenings.MemberChanged(member))
        return member

    def _room(self, who_id: int, room_id: int) -> Channel:
        room = self.world.channel_for(who_id, room_id)
        if room.kind is not ChannelKind.VOICE:
            raise errors.NotKnownError(
                "The rehearsal does not know how Discord refuses a move to a text channel"
            )
        if not self.world.permissions(who_id, room) & Permission.CONNECT:
            raise errors.missing_access()
        return room

    def _refuse_mover(self, who_id: int, rooms: list[Channel]) -> None:
        guild = self.world.guild
        held = [rights.in_guild(guild, guild.members[who_id])] if not rooms else []
        held += [self.world.permissions(who_id, room) for room in rooms]
        if not all(bits & Permission.MOVE_MEMBERS for bits in held):
            raise errors.missing_permissions()

    def _tell(self, state: VoiceState) -> None:
        member = self.world.guild.members[state.user_id]
        self.world.tell(happenings.VoiceStateChanged(member, state))
