"""How a community wants its questions: when they come out, who sees them, what is said beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.community.rules import CommunitySettings, Safeguarding
from bot.core.errors import Refused
from bot.questions.rules import windows
from bot.questions.rules.windows import GRAIN, LENGTHS, Pace
from bot.questions.rules.writing import LONGEST_LINES, optional

#: A meeting that nobody ends does so by itself.
LONGEST_MEETING = timedelta(hours=6)
#: "Let questions out now" is there once in this time.
BETWEEN_HURRIES = LENGTHS[Pace.CAREFUL]
_HOURS_A_DAY = 24
_HALF_A_DAY = 12
_TWO_HOURS = re.compile(
    r"(\d{1,2})(?:[:.]00)?\s*(am|pm)?\s*(?:,|;|and|&|/|\s)\s*(\d{1,2})(?:[:.]00)?\s*(am|pm)?", re.ASCII
)
_TIMES_A_DAY = 2
_NOTHING_SAID = Safeguarding()


class Who(StrEnum):
    """Who sees a question: as its asker chooses, or as the community has decided for all."""

    ASKER = "asker"
    EVERYONE = "everyone"
    FACILITATORS = "facilitators"


@dataclass(frozen=True, slots=True)
class Terms:
    """What an asker was promised when she asked; a setting that is changed later does not change it.

    `pace` is the meeting's, None between meetings; `channel` is where the card goes.
    """

    channel: int
    to_facilitators: bool = False
    release_first: bool = False
    pace: Pace | None = None


@dataclass(frozen=True, slots=True)
class QuestionSettings:
    """What a community has chosen. Days are whole; `urgent` and `threats` are its own words, or empty.

    `zone`, `safeguarding` and `host_takes_part` are the community's, not only its questions': see `of`.
    """

    community: int
    pace: Pace = Pace.QUICK
    hours: tuple[int, ...] = (9, 16)
    zone: str = "Europe/London"
    release_first: bool = False
    who: Who = Who.ASKER
    close_after: int = 14
    keep_for: int = 365
    urgent: str = ""
    threats: str = ""
    meeting_until: datetime | None = None
    hurried_at: datetime | None = None
    safeguarding: Safeguarding = _NOTHING_SAID
    host_takes_part: bool = False

    def of(self, community: CommunitySettings) -> QuestionSettings:
        """The same, with what the community has chosen for all that it does."""
        return replace(
            self,
            zone=community.zone,
            safeguarding=community.safeguarding,
            host_takes_part=bool(community.host_takes_part),
        )

    @property
    def to_facilitators_first(self) -> bool:
        """Whether facilitators look at all that is no question before anybody else can see it.

        So it is where they see every question first, or alone.
        """
        return self.release_first or self.who is Who.FACILITATORS

    def in_meeting(self, now: datetime) -> bool:
        """Whether a meeting is on."""
        return self.meeting_until is not None and now < self.meeting_until

    def pace_at(self, now: datetime) -> Pace | None:
        """The pace of the windows; None between meetings."""
        return self.pace if self.in_meeting(now) else None

    def next_window(self, now: datetime) -> datetime:
        """When what is done now is applied, if nothing holds it back."""
        pace = self.pace_at(now)
        return self.next_hour(now) if pace is None else windows.window_end(now, LENGTHS[pace])

    def latest(self, now: datetime) -> datetime:
        """When a question that is asked now is out at the latest: a lone one may wait one window more."""
        pace = self.pace_at(now)
        more = LENGTHS[Pace.CAREFUL] if pace is Pace.CAREFUL else timedelta(0)
        return self.next_window(now) + more

    def not_before(self, now: datetime) -> int:
        """When an act of now may be applied at the earliest, in seconds since 1970, whatever is set later."""
        pace = self.pace_at(now)
        length = LENGTHS[pace or Pace.CAREFUL]
        return int(min(windows.window_end(now, length), self.next_window(now)).timestamp())

    def next_hour(self, now: datetime) -> datetime:
        """The next of the two times a day."""
        return windows.next_hour(self.hours, self.zone, now)

    def terms(self, now: datetime, channel: int, *, to_facilitators: bool) -> Terms:
        """What is promised to somebody who asks now."""
        return Terms(channel, to_facilitators, self.release_first, self.pace_at(now))


def meeting_ends(now: datetime) -> datetime:
    """When a meeting that starts now ends by itself."""
    return windows.window_end(now + LONGEST_MEETING, GRAIN)


def with_meeting(settings: QuestionSettings, now: datetime) -> QuestionSettings:
    """A meeting starts. Raises Refused if one is on."""
    if settings.in_meeting(now):
        raise Refused("error-meeting-is-on")
    return replace(settings, meeting_until=meeting_ends(now))


def without_meeting(settings: QuestionSettings, now: datetime) -> QuestionSettings:
    """The meeting ends. Raises Refused if none is on."""
    if not settings.in_meeting(now):
        raise Refused("error-no-meeting")
    return replace(settings, meeting_until=None)


def hurried(settings: QuestionSettings, now: datetime) -> QuestionSettings:
    """A facilitator asks for the questions now.

    Raises Refused unless windows are careful and a meeting is on, and twice within BETWEEN_HURRIES.
    """
    if settings.pace_at(now) is not Pace.CAREFUL:
        raise Refused("error-now-only-careful")
    last = settings.hurried_at
    if last is not None and now - last < BETWEEN_HURRIES:
        raise Refused("error-now-too-soon", at=f"<t:{int((last + BETWEEN_HURRIES).timestamp())}:t>")
    return replace(settings, hurried_at=now)


def parse_hours(typed: str) -> tuple[int, ...]:
    """Two different whole hours of the day, as people type them ("9 and 16", "9:00, 16:00", "9am, 4pm").

    Raises Refused for anything else.
    """
    found = _TWO_HOURS.fullmatch(typed.strip().lower())
    if found is None:
        raise Refused("error-hours")
    hours = {_hour(found[1], found[2]), _hour(found[3], found[4])}
    if len(hours) != _TIMES_A_DAY or max(hours) >= _HOURS_A_DAY:
        raise Refused("error-hours")
    return tuple(sorted(hours))


def _hour(digits: str, half: str | None) -> int:
    """An hour of 24; one that is no hour of the day comes out as one past the last."""
    hour = int(digits)
    if half is None:
        return hour
    return (
        hour % _HALF_A_DAY + (_HALF_A_DAY if half == "pm" else 0)
        if 1 <= hour <= _HALF_A_DAY
        else _HOURS_A_DAY
    )


def parse_days(typed: str, most: int) -> int:
    """A whole number of days, 1 to `most`; raises Refused for anything else."""
    digits = typed.strip()
    if not digits.isdecimal() or len(digits) > len(str(most)) or not 1 <= int(digits) <= most:
        raise Refused("error-days", most=most)
    return int(digits)


#: What is chosen together, in one form.
PARTS = ("meetings", "between", "release", "who", "time", "urgent", "threats")
RELEASES = ("straight", "first")
LONGEST_CLOSE_AFTER, LONGEST_KEEP_FOR = 365, 3_650


def chosen(settings: QuestionSettings, part: str, typed: Mapping[str, str]) -> QuestionSettings:
    """The settings with one of PARTS as it was filled in; raises Refused for what cannot be."""
    changes: dict[str, Callable[[], QuestionSettings]] = {
        "meetings": lambda: replace(settings, pace=Pace(_one_of(Pace, typed["pace"]))),
        "between": lambda: replace(settings, hours=parse_hours(typed["hours"])),
        "release": lambda: replace(settings, release_first=_one_of(RELEASES, typed["release"]) == "first"),
        "who": lambda: replace(settings, who=Who(_one_of(Who, typed["who"]))),
        "time": lambda: replace(
            settings,
            close_after=parse_days(typed["close"], LONGEST_CLOSE_AFTER),
            keep_for=parse_days(typed["keep"], LONGEST_KEEP_FOR),
        ),
        "urgent": lambda: replace(settings, urgent=optional(typed["urgent"], "lines", LONGEST_LINES)),
        "threats": lambda: replace(settings, threats=optional(typed["threats"], "lines", LONGEST_LINES)),
    }
    return changes[_one_of(PARTS, part)]()


def check_part(part: str) -> None:
    """Raise Refused for what is none of PARTS."""
    _one_of(PARTS, part)


def _one_of(offered: Iterable[str], chosen: str) -> str:
    if chosen not in set(offered):
        raise Refused("error-choice")
    return chosen
