"""The order of hands, for tests that hold for all that the bot shows: nobody, one, as many as are shown."""

from __future__ import annotations

from typing import Any

from bot.hands.rules import MOST_NAMES, Shown

_NAME = f"<@{2**63 - 1}>"
_KEY = "k" * 16
_TOKEN = f"{_KEY}.99999.99999"
_TOKENS = tuple(f"{_KEY}.99999.{99_999 + number}" for number in range(MOST_NAMES))


def shown() -> list[Shown]:
    """Orders in every state."""
    nobody = Shown(_KEY, f"{_KEY}.0.0")
    full = (_NAME,) * MOST_NAMES
    return [
        nobody,
        Shown(_KEY, _TOKEN, now=_NAME),
        Shown(_KEY, _TOKEN, names=(_NAME,), tokens=(_TOKEN,)),
        Shown(_KEY, _TOKEN, _NAME, full, _TOKENS, more=True),
    ]


KINDS: dict[Any, Any] = {Shown: shown}
