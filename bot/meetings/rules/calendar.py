"""Meetings as a file that calendars open (RFC 5545); a later file changes the entries of an earlier one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText, vUri

from bot.meetings.rules.calendar_zone import time_zone
from bot.meetings.rules.meeting import Meeting

_MADE_BY = "-//Equal Footing//Meetings//EN"
#: RFC 2606: nobody can own such a domain, so that no one is taken for the sender.
_ENDING = "@equal-footing.invalid"
#: RFC 3986, sections 2.2 and 2.3, and what is escaped already.
_IN_LINKS = "%:/?#[]@!$&'()*+,;=-._~"
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A meeting as calendars are to show it; `place` is what the community calls its voice channel, if any.

    For a calendar to follow, the version of the meeting is higher than in the file before: also where it
    `is_cancelled`.
    """

    meeting: Meeting
    is_cancelled: bool = False
    place: str = ""


class _Text(vText):
    """Words, escaped as RFC 5545 says in section 3.3.11: vText takes a backslash and N for a new line."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPED).encode()


def calendar(meetings: Sequence[Dated], stamped: datetime) -> bytes:
    """The content of a file with an entry for each meeting, made at the moment `stamped`; it names nobody.

    An entry is known by the id of its meeting, which is random: no two communities have the same. Times are
    those of the clock on the wall, with the rules of each zone for the years concerned. Raises ValueError if
    there is no meeting: such a file is none.
    """
    if not meetings:
        raise ValueError("a calendar without a meeting")
    file = Calendar()
    file.add("PRODID", _MADE_BY)
    file.add("VERSION", "2.0")
    file.add("METHOD", "PUBLISH")
    for each in meetings:
        file.add_component(_entry(each, stamped))
    # Those that calendars do not know without being told: not UTC.
    zones = [_zone(zone, meetings) for zone in sorted(file.get_missing_tzids())]
    file.subcomponents[:0] = zones
    content: bytes = file.to_ical()
    return content


def _entry(dated: Dated, stamped: datetime) -> Event:
    meeting = dated.meeting
    entry = Event()
    entry["UID"] = _Text(meeting.id + _ENDING)
    entry.add("DTSTAMP", stamped.astimezone(UTC))
    entry.add("DTSTART", _on_the_wall(meeting.starts_at, meeting.zone))
    entry.add("DTEND", _on_the_wall(meeting.ends_at, meeting.zone))
    entry.add("SEQUENCE", meeting.version)
    entry.add("STATUS", "CANCELLED" if dated.is_cancelled else "CONFIRMED")
    entry.add("TRANSP", "TRANSPARENT" if dated.is_cancelled else "OPAQUE")
    entry["SUMMARY"] = _words(meeting.title)
    _put_place(entry, dated)
    return entry


def _put_place(entry: Event, dated: Dated) -> None:
    link = dated.meeting.place.link
    where = dated.place or dated.meeting.place.where or link
    if where:
        entry["LOCATION"] = _words(where)
    if link:
        # Many calendars show no URL, but all of them the description.
        entry["DESCRIPTION"] = _words(link)
    if link.startswith(("https://", "http://")):
        entry["URL"] = vUri(quote(link, safe=_IN_LINKS))


def _on_the_wall(moment: datetime, zone: str) -> datetime:
    """A moment on the clock of its zone; in UTC if that clock shows the same time twice.

    RFC 5545 (3.3.5) means the first of the two; not all calendars keep to it, and the second has no words.
    """
    local = moment.astimezone(ZoneInfo(zone))
    is_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return moment.astimezone(UTC) if is_twice else local


def _words(text: str) -> _Text:
    """Text without what RFC 5545 has no room for: characters that control something come out as spaces."""
    lines = "\n".join(text.splitlines())
    return _Text("".join(" " if _controls(each) else each for each in lines))


def _controls(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cs")


def _zone(zone: str, meetings: Sequence[Dated]) -> Timezone:
    there = [each.meeting for each in meetings if each.meeting.zone == zone]
    return time_zone(zone, min(each.starts_at for each in there), max(each.ends_at for each in there))
