"""What facilitators read about meetings."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.meetings.rules import LONGEST_TITLE, LONGEST_TYPED, Change, Meeting, shown

_BACK = Button("meetings:list", "meeting-button-back")


def listed(meetings: Sequence[Meeting]) -> Notice:
    """The meetings to come, each with its buttons."""
    parts: list[Line | Words] = [Line("meeting-list-title" if meetings else "meeting-list-none")]
    buttons = [Button("meetings:add", "meeting-button-add", main=True)]
    for number, meeting in enumerate(meetings, 1):
        parts.append(_told(meeting, number))
        buttons += [
            Button("meetings:change", "meeting-button-change", meeting.id, values={"number": number}),
            Button("meetings:cancel", "meeting-button-cancel", meeting.id, values={"number": number}),
        ]
    return Notice(tuple(parts), tuple(buttons))


def form(meeting: Meeting | None, zone: str) -> Form:
    """The form for a new meeting, or to change one."""
    title, day, time = "", "", ""
    if meeting is not None:
        at = shown(meeting.starts_at, zone)
        title, day, time = meeting.title, f"{at.day}/{at.month}/{at.year}", at.time
    return Form(
        "meetings:add" if meeting is None else "meetings:change",
        "" if meeting is None else meeting.id,
        "meeting-form-title",
        (
            Field("title", "meeting-title", "meeting-title-hint", LONGEST_TITLE, "line", title),
            Field("day", "meeting-day", "meeting-day-hint", LONGEST_TYPED, "line", day),
            Field("time", "meeting-time", "meeting-time-hint", LONGEST_TYPED, "line", time),
        ),
        Line("meeting-form-zone", {"zone": zone}),
    )


def preview(token: str, change: Change) -> Notice:
    """What will be so, before it is; `change.after` is None where a meeting is to be cancelled."""
    before, after = change.before, change.after
    parts: list[Line | Words] = []
    if before is not None:
        parts += [Line("meeting-preview-before"), _told(before, 1)]
    if after is None:
        parts.append(Line("meeting-preview-cancel"))
    else:
        parts += [Line("meeting-preview-after"), _told(after, 1), Line("meeting-preview-follows")]
    label = "meeting-button-cancel-yes" if after is None else "meeting-button-use"
    return Notice(tuple(parts), (Button("meetings:use", label, token, main=True), _BACK))


def done(change: Change) -> Notice:
    """It is so now."""
    if change.after is None:
        return Notice((Line("meeting-cancelled"),), (_BACK,))
    return Notice((Line("meeting-saved"), _told(change.after, 1)), (_BACK,))


def _told(meeting: Meeting, number: int) -> Line:
    at = shown(meeting.starts_at, meeting.zone)
    return Line(
        "meeting-told",
        {
            "number": number,
            "title": Words(meeting.title),
            "weekday": at.weekday,
            "day": at.day,
            "month": at.month,
            "year": at.year,
            "time": at.time,
            "zone": meeting.zone,
        },
    )
