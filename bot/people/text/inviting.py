"""What facilitators read when they invite many at once."""

from __future__ import annotations

from bot.core.notices import Button, Field, File, Form, Line, Notice, Person, Words
from bot.people.rules.choosing import LONGEST_NAME
from bot.people.rules.inviting import LONGEST_PASTE, Checked, Faulty

#: Faults beyond these are only counted: a message has an end.
MOST_SHOWN = 12
_BACK = Button("people:invite", "people-button-members")


def members(open_: int) -> Notice:
    """How members come in, and how many invitations are open."""
    buttons: tuple[Button, ...] = (Button("people:invite-list", "people-button-list", main=True),)
    if open_:
        buttons += (
            Button("people:back-one", "people-button-back-one"),
            Button("people:back-all", "people-button-back-all"),
        )
    buttons += (Button("people:without", "people-button-without"),)
    return Notice((Line("people-members"), Line("people-open-invitations", {"count": open_})), buttons)


def list_form() -> Form:
    """The form for a list."""
    paste = Field("paste", "people-list-paste", "people-list-paste-hint", LONGEST_PASTE, required=False)
    file = File("file", "people-list-file", "people-list-file-hint")
    return Form("people:invite-list", "", "people-list-title", (paste, file), intro=Line("people-list-intro"))


def preview(token: str, checked: Checked) -> Notice:
    """What would happen, before it does."""
    good, faulty = checked.invitations, checked.faulty
    parts = [Line("people-can", {"good": len(good), "bad": len(faulty)})]
    parts += [_fault(each) for each in faulty[:MOST_SHOWN]]
    if len(faulty) > MOST_SHOWN:
        parts.append(Line("people-faults-more", {"count": len(faulty) - MOST_SHOWN}))
    if not good:
        return Notice((*parts, Line("people-none-good")), (_BACK,))
    send = Button("people:invite-send", "people-button-send", token, main=True, values={"count": len(good)})
    return Notice(
        (*parts, Line("people-can-then")), (send, Button("people:invite-leave", "people-button-never", token))
    )


def invited(count: int, skipped: int, channel: int) -> Notice:
    """It is done; what to send, and where it leads. `skipped` were invited, or joined, in the meantime."""
    parts = [Line("people-invited-done", {"count": count})]
    if skipped:
        parts.append(Line("people-invited-skipped", {"count": skipped}))
    send = Line("people-send-this", {"channel": f"<#{channel}>"})
    return Notice((*parts, Line("people-send-how"), send), (_BACK,))


def nothing_invited() -> Notice:
    """[Never mind]."""
    return Notice((Line("people-never-mind"),), (_BACK,))


def back_form() -> Form:
    """Whose invitation is taken back."""
    person = Person("member", "people-back-who", "people-back-who-hint")
    return Form("people:back-one", "", "people-back-title", (person,))


def back_first(count: int) -> Notice:
    """Before all are taken back."""
    return Notice(
        (Line("people-back-all-first", {"count": count}),),
        (Button("people:back-yes", "people-button-back-yes"), _BACK),
    )


def taken_back() -> Notice:
    """It is taken back; or there was none, which is not said: it would tell who declined."""
    return Notice((Line("people-taken-back"),), (_BACK,))


def all_taken_back(count: int) -> Notice:
    """None is open any more."""
    return Notice((Line("people-all-taken-back", {"count": count}),), (_BACK,))


def _fault(faulty: Faulty) -> Line:
    name = Words(faulty.name[:LONGEST_NAME] or "?")
    return Line(f"people-fault-{faulty.fault}", {"line": faulty.line, "name": name})
