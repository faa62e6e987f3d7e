"""What is said of a meeting to everyone, and of who comes to whoever asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.attending.rules import MOST_NAMES, Announcement, Reply, Stand
from bot.core.notices import Button, Line, Notice, Words
from bot.meetings.rules import Meeting, Place, shown
from bot.wishes.text.easier import EASIER
from bot.wishes.text.items import BELOW_THE_NEXT, ITEM


def announcement(about: Announcement) -> Notice:
    """The announcement as it is now; one that is over or cancelled has no buttons."""
    meeting, title = about.meeting, Line("attending-title", {"title": Words(about.meeting.title)})
    if about.stand.cancelled:
        return Notice((title, _cancelled(meeting)))
    was = () if about.was is None else (_was(about.was),)
    parts = (title, _when(meeting), *was, *_where(meeting.place))
    if about.over:
        return Notice((*parts, Line("attending-over")))
    facilitators = Button("attending:list", "attending-button-facilitators", about.key, new_row=True)
    return Notice((*parts, Line("attending-asked")), (*_answers(about.key), facilitators))


def change(about: Announcement, known: Stand) -> Notice:
    """What everyone is told when a meeting is not what they know of it."""
    parts = tuple(_changed(known, about.stand))
    if about.stand.cancelled:
        return Notice(parts, (Button("attending:next", "attending-button-next", about.change_key),))
    return Notice((*parts, Line("attending-asked-again")), _answers(about.change_key))


def change_for(about: Announcement, known: Stand) -> Notice:
    """The same, for somebody who said that she is coming, or may come."""
    return Notice((*_changed(known, about.stand), Line("attending-you-said")))


def kept(meeting: Meeting, reply: Reply) -> Notice:
    """What is kept of an answer, and who can see it."""
    said = {Reply.COMING: "attending-kept-coming", Reply.MAYBE: "attending-kept-maybe"}
    parts = (
        Line(said.get(reply, "attending-kept-not"), {"title": Words(meeting.title)}),
        _when(meeting),
        *((Line("attending-thanks"),) if reply is Reply.NOT else ()),
        Line("attending-who-sees"),
    )
    # To everybody who answers, whatever she says: see EASIER.
    return Notice(parts, (EASIER, *((ITEM,) if reply is Reply.COMING else ())))


def not_joined() -> Notice:
    """Only who has joined can answer."""
    return Notice((Line("attending-not-joined"),), (Button("people:join", "people-button-join"),))


def listed(meeting: Meeting, names: Mapping[Reply, Sequence[str]]) -> Notice:
    """Who said what, for facilitators; `names` are mentions, in their order."""
    parts: list[Line | Words] = [
        Line("attending-title", {"title": Words(meeting.title)}),
        _when(meeting),
        *(_names(reply, names.get(reply, ())) for reply in Reply),
        Line("attending-list-hint"),
    ]
    return Notice(tuple(parts))


def coming_next(about: Announcement | None, now: datetime) -> Notice:
    """The next meeting, with what can be said of it and of meetings; None: none is announced.

    Of one that is on nobody is asked whether she comes.
    """
    wishes = (replace(BELOW_THE_NEXT[0], new_row=True), *BELOW_THE_NEXT[1:])
    if about is None:
        return Notice((Line("attending-next-none"),), wishes)
    agenda = Button("agenda:show", "agenda-button-show", about.meeting.id)
    if about.meeting.starts_at <= now:
        on = Line("attending-next-on", {"title": Words(about.meeting.title)})
        return Notice((on, *_where(about.meeting.place)), (agenda, *wishes))
    return Notice(announcement(about).parts, (*_answers(about.key), agenda, *wishes))


def _answers(token: str) -> tuple[Button, ...]:
    return (
        Button("attending:coming", "attending-button-coming", token, main=True),
        Button("attending:maybe", "attending-button-maybe", token),
        Button("attending:not", "attending-button-not", token),
        Button("meetings:calendar", "meeting-button-calendar", token),
    )


def _changed(known: Stand, stand: Stand) -> Iterator[Line]:
    before, after = known.meeting, stand.meeting
    yield Line("attending-title", {"title": Words(after.title)})
    if stand.cancelled:
        yield _cancelled(before)
        return
    if before.starts_at != after.starts_at:
        yield Line("attending-moved")
    else:
        yield Line("attending-elsewhere")
    yield _when(after)
    if before.starts_at != after.starts_at:
        yield _was(before)
    yield from _where(after.place)
    if before.place != after.place:
        yield from _where(before.place, was="yes")


def _names(reply: Reply, names: Sequence[str]) -> Line:
    ids = {Reply.COMING: "attending-list-coming", Reply.MAYBE: "attending-list-maybe"}
    more = "yes" if len(names) > MOST_NAMES else "no"
    joined = ", ".join(names[:MOST_NAMES]) or "–"
    return Line(ids.get(reply, "attending-list-not"), {"names": joined, "more": more})


def _where(place: Place, was: str = "no") -> Iterator[Line]:
    if place.channel is not None:
        yield Line("attending-where-voice", {"channel": str(place.channel), "was": was})
    if place.where:
        yield Line("attending-where-words", {"where": Words(place.where), "was": was})
    if place.link:
        yield Line("attending-where-link", {"link": Words(place.link), "was": was})
    if place == Place():
        yield Line("attending-where-open", {"was": was})


def _when(meeting: Meeting) -> Line:
    hours, minutes = divmod(meeting.minutes, 60)
    return _dated("attending-when", meeting, {"hours": hours, "minutes": minutes})


def _was(meeting: Meeting) -> Line:
    return _dated("attending-was", meeting)


def _cancelled(meeting: Meeting) -> Line:
    return _dated("attending-cancelled", meeting)


def _dated(sentence: str, meeting: Meeting, more: Mapping[str, int] | None = None) -> Line:
    at = shown(meeting.starts_at, meeting.zone).values()
    return Line(sentence, {**at, "zone": meeting.zone, **(more or {})})


def not_announced() -> Notice:
    """What facilitators read who ask who comes to a meeting that nobody was asked about yet."""
    return Notice((Line("attending-not-announced"),))
