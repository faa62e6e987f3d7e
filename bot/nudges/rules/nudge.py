"""A message of the bot's own accord, who gets it, and what she was sent before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.community.rules import CommunitySettings
from bot.core.notices import Line, Notice
from bot.people.rules import Hours, Member

#: What could not reach somebody is kept for this many days, unless she reads it sooner.
KEPT_DAYS = 60
#: What was sent is remembered for a whole month and the weeks at both its ends.
LEDGER_DAYS = 45
#: What waits for an hour or for room is looked at this often: hours, caps and pauses can change meanwhile.
LOOK_AGAIN = timedelta(days=1)
_SOMEWHERE = ZoneInfo("Europe/London")


class Budget(StrEnum):
    """What a message counts as, which says when it may come."""

    #: She asked for it, or waits for it: at once, also while she or the community is paused.
    ASKED = "asked"
    #: Unasked: within her hours, never on a bank holiday, and the community's caps a week and a month.
    COUNTED = "counted"
    #: Before the first meeting: hours and holidays, one a week, outside the other caps.
    PATH = "path"
    #: A cancellation, a move, the link of a meeting that she accepted: at once, and never counted.
    URGENT = "urgent"

    @property
    def at_once(self) -> bool:
        """Whether it waits for no hour and no room."""
        return self in (Budget.ASKED, Budget.URGENT)


@dataclass(frozen=True, slots=True)
class Nudge:
    """A message to one member, named by her id. Of one `key` to her, one waits at most.

    It goes from `not_before` on, and never after `until`. `kind` and `about` are its feature's own words.
    `errand` is what her contact reads if she has no Discord; without one, the first line of the notice.
    Of those that go at one time the one of lower `rank` goes first.
    """

    key: str
    community: int
    member: str
    kind: str
    notice: Notice
    not_before: datetime
    until: datetime | None
    budget: Budget
    about: str = ""
    errand: Line | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """The days, in the receiver's zone, on which she was sent what counts."""

    counted: tuple[date, ...] = ()
    path: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that somebody's closed direct messages kept out; `id` is random."""

    id: str
    community: int
    member: str
    notice: Notice
    kept_on: date


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where somebody is, and when messages may come to her; without hours of her own, the community's."""

    zone: ZoneInfo
    hours: Hours | None = None


def receiver(member: Member, settings: CommunitySettings) -> Receiver:
    """When and where a member is to be reached. A zone that nobody knows any more counts as none."""
    found = (_zone(name) for name in (member.about.zone, settings.zone))
    return Receiver(next((zone for zone in found if zone is not None), _SOMEWHERE), member.about.hours)


def zone_of(settings: CommunitySettings) -> ZoneInfo:
    """Where a community is; a zone that nobody knows any more counts as none."""
    return _zone(settings.zone) or _SOMEWHERE


def today(member: Member, settings: CommunitySettings, now: datetime) -> date:
    """The day that it is where she is."""
    return now.astimezone(receiver(member, settings).zone).date()


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    # Also for a name that is empty, or a path.
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
