"""The rules of a time zone, as a file for calendars tells them (RFC 5545, section 3.6.5)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A change of the clocks: at the time `wall`, by the clock before it. Offsets are from UTC."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def kind(self) -> tuple[timedelta, timedelta, str, int, int, time]:
        """The same for all changes that one yearly rule could have made."""
        return self.before, self.after, self.name, self.wall.month, self.wall.weekday(), self.wall.time()

    @property
    def weeks(self) -> set[int]:
        """Which of its weekdays in the month it is: from 1, or -1 for the last."""
        last = {-1} if (self.wall + _WEEK).month != self.wall.month else set()
        return last | {(self.wall.day + 6) // 7}


def time_zone(zone: str, first: datetime, last: datetime) -> Timezone:
    """The component that lets a calendar read each moment from `first` to `last`, without knowing `zone`.

    What happens each year by one rule is told as a rule: some calendars read nothing else. The rest, such as
    a year in which a country does without summer time, is told one by one.
    """
    years = range(first.year - 1, last.year + 2)
    turns = list(_turns(zone, years))
    found = Timezone()
    found.add("TZID", zone)
    if not turns or turns[0].wall.year > years[0]:
        found.add_component(_observance(_start(zone, years[0])))
    alike = defaultdict(list)
    for turn in turns:
        alike[turn.kind].append(turn)
    for each in alike.values():
        for part in _told(each, years):
            found.add_component(part)
    return found


def _told(turns: Sequence[_Turn], years: range) -> Iterator[TimezoneDaylight | TimezoneStandard]:
    weeks = set.intersection(*(each.weeks for each in turns))
    if not weeks or [each.wall.year for each in turns] != list(years):
        yield from map(_observance, turns)
        return
    part, wall = _observance(turns[0]), turns[0].wall
    day = f"{min(weeks)}{_DAYS[wall.weekday()]}"
    part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": wall.month, "BYDAY": day})
    yield part


def _observance(turn: _Turn) -> TimezoneDaylight | TimezoneStandard:
    # Some countries call their winter time the special one; calendars expect it of the later clock.
    part = TimezoneDaylight() if turn.after > turn.before else TimezoneStandard()
    part.DTSTART = turn.wall
    part.TZOFFSETFROM = turn.before
    part.TZOFFSETTO = turn.after
    part.add("TZNAME", turn.name)
    return part


def _start(zone: str, year: int) -> _Turn:
    """What held before the first change, as if it had begun with the year."""
    local = datetime(year, 1, 1, tzinfo=ZoneInfo(zone))
    offset = local.utcoffset() or timedelta()
    return _Turn(local.replace(tzinfo=None), offset, offset, local.tzname() or zone)


def _turns(zone: str, years: range) -> Iterator[_Turn]:
    """The changes of a zone's clocks in these years, the earliest first; no zone has two in a day."""
    clock = ZoneInfo(zone)
    day, end = datetime(years[0], 1, 1, tzinfo=UTC), datetime(years[-1] + 1, 1, 1, tzinfo=UTC)
    while day < end:
        before, after = _offset(day, clock), _offset(day + _DAY, clock)
        if before != after:
            moment = _moment(day, before, clock)
            wall = (moment + before).replace(tzinfo=None)
            yield _Turn(wall, before, after, moment.astimezone(clock).tzname() or zone)
        day += _DAY


def _moment(day: datetime, before: timedelta, clock: ZoneInfo) -> datetime:
    """The first second of a day at which the offset is not `before` any more."""

    def is_over(second: int) -> bool:
        return _offset(day + timedelta(seconds=second), clock) != before

    return day + timedelta(seconds=bisect_left(range(86_400), True, key=is_over))


def _offset(moment: datetime, clock: ZoneInfo) -> timedelta:
    return moment.astimezone(clock).utcoffset() or timedelta()
