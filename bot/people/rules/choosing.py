"""What a member can choose: a role group, her hours and her time zone, what she needs, for how long a pause.

What is typed comes in as it is, and either makes sense or raises Refused with what to type instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.community.rules import CommunitySettings, RoleGroup
from bot.core.errors import Refused
from bot.people.rules.member import About, Hours, Pause, PauseKind

LAY = "lay"
#: The ways to say that one is a patient or public member. Which of them somebody chose is not kept.
LAY_WAYS = ("patient", "carer", "user", "public")
#: The value of "I'd rather not say".
NOT_SAID = "none"
#: Discord's limit for the options of one choice.
MOST_OPTIONS = 25
LONGEST_ORGANISATION, LONGEST_NAME, LONGEST_ZONE, LONGEST_HOUR = 100, 80, 60, 10
LONGEST_NEEDS = 500
#: Of how many people somebody can say that she would rather not share a room with them.
MOST_APART = 50
NEEDS = ("bsl", "captions", "print", "phone", "post", "interpreter")
DAYS = 7
WEEK = timedelta(days=7)

_HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_NOON, _LAST = 12, 24
#: Places whose zone has another name. All of the United Kingdom keeps one time.
_LONDON = "Europe/London"
_UK = (
    *("uk", "united kingdom", "great britain", "britain", "england", "wales", "scotland"),
    *("northern ireland", "cardiff", "swansea", "edinburgh", "glasgow", "aberdeen", "dundee", "birmingham"),
    *("manchester", "leeds", "liverpool", "bristol", "sheffield", "newcastle", "nottingham", "derry"),
)


def choices(settings: CommunitySettings) -> tuple[RoleGroup, ...]:
    """The role groups that can be chosen beside the ways to be lay: as many as one choice can hold."""
    others = [group for group in settings.groups if group.key != LAY]
    return tuple(others[: MOST_OPTIONS - len(LAY_WAYS) - 1])


def group_of(settings: CommunitySettings, value: str) -> str:
    """The key of the role group for what was chosen; empty for "I'd rather not say".

    Raises Refused for what cannot be chosen here.
    """
    if value == NOT_SAID:
        return ""
    key = LAY if value in {f"{LAY}-{way}" for way in LAY_WAYS} else value
    if settings.group(key) is None:
        raise Refused("error-choice")
    return key


def value_of(key: str) -> str:
    """What is chosen to begin with for somebody in this role group."""
    return key or NOT_SAID


def with_groups(about: About, main: str, others: Sequence[str] = ()) -> About:
    """What is said of somebody, with these role groups: the main one first, each once."""
    keys = dict.fromkeys(key for key in (main, *others) if key)
    return replace(about, groups=tuple(keys))


def tidy(words: str, most: int) -> str:
    """What was typed on one line, without what cannot be seen. Raises Refused if it is too long."""
    line = " ".join("".join(each if each.isprintable() else " " for each in words).split())
    if len(line) > most:
        raise Refused("error-line-long", length=len(line), most=most)
    return line


def zone_of(typed: str, known: Collection[str]) -> str:
    """The IANA name of the time zone that was typed: the name itself, or a city in it; empty for none.

    `known` are all names. Raises Refused if no zone, or more than one, is called so.
    """
    words = " ".join(typed.replace("_", " ").split()).casefold()
    if not words:
        return ""
    if words in _UK:
        return _LONDON
    by_name = {name.replace("_", " ").casefold(): name for name in known}
    if words in by_name:
        return by_name[words]
    cities = [name for name in known if name.rpartition("/")[2].replace("_", " ").casefold() == words]
    # The older names of a zone have no area, or begin with another word.
    cities = [name for name in cities if "/" in name and not name.startswith(("posix", "right", "Etc"))]
    if len(cities) != 1:
        raise Refused("error-zone")
    return cities[0]


def hours_of(days: Collection[str], begin: str, end: str) -> Hours | None:
    """When messages may come, as it was typed; None, which is when the community says, if nothing was.

    Raises Refused for what is no hour, for no day, and for an end that is not after the beginning.
    """
    if not days and not begin.strip() and not end.strip():
        return None
    chosen = tuple(sorted({int(day) for day in days if day in {str(at) for at in range(DAYS)}}))
    hours = Hours(chosen, _hour(begin), _hour(end))
    if not chosen or hours.begin >= hours.end:
        raise Refused("error-quiet-hours")
    return hours


def _hour(typed: str) -> time:
    found = _HOUR.fullmatch(typed.strip())
    if found is None:
        raise Refused("error-quiet-hours")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    # The end of a day is the last minute of it: a time of day cannot say 24:00.
    if (hour, minute) == (_LAST, 0):
        return time(23, 59)
    try:
        return time(hour, minute)
    except ValueError:
        raise Refused("error-quiet-hours") from None


def needs_of(chosen: Collection[str], own_words: str, about: About) -> About:
    """What is said of somebody, with what she needs to take part. Raises Refused if it is too long."""
    words = own_words.strip()
    if len(words) > LONGEST_NEEDS:
        raise Refused("error-line-long", length=len(words), most=LONGEST_NEEDS)
    return replace(about, needs=tuple(need for need in NEEDS if need in chosen), own_words=words)


def apart_from(about: About, more: Collection[str], own: int) -> About:
    """What is said of somebody, with more people she would rather not share a room with; never herself.

    Raises Refused if there are too many.
    """
    apart = tuple(dict.fromkeys((*about.apart, *(each for each in more if each != str(own)))))
    if len(apart) > MOST_APART:
        raise Refused("error-apart-many", most=MOST_APART)
    return replace(about, apart=apart)


def pause_of(kind: PauseKind, now: datetime, next_start: datetime | None) -> Pause:
    """A pause that begins now. Raises Refused until the next meeting if nobody knows when that is."""
    if kind is PauseKind.WEEK:
        return Pause(kind, now.replace(microsecond=0) + WEEK)
    if kind is PauseKind.MEETING:
        if next_start is None or next_start <= now:
            raise Refused("error-no-next-meeting")
        return Pause(kind, next_start)
    return Pause(kind)
