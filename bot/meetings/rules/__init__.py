"""What a meeting is, and how the day and the time that somebody typed are read."""

from bot.meetings.rules.meeting import (
    LONGEST_TITLE,
    LONGEST_TYPED,
    MOST_MEETINGS,
    Change,
    Meeting,
    Place,
    Shown,
    check_room,
    check_title,
    moment,
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
    "Place",
    "Shown",
    "check_room",
    "check_title",
    "moment",
    "read_day",
    "read_time",
    "shown",
    "starts_at",
]
