"""What a contact reads about those whom she looks after, and what there is to print or say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.contacts.rules import Attendance, Errand, ErrandKind, Name
from bot.contacts.text.words import day, open_words
from bot.core.notices import Button, Choice, Field, Form, Line, Notice
from bot.questions.rules.writing import LONGEST_LINES

#: A message holds 4,000 characters; people's words among them may be doubled by what makes them plain.
_ERRANDS = 2
_MEMBERS = 5
_LONGEST_DATE = 20


@dataclass(frozen=True, slots=True)
class Looked:
    """Whom somebody looks after: id, name, and whether she has Discord; shown from the `skip`th on."""

    members: tuple[tuple[str, Name, bool], ...]
    skip: int = 0


def mine(words: Sequence[tuple[str, Name]], looked: Looked) -> Notice:
    """[People I look after]."""
    lines, reads = open_words(words)
    head = (Line("contact-mine-words"),) if lines else ()
    title = Line("contact-mine-title" if looked.members else "contact-mine-nobody")
    rows, buttons = [], []
    shown = looked.members[looked.skip : looked.skip + _MEMBERS]
    for number, (id_, name, has_discord) in enumerate(shown, looked.skip + 1):
        named = {"number": number, "name": name}
        rows.append(Line("contact-mine-row" if has_discord else "contact-mine-row-without", named))
        if not has_discord:
            buttons.append(Button("contacts:about", "contact-button-about", id_, values={"number": number}))
    after = looked.skip + len(shown)
    rest = (
        (Button("contacts:mine", "contact-button-next", str(after)),) if after < len(looked.members) else ()
    )
    errand = Button("contacts:errands", "contact-button-errands")
    calls = Button("preparation:calls", "preparation-button-calls")
    return Notice((*head, *lines, title, *rows), (*reads, *buttons, *rest, errand, calls))


def errands(waiting: Sequence[tuple[Errand, Name]], skip: int = 0) -> Notice:
    """[What to print or say], what is due first in front."""
    if not waiting:
        return Notice((Line("contact-errands-nothing"),), (Button("contacts:mine", "contact-button-mine"),))
    lines, buttons = [Line("contact-errands-title")], []
    shown = waiting[skip : skip + _ERRANDS]
    for number, (errand, name) in enumerate(shown, skip + 1):
        lines.append(
            Line(f"contact-errand-{errand.kind}", {"number": number, "name": name, "day": day(errand.due)})
        )
        lines.append(errand.line)
        buttons.append(Button("contacts:done", "contact-button-done", errand.id, values={"number": number}))
    after = skip + len(shown)
    rest = (Button("contacts:errands", "contact-button-next", str(after)),) if after < len(waiting) else ()
    return Notice(tuple(lines), (*buttons, *rest, Button("contacts:mine", "contact-button-mine")))


def about(member: str, name: Name, how: Attendance | None) -> Notice:
    """A member without Discord, and what can be done for her; `member` is her id."""
    takes_part = Line("contact-attends-unknown") if how is None else Line(f"contact-attends-{how}")
    return Notice(
        (Line("contact-about", {"name": name}), takes_part),
        (
            Button("contacts:relay", "contact-button-relay", member, main=True),
            Button("contacts:questions", "contact-button-questions", member),
            Button("contacts:errands", "contact-button-errands"),
            Button("contacts:add-errand", "contact-button-add-errand", member),
            Button("contacts:attends", "contact-button-attends", member),
            Button("standing_roles:hers", "standing-button-hers", member),
            Button("privacy:theirs", "privacy-button-theirs", member),
        ),
    )


def errand_form(member: str) -> Form:
    """Something to print or to say, and by when."""
    kinds = (ErrandKind.PAPERS, ErrandKind.RECORD, ErrandKind.NOTHING, ErrandKind.MESSAGE)
    return Form(
        "contacts:add-errand",
        member,
        "contact-add-errand-title",
        (
            Choice(
                "kind",
                "contact-add-errand-kind",
                "contact-add-errand-kind-hint",
                tuple((kind.value, f"contact-kind-{kind}") for kind in kinds),
                ErrandKind.PAPERS.value,
            ),
            Field("text", "contact-add-errand-text", "contact-add-errand-text-hint", LONGEST_LINES),
            Field("due", "contact-add-errand-due", "contact-add-errand-due-hint", _LONGEST_DATE, "line"),
        ),
    )


def errand_added(member: str, name: Name) -> Notice:
    """It is on the list."""
    buttons = (
        Button("contacts:errands", "contact-button-errands"),
        Button("contacts:about", "contact-button-back", member),
    )
    return Notice((Line("contact-errand-added", {"name": name}),), buttons)


def attends_form(member: str) -> Form:
    """How she takes part in meetings."""
    box = Choice(
        "how",
        "contact-attends-how",
        "contact-attends-hint",
        tuple((how.value, f"contact-how-{how}") for how in Attendance),
        "",
    )
    return Form("contacts:attends", member, "contact-attends-title", (box,))
