"""What is said of hands: to whoever puts hers up, and to whoever chairs."""

from __future__ import annotations

from bot.core.notices import Button, Line, Notice
from bot.hands.rules import Shown

_DOWN = Button("hands:down", "hands-button-down")
_ORDER = Button("hands:order", "hands-button-order")
_ASK = Button("questions:ask", "question-button-ask")
_WORD = Button("contacts:word", "contact-button-word")


# What members read


def up(*, first: bool, chairs: bool) -> Notice:
    """Her hand is up, and where she stands. Who `chairs` finds the order of hands from here, too."""
    place = Line("hands-up-next") if first else Line("hands-up-others")
    said = (Line("hands-up"), place, Line("hands-who-sees"))
    return Notice(said, (_DOWN, _ORDER) if chairs else (_DOWN,))


def down() -> Notice:
    """Her hand is not up, whether or not it was."""
    return Notice((Line("hands-down"),))


def no_meeting() -> Notice:
    """What whoever presses outside a meeting reads."""
    return Notice((Line("hands-no-meeting"),), (_ASK, _WORD))


def not_joined() -> Notice:
    """Only who has joined can put her hand up here."""
    return Notice((Line("hands-not-joined"),), (Button("people:join", "people-button-join"),))


# What whoever chairs reads


def order(shown: Shown) -> Notice:
    """The order of hands: the message in the facilitators' channel, and what [The order of hands] shows."""
    now = (Line("hands-now", {"name": shown.now}),) if shown.now else ()
    parts = (Line("hands-title"), *now, *_waiting(shown), Line("hands-hint"))
    return Notice(parts, _buttons(shown))


def over() -> Notice:
    """The same message when the meeting has ended."""
    return Notice((Line("hands-title"), Line("hands-over")))


def choosing(shown: Shown) -> Notice:
    """[Somebody else]: a button for each hand that is shown."""
    if not shown.names:
        return Notice((Line("hands-none"),))
    numbered = "\n".join(f"{number}. {name}" for number, name in enumerate(shown.names, 1))
    buttons = tuple(
        Button("hands:call", "hands-button-number", token, values={"number": number})
        for number, token in enumerate(shown.tokens, 1)
    )
    more = (Line("hands-choose-more"),) if shown.more else ()
    return Notice((Line("hands-choose", {"names": numbered}), *more), buttons)


def called(shown: Shown) -> Notice:
    """Somebody was called by this press, or nobody waits any more."""
    if not shown.now:
        return Notice((Line("hands-none-called"),), (_ORDER,))
    back = Button("hands:back", "hands-button-back", shown.token)
    return Notice((Line("hands-now", {"name": shown.now}), Line("hands-called")), (back, _ORDER))


def was_changed(shown: Shown) -> Notice:
    """Nothing was done: it is not any more as the button was shown."""
    now = (Line("hands-now", {"name": shown.now}),) if shown.now else ()
    return Notice((Line("hands-changed"), *now), (_ORDER,))


def taken_back() -> Notice:
    """Whoever was called stands in the order again."""
    return Notice((Line("hands-taken-back"),), (_ORDER,))


def clearing(shown: Shown) -> Notice:
    """[All hands down]: whether she is sure."""
    sure = Button("hands:clear-yes", "hands-button-clear-yes", shown.key)
    return Notice((Line("hands-clear"),), (sure, _ORDER))


def cleared() -> Notice:
    """All hands are down."""
    return Notice((Line("hands-cleared"),))


def _waiting(shown: Shown) -> tuple[Line, ...]:
    if not shown.names:
        return (Line("hands-none"),)
    first, *others = shown.names
    then = ", ".join(others) or "–"
    more = "yes" if shown.more else "no"
    return (Line("hands-next", {"name": first}), Line("hands-then", {"names": then, "more": more}))


def _buttons(shown: Shown) -> tuple[Button, ...]:
    """With the first hand the message is posted: by a button that carries the bare key it is found again."""
    if not shown.names and not shown.now:
        return ()
    return (
        Button("hands:call", "hands-button-call", shown.token, main=True),
        Button("hands:choose", "hands-button-choose", shown.key),
        Button("hands:clear", "hands-button-clear", shown.key),
    )
