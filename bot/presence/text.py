"""What is said of who is at a meeting: to herself, and of how many to facilitators."""

from __future__ import annotations

from bot.core.notices import Button, Line, Notice

_ASK = Button("questions:ask", "question-button-ask")
_WORD = Button("contacts:word", "contact-button-word")


def here(channel: int | None) -> Notice:
    """She is counted. `channel`: the voice channel in which the meeting is, None if it is elsewhere."""
    where = (Line("presence-voice", {"channel": str(channel)}),) if channel is not None else ()
    said = (Line("presence-here"), *where, Line("presence-who-sees"))
    return Notice(said, (Button("presence:undo", "presence-button-undo"),))


def not_here() -> Notice:
    """She is not counted, whether or not she was."""
    return Notice((Line("presence-not-here"),))


def no_meeting() -> Notice:
    """What whoever presses outside a meeting reads."""
    return Notice((Line("presence-no-meeting"),), (_ASK, _WORD))


def not_joined() -> Notice:
    """Only who has joined can be counted."""
    return Notice((Line("presence-not-joined"),), (Button("people:join", "people-button-join"),))


def counted(number: int) -> Notice:
    """How many said that they are here, for facilitators."""
    return Notice((Line("presence-count", {"number": number}), Line("presence-count-hint")))


def nothing_to_count() -> Notice:
    """The same, outside a meeting."""
    return Notice((Line("presence-count-no-meeting"),))
