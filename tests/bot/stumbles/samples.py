"""What was told of quarters, for tests that hold for all that the bot shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.core.deliveries import new_key
from bot.disclosure.rules import Band
from bot.stumbles.rules import Entry, Group, Published, Quarter

_WORST = tuple(Entry(group, band, "*" * 60) for group in Group for band in Band for _ in range(50))


def published() -> tuple[Published, ...]:
    """Nothing, a little, and more than fits."""
    some = (Entry(Group.LOOKED, Band.MANY, "Audit"), Entry(Group.UNEXPLAINED, Band.SEVERAL, "ZQXT"))
    return tuple(
        Published(Quarter(2026, number), new_key(), entries)
        for number, entries in enumerate(((), some, _WORST, some), 1)
    )


KINDS: dict[Any, Any] = {
    Published: published,
    Sequence[Published]: lambda: ([], published()),
}
