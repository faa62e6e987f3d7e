"""What the server's list of events says of a meeting, and what facilitators are told when it does not."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.happenings import Happening
from bot.core.notices import Button, Line, Notice, Words
from bot.events.rules import LONGEST_LOCATION
from bot.meetings.rules import LONGEST_TITLE, MOST_MEETINGS, Meeting, Place, shown

_PUT_BACK = "events:put-back"


def happening(meeting: Meeting) -> Happening:
    """A meeting as an event."""
    return Happening(
        name=" ".join(meeting.title.split())[:LONGEST_TITLE],
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        channel=meeting.place.channel,
        location=_location(meeting.place),
    )


def about(meeting: Meeting, questions_channel: int) -> Notice:
    """What is said below the event; its title, time and place stand above, in each reader's own zone."""
    place = meeting.place
    shown_above = place.channel is None and place.link in _words(place)
    more = () if not place.link or shown_above else (Line("events-link", {"link": Words(place.link)}),)
    return Notice((Line("events-coming", {"channel": str(questions_channel)}), *more))


def deleted(meeting: Meeting, token: str) -> Notice:
    """Somebody deleted the event."""
    parts = (Line("events-deleted"), _named(meeting), Line("events-deleted-hint"))
    return Notice(parts, (Button(_PUT_BACK, "events-button-put-back", token),))


def no_channel(meetings: Sequence[Meeting], token: str) -> Notice:
    """The voice channel of these meetings is gone; there is at least one."""
    count = {"meetings": len(meetings)}
    first, last = Line("events-no-channel", count), Line("events-no-channel-hint", count)
    parts = (first, *map(_named, meetings[:MOST_MEETINGS]), last)
    return Notice(parts, (Button("events:where", "events-button-where", token),))


def refused(meeting: Meeting, lacks: Sequence[str], token: str, *, cancelled: bool = False) -> Notice:
    """The bot may not list it, or may not take it out; `lacks` are Discord's names for the permissions.

    Nothing is lacking where Discord has another reason, which nobody knows.
    """
    first = Line("events-refused", {"cancelled": "yes" if cancelled else "no"})
    hint = Line("events-refused-hint", {"cancelled": "yes" if cancelled else "no"})
    lacking = [_lacks(name, meeting.place.channel) for name in lacks] or [Line("events-lacks-nothing")]
    parts = (first, _named(meeting), *lacking, hint)
    return Notice(parts, (Button(_PUT_BACK, "events-button-again", token),))


def put_back() -> Notice:
    """The event comes back in a moment."""
    return Notice((Line("events-put-back"),))


def tried_again() -> Notice:
    """The bot tries again what was refused."""
    return Notice((Line("events-tried-again"),))


def _lacks(permission: str, channel: int | None) -> Line:
    """In a voice channel the bot needs more than elsewhere, and may lack it there alone."""
    if channel is None:
        return Line("events-lacks-create-events")
    return Line(f"events-lacks-{permission.replace('_', '-')}-inside", {"channel": str(channel)})


def _location(place: Place) -> Line | Words:
    words = _words(place)
    if words:
        return Words(words)
    return Line("events-location-link") if place.link else Line("events-location-open")


def _words(place: Place) -> str:
    """As much of what and link as Discord has room for."""
    both = ": ".join(each for each in (place.where, place.link) if each)
    return both if len(both) <= LONGEST_LOCATION else place.where[:LONGEST_LOCATION]


def _named(meeting: Meeting) -> Line:
    return _dated("events-meeting", meeting)


def _dated(sentence: str, meeting: Meeting) -> Line:
    at = shown(meeting.starts_at, meeting.zone).values()
    return Line(sentence, {**at, "title": Words(meeting.title), "zone": meeting.zone})
