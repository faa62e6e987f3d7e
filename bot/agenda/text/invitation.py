"""The draft of an invitation, which a person copies, finishes and sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.agenda import rules
from bot.agenda.rules import LONGEST_INVITATION
from bot.agenda.text import lines
from bot.agenda.text.lines import Known
from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.meetings.rules import shown as on_the_clock


def written(known: Known, room: str, say: Callable[[Line], str]) -> str:
    """The text; `room` is what the voice channel is called, if they meet in one, and that is known."""
    paragraphs = ("\n".join(map(say, paragraph)) for paragraph in _paragraphs(known, room))
    return "\n\n".join(paragraphs)


def shown(token: str, meeting: str, text: str) -> Notice:
    """The text as it is now; `token` is its draft's."""
    buttons = (
        Button("agenda:copy", "agenda-button-copy", token, main=True),
        Button("agenda:open", "agenda-button-back", meeting),
    )
    return Notice((Line("agenda-invite-intro"), Words(text)), buttons)


def form(token: str, text: str) -> Form:
    """The text, to copy or to change."""
    box = Field("text", "agenda-invite-box", "agenda-invite-box-hint", LONGEST_INVITATION, value=text)
    return Form("agenda:copy", token, "agenda-invite-form", (box,))


def _paragraphs(known: Known, room: str) -> Iterator[list[Line]]:
    items = known.plan.items
    yield [Line("agenda-invite-hello")]
    yield [
        Line("agenda-invite-title", {"title": Words(known.meeting.title)}),
        _when(known),
        _where(known, room),
    ]
    if known.plan.early:
        yield [
            Line("agenda-invite-early", {"time": lines.clock(known, known.meeting.starts_at - rules.EARLY)})
        ]
    if items:
        about = [_about(name, open_) for name, open_ in rules.for_invitation(items)]
        yield [Line("agenda-invite-about"), *about]
    wanted = rules.wanted_by(items)
    if wanted:
        yield [Line("agenda-invite-wanted"), *(Line(f"agenda-invite-{each.name.lower()}") for each in wanted)]
    yield [Line("agenda-invite-come")]
    yield [Line("agenda-invite-ask")]


def _when(known: Known) -> Line:
    begins, ends = (
        on_the_clock(moment, known.meeting.zone)
        for moment in (known.meeting.starts_at, known.meeting.ends_at)
    )
    return Line(
        "agenda-invite-when",
        {
            "weekday": begins.weekday,
            "day": begins.day,
            "month": begins.month,
            "year": begins.year,
            "time": begins.time,
            "until": ends.time,
            "zone": known.meeting.zone,
        },
    )


def _about(title: str, open_: str) -> Line:
    if not open_:
        return Line("agenda-invite-item", {"title": Words(title)})
    return Line("agenda-invite-item-open", {"title": Words(title), "open": Words(open_)})


def _where(known: Known, room: str) -> Line:
    place = known.meeting.place
    if place.channel is not None and room:
        return Line("agenda-invite-where-channel", {"room": Words(room)})
    if place.where and place.link:
        return Line("agenda-invite-where-both", {"where": Words(place.where), "link": place.link})
    if place.where:
        return Line("agenda-invite-where-words", {"where": Words(place.where)})
    if place.link:
        return Line("agenda-invite-where-link", {"link": place.link})
    return Line("agenda-invite-where-unknown")
