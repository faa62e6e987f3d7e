"""What everybody reads of an agenda, and what the steering group is asked."""

from __future__ import annotations

from bot.agenda.rules import LONGEST_CHANGE
from bot.agenda.text import lines
from bot.agenda.text.lines import Known
from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.meetings.rules import Meeting


def shown(known: Known, page: int) -> Notice:
    """The agenda for everybody."""
    return Notice(_parts(known, page), tuple(lines.turning("agenda:show", known, page)))


def for_steering(known: Known, page: int) -> Notice:
    """The agenda for somebody of the steering group, who is asked about it."""
    token = f"{known.meeting.id}.{known.plan.version}"
    buttons = (
        *lines.turning("agenda:steering", known, page),
        Button("agenda:agree", "agenda-button-agree", token, main=True),
        Button("agenda:wish", "agenda-button-wish", token),
    )
    return Notice((*_parts(known, page), Line("agenda-steering-hint")), buttons)


def asking(known: Known) -> Notice:
    """The message to each member of the steering group."""
    see = Button("agenda:steering", "agenda-button-see", known.meeting.id, main=True)
    return Notice((_ask(known),), (see,))


def errand(known: Known) -> Line:
    """What the contact of a member of the steering group without Discord talks with her about."""
    return Line("agenda-errand", {"title": Words(known.meeting.title)})


def ask_preview(known: Known) -> Notice:
    """What the steering group would read, for facilitators."""
    id_ = known.meeting.id
    buttons = (
        Button("agenda:ask", "agenda-button-ask-yes", id_, main=True),
        Button("agenda:open", "agenda-button-back", id_),
    )
    return Notice((Line("agenda-ask-preview"), _ask(known), Line("agenda-ask-follows")), buttons)


def asked(meeting: Meeting) -> Notice:
    """The steering group is asked."""
    return Notice((Line("agenda-asked"),), (Button("agenda:open", "agenda-button-back", meeting.id),))


def agreed() -> Notice:
    """Her yes is kept, without who said it."""
    return Notice((Line("agenda-agreed"),))


def wish_form(token: str) -> Form:
    """What she would change; `token` is the meeting's with the version that she has read."""
    what = Field("what", "agenda-wish-what", "agenda-wish-what-hint", LONGEST_CHANGE)
    return Form("agenda:wish", token, "agenda-wish-title", (what,), Line("agenda-wish-intro"))


def wished() -> Notice:
    """It goes to the facilitators."""
    return Notice((Line("agenda-wished"),))


def wish(known: Known, words: str, name: str, key: str) -> Notice:
    """What facilitators read in their channel."""
    came = Line("agenda-wish-came", {"title": Words(known.meeting.title), "name": name})
    button = Button("agenda:list", "agenda-button-list", key)
    return Notice((came, Words(words)), (button,))


def _parts(known: Known, page: int) -> tuple[Line, ...]:
    nothing = (Line("agenda-show-none"),)
    return (
        lines.titled("agenda-show-title", known),
        lines.dated("agenda-when", known.meeting),
        *lines.early(known, page),
        *(lines.page(known, page) if known.plan.items else nothing),
    )


def _ask(known: Known) -> Line:
    return lines.dated("agenda-ask", known.meeting, title=Words(known.meeting.title))
