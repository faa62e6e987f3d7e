"""What the questions say, as a contact reads it who asks for a member without Discord."""

from __future__ import annotations

from dataclasses import replace

from bot.contacts.rules import Name
from bot.core.notices import Button, Form, Line, Notice

#: Buttons of the questions that act for whoever presses, and ours that act for the member. What is not among
#: them would be the contact's own act, and is left out; what acts for nobody stays.
_FOR_HER = {
    "questions:send": "contacts:relay-send",
    "questions:change": "contacts:relay-change",
    "questions:take-back-waiting": "contacts:relay-undo",
    "questions:mine": "contacts:questions",
    "questions:older": "contacts:questions",
    "questions:own": "contacts:relay-own",
    "questions:helped": "contacts:relay-helped",
    "questions:take-back": "contacts:relay-back",
}
_FOR_NOBODY = ("questions:never-mind",)


def relay_form(form: Form, member: str, name: Name, *, facilitator: bool) -> Form:
    """The form for a question, as it is for everybody; but nobody can be told of an answer."""
    intro = Line("contact-relay-intro-facilitator" if facilitator else "contact-relay-intro", {"name": name})
    boxes = tuple(box for box in form.fields if box.name != "tell")
    token = f"{member}.{form.token}"
    return replace(form, action="contacts:relay", token=token, fields=boxes, intro=intro)


def relayed(theirs: Notice, member: str) -> Notice:
    """What questions say to an asker, said to her contact: every button acts for her."""
    buttons = tuple(_for_her(button, member) for button in theirs.buttons if _is_kept(button))
    back = Button("contacts:about", "contact-button-back", member)
    return replace(theirs, parts=(Line("contact-relay-hers"), *theirs.parts), buttons=(*buttons, back))


def _is_kept(button: Button) -> bool:
    return button.action in _FOR_HER or button.action in _FOR_NOBODY


def _for_her(button: Button, member: str) -> Button:
    if button.action in _FOR_NOBODY:
        return button
    label = "contact-button-questions" if button.action == "questions:mine" else button.label
    return replace(button, action=_FOR_HER[button.action], token=f"{member}.{button.token}", label=label)
