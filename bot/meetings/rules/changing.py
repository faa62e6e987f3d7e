"""What a meeting, or all of a series, will be when what was typed is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.errors import Refused
from bot.meetings.rules.meeting import Change, Meeting, check_title, starts_at
from bot.meetings.rules.place import Home, read_minutes, read_place
from bot.meetings.rules.series import occurrence
from bot.meetings.rules.typed import read_day, read_time
from bot.meetings.rules.when import Draft

#: One alone can be changed as any other.
_FEWEST = 2


def series_of(meeting: Meeting) -> str:
    """The id of a meeting's series; empty for one by itself."""
    return meeting.series.partition(" ")[0]


def whole_series(meetings: Iterable[Meeting]) -> dict[str, tuple[Meeting, ...]]:
    """By the series' id: its meetings among these, in their order, where there are at least two."""
    found: dict[str, tuple[Meeting, ...]] = {}
    for each in meetings:
        if each.series:
            found[series_of(each)] = (*found.get(series_of(each), ()), each)
    return {id_: these for id_, these in found.items() if len(these) >= _FEWEST}


def changed(before: Meeting, typed: Mapping[str, str], home: Home, now: datetime) -> Change:
    """A meeting as it will be: `typed` has `title`, `day`, `time`, `minutes` and `where`.

    Raises Refused for what cannot be.
    """
    title, day, at = check_title(typed["title"]), read_day(typed["day"]), typed["time"]
    after = replace(
        before,
        title=title,
        starts_at=starts_at(day, read_time(at), home.zone, now),
        zone=home.zone,
        minutes=read_minutes(typed["minutes"]),
        place=read_place(typed["where"], before.place, home.room),
        version=before.version + 1,
    )
    return Change(before, after)


def all_changed(before: Sequence[Meeting], typed: Mapping[str, str], home: Home, now: datetime) -> Draft:
    """All of a series as they will be, each on the day that it has now; `typed` has no `day`.

    Where a clock there never shows the time, a meeting begins as soon as it shows one; of two such
    moments at the first. Raises Refused for what cannot be, also where one of them would have begun.
    """
    title, at, minutes = check_title(typed["title"]), read_time(typed["time"]), read_minutes(typed["minutes"])
    changes, moved = [], []
    for each in before:
        day = each.starts_at.astimezone(ZoneInfo(home.zone)).date()
        begins = occurrence(datetime.combine(day, at), home.zone)
        if begins.starts_at <= now:
            raise Refused("error-meeting-all-past")
        if begins.moved:
            moved.append(begins.starts_at)
        place = read_place(typed["where"], each.place, home.room)
        kept = replace(each, title=title, zone=home.zone, minutes=minutes, place=place)
        changes.append(Change(each, replace(kept, starts_at=begins.starts_at, version=each.version + 1)))
    return Draft(tuple(changes), moved=frozenset(moved), at=f"{at:%H:%M}")
