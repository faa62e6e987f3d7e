"""What would make it easier to come: said without a name, and given to facilitators once a week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.glossary.rules.pages import ROOM, as_sent
from bot.questions.rules.saying import Box, Kind

#: In characters.
LONGEST_WISH = 500
#: So many wait at most in one community for the next batch, before no more can be sent.
MOST_WISHES = 60
#: For so long after they were given to facilitators they are kept, and can be read in the channel.
KEPT = timedelta(days=90)
#: Of one message: Discord takes 40 parts.
_MOST_ON_A_PAGE = 20
#: What the mark of a quotation takes before each line, and the lines between two texts.
_QUOTED = len("\n> ")
_HOUR = time(9)
_WEEK = 7

#: What anybody may say, whether she comes or not; and what those may say who were asked who is not here.
#: Facilitators read both under one heading: few are asked the second.
EASIER = Kind(
    "easier",
    done="wishes-easier-done",
    waits="wishes-easier-waits",
    action="wishes:easier",
    title="wishes-easier-title",
    intro="wishes-easier-intro",
    boxes=(Box("text", "wishes-easier-label", "wishes-easier-hint", LONGEST_WISH),),
)
ABSENT = Kind(
    "absent",
    done="wishes-absent-done",
    waits="wishes-absent-waits",
    action="wishes:absent",
    title="wishes-absent-title",
    intro="wishes-absent-intro",
    boxes=(Box("text", "wishes-absent-label", "wishes-absent-hint", LONGEST_WISH),),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wrote; `id` is random. `batch` is the key of the message that it went in, or empty."""

    id: str
    community: int
    text: str
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Posted:
    """A message with wishes in the facilitators' channel; `key` is its delivery's."""

    key: str
    community: int
    channel: int
    message: int


def batch_at(now: datetime, zone: ZoneInfo) -> datetime:
    """The next Monday, 9:00 on the wall of a zone, after a moment; in UTC."""
    today = now.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    moments = (
        datetime.combine(monday + timedelta(days=days), _HOUR, zone).astimezone(UTC) for days in (0, _WEEK)
    )
    return next(each for each in moments if each > now)


def are_too_many(wishes: Iterable[Wish]) -> bool:
    """Whether so many wait for the next batch that another one would not be read with care."""
    return sum(not each.batch for each in wishes) >= MOST_WISHES


def pages(wishes: Iterable[Wish]) -> list[tuple[Wish, ...]]:
    """Those that no batch had yet, as many in one message as fit there.

    They are in the order of their ids, which are random: it says nothing of who wrote first.
    """
    found: list[tuple[Wish, ...]] = []
    page: tuple[Wish, ...] = ()
    for wish in sorted((each for each in wishes if not each.batch), key=lambda each: each.id):
        if page and (len(page) >= _MOST_ON_A_PAGE or _room((*page, wish)) > ROOM):
            found.append(page)
            page = ()
        page = (*page, wish)
    return [*found, page] if page else found


def _room(page: Sequence[Wish]) -> int:
    return sum(as_sent(each.text) + _QUOTED * (each.text.count("\n") + 2) for each in page)
