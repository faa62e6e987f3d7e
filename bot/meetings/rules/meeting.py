"""A meeting, and the moment at which it begins."""

from __future__ import annotations

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
    grows with each change that calendars have to know. `series` is the id of the series that it is of, if it
    is of one.
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


def check_room(planned: int) -> None:
    """Raise Refused if no further meeting can be planned."""
    if planned >= MOST_MEETINGS:
        raise Refused("error-meeting-many", most=MOST_MEETINGS)
