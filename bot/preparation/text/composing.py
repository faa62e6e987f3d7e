"""What facilitators read while they compose the paths."""

from __future__ import annotations

from bot.core.notices import Box, Button, Field, Form, Line, Notice
from bot.preparation.rules import (
    LONGEST_OWN,
    LONGEST_PAID,
    PAID,
    Card,
    Composed,
    PathOf,
    offered,
    standing,
)
from bot.preparation.text.cards import said

_LONGEST_DAYS = 3


def paths() -> Notice:
    """What it is, and the two paths there are."""
    buttons = (_path(PathOf.LAY), _path(PathOf.PROFESSIONAL))
    return Notice((Line("preparation-paths"),), buttons)


def path(path: PathOf, composed: Composed) -> Notice:
    """One path: its cards in their order, with those that could be put in behind."""
    parts = [Line(f"preparation-path-{path}")]
    if path is PathOf.LAY:
        parts.append(Line("preparation-path-call"))
    steps = composed.steps(path)
    for number, step in enumerate(steps, 1):
        parts.append(Line("preparation-step", {"number": number, "card": step.card.value, "days": step.days}))
    on = [step.card for step in steps]
    others = [card for card in offered(path) if card not in on]
    if others:
        parts.append(Line("preparation-not-on-path"))
    buttons = [
        Button("preparation:card", f"preparation-name-{card}", f"{path}.{card}", main=card in on)
        for card in (*on, *others)
    ]
    return Notice(tuple(parts), (*buttons, Button("preparation:show", "preparation-button-paths")))


def card(path: PathOf, card: Card, composed: Composed) -> Notice:
    """A card as members see it, when it goes out, and what can be changed."""
    step = composed.step(path, card)
    token = f"{path}.{card}"
    before = Line("preparation-preview")
    if step is None:
        when = Line("preparation-off")
        change = [Button("preparation:put", "preparation-button-put", token, main=True)]
    else:
        when = Line("preparation-when", {"card": card.value, "days": step.days})
        change = [Button("preparation:out", "preparation-button-out", token)]
    change.insert(0, Button("preparation:edit", "preparation-button-edit", token))
    if card is Card.PAYMENT:
        change.insert(0, Button("preparation:pay", "preparation-button-pay", token, main=True))
    back = Button("preparation:path", "preparation-button-path", path.value)
    return Notice((before, *said(card, composed), when), (*change, back))


def edit_form(path: PathOf, card: Card, composed: Composed) -> Form:
    """When a card goes out, and a community's own words on it."""
    step = composed.step(path, card) or standing(card)
    after = card is Card.TALK
    days = "preparation-edit-days-after" if after else "preparation-edit-days"
    hint = "preparation-edit-words-hint" if card is Card.WORDS else "preparation-edit-own-hint"
    own = composed.own.get(card, "")
    boxes: tuple[Box, ...] = (
        Field("days", days, "preparation-edit-days-hint", _LONGEST_DAYS, "line", str(step.days)),
        Field("own", "preparation-edit-own", hint, LONGEST_OWN, value=own, required=False),
    )
    return Form("preparation:edit", f"{path}.{card}", "preparation-edit-title", boxes)


def pay_form(path: PathOf, composed: Composed) -> Form:
    """The five boxes about payment; what is left empty is not said."""
    boxes = tuple(_paid(name, composed.paid.get(name, "")) for name in PAID)
    return Form("preparation:pay", f"{path}.{Card.PAYMENT}", "preparation-pay-title", boxes)


def _paid(name: str, value: str) -> Field:
    label, hint = f"preparation-pay-{name}", f"preparation-pay-{name}-hint"
    return Field(name, label, hint, LONGEST_PAID, value=value, required=False)


def _path(path: PathOf) -> Button:
    return Button("preparation:path", f"preparation-button-path-{path}", path.value)


def changed(shown: Notice) -> Notice:
    """What was changed, as it is now."""
    return Notice((Line("preparation-changed"), *shown.parts), shown.buttons)
