"""Which planned meeting it is that begins now, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.meetings.rules import Meeting

#: So long before the planned time somebody may press that the meeting starts.
EARLY = timedelta(hours=1)
#: A meeting that was ended by mistake goes on, if it starts again within this time.
SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting as it takes place, or took place. Times are in UTC.

    `meeting` is the planned one's id, with its `title`; both are empty where none was planned. It ends at
    `until` by itself. What a feature keeps of a meeting that is on, it keeps under `id`.
    """

    id: str
    community: int
    meeting: str
    title: str
    zone: str
    began_at: datetime
    until: datetime
    ended_at: datetime | None = None

    def is_on(self, now: datetime) -> bool:
        """Whether it has not ended yet."""
        return self.ended_at is None and now < self.until


@dataclass(frozen=True, slots=True)
class Times:
    """Now, and when what begins now ends by itself."""

    now: datetime
    until: datetime


def begun(key: str, community: int, meetings: Iterable[Meeting], zone: str, times: Times) -> Sitting:
    """A meeting begins now: that one of `meetings` whose time it is, or one that nobody planned."""
    planned = meant(meetings, times.now)
    if planned is None:
        return Sitting(key, community, "", "", zone, times.now, times.until)
    return Sitting(key, community, planned.id, planned.title, planned.zone, times.now, times.until)


def meant(meetings: Iterable[Meeting], now: datetime) -> Meeting | None:
    """The planned meeting whose time it is: of several the one whose beginning is nearest."""
    those = [each for each in meetings if each.starts_at - EARLY <= now < each.ends_at]
    return min(those, key=lambda each: (abs(each.starts_at - now), each.starts_at, each.id), default=None)


def goes_on(last: Sitting | None, begins: Sitting) -> Sitting | None:
    """The last sitting once more, unless what begins is another meeting; None if it is.

    What begins soon after, and is no meeting that was planned, is the last one: it took longer than planned.
    """
    if last is None or last.ended_at is None or begins.meeting not in ("", last.meeting):
        return None
    if not last.ended_at <= begins.began_at <= last.ended_at + SOON:
        return None
    return replace(last, until=begins.until, ended_at=None)
