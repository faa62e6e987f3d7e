"""What the panels say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.notices import Button, Line, Notice
from bot.panel.rules import BUTTONS, FACILITATORS_BUTTONS, JOINING_BUTTONS, MORE_BUTTONS


def panel(key: str, *, new: bool = False) -> Notice:
    """The panel itself; `key` is its delivery's, which every button carries; `new`: there are new answers."""
    answers = (Line("panel-new-answers"),) if new else ()
    return Notice((Line("panel-title"), Line("panel-text"), *answers), _with_key(BUTTONS, key))


def more() -> Notice:
    """What only whoever pressed [More] reads."""
    return Notice((Line("panel-more"),), MORE_BUTTONS)


def facilitators_panel(key: str) -> Notice:
    """What facilitators press, in their own channel."""
    said = (Line("panel-facilitators-title"), Line("panel-facilitators-text"))
    return Notice(said, _with_key(FACILITATORS_BUTTONS, key))


def joining(key: str) -> Notice:
    """What stands in the channel for joining."""
    return Notice((Line("panel-joining-title"), Line("panel-joining-text")), _with_key(JOINING_BUTTONS, key))


def posted(channel: int) -> Notice:
    """What the administrator reads after `/panel`."""
    return Notice((Line("panel-posted", {"channel": str(channel)}),))


def _with_key(buttons: Sequence[Button], key: str) -> tuple[Button, ...]:
    return tuple(replace(button, token=key) for button in buttons)
