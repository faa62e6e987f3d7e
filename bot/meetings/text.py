"""What facilitators read about meetings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.notices import Attached, Button, Field, Form, Line, Notice, Words
from bot.core.wording import Value
from bot.meetings.rules import (
    LONGEST_MINUTES,
    LONGEST_PLACE,
    LONGEST_TITLE,
    LONGEST_TYPED,
    LONGEST_WHEN,
    USUAL_MINUTES,
    Change,
    Draft,
    Meeting,
    Place,
    When,
    overlaps,
    shown,
    typed_place,
    whole_series,
)

#: A message has no room for the buttons of more.
ON_A_PAGE = 4
CALENDAR = Button("meetings:calendar", "meeting-button-calendar")
_FILE = "meetings.ics"
_SERIES = Button("meetings:series", "meeting-button-series")
_BACK = Button("meetings:list", "meeting-button-back")
_PROPOSED = Button("wishes:list", "wishes-button-list")
_RECORD = Button("record:open", "record-button-newest")
#: As many as fit below ten dates.
_MOST_WARNINGS = 3


def listed(meetings: Sequence[Meeting], now: datetime, skip: int = 0) -> Notice:
    """A page of these meetings, after those that are skipped, each with its buttons.

    What has begun by its plan can be neither moved nor cancelled.
    """
    parts: list[Line | Words] = [Line("meeting-list-title" if meetings else "meeting-list-none")]
    buttons = [Button("meetings:add", "meeting-button-add", main=True)]
    for number, meeting in enumerate(meetings[skip : skip + ON_A_PAGE], skip + 1):
        has_begun = meeting.starts_at <= now
        parts += [_told(meeting, number), *((Line("meeting-list-on"),) if has_begun else ())]
        buttons += _of_one(meeting, number, has_begun=has_begun)
    # Below the meetings, in a row of their own: what is there for all of them.
    below = [*((CALENDAR,) if meetings else ()), _PROPOSED, _RECORD]
    below[0] = replace(below[0], new_row=True)
    if whole_series(meetings):
        below.append(_SERIES)
    return Notice(tuple(parts), (*buttons, *below, *_turning(meetings, skip)))


def _of_one(meeting: Meeting, number: int, *, has_begun: bool) -> list[Button]:
    plan = [
        Button("meetings:change", "meeting-button-change", meeting.id, values={"number": number}),
        Button("meetings:cancel", "meeting-button-cancel", meeting.id, values={"number": number}),
    ]
    buttons = [
        *([] if has_begun else plan),
        Button("agenda:open", "agenda-button-open", meeting.id, values={"number": number}),
        Button("attending:who", "attending-button-who", meeting.id, values={"number": number}),
    ]
    return [replace(buttons[0], new_row=True), *buttons[1:]]


def _turning(meetings: Sequence[Meeting], skip: int) -> Iterator[Button]:
    if skip:
        yield Button("meetings:list", "meeting-button-earlier", str(max(0, skip - ON_A_PAGE)))
    if skip + ON_A_PAGE < len(meetings):
        yield Button("meetings:list", "meeting-button-later", str(skip + ON_A_PAGE))


def series(found: Mapping[str, Sequence[Meeting]]) -> Notice:
    """Each series, by its id, with its dates that are still to come and its buttons."""
    if not found:
        return Notice((Line("meeting-series-none"),), (_BACK,))
    parts: list[Line | Words] = [Line("meeting-series-title")]
    buttons: list[Button] = []
    for number, (id_, these) in enumerate(found.items(), 1):
        title = Words(these[0].title)
        parts.append(Line("meeting-series-one", {"number": number, "title": title, "count": len(these)}))
        parts += (_dated("meeting-date", each, at) for at, each in enumerate(these, 1))
        buttons += [
            Button(
                "meetings:change-all",
                "meeting-button-change-all",
                id_,
                values={"number": number, "of": len(found)},
                new_row=True,
            ),
            Button(
                "meetings:cancel-all",
                "meeting-button-cancel-all",
                id_,
                values={"number": number, "of": len(found)},
            ),
        ]
    return Notice(tuple(parts), (*buttons, _BACK))


def form(meeting: Meeting | None, zone: str) -> Form:
    """The form for new meetings, or to change one. A form holds no more than five boxes, intro included."""
    if meeting is None:
        when = Field("when", "meeting-when", "meeting-when-hint", LONGEST_WHEN)
        boxes = (_title(""), when, _minutes(USUAL_MINUTES), _where(Place()))
        return Form(
            "meetings:add", "", "meeting-form-title", boxes, Line("meeting-form-zone", {"zone": zone})
        )
    at = shown(meeting.starts_at, zone)
    day = f"{at.day}/{at.month}/{at.year}"
    boxes_of_one = (
        _title(meeting.title),
        Field("day", "meeting-day", "meeting-day-hint", LONGEST_TYPED, "line", day),
        Field("time", "meeting-time", "meeting-time-hint", LONGEST_TYPED, "line", at.time),
        _minutes(meeting.minutes),
        _where(meeting.place),
    )
    return Form("meetings:change", meeting.id, "meeting-form-title", boxes_of_one)


def form_of_all(id_: str, meetings: Sequence[Meeting], zone: str) -> Form:
    """The form for all of a series, as its next meeting is; days are not asked for."""
    first = meetings[0]
    time = shown(first.starts_at, zone).time
    boxes = (
        _title(first.title),
        Field("time", "meeting-time", "meeting-time-hint", LONGEST_TYPED, "line", time),
        _minutes(first.minutes),
        _where(first.place),
    )
    intro = Line("meeting-form-all", {"count": len(meetings), "zone": zone})
    return Form("meetings:change-all", id_, "meeting-form-all-title", boxes, intro)


def _title(value: str) -> Field:
    return Field("title", "meeting-title", "meeting-title-hint", LONGEST_TITLE, "line", value)


def _minutes(value: int) -> Field:
    hint = "meeting-minutes-hint"
    return Field("minutes", "meeting-minutes", hint, LONGEST_MINUTES, "line", str(value), required=False)


def _where(place: Place) -> Field:
    hint, value = "meeting-where-hint", typed_place(place)
    return Field("where", "meeting-where", hint, LONGEST_PLACE, "line", value, required=False)


def preview(token: str, draft: Draft, near: Sequence[Meeting]) -> Notice:
    """What will be so, before it is; `near` are the meetings there are, to be held against those to be saved.

    Where a meeting is to be cancelled, its change has no `after`.
    """
    before = [each.before for each in draft.changes if each.before is not None]
    made = [each.after for each in draft.changes if each.after is not None]
    parts: list[Line | Words] = []
    if before:
        parts += [Line("meeting-preview-before", {"count": len(before)}), *_listed(before)]
    if not made:
        parts.append(_cancelling(len(before)))
    else:
        zone = made[0].zone
        parts += [Line("meeting-preview-after", {"count": len(made)}), *_saying(made)]
        parts += [*_read(draft.when, zone), *_moved(sorted(draft.moved), draft.at, zone)]
        parts += [*_warned(made, near), Line("meeting-preview-follows")]
    yes = "meeting-button-cancel-yes" if len(before) == 1 else "meeting-button-cancel-yes-all"
    label = "meeting-button-use" if made else yes
    return Notice(tuple(parts), (Button("meetings:use", label, token, main=True), _BACK))


def done(changes: Sequence[Change]) -> Notice:
    """It is so now."""
    made = [each.after for each in changes if each.after is not None]
    if not made:
        return Notice((_cancelled(len(changes)),), (_BACK,))
    return Notice((Line("meeting-saved"), *_saying(made)), (_BACK,))


def _cancelling(count: int) -> Line:
    return (
        Line("meeting-preview-cancel") if count == 1 else Line("meeting-preview-cancel-all", {"count": count})
    )


def _cancelled(count: int) -> Line:
    return Line("meeting-cancelled") if count == 1 else Line("meeting-cancelled-all", {"count": count})


def _listed(meetings: Sequence[Meeting]) -> Iterator[Line]:
    """Meetings as they are: with what all of them have in common if they have, else each by its name."""
    if len({(each.title, each.minutes, each.place) for each in meetings}) == 1:
        yield from _saying(meetings)
    else:
        yield from (_told(each, number) for number, each in enumerate(meetings, 1))


def _saying(meetings: Sequence[Meeting]) -> Iterator[Line]:
    """Meetings that are called the same and take as long; where they are is said once, if it is the same."""
    first, is_one_place = meetings[0], len({each.place for each in meetings}) == 1
    if len(meetings) == 1:
        yield _told(first, 1)
    else:
        yield Line("meeting-called", {"title": Words(first.title), "count": len(meetings)})
        for number, each in enumerate(meetings, 1):
            yield _dated("meeting-date", each, number)
            if not is_one_place:
                yield _placed(each.place)
    yield Line("meeting-length", {"minutes": first.minutes})
    if is_one_place:
        yield _placed(first.place)


def _placed(place: Place) -> Line:
    if place.channel is not None:
        return Line("meeting-where-channel", {"channel": str(place.channel)})
    if place.link and place.where:
        return Line("meeting-where-both", {"where": Words(place.where), "link": place.link})
    if place.link:
        return Line("meeting-where-link", {"link": place.link})
    if place.where:
        return Line("meeting-where-words", {"where": Words(place.where)})
    return Line("meeting-where-unknown")


def _read(when: When | None, zone: str) -> Iterator[Line]:
    """How a rule was read, and what it could not keep to."""
    if when is None or when.series is None:
        return
    rule, count = when.series.rule, len(when.starts)
    every = {"weekday": rule.weekday + 1, "interval": rule.interval, "count": count, "nth": rule.nth}
    yield Line("meeting-rule-months" if rule.nth else "meeting-rule-weeks", every)
    yield from _moved(sorted(when.moved), f"{when.series.starts:%H:%M}", zone)


def _moved(moved: Sequence[datetime], said: str, zone: str) -> Iterator[Line]:
    """Beginnings whose time on the wall is left out."""
    yield from (_on("meeting-moved", each, zone, said=said) for each in moved)


def _warned(made: Sequence[Meeting], near: Sequence[Meeting]) -> Iterator[Line]:
    found = overlaps(made, near)
    for one, other in found[:_MOST_WARNINGS]:
        names = {"title": Words(one.title), "other": Words(other.title)}
        yield _on("meeting-overlap", other.starts_at, other.zone, **names)
    if len(found) > _MOST_WARNINGS:
        yield Line("meeting-overlaps-more", {"count": len(found) - _MOST_WARNINGS})


def calendar(content: bytes) -> Notice:
    """The meetings to come, as a file."""
    return Notice((Line("meeting-calendar"),), files=(Attached(_FILE, content),))


def no_calendar() -> Notice:
    """There is nothing to put into a calendar."""
    return Notice((Line("meeting-calendar-none"),))


def _told(meeting: Meeting, number: int) -> Line:
    return _dated("meeting-told", meeting, number, title=Words(meeting.title))


def _dated(id_: str, meeting: Meeting, number: int, **more: Value) -> Line:
    until = shown(meeting.ends_at, meeting.zone).time
    return _on(id_, meeting.starts_at, meeting.zone, number=number, until=until, zone=meeting.zone, **more)


def _on(id_: str, moment: datetime, clock: str, **more: Value) -> Line:
    """A sentence with a moment in it, as a clock shows it."""
    return Line(id_, {**shown(moment, clock).values(), **more})
