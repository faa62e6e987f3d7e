"""Completing an option while somebody types in it: what she has typed, and what a bot may suggest for it.

An option can be completed when it takes a text, a whole number or a number. The bot is told what stands in
the option as a text, whatever the option takes, and whatever else is filled in already. What it suggests are
choices of the option's own kind; somebody may still send another value than these.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rehearsal.world import errors
from rehearsal.world.errors import Problem
from rehearsal.world.model import Command, CommandOption, OptionKind, OptionValue, Subcommand

COMPLETED_KINDS = frozenset({OptionKind.STRING, OptionKind.INTEGER, OptionKind.NUMBER})
MAX_CHOICES = 25
MAX_CHOICE = 100
#: A whole number of Discord's is at most this far from zero.
MAX_WHOLE = (1 << 53) - 1
ChoiceValue = str | int | float


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: what somebody reads, and what is sent when it is chosen."""

    name: str
    value: ChoiceValue


@dataclass(frozen=True, slots=True)
class Typing:
    """Somebody types in `option`, and `typed` stands there; `others` are the options filled in so far."""

    command: Command
    option: CommandOption
    typed: str
    others: tuple[tuple[CommandOption, OptionValue], ...] = ()
    subcommand: Subcommand | None = None

    def options(self) -> Iterable[tuple[CommandOption, OptionValue]]:
        """All that is filled in, this option among them, in the command's order."""
        filled = {option.name: value for option, value in self.others} | {self.option.name: self.typed}
        for option in (self.subcommand or self.command.spec).options:
            if option.name in filled:
                yield option, filled[option.name]


def is_of_kind(kind: OptionKind, value: object) -> bool:
    """Whether the value is one of such an option, which can be completed: a text, or a number in range."""
    if kind is OptionKind.STRING:
        return isinstance(value, str)
    if isinstance(value, bool):
        return False
    if kind is OptionKind.INTEGER:
        return isinstance(value, int) and abs(value) <= MAX_WHOLE
    return isinstance(value, int | float) and math.isfinite(value) and abs(value) <= MAX_WHOLE + 1


def refuse_other_kinds(option: CommandOption, choices: Sequence[Choice]) -> None:
    """50035 where a choice has a value that the option does not take."""
    problems = [
        Problem(("choices", str(index), "value"), "CHOICE_TYPE_INVALID", f"Not a value of {option.name}")
        for index, choice in enumerate(choices)
        if not is_of_kind(option.kind, choice.value)
    ]
    if problems:
        raise errors.invalid_form(*problems)
