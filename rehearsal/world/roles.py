"""Roles that are made, changed, given and deleted, with Discord's rules for each.

Of two roles in the same place the newer one is the lower. With MANAGE_ROLES a bot makes roles, and changes,
gives, takes and deletes those below its own highest one; into none it puts a right that it has not itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rehearsal.world import errors, happenings
from rehearsal.world import permissions as rights
from rehearsal.world.errors import NotKnownError
from rehearsal.world.model import Member, Role
from rehearsal.world.permissions import Permission

if TYPE_CHECKING:
    from rehearsal.world.world import World

MAX_ROLES = 250
MAX_ROLE_NAME = 100
#: Where a new role comes: at the bottom, above @everyone alone.
_AT_THE_BOTTOM = 1


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role as its maker wants it, or an edit; None leaves a thing as it is."""

    name: str | None = None
    permissions: int | None = None
    hoist: bool | None = None
    mentionable: bool | None = None


def height(role: Role) -> tuple[int, int]:
    """The higher role has the greater height."""
    return role.position, -role.id


@dataclass(slots=True)
class Roles:
    """The roles of a world. All but `add` and `remove` raise DiscordError as Discord would refuse."""

    world: World

    def find(self, role_id: int) -> Role:
        """A role of the community (10011)."""
        role = self.world.guild.roles.get(role_id)
        if role is None:
            raise errors.unknown_role()
        return role

    def create(self, who_id: int, wanted: RoleChange) -> Role:
        """Makes a role at the bottom; without permissions it gets those of @everyone."""
        held = self._managing(who_id)
        self._refuse_granting(held, wanted.permissions or 0)
        if len(self.world.guild.roles) >= MAX_ROLES:
            raise errors.too_many_roles(MAX_ROLES)
        return self.add(wanted)

    def add(self, wanted: RoleChange) -> Role:
        """Makes a role without asking for permissions."""
        guild = self.world.guild
        bits = guild.roles[guild.id].permissions if wanted.permissions is None else wanted.permissions
        role = Role(
            self.world.ids.next(),
            wanted.name or "new role",
            bits,
            _AT_THE_BOTTOM,
            mentionable=bool(wanted.mentionable),
            hoist=bool(wanted.hoist),
        )
        guild.roles[role.id] = role
        self.world.tell(happenings.RoleCreated(role))
        return role

    def change(self, who_id: int, role_id: int, change: RoleChange) -> Role:
        """Changes a role that is lower; rights that it has already need not be held."""
        role = self._managed(who_id, role_id)
        if change.permissions is not None:
            self._refuse_granting(self._managing(who_id), change.permissions & ~role.permissions)
            role.permissions = change.permissions
        if change.name is not None:
            role.name = change.name
        if change.hoist is not None:
            role.hoist = change.hoist
        if change.mentionable is not None:
            role.mentionable = change.mentionable
        self.world.tell(happenings.RoleChanged(role))
        return role

    def delete(self, who_id: int, role_id: int) -> None:
        """Deletes a role that is lower."""
        role = self._managed(who_id, role_id)
        self._refuse_unmanageable(role)
        self.remove(role)

    def remove(self, role: Role) -> None:
        """Deletes a role without asking; it goes from its members, and its overwrites from the channels."""
        guild = self.world.guild
        for member in guild.members.values():
            member.role_ids.discard(role.id)
        del guild.roles[role.id]
        for channel in guild.channels.values():
            if channel.overwrites.pop(role.id, None) is not None:
                self.world.tell(happenings.ChannelChanged(channel))
        self.world.tell(happenings.RoleDeleted(role))

    def from_the_top(self) -> list[Role]:
        """All roles but @everyone, the highest first."""
        roles = [each for each in self.world.guild.roles.values() if each.id != self.world.guild.id]
        return sorted(roles, key=height, reverse=True)

    def arrange(self, from_the_top: Sequence[Role]) -> None:
        """Puts the roles into this order, without asking."""
        for position, role in enumerate(reversed(from_the_top), start=1):
            if role.position != position:
                role.position = position
                self.world.tell(happenings.RoleChanged(role))

    def give(self, who_id: int, user_id: int, role_id: int) -> None:
        """Gives a member a role that is lower than the giver's highest; nothing, if she has it."""
        member, role = self._of_member(who_id, user_id, role_id)
        if role.id not in member.role_ids:
            member.role_ids.add(role.id)
            self.world.tell(happenings.MemberChanged(member))

    def take(self, who_id: int, user_id: int, role_id: int) -> None:
        """Takes such a role from a member; nothing, if she has not got it."""
        member, role = self._of_member(who_id, user_id, role_id)
        if role.id in member.role_ids:
            member.role_ids.remove(role.id)
            self.world.tell(happenings.MemberChanged(member))

    def _of_member(self, who_id: int, user_id: int, role_id: int) -> tuple[Member, Role]:
        member, role = self.world.member(user_id), self._managed(who_id, role_id)
        self._refuse_unmanageable(role)
        return member, role

    def _refuse_unmanageable(self, role: Role) -> None:
        if role.id == self.world.guild.id or role.managed_for is not None:
            raise NotKnownError("The rehearsal does not know how to give or delete @everyone or a bot's role")

    def _managing(self, who_id: int) -> int:
        """What somebody who may manage roles holds (50013)."""
        # A flag would forget, upside down, the bits that have no name here.
        held = int(rights.in_guild(self.world.guild, self.world.guild.members[who_id]))
        if not held & Permission.MANAGE_ROLES:
            raise errors.missing_permissions()
        return held

    def _managed(self, who_id: int, role_id: int) -> Role:
        """A role below the highest one of somebody who may manage roles (10011, 50013)."""
        role = self.find(role_id)
        self._managing(who_id)
        guild = self.world.guild
        own = [guild.roles[each] for each in (guild.id, *guild.members[who_id].role_ids)]
        if who_id != guild.owner_id and height(role) >= max(map(height, own)):
            raise errors.missing_permissions()
        return role

    def _refuse_granting(self, held: int, bits: int) -> None:
        if bits & ~held and held != rights.EVERYTHING:
            raise errors.missing_permissions()
