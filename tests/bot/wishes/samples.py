"""Samples of wishes and of proposed items: plain ones, and the longest there can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.meetings.rules import LONGEST_TITLE
from bot.questions.rules.saying import LONGEST_NAME
from bot.stumbles.rules import Quarter
from bot.wishes.rules import (
    ABSENT,
    EASIER,
    ITEM,
    LONGEST_REASON,
    LONGEST_WHAT,
    LONGEST_WHY,
    LONGEST_WISH,
    Fate,
    Proposed,
    Wish,
    pages,
)
from bot.wishes.text.items import ON_A_PAGE, Page

DAY = date(2026, 9, 30)
UNSIGNED = (EASIER, ABSENT, ITEM)
PLAIN = Proposed("k" * 16, 1, "Parking", "Many come by car.", DAY, "m1", "Elowen")


def worst(fate: Fate, character: str = "*", number: int = 0) -> Proposed:
    """An item with as much of everything as there can be."""
    what, why = character * LONGEST_WHAT, character * LONGEST_WHY
    made = Proposed(f"{number:016}", 1, what, why, DAY, "m1", character * LONGEST_NAME, is_held=True)
    reason = character * max(LONGEST_REASON, LONGEST_TITLE)
    done = {"fate": fate, "reason": reason, "decided_on": DAY, "member": None, "by": "", "is_held": False}
    return made if fate is Fate.WAITS else replace(made, **done)  # type: ignore[arg-type]


def items() -> list[Proposed]:
    """Each fate, at its worst and plainly; and one whose words were taken out."""
    each = [worst(fate, character) for fate in Fate for character in "*x"]
    return [*each, PLAIN, replace(PLAIN, what="", why="", by="", is_out=True, fate=Fate.NOT_NOW)]


def _pages() -> list[Page]:
    full = [Page(tuple(worst(fate, number=at) for at in range(ON_A_PAGE)), 7, 999) for fate in Fate]
    return [Page(()), *(Page((each,)) for each in items()), *full]


def _batches() -> list[tuple[Wish, ...]]:
    texts = ("x", "*" * LONGEST_WISH, "x\n" * (LONGEST_WISH // 2), "*\n\n" * (LONGEST_WISH // 3))
    return [page for text in texts for page in pages([Wish(f"w{at}", 1, text) for at in range(30)])]


KINDS: dict[Any, Any] = {
    Proposed: items,
    Page: _pages,
    Sequence[Wish]: _batches,
    Quarter: lambda: [Quarter(2026, number) for number in range(1, 5)],
}
