"""What people read about standing roles."""

from __future__ import annotations

from collections.abc import Sequence

from bot.contacts.rules import Name
from bot.core.notices import Button, Choice, Field, Form, Line, Notice, People, Words
from bot.standing_roles.rules import LONGEST_TERMS, Role, Standing, State

_ROWS = 8


def holders(held: Sequence[tuple[Standing, Name]]) -> Notice:
    """Who has which role, for facilitators."""
    lines = [Line("standing-list-title" if held else "standing-list-nobody")]
    buttons = [Button("standing_roles:offer", "standing-button-offer", main=True)]
    for number, (standing, name) in enumerate(held[:_ROWS], 1):
        lines.append(Line(f"standing-row-{standing.role}", {"number": number, "name": name}))
        give = Button("standing_roles:end", "standing-button-end", standing.id, values={"number": number})
        buttons.append(give)
    if len(held) > _ROWS:
        lines.append(Line("standing-list-more", {"number": len(held) - _ROWS}))
    return Notice(tuple(lines), (*buttons, Button("standing_roles:offers", "standing-button-offers")))


def offer_form() -> Form:
    """Which role, to whom, the time it takes, and the payment."""
    roles = tuple((role.value, f"standing-role-{role}") for role in Role)
    return Form(
        "standing_roles:offer",
        "",
        "standing-form-title",
        (
            Choice("role", "standing-form-role", "standing-form-role-hint", roles, ""),
            People("member", "standing-form-member", "standing-form-member-hint", most=1),
            Field(
                "name", "standing-form-name", "standing-form-name-hint", LONGEST_TERMS, "line", required=False
            ),
            Field("takes", "standing-form-takes", "standing-form-takes-hint", LONGEST_TERMS, "line"),
            Field("paid", "standing-form-paid", "standing-form-paid-hint", LONGEST_TERMS, "line"),
        ),
    )


def preview(standing: Standing, name: Name, *, has_discord: bool) -> Notice:
    """What she would read, before she does."""
    way = Line("standing-preview" if has_discord else "standing-preview-without", {"name": name})
    buttons = (
        Button("standing_roles:send", "standing-button-send", standing.id, main=True),
        Button("standing_roles:never-mind", "standing-button-never-mind", standing.id),
    )
    return Notice((way, *_offered(standing)), buttons)


def sent(standing: Standing, name: Name) -> Notice:
    """It was offered, and can be taken back."""
    buttons = (
        Button("standing_roles:withdraw", "standing-button-withdraw", standing.id),
        Button("standing_roles:offers", "standing-button-offers"),
    )
    return Notice((Line("standing-sent", {"name": name}),), buttons)


def never_mind() -> Notice:
    """Nothing was offered."""
    return Notice((Line("standing-never-mind"),))


def my_offers(offers: Sequence[tuple[Standing, Name]]) -> Notice:
    """What became of offers, for whoever made them."""
    lines = [Line("standing-offers-title" if offers else "standing-offers-none")]
    buttons = []
    for number, (standing, name) in enumerate(offers[:_ROWS], 1):
        lines.append(Line(f"standing-row-{standing.role}", {"number": number, "name": name}))
        lines.append(Line(f"standing-state-{standing.state}"))
        if standing.state is State.OFFERED:
            back = Button(
                "standing_roles:withdraw", "standing-button-back", standing.id, values={"number": number}
            )
            buttons.append(back)
    return Notice(tuple(lines), (*buttons, Button("standing_roles:list", "standing-button-list")))


# What a member reads, or her contact


def offer(standing: Standing) -> Notice:
    """The message to her."""
    return Notice(_offered(standing), _answers(standing))


def errand(standing: Standing) -> Line:
    """What her contact talks with her about."""
    values = {"takes": Words(standing.takes), "paid": Words(standing.paid)}
    return Line(f"standing-errand-{standing.role}", values)


def more(standing: Standing) -> Notice:
    """The briefing."""
    brief = Line(f"standing-briefing-{standing.role}")
    return Notice((brief, *_terms(standing), Line("standing-briefing-free")), _answers(standing))


def mine(known: Sequence[Standing], *, in_chat: bool) -> Notice:
    """What she was offered, and what she has: each with its buttons, the offers first.

    `in_chat`: she reads it in the chat with the bot, where nothing is done for a role.
    """
    if not known:
        return Notice((Line("standing-mine-nothing"),))
    first = next((each for each in known if each.state is State.OFFERED), None)
    held = [each for each in known if each.state is State.HELD]
    lines = [*(() if first is None else _offered(first))]
    for each in held[:_ROWS]:
        lines += _held(each, in_chat=in_chat)
    edits = any(each.role is Role.WORD_EDITOR for each in held) and not in_chat
    takes_notes = any(each.role is Role.NOTE_TAKER for each in held) and not in_chat
    chairs = any(each.role in (Role.CHAIR, Role.CO_CHAIR) for each in held) and not in_chat
    notes = (Button("record:open", "record-button-newest"),)
    order = (Button("hands:order", "hands-button-order"),)
    words = (Button("glossary_desk:open", "glossary-button-to-look-after", main=first is None),)
    back = tuple(
        Button("standing_roles:give-back", f"standing-button-give-{each.role}", each.id)
        for each in held[:_ROWS]
    )
    return Notice(
        tuple(lines),
        (
            *(() if first is None else _answers(first)),
            *(words if edits else ()),
            *(notes if takes_notes else ()),
            *(order if chairs else ()),
            *back,
        ),
    )


def said_yes(standing: Standing) -> Notice:
    """It is hers now."""
    buttons = (
        Button("standing_roles:give-back", "standing-button-give-back", standing.id),
        Button("standing_roles:mine", "standing-button-mine"),
    )
    return Notice((Line("standing-yes"), *_held(standing, in_chat=True)), buttons)


def said_not_now() -> Notice:
    """It is not, and that is fine."""
    return Notice((Line("standing-not-now"),))


def given_back() -> Notice:
    """The role has ended."""
    return Notice((Line("standing-given-back"),))


def _offered(standing: Standing) -> tuple[Line, ...]:
    return (Line(f"standing-offer-{standing.role}"), *_terms(standing), Line("standing-offer-free"))


def _held(standing: Standing, *, in_chat: bool) -> tuple[Line, ...]:
    way = in_chat and standing.role is Role.WORD_EDITOR
    return (Line(f"standing-held-{standing.role}"), *((Line("standing-way-to-words"),) if way else ()))


def _terms(standing: Standing) -> tuple[Line, Line]:
    return (
        Line("standing-takes", {"takes": Words(standing.takes)}),
        Line("standing-paid", {"paid": Words(standing.paid)}),
    )


def _answers(standing: Standing) -> tuple[Button, ...]:
    return (
        Button("standing_roles:yes", "standing-button-yes", standing.id, main=True),
        Button("standing_roles:not-now", "standing-button-not-now", standing.id),
        Button("standing_roles:more", "standing-button-more", standing.id),
    )
