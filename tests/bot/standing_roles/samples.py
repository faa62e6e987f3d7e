"""Samples of what the texts of standing roles are made from: the longest there can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.contacts.rules import Name
from bot.core.notices import Words
from bot.standing_roles.rules import LONGEST_TERMS, Role, Standing, State


def _standing(role: Role, state: State, number: int = 0) -> Standing:
    terms = "*" * LONGEST_TERMS
    return Standing(f"{number:016}", 1, "f" * 16, role, terms, terms, 7, date(2026, 5, 14), state)


EACH = [_standing(role, state) for role in Role for state in State]
MANY = [
    (_standing(role, state, number), Words("*" * 100))
    for number, (role, state) in enumerate((role, state) for state in State for role in Role)
]
KINDS: dict[Any, Any] = {
    Standing: lambda: EACH,
    Sequence[Standing]: lambda: [[], [each for each, _ in MANY if each.state in (State.OFFERED, State.HELD)]],
    Sequence[tuple[Standing, Name]]: lambda: [[], MANY[:3], MANY, MANY[::-1]],
}
