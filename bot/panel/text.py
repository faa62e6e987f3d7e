"""What the panel says."""

from __future__ import annotations

from dataclasses import replace

from bot.core.notices import Line, Notice
from bot.panel.rules import BUTTONS


def panel(key: str) -> Notice:
    """The panel itself; `key` is its delivery's, which every button carries."""
    buttons = tuple(replace(button, token=key) for button in BUTTONS)
    return Notice((Line("panel-title"), Line("panel-text")), buttons)


def posted(channel: int) -> Notice:
    """What the administrator reads after `/panel`."""
    return Notice((Line("panel-posted", {"channel": str(channel)}),))
