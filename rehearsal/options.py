"""The options of a command, from names that a person types to values that go over the wire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from rehearsal.world.errors import CannotUse
from rehearsal.world.model import ChannelKind, CommandOption, CommandSpec, OptionKind, OptionValue, Subcommand
from rehearsal.world.suggesting import is_of_kind
from rehearsal.world.world import World


def wire_values(
    world: World, user_id: int, command: CommandSpec | Subcommand, given: Mapping[str, object]
) -> tuple[tuple[CommandOption, OptionValue], ...]:
    """The given options in the command's order; CannotUse where the client would not take one."""
    _refuse_unknown(command, given)
    missing = [option.name for option in command.options if option.required and option.name not in given]
    if missing:
        raise CannotUse(f"{command.name} needs {missing}")
    return tuple(
        (option, _READERS[option.kind](world, user_id, option, given[option.name]))
        for option in command.options
        if option.name in given
    )


def filled_so_far(
    world: World, user_id: int, command: CommandSpec | Subcommand, given: Mapping[str, object]
) -> tuple[tuple[CommandOption, OptionValue], ...]:
    """Those of the given options that her client would take, in the command's order.

    What is missing, and what it would not take yet, is not told to the bot, as Discord documents. CannotUse
    where the command has no such option.
    """
    _refuse_unknown(command, given)
    filled: list[tuple[CommandOption, OptionValue]] = []
    for option in command.options:
        if option.name in given:
            with suppress(CannotUse):
                filled.append((option, _READERS[option.kind](world, user_id, option, given[option.name])))
    return tuple(filled)


def _refuse_unknown(command: CommandSpec | Subcommand, given: Mapping[str, object]) -> None:
    unknown = set(given) - {option.name for option in command.options}
    if unknown:
        raise CannotUse(f"{command.name} has no option {sorted(unknown)}")


def _text(_world: World, _user_id: int, option: CommandOption, value: object) -> OptionValue:
    if not isinstance(value, str) or not value:
        raise CannotUse(f"{option.name} is a text")
    if not option.limits.get("min_length", 0) <= len(value) <= option.limits.get("max_length", 6000):
        raise CannotUse(f"{option.name} is too short or too long")
    return _choice(option, value)


def _number(_world: World, _user_id: int, option: CommandOption, value: object) -> OptionValue:
    if option.choices and isinstance(value, str):
        return _choice(option, value)
    if not isinstance(value, int | float) or not is_of_kind(option.kind, value):
        raise CannotUse(f"{option.name} is a {'whole ' * (option.kind is OptionKind.INTEGER)}number")
    if not option.choices and not (
        option.limits.get("min_value", value) <= value <= option.limits.get("max_value", value)
    ):
        raise CannotUse(f"{option.name} is too small or too large")
    return _choice(option, value)


def _choice(option: CommandOption, value: str | int | float) -> OptionValue:
    """With choices the client takes only one of them, by the name it shows or by its value."""
    if not option.choices:
        return value
    for name, choice in option.choices:
        if value in (name, choice):
            return choice
    raise CannotUse(f"{option.name} is one of {[name for name, _ in option.choices]}")


def _truth(_world: World, _user_id: int, option: CommandOption, value: object) -> OptionValue:
    if not isinstance(value, bool):
        raise CannotUse(f"{option.name} is yes or no")
    return value


def _member(world: World, _user_id: int, option: CommandOption, value: object) -> OptionValue:
    for member in world.guild.members.values():
        if member.user.display_name == value:
            return member.user.id
    raise CannotUse(f"{option.name}: nobody is called {value!r}")


def _channel(world: World, user_id: int, option: CommandOption, value: object) -> OptionValue:
    offered = option.channel_types or (ChannelKind.TEXT, ChannelKind.VOICE)
    for channel in world.guild.channels.values():
        if channel.name == value and world.sees(user_id, channel) and channel.kind in offered:
            return channel.id
    raise CannotUse(f"{option.name}: the client does not offer the channel {value!r}")


def _role(world: World, _user_id: int, option: CommandOption, value: object) -> OptionValue:
    for role in world.guild.roles.values():
        if role.name == value:
            return role.id
    raise CannotUse(f"{option.name}: there is no role {value!r}")


_READERS: Mapping[OptionKind, Callable[[World, int, CommandOption, object], OptionValue]] = {
    OptionKind.STRING: _text,
    OptionKind.INTEGER: _number,
    OptionKind.BOOLEAN: _truth,
    OptionKind.USER: _member,
    OptionKind.CHANNEL: _channel,
    OptionKind.ROLE: _role,
    OptionKind.NUMBER: _number,
}
