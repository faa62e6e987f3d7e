"""A meeting, and the moment at which it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.errors import Refused

LONGEST_TITLE = 100
LONGEST_TYPED = 40
#: As many as fit on one page with a button each.
MOST_MEETINGS = 10
_FURTHEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Place:
    """Where people meet: in a voice channel here; elsewhere, as `where` says, with a link if there is one.

    With none of these nobody has said it yet.
    """

    channel: int | None = None
    where: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to come, or one that was. `starts_at` is in UTC; `zone` is where its clock hangs.

    The zone is the community's at the time: a community that moves does not move its meetings. `version`
    grows with each change that calendars have to know. `series` is empty for one by itself; those of one
    series have the same: an id, the series' first beginning on the wall, and its RRULE, with a space between.
    """

    id: str
    community: int
    title: str
    starts_at: datetime
    zone: str = "Europe/London"
    minutes: int = 120
    place: Place = Place()
    version: int = 0
    series: str = ""

    @property
    def local(self) -> datetime:
        """What the clock on the wall shows when it begins, without a zone."""
        return self.starts_at.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    @property
    def ends_at(self) -> datetime:
        """When it ends, in UTC."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a meeting: None before it was there, None after it was cancelled."""

    before: Meeting | None
    after: Meeting | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A moment as the clock on the wall has it: `weekday` from 1 (Monday), `time` as "10:30"."""

    weekday: int
    day: int
    month: int
    year: int
    time: str

    def values(self) -> dict[str, str | int]:
        """What a sentence with this moment in it is given."""
        return {
            "weekday": self.weekday,
            "day": self.day,
            "month": self.month,
            "year": self.year,
            "time": self.time,
        }


def shown(moment: datetime, zone: str) -> Shown:
    """A moment on the clock of a zone."""
    local = moment.astimezone(ZoneInfo(zone))
    return Shown(local.isoweekday(), local.day, local.month, local.year, f"{local:%H:%M}")


def starts_at(day: date, at: time, zone: str, now: datetime) -> datetime:
    """The moment, in UTC, at which a clock of `zone` shows this; of two such moments the first.

    Raises Refused if it has passed, is years away, or is never shown: the hour that is left out in spring.
    """
    moment = datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
    if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != datetime.combine(day, at):
        raise Refused("error-meeting-left-out")
    if moment <= now:
        raise Refused("error-meeting-past")
    if moment - now > _FURTHEST:
        raise Refused("error-meeting-far")
    return moment


def moment(local: datetime, zone: str) -> datetime:
    """The moment, in UTC, at which a clock of `zone` shows this; of two the first.

    Where no clock ever shows it (the hour that is left out in spring), as late after midnight as it says.
    """
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def check_title(title: str) -> str:
    """A title on one line; raises Refused if there is nothing in it, or too much."""
    words = " ".join(title.split())
    if not words:
        raise Refused("error-meeting-title")
    if len(words) > LONGEST_TITLE:
        raise Refused("error-meeting-title-long", length=len(words), most=LONGEST_TITLE)
    return words


def check_room(planned: int, more: int = 1) -> None:
    """Raise Refused if so many further meetings cannot be planned."""
    if planned >= MOST_MEETINGS:
        raise Refused("error-meeting-many", most=MOST_MEETINGS)
    if planned + more > MOST_MEETINGS:
        room = MOST_MEETINGS - planned
        raise Refused("error-meeting-many-more", planned=planned, more=more, room=room, most=MOST_MEETINGS)


def overlaps(meetings: Sequence[Meeting], planned: Sequence[Meeting]) -> list[tuple[Meeting, Meeting]]:
    """Each two that are on at the same time, the earlier one first: two of `meetings`, or one of each."""
    near = [*meetings, *(each for each in planned if each.id not in {one.id for one in meetings})]
    pairs = [(one, other) for at, one in enumerate(meetings) for other in near[at + 1 :]]
    found = [sorted(pair, key=_begins) for pair in pairs if _together(*pair)]
    return [(one, other) for one, other in sorted(found, key=lambda pair: tuple(map(_begins, pair)))]


def _together(one: Meeting, other: Meeting) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _begins(meeting: Meeting) -> datetime:
    return meeting.starts_at
