"""The call with a named person: which times there are, and which of them can still be had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.errors import Refused
from bot.meetings.rules import read_day, read_time, starts_at

#: How many times a contact can offer in one go, and how many can stand at once.
MOST_TIMES, STANDING = 5, 10
#: A time that has passed is kept for so long, so that [We have talked] still finds whose it was.
KEPT_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at which a contact can be called; `member` has booked it, None: nobody has.

    No contact has two of the same time.
    """

    id: str
    community: int
    contact: str
    starts_at: datetime
    member: str | None = None


def check_times(typed: str, zone: str, now: datetime) -> list[datetime]:
    """The times that were typed, one on each line, a comma between day and time; the earliest first.

    Raises Refused for a line that cannot be read or has passed, for none, and for too many.
    """
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if not 1 <= len(lines) <= MOST_TIMES:
        raise Refused("error-preparation-times", most=MOST_TIMES)
    return sorted({_moment(line, zone, now) for line in lines})


def _moment(line: str, zone: str, now: datetime) -> datetime:
    day, comma, at = line.rpartition(",")
    if not comma:
        raise Refused("error-preparation-comma")
    return starts_at(read_day(day), read_time(at), zone, now)


def calls(slots: Sequence[Slot], member: str) -> dict[str, object]:
    """What is kept of somebody's calls, as text: when hers is, and which times she offered to others."""
    return {
        "call_booked": [each.starts_at.isoformat() for each in slots if each.member == member],
        "times_offered": [each.starts_at.isoformat() for each in slots if each.contact == member],
    }


def is_open(slot: Slot, member: str, now: datetime) -> bool:
    """Whether a member can have this time: it is to come, and is nobody else's."""
    return slot.starts_at > now and slot.member in (None, member)


def named_at(slots: Sequence[Slot], member: str) -> Slot | None:
    """The time that a member has booked; of two the later."""
    hers = [slot for slot in slots if slot.member == member]
    return max(hers, key=lambda slot: slot.starts_at, default=None)
