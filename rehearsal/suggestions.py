"""What a person's client suggests while she types in an option of a command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rehearsal import offers
from rehearsal.options import filled_so_far
from rehearsal.world.errors import CannotUse
from rehearsal.world.interactions import SECONDS_TO_ANSWER
from rehearsal.world.model import Channel, CommandOption, CommandSpec, Subcommand
from rehearsal.world.suggesting import ChoiceValue, Typing
from rehearsal.world.world import World

_FAILED = "Loading options failed"


@dataclass(frozen=True, slots=True)
class Suggested:
    """Labels to choose from, each with the value that is sent for it, in the bot's order.

    None were suggested, or `failed` is the sentence that the client shows when nothing came in time.
    """

    choices: tuple[tuple[str, ChoiceValue], ...] = ()
    failed: str | None = None


async def suggested(
    world: World,
    user_id: int,
    place: Channel,
    command: str,
    *,
    option: str,
    typed: str,
    others: Mapping[str, object],
) -> Suggested:
    """What the bot suggests for the text `typed` in an option; see `Person.suggestions`."""
    used, subcommand = offers.command(world, user_id, place, command)
    spec = subcommand or used.spec
    focused = _completed(spec, option)
    if option in others:
        raise CannotUse(f"{option} is what is typed in, and cannot be filled in beside that")
    filled = filled_so_far(world, user_id, spec, others)
    typing = Typing(used, focused, typed, filled, subcommand)
    interaction = world.interactions.begin(user_id, place, typing)
    await world.changed.until(
        lambda: interaction.answer is not None or not world.bots_expected, SECONDS_TO_ANSWER
    )
    if interaction.answer is None:
        return Suggested(failed=_FAILED)
    return Suggested(tuple((choice.name, choice.value) for choice in interaction.choices))


def _completed(spec: CommandSpec | Subcommand, name: str) -> CommandOption:
    for option in spec.options:
        if option.name == name and option.autocomplete:
            return option
    raise CannotUse(f"the client suggests nothing for {name!r} of {spec.name}")
