"""What stands below a message that nobody asked for, and what could not reach somebody."""

from __future__ import annotations

from dataclasses import replace

from bot.core.notices import Button, Line, Notice
from bot.nudges.rules import Undelivered


def unasked(notice: Notice, key: str) -> Notice:
    """A message of the bot's own accord, with the way to stop them; `key` is its delivery's."""
    return _with(notice, Button("people:pause", "nudge-button-pause", token=key))


def asked(notice: Notice, key: str) -> Notice:
    """A message that she waits for, and why it came; `key` is its delivery's."""
    return _with(notice, Button("nudges:why", "nudge-button-why", token=key))


def without(notice: Notice, key: str) -> Notice:
    """A message as it was before `unasked` or `asked`."""
    return replace(notice, buttons=tuple(each for each in notice.buttons if each.token != key))


def why() -> Notice:
    """Why a message came that no pause stops."""
    return Notice((Line("nudge-why"),))


def nothing_kept() -> Notice:
    """There is nothing that could not reach her, or she has not joined."""
    return Notice((Line("nudge-inbox-empty"),))


def inbox(undelivered: Undelivered, number: int, most: int) -> Notice:
    """One of the messages that could not reach her, `number` of `most`, with its own buttons."""
    day = undelivered.kept_on
    counted = {"number": number, "most": most, "day": day.day, "month": day.month, "year": day.year}
    head = Line("nudge-inbox", counted)
    after = number % most
    buttons = [Button("nudges:read", "nudge-button-read", token=undelivered.id, main=True)]
    if most > 1:
        buttons.append(Button("nudges:inbox", "nudge-button-next", token=str(after)))
    notice = undelivered.notice
    return Notice((head, *notice.parts), (*notice.buttons, *buttons))


def _with(notice: Notice, button: Button) -> Notice:
    return replace(notice, buttons=(*notice.buttons, button))
