"""What a person's client offers: commands and menus where she is, and people to choose from."""

from __future__ import annotations

from rehearsal.world.errors import CannotUse
from rehearsal.world.model import Channel, ChannelKind, Command, CommandKind, CommandSpec, Subcommand
from rehearsal.world.permissions import Permission, in_guild
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


def people(world: World, user_id: int, place: Channel) -> dict[str, int]:
    """Whom a select of people offers, by display name: the members, or in a chat the two who talk."""
    if place.kind is ChannelKind.DIRECT:
        return {world.users[each].display_name: each for each in (user_id, world.application.id)}
    return {member.user.display_name: member.user.id for member in world.guild.members.values()}


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
