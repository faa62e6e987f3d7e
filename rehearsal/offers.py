"""What a person's client offers: commands and menus where she is, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rehearsal.world.components import Picker, RoleSelect, UserSelect
from rehearsal.world.errors import CannotUse
from rehearsal.world.model import Channel, ChannelKind, Command, CommandKind, CommandSpec, Subcommand
from rehearsal.world.permissions import Permission, in_guild
from rehearsal.world.selects import ChannelSelect
from rehearsal.world.world import World

_IN_GUILD, _IN_CHAT = 0, 1


def commands(world: World, user_id: int, place: Channel) -> list[str]:
    """The names of the slash commands, as `slash_commands`."""
    return [name for name, _ in slash_commands(world, user_id, place)]


def slash_commands(world: World, user_id: int, place: Channel) -> list[tuple[str, CommandSpec | Subcommand]]:
    """The slash commands by name; one with subcommands is offered as each of these, `questions list`."""
    found: list[tuple[str, CommandSpec | Subcommand]] = []
    for each in _offered(world, user_id, place, CommandKind.SLASH):
        name = each.spec.name
        found += [(f"{name} {below.name}", below) for below in each.spec.subcommands] or [(name, each.spec)]
    return found


def command(world: World, user_id: int, place: Channel, name: str) -> tuple[Command, Subcommand | None]:
    """The slash command of this name, with its subcommand; CannotUse when it is not offered there."""
    first, _, rest = name.partition(" ")
    for each in _offered(world, user_id, place, CommandKind.SLASH):
        if each.spec.name == first:
            for subcommand in each.spec.subcommands:
                if subcommand.name == rest:
                    return each, subcommand
            if not rest and not each.spec.subcommands:
                return each, None
    raise CannotUse(f"the client does not offer /{name} there")


def menus(world: World, user_id: int, place: Channel) -> list[str]:
    """What stands in the menu of a message."""
    return [each.spec.name for each in _offered(world, user_id, place, CommandKind.MESSAGE_MENU)]


def menu(world: World, user_id: int, place: Channel, name: str) -> Command:
    """The entry of a message's menu of this name; CannotUse when it is not offered there."""
    for each in _offered(world, user_id, place, CommandKind.MESSAGE_MENU):
        if each.spec.name == name:
            return each
    raise CannotUse(f"the client does not offer {name!r} in the menu of a message there")


@dataclass(frozen=True, slots=True)
class Offered:
    """What selects offer to somebody in a place, by name; the second of a name is called "name (2)"."""

    people: Mapping[str, int]
    roles: Mapping[str, int]
    channels: Mapping[str, tuple[int, ChannelKind]]

    def by(self, select: Picker) -> dict[str, int]:
        """The ids that this select offers, by name, in the order in which they are listed."""
        if isinstance(select, UserSelect):
            return dict(self.people)
        if isinstance(select, RoleSelect):
            return dict(self.roles)
        wanted = select.channel_types if isinstance(select, ChannelSelect) else None
        return {name: found for name, (found, kind) in self.channels.items() if not wanted or kind in wanted}


def pickable(world: World, user_id: int, place: Channel) -> Offered:
    """What selects offer her there: members, roles and the channels that she sees.

    In a chat there are the two who talk, and neither roles nor channels.
    """
    if place.kind is ChannelKind.DIRECT:
        both = [(world.users[each].display_name, each) for each in (user_id, world.application.id)]
        return Offered(_distinct(both), {}, {})
    guild = world.guild
    roles = sorted(guild.roles.values(), key=lambda each: (-each.position, each.id))
    seen = [each for kind in ChannelKind for each in world.listed(kind) if world.sees(user_id, each)]
    names = _distinct((each.name, each.id) for each in seen)
    kinds = {each.id: each.kind for each in seen}
    return Offered(
        _distinct((member.user.display_name, member.user.id) for member in guild.members.values()),
        _distinct((role.name, role.id) for role in roles),
        {name: (channel_id, kinds[channel_id]) for name, channel_id in names.items()},
    )


def _distinct(named: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, id_ in named:
        said, number = name, 1
        while said in found:
            number += 1
            said = f"{name} ({number})"
        found[said] = id_
    return found


def _offered(world: World, user_id: int, place: Channel, kind: CommandKind) -> list[Command]:
    known = world.application.commands.values()
    return [each for each in known if each.spec.kind is kind and _offers(world, user_id, place, each)]


def _offers(world: World, user_id: int, place: Channel, each: Command) -> bool:
    """Contexts, the right to use commands there, and the command's default permissions."""
    spec = each.spec
    if place.kind is ChannelKind.DIRECT:
        member = user_id in world.guild.members
        return member and spec.dm_permission and _IN_CHAT in (spec.contexts or (_IN_CHAT,))
    if _IN_GUILD not in (spec.contexts or (_IN_GUILD,)):
        return False
    if not world.permissions(user_id, place) & Permission.USE_APPLICATION_COMMANDS:
        return False
    needed = spec.default_member_permissions
    if needed is None:
        return True
    held = in_guild(world.guild, world.guild.members[user_id])
    if needed == 0:
        return bool(held & Permission.ADMINISTRATOR)
    return held & needed == needed
