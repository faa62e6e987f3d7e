"""What a meeting is, and how the day and the time that somebody typed are read."""

from bot.meetings.rules.meeting import (
    LONGEST_TITLE,
    LONGEST_TYPED,
    MOST_MEETINGS,
    Change,
    Meeting,
    Shown,
    check_room,
    check_title,
    shown,
    starts_at,
)
from bot.meetings.rules.typed import read_day, read_time

__all__ = [
    "LONGEST_TITLE",
    "LONGEST_TYPED",
    "MOST_MEETINGS",
    "Change",
    "Meeting",
    "Shown",
    "check_room",
    "check_title",
    "read_day",
    "read_time",
    "shown",
    "starts_at",
]
