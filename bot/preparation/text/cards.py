"""The cards, as members read them: sent one a week, and to be read again at any time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.preparation.rules import CallState, Card, Composed, Slot, filled
from bot.questions.rules.writing import LONGEST

_ASK = Button("questions:ask", "preparation-button-question")
_CONTACT = Button("contacts:word", "preparation-button-contact")
_MINE = Button("preparation:mine", "preparation-button-back")
_PRACTISE = Button("preparation:practise", "preparation-button-practise", main=True)


def card(card: Card, composed: Composed) -> Notice:
    """A card, with the community's own words on it."""
    first = (_PRACTISE,) if card is Card.PRACTICE else ()
    done = Button("preparation:done", "preparation-button-done", card.value)
    return Notice(said(card, composed), (*first, done, _ASK, _CONTACT))


def said(card: Card, composed: Composed) -> tuple[Line | Words, ...]:
    """What stands on a card. A community's list of words takes the place of ours."""
    parts: list[Line | Words] = [Line(f"preparation-card-{card}")]
    own = composed.own.get(card, "")
    if card is Card.WORDS and not own:
        parts.append(Line("preparation-words"))
    if own:
        parts.append(Words(own))
    if card is Card.PAYMENT:
        paid = filled(composed.paid)
        for name, words in paid.items():
            parts += [Line(f"preparation-paid-{name}", {"words": Words(words)})]
        if not paid:
            parts.append(Line("preparation-paid-not-yet"))
    return tuple(parts)


def errand(card: Card) -> Line:
    """What the named contact of a member without Discord is to print or say."""
    return Line("preparation-errand", {"card": card.value})


def mine(cards: Sequence[Card], state: CallState, slot: Slot | None) -> Notice:
    """[Before my first meeting]: the call, and all cards of her path."""
    parts = [Line("preparation-mine")]
    buttons = [Button("preparation:read", f"preparation-name-{card}", card.value) for card in cards]
    if state is not CallState.NONE:
        at = "" if slot is None else stamp(slot)
        parts.append(Line("preparation-mine-call", {"state": state.value, "at": at}))
        if state is not CallState.DONE:
            buttons.insert(0, Button("preparation:times", "preparation-button-times", main=True))
    return Notice(tuple(parts), tuple(buttons))


def every(cards: Sequence[Card]) -> Notice:
    """All cards of the path, for a contact who prints them or reads them out."""
    buttons = (Button("preparation:read", f"preparation-name-{card}", card.value) for card in cards)
    return Notice((Line("preparation-every"),), tuple(buttons))


def read(card: Card, composed: Composed) -> Notice:
    """A card that is read again."""
    first = (_PRACTISE,) if card is Card.PRACTICE else ()
    return Notice(said(card, composed), (*first, _ASK, _CONTACT, _MINE))


def not_joined() -> Notice:
    """What somebody reads who has not joined."""
    return Notice((Line("preparation-not-joined"),), (Button("people:join", "people-button-join"),))


def noted() -> Notice:
    """[Done] on a card."""
    return Notice((Line("preparation-done"),), (_MINE,))


def practice_form() -> Form:
    """A form like that for a question, which sends nothing."""
    label, hint = "preparation-practice-label", "preparation-practice-hint"
    fields = (Field("text", label, hint, LONGEST),)
    return Form(
        "preparation:practise", "", "preparation-practice-title", fields, Line("preparation-practice")
    )


def practised(words: str) -> Notice:
    """What came of it: nothing was sent, and how it would have gone on. Shown is what a question can hold."""
    return Notice((Line("preparation-practised"), Words(words[:LONGEST])), (_PRACTISE, _MINE))


def stamp(slot: Slot) -> str:
    """The moment of a call, which Discord shows in each reader's own time."""
    return f"<t:{int(slot.starts_at.timestamp())}:F>"
