"""Where a meeting is and how long it takes, as a facilitator types it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from bot.core.errors import Refused
from bot.meetings.rules.meeting import Place

#: What is typed for the voice channel of the community.
HERE = "here"
LONGEST_WHERE = 100
#: Discord takes no longer ones for a button.
LONGEST_LINK = 512
LONGEST_PLACE = LONGEST_WHERE + LONGEST_LINK
USUAL_MINUTES, FEWEST_MINUTES, MOST_MINUTES = 120, 15, 480
LONGEST_MINUTES = 3
#: What a link is made of, without what Discord would read as marks.
_AS_IT_STANDS = re.compile(r"[\w.~:/?#@!$&'()+,;=%-]+", re.ASCII)
#: No meeting is on for longer.
LONGEST = timedelta(minutes=MOST_MINUTES)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a community is: by which clock it goes, and the voice channel that "here" stands for, if any."""

    zone: str
    room: int | None = None


def read_minutes(typed: str) -> int:
    """How many minutes: 15 to 480, 120 if nothing was typed; raises Refused for anything else."""
    words = typed.strip()
    if not words:
        return USUAL_MINUTES
    number = int(words) if words.isascii() and words.isdecimal() and len(words) <= LONGEST_MINUTES else 0
    if not FEWEST_MINUTES <= number <= MOST_MINUTES:
        raise Refused("error-meeting-minutes", fewest=FEWEST_MINUTES, most=MOST_MINUTES)
    return number


def read_place(typed: str, before: Place | None = None, room: int | None = None) -> Place:
    """A link, words, or both; with nothing typed, the channel that it had, if it had one.

    "here" is the voice channel in which the community meets, `room`. Raises Refused if it has none; for two
    links, one that is not https or names no host; and for what is too long.
    """
    tokens = typed.split()
    if [each.casefold().strip(".,!") for each in tokens] == [HERE]:
        if room is None:
            raise Refused("error-meeting-no-room")
        return Place(room)
    links = [each for each in tokens if "://" in each]
    if not tokens:
        return Place(channel=None if before is None else before.channel)
    if len(links) > 1:
        raise Refused("error-meeting-links")
    words = " ".join(each for each in tokens if each not in links).rstrip(":").rstrip()
    if len(words) > LONGEST_WHERE:
        raise Refused("error-meeting-where-long", length=len(words), most=LONGEST_WHERE)
    return Place(where=words, link=check_link(links[0]) if links else "")


def check_link(link: str) -> str:
    """A link as it can be shown; raises Refused for one that is not https, names no host, or is too long."""
    if len(link) > LONGEST_LINK:
        raise Refused("error-meeting-link-long", length=len(link), most=LONGEST_LINK)
    try:
        parts = urlsplit(link)
        sound = parts.scheme == "https" and "." in (parts.hostname or "") and parts.username is None
        sound = sound and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not _AS_IT_STANDS.fullmatch(link):
        raise Refused("error-meeting-link")
    return link


def typed_place(place: Place) -> str:
    """A place as it can be typed again."""
    return ": ".join(each for each in (place.where, place.link) if each)
